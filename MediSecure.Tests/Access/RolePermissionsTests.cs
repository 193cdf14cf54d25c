using System.Runtime.CompilerServices;
using MediSecure.Data.Access;
using MediSecure.Tests.Architecture;

namespace MediSecure.Tests.Access;

/// <summary>Who may do what, as a table that a person reviews: a change of <see cref="RolePermissions"/> shows up in the diff of RolePermissions.golden.txt.</summary>
public sealed class RolePermissionsTests
{
    [Fact]
    public async Task The_table_of_roles_and_permissions_is_the_reviewed_one()
    {
        var path = Path.Combine(Path.GetDirectoryName(Here())!, "RolePermissions.golden.txt");
        var actual = Table();
        if (Environment.GetEnvironmentVariable("MEDISECURE_ACCEPT_GOLDEN") == "1")
        {
            await File.WriteAllTextAsync(path, actual);
        }
        Assert.Equal(await File.ReadAllTextAsync(path), actual);
    }

    [Fact]
    public void There_are_thirteen_roles_and_each_may_do_something()
    {
        Assert.Equal(13, Enum.GetValues<Role>().Length);
        Assert.All(Enum.GetValues<Role>(), role => Assert.NotEmpty(RolePermissions.Of(role)));
    }

    [Fact]
    public void Every_permission_is_granted_to_a_role_and_refused_to_another_but_for_ones_own_sign_in() => Assert.All(Enum.GetValues<Permission>(), permission =>
    {
        Assert.Contains(Enum.GetValues<Role>(), role => role.Grants(permission));
        Assert.True(Everybodys.Contains(permission) == Enum.GetValues<Role>().All(role => role.Grants(permission)));
    });

    private static readonly Permission[] Everybodys = [Permission.ManageOwnSessions, Permission.ManageOwnAccount];

    /// <summary>D10. Permissions whose operation is not behind a service's door say where it is.</summary>
    [Fact]
    public void Every_permission_is_used_by_a_service()
    {
        var used = PermissionRules.Used(Code.Data, "MediSecure.Data");
        Assert.Empty(Enum.GetValues<Permission>().Where(permission => !used.Contains(permission)));
    }

    [Fact]
    public void Use_by_a_service_is_read_from_compiled_code()
    {
        var used = PermissionRules.Used(Code.Tests, "MediSecure.Tests.Architecture.Offenders.D10");
        Assert.Equal([Permission.SearchPatients, Permission.ViewBeds, Permission.BookOwnAppointment, Permission.BookAppointment], used.Order());
    }

    private static string Table()
    {
        var roles = Enum.GetValues<Role>();
        var lines = new List<string> { "permission".PadRight(22) + string.Concat(roles.Select(role => " " + role)) };
        lines.AddRange(Enum.GetValues<Permission>().Select(permission =>
            $"{permission,-22}" + string.Concat(roles.Select(role => " " + (role.Grants(permission) ? "yes" : "-").PadRight(role.ToString().Length))).TrimEnd()));
        return string.Join('\n', lines) + "\n";
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
