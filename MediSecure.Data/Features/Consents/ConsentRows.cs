namespace MediSecure.Data.Features.Consents;

/// <summary>A decision as people read it.</summary>
/// <param name="Grantee">Whom or which department it concerns; null for e-mail.</param>
/// <param name="IsLive">In force now.</param>
/// <param name="RecordedBy">Name; the patient's own when decided on screen.</param>
public sealed record ConsentRow(Guid Id, ConsentScope Scope, string? Grantee, DateTime StartsAt, DateTime? EndsAt, bool IsLive, string RecordedBy, string? Reason, DateTime? WithdrawnAt, string? WithdrawReason);

/// <summary>Somebody or something that can be kept out.</summary>
public sealed record ConsentGrantee(Guid Id, string Name);

/// <summary>Who can be kept out.</summary>
public sealed record ConsentChoices(IReadOnlyList<ConsentGrantee> People, IReadOnlyList<ConsentGrantee> Departments);
