using MediSecure.Data.Common;

namespace MediSecure.Data.Features.PatientSignIns;

public static class PatientSignInErrors
{
    /// <summary>The same for an unknown number, another birth date, and a code that is wrong, used, withdrawn or too old.</summary>
    public static readonly Error Wrong = Error.Invalid("claim.wrong",
        "Record number, birth date and code do not fit together, or the code is no longer valid. Check all three; after five wrong tries a code is worth nothing, and the front desk gives you a new one.");

    public static readonly Error HasSignIn = Error.Conflict("invitation.has-sign-in", "This patient has a sign-in already, so no code was made. Who has forgotten the password can set a new one on the sign-in page.");

    public static readonly Error Deceased = Error.Conflict("invitation.deceased", "This patient has died, so no code was made.");

    public static readonly Error NoneOpen = Error.Conflict("invitation.none-open", "There is no code that could be withdrawn: it was used, withdrawn or has expired.");

    public static readonly Error EmailTaken = Error.Conflict("claim.email-taken", "This e-mail already has a sign-in. Sign in with it first, then open this page again: the code adds the record to it.", "Input.Email");

    public static readonly Error OtherRecord = Error.Conflict("claim.other-record", "This sign-in already belongs to another patient of the same organisation, so it was not linked. Sign out, and choose another e-mail for this record.");

    public static readonly Error OwnCode = Error.Conflict("claim.own-code", "You made this code yourself, so it does not open the record for you, and the attempt was recorded. A colleague at the front desk can make one.");

    public static readonly Error SamePerson = Error.Conflict("claim.same-person", "This code lets somebody else act for you; it cannot be used with your own sign-in. Give it to the person whom it is for.");
}
