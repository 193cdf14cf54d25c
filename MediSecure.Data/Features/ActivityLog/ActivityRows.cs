namespace MediSecure.Data.Features.ActivityLog;

/// <summary>What of the log is wanted; null parts are open.</summary>
/// <param name="ActorUserId">Sign-in of who acted.</param>
/// <param name="PatientId">Whom it concerned.</param>
/// <param name="EventCode">One operation.</param>
/// <param name="Outcome">Done, refused or failed.</param>
/// <param name="From">First day, by the organisation's clock.</param>
/// <param name="Until">Last day, included.</param>
public sealed record ActivityFilter(Guid? ActorUserId = null, Guid? PatientId = null, string? EventCode = null, AuditOutcome? Outcome = null, DateOnly? From = null, DateOnly? Until = null)
{
    public bool IsOpen => this == new ActivityFilter();

    /// <summary>For the audit: which filters were set, not to what.</summary>
    public string Shape => IsOpen ? "all" : string.Join(", ", new[]
    {
        ActorUserId is null ? null : "person", PatientId is null ? null : "patient", EventCode is null ? null : "operation", Outcome is null ? null : "outcome", From is null && Until is null ? null : "days",
    }.OfType<string>());
}

/// <summary>Where the next page begins: after this event.</summary>
public sealed record ActivityCursor(DateTime RecordedAt, Guid Id);

/// <summary>A page of the log, newest first.</summary>
/// <param name="Rows">At most as many as were asked for.</param>
/// <param name="Next">Null when there are no older ones.</param>
public sealed record ActivityPage(IReadOnlyList<ActivityRow> Rows, ActivityCursor? Next);

/// <summary>One event as people read it.</summary>
public sealed record ActivityRow
{
    public required Guid Id { get; init; }
    public required DateTime RecordedAt { get; init; }
    public required string EventCode { get; init; }

    /// <summary><c>Admit a patient</c>.</summary>
    public required string Operation { get; init; }

    public required AuditAction Action { get; init; }
    public required AuditOutcome Outcome { get; init; }
    public Guid? ActorUserId { get; init; }

    /// <summary>Who acted; a job's name for jobs; never empty.</summary>
    public required string Actor { get; init; }

    /// <summary>Roles held at the time, as stored.</summary>
    public required string Roles { get; init; }

    /// <summary>The whole sentence: <c>Joy Okafor admitted Chinedu Eze to bed 301-A</c>.</summary>
    public required string Sentence { get; init; }

    /// <summary>The sentence without who acted: <c>admitted Chinedu Eze to bed 301-A</c>.</summary>
    public required string What { get; init; }

    public required AuditPurpose Purpose { get; init; }

    /// <summary>Acted for the patient, by a grant.</summary>
    public bool OnBehalf { get; init; }

    public Guid? PatientId { get; init; }
    public string? Patient { get; init; }
    public string? RecordNumber { get; init; }
    public DateOnly? BirthDate { get; init; }
    public string? EntityType { get; init; }
    public Guid? EntityId { get; init; }
    public string? Reason { get; init; }
    public string? Address { get; init; }

    /// <summary>Place in the organisation's chain; null in the second or two before it is sealed.</summary>
    public long? SealNumber { get; init; }
    public required IReadOnlyList<ActivityChange> Changes { get; init; }
}

/// <summary>A row that was changed.</summary>
/// <param name="What"><c>Bed 301-A</c>, <c>Appointment</c>.</param>
/// <param name="How"><c>created</c>, <c>changed</c>, <c>deleted</c>, <c>shown</c>.</param>
/// <param name="Fields">What about it.</param>
public sealed record ActivityChange(string What, string How, IReadOnlyList<ActivityField> Fields);

/// <summary>Old and new are null where the log keeps only the field's name.</summary>
public sealed record ActivityField(string Name, string? Old, string? New);

/// <summary>Somebody to filter by.</summary>
public sealed record ActivityActor(Guid UserId, string Name);

/// <summary>A finished file.</summary>
/// <param name="FileName">ASCII, no patient data.</param>
/// <param name="Content">CSV by RFC 4180, UTF-8 with a byte-order mark.</param>
/// <param name="Rows">Events in it.</param>
/// <param name="Cut">There were more than fit.</param>
public sealed record ActivityExport(string FileName, byte[] Content, int Rows, bool Cut);
