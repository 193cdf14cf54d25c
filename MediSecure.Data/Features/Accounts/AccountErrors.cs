using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Accounts;

public static class AccountErrors
{
    public static readonly Error NotLocked = Error.Conflict("account.not-locked", "This account is not locked any more, so there was nothing to unlock. The person can sign in; if that fails, the password is wrong.");
}
