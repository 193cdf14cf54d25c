using System.Globalization;
using System.Text;
using CsvHelper;
using MediSecure.Data.Access;
using MediSecure.Data.Features.ActivityLog;
using MediSecure.Data.Features.Patients;
using MediSecure.Tests.Access;
using MediSecure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Tests.Features.ActivityLog;

public abstract class ActivityLogServiceTests(TestDatabase db)
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    private static AuditEvent Event(Guid organization, DateTime at, string code = nameof(Permission.EditRooms), Guid? actor = null, Guid? patient = null, AuditOutcome outcome = AuditOutcome.Success, string? changes = null,
        string? reason = null, string roles = "Nurse", AuditAction action = AuditAction.Update, string? type = null, Guid? entity = null) => new()
        {
            OrganizationId = organization, Id = Guid.CreateVersion7(), RecordedAt = at, EventCode = code, Action = action, Outcome = outcome, ActorUserId = actor, ActorRoles = roles, Purpose = AuditPurpose.Treatment,
            PatientId = patient, Changes = changes, Reason = reason, EntityType = type, EntityId = entity, Node = "test", AppVersion = "0",
        };

    private async Task<ActingPerson> AdministratorAsync() => await db.People.AdministratorAsync(await db.Given.OrganizationAsync(), "Ifeoma Test");

    [Fact]
    public async Task An_admission_reads_as_a_sentence_with_its_bed()
    {
        var admin = await AdministratorAsync();
        var nurse = await db.People.NurseAsync(admin.OrganizationId, "Joy Test");
        var patient = await db.Given.PatientAsync(admin.OrganizationId, "Chinedu", "Eze");
        var bed = await db.Given.BedAsync(admin.OrganizationId, label: "301-A");
        var changes = $$"""[{"type":"BedStay","id":"{{Guid.NewGuid()}}","action":"Added","fields":[{"name":"BedId","new":"{{bed.Id}}"},{"name":"Status","new":"Active"}]},{"type":"Bed","id":"{{bed.Id}}","action":"Modified","fields":[{"name":"Status","old":"Free","new":"Occupied"}]}]""";
        await db.AddAsync(admin.OrganizationId, Event(admin.OrganizationId, db.Now, nameof(Permission.AdmitPatient), nurse.UserId, patient.Id, changes: changes, action: AuditAction.Create, type: "BedStay", entity: Guid.NewGuid()));

        var page = (await admin.Service<ActivityLogService>().ListAsync(new ActivityFilter(EventCode: nameof(Permission.AdmitPatient)), null, Ct)).Value;

        var row = Assert.Single(page.Rows);
        Assert.Equal("Joy Test admitted Chinedu Eze to bed 301-A", row.Sentence);
        Assert.Equal((patient.RecordNumber, patient.BirthDate), (row.RecordNumber, row.BirthDate));
        var change = row.Changes[1];
        Assert.Equal(("Bed 301-A", "changed", "Free", "Occupied"), (change.What, change.How, change.Fields[0].Old, change.Fields[0].New));
        Assert.Equal("301-A", row.Changes[0].Fields[0].New);
    }

    [Fact]
    public async Task What_really_happens_is_found_by_person_patient_operation_and_outcome()
    {
        var admin = await AdministratorAsync();
        var desk = await db.People.ReceptionistAsync(admin.OrganizationId, "Grace Test");
        var nurse = await db.People.NurseAsync(admin.OrganizationId);
        var form = new RegisterPatientForm { GivenName = "Ọláolúwa", Sex = Sex.Male, BirthDate = new DateOnly(2001, 11, 9) };
        var patient = (await desk.Service<PatientService>().RegisterAsync(Guid.CreateVersion7(), form, false, Ct)).Value.Registered!;
        await db.Given.TreatsAsync(nurse, patient.Id);
        await nurse.Service<PatientService>().OpenAsync(patient.Id, Ct);
        await Assert.ThrowsAsync<AccessDeniedException>(() => nurse.Service<PatientService>().RegisterAsync(Guid.CreateVersion7(), form, true, Ct));
        var log = admin.Service<ActivityLogService>();
        async Task<List<string>> Sentences(ActivityFilter filter) => (await log.ListAsync(filter, null, Ct)).Value.Rows.Select(r => r.Sentence).ToList();

        Assert.Equal(["Grace Test registered Ọláolúwa"], await Sentences(new(ActorUserId: desk.UserId)));
        Assert.Equal(2, (await Sentences(new(PatientId: patient.Id))).Count);
        Assert.EndsWith("was refused: register a patient", Assert.Single(await Sentences(new(ActorUserId: nurse.UserId, Outcome: AuditOutcome.Refused))), StringComparison.Ordinal);
        Assert.EndsWith("opened the record of Ọláolúwa", Assert.Single(await Sentences(new(EventCode: nameof(Permission.ViewPatient)))), StringComparison.Ordinal);
        Assert.Empty(await Sentences(new(ActorUserId: Guid.NewGuid())));
    }

    [Fact]
    public async Task Days_are_those_of_the_organisations_clock()
    {
        var admin = await AdministratorAsync(); // Lagos, an hour ahead of UTC
        await db.AddAsync(admin.OrganizationId,
            Event(admin.OrganizationId, new DateTime(2025, 6, 1, 22, 59, 59, DateTimeKind.Utc), reason: "first of June"), Event(admin.OrganizationId, new DateTime(2025, 6, 1, 23, 0, 0, DateTimeKind.Utc), reason: "second of June"),
            Event(admin.OrganizationId, new DateTime(2025, 6, 2, 22, 59, 59, 999, DateTimeKind.Utc), reason: "still second"), Event(admin.OrganizationId, new DateTime(2025, 6, 2, 23, 0, 0, DateTimeKind.Utc), reason: "third"));

        var second = new DateOnly(2025, 6, 2);
        var rows = (await admin.Service<ActivityLogService>().ListAsync(new ActivityFilter(From: second, Until: second), null, Ct)).Value.Rows;
        Assert.Equal(["still second", "second of June"], rows.Select(r => r.Reason));
    }

    [Theory]
    [InlineData("0001-01-01", "9999-12-31", 1)]
    [InlineData("9999-12-31", "0001-01-01", 0)]
    public async Task The_ends_of_the_calendar_are_days_too(string from, string until, int count)
    {
        var admin = await AdministratorAsync();
        await db.AddAsync(admin.OrganizationId, Event(admin.OrganizationId, db.Now));
        var filter = new ActivityFilter(EventCode: nameof(Permission.EditRooms), From: DateOnly.Parse(from), Until: DateOnly.Parse(until));
        Assert.Equal(count, (await admin.Service<ActivityLogService>().ListAsync(filter, null, Ct)).Value.Rows.Count);
    }

    [Fact]
    public async Task Pages_are_whole_while_new_events_arrive()
    {
        var admin = await AdministratorAsync();
        var organization = admin.OrganizationId;
        // Groups of events share an instant, so that the id decides.
        var old = Enumerable.Range(0, 57).Select(i => Event(organization, db.Now.AddDays(-10).AddSeconds(i / 5), reason: $"old {i}")).ToList();
        await db.AddAsync(organization, [.. old]);
        var log = admin.Service<ActivityLogService>();
        var seen = new List<Guid>();
        ActivityCursor? next = null;
        do
        {
            var page = (await log.ListAsync(new ActivityFilter(EventCode: nameof(Permission.EditRooms)), next, Ct, size: 10)).Value;
            seen.AddRange(page.Rows.Select(r => r.Id));
            next = page.Next;
            await db.AddAsync(organization, Event(organization, db.Now.AddDays(-9).AddMinutes(seen.Count), reason: "new"));
        }
        while (next is not null);

        Assert.Equal(old.OrderByDescending(e => e.RecordedAt).ThenByDescending(e => e.Id.ToString(), StringComparer.Ordinal).Select(e => e.Id), seen);
    }

    [Fact]
    public async Task Nothing_of_another_organisation_shows_or_is_named()
    {
        var here = await AdministratorAsync();
        var there = await db.People.ReceptionistAsync(await db.Given.OrganizationAsync(), "Stranger Test");
        var theirs = await db.Given.PatientAsync(there.OrganizationId, "Hidden", "Person");
        await db.AddAsync(there.OrganizationId, Event(there.OrganizationId, db.Now, actor: there.UserId, patient: theirs.Id));
        // An event here that names ids of there: the ids stay ids.
        await db.AddAsync(here.OrganizationId, Event(here.OrganizationId, db.Now, nameof(Permission.ViewPatient), there.UserId, theirs.Id, action: AuditAction.Read));

        var rows = (await here.Service<ActivityLogService>().ListAsync(new(), null, Ct)).Value.Rows;
        Assert.DoesNotContain(rows, r => r.EventCode == nameof(Permission.EditRooms));
        var row = Assert.Single(rows, r => r.EventCode == nameof(Permission.ViewPatient));
        Assert.Null(row.Patient);
        Assert.DoesNotContain(rows, r => r.Sentence.Contains("Hidden", StringComparison.Ordinal) || r.Sentence.Contains("Stranger", StringComparison.Ordinal));
        Assert.DoesNotContain(await here.Service<ActivityLogService>().ActorsAsync(Ct), actor => actor.UserId == there.UserId);
    }

    [Fact]
    public async Task Looking_at_the_log_is_in_the_log_once_per_view()
    {
        var admin = await AdministratorAsync();
        await db.AddAsync(admin.OrganizationId, [.. Enumerable.Range(0, 12).Select(i => Event(admin.OrganizationId, db.Now.AddMinutes(-i - 1)))]);
        var log = admin.Service<ActivityLogService>();
        var first = (await log.ListAsync(new(), null, Ct, size: 5)).Value;
        var second = (await log.ListAsync(new(), first.Next, Ct, size: 5)).Value;
        Task<List<AuditEvent>> LooksAsync() => db.LookAsync(admin.OrganizationId, look => look.AuditEvents.Where(e => e.EventCode == nameof(Permission.ViewActivityLog)).OrderBy(e => e.RecordedAt).ToListAsync());
        Assert.Single(await LooksAsync());

        // A later page that is about somebody who was not shown yet says so.
        var patient = await db.Given.PatientAsync(admin.OrganizationId);
        await db.AddAsync(admin.OrganizationId, Event(admin.OrganizationId, db.Now.AddMinutes(-30), patient: patient.Id));
        db.Clock.Advance(TimeSpan.FromSeconds(5));
        await log.ListAsync(new(), second.Next, Ct);
        await log.ListAsync(new(), second.Next, Ct);
        var looks = await LooksAsync();
        Assert.Equal(2, looks.Count);
        Assert.Equal(((Guid?)null, (Guid?)patient.Id), (looks[1].PatientId, looks[1].EntityId));
    }

    [Fact]
    public async Task Recent_activity_leaves_out_what_was_only_read()
    {
        var admin = await AdministratorAsync();
        await db.AddAsync(admin.OrganizationId, Event(admin.OrganizationId, db.Now.AddMinutes(1), nameof(Permission.ViewPatient), action: AuditAction.Read), Event(admin.OrganizationId, db.Now, reason: "changed"));
        Assert.Equal("changed", Assert.Single(await admin.Service<ActivityLogService>().RecentAsync(1, Ct)).Reason);
    }

    [Fact]
    public async Task An_export_is_a_table_that_a_spreadsheet_reads_and_does_not_run()
    {
        var admin = await AdministratorAsync();
        var patient = await db.Given.PatientAsync(admin.OrganizationId, "=cmd|' /C calc'!A0", "O'Brien, \"Ada\"\nsecond line");
        await db.AddAsync(admin.OrganizationId, Event(admin.OrganizationId, db.Now, nameof(Permission.EditPatient), admin.UserId, patient.Id, reason: "+1+1"), Event(admin.OrganizationId, db.Now, nameof(Permission.CleanBed), reason: "@SUM(A1)"));

        var export = (await admin.Service<ActivityLogService>().ExportAsync(new ActivityFilter(Until: new DateOnly(2026, 3, 2)), Ct)).Value;

        Assert.False(export.Cut);
        Assert.Matches(@"^activity-log-2026-03-02-\d{4}\.csv$", export.FileName);
        Assert.Equal(Encoding.UTF8.GetPreamble(), export.Content.Take(3));
        var rows = Read(export.Content);
        Assert.Equal(export.Rows, rows.Count);
        var row = Assert.Single(rows, r => r["Operation"] == "Edit a patient");
        Assert.Equal("'=cmd|' /C calc'!A0 O'Brien, \"Ada\"\nsecond line", row["Patient"]);
        Assert.Equal("'+1+1", row["Reason"]);
        Assert.All(rows.SelectMany(r => r.Values), cell => Assert.False(cell.Length > 0 && cell[0] is '=' or '+' or '-' or '@' or '\t' or '\r', cell));
        Assert.Contains("+01:00", row["Time"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_is_recorded_with_its_size_and_kind()
    {
        var admin = await AdministratorAsync();
        var export = (await admin.Service<ActivityLogService>().ExportAsync(new ActivityFilter(Outcome: AuditOutcome.Success), Ct)).Value;
        var recorded = await db.LookAsync(admin.OrganizationId, look => look.AuditEvents.AsNoTracking().SingleAsync(e => e.EventCode == nameof(Permission.ExportActivityLog)));
        Assert.Equal($"{export.Rows} events, filter: outcome", recorded.Reason);
        Assert.Equal(admin.UserId, recorded.ActorUserId);
    }

    [Fact]
    public async Task An_export_that_does_not_fit_says_so()
    {
        var admin = await AdministratorAsync();
        await db.AddAsync(admin.OrganizationId, [.. Enumerable.Range(0, 30).Select(i => Event(admin.OrganizationId, db.Now.AddMinutes(-i)))]);
        var log = admin.Service<ActivityLogService>();
        var filter = new ActivityFilter(EventCode: nameof(Permission.EditRooms));

        var cut = (await log.ExportAsync(filter, 20, Ct)).Value;
        Assert.Equal((20, true), (cut.Rows, cut.Cut));
        Assert.EndsWith("-cut.csv", cut.FileName, StringComparison.Ordinal);
        Assert.Contains("Cut here: the first 20 events", Encoding.UTF8.GetString(cut.Content), StringComparison.Ordinal);

        var whole = (await log.ExportAsync(filter, 30, Ct)).Value;
        Assert.Equal((30, false), (whole.Rows, whole.Cut));
    }

    private static List<Dictionary<string, string>> Read(byte[] content)
    {
        using var csv = new CsvReader(new StreamReader(new MemoryStream(content)), CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        var rows = new List<Dictionary<string, string>>();
        while (csv.Read())
        {
            rows.Add(csv.HeaderRecord!.ToDictionary(head => head, head => csv.GetField(head)!));
        }

        return rows;
    }
}

public sealed class ActivityLogServiceOnSqlite(SqliteDatabase db) : ActivityLogServiceTests(db), IClassFixture<SqliteDatabase>;

public sealed class ActivityLogServiceOnPostgres(PostgresDatabase db) : ActivityLogServiceTests(db), IClassFixture<PostgresDatabase>;
