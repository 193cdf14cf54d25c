using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Deaths;
using MediSecure.Data.Features.Patients;
using MediSecure.Data.Features.Vitals;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.Beds;

/// <summary>The beds of the house: the board, and what people do on it. Locks are taken in the order patient, bed (ids ascending), so that two people who name the same things
/// wait for each other instead of deadlocking; the constraints decide, the checks under the lock explain.</summary>
public sealed partial class BedService(MediSecureDb doors, TimeProvider clock, BedBoardSnapshots snapshots, DeathService deaths)
{
    private static readonly TimeSpan ToldFor = TimeSpan.FromSeconds(30);
    private ToldBoard? _told; // of this circuit, whose widgets and page ask for the same board

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>The board of the caller's organisation. Names patients only to roles that may see patients or stays: who cleans needs the bed, not the name. Everybody else sees who lies in each bed, and clinical
    /// words and scores only of patients whose charts open to them.</summary>
    public async Task<BedBoard> BoardAsync(CancellationToken ct)
    {
        var db = await doors.OpenAsync(Permission.ViewBeds, ct);
        var scope = db.Scope;
        var handedOver = false;
        try
        {
            var (withPatients, withVitals) = (SeesPatients(db), db.ActorRoles.Granting(Permission.ViewVitals).Any());
            var board = await snapshots.GetAsync(db.OrganizationId, Permission.ViewBeds, withPatients, withVitals, () =>
            {
                handedOver = true;
                return ReadAndCloseAsync(db, withPatients, withVitals);
            }, ct);
            await doors.RecordShownAsync(scope, "bed board", board.Beds.Select(bed => bed.PatientId).OfType<Guid>(), ct);
            return withPatients ? await ToldAsync(board, scope.Roles, ct) : board;
        }
        finally
        {
            if (!handedOver)
            {
                await db.DisposeAsync();
            }
        }
    }

    /// <summary>The shared board as this caller may read it. One query for each change of it and each circuit.</summary>
    private async Task<BedBoard> ToldAsync(BedBoard board, IReadOnlyList<Role> roles, CancellationToken ct)
    {
        var now = Now;
        if (_told is { } known && ReferenceEquals(known.Board, board) && known.Roles.SequenceEqual(roles) && now < known.Until)
        {
            return known.Told;
        }

        await using var db = await doors.OpenAsync(Permission.ViewBeds, ct);
        List<Role> vitals = [.. db.ActorRoles.Granting(Permission.ViewVitals)];
        var asks = vitals.Count > 0 || ProtectedField.AdmissionReason.Shows(db.ActorRoles) || ProtectedField.IsolationReason.Shows(db.ActorRoles);
        var charts = await ListedCharts.OfAsync(db, asks ? [.. board.Beds.Select(bed => bed.PatientId).OfType<Guid>()] : [], now, ct);
        var told = board.Beds.Select(bed => Told(bed, charts, vitals)).ToList();
        var same = told.Zip(board.Beds).All(pair => ReferenceEquals(pair.First, pair.Second));
        var mine = same ? board : board with { Beds = told };
        _told = new(board, roles, mine, now + ToldFor);
        return mine;
    }

    private sealed record ToldBoard(BedBoard Board, IReadOnlyList<Role> Roles, BedBoard Told, DateTime Until);

    private static BedRow Told(BedRow bed, ListedCharts charts, List<Role> vitals)
    {
        if (bed.PatientId is not { } patient) // a bed that is kept for somebody who lies elsewhere tells of their stay too
        {
            return bed;
        }

        var (reason, isolation) = (charts.Words(ProtectedField.AdmissionReason, patient, bed.Reason), charts.Words(ProtectedField.IsolationReason, patient, bed.IsolationReason));
        // The score stays with who treats, of restricted charts too: nobody may miss that a patient gets worse.
        var isShut = bed.State.IsTaken() && vitals.Count > 0 && !charts.Opens(patient, vitals);
        return (reason, isolation, isShut) == (bed.Reason, bed.IsolationReason, false) ? bed
            : bed with { Reason = reason, IsolationReason = isolation, IsShut = isShut, News2 = isShut ? null : bed.News2, News2Score = isShut ? null : bed.News2Score, News2ScoredAt = isShut ? null : bed.News2ScoredAt, News2Response = isShut ? null : bed.News2Response };
    }

