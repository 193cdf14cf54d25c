namespace MediSecure.Web.Components.Account;

/// <summary>Return addresses stay on this host.</summary>
internal static class LocalAddress
{
    /// <summary>The address when it is a path of this host, else <c>/</c>.</summary>
    public static string OrHome(string? address)
    {
        var local = address is { Length: > 0 } && address[0] == '/' && (address.Length == 1 || address[1] is not ('/' or '\\')) && !address.Any(char.IsControl);
        return local && !address!.StartsWith("/account", StringComparison.OrdinalIgnoreCase) ? address : "/";
    }
}

/// <summary>The page of the next step of a sign-in; it leads back to where the person wanted to go.</summary>
internal static class StepAddress
{
    public static string Of(string returnUrl, MediSecure.Data.Access.NextStep step) =>
        PendingSignIn.PageOf(step) + (returnUrl == "/" ? "" : "?returnUrl=" + Uri.EscapeDataString(returnUrl));
}
