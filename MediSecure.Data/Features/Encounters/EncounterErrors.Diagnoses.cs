using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Encounters;

public static partial class EncounterErrors
{
    public static readonly Error DiagnosisInError = Error.Conflict("diagnosis.in-error", "This diagnosis was marked as entered in error, so it stays as it is. Record it anew if it is right after all.");

    public static readonly Error UnknownCode = Error.Invalid("diagnosis.unknown-code", "This code is not in the list, or is a heading of it. Choose a diagnosis from the list.", "Code");

    public static readonly Error DiagnosisTwice = Error.Conflict("diagnosis.twice", "This diagnosis is recorded for this visit already, so nothing was saved.", "Code");

    public static readonly Error VisitInError = Error.Conflict("diagnosis.visit-in-error", "This visit was cancelled or entered in error, so it gets no diagnosis.");
}
