using System.Collections.Frozen;
using static MediSecure.Data.Access.Permission;

namespace MediSecure.Data.Access;

/// <summary>The only table from role to permission. Page policies, doors, menus and tests all read it.</summary>
public static class RolePermissions
{
    /// <summary>What everybody may who is signed in.</summary>
    private static readonly Permission[] Everybody = [ManageOwnSessions, ManageOwnAccount];

    private static readonly FrozenDictionary<Role, FrozenSet<Permission>> Table = new Dictionary<Role, Permission[]>
    {
        [Role.Patient] =
        [
            ViewAllergies, ViewProblems, ViewHistory, ViewEncounters, ViewTimeline, ExportSummary,
            ViewPatient, ViewAppointments, ViewSlots, BookOwnAppointment,
            ViewNotes,
            ViewCarePlan, TickCarePlan,
            RequestAmendment, ViewAmendments, ViewCertificates,
            ViewRecordAccess, ManageOwnCarers, ManageOwnConsents,
            ViewReferrals,
        ],

        [Role.Doctor] =
        [
            ViewAllergies, RecordAllergy, StateNoKnownAllergies, ViewProblems, RecordProblem, ViewHistory, RecordHistory, ViewEncounters, RecordDiagnosis, SearchDiagnosisCodes, ViewTimeline, ExportSummary, ViewDeath, RecordDeath,
            SearchPatients, ViewPatient, ViewBeds, ViewStays, AdmitPatient, ReserveBed, TransferPatient, OrderDischarge, IsolateBed, EditStay, CorrectStay,
            ViewAppointments, ViewSlots, ConductVisit, ViewArrivals, ViewDepartments, ViewRooms, ViewStaff,
            ViewTriageQueue, ViewTriage, ConductEmergencyVisit, RecordLeftTriage, CorrectTriage,
            UseEmergencyAccess,
            ViewNotes, WriteNote, CorrectColleagueNote, ViewHandovers, ViewAmendments, AnswerAmendment, ViewCertificates, IssueCertificate,
            ViewVitals, RecordVitals, RecordMeasures, CorrectVitals, OrderSaturationScale, ViewWardRisk, ActOnEscalation, ViewFluids, RecordFluids,
            ViewNutrition, AssessNutrition, RequestNutritionConsult, ViewCarePlan,
            ViewReferrals, WriteReferral, ViewIncomingReferrals, HandleReferral, ReadReferralLetter, ReportReferral,
        ],

        [Role.Nurse] =
        [
            ViewAllergies, RecordAllergy, StateNoKnownAllergies, ViewProblems, ViewHistory, RecordHistory, ViewEncounters, SearchDiagnosisCodes, ViewTimeline, ExportSummary, ViewDeath,
            SearchPatients, ViewPatient, ViewBeds, ViewStays, AdmitPatient, ReserveBed, TransferPatient, OrderDischarge, RecordDeparture,
            IsolateBed, EditStay, CorrectStay, CleanBed, ViewAppointments, ViewArrivals, ViewDepartments, ViewRooms, ViewStaff,
            ViewTriageQueue, ViewTriage, AddToTriage, TriagePatient, RecordLeftTriage, CorrectTriage,
            UseEmergencyAccess,
            ViewNotes, WriteNote, ViewHandovers, ViewAmendments, AnswerAmendment, ViewCertificates,
            ViewVitals, RecordVitals, RecordMeasures, CorrectVitals, ViewWardRisk, ActOnEscalation, ViewFluids, RecordFluids,
            ViewNutrition, AssessNutrition, RequestNutritionConsult, ViewCarePlan,
            ViewReferrals,
        ],

        // Who comes to the wards and clinics today decides what is dispensed: read-only.
        [Role.Pharmacist] =
        [
            ViewAllergies, RecordAllergy, StateNoKnownAllergies, ViewProblems, ViewHistory, ViewEncounters, ViewTimeline,
            SearchPatients, ViewPatient, ViewBeds, ViewStays, ViewArrivals, ViewDepartments, ViewStaff,
            UseEmergencyAccess,
            ViewNotes, ViewAmendments,
            ViewVitals,
            ViewNutrition, ViewCarePlan,
        ],

        [Role.LabTechnician] =
        [
            SearchPatients, ViewPatient, ViewStays, ViewArrivals, ViewDepartments, ViewStaff,
            UseEmergencyAccess,
            ViewAllergies,
        ],

        [Role.Radiologist] =
        [
            ViewAllergies, ViewProblems, ViewHistory, ViewEncounters, ViewTimeline,
            SearchPatients, ViewPatient, ViewStays, ViewArrivals, ViewDepartments, ViewStaff,
            UseEmergencyAccess,
            ViewNotes, ViewAmendments,
        ],

        [Role.Dietitian] =
        [
            ViewAllergies, RecordAllergy, ViewProblems, ViewHistory, ViewEncounters, SearchDiagnosisCodes, ViewTimeline,
            SearchPatients, ViewPatient, ViewBeds, ViewStays, ViewArrivals, ViewDepartments, ViewStaff,
            UseEmergencyAccess,
            ViewNotes, WriteNote, ViewAmendments, AnswerAmendment,
            ViewVitals, RecordMeasures, CorrectVitals, ViewFluids,
            ViewNutrition, AssessNutrition, AnswerNutritionConsult, ViewNutritionWork, ViewCarePlan, EditCarePlan,
            ViewReferrals, WriteReferral, ViewIncomingReferrals, ReadReferralLetter, ReportReferral,
        ],

        [Role.Receptionist] =
        [
            SearchPatients, ViewPatient, RegisterPatient, EditPatient, ViewBeds, ReserveBed, ViewAppointments, ViewSlots, BookAppointment,
            CheckInPatient, ViewArrivals, ViewDepartments, ViewRooms, ViewStaff,
            ViewTriageQueue, AddToTriage, CorrectTriage,
            InvitePatient, ManageCarers, ManageConsents,
            ViewIncomingReferrals, HandleReferral,
            AnswerDetailAmendment,
        ],

        // Stays and arrivals are what is charged.
        [Role.Accountant] = [SearchPatients, ViewStays, ViewArrivals, ViewDepartments],

        [Role.Logistics] = [ViewBeds, CleanBed, ViewDepartments, ViewRooms],

        [Role.Administrator] =
        [
            ViewOrganizations, CreateOrganization, EditOrganization, ViewStaff, EditStaff, GrantRole, EditWorkingHours, ViewDepartments, EditDepartments,
            ViewRooms, EditRooms, SearchPatients, ViewPatient, ViewBeds, ViewStays, ViewOccupancy, AdmitPatient, ReserveBed, TransferPatient, OrderDischarge, EditStay, CorrectStay, CleanBed,
            ViewAppointments, ViewSlots, ViewArrivals, ViewActivityLog, ExportActivityLog, ResetDemo,
            EndSessions, ViewAccessTable,
            RestrictChart, ReviewEmergencyAccess,
            EditNoteRelease, AnswerDetailAmendment,
            ReviewActivity,
            ResetSecondFactor, InvitePerson,
        ],

        [Role.CommandCenter] = [ViewOrganizations, ViewOccupancy, ViewBeds, ViewStays, ViewArrivals, ViewDepartments, ViewRooms],

        [Role.ItSupport] = [ViewSystemHealth, ViewSignInProblems, UnlockAccount, EndSessions, ResetSecondFactor],
    }.ToFrozenDictionary(row => row.Key, row => row.Value.Concat(Everybody).ToFrozenSet());

    /// <summary>What a role may do.</summary>
    public static IReadOnlySet<Permission> Of(Role role) => Table[role];

    public static bool Grants(this Role role, Permission permission) => Table[role].Contains(permission);

    /// <summary>Those of <paramref name="roles"/> that grant <paramref name="permission"/>.</summary>
    public static IEnumerable<Role> Granting(this IEnumerable<Role> roles, Permission permission) => roles.Where(role => role.Grants(permission));

    public static bool IsTree(this Permission permission) => TreePermissions.Contains(permission);

    public static bool IsExport(this Permission permission) => ExportPermissions.Contains(permission);

    public static bool IsInPerson(this Permission permission) => InPersonPermissions.Contains(permission);

    private static readonly FrozenSet<Permission> TreePermissions = Marked<TreeAttribute>();

    private static readonly FrozenSet<Permission> ExportPermissions = Marked<ExportAttribute>();

    private static readonly FrozenSet<Permission> InPersonPermissions = Marked<InPersonAttribute>();

    private static FrozenSet<Permission> Marked<T>() where T : Attribute =>
        Enum.GetValues<Permission>().Where(permission => typeof(Permission).GetField(permission.ToString())!.IsDefined(typeof(T), false)).ToFrozenSet();
}
