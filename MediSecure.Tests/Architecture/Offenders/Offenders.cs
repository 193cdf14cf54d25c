// Small types that break one rule each, and neighbours that keep it. The architecture tests must name the first and leave the second alone.
#pragma warning disable CA1812, CA1031, CA1849, CA1051, IDE0051, IDE0060, CS1998, xUnit1031

using MediSecure.Data.Access;
using MediSecure.Data.Common;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Tests.Architecture.Offenders.D1
{
    internal sealed class ReadsTheRequest
    {
        public Microsoft.AspNetCore.Http.HttpContext? Context { get; set; }
    }

    internal sealed class KeepsToItself
    {
        public Uri? Address { get; set; }
    }
}

namespace MediSecure.Tests.Architecture.Offenders.D2.Beds
{
    internal sealed class EntityThatKnowsTheDatabase
    {
        // Inside a lambda inside an async method: compiled far away from this type.
        public async Task<int> CountAsync(DbContext db) => await Task.Run(async () => await db.Set<Result>().CountAsync());
    }

    internal sealed class BedService(DbContext db)
    {
        public Task<int> CountAsync() => db.Set<Result>().CountAsync();
    }
}

namespace MediSecure.Tests.Architecture.Offenders.D4
{
    internal sealed class MakesItsOwnContext(IDbContextFactory<DbContext> factory)
    {
        public DbContext Open() => factory.CreateDbContext();
    }

    internal sealed class AllowedToMakeContexts(IDbContextFactory<DbContext> factory)
    {
        public DbContext Open() => factory.CreateDbContext();
    }
}

namespace MediSecure.Tests.Architecture.Offenders.D5
{
    internal sealed class LooksRoundTheFilter
    {
        public static IQueryable<Result> All(DbContext db) => db.Set<Result>().IgnoreQueryFilters();
    }

    internal sealed class DeletesWithoutAudit
    {
        public static Task<int> DeleteAsync(DbContext db) => db.Set<Result>().ExecuteDeleteAsync();
    }

    internal sealed class SpeaksSql
    {
        public static Task<int> RunAsync(DbContext db) => db.Database.ExecuteSqlAsync($"SELECT 1");
    }

    internal sealed class SpeaksSqlByCommand
    {
        public static void Run(System.Data.Common.DbConnection connection)
        {
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT 1";
        }
    }

    internal sealed class Listed
    {
        public static IQueryable<Result> All(DbContext db) => db.Set<Result>().IgnoreQueryFilters();
    }
}

namespace MediSecure.Tests.Architecture.Offenders.D6.Beds
{
    internal sealed class SignsIn(SignInManager<IdentityUser<Guid>> signIn)
    {
        public Task OutAsync() => signIn.SignOutAsync();
    }

    internal sealed class KeepsAccounts(UserManager<IdentityUser<Guid>> users)
    {
        public bool Any => users.SupportsUserEmail;
    }
}

namespace MediSecure.Tests.Architecture.Offenders.D6.Accounts
{
    internal sealed class KeepsAccountsRightly(UserManager<IdentityUser<Guid>> users)
    {
        public bool Any => users.SupportsUserEmail;
    }
}

namespace MediSecure.Tests.Architecture.Offenders.D7.Beds
{
    internal sealed class Bed
    {
        /// <summary>The offence: a patient in person, not by id.</summary>
        public Patients.Patient? Patient { get; set; }
    }

    internal sealed class BedService(Patients.PatientService patients)
    {
        public Patients.Patient? Any() => patients.Any();
    }
}

namespace MediSecure.Tests.Architecture.Offenders.D7.Patients
{
    internal sealed class Patient;

    internal sealed class PatientService(Wards.WardService wards)
    {
        public Patient? Any() => wards.Any() ? new Patient() : null;
    }
}

namespace MediSecure.Tests.Architecture.Offenders.D7.Wards
{
    internal sealed class WardService(Beds.BedService beds)
    {
        public bool Any() => beds.Any() is null;
    }
}

namespace MediSecure.Tests.Architecture.Offenders.D8
{
    public sealed record ThingRow(Guid Id);

    public sealed class Thing
    {
        public Guid Id { get; init; }
    }

    public sealed class LeakyService
    {
        public Task<Result<Thing>> EntityAsync(CancellationToken ct) => Task.FromResult<Result<Thing>>(new Thing());

        public Task<IReadOnlyList<Thing>> EntitiesAsync(CancellationToken ct) => Task.FromResult<IReadOnlyList<Thing>>([]);

        public Task<IQueryable<ThingRow>> QueryAsync(CancellationToken ct) => Task.FromResult(Enumerable.Empty<ThingRow>().AsQueryable());

        public Task<Result> UnstoppableAsync() => Task.FromResult(Result.Ok);

        public Result NotAsync(CancellationToken ct) => Result.Ok;

        public Task<Result> TakesAsync(IReadOnlyList<Thing> things, CancellationToken ct) => Task.FromResult(things.Count == 0 ? Error.NotFound : Result.Ok);

