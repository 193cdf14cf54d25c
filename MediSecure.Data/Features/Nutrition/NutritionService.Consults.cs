using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.ActivityLog;
using MediSecure.Data.Features.Beds;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.Nutrition;

public sealed partial class NutritionService
{
    /// <summary>Asks the organisation's dietitians to see the patient: from now on they may open the chart. Not under emergency access, which is one person's. Safe to call again with the same id.</summary>
    public Task<Result> RequestConsultAsync(Guid patientId, RequestConsultForm form, CancellationToken ct) => doors.ChangeChartAsync(Permission.RequestNutritionConsult, patientId, async (db, inner) =>
    {
        if (FormRules.Check(form) is { } broken)
        {
            return broken;
        }

        await db.LockAsync("patient", patientId, inner);
        if (await db.NutritionConsults.AnyAsync(c => c.Id == form.Id, inner))
        {
            return Result.Ok; // the same press again
        }

        if (db.Scope.Purpose == AuditPurpose.BreakGlass)
        {
            return NutritionErrors.UnderEmergency;
        }

        if (await db.NutritionConsults.AnyAsync(c => c.ClosedAt == null, inner))
        {
            return NutritionErrors.AlreadyOpen;
        }

        if (await db.Patients.AnyAsync(p => p.Id == patientId && p.DeceasedAt != null, inner))
        {
            return NutritionErrors.AfterDeath;
        }

        db.Add(new NutritionConsult(form.Id, db.OrganizationId, patientId, Text.CleanOrEmpty(form.Reason), form.Urgency, Now, db.ActorId));
        return await db.SaveAsync(inner);
    }, ct);

    /// <summary>"I will see the patient": exactly one dietitian says so.</summary>
    public Task<Result> AcceptConsultAsync(Guid patientId, Guid consultId, CancellationToken ct) => doors.ChangeChartAsync(Permission.AnswerNutritionConsult, patientId,
        (db, inner) => StepAsync(db, patientId, consultId, consult => consult.Accept(Now, db.ActorId), inner), ct);

    /// <summary>Declines, with a reason that the ward reads.</summary>
    public Task<Result> DeclineConsultAsync(Guid patientId, CloseConsultForm form, CancellationToken ct) => doors.ChangeChartAsync(Permission.AnswerNutritionConsult, patientId, async (db, inner) =>
        FormRules.Check(form) is { } broken ? broken : await StepAsync(db, patientId, form.ConsultId, consult => consult.Decline(Text.CleanOrEmpty(form.Reason), Now, db.ActorId), inner), ct);

    /// <summary>Takes the request back, with a reason; the dietitians' access by it ends at once.</summary>
    public Task<Result> WithdrawConsultAsync(Guid patientId, CloseConsultForm form, CancellationToken ct) => doors.ChangeChartAsync(Permission.RequestNutritionConsult, patientId, async (db, inner) =>
        FormRules.Check(form) is { } broken ? broken : await StepAsync(db, patientId, form.ConsultId, consult => consult.Withdraw(Text.CleanOrEmpty(form.Reason), Now, db.ActorId), inner), ct);

    /// <summary>The patient died: takes back what is open, in the caller's transaction and under the caller's lock of the patient. Does not save.</summary>
    internal static async Task<Result> WithdrawOpenAsync(MediSecureDbContext db, Guid patientId, string reason, DateTime now, CancellationToken ct) =>
        await db.NutritionConsults.SingleOrDefaultAsync(c => c.PatientId == patientId && c.ClosedAt == null, ct) is { } consult ? consult.Withdraw(reason, now, db.ActorId) : Result.Ok;

    private static async Task<Result> StepAsync(MediSecureDbContext db, Guid patientId, Guid consultId, Func<NutritionConsult, Result> step, CancellationToken ct)
    {
        await db.LockAsync("patient", patientId, ct);
        var consult = await db.NutritionConsults.SingleOrDefaultAsync(c => c.Id == consultId, ct);
        if (consult is null)
        {
            return Error.NotFound;
        }

        var done = step(consult);
        return done.Failed ? done : await db.SaveAsync(ct);
    }

    private static async Task<IReadOnlyList<ConsultRow>> ConsultRowsAsync(MediSecureDbContext db, IQueryable<NutritionConsult> consults, bool inChart, CancellationToken ct)
    {
        var read = await (
            from consult in consults.AsNoTracking()
            join patient in db.Patients on consult.PatientId equals patient.Id
            from stay in db.BedStays.Where(s => s.PatientId == patient.Id && s.Status == BedStayStatus.Active).DefaultIfEmpty()
            from bed in db.Beds.Where(b => b.Id == stay.BedId).DefaultIfEmpty()
            from room in db.Rooms.Where(r => r.Id == bed.RoomId).DefaultIfEmpty()
            from ward in db.Wards.Where(w => w.Id == room.WardId).DefaultIfEmpty()
            select new { Consult = consult, patient.DisplayName, patient.RecordNumber, patient.Sex, patient.BirthDate, IsRestricted = !inChart && patient.Restriction != null, Bed = bed.Label, Ward = ward.Name }).ToListAsync(ct);
        var people = read.SelectMany(r => new[] { r.Consult.RequestedBy, r.Consult.AcceptedBy, r.Consult.ClosedBy }).OfType<Guid>().Distinct().ToList();
        var names = await db.StaffMembers.AsNoTracking().Where(s => people.Contains(s.UserId)).ToDictionaryAsync(s => s.UserId, s => s.Name, ct);
        string? Name(Guid? id) => id is { } known ? names.GetValueOrDefault(known) : null;
        return [.. read.Select(r => new ConsultRow(r.Consult.Id, r.Consult.PatientId, r.DisplayName, r.RecordNumber, r.Sex, r.BirthDate, r.Bed, r.Ward, r.IsRestricted, r.IsRestricted ? null : r.Consult.Reason, r.Consult.Urgency, r.Consult.Status,
            r.Consult.RequestedAt, Name(r.Consult.RequestedBy), r.Consult.AcceptedAt, Name(r.Consult.AcceptedBy), r.Consult.ClosedAt, Name(r.Consult.ClosedBy), r.IsRestricted ? null : r.Consult.ClosedReason))];
    }
}