    /// <summary>What happened to one bed, newest first, at most 30 lines. "Not found" for a bed of another organisation.</summary>
    public async Task<Result<IReadOnlyList<BedHistoryRow>>> HistoryAsync(Guid bedId, CancellationToken ct)
    {
        await using var db = await doors.OpenAsync(Permission.ViewBeds, ct);
        if (!await db.Beds.AnyAsync(b => b.Id == bedId, ct))
        {
            return Error.NotFound;
        }

        var withPatients = SeesPatients(db);
        var stays = await (
            from stay in db.BedStays.AsNoTracking()
            where stay.BedId == bedId
            join patient in db.Patients on stay.PatientId equals patient.Id
            from who in db.StaffMembers.Where(s => s.UserId == stay.RecordedBy).DefaultIfEmpty()
            orderby stay.StartsAt descending
            select new { stay.StartsAt, stay.ReleasedAt, stay.Status, stay.ReservedUntil, stay.PatientId, Patient = patient.DisplayName, By = who.Name }).Take(15).ToListAsync(ct);
        var tasks = await (
            from task in db.CleaningTasks.AsNoTracking()
            where task.BedId == bedId
            from asked in db.StaffMembers.Where(s => s.UserId == task.RequestedBy).DefaultIfEmpty()
            from starter in db.StaffMembers.Where(s => s.UserId == task.StartedBy).DefaultIfEmpty()
            from cleaner in db.StaffMembers.Where(s => s.UserId == task.CompletedBy).DefaultIfEmpty()
            orderby task.RequestedAt descending
            select new { task.RequestedAt, task.StartedAt, task.CompletedAt, Asked = asked.Name, Started = starter.Name, Cleaned = cleaner.Name }).Take(15).ToListAsync(ct);

        var rows = new List<BedHistoryRow>();
        foreach (var stay in stays)
        {
            var kept = stay.Status is BedStayStatus.Reserved or BedStayStatus.Cancelled;
            var name = withPatients ? stay.Patient : null;
            if (stay.Status == BedStayStatus.EnteredInError)
            {
                rows.Add(new(stay.StartsAt, BedHistoryKind.InError, name, stay.By));
                continue;
            }

            rows.Add(new(stay.StartsAt, kept ? BedHistoryKind.Reserved : BedHistoryKind.MovedIn, name, stay.By));
            if (stay.ReleasedAt is { } left)
            {
                // Who recorded that the patient left also asked for the cleaning, in the same transaction.
                rows.Add(new(left, kept ? BedHistoryKind.ReservationEnded : BedHistoryKind.Left, name, kept ? null : tasks.FirstOrDefault(t => t.RequestedAt == left)?.Asked));
            }
        }

        foreach (var task in tasks)
        {
            if (task.StartedAt is { } started && started != task.CompletedAt)
            {
                rows.Add(new(started, BedHistoryKind.CleaningStarted, null, task.Started));
            }

            if (task.CompletedAt is { } cleaned)
            {
                rows.Add(new(cleaned, BedHistoryKind.Cleaned, null, task.Cleaned));
            }
        }

        await doors.RecordShownAsync(db.Scope, "history of a bed", withPatients ? stays.Select(stay => stay.PatientId) : [], ct);
        return Result.Of<IReadOnlyList<BedHistoryRow>>([.. rows.OrderByDescending(row => row.At).ThenByDescending(row => row.Kind).Take(30)]);
    }

    private static bool SeesPatients(MediSecureDbContext db) =>
        db.ActorRoles.Granting(Permission.SearchPatients).Any() || db.ActorRoles.Granting(Permission.ViewStays).Any();

    private async Task<(BedBoard Board, DateTime? ValidUntil)> ReadAndCloseAsync(MediSecureDbContext db, bool withPatients, bool withVitals)
    {
        await using (db)
        {
            return await ReadAsync(db, withPatients, withVitals, Now);
        }
    }

