using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Consents;

/// <summary>What a patient agrees to, or forbids. Only what has an effect in this release.</summary>
public enum ConsentScope
{
    /// <summary>The hospital may write to the patient by e-mail.</summary>
    ElectronicMail,
    /// <summary>A named member of staff does not open the record; only emergency access does.</summary>
    KeepOutPerson,
    /// <summary>Nobody of a department opens the record; only emergency access does.</summary>
    KeepOutDepartment,
}

/// <summary>A patient's decision, from a moment until it ends or is withdrawn. Asked by the doors each time, so that it takes effect at the next operation. Kept when withdrawn. FHIR: Consent.</summary>
public sealed class Consent : IPatientOwned, IVersioned
{
    public const int ReasonLength = 400;

    /// <summary>Whoever means longer leaves the last day open.</summary>
    public const int MostYears = 20;

    private Consent()
    {
    }

    public Guid OrganizationId { get; private set; }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    public ConsentScope Scope { get; private set; }

    /// <summary>Whom it keeps out; null for other scopes.</summary>
    public Guid? StaffMemberId { get; private set; }

    /// <summary>Which department it keeps out; null for other scopes.</summary>
    public Guid? DepartmentId { get; private set; }

    public DateTime StartsAt { get; private set; }

    /// <summary>Null: until withdrawn.</summary>
    public DateTime? EndsAt { get; private set; }

    public Guid RecordedBy { get; private set; }

    /// <summary>How the front desk knows; null when the patient decided on screen.</summary>
    public string? Reason { get; private set; }

    public DateTime? WithdrawnAt { get; private set; }

    public Guid? WithdrawnBy { get; private set; }

    public string? WithdrawReason { get; private set; }

    public Guid Version { get; private set; }

    public static Result<Consent> Give(Guid id, Guid organizationId, Guid patientId, ConsentScope scope, Guid? staffMemberId, Guid? departmentId, DateTime startsAt, DateTime? endsAt, Guid recordedBy, string? reason)
    {
        if (endsAt is { } end && end <= startsAt)
        {
            return ConsentErrors.EndsBeforeItBegins;
        }

        if ((scope == ConsentScope.KeepOutPerson) != (staffMemberId is not null))
        {
            return ConsentErrors.NobodyNamed;
        }

        if ((scope == ConsentScope.KeepOutDepartment) != (departmentId is not null))
        {
            return ConsentErrors.NoDepartmentNamed;
        }

        return new Consent
        {
            Id = id, OrganizationId = organizationId, PatientId = patientId, Scope = scope, StaffMemberId = staffMemberId, DepartmentId = departmentId, StartsAt = startsAt, EndsAt = endsAt, RecordedBy = recordedBy, Reason = reason,
        };
    }

    public bool IsLive(DateTime now) => WithdrawnAt is null && StartsAt <= now && (EndsAt is null || now < EndsAt);

    public Result Withdraw(Guid by, DateTime at, string? reason)
    {
        if (WithdrawnAt is not null || at >= EndsAt)
        {
            return ConsentErrors.AlreadyOver;
        }

        WithdrawnAt = at;
        WithdrawnBy = by;
        WithdrawReason = reason;
        return Result.Ok;
    }
}
