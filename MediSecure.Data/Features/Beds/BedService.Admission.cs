using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Encounters;
using MediSecure.Data.Features.Patients;
using MediSecure.Data.Features.Triage;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.Beds;

public sealed partial class BedService
{
    /// <summary>Opens an inpatient stay in a free bed, or in the bed kept for this patient; another bed kept for the patient is given up. Errors: the bed is taken, reserved,
    /// dirty or closed; the patient is admitted already or deceased; unknown patient or clinician.</summary>
    /// <returns>Id of the encounter.</returns>
    public Task<Result<Guid>> AdmitAsync(AdmitPatientForm form, CancellationToken ct) => doors.ChangeAsync<Guid>(Permission.AdmitPatient, async (db, inner) =>
    {
        if (FormRules.Check(form) is { } broken)
        {
            return broken;
        }

        if (await db.Encounters.AnyAsync(e => e.Id == form.Id && e.PatientId == form.PatientId, inner))
        {
            return form.Id; // the same press again
        }

        var now = Now;
        if (form.PlannedDischargeOn < await TodayAsync(db, now, inner))
        {
            return BedErrors.PlannedInThePast;
        }

        var found = await LockPatientAsync(db, form.PatientId!.Value, inner);
        if (found.Failed)
        {
            return found.Error;
        }

        var patient = found.Value;
        if (await OpenInpatientAsync(db, patient, inner) is { } already)
        {
            return already;
        }

        if (!await IsClinicianAsync(db, form.ClinicianId!.Value, inner))
        {
            return BedErrors.UnknownClinician;
        }

        var own = await db.BedStays.Where(s => s.PatientId == patient.Id && s.ReleasedAt == null).ToListAsync(inner);
        await LockBedsAsync(db, own.Select(s => s.BedId).Append(form.BedId!.Value), inner);
        var target = await TakeAsync(db, form.BedId.Value, patient.Id, now, inner);
        if (target.Failed)
        {
            return target.Error;
        }

        var (bed, departmentId, kept) = target.Value;
        var encounter = Encounter.Admit(form.Id, db.OrganizationId, patient.Id, now, form.ClinicianId.Value, departmentId, Text.CleanOrEmpty(form.Reason), form.PlannedDischargeOn);
        db.Add(encounter);
        var moved = MoveIn(db, bed, kept, Guid.CreateVersion7(clock.GetUtcNow()), encounter, now);
        if (moved.Failed)
        {
            return moved.Error;
        }

        GiveUpReservations(own, except: kept, now);
        // The emergency visit ends where the stay begins: two encounters, each with its own times and responsible clinician.
        var ended = await TriageService.EndByAsync(db, patient.Id, TriageDisposition.Admitted, now, inner);
        if (ended.Failed)
        {
            return ended.Error;
        }

        var saved = await db.SaveAsync(inner);
        return saved.Failed ? saved.Error : form.Id;
    }, ct);

    /// <summary>Patients for the dialogs of the board: every word typed begins a word of the name, or the text begins the record number. At most 12, by name.</summary>
    public async Task<IReadOnlyList<BedPatientOption>> FindPatientsAsync(string? text, CancellationToken ct)
    {
        await using var db = await doors.OpenAsync(Permission.SearchPatients, ct);
        var words = Text.Search(text) is { } clean ? SearchText.Words(clean) : [];
        if (words.Count == 0)
        {
            return [];
        }

#pragma warning disable CA1309 // becomes a comparison in SQL, on columns that compare bytes
        var byName = db.Patients.AsNoTracking().AsQueryable();
        foreach (var word in words)
        {
            var end = word + "\uffff";
            byName = byName.Where(p => db.PatientSearchWords.Any(w => w.PatientId == p.Id && string.Compare(w.Word, word) >= 0 && string.Compare(w.Word, end) < 0));
        }

        var number = Text.Search(text)!.ToUpperInvariant();
        var numberEnd = number + "\uffff";
        var found = await byName.OrderBy(p => p.SearchName).Take(12)
            .Union(db.Patients.AsNoTracking().Where(p => string.Compare(p.RecordNumber, number) >= 0 && string.Compare(p.RecordNumber, numberEnd) < 0).OrderBy(p => p.RecordNumber).Take(12))
            .Select(p => new { p.Id, p.DisplayName, p.SearchName, p.RecordNumber, p.Sex, p.BirthDate, p.DeceasedAt }).ToListAsync(ct);
#pragma warning restore CA1309
        var ids = found.Select(p => p.Id).ToList();
        await doors.RecordShownAsync(db.Scope, "people for a bed", ids, ct);
        var now = Now;
        var beds = await (from stay in db.BedStays.AsNoTracking()
                          where stay.ReleasedAt == null && ids.Contains(stay.PatientId) && (stay.Status == BedStayStatus.Active || stay.ReservedUntil > now)
                          join bed in db.Beds on stay.BedId equals bed.Id
                          select new { stay.PatientId, stay.Status, bed.Label }).ToListAsync(ct);
        return [.. found.OrderBy(p => p.SearchName, StringComparer.Ordinal).Take(12).Select(p => new BedPatientOption(p.Id, p.DisplayName, p.RecordNumber, p.Sex, p.BirthDate, p.DeceasedAt is not null,
            beds.FirstOrDefault(b => b.PatientId == p.Id && b.Status == BedStayStatus.Active)?.Label,
            beds.FirstOrDefault(b => b.PatientId == p.Id && b.Status == BedStayStatus.Reserved)?.Label))];
    }

