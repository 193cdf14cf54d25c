using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Reflection;
using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Patients;
using MediSecure.Data.Persistence;
using MediSecure.Data.Persistence.DemoData;
using MediSecure.Data.Persistence.Encryption;
using MediSecure.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

namespace MediSecure.Tests.Secure;

/// <summary>A demo whose every text is a script, and whose patients' texts carry a mark. Everything the host says about itself is listened to.</summary>
public sealed class HostileDataApp : MediSecureApp
{
    /// <summary>Stands in every text about a patient and nowhere else.</summary>
    public const string Mark = "Zqpatient";

    private readonly ConcurrentQueue<string> _said = new();
    private readonly ActivityListener _traces;
    private readonly MeterListener _metrics = new();

    public HostileDataApp()
    {
        _traces = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => Say($"trace {activity.DisplayName} {string.Join(' ', activity.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"))} {string.Join(' ', activity.Events.Select(e => e.Name))}"),
        };
        ActivitySource.AddActivityListener(_traces);
        _metrics.InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument);
        _metrics.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Measured(instrument, tags));
        _metrics.SetMeasurementEventCallback<int>((instrument, _, tags, _) => Measured(instrument, tags));
        _metrics.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Measured(instrument, tags));
        _metrics.Start();
    }

    /// <summary>Log lines down to debug, traces with their tags, labels of metrics.</summary>
    public IReadOnlyCollection<string> Said => _said;

    /// <summary>The text columns that were filled.</summary>
    public int Columns { get; private set; }

    /// <summary>Writes over every text that is no key, no code and no setting; what the database itself refuses to change stays.</summary>
    public async Task PoisonAsync()
    {
        if (Columns == 0)
        {
            await using var db = await Services.GetRequiredService<SystemDb>().OpenSystemAsync("test", DemoWorld.Id("organization", DemoAccounts.General));
            var filled = 0;
            foreach (var type in db.Model.GetEntityTypes().Where(t => t.ClrType.IsAssignableTo(typeof(IOrganizationOwned)) && !t.ClrType.Name.StartsWith("Audit", StringComparison.Ordinal)))
            {
                foreach (var column in type.GetProperties().Where(IsText))
                {
                    filled += await FillAsync(db, type, column) ? 1 : 0;
                }

                foreach (var column in type.GetProperties().Where(p => p.ClrType == typeof(EncryptedText)))
                {
                    filled += await (Task<bool>)typeof(HostileDataApp).GetMethod(nameof(SealAsync), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type.ClrType)
                        .Invoke(null, [db, type.GetTableName(), column.Name, Services.GetRequiredService<IFieldCipher>()])! ? 1 : 0;
                }
            }

            Columns = filled;
        }
    }

    private static bool IsText(IProperty column) => column.ClrType == typeof(string) && column.GetValueConverter() is null && !column.IsKey() && !column.IsForeignKey()
        && column.GetMaxLength() is null or >= 20
        && !new[] { "TimeZone", "Currency", "Prefix", "Search", "Key", "Normalized", "Code", "Kind", "Hash", "Json" }.Any(part => column.Name.Contains(part, StringComparison.Ordinal));

    private static async Task<bool> FillAsync(MediSecureDbContext db, IEntityType type, IProperty column)
    {
        var patient = type.ClrType == typeof(Patient) || type.ClrType.IsAssignableTo(typeof(IPatientOwned));
        var text = (column.GetMaxLength() ?? 1000) >= 60 ? "<img src=x onerror=alert(1)>\"'" : "<b id=x>";
        var value = text + (patient ? Mark : "Zqother");
        var sql = $"UPDATE \"{type.GetTableName()}\" SET \"{column.GetColumnName()}\" = {{0}} || ' ' || rowid WHERE \"{column.GetColumnName()}\" IS NOT NULL";
        try
        {
            return await db.Database.ExecuteSqlRawAsync(sql, value) > 0; // as a parameter: the log of a refused statement must be as empty of it as any other
        }
        catch (SqliteException)
        {
            return false; // a rule of the database keeps this column
        }
    }

    private static async Task<bool> SealAsync<T>(MediSecureDbContext db, string table, string column, IFieldCipher cipher) where T : class, IOrganizationOwned
    {
        var filled = 0;
        foreach (var id in await db.Set<T>().AsNoTracking().Select(row => EF.Property<Guid>(row, "Id")).ToListAsync())
        {
            try
            {
#pragma warning disable EF1002 // names of tables and columns from the model
                filled += await db.Database.ExecuteSqlRawAsync($"UPDATE \"{table}\" SET \"{column}\" = {{0}} WHERE \"Id\" = {{1}} AND \"{column}\" IS NOT NULL",
                    cipher.Row<T>(db, id).Seal(column, $"<img src=x onerror=alert(1)>\"'{Mark}", null)!.Bytes, id);
#pragma warning restore EF1002
            }
            catch (SqliteException)
            {
                // A rule of the database keeps this row.
            }
        }

        return filled > 0;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Logging:LogLevel:Default", "Debug");
        builder.ConfigureLogging(logging => logging.AddProvider(new Ears(this)).SetMinimumLevel(LogLevel.Debug));
    }

    private void Measured(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        foreach (var tag in tags)
        {
            if (tag.Value is string text && text.Length > 3)
            {
                Say($"metric {instrument.Name} {tag.Key}={text}");
            }
        }
    }

    private void Say(string what)
    {
        if (what.Contains("Zq", StringComparison.OrdinalIgnoreCase) || _said.Count < 1_000)
        {
            _said.Enqueue(what);
        }
    }

    protected override void Dispose(bool disposing)
    {
        _traces.Dispose();
        _metrics.Dispose();
        base.Dispose(disposing);
    }

    private sealed class Ears(HostileDataApp app) : ILoggerProvider
    {
        public ILogger CreateLogger(string categoryName) => new Ear(app, categoryName);

        public void Dispose()
        {
        }
    }

    private sealed class Ear(HostileDataApp app, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull
        {
            app.Say($"scope {category} {state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            app.Say($"log {category} {formatter(state, exception)} {exception}");
    }
}

/// <summary>Every page, as somebody who may open it, over data that is nothing but scripts: nothing runs. And of the patients' texts nothing is found where it does not belong: in logs, traces,
/// metrics, addresses, titles, cookies, the browser's storage.</summary>
public sealed class HostileDataBrowserTests(HostileDataApp app, Chromium chromium) : BrowserTest(app, chromium), IClassFixture<HostileDataApp>
{
    private static readonly ILookup<Role, string> Visits = DemoRoutes.SignedIn
        .ToLookup(one => one.Permission is { } permission ? Enum.GetValues<Role>().First(role => role.Grants(permission)) : Role.Nurse, one => one.Address);

    [Fact]
    [Trait("Check", "13")]
    [Trait("Check", "24")]
    public async Task No_script_in_a_text_runs_and_no_patients_text_leaves_the_page()
    {
        await app.PoisonAsync();
        Assert.True(app.Columns >= 20, $"only {app.Columns} columns of text were filled");
        var elsewhere = new ConcurrentQueue<string>();
        var dialogs = new ConcurrentQueue<string>();
        var (pages, seen) = (0, 0);
        foreach (var visit in Visits)
        {
            var page = await AsAsync(DemoRoutes.Account(visit.Key).Email);
            page.Request += (_, request) => elsewhere.Enqueue($"address {request.Method} {request.Url} {request.PostData}");
            page.Dialog += async (_, dialog) =>
            {
                dialogs.Enqueue($"{page.Url}: {dialog.Message}");
                await dialog.DismissAsync();
            };
            foreach (var address in visit)
            {
                await Accessibility.EveryRoleAccessibilityTests.VisitAsync(page, address);
                pages++;
                seen += (await page.Locator("body").InnerTextAsync()).Contains("Zq", StringComparison.Ordinal) ? 1 : 0;
                Assert.Equal(0, await page.Locator("img[src='x'], svg[onload], b#x").CountAsync());
                elsewhere.Enqueue($"title of {address}: {await page.TitleAsync()}");
            }

            if (visit.Key is Role.Receptionist || (visit.Key.Grants(Permission.SearchPatients) && visit.Contains("/patients")))
            {
                await SearchAsync(page);
            }

            elsewhere.Enqueue(await page.EvaluateAsync<string>("() => 'storage ' + JSON.stringify(localStorage) + JSON.stringify(sessionStorage) + document.cookie + location.href"));
            elsewhere.Enqueue("cookies " + string.Join(' ', (await page.Context.CookiesAsync()).Select(cookie => cookie.Value)));
            await page.CloseAsync();
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"check 24: {app.Columns} columns of text, {pages} pages, {dialogs.Count} dialogs");
        TestContext.Current.TestOutputHelper?.WriteLine($"check 13: {app.Said.Count} lines of logs, traces and metrics, {elsewhere.Count} addresses, titles and stores of the browser");
        Assert.Empty(dialogs);
        Assert.True(seen > pages / 2, $"the texts stood on {seen} of {pages} pages only, so the silence proves nothing");
        Assert.NotEmpty(app.Said);
        Assert.Empty(app.Said.Concat(elsewhere).Where(line => line.Contains(HostileDataApp.Mark, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>What is typed into a search for people is theirs too.</summary>
    private static async Task SearchAsync(IPage page)
    {
        await GoAsync(page, "/patients", "Find a patient");
        await page.GetByRole(AriaRole.Searchbox, new() { Name = "Search patients" }).FillAsync(HostileDataApp.Mark.ToLowerInvariant());
        await Assertions.Expect(page.GetByText("Who are you looking for?")).ToHaveCountAsync(0);
    }
}

/// <summary>What a component hands to the browser to keep: nothing, so far; a name that is added here is looked at by a person first.</summary>
public sealed class KeptStateTests
{
    private static readonly HashSet<string> Allowed = [];

    [Fact]
    [Trait("Check", "13")]
    public void No_component_keeps_state_that_was_not_looked_at() => Assert.Empty(typeof(Program).Assembly.GetTypes()
        .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance))
        .Where(property => property.IsDefined(typeof(PersistentStateAttribute), true)).Select(property => $"{property.DeclaringType!.Name}.{property.Name}").Where(name => !Allowed.Contains(name)));
}
