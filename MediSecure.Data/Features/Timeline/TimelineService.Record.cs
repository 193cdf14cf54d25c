using MediSecure.Data.Features.Allergies;
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
            select new { p.Id, p.RecordedAt, p.Title, p.Code, p.Verification, By = who.Name }).Take(window.Most + 1).ToListAsync(ct);
        return [.. rows.Select(r => new TimelineEntry(r.Id, r.RecordedAt, TimelineKind.Problem, $"Problem: {r.Title}", Sentence(r.Code, r.Verification == ProblemVerification.Provisional ? "provisional" : null), r.By, "problems",
            r.Verification == ProblemVerification.EnteredInError))];
    }

    private static async Task<IReadOnlyList<TimelineEntry>> AllergiesAsync(MediSecureDbContext db, TimelineWindow window, CancellationToken ct)
    {
        var rows = await (
            from a in db.Allergies.AsNoTracking()
            where a.RecordedAt < window.Before && (window.From == null || a.RecordedAt >= window.From)
            from who in db.StaffMembers.Where(s => s.UserId == a.RecordedBy).DefaultIfEmpty()
            orderby a.RecordedAt descending
            select new { a.Id, a.RecordedAt, a.Substance, a.Type, a.Verification, By = who.Name }).Take(window.Most + 1).ToListAsync(ct);
        return [.. rows.Select(r => new TimelineEntry(r.Id, r.RecordedAt, TimelineKind.Allergy, $"{(r.Type == AllergyType.Allergy ? "Allergy" : "Intolerance")}: {r.Substance}", null, r.By, "problems",
            r.Verification == AllergyVerification.EnteredInError))];
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

    private static async Task<IReadOnlyList<TimelineEntry>> ImmunisationsAsync(MediSecureDbContext db, TimelineWindow window, CancellationToken ct)
    {
        var rows = await (
            from e in db.Immunisations.AsNoTracking()
            where e.RecordedAt < window.Before && (window.From == null || e.RecordedAt >= window.From)
            from who in db.StaffMembers.Where(s => s.UserId == e.RecordedBy).DefaultIfEmpty()
            orderby e.RecordedAt descending
            select new { e.Id, e.RecordedAt, e.Vaccine, e.EnteredInErrorAt, By = who.Name }).Take(window.Most + 1).ToListAsync(ct);
        return [.. rows.Select(r => new TimelineEntry(r.Id, r.RecordedAt, TimelineKind.History, $"Immunisation: {r.Vaccine}", null, r.By, "history", r.EnteredInErrorAt is not null))];
    }

    private static async Task<IReadOnlyList<TimelineEntry>> ProceduresAsync(MediSecureDbContext db, TimelineWindow window, CancellationToken ct)
    {
        var rows = await (
            from e in db.PastProcedures.AsNoTracking()
            where e.RecordedAt < window.Before && (window.From == null || e.RecordedAt >= window.From)
            from who in db.StaffMembers.Where(s => s.UserId == e.RecordedBy).DefaultIfEmpty()
            orderby e.RecordedAt descending
            select new { e.Id, e.RecordedAt, e.Name, e.EnteredInErrorAt, By = who.Name }).Take(window.Most + 1).ToListAsync(ct);
        return [.. rows.Select(r => new TimelineEntry(r.Id, r.RecordedAt, TimelineKind.History, $"Past procedure: {r.Name}", null, r.By, "history", r.EnteredInErrorAt is not null))];
    }

    private static async Task<IReadOnlyList<TimelineEntry>> PregnanciesAsync(MediSecureDbContext db, TimelineWindow window, CancellationToken ct)
    {
        var rows = await (
            from e in db.Pregnancies.AsNoTracking()
            where e.RecordedAt < window.Before && (window.From == null || e.RecordedAt >= window.From)
            from who in db.StaffMembers.Where(s => s.UserId == e.RecordedBy).DefaultIfEmpty()
            orderby e.RecordedAt descending
            select new { e.Id, e.RecordedAt, e.EnteredInErrorAt, By = who.Name }).Take(window.Most + 1).ToListAsync(ct);
        return [.. rows.Select(r => new TimelineEntry(r.Id, r.RecordedAt, TimelineKind.Pregnancy, "Pregnancy recorded", null, r.By, "history", r.EnteredInErrorAt is not null))];
    }
}
