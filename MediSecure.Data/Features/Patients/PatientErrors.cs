using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Patients;

/// <summary>What registering and editing a patient can be refused for.</summary>
public static class PatientErrors
{
    public static readonly Error Nameless = Error.Invalid("patient.nameless", "A patient needs a given name or a family name with at least one letter or digit. Type the name as the person says it; one word is enough.", "GivenName");

    public static readonly Error SexMissing = Error.Invalid("patient.sex-missing", "Choose the sex, or Unknown when nobody can say.", "Sex");

    public static readonly Error BirthDateMissing = Error.Invalid("patient.birth-date-missing", "A birth date is needed: it tells people of the same name apart. Type an estimate when the day is not known.", "BirthDate");

    public static readonly Error BornInTheFuture = Error.Invalid("patient.born-in-the-future", "The birth date lies in the future. Check the year.", "BirthDate");

    public static readonly Error TooOld = Error.Invalid("patient.too-old", $"The birth date lies more than {Patient.MaxAge} years back. Check the year.", "BirthDate");

    public static readonly Error NationalIdTaken = Error.Conflict("patient.national-id-taken", "Another patient here has this national id, so nothing was saved. Search for the number: it may be the same person. Otherwise check its digits.", "NationalId");

    public static readonly Error IdTaken = Error.Conflict("patient.id-taken", "This form was already used for somebody else, so nothing was saved. Open a new registration form and type it again.");

    public static readonly Error AlreadyRestricted = Error.Conflict("patient.already-restricted", "This chart is already restricted in this way, so nothing was changed.");

    public static readonly Error NotRestricted = Error.Conflict("patient.not-restricted", "This chart is not restricted, so there is nothing to lift.");
}
