using MediSecure.Data.Access;
using MudBlazor;

namespace MediSecure.Web.Components.Layout;

/// <summary>A place in the navigation and in the Ctrl+K palette. Shown only to who holds the permission.</summary>
/// <param name="Permission">Null: for everyone who is signed in.</param>
/// <param name="Group">Heading: what somebody is doing, not who wrote it.</param>
/// <param name="PatientLabel">What patients call it, where that differs.</param>
/// <param name="Words">Other words under which the palette finds it.</param>
public sealed record NavigationItem(string Label, string Icon, string Href, Permission? Permission, string Group, string? PatientLabel = null, string Words = "")
{
    public string LabelFor(Viewer viewer) => viewer.IsPatientOnly && PatientLabel is not null ? PatientLabel : Label;
}

/// <summary>The only table of the navigation. Add a page here and it is in the menu, the drawer, the bottom bar and the palette.</summary>
public static class NavigationItems
{
    private const string Today = "Today";
    private const string Patients = "Patients";
    private const string House = "Places and people";
    private const string Running = "Running the house";

    public static IReadOnlyList<NavigationItem> All { get; } =
    [
        new("Dashboard", Icons.Material.Outlined.Dashboard, "/", null, Today, "Home", "home start today"),
        new("Appointments", Icons.Material.Outlined.CalendarToday, "/appointments", Permission.ViewAppointments, Today, "Visits", "schedule calendar booking visits"),
        new("Arrivals", Icons.Material.Outlined.HowToReg, "/arrivals", Permission.ViewArrivals, Today, Words: "check in today waiting"),
        new("Triage", Icons.Material.Outlined.MedicalServices, "/triage", Permission.ViewTriageQueue, Today, Words: "emergency queue waiting unbooked ats"),
        new("Find a patient", Icons.Material.Outlined.PersonSearch, "/patients", Permission.SearchPatients, Patients, Words: "patients search record register"),
        new("Referrals", Icons.Material.Outlined.MoveToInbox, "/referrals", Permission.ViewIncomingReferrals, Patients, Words: "incoming letters accept reject report"),
        new("Inpatients", Icons.Material.Outlined.Hotel, "/stays", Permission.ViewStays, Patients, Words: "stays ward length of stay discharge"),
        new("Observations", Icons.Material.Outlined.MonitorHeart, "/observations", Permission.ViewWardRisk, Patients, Words: "vitals news2 risk due ward"),
        new("Escalations", Icons.Material.Outlined.NotificationImportant, "/escalations", Permission.ViewWardRisk, Patients, Words: "news2 review emergency team deteriorating"),
        new("Nutrition", Icons.Material.Outlined.Restaurant, "/nutrition", Permission.ViewNutritionWork, Patients, Words: "dietitian consults must malnutrition plans follow-up diet"),
        new("Dietary plan", Icons.Material.Outlined.Checklist, "/plan", Permission.TickCarePlan, Patients, "My plan", "diet nutrition tick goals"),
        new("Handovers", Icons.Material.Outlined.SyncAlt, "/handovers", Permission.ViewHandovers, Patients, Words: "shift ward notes sbar print"),
        new("Corrections", Icons.Material.Outlined.RateReview, "/amendments", Permission.AnswerAmendment, Patients, Words: "amendments requests patients record answer"),
        new("Corrections of details", Icons.Material.Outlined.ContactPage, "/detail-amendments", Permission.AnswerDetailAmendment, Patients, Words: "amendments requests address contact answer"),
        new("Bed board", Icons.Material.Outlined.GridView, "/beds", Permission.ViewBeds, Patients, Words: "beds wards cleaning admit transfer"),
        new("Cleaning", Icons.Material.Outlined.CleaningServices, "/cleaning", Permission.CleanBed, Patients, Words: "beds housekeeping deep clean"),
        new("Occupancy", Icons.Material.Outlined.Insights, "/occupancy", Permission.ViewOccupancy, Patients, Words: "beds taken capacity network"),
        new("Who opened the record", Icons.Material.Outlined.Visibility, "/record-access", Permission.ViewRecordAccess, Patients, "Who looked", "audit views history access"),
        new("Sharing", Icons.Material.Outlined.Handshake, "/sharing", Permission.ManageOwnConsents, Patients, Words: "carers act for consent agreed keep out"),
        new("Departments", Icons.Material.Outlined.AccountTree, "/departments", Permission.ViewDepartments, House, Words: "wards units"),
        new("Rooms", Icons.Material.Outlined.MeetingRoom, "/rooms", Permission.ViewRooms, House, Words: "beds theatre consulting"),
        new("Staff", Icons.Material.Outlined.Badge, "/staff", Permission.ViewStaff, House, Words: "people roles working hours licence"),
        new("Organisations", Icons.Material.Outlined.Apartment, "/organizations", Permission.ViewOrganizations, House, Words: "hospitals clinics network"),
        new("Release of notes", Icons.Material.Outlined.MarkEmailRead, "/note-release", Permission.EditNoteRelease, Running, Words: "clinical notes patients read days"),
        new("Emergency access", Icons.Material.Outlined.LockOpen, "/emergency-access", Permission.ReviewEmergencyAccess, Running, Words: "break-glass review privacy officer"),
        new("Activity log", Icons.Material.Outlined.History, "/activity-log", Permission.ViewActivityLog, Running, Words: "audit who did what export"),
        new("Activity review", Icons.Material.Outlined.Policy, "/activity-review", Permission.ReviewActivity, Running, Words: "audit findings emergency own record exports refusals"),
        new("Who may do what", Icons.Material.Outlined.Key, "/access", Permission.ViewAccessTable, Running, Words: "permissions roles matrix operations access"),
        new("System", Icons.Material.Outlined.Dns, "/system", Permission.ViewSystemHealth, Running, Words: "health database jobs circuits"),
        new("Sign-in problems", Icons.Material.Outlined.Password, "/sign-in-problems", Permission.ViewSignInProblems, Running, Words: "locked accounts failed unlock"),
    ];

    /// <summary>What the viewer sees, in order.</summary>
    public static IEnumerable<NavigationItem> For(Viewer viewer) => Allowed(viewer).Where(item => Pages.Exist(item.Href));

    /// <summary>What the roles allow, whether its page exists or not.</summary>
    public static IEnumerable<NavigationItem> Allowed(Viewer viewer) =>
        All.Where(item => item.Permission is not { } permission || viewer.May(permission));
}
