namespace MediSecure.Data.Features.ActivityLog;

/// <summary>What a patient wants to see of who opened their record; null parts are open.</summary>
/// <param name="Own">What one did oneself, instead of what others did.</param>
/// <param name="ActorUserId">One person.</param>
/// <param name="From">First day, by the organisation's clock.</param>
/// <param name="Until">Last day, included.</param>
public sealed record RecordAccessFilter(bool Own = false, Guid? ActorUserId = null, DateOnly? From = null, DateOnly? Until = null);

/// <summary>A page of it, newest first.</summary>
/// <param name="Rows">At most as many as were asked for.</param>
/// <param name="Next">Null when there are no older ones.</param>
public sealed record RecordAccessList(IReadOnlyList<RecordAccessRow> Rows, ActivityCursor? Next);

/// <summary>Somebody opened or changed the record.</summary>
/// <param name="Id">The event.</param>
/// <param name="RecordedAt">UTC.</param>
/// <param name="Who">The person's name.</param>
/// <param name="Roles">Roles held at the time, as stored.</param>
/// <param name="What">What was done, without the name: <c>opened the record of Amina Bello</c>.</param>
/// <param name="Purpose">What for.</param>
/// <param name="Reason">As typed when it was done; null when none was asked for.</param>
/// <param name="Outcome">Refused attempts are shown too.</param>
/// <param name="OnBehalf">The person acted for the patient, by a grant.</param>
public sealed record RecordAccessRow(Guid Id, DateTime RecordedAt, string Who, string Roles, string What, AuditPurpose Purpose, string? Reason, AuditOutcome Outcome, bool OnBehalf);