        public Task<Result<Paged<ThingRow>>> RightAsync(CancellationToken ct) => Task.FromResult<Result<Paged<ThingRow>>>(Paged<ThingRow>.Empty(new PageRequest()));
    }
}

namespace MediSecure.Tests.Architecture.Offenders.D9
{
    [Microsoft.AspNetCore.Components.Route("/open-to-all")]
    internal sealed class OpenToAll : Microsoft.AspNetCore.Components.ComponentBase;

    [Microsoft.AspNetCore.Components.Route("/no-such-policy")]
    [Microsoft.AspNetCore.Authorization.Authorize(Policy = "ViewEverything")]
    internal sealed class NoSuchPolicy : Microsoft.AspNetCore.Components.ComponentBase;

    [Microsoft.AspNetCore.Components.Route("/merely-signed-in")]
    [Microsoft.AspNetCore.Authorization.Authorize]
    internal sealed class MerelySignedIn : Microsoft.AspNetCore.Components.ComponentBase;

    [Microsoft.AspNetCore.Components.Route("/guarded")]
    [Microsoft.AspNetCore.Authorization.Authorize(Policy = nameof(Permission.ViewBeds))]
    internal sealed class Guarded : Microsoft.AspNetCore.Components.ComponentBase;

    [Microsoft.AspNetCore.Components.Route("/listed")]
    [Microsoft.AspNetCore.Authorization.AllowAnonymous]
    internal sealed class ListedAsOpen : Microsoft.AspNetCore.Components.ComponentBase;
}

namespace MediSecure.Tests.Architecture.Offenders.D13
{
    internal sealed class StrikeDialog : Microsoft.AspNetCore.Components.ComponentBase
    {
        [Microsoft.AspNetCore.Components.Parameter] public Guid PatientId { get; set; }

        protected override void BuildRenderTree(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder)
        {
            builder.OpenComponent<Web.Ui.Dialog>(0);
            builder.CloseComponent();
        }
    }

    internal sealed class EntriesPanel : Microsoft.AspNetCore.Components.ComponentBase
    {
        [Microsoft.AspNetCore.Components.Parameter] public Guid PatientId { get; set; }

        protected override void BuildRenderTree(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder)
        {
            builder.OpenComponent<StrikeDialog>(0);
            builder.CloseComponent();
        }
    }

    internal sealed class ListWithoutNames : Microsoft.AspNetCore.Components.ComponentBase
    {
        protected override void BuildRenderTree(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder)
        {
            builder.OpenComponent<EntriesPanel>(0);
            builder.CloseComponent();
        }
    }

    internal sealed class ListWithNames : Microsoft.AspNetCore.Components.ComponentBase
    {
        protected override void BuildRenderTree(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder)
        {
            builder.OpenComponent<Microsoft.AspNetCore.Components.CascadingValue<Web.Ui.ChartIdentity>>(0);
            builder.AddComponentParameter(1, "Value", new Web.Ui.ChartIdentity("Ada", default, "1"));
            builder.AddComponentParameter(2, "ChildContent", (Microsoft.AspNetCore.Components.RenderFragment)(inner => { inner.OpenComponent<StrikeDialog>(0); inner.CloseComponent(); }));
            builder.CloseComponent();
        }
    }

    [Microsoft.AspNetCore.Components.Route("/d13/{PatientId:guid}")]
    internal sealed class PageOfOnePatient : Microsoft.AspNetCore.Components.ComponentBase
    {
        [Microsoft.AspNetCore.Components.Parameter] public Guid PatientId { get; set; }

        protected override void BuildRenderTree(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder)
        {
            builder.OpenComponent<EntriesPanel>(0);
            builder.CloseComponent();
        }
    }
}

namespace MediSecure.Tests.Architecture.Offenders.D11
{
    internal sealed class ReadsTheWallClock
    {
        public DateTime When { get; } = DateTime.UtcNow;
    }

    internal sealed class FiresAndForgets
    {
        public async void Go() => await Task.Yield();
    }

    internal sealed class Blocks
    {
        public int Wait(Task<int> task) => task.Result;

        public void Wait(Task task) => task.Wait();
    }

    internal sealed class Prints
    {
        public void Say() => Console.WriteLine("here");
    }

    internal sealed class AsksTheClock(TimeProvider clock)
    {
        public async Task<DateTime> WhenAsync()
        {
            await Task.Yield();
            return clock.GetUtcNow().UtcDateTime;
        }
    }
}

namespace MediSecure.Tests.Architecture.Offenders.D10
{
    /// <summary>Not an offender: opens doors in every way that the reader of compiled code must understand.</summary>
    internal sealed class EveryWayService(MediSecureDb db, MediSecureDb other)
    {
        private readonly MediSecureDb _db = other;

        public async Task<int> ReadAsync(CancellationToken ct)
        {
            await using var open = await db.OpenAsync(Permission.SearchPatients, ct);
            return Enum.GetValues<DayOfWeek>().Length + (int)DayOfWeek.Friday;        // a constant that is no permission
        }

