using MediSecure.Data.Access;
using MediSecure.Data.Features.Accounts;

namespace MediSecure.Data.Features.ActivityLog;

/// <summary>How an event reads.</summary>
/// <param name="Name">The operation as one does it, for filters and refusals: <c>admit a patient</c>.</param>
/// <param name="Did">What the actor did. <c>{patient}</c>, <c>{bed}</c>, <c>{time}</c>, <c>{clinician}</c>, <c>{thing}</c> are put in; a part in brackets is left out when its value is not known.</param>
public sealed record ActivityWord(string Name, string Did)
{
    /// <summary>Other words where the status that something got, or <c>Create</c>, says more than the permission does.</summary>
    public IReadOnlyDictionary<string, string> By { get; init; } = new Dictionary<string, string>();
}

/// <summary>The one table from event code to words: one row per <see cref="Permission"/>, and one per event that is none.</summary>
public static class ActivityWords
{
    public const string DemoReset = "DemoReset";

    /// <summary>An encrypted field was found changed, misplaced, or without its key.</summary>
    public const string UnreadableField = "FieldUnreadable";

    public const string RotateKeys = "rotate-keys";

    /// <summary>Something of a patient's record went to paper.</summary>
    public const string Printed = "RecordPrinted";

    private static readonly Dictionary<string, ActivityWord> Table = Build();

    public static IReadOnlyDictionary<string, ActivityWord> All => Table;

    /// <summary>Never empty: a code without words is shown as it is.</summary>
    public static ActivityWord Of(string code) => Table.GetValueOrDefault(code) ?? new ActivityWord(code, $"did {code}");

    private static Dictionary<string, ActivityWord> Build()
    {
        var table = new Dictionary<string, ActivityWord>(StringComparer.Ordinal);
        void Add(Permission permission, string name, string did, params ReadOnlySpan<(string Status, string Did)> by) => Put(permission.ToString(), name, did, by);
        void Put(string code, string name, string did, ReadOnlySpan<(string Status, string Did)> by)
        {
            var statuses = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var (status, words) in by)
            {
                statuses[status] = words;
            }

            table.Add(code, new ActivityWord(name, did) { By = statuses });
        }

