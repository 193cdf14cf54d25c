using System.Globalization;
using MediSecure.Data.Features.Allergies;
using MediSecure.Data.Features.History;
using MediSecure.Data.Features.Problems;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.Timeline;

public sealed partial class TimelineService
{
    private static async Task<IReadOnlyList<TimelineEntry>> ProblemsAsync(MediSecureDbContext db, TimelineWindow window, CancellationToken ct)
    {
        var rows = await (
            from p in db.HealthProblems.AsNoTracking()
            where p.RecordedAt < window.Before && (window.From == null || p.RecordedAt >= window.From)
            from who in db.StaffMembers.Where(s => s.UserId == p.RecordedBy).DefaultIfEmpty()
            orderby p.RecordedAt descending
            select new { p.Id, p.RecordedAt, p.Title, p.Code, p.OnsetOn, p.Verification, By = who.Name }).Take(window.Most + 1).ToListAsync(ct);
        return [.. rows.Select(r => new TimelineEntry(r.Id, r.RecordedAt, TimelineKind.Problem, $"Problem: {r.Title}", Sentence(r.Code, r.OnsetOn is { } on ? $"since {Day(on)}" : null,
            r.Verification switch { ProblemVerification.Provisional => "provisional", ProblemVerification.Refuted => "refuted", _ => null }), r.By, "problems", r.Verification == ProblemVerification.EnteredInError))];
    }

    private static async Task<IReadOnlyList<TimelineEntry>> ProblemsEndedAsync(MediSecureDbContext db, TimelineWindow window, CancellationToken ct)
    {
        var (since, before) = (window.FromDay, window.BeforeDay);
        var rows = await (
            from p in db.HealthProblems.AsNoTracking()
            where p.AbatedOn != null && p.AbatedOn < before && (since == null || p.AbatedOn >= since)
            orderby p.AbatedOn descending, p.Id
            select new { p.Id, On = p.AbatedOn!.Value, p.Title, p.ClinicalStatus, p.Verification }).Take(window.Most + 1).ToListAsync(ct);
        return [.. rows.Select(r => new TimelineEntry(r.Id, window.StartOf(r.On), TimelineKind.Problem, $"Problem {(r.ClinicalStatus == ProblemStatus.Remission ? "in remission" : "resolved")}: {r.Title}", null, null, "problems",
            r.Verification == ProblemVerification.EnteredInError, DayOnly: true))];
    }

    private static async Task<IReadOnlyList<TimelineEntry>> AllergiesAsync(MediSecureDbContext db, TimelineWindow window, CancellationToken ct)
    {
        var rows = await (
            from a in db.Allergies.AsNoTracking()
            where a.RecordedAt < window.Before && (window.From == null || a.RecordedAt >= window.From)
            from who in db.StaffMembers.Where(s => s.UserId == a.RecordedBy).DefaultIfEmpty()
            orderby a.RecordedAt descending
            select new { a.Id, a.RecordedAt, a.Substance, a.Type, a.OnsetYear, a.Verification, By = who.Name }).Take(window.Most + 1).ToListAsync(ct);
        return [.. rows.Select(r => new TimelineEntry(r.Id, r.RecordedAt, TimelineKind.Allergy, $"{(r.Type == AllergyType.Allergy ? "Allergy" : "Intolerance")}: {r.Substance}",
            Sentence(r.OnsetYear is { } year ? $"since {year.ToString(CultureInfo.InvariantCulture)}" : null, r.Verification == AllergyVerification.Refuted ? "refuted" : null), r.By, "problems", r.Verification == AllergyVerification.EnteredInError))];
    }

    private static async Task<IReadOnlyList<TimelineEntry>> NoAllergiesAsync(MediSecureDbContext db, TimelineWindow window, CancellationToken ct)
    {
        var rows = await (
            from s in db.NoKnownAllergies.AsNoTracking()
            where s.StatedAt < window.Before && (window.From == null || s.StatedAt >= window.From)
            from who in db.StaffMembers.Where(m => m.UserId == s.StatedBy).DefaultIfEmpty()
            orderby s.StatedAt descending
            select new { s.Id, s.StatedAt, s.WithdrawnReason, By = who.Name }).Take(window.Most + 1).ToListAsync(ct);
        return [.. rows.Select(r => new TimelineEntry(r.Id, r.StatedAt, TimelineKind.Allergy, "No known allergies", null, r.By, "problems", r.WithdrawnReason is not null))];
    }

