namespace MediSecure.Data.Access;

/// <summary>One value per operation that somebody can be allowed or refused. Who holds what: <see cref="RolePermissions"/>, nowhere else.</summary>
public enum Permission
{
    // Organisations
    /// <summary>See the organisation and those below it.</summary>
    [Tree] ViewOrganizations,
    CreateOrganization,
    EditOrganization,

    // People who work here
    ViewStaff,
    EditStaff,
    /// <summary>Give or take a role at the organisation.</summary>
    GrantRole,
    /// <summary>Set the hours in which a clinician or a consulting room can be booked, and leave.</summary>
    EditWorkingHours,

    // Places
    ViewDepartments,
    EditDepartments,
    ViewRooms,
    EditRooms,

    // Patients
    /// <summary>Find patients in lists and by search.</summary>
    SearchPatients,
    /// <summary>Open one patient's page; recorded each time.</summary>
    ViewPatient,
    RegisterPatient,
    EditPatient,

    /// <summary>Mark a chart so that everybody gives a reason to open it, or lift the mark.</summary>
    RestrictChart,
    /// <summary>Open the chart of a patient who is not in one's care, for a short time, with a reason that somebody else reviews ("break-glass").</summary>
    UseEmergencyAccess,

    // Beds
    ViewBeds,
    AdmitPatient,
    ReserveBed,
    TransferPatient,
    OrderDischarge,
    /// <summary>Record that the patient physically left the bed.</summary>
    RecordDeparture,
    IsolateBed,
    /// <summary>Change who is responsible for a stay, its reason and the planned discharge.</summary>
    EditStay,
    /// <summary>Mark a stay as entered in error, or take back that the patient left.</summary>
    CorrectStay,
    CleanBed,
    /// <summary>List of inpatients with place, length of stay and planned discharge.</summary>
    ViewStays,
    /// <summary>Occupancy over the organisation tree.</summary>
    [Tree] ViewOccupancy,

    // Appointments
    /// <summary>See the appointments of the organisation (staff) or one's own (patient).</summary>
    ViewAppointments,
    /// <summary>See free times of clinicians.</summary>
    ViewSlots,
    /// <summary>Book, reschedule and cancel for oneself.</summary>
    BookOwnAppointment,
    /// <summary>Book, reschedule and cancel for anyone.</summary>
    BookAppointment,
    CheckInPatient,
    /// <summary>Start and complete a visit that is one's own.</summary>
    ConductVisit,
    /// <summary>Today's arrivals as a list.</summary>
    ViewArrivals,

    // Triage
    /// <summary>Who is in the triage queue and since when: nothing clinical.</summary>
    ViewTriageQueue,
    /// <summary>The triage queue with levels, complaints and scores.</summary>
    ViewTriage,
    /// <summary>Put a registered patient into the queue.</summary>
    AddToTriage,
    /// <summary>Set level and complaint, and set them anew.</summary>
    TriagePatient,
    /// <summary>Take a patient from the queue, give back, finish.</summary>
    ConductEmergencyVisit,
    /// <summary>Record that somebody left before being seen.</summary>
    RecordLeftTriage,
    /// <summary>Mark an entry of the queue as a mistake; the front desk while nobody clinical has worked on it.</summary>
    CorrectTriage,

    // Vital signs
    /// <summary>See a patient's vital signs, NEWS2 and escalation in the chart.</summary>
    ViewVitals,
    RecordVitals,
    /// <summary>Record weight and height alone.</summary>
    RecordMeasures,
    /// <summary>Mark a set as entered in error.</summary>
    CorrectVitals,
    /// <summary>Order SpO2 scale 2, and end the order.</summary>
    OrderSaturationScale,
    /// <summary>Inpatients by risk, observations due, escalations.</summary>
    ViewWardRisk,
    /// <summary>Ask for a review, acknowledge, attend and close.</summary>
    ActOnEscalation,
    ViewFluids,
    RecordFluids,
    // Nutrition and dietary plans
    /// <summary>See weights, BMI, MUST and consults in the chart.</summary>
    ViewNutrition,
    /// <summary>Screen by MUST or assess, and strike through what one assessed.</summary>
    AssessNutrition,
    /// <summary>Ask a dietitian to see a patient, and take that back.</summary>
    RequestNutritionConsult,
    /// <summary>Accept and decline consults; strike through any assessment.</summary>
    AnswerNutritionConsult,
    /// <summary>The dietitians' lists: consults, follow-ups due, high risk.</summary>
    ViewNutritionWork,
    /// <summary>See dietary plans; a patient sees what is or was active.</summary>
    ViewCarePlan,
    /// <summary>Make, change and end dietary plans.</summary>
    EditCarePlan,
    /// <summary>Tick what was done of one's own plan.</summary>
    TickCarePlan,
    // Clinical notes
    /// <summary>Read signed notes of a chart; a patient reads what is released.</summary>
    ViewNotes,
    /// <summary>Draft, sign, add to and strike through notes of one's own.</summary>
    WriteNote,
    /// <summary>Strike through what a colleague wrote about another patient; and in place of an author who is away, strike through, hold back and release.</summary>
    CorrectColleagueNote,
    /// <summary>Set when patients read what was signed.</summary>
    EditNoteRelease,
    /// <summary>Latest handovers of a ward's inpatients whom one treats, to read and to print.</summary>
    ViewHandovers,

