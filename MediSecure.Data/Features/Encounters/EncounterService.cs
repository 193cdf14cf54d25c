using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.Encounters;

/// <summary>Visits and stays of a patient on the chart, and what they were about.</summary>
public sealed class EncounterService(MediSecureDb doors, TimeProvider clock)
{
    /// <summary>Newest first, a page at a time.</summary>
    public async Task<Result<Paged<EncounterRow>>> ListAsync(Guid patientId, PageRequest request, CancellationToken ct)
    {
        var chart = await doors.OpenChartAsync(Permission.ViewEncounters, patientId, ct);
        if (chart.Failed)
        {
            return chart.Error;
        }

        await using var db = chart.Value;
        var all = db.Encounters.AsNoTracking().Where(e => e.Status != EncounterStatus.EnteredInError);
        var total = await all.Select(e => e.Id).OrderBy(id => id).Take(Paged<EncounterRow>.CountLimit + 1).CountAsync(ct);
        var page = all.OrderByDescending(e => e.StartedAt).ThenBy(e => e.Id).Skip(request.Skip).Take(request.Size);
        return new Paged<EncounterRow>(await RowsAsync(db, page, ct), total, request);
    }

    /// <summary>One visit in full.</summary>
    public async Task<Result<VisitSummary>> SummaryAsync(Guid patientId, Guid encounterId, CancellationToken ct)
    {
        var chart = await doors.OpenChartAsync(Permission.ViewEncounters, patientId, ct);
        if (chart.Failed)
        {
            return chart.Error;
        }

        await using var db = chart.Value;
        var rows = await RowsAsync(db, db.Encounters.AsNoTracking().Where(e => e.Id == encounterId && e.Status != EncounterStatus.EnteredInError), ct);
        if (rows is not [var visit])
        {
            return Error.NotFound;
        }

        var patient = await db.Patients.AsNoTracking().Select(p => new { p.DisplayName, p.RecordNumber, p.BirthDate }).SingleAsync(ct);
        var organization = await db.Organizations.AsNoTracking().Where(o => o.Id == db.OrganizationId).Select(o => o.Name).SingleAsync(ct);
        var beds = await (
            from stay in db.BedStays.AsNoTracking()
            where stay.EncounterId == encounterId
            join bed in db.Beds on stay.BedId equals bed.Id
            orderby stay.StartsAt
            select bed.Label).ToListAsync(ct);
        return new VisitSummary(visit, organization, patient.DisplayName, patient.RecordNumber, patient.BirthDate, beds);
    }

    /// <summary>Records what a visit was about. Safe to call again with the same id.</summary>
    public Task<Result> RecordDiagnosisAsync(Guid patientId, RecordDiagnosisForm form, CancellationToken ct) => doors.ChangeChartAsync(Permission.RecordDiagnosis, patientId, async (db, ct) =>
    {
        if (FormRules.Check(form) is { } problem)
        {
            return problem;
        }

        await db.LockAsync("patient", patientId, ct);
        if (await db.EncounterDiagnoses.AnyAsync(d => d.Id == form.Id, ct))
        {
            return Result.Ok;
        }

        if (await db.Encounters.AsNoTracking().Where(e => e.Id == form.EncounterId).Select(e => (EncounterStatus?)e.Status).SingleOrDefaultAsync(ct) is not { } status)
        {
            return Error.NotFound;
        }

        if (status is EncounterStatus.EnteredInError or EncounterStatus.Cancelled)
        {
            return EncounterErrors.VisitInError;
        }

        var code = Text.CleanOrEmpty(form.Code);
        if (await db.DiagnosisCodes.AsNoTracking().Where(c => c.Code == code && c.IsBillable && !c.IsRetired).Select(c => c.Title).SingleOrDefaultAsync(ct) is not { } title)
        {
            return EncounterErrors.UnknownCode;
        }

        var others = await db.EncounterDiagnoses.Where(d => d.EncounterId == form.EncounterId && d.EnteredInErrorAt == null).ToListAsync(ct);
        if (others.Any(d => d.Code == code))
        {
            return EncounterErrors.DiagnosisTwice;
        }

        if (form.Primary)
        {
            var ranked = await DemoteAsync(db, others, ct);
            if (ranked.Failed)
            {
                return ranked;
            }
        }

        db.Add(new EncounterDiagnosis(form.Id, db.OrganizationId, patientId, form.EncounterId, code, title, form.Primary ? DiagnosisRank.Primary : DiagnosisRank.Secondary, db.ActorId, clock.GetUtcNow().UtcDateTime));
        return await db.SaveAsync(ct);
    }, ct);

