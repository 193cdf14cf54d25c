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

    // Beds
    ViewBeds,
    AdmitPatient,
    ReserveBed,
    TransferPatient,
    OrderDischarge,
    /// <summary>Record that the patient physically left the bed.</summary>
    RecordDeparture,
    IsolateBed,
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
    ExportSummary,
    ViewDeath,
    /// <summary>Certify a death with its cause, and take that back; closes what is booked.</summary>
    RecordDeath,

    // One's own sign-in
    /// <summary>See where one is signed in, and sign out there.</summary>
    ManageOwnSessions,

    // Running the house
    /// <summary>See where somebody of the organisation is signed in, and sign them out.</summary>
    EndSessions,
    /// <summary>The table of roles and operations.</summary>
    ViewAccessTable,
    ViewActivityLog,
    ExportActivityLog,
    /// <summary>Database, jobs, circuits: nothing clinical.</summary>
    ViewSystemHealth,
    /// <summary>Failed sign-ins and locked accounts.</summary>
    ViewSignInProblems,
    UnlockAccount,
    /// <summary>Reset the demo at once; refused outside demo mode.</summary>
    ResetDemo,
}

/// <summary>Marks a permission that <c>OpenTreeAsync</c> accepts: it reads over the organisation and all below it.</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class TreeAttribute : Attribute;
