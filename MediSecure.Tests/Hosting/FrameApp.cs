using System.Text.RegularExpressions;
using MediSecure.Data.Persistence.DemoData;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MediSecure.Tests.Hosting;

/// <summary>The real host in demo mode, asked over HTTP without a browser.</summary>
public sealed partial class FrameApp : WebApplicationFactory<Program>
{
    // Tests read the database past the requests, which would wait by themselves.
    protected override IHost CreateHost(IHostBuilder builder)
    {
        var host = base.CreateHost(builder);
        host.Services.GetRequiredService<DemoMode>().WhenFilledAsync(CancellationToken.None).GetAwaiter().GetResult();
        return host;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.ConfigureLogging(logging => logging.ClearProviders());
        builder.UseSetting("Demo:Enabled", "true");
        builder.UseSetting("Demo:ResetMinutes", "0");
        builder.UseSetting("Session:IdleMinutes", "240"); // one browser serves a whole run of tests
    }

    public HttpClient Browser(bool https = false) => CreateClient(new WebApplicationFactoryClientOptions
    {
        AllowAutoRedirect = false, HandleCookies = true, BaseAddress = new Uri(https ? "https://localhost" : "http://localhost"),
    });

    /// <summary>Posts a form as a browser does: the page first, for its token.</summary>
    public static async Task<HttpResponseMessage> PostAsync(HttpClient browser, string page, string action, params (string Name, string Value)[] fields)
    {
        var html = await browser.GetStringAsync(page);
        var token = Token().Match(html).Groups[1].Value;
        return await browser.PostAsync(action, new FormUrlEncodedContent([new("__RequestVerificationToken", token), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]));
    }

    public static Task<HttpResponseMessage> SignInAsync(HttpClient browser, string email, string password, string query = "") =>
        PostAsync(browser, "/account/login" + query, "/account/login" + query, ("_handler", "login"), ("Input.Email", email), ("Input.Password", password));

    public static Task<HttpResponseMessage> OpenAsAsync(HttpClient browser, string email) => PostAsync(browser, "/account/login", "/account/open-as", ("email", email));

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