    /// <summary>Doctors who work here now, by name.</summary>
    public async Task<IReadOnlyList<ClinicianOption>> CliniciansAsync(CancellationToken ct)
    {
        await using var db = await doors.OpenAsync(Permission.AdmitPatient, ct);
        var rows = await Clinicians(db).AsNoTracking().Select(s => new ClinicianOption(s.Id, s.Name, s.Specialty)).ToListAsync(ct);
        return [.. rows.OrderBy(r => r.Name, StringComparer.Ordinal)];
    }

    private static IQueryable<Staff.StaffMember> Clinicians(MediSecureDbContext db)
    {
        var here = db.OrganizationId; // memberships show one's own elsewhere too
        return db.StaffMembers.Where(s => s.LeftAt == null && db.OrganizationMemberships.Any(m => m.OrganizationId == here && m.UserId == s.UserId && m.Role == Role.Doctor && m.EndedAt == null));
    }

    private static Task<bool> IsClinicianAsync(MediSecureDbContext db, Guid id, CancellationToken ct) => Clinicians(db).AnyAsync(s => s.Id == id, ct);

    /// <summary>Waits for everybody who changes this patient's beds, then reads the patient.</summary>
    private static async Task<Result<Patient>> LockPatientAsync(MediSecureDbContext db, Guid patientId, CancellationToken ct)
    {
        await db.LockAsync("patient", patientId, ct);
        var patient = await db.Patients.SingleOrDefaultAsync(p => p.Id == patientId, ct);
        return patient is null ? BedErrors.UnknownPatient : patient.DeceasedAt is not null ? BedErrors.Deceased : patient;
    }

    private static async Task LockBedsAsync(MediSecureDbContext db, IEnumerable<Guid> bedIds, CancellationToken ct)
    {
        foreach (var id in bedIds.Distinct().Order())
        {
            await db.LockAsync("bed", id, ct);
        }
    }

    private static async Task<Error?> OpenInpatientAsync(MediSecureDbContext db, Patient patient, CancellationToken ct)
    {
        var open = await (from e in db.Encounters.AsNoTracking()
                          where e.PatientId == patient.Id && e.Class == EncounterClass.Inpatient && e.EndedAt == null && e.Status != EncounterStatus.EnteredInError
                          from stay in db.BedStays.Where(s => s.EncounterId == e.Id && s.Status == BedStayStatus.Active).DefaultIfEmpty()
                          from bed in db.Beds.Where(b => b.Id == stay.BedId).DefaultIfEmpty()
                          select new { Bed = bed.Label }).FirstOrDefaultAsync(ct);
        return open is null ? null : BedErrors.AlreadyInpatient(patient.DisplayName, open.Bed);
    }

    /// <summary>The bed, under its lock, when this patient may have it: free and nobody else's, or kept for this patient. A reservation whose time is over is released here.</summary>
    private static async Task<Result<Target>> TakeAsync(MediSecureDbContext db, Guid bedId, Guid patientId, DateTime now, CancellationToken ct)
    {
        var bed = await db.Beds.SingleOrDefaultAsync(b => b.Id == bedId, ct);
        if (bed is null)
        {
            return Error.NotFound;
        }

        var room = await db.Rooms.AsNoTracking().Where(r => r.Id == bed.RoomId).Select(r => new { r.Number, r.DepartmentId, r.ClosedAt }).SingleAsync(ct);
        if (room.ClosedAt is not null)
        {
            return BedErrors.RoomClosed(room.Number);
        }

        var open = await db.BedStays.SingleOrDefaultAsync(s => s.BedId == bedId && s.ReleasedAt == null, ct);
        if (bed.Status != BedStatus.Free || open is { Status: BedStayStatus.Active })
        {
            return BedErrors.NotFree(bed.Label, bed.Status);
        }

        if (open is not null && !open.Counts(now))
        {
            open.Cancel(now);
            open = null;
        }

        if (open is not null && open.PatientId != patientId)
        {
            return BedErrors.Reserved(bed.Label, await LocalAsync(db, open.ReservedUntil!.Value, ct));
        }

        return new Target(bed, room.DepartmentId, open);
    }

    private static Result MoveIn(MediSecureDbContext db, Bed bed, BedStay? kept, Guid stayId, Encounter encounter, DateTime now)
    {
        var occupied = bed.Occupy(now);
        if (occupied.Failed)
        {
            return occupied;
        }

        if (kept is not null)
        {
            return kept.Activate(encounter.Id, now, db.ActorId);
        }

        db.Add(BedStay.Begin(stayId, db.OrganizationId, bed.Id, encounter.PatientId, encounter.Id, now, db.ActorId));
        return Result.Ok;
    }

    private static void GiveUpReservations(IEnumerable<BedStay> own, BedStay? except, DateTime now)
    {
        foreach (var other in own.Where(s => s.Status == BedStayStatus.Reserved && s.Id != except?.Id))
        {
            other.Cancel(now);
        }
    }

    private static async Task<DateOnly> TodayAsync(MediSecureDbContext db, DateTime now, CancellationToken ct) => DateOnly.FromDateTime(await LocalAsync(db, now, ct));

    private static async Task<DateTime> LocalAsync(MediSecureDbContext db, DateTime at, CancellationToken ct)
    {
        var zone = await db.Organizations.AsNoTracking().Select(o => o.TimeZone).SingleAsync(ct);
        return TimeZoneInfo.ConvertTimeFromUtc(at, TimeZoneInfo.FindSystemTimeZoneById(zone));
    }

    private sealed record Target(Bed Bed, Guid DepartmentId, BedStay? Kept);
}
