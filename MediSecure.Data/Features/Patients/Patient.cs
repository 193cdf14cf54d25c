using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Patients;

/// <summary>Administrative sex. FHIR: Patient.gender.</summary>
public enum Sex
{
    Unknown,
    Female,
    Male,
    Other,
}

/// <summary>Why a chart asks everybody for a reason. FHIR: Patient.meta.security.</summary>
public enum ChartRestriction
{
    /// <summary>Somebody who works here.</summary>
    Staff,
    /// <summary>Somebody whom others are curious about.</summary>
    Vip,
    Psychiatric,
}

/// <summary>A patient of one organisation; registered anew elsewhere, never shared. FHIR: Patient.</summary>
public sealed class Patient : IPatientOwned, IVersioned
{
    /// <summary>Years. Nobody is known to have lived longer than 122.</summary>
    public const int MaxAge = 130;

    private Patient()
    {
    }

    public Patient(Guid id, Guid organizationId, string recordNumber, PersonName name, Sex sex, DateOnly birthDate, DateTime registeredAt)
    {
        Id = id;
        OrganizationId = organizationId;
        RecordNumber = recordNumber;
        Rename(name);
        Sex = sex;
        BirthDate = birthDate;
        RegisteredAt = registeredAt;
    }

    public Guid OrganizationId { get; private set; }

    public Guid Id { get; private set; }

    /// <summary>A patient belongs to their own compartment.</summary>
    public Guid PatientId => Id;

    /// <summary>Number at this organisation, e.g. <c>CH-103882</c>.</summary>
    public string RecordNumber { get; private set; } = "";

    public string? Title { get; private set; }

    public string? GivenName { get; private set; }

    public string? MiddleName { get; private set; }

    public string? FamilyName { get; private set; }

    /// <summary>The parts in reading order; what screens show. Kept with the parts by <see cref="Rename"/>.</summary>
    public string DisplayName { get; private set; } = "";

    /// <summary>Lower case, no accents, for ordering and for finding an inner part of a name; see <see cref="SearchText"/>.</summary>
    public string SearchName { get; private set; } = "";

    public Sex Sex { get; private set; }

    public DateOnly BirthDate { get; private set; }

    public EncryptedText? Phone { get; private set; }

    /// <summary>Blind index by which the whole phone number is found, however it is written.</summary>
    public byte[]? PhoneIndex { get; private set; }

    public EncryptedText? Email { get; private set; }

    public EncryptedText? Address { get; private set; }

    public EncryptedText? NextOfKinName { get; private set; }

    public EncryptedText? NextOfKinPhone { get; private set; }

    /// <summary>The number that the country gives its people. FHIR: Patient.identifier.</summary>
    public EncryptedText? NationalId { get; private set; }

    /// <summary>Blind index of the national id: one patient here has it.</summary>
    public byte[]? NationalIdIndex { get; private set; }

    /// <summary>The patient's own sign-in, when there is one.</summary>
    public Guid? UserId { get; private set; }

    public DateTime RegisteredAt { get; private set; }

    /// <summary>Set when the patient died: no bookings after that.</summary>
    public DateTime? DeceasedAt { get; private set; }

    /// <summary>Set when the chart is restricted: everybody gives a reason each time they open it, those who treat the patient too.</summary>
    public ChartRestriction? Restriction { get; private set; }

    public DateTime? RestrictedAt { get; private set; }

    /// <summary>Sign-in of who restricted it.</summary>
    public Guid? RestrictedBy { get; private set; }

    public Guid Version { get; private set; }

    public void Rename(PersonName name)
    {
        Title = name.Title;
        GivenName = name.Given;
        MiddleName = name.Middle;
        FamilyName = name.Family;
        DisplayName = name.Display;
        SearchName = SearchText.Normalize(name.Display);
    }

    public void SetContact(PatientContact contact)
    {
        (Phone, PhoneIndex) = contact.Phone;
        Email = contact.Email;
        Address = contact.Address;
        NextOfKinName = contact.NextOfKinName;
        NextOfKinPhone = contact.NextOfKinPhone;
        (NationalId, NationalIdIndex) = contact.NationalId;
    }

    /// <summary>Whether a birth date can be true: not after <paramref name="today"/> (the organisation's day) and within a human life.</summary>
    public static Result CheckBirthDate(DateOnly birthDate, DateOnly today) =>
        birthDate > today ? PatientErrors.BornInTheFuture
        : birthDate < today.AddYears(-MaxAge) ? PatientErrors.TooOld
        : Result.Ok;

    public void Correct(Sex sex, DateOnly birthDate)
    {
        Sex = sex;
        BirthDate = birthDate;
    }

    public void LinkSignIn(Guid userId) => UserId = userId;

    public void RecordDeath(DateTime at) => DeceasedAt ??= at;

    public Result Restrict(ChartRestriction kind, DateTime at, Guid by)
    {
        if (Restriction == kind)
        {
            return PatientErrors.AlreadyRestricted;
        }

        (Restriction, RestrictedAt, RestrictedBy) = (kind, at, by);
        return Result.Ok;
    }

    public Result LiftRestriction()
    {
        if (Restriction is null)
        {
            return PatientErrors.NotRestricted;
        }

        (Restriction, RestrictedAt, RestrictedBy) = (null, null, null);
        return Result.Ok;
    }

    /// <summary>The time as it is certified; it may be known better than the bed board did.</summary>
    public void CorrectDeath(DateTime at) => DeceasedAt = at;

    /// <summary>Recorded by mistake.</summary>
    public void TakeBackDeath() => DeceasedAt = null;
}
