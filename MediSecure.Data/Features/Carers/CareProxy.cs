using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Carers;

/// <summary>What somebody who acts for a patient is to them.</summary>
public enum CarerRelationship
{
    Parent,
    Guardian,
    Spouse,
    Child,
    Sibling,
    OtherRelative,
    Friend,
    ProfessionalCarer,
}

/// <summary>A dated grant: somebody acts for a patient, sees and does what the patient could, until it ends or is revoked. Accepted with a one-time code. FHIR: RelatedPerson with Consent.</summary>
public sealed class CareProxy : IPatientOwned, IVersioned
{
    public const int NameLength = 200;
    public const int ReasonLength = 400;

    /// <summary>Nobody is given a grant for longer; it can be given again.</summary>
    public const int MostYears = 5;

    private CareProxy()
    {
    }

    public Guid OrganizationId { get; private set; }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    /// <summary>As whoever grants it calls the person, who need not be known here otherwise.</summary>
    public string CarerName { get; private set; } = "";

    public CarerRelationship Relationship { get; private set; }

    public DateTime StartsAt { get; private set; }

    public DateTime EndsAt { get; private set; }

    public Guid GrantedBy { get; private set; }

    public DateTime GrantedAt { get; private set; }

    /// <summary>Why the front desk granted it; null when the patient did.</summary>
    public string? GrantReason { get; private set; }

    /// <summary>The sign-in; null until the code was used.</summary>
    public Guid? CarerUserId { get; private set; }

    public DateTime? AcceptedAt { get; private set; }

    public DateTime? RevokedAt { get; private set; }

    public Guid? RevokedBy { get; private set; }

    public string? RevokeReason { get; private set; }

    public Guid Version { get; private set; }

    public static Result<CareProxy> Grant(Guid id, Guid organizationId, Guid patientId, string carerName, CarerRelationship relationship, DateTime startsAt, DateTime endsAt, Guid grantedBy, DateTime grantedAt, string? reason)
    {
        if (endsAt <= startsAt || endsAt <= grantedAt)
        {
            return CarerErrors.EndsBeforeItBegins;
        }

        if (endsAt > startsAt.AddYears(MostYears).AddDays(1))
        {
            return CarerErrors.TooLong;
        }

        return new CareProxy
        {
            Id = id, OrganizationId = organizationId, PatientId = patientId, CarerName = carerName, Relationship = relationship, StartsAt = startsAt, EndsAt = endsAt, GrantedBy = grantedBy, GrantedAt = grantedAt, GrantReason = reason,
        };
    }

    /// <summary>In force now for whoever accepted it.</summary>
    public bool IsLive(DateTime now) => CarerUserId is not null && RevokedAt is null && StartsAt <= now && now < EndsAt;

    public Result Accept(Guid userId, DateTime at)
    {
        if (RevokedAt is not null || CarerUserId is not null || at >= EndsAt)
        {
            return CarerErrors.NotOpen;
        }

        CarerUserId = userId;
        AcceptedAt = at;
        return Result.Ok;
    }

    public Result Revoke(Guid by, DateTime at, string? reason)
    {
        if (RevokedAt is not null || at >= EndsAt)
        {
            return CarerErrors.AlreadyOver;
        }

        RevokedAt = at;
        RevokedBy = by;
        RevokeReason = reason;
        return Result.Ok;
    }
}
