using MediSecure.Data.Access;
using MediSecure.Data.Features.ActivityLog;
using MediSecure.Data.Features.Appointments;
using MediSecure.Data.Features.Beds;
using MediSecure.Data.Features.CarePlans;
using MediSecure.Data.Features.ClinicalNotes;
using MediSecure.Data.Features.Encounters;
using MediSecure.Data.Features.Nutrition;
using MediSecure.Data.Features.Triage;
using MediSecure.Data.Features.Vitals;

namespace MediSecure.Data.Persistence.DemoData;

internal sealed partial class DemoActivity
{
    private void Visits()
    {
        var desk = FirstWith(Permission.CheckInPatient);
        var visits = Added<Encounter>().ToDictionary(e => e.Id);
        foreach (var appointment in Added<Appointment>())
        {
            var booking = BookingCode(appointment.CreatedBy);
            void Step(Permission code, Guid? who, DateTime? at, AppointmentStatus from, AppointmentStatus to) =>
                Tell(code.ToString(), AuditAction.Update, who, at, appointment.PatientId, nameof(Appointment), appointment.Id, AuditOutcome.Success, null, (nameof(Appointment.Status), from.ToString(), to.ToString()));

            if (booking is { } code)
            {
                Tell(code.ToString(), AuditAction.Create, appointment.CreatedBy, appointment.CreatedAt, appointment.PatientId, nameof(Appointment), appointment.Id, AuditOutcome.Success, null,
                    (nameof(Appointment.Status), null, nameof(AppointmentStatus.Booked)), (nameof(Appointment.StartsAt), null, Text(appointment.StartsAt)));
            }

            Step(Permission.CheckInPatient, desk, appointment.ArrivedAt, AppointmentStatus.Booked, AppointmentStatus.Arrived);
            Step(Permission.CheckInPatient, desk, appointment.CheckedInAt, AppointmentStatus.Arrived, AppointmentStatus.CheckedIn);
            if (appointment.CancelledAt is { } cancelled && (booking ?? (desk is null ? null : Permission.BookAppointment)) is { } cancelling)
            {
                Step(cancelling, booking is null ? desk : appointment.CreatedBy, cancelled, AppointmentStatus.Booked, AppointmentStatus.Cancelled);
            }

            if (appointment.Status == AppointmentStatus.NoShow)
            {
                Step(Permission.CheckInPatient, desk, appointment.StartsAt.AddMinutes(20), AppointmentStatus.Booked, AppointmentStatus.NoShow);
            }

            if (appointment.EncounterId is { } id && visits.TryGetValue(id, out var visit))
            {
                Tell(nameof(Permission.ViewPatient), AuditAction.Read, appointment.ClinicianUserId, visit.ClinicianStartedAt?.AddSeconds(-25), appointment.PatientId, "Patient", appointment.PatientId);
                Tell(nameof(Permission.ConductVisit), AuditAction.Update, appointment.ClinicianUserId, visit.ClinicianStartedAt, appointment.PatientId, nameof(Encounter), id, AuditOutcome.Success, null,
                    (nameof(Encounter.Status), nameof(EncounterStatus.Arrived), nameof(EncounterStatus.InProgress)));
                Tell(nameof(Permission.ConductVisit), AuditAction.Update, appointment.ClinicianUserId, visit.EndedAt, appointment.PatientId, nameof(Encounter), id, AuditOutcome.Success, null,
                    (nameof(Encounter.Status), nameof(EncounterStatus.InProgress), nameof(EncounterStatus.Finished)));
            }
        }
    }

    private void Stays()
    {
        var stays = Added<BedStay>().OrderBy(s => s.StartsAt).ToList();
        var entered = new HashSet<Guid>();
        foreach (var stay in stays)
        {
            var code = stay.Status == BedStayStatus.Reserved || stay.EncounterId is null ? Permission.ReserveBed
                : entered.Add(stay.EncounterId.Value) ? Permission.AdmitPatient : Permission.TransferPatient;
            Tell(code.ToString(), AuditAction.Create, May(stay.RecordedBy, code), stay.StartsAt, stay.PatientId, nameof(BedStay), stay.Id, AuditOutcome.Success, null,
                (nameof(BedStay.BedId), null, stay.BedId.ToString()), (nameof(BedStay.Status), null, stay.Status == BedStayStatus.Reserved ? nameof(BedStayStatus.Reserved) : nameof(BedStayStatus.Active)));
        }

        var doctors = _world.Staff.Where(s => s.OrganizationId == _organization.Id).ToDictionary(s => s.Id, s => s.UserId);
        foreach (var encounter in Added<Encounter>().Where(e => e.Class == EncounterClass.Inpatient))
        {
            var doctor = encounter.ClinicianId is { } id && doctors.TryGetValue(id, out var user) ? May(user, Permission.OrderDischarge) : null;
            Tell(nameof(Permission.ViewPatient), AuditAction.Read, doctor is { } reader ? May(reader, Permission.ViewPatient) : null, (encounter.DischargeOrderedAt ?? _world.Now.AddHours(-5)).AddMinutes(-4), encounter.PatientId, "Patient", encounter.PatientId);
            Tell(nameof(Permission.OrderDischarge), AuditAction.Update, doctor, encounter.DischargeOrderedAt, encounter.PatientId, nameof(Encounter), encounter.Id, AuditOutcome.Success, null,
                (nameof(Encounter.DischargeOrderedAt), null, encounter.DischargeOrderedAt is { } at ? Text(at) : null));
        }
    }

