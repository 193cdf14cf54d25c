using MediSecure.Data.Features.Patients;
using MediSecure.Data.Features.Vitals;

namespace MediSecure.Data.Features.Triage;

/// <summary>Somebody in the queue as the front desk sees it: that they are there and wait, and nothing clinical.</summary>
/// <param name="CanCorrect">No nurse or doctor has worked on it: the desk may mark it as a mistake.</param>
public sealed record TriageQueueRow(Guid Id, Guid PatientId, string Patient, string RecordNumber, Sex Sex, DateOnly BirthDate, DateTime ArrivedAt, bool WithDoctor, bool CanCorrect);

/// <summary>Where a patient is in the queue, for the chart's banner.</summary>
public sealed record TriagePlaceRow(Guid Id, DateTime ArrivedAt, bool WithDoctor);

/// <summary>Somebody in the queue as nurses and doctors see it.</summary>
public sealed record TriageRow
{
    public required Guid Id { get; init; }

    public required Guid PatientId { get; init; }

    public required string Patient { get; init; }

    public required string RecordNumber { get; init; }

    public required Sex Sex { get; init; }

    public required DateOnly BirthDate { get; init; }

    public required TriageStatus Status { get; init; }

    public required DateTime ArrivedAt { get; init; }

    public required ArrivalMode Mode { get; init; }

    /// <summary>The chart asks for a reason: no clinical words and no score here.</summary>
    public bool IsRestricted { get; init; }

    /// <summary>The patient keeps the caller out, or was here and is not treated by the caller any more: no clinical words and no score here.</summary>
    public bool IsShut { get; init; }

    public string? Presenting { get; init; }

    public TriageLevel? Level { get; init; }

    public string? Complaint { get; init; }

    public DateTime? TriagedAt { get; init; }

    public string? TriagedBy { get; init; }

    public string? HandBackReason { get; init; }

    /// <summary>The newest set since the arrival; null when there is none.</summary>
    public News2Status? News2 { get; init; }

    /// <summary>The last score since the arrival, also while the newest set is incomplete.</summary>
    public int? News2Score { get; init; }

    /// <summary>When the set of <see cref="News2Score"/> was taken.</summary>
    public DateTime? News2ScoredAt { get; init; }

    public News2Response? News2Response { get; init; }

    public Guid? EncounterId { get; init; }

    public DateTime? TakenAt { get; init; }

    public string? TakenBy { get; init; }

    public TriageDisposition? Disposition { get; init; }

    public DateTime? ClosedAt { get; init; }

    public string? ClosedBy { get; init; }

    public string? CloseNote { get; init; }

    /// <summary>To be admitted, and in no bed yet.</summary>
    public bool WaitsForBed { get; init; }

    public Guid Version { get; init; }

    public DateTime DueAt => TriageTimes.DueAt(ArrivedAt, Level);

    public bool IsLate(DateTime now) => Status == TriageStatus.Waiting && TriageTimes.IsLate(ArrivedAt, Level, now);
}

/// <summary>The queue in its sections.</summary>
/// <param name="ToTriage">Not yet triaged, oldest first.</param>
/// <param name="Waiting">Triaged: by level, then by arrival.</param>
/// <param name="WithDoctor">With a doctor, or waiting for a bed.</param>
/// <param name="Closed">Of the last twelve hours, newest first.</param>
public sealed record TriageBoard(IReadOnlyList<TriageRow> ToTriage, IReadOnlyList<TriageRow> Waiting, IReadOnlyList<TriageRow> WithDoctor, IReadOnlyList<TriageRow> Closed)
{
    /// <summary>Sorts rows into sections; one place for the order of the queue.</summary>
    public static TriageBoard Of(IReadOnlyList<TriageRow> rows)
    {
        var waiting = rows.Where(r => r.Status == TriageStatus.Waiting).OrderBy(r => r.Level).ThenBy(r => r.ArrivedAt).ThenBy(r => r.Id).ToList();
        return new([.. waiting.Where(r => r.Level is null)], [.. waiting.Where(r => r.Level is not null)],
            [.. rows.Where(r => r.Status == TriageStatus.WithDoctor || r.WaitsForBed).OrderBy(r => r.TakenAt).ThenBy(r => r.Id)],
            [.. rows.Where(r => r.ClosedAt is not null && !r.WaitsForBed).OrderByDescending(r => r.ClosedAt).ThenBy(r => r.Id)]);
    }

    public IEnumerable<TriageRow> All => ToTriage.Concat(Waiting).Concat(WithDoctor).Concat(Closed);
}

/// <summary>One triage of an entry.</summary>
public sealed record TriageAssessmentRow(Guid Id, DateTime AssessedAt, string? By, TriageLevel? OldLevel, TriageLevel NewLevel, string Complaint);