    /// <summary>Makes a diagnosis the main one of its visit.</summary>
    public Task<Result> MakePrimaryAsync(Guid patientId, Guid diagnosisId, Guid version, CancellationToken ct) => doors.ChangeChartAsync(Permission.RecordDiagnosis, patientId, async (db, ct) =>
    {
        await db.LockAsync("patient", patientId, ct);
        if (await db.EncounterDiagnoses.SingleOrDefaultAsync(d => d.Id == diagnosisId, ct) is not { } diagnosis)
        {
            return Error.NotFound;
        }

        if (diagnosis.Version != version)
        {
            return Error.Stale;
        }

        var result = await DemoteAsync(db, await db.EncounterDiagnoses.Where(d => d.EncounterId == diagnosis.EncounterId && d.Id != diagnosisId && d.EnteredInErrorAt == null).ToListAsync(ct), ct);
        result = result.Failed ? result : diagnosis.RankAs(DiagnosisRank.Primary);
        return result.Failed ? result : await db.SaveAsync(ct);
    }, ct);

    /// <summary>Marks a diagnosis as a mistake: struck through, never deleted.</summary>
    public Task<Result> VoidDiagnosisAsync(Guid patientId, VoidDiagnosisForm form, CancellationToken ct) => doors.ChangeChartAsync(Permission.RecordDiagnosis, patientId, async (db, ct) =>
    {
        if (FormRules.Check(form) is { } problem)
        {
            return problem;
        }

        if (await db.EncounterDiagnoses.SingleOrDefaultAsync(d => d.Id == form.DiagnosisId, ct) is not { } diagnosis)
        {
            return Error.NotFound;
        }

        if (diagnosis.Version != form.Version)
        {
            return Error.Stale;
        }

        var reason = Text.CleanOrEmpty(form.Reason);
        var result = diagnosis.EnterInError(reason, db.ActorId, clock.GetUtcNow().UtcDateTime);
        db.Because(reason);
        return result.Failed ? result : await db.SaveAsync(ct);
    }, ct);

    // One main diagnosis at a time: the old one steps back before the new one stands.
    private static async Task<Result> DemoteAsync(MediSecureDbContext db, List<EncounterDiagnosis> others, CancellationToken ct)
    {
        foreach (var main in others.Where(d => d.Rank == DiagnosisRank.Primary))
        {
            main.RankAs(DiagnosisRank.Secondary);
        }

        return await db.SaveAsync(ct);
    }

    private static async Task<IReadOnlyList<EncounterRow>> RowsAsync(MediSecureDbContext db, IQueryable<Encounter> page, CancellationToken ct)
    {
        var found = await (
            from encounter in page
            from clinician in db.StaffMembers.Where(s => s.Id == encounter.ClinicianId).DefaultIfEmpty()
            from department in db.Departments.Where(d => d.Id == encounter.DepartmentId).DefaultIfEmpty()
            orderby encounter.StartedAt descending, encounter.Id
            select new { encounter.Id, encounter.Class, encounter.Status, encounter.StartedAt, encounter.ClinicianStartedAt, encounter.EndedAt, encounter.Reason, encounter.Outcome, Clinician = clinician.Name, Department = department.Name })
            .ToListAsync(ct);
        var ids = found.Select(row => row.Id).ToList();
        var diagnoses = (await (
            from diagnosis in db.EncounterDiagnoses.AsNoTracking()
            where ids.Contains(diagnosis.EncounterId)
            from who in db.StaffMembers.Where(s => s.UserId == diagnosis.RecordedBy).DefaultIfEmpty()
            orderby diagnosis.RecordedAt
            select new DiagnosisRow(diagnosis.Id, diagnosis.EncounterId, diagnosis.Code, diagnosis.Title, diagnosis.Rank, who.Name, diagnosis.RecordedAt, diagnosis.ErrorReason, diagnosis.Version)).ToListAsync(ct))
            .ToLookup(row => row.EncounterId);
        return [.. found.Select(row => new EncounterRow(row.Id, row.Class, row.Status, row.StartedAt, row.ClinicianStartedAt, row.EndedAt, row.Reason, row.Clinician, row.Department, row.Outcome,
            [.. diagnoses[row.Id].OrderBy(d => !d.Counts).ThenBy(d => d.Rank)]))];
    }
}
