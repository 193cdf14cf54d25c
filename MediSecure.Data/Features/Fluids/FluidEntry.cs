using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Fluids;

/// <summary>What went in or came out.</summary>
public enum FluidKind
{
    Oral,
    Intravenous,
    TubeFeed,
    BloodProduct,
    OtherIntake,
    Urine,
    Vomit,
    Drain,
    Stool,
    OtherOutput,
}

/// <summary>An amount of fluid that went in or came out at one moment. FHIR: Observation. Never edited: a mistake is marked and struck through.</summary>
public sealed class FluidEntry : IPatientOwned, IVersioned
{
    private FluidEntry()
    {
    }

    public FluidEntry(Guid id, Guid organizationId, Guid patientId, FluidKind kind, int millilitres, string? note, DateTime takenAt, DateTime recordedAt, Guid recordedBy)
    {
        Id = id;
        OrganizationId = organizationId;
        PatientId = patientId;
        Kind = kind;
        Millilitres = millilitres;
        Note = note;
        TakenAt = takenAt;
        RecordedAt = recordedAt;
        RecordedBy = recordedBy;
    }

    public Guid OrganizationId { get; private set; }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    public FluidKind Kind { get; private set; }

    /// <summary>Zero is a value: no urine in six hours is a finding.</summary>
    public int Millilitres { get; private set; }

    public string? Note { get; private set; }

    public DateTime TakenAt { get; private set; }

    public DateTime RecordedAt { get; private set; }

    public Guid RecordedBy { get; private set; }

    public DateTime? EnteredInErrorAt { get; private set; }

    public Guid? EnteredInErrorBy { get; private set; }

    public string? EnteredInErrorReason { get; private set; }

    public Guid Version { get; private set; }

    public Result MarkInError(string reason, DateTime at, Guid by)
    {
        if (EnteredInErrorAt is not null)
        {
            return FluidErrors.AlreadyInError;
        }

        (EnteredInErrorAt, EnteredInErrorBy, EnteredInErrorReason) = (at, by, reason);
        return Result.Ok;
    }
}

public static class FluidKinds
{
    public static bool IsIntake(this FluidKind kind) => kind <= FluidKind.OtherIntake;

    public static string Word(this FluidKind kind) => kind switch
    {
        FluidKind.Oral => "Drink",
        FluidKind.Intravenous => "Intravenous",
        FluidKind.TubeFeed => "Tube feed",
        FluidKind.BloodProduct => "Blood product",
        FluidKind.OtherIntake => "Other intake",
        FluidKind.Urine => "Urine",
        FluidKind.Vomit => "Vomit",
        FluidKind.Drain => "Drain",
        FluidKind.Stool => "Stool",
        _ => "Other output",
    };
}
