using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Carers;

public static class CarerErrors
{
    public static readonly Error EndsBeforeItBegins = Error.Invalid("carer.ends-before", "The last day lies before the first, or in the past. Choose a later last day.", "UntilOn");

    public static readonly Error StartsInThePast = Error.Invalid("carer.starts-in-the-past", "The first day lies in the past. Leave it empty for today, or choose a later one.", "FromOn");

    public static readonly Error TooLong = Error.Invalid("carer.too-long", $"A grant lasts at most {CareProxy.MostYears} years. Choose an earlier last day; it can be given again later.", "UntilOn");

    public static readonly Error NotOpen = Error.Conflict("carer.not-open", "This grant was accepted, revoked or has ended already, so nothing was changed.");

    public static readonly Error AlreadyOver = Error.Conflict("carer.already-over", "This grant has ended already, so nothing was changed.");

    public static readonly Error ReasonMissing = Error.Invalid("carer.reason-missing", "Write how you know that this is right, for example which paper you saw. The patient can read it.", "Reason");

    public static readonly Error Deceased = Error.Conflict("carer.deceased", "This patient has died, so no grant was made.");
}
