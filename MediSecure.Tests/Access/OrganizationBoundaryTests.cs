using System.Collections.Concurrent;
using System.Reflection;
using MediSecure.Data.Access;
using MediSecure.Data.Changes;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Appointments;
using MediSecure.Data.Features.Beds;
using MediSecure.Data.Features.Departments;
using MediSecure.Data.Features.Encounters;
using MediSecure.Data.Features.Patients;
using MediSecure.Data.Features.Rooms;
using MediSecure.Tests.Architecture;
using MediSecure.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MediSecure.Tests.Access;

/// <summary>Somebody with every role of staff at another organisation sees, finds, changes and hears nothing of this one: over every service operation, found by reflection.</summary>
public abstract class OrganizationBoundaryTests(TestDatabase db)
{
    private const string Mark = "Zqforeign";
    private static readonly Role[] AllRoles = [.. Enum.GetValues<Role>().Where(r => r != Role.Patient)];
    private static readonly SemaphoreSlim Once = new(1, 1);
    private static readonly ConcurrentDictionary<Guid, IReadOnlyList<Guid>> Filled = new();

    /// <summary>Not of an organisation, on purpose: replaces the whole demo for everybody, and exists in a demo only.</summary>
    private static readonly string[] Exempt = ["DemoService.ResetAsync"];

    internal static IEnumerable<MethodInfo> Operations => ServiceRules.Services(typeof(Permission).Assembly, DependencyRules.Features).SelectMany(ServiceRules.Operations).Where(method => !Exempt.Contains(Name(method)));

    public static TheoryData<string> Services => [.. Operations.Select(method => method.DeclaringType!.Name).Distinct()];

    /// <summary>What an organisation owns is looked at once before and once after all operations of a service: reading all of it takes longer than calling them.</summary>
    [Theory]
    [MemberData(nameof(Services))]
    public async Task Operations_with_foreign_ids_and_searches_show_and_change_nothing(string service)
    {
        var ids = await ForeignRowsAsync();
        var (foreign, before) = await OwnedAsync();

        foreach (var method in Operations.Where(method => method.DeclaringType!.Name == service))
        {
            var stranger = db.AsStranger(AllRoles);
            foreach (var probe in (Probe.TakesIds(method) ? ids : ids.Take(1)).Select(id => new Probe(id, Mark.ToUpperInvariant(), bare: false)).Append(new Probe(ids[0], "", bare: true)))
            {
                var (shown, _) = await probe.CallAsync(stranger.Services.GetRequiredService(method.DeclaringType!), method);
                AssertNothingOf(foreign, shown, Name(method));
            }
        }

        Assert.True(before == await db.LookAsync(OwnedRows.FingerprintAsync), $"An operation of {service} changed rows of another organisation");
    }

    /// <summary>The same legal calls that succeed for one's own people, made by the stranger.</summary>
    [Theory]
    [MemberData(nameof(Services))]
    public async Task Calls_that_are_right_here_are_nothing_for_the_stranger(string service)
    {
        var calls = new List<(string Operation, Func<Task<Result>> Call)>();
        foreach (var one in AccessMatrixTests.Cases.Where(c => c.Operation.StartsWith($"{service}.", StringComparison.Ordinal) && !Exempt.Contains(c.Operation)))
        {
            var person = db.As(Enum.GetValues<Role>().First(role => role.Grants(one.Permission)));
            var stranger = AllRoles.Any(role => role.Grants(one.Permission)) ? db.AsStranger(AllRoles) : db.AsStranger(Role.Patient);
            calls.Add((one.Operation, await one.Prepare(db, person)));
            person.Service<TestUser>().Caller = new Caller(stranger.UserId, db.OtherOrganizationId);
        }

        Assert.NotEmpty(calls);
        var (foreign, before) = await OwnedAsync();
        foreach (var (operation, call) in calls)
        {
            var (shown, _) = Probe.Show(await call());
            AssertNothingOf(foreign, shown, operation);
        }

        Assert.True(before == await db.LookAsync(OwnedRows.FingerprintAsync), $"A call of {service} changed rows of another organisation, one of {string.Join(", ", calls.Select(call => call.Operation))}");
    }

    private Task<(HashSet<string> Ids, string Fingerprint)> OwnedAsync() => db.LookAsync(async look => (await OwnedRows.IdsAsync(look), await OwnedRows.FingerprintAsync(look)));

    private static string Name(MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name}";

    [Fact]
    public async Task The_same_probes_do_find_what_is_there_for_its_own_people()
    {
        await ForeignRowsAsync();
        var own = db.As(AllRoles);
        var shown = new List<string>();
        foreach (var method in ServiceRules.Services(typeof(Permission).Assembly, DependencyRules.Features).SelectMany(ServiceRules.Operations).Where(m => m.Name is "ListAsync" or "SearchAsync" or "TreeAsync" or "BoardAsync"))
        {
            shown.Add((await new Probe(Guid.NewGuid(), "", bare: true).CallAsync(own.Services.GetRequiredService(method.DeclaringType!), method)).Shown);
        }

        Assert.True(shown.Count(text => text.Contains(Mark, StringComparison.Ordinal)) >= 3, "The probes see nothing, so their silence proves nothing.");
    }

