using MediSecure.Data.Features.Amendments;
using MediSecure.Data.Features.Appointments;
using MediSecure.Data.Features.Beds;
using MediSecure.Data.Features.Encounters;
using MediSecure.Data.Features.Nutrition;
using MediSecure.Data.Features.Referrals;
using MediSecure.Data.Persistence;

namespace MediSecure.Data.Access;

/// <summary>Whom a clinician treats: the one definition, asked by the doors for one chart and by lists for many. Each part is a set of patients; a new ground for opening a chart, such as an
/// open order, is one more part here.</summary>
internal static class CareRelationship
{
    private static readonly AppointmentStatus[] Agreed =
        [AppointmentStatus.Booked, AppointmentStatus.Arrived, AppointmentStatus.CheckedIn, AppointmentStatus.Fulfilled, AppointmentStatus.NoShow];

    /// <summary>States of an encounter whose patient is in the house.</summary>
    public static readonly EncounterStatus[] Here = [EncounterStatus.Arrived, EncounterStatus.InProgress, EncounterStatus.OnLeave];

    /// <summary>Patients in the scope of <paramref name="db"/> whom this member of staff treats at <paramref name="now"/>; to be put into a query.</summary>
    public static IQueryable<Guid> Patients(MediSecureDbContext db, Guid staffMemberId, CareTerms terms, DateTime now)
    {
        var (visitsSince, staysSince) = (now.AddDays(-terms.DaysAfterVisit), now.AddDays(-terms.DaysAfterStay));
        var departments = db.StaffDepartments.Where(d => d.StaffMemberId == staffMemberId).Select(d => d.DepartmentId);

        // From booking until the days after the visit.
        var visits = db.Appointments.Where(a => a.ClinicianId == staffMemberId && Agreed.Contains(a.Status) && a.EndsAt >= visitsSince).Select(a => a.PatientId);

        // Responsible for a visit or stay: while it lasts, and the days after.
        var encounters = db.Encounters.Where(e => e.ClinicianId == staffMemberId && e.Status != EncounterStatus.Cancelled && e.Status != EncounterStatus.EnteredInError
            && (e.EndedAt == null || e.EndedAt >= (e.Class == EncounterClass.Inpatient ? staysSince : visitsSince))).Select(e => e.PatientId);

        // Now in a department of the clinician's, as a visitor or an inpatient ...
        var present = db.Encounters.Where(e => e.EndedAt == null && Here.Contains(e.Status) && e.DepartmentId != null && departments.Contains(e.DepartmentId.Value)).Select(e => e.PatientId);

        // ... or in a bed on a ward of it, whoever is responsible.
        var onWards = from stay in db.BedStays
                      where stay.Status == BedStayStatus.Active
                      join bed in db.Beds on stay.BedId equals bed.Id
                      join room in db.Rooms on bed.RoomId equals room.Id
                      where departments.Contains(room.DepartmentId)
                      select stay.PatientId;

        // Responsible for a dietary plan: from its first day while it lasts, and the days after a visit.
        var plans = db.CarePlans.Where(p => p.ResponsibleId == staffMemberId && p.InCare && p.StartedAt != null && (p.EndedAt == null || p.EndedAt >= visitsSince)).Select(p => p.PatientId);
        // Whoever referred the patient reads the answer and closes the loop, however late it comes: until it is closed.
        var referred = ReferralHolders.Held(db, staffMemberId).Where(r => r.InCare).Select(r => r.PatientId);
        // Asked to correct a note of theirs, until it is answered.
        var asked = db.AmendmentRequests.Where(r => r.AuthorId == staffMemberId && (r.Status == AmendmentStatus.Requested || r.Status == AmendmentStatus.InReview)).Select(r => r.PatientId);
        var patients = visits.Concat(encounters).Concat(present).Concat(onWards).Concat(plans).Concat(referred).Concat(asked);
        if (db.ActorRoles.Granting(Permission.ViewTriage).Any())
        {
            // Whoever works the triage queue treats who is in it, and who came through it and is not finished yet: nobody knows beforehand which doctor will be free.
            var queued = db.TriageEntries.Where(t => t.ClosedAt == null).Select(t => t.PatientId);
            var emergencies = db.Encounters.Where(e => e.Class == EncounterClass.Emergency && e.EndedAt == null && e.Status != EncounterStatus.EnteredInError).Select(e => e.PatientId);
            patients = patients.Concat(queued).Concat(emergencies);
        }

        // Dietitians are asked together: all of them while the consult is open, and the days after a visit once it is answered; what was withdrawn was not meant for them.
        return !db.ActorRoles.Contains(Role.Dietitian) ? patients
            : patients.Concat(db.NutritionConsults.Where(c => c.ClosedAt == null || (c.Status != ConsultStatus.Withdrawn && c.ClosedAt >= visitsSince)).Select(c => c.PatientId));
    }
}
