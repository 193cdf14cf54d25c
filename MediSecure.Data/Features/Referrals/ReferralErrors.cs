using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Referrals;

public static class ReferralErrors
{
    public static readonly Error NotSent = Error.Conflict("referral.not-sent", "This referral is a draft and was not sent yet, so this is not possible. Send it first.");

    public static readonly Error SentAlready = Error.Conflict("referral.sent", "This referral was sent, so its letter cannot change any more. Withdraw it and write a new one.");

    public static readonly Error NotTheAuthor = Error.Conflict("referral.not-the-author", "Only who wrote the draft may change or send it. Write a referral of your own.");

    public static readonly Error Closed = Error.Conflict("referral.closed", "This referral is closed, so nothing was changed. Write a new one if it is needed again.");

    public static readonly Error Held = Error.Conflict("referral.on-hold", "The sender has put this referral on hold, so nothing was changed. Wait until it is resumed.");

    public static readonly Error NotHeld = Error.Conflict("referral.not-on-hold", "This referral is not on hold, so nothing was changed.");

    public static readonly Error NotAccepted = Error.Conflict("referral.not-accepted", "This referral is not accepted yet. Accept it first, then register the patient.");

    public static readonly Error NotRegistered = Error.Conflict("referral.not-registered", "No patient of this organisation is linked yet. Register the patient first, then book.");

    public static readonly Error NeedsReportOrReason = Error.Invalid("referral.needs-reason", "There is no report, so this referral closes only with a reason. Say why.", "Reason");

    public static readonly Error NotOutside = Error.Conflict("referral.not-outside", "The receiving department reports on this referral itself. Close it with a reason if no report will come.");

    public static readonly Error NoPlace = Error.Invalid("referral.no-place", "Choose one place: a department, a department of another organisation that takes referrals, or an outside address.", "DepartmentId");

    public static readonly Error NoSpecialty = Error.Invalid("referral.no-specialty", "Enter the specialty that is asked.", "Specialty");

    public static readonly Error NoProblem = Error.Invalid("referral.no-problem", "One of the diagnoses is not on the patient's list any more. Choose again.", "ProblemIds");

    public static readonly Error PlaceGone = Error.Conflict("referral.place-gone", "This place does not take referrals any more, so nothing was sent. Change the draft and choose another.");

    public static readonly Error Deceased = Error.Conflict("referral.deceased", "The patient has died, so nothing was sent.");

    public static readonly Error NotStaff = Error.Conflict("referral.not-staff", "Only people with a staff record here refer and report. An administrator can add you to the staff.");

    public static readonly Error OtherBirthDate = Error.Conflict("referral.other-birth-date", "This patient has another birth date than the person referred, so nothing was linked. Choose another record, or register a new one.");

    public static readonly Error OtherPerson = Error.Conflict("referral.other-person", "This patient has another name or sex than the person referred, so nothing was linked. Compare them, then confirm that it is the same person.");

    public static readonly Error Linked = Error.Conflict("referral.linked", "Another patient is linked to this referral, so nothing was changed. Unlink that one first and say why.");

    public static readonly Error EarlierVisit = Error.Conflict("referral.earlier-visit", "This visit began before the referral was sent, so nothing was changed. Choose a later visit.");

    public static readonly Error LetterOver = Error.Conflict("referral.letter-over", "This referral came to nothing, and its letter is no longer open to the department. Whoever treats the patient reads it in the chart.");

    public static readonly Error NoVisit = Error.Conflict("referral.no-visit", "This is no booked visit of this patient, so nothing was changed. Book one, then try again.");

    public static readonly Error NotYours = Error.Conflict("referral.not-yours", "This letter is for another department, and the patient is not in your care. Ask the department it was sent to.");

    public static readonly Error Restricted = Error.Conflict("referral.restricted", "This patient's chart is restricted. Open the letter from the chart, which asks for a reason.");

    public static readonly Error IdTaken = Error.Conflict("referral.id-taken", "This referral exists already. Reload the page.");

    public static readonly Error Over = Error.Conflict("referral.over", "This referral is over and does not change any more. Reload the page.");

    /// <summary>Somebody was there first, or the step is not the next one.</summary>
    public static Error Past(ReferralProgress progress) => Error.Conflict($"referral.is-{Code(progress)}", $"This referral {Words(progress)}, so nothing was changed. Look at its state, then decide.");

    private static string Code(ReferralProgress progress) => progress == ReferralProgress.InProgress ? "in-progress" : progress.ToString().ToLowerInvariant();

    private static string Words(ReferralProgress progress) => progress switch
    {
        ReferralProgress.Requested => "waits for an answer",
        ReferralProgress.Received => "was received already",
        ReferralProgress.Accepted => "was accepted already",
        ReferralProgress.Rejected => "was rejected already",
        ReferralProgress.InProgress => "has a visit booked already",
        ReferralProgress.Completed => "has its report already",
        ReferralProgress.Failed => "came to nothing",
        _ => "was withdrawn by the sender",
    };
}