    /// <summary>The look that compares before and after sees one letter of one row, and only of the organisation it looks at.</summary>
    [Fact]
    public async Task A_letter_that_changes_is_seen()
    {
        var patient = await db.Given.PatientAsync(db.OrganizationId);
        Task<string> StateAsync(Guid organization) => db.LookAsync(organization, OwnedRows.StateAsync);
        var (here, there) = (await StateAsync(db.OrganizationId), await StateAsync(db.OtherOrganizationId));
        Assert.Equal(here, await StateAsync(db.OrganizationId));
        await db.GivenAsync(open => open.Patients.Where(p => p.Id == patient.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.GivenName, p => p.GivenName + "x")));
        Assert.NotEqual(here, await StateAsync(db.OrganizationId));
        Assert.Equal(there, await StateAsync(db.OtherOrganizationId));
    }

    [Fact]
    public async Task No_notice_of_another_organisation_arrives()
    {
        var feed = db.Services.GetRequiredService<ChangeFeed>();
        var (here, there) = (new ConcurrentQueue<ChangeNotice>(), new ConcurrentQueue<ChangeNotice>());
        using var mine = feed.Subscribe(db.OrganizationId, notice => Take(here, notice));
        using var theirs = feed.Subscribe(db.OtherOrganizationId, notice => Take(there, notice));

        var administrator = db.As(Role.Administrator);
        var department = new CreateDepartmentForm { Name = $"Notices {Guid.NewGuid():N}" };
        Assert.Null((await administrator.Service<DepartmentService>().CreateAsync(department, CancellationToken.None)).Error);
        Assert.Null((await administrator.Service<DepartmentService>().CreateWardAsync(new CreateWardForm { DepartmentId = department.Id, Name = $"Ward {Guid.NewGuid():N}" }, CancellationToken.None)).Error);
        await Task.Delay(700);

        Assert.Contains(here, notice => notice.Ids.Contains(department.Id));
        Assert.DoesNotContain(there, notice => notice.Ids.Contains(department.Id) || notice.OrganizationId != db.OtherOrganizationId);

        static Task Take(ConcurrentQueue<ChangeNotice> queue, ChangeNotice notice)
        {
            queue.Enqueue(notice);
            return Task.CompletedTask;
        }
    }

    private static void AssertNothingOf(HashSet<string> foreign, string shown, string operation)
    {
        Assert.False(shown.Contains(Mark, StringComparison.Ordinal), $"{operation} shows a name of another organisation: {shown[..Math.Min(400, shown.Length)]}");
        var leaked = foreign.FirstOrDefault(id => shown.Contains(id, StringComparison.OrdinalIgnoreCase));
        Assert.True(leaked is null, $"{operation} shows the id {leaked} of another organisation: {shown[..Math.Min(400, shown.Length)]}");
    }

    /// <summary>One of everything at the organisation under test, all of it marked; the ids to ask with.</summary>
    private async Task<IReadOnlyList<Guid>> ForeignRowsAsync()
    {
        await Once.WaitAsync();
        try
        {
            if (Filled.TryGetValue(db.OrganizationId, out var known))
            {
                return known;
            }

            var organization = db.OrganizationId;
            var department = await db.Given.DepartmentAsync(organization, $"{Mark} department");
            var ward = await db.Given.WardAsync(organization, department.Id, $"{Mark} ward");
            var room = new Room(Guid.CreateVersion7(), organization, $"{Mark}-1", RoomKind.PatientRoom, department.Id, ward.Id, $"{Mark} room");
            var bed = new Bed(Guid.CreateVersion7(), organization, room.Id, $"{Mark}-A", db.Now.AddDays(-1));
            await db.AddAsync(organization, room, bed);
            var doctor = await db.People.DoctorAsync(organization, $"Dr {Mark}");
            var patient = await db.Given.PatientAsync(organization, Mark, $"{Mark}ova");
            var encounter = new Encounter(Guid.CreateVersion7(), organization, patient.Id, EncounterClass.Inpatient, EncounterStatus.InProgress, db.Now.AddDays(-1), doctor.StaffMemberId, department.Id, $"{Mark} reason");
            var stay = new BedStay(Guid.CreateVersion7(), organization, bed.Id, patient.Id, encounter.Id, BedStayStatus.Active, db.Now.AddDays(-1), null, doctor.UserId);
            await db.AddAsync(organization, encounter, stay);
            await db.ArrangeAsync(organization, async open => open.Entry(await open.Beds.SingleAsync(b => b.Id == bed.Id)).Property(nameof(Bed.Status)).CurrentValue = BedStatus.Occupied);
            await db.Given.AlwaysWorkingAsync(doctor);
            var visit = await db.Given.AppointmentAsync(doctor, patient.Id, db.Now.AddHours(3));
            var membership = await db.LookAsync(look => look.OrganizationMemberships.Where(m => m.UserId == doctor.UserId).Select(m => m.Id).SingleAsync());
            IReadOnlyList<Guid> ids = [organization, department.Id, ward.Id, room.Id, bed.Id, doctor.StaffMemberId!.Value, doctor.UserId, patient.Id, encounter.Id, stay.Id, visit.Id, membership];
            Filled[organization] = ids;
            return ids;
        }
        finally
        {
            Once.Release();
        }
    }
}

[Trait("Check", "2")]
public sealed class OrganizationBoundaryOnSqlite(SqliteDatabase db) : OrganizationBoundaryTests(db), IClassFixture<SqliteDatabase>;

[Trait("Check", "2")]
public sealed class OrganizationBoundaryOnPostgres(PostgresDatabase db) : OrganizationBoundaryTests(db), IClassFixture<PostgresDatabase>;
