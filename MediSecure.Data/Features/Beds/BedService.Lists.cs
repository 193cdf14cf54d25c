using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Encounters;
using MediSecure.Data.Features.Patients;
using MediSecure.Data.Features.Vitals;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.Beds;

public sealed partial class BedService
{
    /// <summary>Inpatients now; clinical words and scores only of those whose charts open to the caller. Search: part of the name, or the record number's beginning. Sort: <c>patient</c>, <c>bed</c> (default), <c>admitted</c>, <c>planned</c>, <c>risk</c>.</summary>
    public async Task<Paged<StayRow>> StaysAsync(PageRequest request, CancellationToken ct)
    {
        await using var db = await doors.OpenAsync(Permission.ViewStays, ct);
        List<Role> vitals = [.. db.ActorRoles.Granting(Permission.ViewVitals)];
        var withVitals = vitals.Count > 0;
        // A score that is not shown does not decide where its row stands either.
        var standings = withVitals ? ListedCharts.Openable(db, db.VitalStandings.OfStay(db, Now), v => v.PatientId, Now, vitals) : db.VitalStandings.Where(_ => false);
        var query =
            from stay in db.BedStays.AsNoTracking()
            where stay.Status == BedStayStatus.Active
            join encounter in db.Encounters on stay.EncounterId equals (Guid?)encounter.Id
            join patient in db.Patients on stay.PatientId equals patient.Id
            join bed in db.Beds on stay.BedId equals bed.Id
            join room in db.Rooms on bed.RoomId equals room.Id
            join ward in db.Wards on room.WardId equals (Guid?)ward.Id
            from clinician in db.StaffMembers.Where(s => s.Id == encounter.ClinicianId).DefaultIfEmpty()
            from standing in standings.Where(v => v.PatientId == stay.PatientId).DefaultIfEmpty()
            select new { stay, encounter, patient, bed, ward, standing, Clinician = clinician.Name };
        // Every stay has its bed, room and ward, so that without a search the stays alone are counted.
        var counted = db.BedStays.AsNoTracking().Where(s => s.Status == BedStayStatus.Active).Select(s => s.Id);
        if (Text.Search(request.Search) is { } text)
        {
            var name = SearchText.Normalize(text);
            var number = text.ToUpperInvariant();
            query = query.Where(r => (name != "" && r.patient.SearchName.Contains(name)) || r.patient.RecordNumber.StartsWith(number) || r.bed.Label == number);
            counted = query.Select(r => r.stay.Id);
        }

        var total = await counted.OrderBy(id => id).Take(Paged<StayRow>.CountLimit + 1).CountAsync(ct);
        query = (request.Sort, request.Descending) switch
        {
            ("patient", false) => query.OrderBy(r => r.patient.SearchName).ThenBy(r => r.bed.Label),
            ("patient", true) => query.OrderByDescending(r => r.patient.SearchName).ThenBy(r => r.bed.Label),
            ("admitted", false) => query.OrderBy(r => r.encounter.StartedAt).ThenBy(r => r.bed.Label),
            ("admitted", true) => query.OrderByDescending(r => r.encounter.StartedAt).ThenBy(r => r.bed.Label),
            // Without a plan last, whichever way.
            ("planned", false) => query.OrderBy(r => r.encounter.PlannedDischargeOn == null).ThenBy(r => r.encounter.PlannedDischargeOn).ThenBy(r => r.bed.Label),
            ("planned", true) => query.OrderBy(r => r.encounter.PlannedDischargeOn == null).ThenByDescending(r => r.encounter.PlannedDischargeOn).ThenBy(r => r.bed.Label),
            // The highest score first whichever way; a single 3 before a 4, after a 5; without a score last.
            ("risk", _) => query.OrderByDescending(r => (r.standing.Score >= 5 ? 100 : r.standing.Response == News2Response.WardReview ? 50 : 0) + (r.standing.Score ?? -1)).ThenBy(r => r.bed.Label),
            (_, true) => query.OrderByDescending(r => r.bed.Label),
            _ => query.OrderBy(r => r.bed.Label),
        };
        var rows = await query.Skip(request.Skip).Take(request.Size).Select(r => new StayRow(r.encounter.Id, r.stay.Id, r.patient.Id, r.patient.DisplayName, r.patient.RecordNumber, r.patient.Sex,
            r.patient.BirthDate, r.bed.Id, r.bed.Label, r.ward.Name, r.encounter.StartedAt, r.encounter.Reason, r.Clinician, r.encounter.PlannedDischargeOn, r.encounter.DischargeOrderedAt,
            r.encounter.IsolationReason)
        {
            IsIsolated = r.encounter.IsolationReason != null,
            News2 = (News2Status?)r.standing.Status,
            News2Score = r.standing.Score,
            News2ScoredAt = r.standing.ScoredAt,
            News2Before = r.standing.PreviousScore,
            News2Response = r.standing.Response,
        }).ToListAsync(ct);
        var opens = await doors.OpeningAsync(db, rows.ConvertAll(row => row.PatientId), ct);
        var asks = withVitals || ProtectedField.AdmissionReason.Shows(db.ActorRoles) || ProtectedField.IsolationReason.Shows(db.ActorRoles);
        var charts = await ListedCharts.OfAsync(db, asks ? rows.ConvertAll(r => r.PatientId) : [], Now, ct);
        await doors.RecordShownAsync(db.Scope, "inpatients", rows.Select(r => r.PatientId), ct);
        return new(rows.ConvertAll(r => r with
        {
            Reason = charts.Words(ProtectedField.AdmissionReason, r.PatientId, r.Reason),
            IsolationReason = charts.Words(ProtectedField.IsolationReason, r.PatientId, r.IsolationReason),
            Opens = opens.Contains(r.PatientId),
            IsShut = withVitals && !charts.Opens(r.PatientId, vitals),
        }), total, request);
    }