        Add(Permission.ViewOrganizations, "see organisations", "looked at the organisations");
        Add(Permission.CreateOrganization, "create an organisation", "created the organisation[ {thing}]");
        Add(Permission.EditOrganization, "edit an organisation", "changed the organisation[ {thing}]");
        Add(Permission.ViewStaff, "see staff", "looked at the staff");
        Add(Permission.EditStaff, "edit staff", "changed the staff record[ of {thing}]", ("Create", "added[ {thing}] to the staff"));
        Add(Permission.GrantRole, "give or take a role", "changed a role[ of {thing}]", ("Create", "gave a role[ to {thing}]"), ("Proposed", "proposed[ {thing} as] an administrator"),
            ("Confirmed", "confirmed[ {thing} as] an administrator"), ("Declined", "declined[ {thing} as] an administrator"));
        Add(Permission.EditWorkingHours, "set working hours", "changed working hours[ of {thing}]");
        Add(Permission.ViewDepartments, "see departments", "looked at the departments");
        Add(Permission.EditDepartments, "edit departments and wards", "changed[ {thing}]", ("Create", "created[ {thing}]"));
        Add(Permission.ViewRooms, "see rooms", "looked at the rooms");
        Add(Permission.EditRooms, "edit rooms and beds", "changed[ {thing}]", ("Create", "created[ {thing}]"), ("Closed", "closed[ {thing}]"));
        Add(Permission.SearchPatients, "search patients", "searched for patients");
        Add(Permission.ViewPatient, "open a patient's record", "opened the record of {patient}");
        Add(Permission.RegisterPatient, "register a patient", "registered {patient}", ("Read", "was shown people who look the same while registering"));
        Add(Permission.EditPatient, "edit a patient", "changed the details of {patient}");
        Add(Permission.RestrictChart, "restrict a chart", "changed the restriction of the chart of {patient}", ("Staff", "restricted the chart of {patient}"), ("Vip", "restricted the chart of {patient}"),
            ("Psychiatric", "restricted the chart of {patient}"));
        Add(Permission.UseEmergencyAccess, "open a chart in an emergency", "ended their emergency access to the chart of {patient}", ("Create", "took emergency access to the chart of {patient}"));
        Add(Permission.ReviewEmergencyAccess, "review emergency access", "reviewed the emergency access to the chart of {patient}", ("Read", "looked at emergency access[ to the chart of {patient}]"),
            ("Justified", "found the emergency access to the chart of {patient} justified"), ("NotJustified", "found the emergency access to the chart of {patient} not justified"));
        Add(Permission.ViewBeds, "see the bed board", "looked at the bed board");
        Add(Permission.AdmitPatient, "admit a patient", "admitted {patient}[ to bed {bed}]");
        Add(Permission.ReserveBed, "reserve a bed", "reserved bed[ {bed}] for {patient}", ("Cancelled", "released the reservation of bed[ {bed}] for {patient}"));
        Add(Permission.TransferPatient, "transfer a patient", "moved {patient}[ to bed {bed}]");
        Add(Permission.OrderDischarge, "order a discharge", "ordered the discharge of {patient}");
        Add(Permission.RecordDeparture, "record a departure", "recorded that {patient} left[ bed {bed}]");
        Add(Permission.IsolateBed, "isolate", "changed the isolation of {patient}[ in bed {bed}]");
        Add(Permission.EditStay, "edit a stay", "changed the stay of {patient}");
        Add(Permission.CorrectStay, "correct a stay", "corrected the stay of {patient}", ("EnteredInError", "marked the stay of {patient} as entered in error"), ("InProgress", "took back that {patient} left"));
        Add(Permission.CleanBed, "clean a bed", "worked on the cleaning of bed[ {bed}]", ("InProgress", "began to clean bed[ {bed}]"), ("Completed", "confirmed that bed[ {bed}] is clean"));
        Add(Permission.ViewStays, "see inpatients", "looked at the inpatients");
        Add(Permission.ViewOccupancy, "see occupancy", "looked at the occupancy");
        Add(Permission.ViewAppointments, "see appointments", "looked at the appointments[ of {patient}]");
        Add(Permission.ViewSlots, "see free times", "looked at a clinician's week");
        Add(Permission.BookOwnAppointment, "book for oneself", "changed their own visit[ with {clinician}][ on {time}]", ("Create", "booked a visit[ with {clinician}][ on {time}]"), ("Read", "looked at their own visits"), ("Cancelled", "cancelled their visit[ with {clinician}][ on {time}]"));
        Add(Permission.BookAppointment, "book for a patient", "changed a visit of {patient}[ with {clinician}][ on {time}]", ("Create", "booked {patient}[ with {clinician}][ on {time}]"),
            ("Cancelled", "cancelled the visit of {patient}[ with {clinician}][ on {time}]"));
        Add(Permission.CheckInPatient, "check in a patient", "changed the arrival of {patient}", ("Read", "looked at who is to be checked in"), ("Arrived", "noted that {patient} arrived"), ("CheckedIn", "checked in {patient}"), ("NoShow", "noted that {patient} did not come"),
            ("Booked", "took back the arrival of {patient}"));
        Add(Permission.ConductVisit, "conduct a visit", "changed a visit of {patient}", ("Read", "looked at the visits of their day"), ("InProgress", "began the visit of {patient}"), ("Finished", "completed the visit of {patient}"), ("Fulfilled", "completed the visit of {patient}"));
        Add(Permission.ViewArrivals, "see arrivals", "looked at the arrivals");
        Add(Permission.ViewTriageQueue, "see who is in the triage queue", "looked at who is in the triage queue");
        Add(Permission.ViewTriage, "see the triage queue", "looked at the triage[ of {patient}]");
        Add(Permission.AddToTriage, "put a patient into the triage queue", "put {patient} into the triage queue");
        Add(Permission.TriagePatient, "triage a patient", "triaged {patient}");
        Add(Permission.ConductEmergencyVisit, "conduct an emergency visit", "changed the emergency visit of {patient}", ("WithDoctor", "took {patient} from the triage queue"),
            ("Waiting", "gave {patient} back to the triage queue"), ("Done", "finished the emergency visit of {patient}"));
        Add(Permission.RecordLeftTriage, "record that a patient left unseen", "recorded that {patient} left without being seen");
        Add(Permission.CorrectTriage, "correct the triage queue", "marked the triage entry of {patient} as entered in error");
        Add(Permission.ViewVitals, "see vital signs", "looked at the vital signs of {patient}");
        Add(Permission.RecordVitals, "record vital signs", "recorded vital signs of {patient}");
        Add(Permission.RecordMeasures, "record weight and height", "recorded weight and height of {patient}");
        Add(Permission.CorrectVitals, "correct vital signs", "marked vital signs of {patient} as entered in error");
        Add(Permission.OrderSaturationScale, "order SpO2 scale 2", "ended SpO2 scale 2 for {patient}", ("Create", "ordered SpO2 scale 2 for {patient}"));
        Add(Permission.ViewWardRisk, "see the ward by risk", "looked at the ward by risk");
        Add(Permission.ActOnEscalation, "act on an escalation", "acted on the escalation of {patient}", ("Create", "asked for a review of {patient}"), ("Requested", "asked for another review of {patient}"), ("Acknowledged", "acknowledged the escalation of {patient}"),
            ("Attended", "was at the bed of {patient}"), ("Closed", "closed the escalation of {patient}"));
        Add(Permission.ViewFluids, "see the fluid balance", "looked at the fluid balance of {patient}");
        Add(Permission.RecordFluids, "record fluids", "marked a fluid entry of {patient} as entered in error", ("Create", "recorded fluids of {patient}"));
        Add(Permission.ViewNutrition, "see nutrition", "looked at the nutrition of {patient}");
        Add(Permission.AssessNutrition, "assess nutrition", "marked a nutrition assessment of {patient} as entered in error", ("Create", "assessed the nutrition of {patient}"), ("Done", "assessed the nutrition of {patient} for a consult"));
        Add(Permission.RequestNutritionConsult, "ask a dietitian", "changed a nutrition consult for {patient}", ("Create", "asked a dietitian to see {patient}"), ("Withdrawn", "withdrew the nutrition consult for {patient}"));
        Add(Permission.AnswerNutritionConsult, "answer a nutrition consult", "changed a nutrition consult for {patient}", ("Accepted", "accepted the nutrition consult for {patient}"), ("Declined", "declined the nutrition consult for {patient}"));
        Add(Permission.ViewNutritionWork, "see the dietitians' work", "looked at the dietitians' work");
        Add(Permission.ViewCarePlan, "see a dietary plan", "looked at the dietary plan of {patient}");
        Add(Permission.EditCarePlan, "change a dietary plan", "changed the dietary plan of {patient}", ("Create", "added to the dietary plan of {patient}"), ("Active", "activated the dietary plan of {patient}"),
            ("OnHold", "put the dietary plan of {patient} on hold"), ("Completed", "completed the dietary plan of {patient}"), ("Revoked", "revoked the dietary plan of {patient}"),
            ("Achieved", "recorded a goal of {patient} as reached"), ("Dropped", "dropped a goal of {patient}"));
        Add(Permission.TickCarePlan, "tick a dietary plan", "took a tick in the plan of {patient} back", ("Create", "ticked the plan of {patient}"));
        Add(Permission.ViewNotes, "read notes", "looked at the notes about {patient}");
        Add(Permission.WriteNote, "write notes", "worked on a note about {patient}", ("Read", "looked at their drafts"), ("Create", "began a note or addendum about {patient}"), ("Signed", "signed a note about {patient}"),
            ("EnteredInError", "struck through a note about {patient}"), ("Discarded", "discarded a draft about {patient}"));
        Add(Permission.CorrectColleagueNote, "correct a colleague's note", "changed when {patient} reads a colleague's note", ("EnteredInError", "struck through a colleague's note about {patient}"));
        Add(Permission.EditNoteRelease, "set the release of notes", "changed when patients read notes");
        Add(Permission.ViewHandovers, "read a ward's handovers", "looked at handovers[ about {patient}]");
        Add(Permission.RequestAmendment, "ask for a correction", "changed a request for a correction of the record of {patient}", ("Create", "asked for a correction of the record of {patient}"),
            ("Withdrawn", "withdrew a request for a correction of the record of {patient}"), ("Read", "looked at what can be corrected in the record of {patient}"));
        Add(Permission.ViewAmendments, "see corrections asked for", "looked at corrections asked for in the record of {patient}");
        Add(Permission.AnswerAmendment, "answer for a note or entry", "answered a request for a correction of the record of {patient}", ("Read", "looked at corrections to answer"), ("InReview", "began to look into a correction of the record of {patient}"),
            ("Accepted", "accepted a correction of the record of {patient}"), ("Refused", "refused a correction of the record of {patient}"));
        Add(Permission.AnswerDetailAmendment, "answer for details of a person", "answered a request for a correction of the details of {patient}", ("InReview", "began to look into a correction of the details of {patient}"),
            ("Accepted", "accepted a correction of the details of {patient}"), ("Refused", "refused a correction of the details of {patient}"), ("Read", "looked at corrections asked for in details[ of {patient}]"));
        Add(Permission.ViewCertificates, "see certificates", "looked at the certificates of {patient}");
        Add(Permission.IssueCertificate, "issue a certificate", "revoked a certificate of {patient}", ("Create", "issued a certificate for {patient}"), ("Read", "looked at what can be certified for {patient}"));
        Add(Permission.ViewAllergies, "see allergies", "looked at the allergies of {patient}");
        Add(Permission.RecordAllergy, "record allergies", "changed the allergies of {patient}", ("Create", "recorded an allergy of {patient}"), ("EnteredInError", "struck an allergy of {patient} through as entered in error"));
        Add(Permission.StateNoKnownAllergies, "record that no allergy is known", "took back that no allergy of {patient} is known", ("Create", "recorded that no allergy of {patient} is known"));
        Add(Permission.ViewProblems, "see problems", "looked at the problems of {patient}");
        Add(Permission.RecordProblem, "record problems", "changed a problem of {patient}", ("EnteredInError", "struck a problem of {patient} through as entered in error"), ("Create", "added a problem of {patient}"));
        Add(Permission.ViewHistory, "see the history", "looked at the history of {patient}");
        Add(Permission.RecordHistory, "record the history", "changed the history of {patient}", ("Create", "added to the history of {patient}"));
        Add(Permission.ViewEncounters, "see visits and stays", "looked at the visits of {patient}");
        Add(Permission.RecordDiagnosis, "record a diagnosis", "changed a diagnosis of {patient}", ("Create", "recorded a diagnosis of {patient}"));
        Add(Permission.SearchDiagnosisCodes, "search diagnosis codes", "searched the diagnosis codes");
        Add(Permission.ViewTimeline, "see the timeline", "looked at the timeline of {patient}");
        Add(Permission.ExportSummary, "export a summary", "took the summary of {patient} as a file");
        Add(Permission.ViewDeath, "see a death", "looked whether {patient} died");
        Add(Permission.RecordDeath, "record a death", "took the death of {patient} back", ("Create", "recorded the death of {patient}"));
        Add(Permission.ViewReferrals, "see referrals", "looked at the referrals of {patient}");
        Add(Permission.WriteReferral, "refer a patient", "worked on a referral of {patient}", ("Read", "looked at their referrals that wait for them"), ("Create", "began a referral of {patient}"), ("Active", "sent or resumed a referral of {patient}"), ("OnHold", "put a referral of {patient} on hold"),
            ("Completed", "closed a referral of {patient}"), ("Revoked", "withdrew a referral of {patient}"));
        Add(Permission.ViewIncomingReferrals, "see incoming referrals", "looked at incoming referrals");
        Add(Permission.HandleReferral, "handle an incoming referral", "changed an incoming referral of {patient}", ("Read", "looked at who was referred here"), ("Received", "received a referral of {patient}"), ("Accepted", "accepted a referral of {patient}"),
            ("Rejected", "rejected a referral of {patient}"), ("InProgress", "booked the visit of a referral of {patient}"), ("Failed", "noted that a referral of {patient} came to nothing"));
        Add(Permission.ReadReferralLetter, "read a referral letter", "read a referral letter about {patient}");
        Add(Permission.ReportReferral, "report on a referral", "reported on a referral of {patient}");
        Put(Access.ReferralExchange.Code, "exchange referrals", "changed a referral at the word of the other organisation", [("Create", "took a referral from another organisation"), ("Received", "noted that a referral of {patient} was received"),
            ("Accepted", "noted that a referral of {patient} was accepted"), ("Rejected", "noted that a referral of {patient} was rejected"), ("InProgress", "noted that a visit was booked for a referral of {patient}"),
            ("Completed", "took the report on a referral of {patient}"), ("Failed", "noted that a referral of {patient} came to nothing"), ("Cancelled", "noted that a referral was withdrawn")]);
        Add(Permission.ViewActivityLog, "see the activity log", "looked at the activity log[ of {patient}]");
        Add(Permission.ExportActivityLog, "export the activity log", "exported the activity log");
        Add(Permission.ViewSystemHealth, "see system health", "looked at the system health");
        Add(Permission.ViewSignInProblems, "see sign-in problems", "looked at the sign-in problems");
        Add(Permission.UnlockAccount, "unlock an account", "unlocked the account[ of {thing}]");
        Add(Permission.ManageOwnAccount, "change one's own sign-in", "changed their own sign-in");
        Add(Permission.ResetSecondFactor, "take away second factors", "took away the second factors[ of {thing}]");
        Add(Permission.InvitePerson, "invite a person", "sent an invitation[ to {thing}]");
        Add(Permission.ManageOwnSessions, "see one's own sign-ins", "ended a sign-in of their own", ("Read", "looked at their own sign-ins"));
        Add(Permission.EndSessions, "end somebody's sign-in", "ended a sign-in of somebody here", ("Read", "looked at the sign-ins of somebody here"));
        Add(Permission.ViewAccessTable, "see who may do what", "looked at who may do what");
        Add(Permission.ResetDemo, "reset the demo", "reset the demo");

