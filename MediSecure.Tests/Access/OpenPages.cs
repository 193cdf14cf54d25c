namespace MediSecure.Tests.Access;

/// <summary>The pages that no permission guards, on purpose.</summary>
internal static class OpenPages
{
    /// <summary>Before signing in. The address <c>/</c> shows <c>/account/start</c> to who is signed out.</summary>
    public static readonly HashSet<string> Anonymous = ["/account/start", "/account/login", "/account/claim", "/account/code", "/account/enrol", "/account/forgotten", "/account/set-password", "/account/confirm-email", "/account/denied", "/account/error", "/account/status/{Code:int}"];

    /// <summary>Whatever one's role.</summary>
    public static readonly HashSet<string> SignedIn = ["/", "/not-found"];
}
