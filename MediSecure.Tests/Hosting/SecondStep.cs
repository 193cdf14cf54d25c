using System.Net;
using System.Text.RegularExpressions;
using MediSecure.Data.Features.Accounts;

namespace MediSecure.Tests.Hosting;

/// <summary>What staff do after the password, over HTTP: set up an authenticator app the first time, type its code later.</summary>
internal static partial class SecondStep
{
    /// <summary>Signs in somebody who has no second factor yet, sets up an app, and is in.</summary>
    /// <returns>The app's secret and the recovery codes.</returns>
    public static async Task<(string Secret, IReadOnlyList<string> Codes)> SignInAsync(HttpClient browser, string email, string password)
    {
        using var answer = await FrameApp.SignInAsync(browser, email, password);
        Assert.Equal((HttpStatusCode.Redirect, "/account/enrol"), (answer.StatusCode, PathOf(answer)));
        return await EnrolAsync(browser);
    }

    public static async Task<(string Secret, IReadOnlyList<string> Codes)> EnrolAsync(HttpClient browser)
    {
        var (secret, enrolment) = Shown(await browser.GetStringAsync("/account/enrol"));
        using var done = await FrameApp.PostAsync(browser, "/account/enrol", "/account/enrol", ("_handler", "app"), ("Input.Enrolment", enrolment), ("Input.Code", Now(secret)));
        var html = await done.Content.ReadAsStringAsync();
        var codes = Code().Matches(html).Select(match => match.Groups[1].Value).ToList();
        Assert.True(codes.Count == RecoveryCode.Count, $"{(int)done.StatusCode}: {html}");
        return (secret, codes);
    }

    /// <summary>Types a code after the password.</summary>
    public static Task<HttpResponseMessage> CodeAsync(HttpClient browser, string code) => FrameApp.PostAsync(browser, "/account/code", "/account/code", ("_handler", "code"), ("Code", code));

    public static string Now(string secret, int later = 0) => AuthenticatorCode.At(secret, AuthenticatorCode.StepAt(DateTime.UtcNow) + later);

    public static string PathOf(HttpResponseMessage answer) => answer.Headers.Location?.OriginalString is not { } to ? ""
        : to.StartsWith("http", StringComparison.Ordinal) ? new Uri(to).AbsolutePath : to.Split('?')[0];

    public static (string Secret, string Enrolment) Shown(string html) => (Secret().Match(html).Groups[1].Value.Replace(" ", "", StringComparison.Ordinal), Enrolment().Match(html).Groups[1].Value);

    [GeneratedRegex("<kbd class=\"secret\">([A-Z2-7 ]+)</kbd>")]
    private static partial Regex Secret();

    [GeneratedRegex("name=\"Input.Enrolment\" value=\"([^\"]+)\"")]
    private static partial Regex Enrolment();

    [GeneratedRegex("<kbd>([A-Z2-7]{4}(?:-[A-Z2-7]{4}){3})</kbd>")]
    private static partial Regex Code();
}
