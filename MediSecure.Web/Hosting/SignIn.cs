using System.Security.Claims;

namespace MediSecure.Web.Hosting;

/// <summary>What the cookie says beside Identity's own claims: where the person works now, and an opaque mark of this sign-in. It grants nothing.</summary>
public static class SignIn
{
    public const string OrganizationClaim = "ms:organization";
    public const string SessionClaim = "ms:session";
    public const string ActingClaim = "ms:acting";

    public static Guid? UserIdOf(ClaimsPrincipal? user) => Guid.TryParse(user?.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;

    public static Guid? OrganizationIdOf(ClaimsPrincipal? user) => Guid.TryParse(user?.FindFirstValue(OrganizationClaim), out var id) ? id : null;

    /// <summary>The patient for whom the person acts.</summary>
    public static Guid? ActingForOf(ClaimsPrincipal? user) => Guid.TryParse(user?.FindFirstValue(ActingClaim), out var id) ? id : null;

    /// <summary>Identity's stamp, under its usual claim type.</summary>
    public static string? StampOf(ClaimsPrincipal? user) => user?.FindFirstValue("AspNet.Identity.SecurityStamp");

    /// <summary>Id of the session.</summary>
    public static string? SessionOf(ClaimsPrincipal? user) => user?.FindFirstValue(SessionClaim);
}
