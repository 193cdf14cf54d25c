using MediSecure.Data.Access;

namespace MediSecure.Web.Dashboards;

/// <summary>Which dashboard a role has, and which comes first for somebody with several.</summary>
public static class DashboardRoles
{
    /// <summary>Work on people first, then the house, then the machinery; one's own record last.</summary>
    private static readonly Role[] Order =
    [
        Role.Doctor, Role.Nurse, Role.Receptionist, Role.Pharmacist, Role.LabTechnician, Role.Radiologist, Role.Dietitian, Role.Logistics, Role.Accountant,
        Role.CommandCenter, Role.Administrator, Role.ItSupport, Role.Patient,
    ];

    private static readonly Dictionary<Role, Type> Dashboards = new()
    {
        [Role.Patient] = typeof(PatientDashboard),
        [Role.Doctor] = typeof(DoctorDashboard),
        [Role.Nurse] = typeof(NurseDashboard),
        [Role.Pharmacist] = typeof(WardRoundDashboard),
        [Role.LabTechnician] = typeof(WardRoundDashboard),
        [Role.Radiologist] = typeof(WardRoundDashboard),
        [Role.Dietitian] = typeof(DietitianDashboard),
        [Role.Receptionist] = typeof(ReceptionistDashboard),
        [Role.Accountant] = typeof(AccountantDashboard),
        [Role.Logistics] = typeof(LogisticsDashboard),
        [Role.Administrator] = typeof(AdministratorDashboard),
        [Role.CommandCenter] = typeof(CommandCenterDashboard),
        [Role.ItSupport] = typeof(ItSupportDashboard),
    };

    public static IReadOnlyList<Role> Sorted(IEnumerable<Role> roles) => [.. roles.Distinct().OrderBy(role => Array.IndexOf(Order, role))];

    public static Type Of(Role role) => Dashboards[role];

    /// <summary>The role whose dashboard is shown: the asked one if it is held, else the first.</summary>
    public static Role? Shown(IReadOnlyList<Role> sorted, string? asked) =>
        Enum.TryParse<Role>(asked, out var role) && sorted.Contains(role) ? role : sorted.Count > 0 ? sorted[0] : null;
}
