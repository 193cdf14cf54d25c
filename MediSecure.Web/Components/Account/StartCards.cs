using MediSecure.Data.Access;
using MediSecure.Data.Persistence.DemoData;
using MudBlazor;

namespace MediSecure.Web.Components.Account;

/// <summary>The start page's cards: one per role, in four groups.</summary>
internal static class StartCards
{
    internal sealed record Card(DemoAccount Account, string Icon, string Purpose);

    internal sealed record Group(string Id, string Title, IReadOnlyList<Card> Cards);

    public static IReadOnlyList<Group> Groups { get; } =
    [
        new("group-patients", "Patients", [Of(Role.Patient, Icons.Material.Outlined.Person, "Own visits: book, move, cancel; own record")]),
        new("group-clinicians", "Clinicians",
        [
            Of(Role.Doctor, Icons.Material.Outlined.MonitorHeart, "Today's visits, own inpatients, beds"),
            Of(Role.Nurse, Icons.Material.Outlined.Vaccines, "Bed board: admit, move, discharge"),
            Of(Role.Pharmacist, Icons.Material.Outlined.Medication, "Who is on the wards and who is coming"),
            Of(Role.LabTechnician, Icons.Material.Outlined.Science, "Arrivals and inpatients to sample"),
            Of(Role.Radiologist, Icons.Material.Outlined.Image, "Arrivals and inpatients to image"),
            Of(Role.Dietitian, Icons.Material.Outlined.Restaurant, "Inpatients by ward and length of stay"),
        ]),
        new("group-office", "Front and back office",
        [
            Of(Role.Receptionist, Icons.Material.Outlined.HowToReg, "Register, book, check in"),
            Of(Role.Accountant, Icons.Material.Outlined.ReceiptLong, "Stays and visits that are charged"),
            Of(Role.Logistics, Icons.Material.Outlined.LocalShipping, "Beds to clean"),
        ]),
        new("group-administration", "Administration",
        [
            Of(Role.Administrator, Icons.Material.Outlined.AdminPanelSettings, "Places, people, roles, activity log"),
            Of(Role.CommandCenter, Icons.Material.Outlined.SpaceDashboard, "Occupancy over all sites"),
            Of(Role.ItSupport, Icons.Material.Outlined.Dns, "Health, jobs, locked accounts"),
        ]),
    ];

    /// <summary>The accounts that no card shows.</summary>
    public static IReadOnlyList<DemoAccount> Others { get; } =
        [.. DemoAccounts.All.Where(account => !Groups.Any(group => group.Cards.Any(card => card.Account == account)))];

    public static IReadOnlyList<(string Icon, string Title, string Text)> Purposes { get; } =
    [
        (Icons.Material.Outlined.GridView, "Beds", "Admit, transfer, discharge and clean on one board that is live everywhere"),
        (Icons.Material.Outlined.CalendarToday, "Appointments", "Free times in the clinic's own zone; no time is given away twice"),
        (Icons.Material.Outlined.History, "Activity log", "Every change and every opened record, by whom and when"),
    ];

    private static Card Of(Role role, string icon, string purpose) => new(DemoAccounts.All.First(account => account.Role == role), icon, purpose);
}