    /// <summary>Under the day on which it was given, however late it was written down.</summary>
    private static async Task<IReadOnlyList<TimelineEntry>> ImmunisationsAsync(MediSecureDbContext db, TimelineWindow window, CancellationToken ct)
    {
        var (since, before) = (window.FromDay, window.BeforeDay);
        var rows = await (
            from e in db.Immunisations.AsNoTracking()
            where e.GivenOn < before && (since == null || e.GivenOn >= since)
            from who in db.StaffMembers.Where(s => s.UserId == e.RecordedBy).DefaultIfEmpty()
            orderby e.GivenOn descending, e.Id
            select new { e.Id, e.GivenOn, e.RecordedAt, e.Vaccine, e.Dose, e.EnteredInErrorAt, By = who.Name }).Take(window.Most + 1).ToListAsync(ct);
        return [.. rows.Select(r => new TimelineEntry(r.Id, window.StartOf(r.GivenOn), TimelineKind.History, $"Immunisation: {r.Vaccine}",
            Sentence(r.Dose is { } dose ? $"dose {dose.ToString(CultureInfo.InvariantCulture)}" : null, Recorded(window, r.GivenOn, r.RecordedAt)), r.By, "history", r.EnteredInErrorAt is not null, DayOnly: true))];
    }

    /// <summary>Under the day on which it was done, however late it was written down.</summary>
    private static async Task<IReadOnlyList<TimelineEntry>> ProceduresAsync(MediSecureDbContext db, TimelineWindow window, CancellationToken ct)
    {
        var (since, before) = (window.FromDay, window.BeforeDay);
        var rows = await (
            from e in db.PastProcedures.AsNoTracking()
            where e.DoneOn < before && (since == null || e.DoneOn >= since)
            from who in db.StaffMembers.Where(s => s.UserId == e.RecordedBy).DefaultIfEmpty()
            orderby e.DoneOn descending, e.Id
            select new { e.Id, e.DoneOn, e.RecordedAt, e.Name, e.Place, e.EnteredInErrorAt, By = who.Name }).Take(window.Most + 1).ToListAsync(ct);
        return [.. rows.Select(r => new TimelineEntry(r.Id, window.StartOf(r.DoneOn), TimelineKind.History, $"Procedure: {r.Name}",
            Sentence(r.Place, Recorded(window, r.DoneOn, r.RecordedAt)), r.By, "history", r.EnteredInErrorAt is not null, DayOnly: true))];
    }

    private static async Task<IReadOnlyList<TimelineEntry>> PregnanciesAsync(MediSecureDbContext db, TimelineWindow window, CancellationToken ct)
    {
        var rows = await (
            from e in db.Pregnancies.AsNoTracking()
            where e.RecordedAt < window.Before && (window.From == null || e.RecordedAt >= window.From)
            from who in db.StaffMembers.Where(s => s.UserId == e.RecordedBy).DefaultIfEmpty()
            orderby e.RecordedAt descending
            select new { e.Id, e.RecordedAt, e.DueOn, e.EnteredInErrorAt, By = who.Name }).Take(window.Most + 1).ToListAsync(ct);
        return [.. rows.Select(r => new TimelineEntry(r.Id, r.RecordedAt, TimelineKind.Pregnancy, "Pregnancy recorded", $"due {Day(r.DueOn)}", r.By, "history", r.EnteredInErrorAt is not null))];
    }

    private static async Task<IReadOnlyList<TimelineEntry>> PregnanciesEndedAsync(MediSecureDbContext db, TimelineWindow window, CancellationToken ct)
    {
        var (since, before) = (window.FromDay, window.BeforeDay);
        var rows = await (
            from e in db.Pregnancies.AsNoTracking()
            where e.EndedOn != null && e.EndedOn < before && (since == null || e.EndedOn >= since)
            orderby e.EndedOn descending, e.Id
            select new { e.Id, On = e.EndedOn!.Value, e.Outcome, e.EnteredInErrorAt }).Take(window.Most + 1).ToListAsync(ct);
        return [.. rows.Select(r => new TimelineEntry(r.Id, window.StartOf(r.On), TimelineKind.Pregnancy, "Pregnancy ended", r.Outcome?.Word(), null, "history", r.EnteredInErrorAt is not null, DayOnly: true))];
    }

    /// <summary>With its cause, wherever it happened; that a stay ended with it stands there besides.</summary>
    private static async Task<IReadOnlyList<TimelineEntry>> DeathsAsync(MediSecureDbContext db, TimelineWindow window, CancellationToken ct)
    {
        var rows = await (
            from d in db.DeathRecords.AsNoTracking()
            where d.DiedAt < window.Before && (window.From == null || d.DiedAt >= window.From)
            from who in db.StaffMembers.Where(s => s.UserId == d.CertifiedBy).DefaultIfEmpty()
            orderby d.DiedAt descending
            select new { d.Id, d.DiedAt, d.Code, d.Cause, d.Place, d.EnteredInErrorAt, By = who.Name }).Take(window.Most + 1).ToListAsync(ct);
        return [.. rows.Select(r => new TimelineEntry(r.Id, r.DiedAt, TimelineKind.Death, "Died", Sentence(r.Cause, r.Code, r.Place), r.By, "overview", r.EnteredInErrorAt is not null))];
    }
}
