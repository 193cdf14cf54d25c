using System.Diagnostics;
using System.Net;
using MediSecure.Data.Access;
using MediSecure.Data.Persistence;
using MediSecure.Data.Persistence.DemoData;
using MediSecure.Tests.Access;
using MediSecure.Tests.Hosting;
using MediSecure.Tests.Support;
using MediSecure.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Npgsql;

namespace MediSecure.Tests.Secure;

public sealed partial class HostChecks
{
    [Fact]
    [Trait("Check", "1")]
    public async Task Every_page_opens_for_exactly_the_roles_that_may()
    {
        var cells = 0;
        foreach (var role in Enum.GetValues<Role>())
        {
            var browser = await house.SignedInAsync(SecureHouse.Account(role).Email);
            foreach (var (component, route) in PageAccessTests.Routes.Where(one => !OpenPages.Anonymous.Contains(one.Route)))
            {
                using var answer = await browser.GetAsync(PageAccessTests.Fill(route));
                var may = PagePermissions.Of(component) is not { } needed || role.Grants(needed);
                Assert.True((may ? HttpStatusCode.OK : HttpStatusCode.Forbidden) == answer.StatusCode, $"{role} at {route}: {(int)answer.StatusCode}");
                cells++;
            }
        }

        Say($"check 1: {AccessMatrixTests.Cases.Select(one => one.Operation).Distinct().Count()} operations and {PageAccessTests.Routes.Count} pages x {Enum.GetValues<Role>().Length} roles");
        Assert.True(cells >= 200);
    }

    [Fact]
    [Trait("Check", "2")]
    public async Task An_id_of_another_organisation_is_answered_like_one_that_nobody_has()
    {
        var general = SecureHouse.Organization(DemoAccounts.General);
        var ids = (await house.ListAsync(house.Database.Owner, """
            (SELECT "Id"::text FROM "Patients" WHERE "OrganizationId" = $1 LIMIT 1) UNION ALL (SELECT "Id"::text FROM "StaffMembers" WHERE "OrganizationId" = $1 LIMIT 1)
            UNION ALL (SELECT "Id"::text FROM "Rooms" WHERE "OrganizationId" = $1 LIMIT 1) UNION ALL (SELECT "Id"::text FROM "Departments" WHERE "OrganizationId" = $1 LIMIT 1)
            """, general)).Append(general.ToString()).ToList();
        var before = await RowsOfAsync(general);
        var browser = await house.SignedInAsync("admin@lekki.example");
        var page = await WindowAsync(browser); // the first answer is a shell; what a page shows comes through its circuit
        var asked = 0;
        foreach (var (component, route) in PageAccessTests.Routes.Where(one => one.Route.Contains('{', StringComparison.Ordinal) && !OpenPages.Anonymous.Contains(one.Route)))
        {
            if (PagePermissions.Of(component) is { } needed && !Role.Administrator.Grants(needed))
            {
                continue;
            }

            var unknown = await ShownAsync(page, route, Guid.NewGuid().ToString());
            Assert.True(unknown.Length > 20, $"{route} shows nothing");
            foreach (var id in ids)
            {
                Assert.Equal(unknown, await ShownAsync(page, route, id));
                asked++;
            }
        }

        Assert.True(asked >= 10, $"only {asked}");

        using var switched = await FrameApp.PostAsync(browser, "account/login", "account/switch-organization", ("organizationId", general.ToString()));
        Assert.EndsWith("/account/denied", switched.Headers.Location?.OriginalString, StringComparison.Ordinal);
        Assert.Equal(before, await RowsOfAsync(general));
        Say($"check 2: {asked} foreign ids in addresses, {OrganizationBoundaryTests.Operations.Count()} operations");
    }

    private static async Task<string> ShownAsync(IPage page, string route, string id)
    {
        await page.GotoAsync(string.Join('/', route.Split('/').Select(part => part.StartsWith('{') ? id : part)));
        await LoadedAsync(page);
        return (await page.Locator("main").InnerTextAsync()).Replace(id, "ID", StringComparison.Ordinal);
    }