        Add(Permission.ViewRecordAccess, "see who opened a record", "looked at who opened the record[ of {patient}]");
        Add(Permission.ReviewActivity, "review activity", "looked at the activity review", ("Create", "reviewed activity that stood out"));

        Add(Permission.InvitePatient, "invite a patient", "withdrew a sign-in code of {patient}", ("Create", "gave {patient} a code for a sign-in"));
        Add(Permission.ManageOwnCarers, "let somebody act for oneself", "ended that somebody acts for {patient}", ("Create", "let somebody act for {patient}"));
        Add(Permission.ManageCarers, "let somebody act for a patient", "ended that somebody acts for {patient}", ("Read", "looked at who acts for {patient}"), ("Create", "let somebody act for {patient}"));
        Add(Permission.ManageOwnConsents, "decide about one's own record", "withdrew a decision about the record of {patient}", ("Create", "decided about the record of {patient}"));
        Add(Permission.ManageConsents, "record a patient's decision", "withdrew a decision of {patient}", ("Read", "looked at the decisions of {patient}"), ("Create", "recorded a decision of {patient}"));
        Put(Jobs.PatientClaims.Claim, "use a sign-in code", "tried a sign-in code of {patient}", [("Create", "set up a sign-in with a code of {patient}")]);
        Put(Jobs.PatientClaims.UnknownClaim, "use a sign-in code of nobody", "tried a sign-in code with an unknown record number", []);
        Put(SignInAudit.ActingBegun, "begin to act for a patient", "began to act for {patient}", []);
        Put(SignInAudit.ActingEnded, "cease to act for a patient", "ceased to act for {patient}", []);