    private void Notes()
    {
        foreach (var (note, signedAt, _, error, addendum) in _world.Notes.Where(p => p.Note.OrganizationId == _organization.Id))
        {
            void Step(AuditAction action, DateTime? at, string? from, NoteStatus to) => Tell(nameof(Permission.WriteNote), action, note.AuthorUserId, at, note.PatientId, nameof(ClinicalNote), note.Id, AuditOutcome.Success, null,
                (nameof(ClinicalNote.Status), from, to.ToString()));

            Step(AuditAction.Create, note.StartedAt, null, NoteStatus.Draft);
            Step(AuditAction.Update, signedAt, nameof(NoteStatus.Draft), NoteStatus.Signed);
            Step(AuditAction.Update, error is null ? null : signedAt?.AddMinutes(30), nameof(NoteStatus.Signed), NoteStatus.EnteredInError);
            Tell(nameof(Permission.WriteNote), AuditAction.Create, note.AuthorUserId, addendum is null ? null : signedAt?.AddDays(1), note.PatientId, nameof(NoteAddendum), DemoWorld.Id("addendum", $"{note.Id}"));
        }
    }

    private void Cleaning()
    {
        var left = Added<BedStay>().Where(s => s.ReleasedAt is not null).ToLookup(s => (s.BedId, s.ReleasedAt!.Value));
        foreach (var task in Added<CleaningTask>())
        {
            var stay = left[(task.BedId, task.RequestedAt)].FirstOrDefault();
            Tell(nameof(Permission.RecordDeparture), AuditAction.Update, May(task.RequestedBy, Permission.RecordDeparture), task.RequestedAt, stay?.PatientId, nameof(BedStay), stay?.Id, AuditOutcome.Success, null,
                (nameof(BedStay.Status), nameof(BedStayStatus.Active), nameof(BedStayStatus.Completed)));
            Tell(nameof(Permission.CleanBed), AuditAction.Update, task.StartedBy, task.StartedAt, null, nameof(CleaningTask), task.Id, AuditOutcome.Success, null,
                (nameof(CleaningTask.Status), nameof(CleaningStatus.Requested), nameof(CleaningStatus.InProgress)));
            Tell(nameof(Permission.CleanBed), AuditAction.Update, task.CompletedBy, task.CompletedAt, null, nameof(CleaningTask), task.Id, AuditOutcome.Success, null,
                (nameof(CleaningTask.Status), nameof(CleaningStatus.InProgress), nameof(CleaningStatus.Completed)));
        }
    }

    private void Vitals()
    {
        foreach (var set in Added<VitalSigns>().Where(s => s.RecordedAt > _world.Now.AddHours(-8)))
        {
            Tell(nameof(Permission.RecordVitals), AuditAction.Create, May(set.RecordedBy, Permission.RecordVitals), set.RecordedAt, set.PatientId, nameof(VitalSigns), set.Id);
            Tell(nameof(Permission.CorrectVitals), AuditAction.Update, set.EnteredInErrorBy, set.EnteredInErrorAt, set.PatientId, nameof(VitalSigns), set.Id, AuditOutcome.Success, set.EnteredInErrorReason);
        }

        foreach (var escalation in Added<Escalation>())
        {
            void Step(Guid? who, DateTime? at, EscalationStatus from, EscalationStatus to) => Tell(nameof(Permission.ActOnEscalation), AuditAction.Update, who, at, escalation.PatientId, nameof(Escalation), escalation.Id,
                AuditOutcome.Success, null, (nameof(Escalation.Status), from.ToString(), to.ToString()));

            if (escalation.AttendedAt is null)
            {
                Step(escalation.AcknowledgedBy, escalation.AcknowledgedAt, EscalationStatus.Requested, EscalationStatus.Acknowledged);
            }

            Step(escalation.AttendedBy, escalation.AttendedAt, EscalationStatus.Requested, EscalationStatus.Attended);
            Step(escalation.ClosedBy, escalation.ClosedAt, EscalationStatus.Attended, EscalationStatus.Closed);
        }
    }

