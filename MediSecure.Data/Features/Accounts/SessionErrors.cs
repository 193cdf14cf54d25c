using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Accounts;

public static class SessionErrors
{
    public static readonly Error AlreadyOver = Error.Conflict("session.already-over", "This sign-in is over already, so there was nothing to end.");

    public static readonly Error NoneOpen = Error.Conflict("session.none-open", "This person is signed in nowhere now, so there was nothing to end.");
}
