using MediSecure.Data.Access;

namespace MediSecure.Data.Features.Staff;

/// <summary>The rules about professional licences.</summary>
public static class Licences
{
    /// <summary>How long before the last day a licence is shown as ending.</summary>
    public const int WarningDays = 30;

    /// <summary>Roles that treat or test patients: they need a licence.</summary>
    public static IReadOnlyList<Role> ClinicalRoles { get; } = [.. Enum.GetValues<Role>().Where(role => role.IsClinical())];

    /// <summary>The last day counts as valid.</summary>
    public static LicenceState StateOf(string? number, DateOnly? expiresOn, IEnumerable<Role> roles, DateOnly today) => (number, expiresOn) switch
    {
        (not null, { } last) when last < today => LicenceState.Expired,
        (not null, { } last) when last <= today.AddDays(WarningDays) => LicenceState.ExpiresSoon,
        (not null, not null) => LicenceState.Valid,
        _ => roles.Any(ClinicalRoles.Contains) ? LicenceState.Missing : LicenceState.NotNeeded,
    };
}
