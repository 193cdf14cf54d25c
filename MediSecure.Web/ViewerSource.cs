using MediSecure.Data.Access;

namespace MediSecure.Web;

/// <summary>Reads who looks at the screen from the membership rows. Scoped.</summary>
public sealed class ViewerSource(CurrentAccess access, TimeProvider clock)
{
    /// <summary>Null when nobody is signed in, or the person no longer belongs to the organisation that the cookie names.</summary>
    public async Task<Viewer?> GetAsync()
    {
        if (await access.GetPersonAsync() is not { Here: { } here } found)
        {
            return null;
        }

        var choices = found.Person.Organizations.Where(o => o.Roles.Count > 0)
            .Select(o => new OrganizationChoice(o.OrganizationId, o.OrganizationName, string.Join(", ", o.Roles.Select(role => role.Words())))).ToList();
        return new Viewer(found.Person.UserId, here.Name, here.OrganizationId, here.OrganizationName, ZoneOf(here.TimeZone), here.Roles, choices, here.StaffMemberId, here.PatientId)
        {
            Proxies = [.. here.Proxies.Where(proxy => proxy.IsLive(clock.GetUtcNow().UtcDateTime))],
            Acting = here.Acting,
        };
    }

    private static TimeZoneInfo ZoneOf(string id) => TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : TimeZoneInfo.Utc;
}