    /// <summary>A patient's inpatient stays, newest first, each with the beds of it; staff also see those entered in error, with the reason. Opens the chart: "not found" for a patient of another organisation, and recorded.</summary>
    public async Task<Result<IReadOnlyList<PatientStayRow>>> PatientStaysAsync(Guid patientId, CancellationToken ct)
    {
        var chart = await doors.OpenChartAsync(Permission.ViewPatient, patientId, ct);
        if (chart.Failed)
        {
            return chart.Error;
        }

        await using var db = chart.Value;
        var reasons = ProtectedField.AdmissionReason.Shows(db.ActorRoles);
        var withErrors = db.ActorRoles.Granting(Permission.ViewStays).Any();
        var stays = await (
            from encounter in db.Encounters.AsNoTracking()
            where encounter.Class == EncounterClass.Inpatient && (withErrors || encounter.Status != EncounterStatus.EnteredInError)
            from clinician in db.StaffMembers.Where(s => s.Id == encounter.ClinicianId).DefaultIfEmpty()
            from department in db.Departments.Where(d => d.Id == encounter.DepartmentId).DefaultIfEmpty()
            orderby encounter.StartedAt descending
            select new { encounter.Id, encounter.Status, encounter.StartedAt, encounter.EndedAt, Reason = reasons ? encounter.Reason : null, Clinician = clinician.Name, Department = department.Name, encounter.PlannedDischargeOn, encounter.Outcome, encounter.ErrorReason })
            .Take(50).ToListAsync(ct);
        var beds = await (
            from stay in db.BedStays.AsNoTracking()
            where stay.EncounterId != null && stay.Status != BedStayStatus.Cancelled
            join bed in db.Beds on stay.BedId equals bed.Id
            join room in db.Rooms on bed.RoomId equals room.Id
            join ward in db.Wards on room.WardId equals (Guid?)ward.Id
            orderby stay.StartsAt
            select new { stay.EncounterId, Row = new PatientBedRow(stay.Id, bed.Label, ward.Name, stay.StartsAt, stay.ReleasedAt, stay.Status) }).ToListAsync(ct);
        var newest = stays.FirstOrDefault(s => s.Status != EncounterStatus.EnteredInError);
        return Result.Of<IReadOnlyList<PatientStayRow>>([.. stays.Select(s => new PatientStayRow(s.Id, s.Status, s.StartedAt, s.EndedAt, s.Reason, s.Clinician, s.Department, s.PlannedDischargeOn, s.Outcome,
            [.. beds.Where(b => b.EncounterId == s.Id).Select(b => b.Row)]) { ErrorReason = s.ErrorReason, LeftLast = s.Id == newest?.Id && s.Status == EncounterStatus.Finished && s.Outcome != DischargeOutcome.Died && Encounter.CanTakeBack(s.EndedAt, Now) })]);
    }

