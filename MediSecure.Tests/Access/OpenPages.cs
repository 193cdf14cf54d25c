namespace MediSecure.Tests.Access;

/// <summary>The pages that no permission guards, on purpose.</summary>
internal static class OpenPages
{
    /// <summary>Before signing in.</summary>
    public static readonly HashSet<string> Anonymous = ["/", "/account/login", "/account/signed-out", "/account/denied", "/not-found", "/error"];

    /// <summary>Whatever one's role.</summary>
    public static readonly HashSet<string> SignedIn = ["/home"];
}