    private static async Task LoadedAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).First.WaitForAsync();
        await page.WaitForFunctionAsync("() => !document.querySelector('main [aria-busy=\"true\"]')");
    }

    /// <summary>How many rows each table has of an organisation, the log left out.</summary>
    private async Task<string> RowsOfAsync(Guid organization)
    {
        var all = new List<string>();
        foreach (var table in Tables().Where(name => !name.StartsWith("Audit", StringComparison.Ordinal)))
        {
            var column = table == "Organizations" ? "Id" : "OrganizationId";
            all.Add($"{table} {await house.AskAsync<long>(house.Database.Owner, $"SELECT count(*) FROM \"{table}\" WHERE \"{column}\" = $1", organization)}");
        }

        return string.Join('\n', all);
    }

    private static IReadOnlyList<string> Tables()
    {
        using var model = new DesignTimeFactory().CreateDbContext([]);
        return [.. RowSecurity.Tables(model.Model).Select(type => type.GetTableName()!)];
    }

    [Fact]
    [Trait("Check", "3")]
    public async Task Without_a_scope_the_application_sees_nothing_and_every_table_has_its_policy()
    {
        var tables = Tables();
        var inCatalogue = await house.ListAsync(house.Database.Owner, "SELECT table_name::text FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'OrganizationId'");
        Assert.Empty(inCatalogue.Except(tables));
        var (rows, hidden) = (0L, 0L);
        foreach (var table in tables)
        {
            rows += await house.AskAsync<long>(house.Database.App, $"SELECT count(*) FROM \"{table}\"");
            hidden += await house.AskAsync<long>(house.Database.Owner, $"SELECT count(*) FROM \"{table}\"");
        }

        var walls = await house.ListAsync(house.Database.Owner, """
            SELECT c.relname::text FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relrowsecurity AND c.relforcerowsecurity
            AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid)
            """);
        Assert.Empty(tables.Except(walls));
        Assert.Equal(0, rows);
        Assert.True(hidden > 500, "there was nothing to hide");
        Assert.True(tables.Count >= 15, $"only {tables.Count} tables");
        Assert.Equal("f", await house.AskAsync<string>(house.Database.App, "SELECT CASE WHEN rolsuper OR rolbypassrls THEN 't' ELSE 'f' END FROM pg_roles WHERE rolname = current_user"));
        Say($"check 3: {tables.Count} tables, 0 of {hidden} rows without a scope");
    }

    [Fact]
    [Trait("Check", "4")]
    public async Task A_role_that_is_taken_ends_what_an_open_page_can_do_within_five_seconds()
    {
        const string who = "dr.okoro@chihealth.example";
        var (page, since) = (await AtWorkAsync(who), DateTime.UtcNow);
        var took = await house.VerbAsync("revoke", "Doctor", who, DemoAccounts.Ikoyi);
        try
        {
            await GoneAsync(page, "role taken");
            Assert.NotEmpty(await house.ListAsync(house.Database.Owner, """SELECT "EventCode" FROM "AuditEvents" WHERE "EntityType" = 'OrganizationMembership' AND "RecordedAt" >= $1""", since));
        }
        finally
        {
            await house.VerbAsync("grant", "Doctor", who, DemoAccounts.Ikoyi);
        }

        Assert.Contains("no longer Doctor", took, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Check", "4")]
    public async Task A_lock_and_a_switched_off_account_end_what_an_open_page_can_do_within_five_seconds()
    {
        const string who = "pharma.ken@chihealth.example";
        foreach (var (change, back) in new[] { ("\"LockoutEnd\" = now() + interval '1 year'", "\"LockoutEnd\" = NULL"), ("\"DisabledAt\" = now()", "\"DisabledAt\" = NULL") })
        {
            var page = await AtWorkAsync(who);
            await house.RunAsync(house.Database.Owner, $"UPDATE \"Users\" SET {change} WHERE \"Id\" = $1", DemoWorld.UserId(who));
            try
            {
                await GoneAsync(page, change);
            }
            finally
            {
                await house.RunAsync(house.Database.Owner, $"UPDATE \"Users\" SET {back} WHERE \"Id\" = $1", DemoWorld.UserId(who));
            }
        }
    }

    [Fact]
    [Trait("Check", "4")]
    public async Task Signing_out_elsewhere_ends_the_open_page_and_a_copied_cookie()
    {
        const string who = "logistics.sam@chihealth.example";
        var browser = await house.SignInAsync(who);
        var page = await WindowAsync(browser);
        await GoAsync(page, "/", "Today, ");
        var (copied, since) = (house.CookiesOf(browser), DateTime.UtcNow);
        using (await FrameApp.PostAsync(browser, "account/login", "account/logout"))
        {
            await GoneAsync(page, "signed out elsewhere");
        }

        using var thief = house.Browser();
        thief.DefaultRequestHeaders.Add("Cookie", string.Join("; ", copied.Select(cookie => $"{cookie.Name}={cookie.Value}")));
        Assert.Equal(HttpStatusCode.Unauthorized, (await thief.GetAsync("account/session")).StatusCode);
        Assert.Contains("SignedOut Success", await EventsAsync(DemoWorld.UserId(who), since));
    }

    private async Task<IPage> AtWorkAsync(string email)
    {
        var page = await WindowAsync(await house.SignInAsync(email));
        await GoAsync(page, "/", "Today, ");
        return page;
    }

    /// <summary>Nothing of the page is left within five seconds, and asking for one leads to the sign-in.</summary>
    private static async Task GoneAsync(IPage page, string why)
    {
        var watch = Stopwatch.StartNew();
        await Heading(page, "Today, ").WaitForAsync(new() { State = WaitForSelectorState.Detached, Timeout = 5_000 });
        Say($"check 4: {why} after {watch.Elapsed.TotalSeconds:0.0} s");
        var asked = await AskAsync(page, "/patients");
        Assert.True(asked!.Status == 403 || page.Url.Contains("/account/login", StringComparison.Ordinal), $"{why}: /patients answered {asked.Status} at {page.Url}");
        await Assertions.Expect(Heading(page, "Find a patient")).ToHaveCountAsync(0);
    }

    /// <summary>Goes there; the page may be leaving by itself just then, and then it is asked again.</summary>
    private static async Task<IResponse?> AskAsync(IPage page, string path)
    {
        for (var again = 3; ; again--)
        {
            try
            {
                return await page.GotoAsync(path);
            }
            // The browser says it in one of two ways, by how far the other navigation has come.
            catch (PlaywrightException exception) when (again > 0 && (exception.Message.Contains("interrupted by another navigation", StringComparison.Ordinal) || exception.Message.Contains("net::ERR_ABORTED", StringComparison.Ordinal)))
            {
                await page.WaitForLoadStateAsync();
            }
        }
    }

    [Theory]
    [Trait("Check", "16")]
    [InlineData("""UPDATE "AuditEvents" SET "Reason" = 'nothing happened'""")]
    [InlineData("""DELETE FROM "AuditEvents" """)]
    [InlineData("""TRUNCATE "AuditEvents" CASCADE""")]
    [InlineData("""UPDATE "AuditSeals" SET "Number" = "Number" + 1""")]
    [InlineData("""DELETE FROM "AuditCheckpoints" """)]
    [InlineData("""ALTER TABLE "AuditEvents" DISABLE TRIGGER ALL""")]
    [InlineData("""DROP TABLE "AuditSeals" CASCADE""")]
    [InlineData("""SET session_replication_role = replica""")]
    public async Task The_application_can_change_nothing_of_the_log(string statement)
    {
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => house.RunAsync(house.Database.App, statement));
        Assert.True(refusal.SqlState == "42501" || refusal.MessageText.Contains("AppendOnly", StringComparison.Ordinal), $"{refusal.SqlState}: {refusal.MessageText}");
    }

    [Fact]
    [Trait("Check", "16")]
    public async Task What_the_server_s_owner_edits_is_named_by_the_verb()
    {
        Assert.SkipUnless(house.IsOwn, "only on a database that is thrown away");
        var lekki = SecureHouse.Organization(DemoAccounts.Lekki);
        await house.VerbAsync("seal-audit");
        Assert.Contains("Verified", await house.VerbAsync("verify-audit", "--organization", lekki.ToString()), StringComparison.Ordinal);
        var reason = await house.AskAsync<string>(house.Database.Owner, """
            SELECT coalesce(e."Reason", '-') FROM "AuditEvents" e JOIN "AuditSeals" s ON s."EventId" = e."Id" WHERE s."OrganizationId" = $1 AND s."Number" = 2
            """, lekki);
        await EditAsync("edited by the owner");
        var (code, _, error) = await house.TryVerbAsync("verify-audit", "--organization", lekki.ToString());
        await EditAsync(reason == "-" ? null : reason);
        Assert.Equal(1, code);
        Assert.Contains("mac", error, StringComparison.Ordinal);
        Assert.Contains(lekki.ToString(), error, StringComparison.Ordinal);
        Assert.Contains("2", error, StringComparison.Ordinal);
        await house.VerbAsync("verify-audit", "--organization", lekki.ToString());

        Task EditAsync(string? to) => house.RunAsync(new NpgsqlConnectionStringBuilder(house.Database.Admin) { Options = "-c session_replication_role=replica" }.ConnectionString, """
            UPDATE "AuditEvents" SET "Reason" = $2 WHERE "Id" = (SELECT "EventId" FROM "AuditSeals" WHERE "OrganizationId" = $1 AND "Number" = 2)
            """, lekki, (object?)to ?? DBNull.Value);
    }
}
