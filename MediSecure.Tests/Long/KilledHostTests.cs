using System.Diagnostics;
using System.Globalization;
using System.Net;
using MediSecure.Data.Features.ClinicalNotes;
using MediSecure.Tests.Access;
using MediSecure.Tests.Features.ClinicalNotes;
using MediSecure.Tests.Features.EmergencyAccess;
using MediSecure.Tests.Hosting;
using MediSecure.Tests.Secure;
using MediSecure.Tests.Support;
using Microsoft.Playwright;

namespace MediSecure.Tests.Long;

/// <summary>The host is killed while a doctor types (SIGKILL, as the kernel does it when memory runs out) and started again on the same database and address. Whatever was typed two seconds before is
/// stored; the page keeps all that was typed until it is loaded again, and then shows what is stored. The moments of the kills come from a seed.</summary>
public sealed class KilledHostTests(PostgresDatabase db, Chromium chromium) : IClassFixture<PostgresDatabase>
{
    private const int Seed = 20_261_127;
    private const int MostLoss = 2_000;

    [Fact]
    public Task What_was_typed_two_seconds_before_the_host_is_killed_is_stored() => RoundsAsync(1, 2_500, 3_500);

    [Fact]
    [Trait("Category", "Long")]
    public Task What_was_typed_two_seconds_before_the_host_is_killed_is_stored_twenty_times() => RoundsAsync(20, 2_500, 8_000);

    private async Task RoundsAsync(int rounds, int earliest, int latest)
    {
        // The host's clock is the real one.
        db.Clock.SetUtcNow(DateTimeOffset.UtcNow);
        var organization = await db.Given.OrganizationAsync();
        var doctor = await db.People.DoctorAsync(organization);
        await EmergencyOperationCases.HasPasswordAsync(db, doctor.UserId, organization);
        var patient = await db.Given.PatientOfAsync(doctor, "Ngozi", "Typed");
        var note = new StartNoteForm { Kind = NoteKind.Progress };
        NoteScene.Ok(await doctor.Service<ClinicalNoteService>().StartAsync(patient.Id, note, default));

        var (address, certificate) = (new Uri($"https://localhost:{HostProcess.FreePort()}/"), Path.Combine(Path.GetTempPath(), $"medisecure-killed-{Guid.NewGuid():N}.pfx"));
        SecureHouse.MakeCertificate(certificate);
        (string, string)[] environment =
        [
            ("ASPNETCORE_ENVIRONMENT", "Production"), ("ConnectionStrings__MediSecure", db.Connections.App), ("Kestrel__Certificates__Default__Path", certificate), ("Kestrel__Certificates__Default__Password", "throwaway"),
            ("Session__IdleMinutes", "240"),
        ];
        var host = await HostProcess.StartAsync(address, environment);
        try
        {
            await using var context = await (await chromium.GetAsync()).NewContextAsync(new() { BaseURL = address.ToString(), ReducedMotion = ReducedMotion.Reduce, IgnoreHTTPSErrors = true });
            await context.AddCookiesAsync(await SignInAsync(address, doctor));
            var page = await context.NewPageAsync();
            page.Dialog += (_, dialog) => _ = dialog.AcceptAsync(); // the page asks before it gives up what is not saved
            await page.GotoAsync($"/patients/{patient.Id}?tab=notes&note={note.Id}");
            var field = page.GetByLabel("Note", new() { Exact = true });
            await Assertions.Expect(field).ToBeEditableAsync(new() { Timeout = 30_000 });

            var (random, largest, next, stored) = (new Random(Seed), 0d, 1, "");
            for (var round = 1; round <= rounds; round++)
            {
                await field.FocusAsync();
                await page.Keyboard.PressAsync("Control+End");
                var (wait, watch, typed, killedAt) = (TimeSpan.FromMilliseconds(random.Next(earliest, latest)), Stopwatch.StartNew(), new List<(string Word, TimeSpan At)>(), TimeSpan.MaxValue);
                var kill = Task.Run(async () =>
                {
                    await Task.Delay(wait);
                    killedAt = watch.Elapsed;
                    await host.KillAsync();
                });
                // A word each tenth of a second, on until the host is gone for a second.
                while (killedAt == TimeSpan.MaxValue || watch.Elapsed < killedAt + TimeSpan.FromSeconds(1))
                {
                    var word = string.Create(CultureInfo.InvariantCulture, $"w{next++:00000} ");
                    await page.Keyboard.TypeAsync(word);
                    typed.Add((word, watch.Elapsed));
                    await Task.Delay(Math.Max(0, (typed.Count * 100) - (int)watch.ElapsedMilliseconds));
                }

                await kill;
                var all = stored + string.Concat(typed.Select(one => one.Word));
                Assert.Equal(all, await field.InputValueAsync());

                await host.DisposeAsync();
                host = await HostProcess.StartAsync(address, environment);
                Assert.Equal(all, await field.InputValueAsync()); // it comes back and takes nothing away
                var read = (await doctor.Service<ClinicalNoteService>().ReadAsync(patient.Id, note.Id, default)).Value.Parts.SingleOrDefault()?.Text ?? "";
                Assert.StartsWith(read, all, StringComparison.Ordinal);
                var (length, loss) = (stored.Length, 0d);
                foreach (var (word, at) in typed.Where(one => one.At <= killedAt))
                {
                    length += word.Length;
                    if (length > read.Length)
                    {
                        loss = (killedAt - at).TotalMilliseconds;
                        break;
                    }
                }

                largest = Math.Max(largest, loss);
                TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"round {round}: killed after {killedAt.TotalMilliseconds:0} ms, {typed.Count} words, oldest lost word {loss:0} ms before"));
                Assert.True(loss <= MostLoss, string.Create(CultureInfo.InvariantCulture, $"round {round}: a word typed {loss:0} ms before the kill is lost"));

                await page.ReloadAsync();
                await Assertions.Expect(field).ToBeEditableAsync(new() { Timeout = 30_000 });
                stored = await field.InputValueAsync();
                Assert.StartsWith(read, stored, StringComparison.Ordinal); // what the page saved while it came back counts too
                Assert.StartsWith(stored, all, StringComparison.Ordinal);
            }

            TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rounds} rounds, seed {Seed}: largest loss {largest:0} ms"));
        }
        finally
        {
            await host.DisposeAsync();
            File.Delete(certificate);
        }
    }

    /// <summary>Signs in over HTTP, with an authenticator app that is set up, and hands the cookies to the browser.</summary>
    private async Task<IEnumerable<Microsoft.Playwright.Cookie>> SignInAsync(Uri address, ActingPerson person)
    {
        var email = await db.LookAsync(async look => (await look.Users.FindAsync(person.UserId))!.Email!, person.OrganizationId);
        var cookies = new CookieContainer();
        using var handler = new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = cookies, ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator };
        using var browser = new HttpClient(handler) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(60) };
        browser.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        await SecondStep.SignInAsync(browser, email, EmergencyOperationCases.Password);
        return cookies.GetAllCookies().Select(cookie => new Microsoft.Playwright.Cookie { Name = cookie.Name, Value = cookie.Value, Url = address.ToString(), Secure = true, HttpOnly = cookie.HttpOnly }).ToList();
    }
}
