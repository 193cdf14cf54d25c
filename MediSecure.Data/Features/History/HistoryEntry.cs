using MediSecure.Data.Common;

namespace MediSecure.Data.Features.History;

/// <summary>What all entries of a patient's history have in common: who wrote it, and that a mistake is struck through, never deleted.</summary>
public abstract class HistoryEntry : IPatientOwned, IVersioned
{
    private protected HistoryEntry()
    {
    }

    private protected HistoryEntry(Guid id, Guid organizationId, Guid patientId, string? note, Guid recordedBy, DateTime recordedAt)
    {
        Id = id;
        OrganizationId = organizationId;
        PatientId = patientId;
        Note = note;
        RecordedBy = recordedBy;
        RecordedAt = recordedAt;
    }

    public Guid OrganizationId { get; private set; }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    public string? Note { get; private set; }

    public Guid RecordedBy { get; private set; }

    public DateTime RecordedAt { get; private set; }

    public string? ErrorReason { get; private set; }

    public Guid? EnteredInErrorBy { get; private set; }

    public DateTime? EnteredInErrorAt { get; private set; }

    public Guid Version { get; private set; }

    public bool IsInError => EnteredInErrorAt is not null;

    public Result EnterInError(string reason, Guid by, DateTime at)
    {
        if (IsInError)
        {
            return HistoryErrors.InError;
        }

        ErrorReason = reason;
        EnteredInErrorBy = by;
        EnteredInErrorAt = at;
        return Result.Ok;
    }
}

/// <summary>A vaccine that was given. FHIR: Immunization.</summary>
public sealed class Immunisation : HistoryEntry
{
    private Immunisation()
    {
    }

    public Immunisation(Guid id, Guid organizationId, Guid patientId, string vaccine, DateOnly givenOn, int? dose, string? lot, string? note, Guid recordedBy, DateTime recordedAt)
        : base(id, organizationId, patientId, note, recordedBy, recordedAt)
    {
        Vaccine = vaccine;
        GivenOn = givenOn;
        Dose = dose;
        Lot = lot;
    }

    public string Vaccine { get; private set; } = "";

    public DateOnly GivenOn { get; private set; }

    /// <summary>Which dose of the series.</summary>
    public int? Dose { get; private set; }

    /// <summary>Batch on the label.</summary>
    public string? Lot { get; private set; }
}

/// <summary>An operation or procedure in the past. FHIR: Procedure.</summary>
public sealed class PastProcedure : HistoryEntry
{
    private PastProcedure()
    {
    }

    public PastProcedure(Guid id, Guid organizationId, Guid patientId, string name, DateOnly doneOn, string? place, string? note, Guid recordedBy, DateTime recordedAt)
        : base(id, organizationId, patientId, note, recordedBy, recordedAt)
    {
        Name = name;
        DoneOn = doneOn;
        Place = place;
    }

    public string Name { get; private set; } = "";

    public DateOnly DoneOn { get; private set; }

    public string? Place { get; private set; }
}

/// <summary>FHIR: FamilyMemberHistory.relationship.</summary>
public enum FamilyRelation
{
    Mother,
    Father,
    Sister,
    Brother,
    Daughter,
    Son,
    Grandparent,
    AuntOrUncle,
    Other,
}

/// <summary>A condition of a relative. FHIR: FamilyMemberHistory.</summary>
public sealed class FamilyCondition : HistoryEntry
{
    private FamilyCondition()
    {
    }

    public FamilyCondition(Guid id, Guid organizationId, Guid patientId, FamilyRelation relation, string condition, int? onsetAge, bool diedOfIt, string? note, Guid recordedBy, DateTime recordedAt)
        : base(id, organizationId, patientId, note, recordedBy, recordedAt)
    {
        Relation = relation;
        Condition = condition;
        OnsetAge = onsetAge;
        DiedOfIt = diedOfIt;
    }

    public FamilyRelation Relation { get; private set; }

    public string Condition { get; private set; } = "";

    /// <summary>Years of age at which it began.</summary>
    public int? OnsetAge { get; private set; }

    public bool DiedOfIt { get; private set; }
}

public enum SmokingStatus
{
    Unknown,
    Never,
    Former,
    Current,
}

public enum AlcoholUse
{
    Unknown,
    None,
    Occasional,
    Regular,
    Harmful,
}

/// <summary>How somebody lives, as told on a day; the newest counts, older ones stay. FHIR: Observation (social-history).</summary>
public sealed class SocialHistory : HistoryEntry
{
    private SocialHistory()
    {
    }

    public SocialHistory(Guid id, Guid organizationId, Guid patientId, SmokingStatus smoking, int? packYears, AlcoholUse alcohol, string? occupation, string? living, string? note, Guid recordedBy, DateTime recordedAt)
        : base(id, organizationId, patientId, note, recordedBy, recordedAt)
    {
        Smoking = smoking;
        PackYears = packYears;
        Alcohol = alcohol;
        Occupation = occupation;
        Living = living;
    }

    public SmokingStatus Smoking { get; private set; }

    public int? PackYears { get; private set; }

    public AlcoholUse Alcohol { get; private set; }

    public string? Occupation { get; private set; }

    /// <summary>With whom and where.</summary>
    public string? Living { get; private set; }
}
