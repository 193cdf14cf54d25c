namespace MediSecure.Data.Features.History;

/// <summary>Parts of the history.</summary>
public enum HistoryKind
{
    Immunisation,
    Procedure,
    Family,
    Social,
    Pregnancy,
}

/// <summary>One line of the history.</summary>
/// <param name="Kind">Which part.</param>
/// <param name="Id">The entry.</param>
/// <param name="Title">What it says in short; empty for social history.</param>
/// <param name="On">The day it happened, is due or ended.</param>
/// <param name="Detail">More of it, as typed.</param>
/// <param name="Note">As typed.</param>
/// <param name="RecordedBy">Name.</param>
/// <param name="RecordedAt">UTC.</param>
/// <param name="ErrorReason">Why it is struck through.</param>
/// <param name="Version">For changes.</param>
public sealed record HistoryRow(HistoryKind Kind, Guid Id, string Title, DateOnly? On, string? Detail, string? Note, string? RecordedBy, DateTime RecordedAt, string? ErrorReason, Guid Version)
{
    public bool IsInError => ErrorReason is not null;
}

/// <summary>A pregnancy.</summary>
public sealed record PregnancyRow(Guid Id, DateOnly DueOn, DateOnly? EndedOn, PregnancyOutcome? Outcome, string? Note, string? RecordedBy, DateTime RecordedAt, string? ErrorReason, Guid Version)
{
    public bool IsInError => ErrorReason is not null;
}

/// <summary>How somebody lives.</summary>
public sealed record SocialRow(Guid Id, SmokingStatus Smoking, int? PackYears, AlcoholUse Alcohol, string? Occupation, string? Living, string? Note, string? RecordedBy, DateTime RecordedAt, string? ErrorReason, Guid Version)
{
    public bool IsInError => ErrorReason is not null;
}

/// <summary>A relative's condition.</summary>
public sealed record FamilyRow(Guid Id, FamilyRelation Relation, string Condition, int? OnsetAge, bool DiedOfIt, string? Note, string? RecordedBy, DateTime RecordedAt, string? ErrorReason, Guid Version)
{
    public bool IsInError => ErrorReason is not null;
}

/// <summary>A patient's history.</summary>
/// <param name="IsPregnant">Today, by what is recorded.</param>
public sealed record HistoryPicture(IReadOnlyList<HistoryRow> Immunisations, IReadOnlyList<HistoryRow> Procedures, IReadOnlyList<FamilyRow> Family, IReadOnlyList<SocialRow> Social,
    IReadOnlyList<PregnancyRow> Pregnancies, bool IsPregnant);