    private static async Task<(BedBoard Board, DateTime? ValidUntil)> ReadAsync(MediSecureDbContext db, bool withPatients, bool withVitals, DateTime now)
    {
        var standings = db.VitalStandings.OfStay(db, now); // a score of an earlier stay says nothing about this one
        var read = await (
            from bed in db.Beds.AsNoTracking()
            join room in db.Rooms on bed.RoomId equals room.Id
            join ward in db.Wards on room.WardId equals (Guid?)ward.Id
            where room.ClosedAt == null
            from stay in db.BedStays.Where(s => s.BedId == bed.Id && s.ReleasedAt == null).DefaultIfEmpty()
            from patient in db.Patients.Where(p => p.Id == stay.PatientId).DefaultIfEmpty()
            from encounter in db.Encounters.Where(e => e.Id == stay.EncounterId).DefaultIfEmpty()
            from clinician in db.StaffMembers.Where(s => s.Id == encounter.ClinicianId).DefaultIfEmpty()
            from keeper in db.StaffMembers.Where(s => s.UserId == stay.RecordedBy).DefaultIfEmpty()
            from task in db.CleaningTasks.Where(t => t.BedId == bed.Id && t.CompletedAt == null).DefaultIfEmpty()
            from cleaner in db.StaffMembers.Where(s => s.UserId == task.StartedBy).DefaultIfEmpty()
            from standing in standings.Where(v => v.PatientId == stay.PatientId).DefaultIfEmpty()
            select new
            {
                News2 = (News2Status?)standing.Status,
                News2Score = standing.Score,
                News2ScoredAt = standing.ScoredAt,
                News2Response = standing.Response,
                bed.Id,
                bed.Label,
                bed.RoomId,
                Room = room.Number,
                RoomLabel = room.Label,
                WardId = ward.Id,
                Ward = ward.Name,
                bed.Status,
                Since = bed.StatusChangedAt,
                StayId = (Guid?)stay.Id,
                StayStatus = (BedStayStatus?)stay.Status,
                stay.ReservedUntil,
                stay.EncounterId,
                PatientId = (Guid?)stay.PatientId,
                Patient = patient.DisplayName,
                patient.RecordNumber,
                Sex = (Sex?)patient.Sex,
                BirthDate = (DateOnly?)patient.BirthDate,
                AdmittedAt = (DateTime?)encounter.StartedAt,
                encounter.Reason,
                encounter.PlannedDischargeOn,
                encounter.DischargeOrderedAt,
                encounter.IsolationReason,
                Clinician = clinician.Name,
                Keeper = keeper.Name,
                TaskId = (Guid?)task.Id,
                TaskStatus = (CleaningStatus?)task.Status,
                TaskRequestedAt = (DateTime?)task.RequestedAt,
                TaskRequestedBy = (Guid?)task.RequestedBy,
                TaskStartedAt = task.StartedAt,
                Cleaner = cleaner.Name,
                bed.ClosedReason,
                bed.ClosedUntil,
                bed.Version,
            }).ToListAsync();

        // One bed can be lain in and another kept for the same patient; each tile names the other.
        var counting = read.Where(r => r.StayStatus == BedStayStatus.Active || (r.StayStatus == BedStayStatus.Reserved && r.ReservedUntil > now)).ToList();
        var ofPatient = counting.ToLookup(r => r.PatientId!.Value);
        var rows = read.Select(r =>
        {
            var counts = r.StayStatus == BedStayStatus.Active || (r.StayStatus == BedStayStatus.Reserved && r.ReservedUntil > now);
            var reserved = counts && r.StayStatus == BedStayStatus.Reserved;
            var shown = counts && withPatients;
            var other = shown ? ofPatient[r.PatientId!.Value].FirstOrDefault(o => o.Id != r.Id) : null;
            var seen = shown && withVitals && r.StayStatus == BedStayStatus.Active;
            var dirty = r.Status is BedStatus.Housekeeping or BedStatus.Contaminated;
            return new BedRow
            {
                Id = r.Id,
                Label = r.Label,
                RoomId = r.RoomId,
                Room = r.Room,
                RoomLabel = r.RoomLabel,
                WardId = r.WardId,
                Ward = r.Ward,
                State = BedBoardStates.Derive(r.Status, reserved, r.DischargeOrderedAt is not null),
                Since = r.Since,
                StayId = counts ? r.StayId : null,
                EncounterId = counts ? r.EncounterId : null,
                PatientId = shown ? r.PatientId : null,
                Patient = shown ? r.Patient : null,
                RecordNumber = shown ? r.RecordNumber : null,
                Sex = shown ? r.Sex : null,
                BirthDate = shown ? r.BirthDate : null,
                AdmittedAt = counts ? r.AdmittedAt : null,
                Reason = shown ? r.Reason : null,
                Clinician = counts ? r.Clinician : null,
                PlannedDischargeOn = counts ? r.PlannedDischargeOn : null,
                DischargeOrderedAt = counts ? r.DischargeOrderedAt : null,
                IsolationReason = shown ? r.IsolationReason : null,
                News2 = seen ? r.News2 : null,
                News2Score = seen ? r.News2Score : null,
                News2ScoredAt = seen ? r.News2ScoredAt : null,
                News2Response = seen ? r.News2Response : null,
                OtherBed = other?.Label,
                OtherBedId = other?.Id,
                ReservedUntil = reserved ? r.ReservedUntil : null,
                ReservedBy = reserved ? r.Keeper : null,
                CleaningTaskId = dirty ? r.TaskId : null,
                Cleaning = dirty ? r.TaskStatus : null,
                CleaningRequestedAt = dirty ? r.TaskRequestedAt : null,
                CleaningRequestedBy = dirty ? r.TaskRequestedBy : null,
                CleaningStartedAt = dirty ? r.TaskStartedAt : null,
                CleaningStartedBy = dirty ? r.Cleaner : null,
                ClosedReason = r.ClosedReason,
                ClosedUntil = r.ClosedUntil,
                Version = r.Version,
            };
        }).OrderBy(r => r.Ward, StringComparer.Ordinal).ThenBy(r => r.Room, StringComparer.Ordinal).ThenBy(r => r.Label, StringComparer.Ordinal).ToList();

        return (new BedBoard(now, rows), counting.Min(r => r.ReservedUntil));
    }
}