    // Corrections that patients ask for
    /// <summary>Ask for a correction of one's own record, take that back, disagree with a refusal.</summary>
    RequestAmendment,
    /// <summary>See what patients asked to have corrected, and their disagreement, in the chart.</summary>
    ViewAmendments,
    /// <summary>Answer for notes of one's own; doctors also for entries of patients whom they treat.</summary>
    AnswerAmendment,
    /// <summary>Answer for contact and other details of the person.</summary>
    AnswerDetailAmendment,

    // Certificates
    /// <summary>See and print certificates; patients their own.</summary>
    ViewCertificates,
    /// <summary>Issue certificates for patients whom one treats, and revoke them.</summary>
    IssueCertificate,

    // The chart: problems, allergies, history, visits
    ViewAllergies,
    /// <summary>Record, correct and strike through allergies; dietitians food only.</summary>
    RecordAllergy,
    /// <summary>Record that the patient was asked and no allergy is known, and take that back.</summary>
    StateNoKnownAllergies,
    ViewProblems,
    /// <summary>Put problems on the list, change their state, correct and strike them through.</summary>
    RecordProblem,
    /// <summary>Immunisations, procedures, family, way of life, pregnancies.</summary>
    ViewHistory,
    RecordHistory,
    /// <summary>Visits and stays with their diagnoses.</summary>
    ViewEncounters,
    /// <summary>Say what a visit was about.</summary>
    RecordDiagnosis,
    /// <summary>Find codes in the list of diagnoses: nobody's data.</summary>
    SearchDiagnosisCodes,
    /// <summary>What happened to a patient, in one line; each kind as far as its own permission goes.</summary>
    ViewTimeline,
    /// <summary>Take a patient's summary along as a file.</summary>
    [Export] ExportSummary,
    ViewDeath,
    /// <summary>Certify a death with its cause, and take that back; closes what is booked.</summary>
    RecordDeath,

    // Referrals
    /// <summary>See a patient's referrals; a patient sees where, when and what became of it.</summary>
    ViewReferrals,
    /// <summary>Write, send, hold, withdraw and close referrals.</summary>
    WriteReferral,
    /// <summary>See what was referred to this organisation: who, what for, by when; no letter.</summary>
    ViewIncomingReferrals,
    /// <summary>Receive, accept, reject, register and book what was referred here.</summary>
    HandleReferral,
    /// <summary>Read the letter of what was referred to one's own department or of one's own patient.</summary>
    ReadReferralLetter,
    /// <summary>Report back to who referred.</summary>
    ReportReferral,

    // One's own sign-in
    /// <summary>See where one is signed in, and sign out there.</summary>
    ManageOwnSessions,
    /// <summary>Change one's own password, e-mail and second factors.</summary>
    ManageOwnAccount,

    // Running the house
    /// <summary>See where somebody of the organisation is signed in, and sign them out.</summary>
    EndSessions,
    /// <summary>The table of roles and operations.</summary>
    ViewAccessTable,
    /// <summary>See and judge what was opened in emergencies.</summary>
    ReviewEmergencyAccess,
    ViewActivityLog,
    [Export] ExportActivityLog,
    /// <summary>Database, jobs, circuits: nothing clinical.</summary>
    ViewSystemHealth,
    /// <summary>Failed sign-ins and locked accounts.</summary>
    ViewSignInProblems,
    UnlockAccount,
    /// <summary>See which second factors somebody of the organisation has, and take them away when they are lost.</summary>
    ResetSecondFactor,
    /// <summary>Send somebody who works here the link for a first password.</summary>
    InvitePerson,
    /// <summary>Reset the demo at once; refused outside demo mode.</summary>
    ResetDemo,

    // Patients' rights
    /// <summary>See who opened or changed one's own record.</summary>
    ViewRecordAccess,
    /// <summary>Look through what stands out in the activity log, and say that it was looked at.</summary>
    ReviewActivity,
    /// <summary>Give a registered patient a code for their own sign-in.</summary>
    InvitePatient,
    /// <summary>Let somebody act for oneself, and end it.</summary>
    [InPerson] ManageOwnCarers,
    /// <summary>Let somebody act for a patient, with a reason, and end it.</summary>
    ManageCarers,
    /// <summary>Decide what the hospital may do, and who is kept out of the record.</summary>
    ManageOwnConsents,
    /// <summary>Record what a patient decided, with a reason.</summary>
    ManageConsents,
}

/// <summary>Marks a permission that <c>OpenTreeAsync</c> accepts: it reads over the organisation and all below it.</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class TreeAttribute : Attribute;

/// <summary>Marks a permission of patients that nobody who acts for a patient has: it is done in person.</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class InPersonAttribute : Attribute;

/// <summary>Marks a permission that takes data out of the house: never under emergency access.</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class ExportAttribute : Attribute;
