using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Triage;

/// <summary>Why a step of the triage queue is refused.</summary>
public static class TriageErrors
{
    public static readonly Error AlreadyQueued = Error.Conflict("triage.already-queued", "This patient is in the triage queue already, so nothing was added. Look at the queue.", "PatientId");

    public static readonly Error Inpatient = Error.Conflict("triage.inpatient", "This patient is admitted here, so the triage queue is not for them. Call the ward instead.", "PatientId");

    public static readonly Error WaitsForBed = Error.Conflict("triage.waits-for-bed", "This patient's emergency visit still goes on, so no second one was begun. Finish it or admit the patient to a bed first.", "PatientId");

    public static readonly Error Deceased = Error.Conflict("triage.deceased", "A death is recorded for this patient. Check that it is the right person.", "PatientId");

    public static readonly Error InTheFuture = Error.Invalid("triage.in-the-future", "This arrival lies in the future. Check the time.", "ArrivedAt");

    public static readonly Error TooLongAgo = Error.Invalid("triage.too-long-ago", "An arrival is written down within 24 hours. Check the time.", "ArrivedAt");

    public static readonly Error AlreadyTaken = Error.Conflict("triage.already-taken", "Another doctor has just taken this patient, so nothing was changed. Take the next one.");

    public static readonly Error NotTaken = Error.Conflict("triage.not-taken", "No doctor has this patient now, so there is nothing to finish. Take the patient first.");

    public static readonly Error WithDoctorNow = Error.Conflict("triage.with-doctor", "A doctor has taken this patient, so this was not recorded. The doctor finishes the visit.");

    public static readonly Error DiedElsewhere = Error.Invalid("triage.died-elsewhere", "A death is recorded on the patient's chart with its cause, and ends the visit by itself.", "Disposition");

    public static readonly Error VisitOver = Error.Conflict("triage.visit-over", "The emergency visit is over: the patient lies in a bed by now. Nothing was changed.");

    public static readonly Error NurseCorrects = Error.Conflict("triage.nurse-corrects", "A nurse or doctor has worked on this entry, so it was not marked as a mistake. Ask them to do it.");

    public static Error Over(TriageStatus status) => status switch
    {
        TriageStatus.LeftWithoutBeingSeen => Error.Conflict("triage.left", "Somebody has recorded that this patient left, so nothing was changed. Put the patient into the queue again if they came back."),
        TriageStatus.EnteredInError => Error.Conflict("triage.in-error", "This entry was marked as entered in error, so nothing was changed."),
        _ => Error.Conflict("triage.done", "This visit has been finished already, so nothing was changed. Reload to see by whom."),
    };
}