    /// <summary>Where a patient lies now; null for who is not admitted. Opens the chart.</summary>
    public async Task<Result<PatientPlaceRow?>> PatientPlaceAsync(Guid patientId, CancellationToken ct)
    {
        var chart = await doors.OpenChartAsync(Permission.ViewPatient, patientId, ct);
        if (chart.Failed)
        {
            return chart.Error;
        }

        await using var db = chart.Value;
        var place = await (
            from stay in db.BedStays.AsNoTracking()
            where stay.Status == BedStayStatus.Active
            join bed in db.Beds on stay.BedId equals bed.Id
            join room in db.Rooms on bed.RoomId equals room.Id
            join ward in db.Wards on room.WardId equals (Guid?)ward.Id
            join encounter in db.Encounters on stay.EncounterId equals (Guid?)encounter.Id
            from clinician in db.StaffMembers.Where(s => s.Id == encounter.ClinicianId).DefaultIfEmpty()
            select new PatientPlaceRow(encounter.Id, ward.Name, bed.Label, clinician.Name, encounter.StartedAt)).FirstOrDefaultAsync(ct);
        return Result.Of<PatientPlaceRow?>(place);
    }

    /// <summary>Figures of the caller's organisation and all below it, by ward: parents before children, then by name. No patient is read.</summary>
    public async Task<IReadOnlyList<OccupancyRow>> OccupancyAsync(CancellationToken ct)
    {
        await using var db = await doors.OpenTreeAsync(Permission.ViewOccupancy, ct);
        var now = Now;
        var organizations = await db.Organizations.AsNoTracking().Where(o => o.ClosedAt == null).Select(o => new { o.Id, o.Name, o.ParentId }).ToListAsync(ct);
        var beds = await (
            from bed in db.Beds.AsNoTracking()
            join room in db.Rooms on new { bed.OrganizationId, Id = bed.RoomId } equals new { room.OrganizationId, room.Id }
            join ward in db.Wards on new { room.OrganizationId, Id = room.WardId } equals new { ward.OrganizationId, Id = (Guid?)ward.Id }
            where room.ClosedAt == null
            from stay in db.BedStays.Where(s => s.OrganizationId == bed.OrganizationId && s.BedId == bed.Id && s.ReleasedAt == null).DefaultIfEmpty()
            select new { bed.OrganizationId, WardId = ward.Id, Ward = ward.Name, bed.Status, stay.ReservedUntil }).ToListAsync(ct);
        var states = beds.Select(b => new { b.OrganizationId, b.WardId, b.Ward, State = BedBoardStates.Derive(b.Status, b.ReservedUntil > now, false) }).ToLookup(b => b.OrganizationId);

        var ids = organizations.Select(o => o.Id).ToHashSet();
        var rows = new List<OccupancyRow>();
        Add(null);
        return rows;

        void Add(Guid? parent)
        {
            foreach (var o in organizations.Where(o => parent is null ? o.ParentId is not { } p || !ids.Contains(p) : o.ParentId == parent).OrderBy(o => o.Name, StringComparer.Ordinal))
            {
                var own = states[o.Id].ToList();
                rows.Add(new(o.Id, o.Name, parent, OccupancyFigures.Of(own.Select(b => b.State)), [.. own.GroupBy(b => (b.WardId, b.Ward)).OrderBy(g => g.Key.Ward, StringComparer.Ordinal)
                    .Select(g => new WardOccupancyRow(g.Key.WardId, g.Key.Ward, OccupancyFigures.Of(g.Select(b => b.State))))]));
                Add(o.Id);
            }
        }
    }
}