        public Task<Result> ChangeAsync(Guid id, CancellationToken ct) =>
            _db.ChangeAsync(Permission.ViewBeds, (_, _) => Task.FromResult<Result>(id == Guid.Empty ? Error.NotFound : Result.Ok), ct);

        public async Task<Result> ChooseAsync(bool own, CancellationToken ct)
        {
            var permission = own ? Permission.BookOwnAppointment : Permission.BookAppointment;
            return await _db.ChangeAsync(permission, (_, _) => Task.FromResult(Result.Ok), ct);
        }
    }
}

namespace MediSecure.Tests.Architecture.Offenders.D12
{
    internal sealed class DecryptsInAList(MediSecure.Data.Persistence.Encryption.IFieldCipher cipher)
    {
        public string? Text(MediSecure.Data.Persistence.MediSecureDbContext db, EncryptedText text) => cipher.Row<MediSecure.Data.Features.Patients.Patient>(db, Guid.Empty).Open("Phone", text);
    }

    public sealed record NoteRow(Guid Id, EncryptedText? Body);

    public sealed class NoteService(MediSecure.Data.Persistence.Encryption.IFieldCipher cipher)
    {
        public Task<Result<Paged<NoteRow>>> ListAsync(CancellationToken ct) => Task.FromResult<Result<Paged<NoteRow>>>(Paged<NoteRow>.Empty(new PageRequest()));

        public Task<Result<string>> CountAsync(CancellationToken ct) => Task.FromResult<Result<string>>(cipher.ToString()!);
    }
}

namespace MediSecure.Tests.Architecture.Offenders.D13
{
    public sealed record LyingRow(Guid? PatientId, string Bed);

    public sealed class WardService(MediSecureDb doors)
    {
        public async Task<Result<Paged<LyingRow>>> SilentAsync(CancellationToken ct) => await ReadAsync(ct);

        public async Task<Result<Paged<LyingRow>>> ListedAsync(CancellationToken ct) => await ReadAsync(ct);

        public async Task<Result<Paged<LyingRow>>> RecordedAsync(CancellationToken ct)
        {
            var page = await ReadAsync(ct);
            await Task.Run(() => RecordAsync(ct), ct); // in a lambda, by a method of its own
            return page;
        }

        public async Task<Result<int>> CountAsync(CancellationToken ct) => (await ReadAsync(ct)).Total; // nobody is named

        public async Task<Result<int>> OfOneAsync(Guid patientId, CancellationToken ct) => patientId == Guid.Empty ? Error.NotFound : (await ReadAsync(ct)).Total;

        public async Task<Result<LyingRow>> ChartAsync(Guid patientId, CancellationToken ct)
        {
            var chart = await doors.OpenChartAsync(Permission.ViewPatient, patientId, ct);
            return chart.Failed ? chart.Error : new LyingRow(patientId, "");
        }

        private async Task<Paged<LyingRow>> ReadAsync(CancellationToken ct)
        {
            await using var open = await doors.OpenAsync(Permission.ViewBeds, ct);
            return Paged<LyingRow>.Empty(new PageRequest());
        }

        private Task RecordAsync(CancellationToken ct) => doors.RecordReadAsync(Permission.ViewBeds, "Bed", "ward", [], ct);
    }
}

namespace MediSecure.Tests.Architecture.Offenders.D14
{
    internal sealed class AsksSomebodyElse
    {
        public static Task<string> AskAsync(System.Net.Http.HttpClient client) => client.GetStringAsync(new Uri("https://elsewhere.example"));
    }

    internal sealed class AsksItsOwnHost
    {
        public static Task<string> AskAsync(System.Net.Http.HttpClient client) => client.GetStringAsync(new Uri("http://localhost"));
    }

#pragma warning disable CA5350, CA5351 // what the rule is for
    internal static class SumsWithAnOldHash
    {
        public static byte[] Sum(byte[] bytes) => System.Security.Cryptography.MD5.HashData(bytes);
    }

    internal static class MarksWithAnOldHash
    {
        public static byte[] Mark(byte[] key, byte[] bytes) => System.Security.Cryptography.HMACSHA1.HashData(key, bytes);
    }
#pragma warning restore CA5350, CA5351

    internal static class SumsRightly
    {
        public static byte[] Sum(byte[] bytes) => System.Security.Cryptography.SHA256.HashData(bytes);
    }
}

namespace MediSecure.Tests.Architecture.Offenders.D15
{
    internal sealed class TabThatListens : Microsoft.AspNetCore.Components.ComponentBase
    {
        [Microsoft.AspNetCore.Components.SupplyParameterFromQuery] public string? Chosen { get; set; }
    }

    [Microsoft.AspNetCore.Components.Route("/listens")]
    internal sealed class PageThatListens : Microsoft.AspNetCore.Components.ComponentBase
    {
        [Microsoft.AspNetCore.Components.SupplyParameterFromQuery] public string? Chosen { get; set; }
    }

    internal sealed class WholeOfItsPage : Microsoft.AspNetCore.Components.ComponentBase
    {
        [Microsoft.AspNetCore.Components.SupplyParameterFromQuery] public string? Chosen { get; set; }
    }
}