    private void Triage()
    {
        foreach (var entry in Added<TriageEntry>())
        {
            void Step(Permission code, Guid? who, DateTime? at, TriageStatus from, TriageStatus to) => Tell(code.ToString(), AuditAction.Update, who, at, entry.PatientId, nameof(TriageEntry), entry.Id,
                AuditOutcome.Success, code is Permission.RecordLeftTriage or Permission.CorrectTriage ? entry.CloseNote : null, (nameof(TriageEntry.Status), from.ToString(), to.ToString()));

            Tell(nameof(Permission.AddToTriage), AuditAction.Create, entry.RecordedBy, entry.RecordedAt, entry.PatientId, nameof(TriageEntry), entry.Id);
            Step(Permission.ConductEmergencyVisit, entry.TakenBy, entry.TakenAt, TriageStatus.Waiting, TriageStatus.WithDoctor);
            Step(entry.Status switch { TriageStatus.LeftWithoutBeingSeen => Permission.RecordLeftTriage, TriageStatus.EnteredInError => Permission.CorrectTriage, _ => Permission.ConductEmergencyVisit },
                entry.ClosedBy, entry.ClosedAt, entry.TakenBy is null ? TriageStatus.Waiting : TriageStatus.WithDoctor, entry.Status);
        }

        foreach (var step in Added<TriageAssessment>())
        {
            Tell(nameof(Permission.TriagePatient), AuditAction.Create, step.AssessedBy, step.AssessedAt, step.PatientId, nameof(TriageAssessment), step.Id);
        }
    }

    private void Nutrition()
    {
        foreach (var consult in Added<NutritionConsult>())
        {
            void Step(Permission code, Guid? who, DateTime? at, ConsultStatus from, ConsultStatus to) => Tell(code.ToString(), AuditAction.Update, who, at, consult.PatientId, nameof(NutritionConsult), consult.Id,
                AuditOutcome.Success, null, (nameof(NutritionConsult.Status), from.ToString(), to.ToString()));

            Tell(nameof(Permission.RequestNutritionConsult), AuditAction.Create, consult.RequestedBy, consult.RequestedAt, consult.PatientId, nameof(NutritionConsult), consult.Id);
            Step(Permission.AnswerNutritionConsult, consult.AcceptedBy, consult.Status == ConsultStatus.Done && consult.AcceptedAt == consult.ClosedAt ? null : consult.AcceptedAt, ConsultStatus.Requested, ConsultStatus.Accepted);
            if (consult.Status is ConsultStatus.Declined or ConsultStatus.Withdrawn)
            {
                Step(consult.Status == ConsultStatus.Declined ? Permission.AnswerNutritionConsult : Permission.RequestNutritionConsult, consult.ClosedBy, consult.ClosedAt, ConsultStatus.Requested, consult.Status);
            }
        }

        foreach (var assessment in Added<NutritionAssessment>())
        {
            Tell(nameof(Permission.AssessNutrition), AuditAction.Create, assessment.AssessedBy, assessment.AssessedAt, assessment.PatientId, nameof(NutritionAssessment), assessment.Id);
            Tell(nameof(Permission.AssessNutrition), AuditAction.Update, assessment.EnteredInErrorBy, assessment.EnteredInErrorAt, assessment.PatientId, nameof(NutritionAssessment), assessment.Id, AuditOutcome.Success,
                assessment.EnteredInErrorReason);
        }

        foreach (var plan in Added<CarePlan>())
        {
            Tell(nameof(Permission.EditCarePlan), AuditAction.Create, plan.CreatedBy, plan.CreatedAt, plan.PatientId, nameof(CarePlan), plan.Id);
        }

        var own = _world.Patients.Where(p => p.OrganizationId == _organization.Id && p.UserId is not null).ToDictionary(p => p.Id, p => p.UserId);
        foreach (var tick in Added<PlanTick>())
        {
            _onBehalfOf = own.GetValueOrDefault(tick.PatientId) == tick.TickedBy ? null : tick.PatientId;
            Tell(nameof(Permission.TickCarePlan), AuditAction.Create, tick.TickedBy, tick.TickedAt, tick.PatientId, nameof(PlanTick), tick.Id);
        }

        _onBehalfOf = null;
    }

    /// <summary>A patient books for themselves, a receptionist for anyone; nobody else books.</summary>
    private Permission? BookingCode(Guid user) => May(user, Permission.BookAppointment) is not null ? Permission.BookAppointment
        : May(user, Permission.BookOwnAppointment) is not null ? Permission.BookOwnAppointment : null;

    private Guid? May(Guid user, Permission permission) => _roles.TryGetValue(user, out var roles) && roles.Granting(permission).Any() ? user : null;

    private Guid? FirstWith(Permission permission) => _world.Staff.FirstOrDefault(s => s.OrganizationId == _organization.Id && May(s.UserId, permission) is not null)?.UserId;

    private static string Text(DateTime at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
