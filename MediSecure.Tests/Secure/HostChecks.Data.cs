using System.Globalization;
using System.Net;
using CsvHelper;
using CsvHelper.Configuration;
using MediSecure.Data.Persistence.DemoData;
using MediSecure.Tests.Hosting;
using MediSecure.Tests.Support;
using Microsoft.Playwright;
using Npgsql;

namespace MediSecure.Tests.Secure;

public sealed partial class HostChecks
{
    [Fact]
    [Trait("Check", "12")]
    public async Task No_cell_of_an_export_is_a_formula()
    {
        // Staff who are named like formulas do something, so that the log has their names.
        var accounts = DemoAccounts.All.Where(one => one.Organizations[0] == DemoAccounts.General && one.Role != Data.Access.Role.Patient).Take(BadInput.Formulas.Count).ToList();
        var names = new List<string>();
        foreach (var account in accounts)
        {
            await house.SignedInAsync(account.Email);
            names.Add(await house.AskAsync<string>(house.Database.Owner, """SELECT "Name" FROM "StaffMembers" WHERE "UserId" = $1 AND "OrganizationId" = $2""", DemoWorld.UserId(account.Email), SecureHouse.Organization(DemoAccounts.General)));
        }

        string text;
        try
        {
            for (var i = 0; i < accounts.Count; i++)
            {
                await NameAsync(accounts[i], BadInput.Formulas[i]);
            }

            using var answer = await FrameApp.PostAsync(await house.SignedInAsync("admin@chihealth.example"), "account/login", "activity-log/export");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
            text = await answer.Content.ReadAsStringAsync();
        }
        finally
        {
            for (var i = 0; i < accounts.Count; i++)
            {
                await NameAsync(accounts[i], names[i]);
            }
        }

        using var reader = new CsvReader(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture)); // strict: what RFC 4180 does not allow is an exception
        Assert.True(await reader.ReadAsync() && reader.ReadHeader());
        var (cells, met, columns) = (0, new HashSet<string>(), reader.HeaderRecord!.Length);
        while (await reader.ReadAsync())
        {
            Assert.Equal(columns, reader.Parser.Count);
            foreach (var cell in reader.Parser.Record!)
            {
                Assert.False(cell.Length > 0 && cell[0] is '=' or '+' or '-' or '@' or '\t' or '\r', $"a cell begins like a formula: {cell}");
                met.UnionWith(BadInput.Formulas.Where(formula => cell.Contains(formula.Trim(), StringComparison.Ordinal)));
                cells++;
            }
        }

        Assert.True(met.Count >= BadInput.Formulas.Count - 2, $"only {met.Count} of the formulas reached the file");
        Say($"check 12: {cells} cells, {met.Count} of them formulas that were made harmless");

        Task NameAsync(DemoAccount account, string name) => house.RunAsync(house.Database.Owner,
            """UPDATE "StaffMembers" SET "Name" = $3 WHERE "UserId" = $1 AND "OrganizationId" = $2""", DemoWorld.UserId(account.Email), SecureHouse.Organization(DemoAccounts.General), name);
    }

    [Fact]
    [Trait("Check", "13")]
    public async Task What_a_receptionist_looks_up_and_opens_stays_on_the_page()
    {
        var page = await WindowAsync(await house.SignedInAsync("receptionist@chihealth.example"));
        var addresses = new List<string>();
        page.Request += (_, request) => addresses.Add(request.Url + request.PostData);
        await OpenRecordAsync(page);
        addresses.Add(await page.TitleAsync());
        addresses.Add(await page.EvaluateAsync<string>("() => JSON.stringify(localStorage) + JSON.stringify(sessionStorage) + document.cookie + location.href"));
        var names = await house.ListAsync(house.Database.Owner, """SELECT "DisplayName" FROM "Patients" WHERE position(' ' IN "DisplayName") > 0""");
        Assert.True(names.Count > 100);
        var said = house.Said;
        foreach (var name in names)
        {
            Assert.DoesNotContain(name, said, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(addresses, one => one.Contains(name, StringComparison.OrdinalIgnoreCase) || one.Contains(Uri.EscapeDataString(name), StringComparison.OrdinalIgnoreCase));
        }

        using var metrics = await house.Browser().GetAsync("metrics");
        var figures = await metrics.Content.ReadAsStringAsync();
        Assert.DoesNotContain(names, name => figures.Contains(name, StringComparison.OrdinalIgnoreCase));
        Say($"check 13: {names.Count} patients' names, {said.Length / 1024} KB of log, {addresses.Count} addresses and stores");
    }

    [Fact]
    [Trait("Check", "15")]
    public async Task Everything_that_was_done_stands_in_the_log()
    {
        const string who = "receptionist@chihealth.example";
        var since = DateTime.UtcNow;
        using (var stranger = house.Browser())
        {
            using var wrong = await FrameApp.SignInAsync(stranger, who, "not the password");
            Assert.NotEqual(HttpStatusCode.Redirect, wrong.StatusCode);
        }

        var browser = await house.SignInAsync(who);
        var page = await WindowAsync(browser);
        var patient = await OpenRecordAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Edit details" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Phone", new() { Exact = false }).First.FillAsync($"0803 765 {Random.Shared.Next(1000, 9999)}");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Save details" }).ClickAsync();
        await page.GetByText("Details saved.").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("activity-log")).StatusCode);
        using (await FrameApp.PostAsync(browser, "account/login", "account/logout"))
        {
        }

        var events = await EventsAsync(DemoWorld.UserId(who), since);
        var expected = new[] { "SignInFailed Failed", "SignedIn Success", "SearchPatients Success", "ViewPatient Success", "EditPatient Success", "ViewActivityLog Refused", "SignedOut Success" };
        Assert.Empty(expected.Except(events));
        Assert.Equal(0L, await house.AskAsync<long>(house.Database.Owner, """
            SELECT count(*) FROM "AuditEvents" WHERE "ActorUserId" = $1 AND "RecordedAt" >= $2 AND ("ActorRoles" IS NULL OR "Address" IS NULL OR "TraceId" IS NULL OR "Purpose" IS NULL OR "Node" = '')
            """, DemoWorld.UserId(who), since));
        Assert.True(await house.AskAsync<long>(house.Database.Owner, """
            SELECT count(*) FROM "AuditEvents" WHERE "ActorUserId" = $1 AND "RecordedAt" >= $2 AND "PatientId" = $3 AND "EventCode" IN ('ViewPatient', 'EditPatient')
            """, DemoWorld.UserId(who), since, patient) >= 2);
        Say($"check 15: {expected.Length} kinds of event, each with who, when, from where, why and whose");
    }

    /// <summary>Searches by a name and opens the record that was found; its id.</summary>
    private static async Task<Guid> OpenRecordAsync(IPage page)
    {
        await GoAsync(page, "/patients", "Find a patient");
        await page.GetByRole(AriaRole.Searchbox, new() { Name = "Search patients" }).FillAsync("Amina Bello");
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Amina Bello") }).First.ClickAsync();
        await Heading(page, "Amina Bello").WaitForAsync();
        return Guid.Parse(new Uri(page.Url).AbsolutePath.Split('/')[2]);
    }
}
