using System.Diagnostics;
using MediSecure.Data.Persistence.DemoData;
using Microsoft.Playwright;
using Npgsql;

namespace MediSecure.Tests.Secure;

public sealed partial class HostChecks
{
    /// <summary>What a thief of a dump or of the write-ahead log reads. The clear name is searched for too: a search that finds nothing at all proves nothing.</summary>
    [Fact]
    [Trait("Check", "14")]
    public async Task Encrypted_fields_are_in_no_dump_and_in_no_write_ahead_log()
    {
        Assert.SkipUnless(house.IsOwn, "only on a database that is thrown away");
        var page = await WindowAsync(await house.SignedInAsync("receptionist@chihealth.example"));
        await GoAsync(page, "/patients/register", "Register a patient");
        await page.GetByLabel("Given name").FillAsync("Zqclear");
        await page.GetByLabel("Family name").FillAsync("Name");
        await page.GetByLabel("Birth date").First.FillAsync("09 11 1971");
        await page.GetByLabel("Sex").SelectOptionAsync(new SelectOptionValue { Label = "Female" });
        foreach (var (label, value) in new[] { ("E-mail", "zqsecretmail@example.com"), ("Address", "Zqsecretstreet 7"), ("Next of kin", "Zqsecretkin"), ("Phone", "08037654321") })
        {
            await page.GetByLabel(label, new() { Exact = false }).First.FillAsync(value);
        }

        await page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Register", Exact = true }).ClickAsync();
        await Heading(page, "Zqclear").WaitForAsync();

        var dump = await DumpAsync();
        Assert.Contains("Zqclear", dump, StringComparison.Ordinal);
        await house.RunAsync(house.Database.Admin, "SELECT pg_switch_wal()");
        Assert.True(await InLogAsync("Zqclear") > 0, "the write-ahead log could not be searched");
        foreach (var secret in new[] { "zqsecretmail", "Zqsecretstreet", "Zqsecretkin", "08037654321" })
        {
            Assert.DoesNotContain(secret, dump, StringComparison.OrdinalIgnoreCase);
            Assert.Equal(0, await InLogAsync(secret));
        }

        Say($"check 14: {dump.Length / 1024} KB of dump, {await house.AskAsync<long>(house.Database.Admin, "SELECT count(*) FROM pg_ls_waldir()")} segments of the log, for {DemoAccounts.General}");
    }

    private Task<long> InLogAsync(string text) => house.AskAsync<long>(house.Database.Admin,
        "SELECT count(*) FROM pg_ls_waldir() w WHERE w.size > 0 AND position(convert_to($1, 'UTF8') IN pg_read_binary_file('pg_wal/' || w.name)) > 0", text);

    private async Task<string> DumpAsync()
    {
        var owner = new NpgsqlConnectionStringBuilder(house.Database.Owner);
        var start = new ProcessStartInfo("pg_dump", ["--data-only", "--host", owner.Host!, "--username", owner.Username!, "--dbname", owner.Database!]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PGPASSWORD"] = owner.Password ?? "";
        start.Environment["PGPORT"] = owner.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await error);
        return await output;
    }
}