        Put(SignInAudit.SignedIn, "sign in", "signed in", []);
        Put(SignInAudit.SignedOut, "sign out", "signed out", []);
        Put(SignInAudit.PasswordResetAsked, "ask for a new password", "asked for a new password by mail", []);
        Put(SignInAudit.PasswordSet, "set a password by a link", "set a password by a link", []);
        Put(SignInAudit.EmailChanged, "confirm a new e-mail", "confirmed a new e-mail", []);
        Put(SignInAudit.SecondFactorEnrolled, "set up a second factor", "set up a second factor", []);
        Put(SignInAudit.RecoveryCodeUsed, "use a recovery code", "used a recovery code", []);
        Put(SignInAudit.SessionEnded, "end a session", "had a session that ended", []);
        Put(SignInAudit.SignInFailed, "fail to sign in", "could not sign in", []);
        Put(SignInAudit.LockedOut, "be locked out", "was locked out", []);
        Put(SignInAudit.OrganizationSwitched, "change organisation", "changed to this organisation", []);
        Put(DemoReset, "start the demo anew", "started the demo anew", []);
        Put(UnreadableField, "fail to read a protected field", "could not read a protected field[ of {thing}]: it was changed outside the application, or its key is gone", []);
        Put(Printed, "print from a record", "printed from the record of {patient}", []);
        Put(RotateKeys, "change encryption keys", "changed encryption keys", [("Create", "made new encryption keys"), ("Destroyed", "destroyed encryption keys")]);
        return table;
    }
}
