using MediSecure.Data.Access;

namespace MediSecure.Web;

/// <summary>Who looks at the screen, for showing and hiding only; cascaded by the layout. It grants nothing: the doors read the membership rows.</summary>
/// <param name="Zone">The organisation's time zone.</param>
/// <param name="Organizations">Where the person may work, the current one included.</param>
/// <param name="StaffMemberId">The person's staff row here, if they work here.</param>
/// <param name="PatientId">The person's own record here when they are a patient here.</param>
public sealed record Viewer(
    Guid UserId,
    string Name,
    Guid OrganizationId,
    string OrganizationName,
    TimeZoneInfo Zone,
    IReadOnlyList<Role> Roles,
    IReadOnlyList<OrganizationChoice> Organizations,
    Guid? StaffMemberId = null,
    Guid? PatientId = null)
{
    /// <summary>Patients for whom the person may act here now.</summary>
    public IReadOnlyList<PatientProxy> Proxies { get; init; } = [];

    /// <summary>The patient for whom the person acts; null when for themselves.</summary>
    public PatientProxy? Acting { get; init; }

    private readonly HashSet<Permission> _permissions = [.. Roles.SelectMany(RolePermissions.Of)];

    public bool May(Permission permission) => _permissions.Contains(permission) && !(Acting is not null && permission.IsInPerson());

    /// <summary>A patient and nothing else: gets the bottom bar and plain words.</summary>
    public bool IsPatientOnly => Roles is [Role.Patient];

    public string RoleWords => string.Join(", ", Roles.Select(role => role.Words()));

    public string Initials => string.Concat(Name.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Where(part => part is not "Dr").Select(part => part[..1]).Take(2));
}

/// <summary>An organisation in the switcher.</summary>
public sealed record OrganizationChoice(Guid Id, string Name, string RoleWords);

public static class RoleNames
{
    /// <summary>The role as people say it: <c>Lab technician</c>, <c>Command centre</c>.</summary>
    public static string Words(this Role role) => role switch
    {
        Role.LabTechnician => "Lab technician",
        Role.CommandCenter => "Command centre",
        Role.ItSupport => "IT support",
        _ => role.ToString(),
    };
}
