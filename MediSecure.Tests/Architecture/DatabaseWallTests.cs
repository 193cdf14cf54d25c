using System.Reflection;
using MediSecure.Data.Access;
using MediSecure.Data.Features.Appointments;
using MediSecure.Data.Features.Rooms;
using MediSecure.Data.Persistence;
using MediSecure.Data.Persistence.DemoData;
using MediSecure.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace MediSecure.Tests.Architecture;

/// <summary>Each rule that the database enforces is broken once, past the services and their checks, on both databases: every rule of <see cref="DatabaseRules"/>, every unique index of the model and
/// everything else that has a registered meaning. A new rule without a case fails here. The rows to break come from the demo; each try is rolled back.</summary>
public abstract class DatabaseWallTests(DemoRows demo)
{
    /// <summary>What a statement must be refused for. Indexes that are not here are broken by a second row like the one that is there.</summary>
    private static readonly Dictionary<string, string> Statements = new(StringComparer.Ordinal)
    {
        ["TR_NoteParts_Frozen"] = """DELETE FROM "NoteParts" WHERE "NoteId" IN (SELECT "Id" FROM "ClinicalNotes" WHERE "Status" = 'Signed')""",
        ["TR_ClinicalNotes_Frozen"] = """UPDATE "ClinicalNotes" SET "StartedAt" = "SignedAt", "SignedAt" = NULL, "Status" = 'Draft' WHERE "Status" = 'Signed'""",
        ["TR_NoteAddenda_Frozen"] = """DELETE FROM "NoteAddenda" """,
        ["TR_Certificates_Frozen"] = """UPDATE "Certificates" SET "UntilOn" = "FromOn", "Year" = "Year" - 1""",
        ["TR_Referrals_Final"] = """UPDATE "Referrals" SET "Status" = 'Active' WHERE "Status" IN ('Completed', 'Revoked')""",
        ["TR_IncomingReferrals_Final"] = """UPDATE "IncomingReferrals" SET "Progress" = 'Received' WHERE "Progress" IN ('Completed', 'Rejected', 'Failed', 'Cancelled')""",
        ["TR_AuditEvents_AppendOnly"] = """UPDATE "AuditEvents" SET "Reason" = 'Another one'""",
        ["TR_AuditSeals_AppendOnly"] = """DELETE FROM "AuditSeals" """,
        ["TR_AuditCheckpoints_AppendOnly"] = """DELETE FROM "AuditCheckpoints" """,
        ["CK_CleaningTasks_AnotherPerson"] = """UPDATE "CleaningTasks" SET "CompletedBy" = "RequestedBy" WHERE "CompletedAt" IS NOT NULL""",
        ["CK_Referrals_Closed"] = """UPDATE "Referrals" SET "Status" = 'Completed', "Progress" = 'Failed', "AnswerReason" = 'Nobody came' WHERE "Status" = 'Active' AND "CloseReason" IS NULL AND "Report" IS NULL""",
        ["CK_ClinicalNotes_Letter"] = """
            INSERT INTO "ClinicalNotes" ("OrganizationId", "Id", "PatientId", "Kind", "Status", "StartedAt", "EditedAt", "Version", "AuthorId", "AuthorUserId")
            SELECT n."OrganizationId", '01A2207B-0000-7D93-81C3-B9E7C367DA42', n."PatientId", 'DischargeLetter', 'Draft', n."StartedAt", n."StartedAt", n."Version", n."AuthorId", n."AuthorUserId" FROM "ClinicalNotes" n LIMIT 1
            """,
        ["CK_EmergencyGrants_OtherReviewer"] = """UPDATE "EmergencyGrants" SET "ReviewedBy" = "UserId" WHERE "ReviewedAt" IS NOT NULL""",
        ["CK_AdministratorProposals_AnotherPerson"] = """UPDATE "AdministratorProposals" SET "Outcome" = 'Confirmed', "DecidedBy" = "ProposedBy", "DecidedAt" = "ProposedAt" WHERE "Outcome" IS NULL""",
        ["CK_ActivityReviews_AnotherPerson"] = """UPDATE "ActivityReviews" SET "ReviewedBy" = "ConcernsUserId" """,
    };

    /// <summary>Where a second row like the first would break another rule too: what differs in it, and which row it is like.</summary>
    private static readonly Dictionary<string, (string? Like, Dictionary<string, string> Differs)> Copies = new(StringComparer.Ordinal)
    {
        ["UX_BedStays_OpenBed"] = ("\"Status\" = 'Active'", new() { ["PatientId"] = """(SELECT p."Id" FROM "Patients" p WHERE p."OrganizationId" = r."OrganizationId" AND p."Id" NOT IN (SELECT s."PatientId" FROM "BedStays" s WHERE s."ReleasedAt" IS NULL) LIMIT 1)""" }),
        ["UX_BedStays_OpenPatient"] = ("\"Status\" = 'Active'", new() { ["BedId"] = """(SELECT b."Id" FROM "Beds" b WHERE b."OrganizationId" = r."OrganizationId" AND b."Id" NOT IN (SELECT s."BedId" FROM "BedStays" s WHERE s."ReleasedAt" IS NULL) LIMIT 1)""" }),
        ["UX_Users_Email"] = (null, new() { ["NormalizedUserName"] = "'SOMEBODY ELSE'" }),
        ["UserNameIndex"] = (null, new() { ["NormalizedEmail"] = "'SOMEBODY@ELSE.EXAMPLE'" }),
        ["UX_TriageEntries_Open"] = ("\"EncounterId\" IS NULL", []),
        ["UX_TriageEntries_Encounter"] = ("\"ClosedAt\" IS NOT NULL", []),
        ["UX_EncounterDiagnoses_Primary"] = (null, new() { ["Code"] = """(SELECT c."Code" FROM "DiagnosisCodes" c WHERE c."Code" NOT IN (SELECT d."Code" FROM "EncounterDiagnoses" d) LIMIT 1)""" }),
        ["UX_EncounterDiagnoses_Code"] = ("\"Rank\" <> 'Primary'", []),
        ["UX_Patients_RecordNumber"] = (null, new() { ["UserId"] = "NULL", ["NationalIdIndex"] = "NULL" }),
        ["UX_Patients_User"] = (null, new() { ["RecordNumber"] = "'X-1'", ["NationalIdIndex"] = "NULL" }),
        ["UX_Patients_NationalId"] = (null, new() { ["RecordNumber"] = "'X-1'", ["UserId"] = "NULL" }),
        ["UX_Certificates_Number"] = (null, new() { ["Code"] = "'XXXX'" }),
        ["UX_Certificates_Code"] = (null, new() { ["Number"] = "\"Number\" + 10000" }),
        ["UX_NoteParts_Heading"] = ("""r."NoteId" IN (SELECT n."Id" FROM "ClinicalNotes" n WHERE n."Status" = 'Draft')""", []),
        ["UX_OrganizationKeys_Active"] = (null, new() { ["KeyId"] = "\"KeyId\" + 1" }),
        ["UX_AuditSeals_Event"] = (null, new() { ["Number"] = "\"Number\" + 1000000" }),
    };

    /// <summary>What the demo has none of: written first, in the same transaction.</summary>
    private static readonly Dictionary<string, string> Before = new(StringComparer.Ordinal)
    {
        ["TR_AuditSeals_AppendOnly"] = Seal,
        ["UX_AuditSeals_Event"] = Seal,
        ["UX_Pregnancies_Open"] = """
            INSERT INTO "Pregnancies" ("OrganizationId", "Id", "DueOn", "PatientId", "RecordedBy", "RecordedAt", "Version")
            SELECT v."OrganizationId", '01A2207B-0000-7D93-81C3-B9E7C367DA41', '2040-01-01', v."PatientId", v."RecordedBy", v."RecordedAt", v."Id" FROM "VitalSigns" v LIMIT 1
            """,
        ["TR_AuditCheckpoints_AppendOnly"] = """INSERT INTO "AuditCheckpoints" ("OrganizationId", "Number", "Hash", "At", "Signature") SELECT e."OrganizationId", 1, e."Mac", e."RecordedAt", e."Mac" FROM "AuditEvents" e LIMIT 1""",
    };

    private const string Seal = """INSERT INTO "AuditSeals" ("OrganizationId", "Number", "EventId", "Previous", "Hash", "SealedAt") SELECT e."OrganizationId", 1, e."Id", e."Mac", e."Mac", e."RecordedAt" FROM "AuditEvents" e LIMIT 1""";

    /// <summary>What has a test of its own here.</summary>
    private static readonly Dictionary<string, string> Elsewhere = new(StringComparer.Ordinal)
    {
        ["EX_ClinicianBusy"] = nameof(Two_visits_at_one_time_are_refused_by_the_database_itself),
        ["EX_Appointments_Room"] = nameof(Two_visits_at_one_time_are_refused_by_the_database_itself),
        ["EX_Appointments_Patient"] = nameof(Two_visits_at_one_time_are_refused_by_the_database_itself),
        ["TR_Appointments_ClinicianBusy"] = nameof(The_clinicians_time_follows_every_change_of_a_visit),
    };

    /// <summary>On SQLite another wall stands in front of this one: what is issued is not issued again.</summary>
    private static readonly Dictionary<string, string> BehindOnSqlite = new(StringComparer.Ordinal)
    {
        ["UX_Certificates_Number"] = "TR_Certificates_Frozen",
        ["UX_Certificates_Code"] = "TR_Certificates_Frozen",
    };

    public static TheoryData<string> Rules => [.. Names().Where(name => !Elsewhere.ContainsKey(name))];

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task Every_rule_is_enforced_by_the_database_itself(string rule)
    {
        await using var db = demo.Open();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var statement = Statements.GetValueOrDefault(rule) ?? Copy(db, rule);
        Assert.True(statement is not null, $"{rule} has no case that breaks it: add one to {nameof(Statements)}");
        if (Before.TryGetValue(rule, out var before))
        {
            Assert.Equal(1, await db.Database.ExecuteSqlRawAsync(before));
        }

        var refusal = await Record.ExceptionAsync(async () => Assert.True(await db.Database.ExecuteSqlRawAsync(statement) > 0, $"The demo has no row to break {rule} with: {statement}"));
        Assert.NotNull(refusal);
        Assert.False(refusal is Xunit.Sdk.XunitException, refusal.Message);
        AssertRefusedBy(rule, db, refusal);
    }

    /// <summary>The other half of that rule: who would gain.</summary>
    [Fact]
    public async Task Nobody_confirms_themself_as_an_administrator()
    {
        await using var db = demo.Open();
        await using var transaction = await db.Database.BeginTransactionAsync();
        const string statement = """UPDATE "AdministratorProposals" SET "Outcome" = 'Confirmed', "DecidedBy" = "UserId", "DecidedAt" = "ProposedAt" WHERE "Outcome" IS NULL""";
        var refusal = await Record.ExceptionAsync(() => db.Database.ExecuteSqlRawAsync(statement));
        Assert.NotNull(refusal);
        AssertRefusedBy("CK_AdministratorProposals_AnotherPerson", db, refusal);
        await transaction.RollbackAsync();
        await using var again = await db.Database.BeginTransactionAsync();
        Assert.Equal(1, await db.Database.ExecuteSqlRawAsync("""UPDATE "AdministratorProposals" SET "Outcome" = 'Declined', "DecidedBy" = "UserId", "DecidedAt" = "ProposedAt" WHERE "Outcome" IS NULL"""));
    }

    [Fact]
    public void No_case_is_left_of_a_rule_that_is_gone()
    {
        var names = Names();
        Assert.Empty(Statements.Keys.Concat(Copies.Keys).Concat(Elsewhere.Keys).Concat(BehindOnSqlite.Keys).Concat(Before.Keys).Except(names));
        Assert.All(Elsewhere.Values, test => Assert.NotNull(typeof(DatabaseWallTests).GetMethod(test)?.GetCustomAttribute<FactAttribute>()));
    }

    /// <summary>Who is in two places at once, in which state, overbooked or not, in a second row or in a row that moves.</summary>
    [Theory]
    [InlineData("clinician", AppointmentStatus.Booked, false, "EX_ClinicianBusy")]
    [InlineData("clinician", AppointmentStatus.Held, false, "EX_ClinicianBusy")]
    [InlineData("clinician", AppointmentStatus.Booked, true, null)]
    [InlineData("clinician", AppointmentStatus.Cancelled, false, null)]
    [InlineData("room", AppointmentStatus.Booked, false, "EX_Appointments_Room")]
    [InlineData("room", AppointmentStatus.Held, false, "EX_Appointments_Room")]
    [InlineData("room", AppointmentStatus.CheckedIn, false, "EX_Appointments_Room")]
    [InlineData("room", AppointmentStatus.Booked, true, null)]
    [InlineData("room", AppointmentStatus.NoShow, false, null)]
    [InlineData("patient", AppointmentStatus.Booked, false, "EX_Appointments_Patient")]
    [InlineData("patient", AppointmentStatus.Held, false, "EX_Appointments_Patient")]
    [InlineData("patient", AppointmentStatus.Booked, true, "EX_Appointments_Patient")] // overbooked or not, nobody is in two places
    [InlineData("patient", AppointmentStatus.Cancelled, false, null)]
    public async Task Two_visits_at_one_time_are_refused_by_the_database_itself(string shared, AppointmentStatus status, bool overbooked, string? rule)
    {
        foreach (var moved in new[] { false, true })
        {
            await using var db = demo.Open();
            await using var transaction = await db.Database.BeginTransactionAsync();
            var scene = await SceneAsync(db);
            db.Add(scene.Visit(db, "", scene.At, AppointmentStatus.Booked));
            db.Add(scene.Visit(db, "", scene.At.AddMinutes(30), AppointmentStatus.Booked)); // one that begins where the first ends is at another time
            await db.SaveChangesAsync();

            var second = scene.Visit(db, shared, moved ? scene.At.AddHours(4) : scene.At.AddMinutes(10), status);
            db.Add(second);
            db.Entry(second).Property(a => a.Overbooked).CurrentValue = overbooked;
            db.Entry(second).Property(a => a.OverbookReason).CurrentValue = overbooked ? "No other time this week" : null;
            if (moved)
            {
                await db.SaveChangesAsync();
                db.Entry(second).Property(a => a.StartsAt).CurrentValue = scene.At.AddMinutes(10);
                db.Entry(second).Property(a => a.EndsAt).CurrentValue = scene.At.AddMinutes(40);
            }

            var refusal = await Record.ExceptionAsync(() => db.SaveChangesAsync());
            if (rule is null)
            {
                Assert.Null(refusal);
            }
            else
            {
                AssertRefusedBy(rule, db, refusal!);
            }
        }
    }

    [Fact]
    public async Task The_clinicians_time_follows_every_change_of_a_visit()
    {
        await using var db = demo.Open();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var scene = await SceneAsync(db);
        var visit = scene.Visit(db, "", scene.At, AppointmentStatus.Booked);
        db.Add(visit);
        async Task<DateTime?> TakenAsync()
        {
            await db.SaveChangesAsync();
            return await db.ClinicianBusy.AsNoTracking().Where(b => b.AppointmentId == visit.Id).Select(b => (DateTime?)b.StartsAt).SingleOrDefaultAsync();
        }

        Assert.Equal(scene.At, await TakenAsync());
        db.Entry(visit).Property(a => a.StartsAt).CurrentValue = scene.At.AddMinutes(5);
        Assert.Equal(scene.At.AddMinutes(5), await TakenAsync());
        db.Entry(visit).Property(a => a.Status).CurrentValue = AppointmentStatus.NoShow;
        Assert.Null(await TakenAsync());
        db.Entry(visit).Property(a => a.Status).CurrentValue = AppointmentStatus.Booked;
        Assert.Equal(scene.At.AddMinutes(5), await TakenAsync());
        db.Remove(visit);
        Assert.Null(await TakenAsync());
    }

    /// <summary>Every rule by name: those of the list, the unique indexes, and whatever else means something to people.</summary>
    private static List<string> Names()
    {
        using var model = new MediSecureDbContext(new DbContextOptionsBuilder<MediSecureDbContext>().UseSqlite("Data Source=:memory:").Options);
        var indexes = model.Model.GetEntityTypes().SelectMany(type => type.GetIndexes()).Where(index => index.IsUnique).Select(index => index.GetDatabaseName()!).ToList();
        DatabaseRules.RegisterErrors();
        return [.. DatabaseRules.All.Select(rule => rule.Name).Concat(indexes).Concat(ConstraintErrors.Names).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>A second row like one that the index counts, under a key of its own.</summary>
    private static string? Copy(MediSecureDbContext db, string name)
    {
        // The index as the database has it: of the design-time model, which keeps the filters.
        var index = db.GetService<IDesignTimeModel>().Model.GetEntityTypes().SelectMany(type => type.GetIndexes()).FirstOrDefault(one => one.IsUnique && one.GetDatabaseName() == name);
        if (index is null)
        {
            return null;
        }

        var (like, differs) = Copies.GetValueOrDefault(name, (null, []));
        var type = index.DeclaringEntityType;
        string Value(IProperty property) => differs.TryGetValue(property.GetColumnName(), out var other) ? other
            : property.IsPrimaryKey() && property.ClrType == typeof(Guid) && property.Name != "OrganizationId" && !index.Properties.Contains(property) ? $"'{Guid.CreateVersion7().ToString().ToUpperInvariant()}'"
            : $"r.\"{property.GetColumnName()}\"";
        var columns = type.GetProperties().ToList();
        var conditions = index.Properties.Select(property => $"r.\"{property.GetColumnName()}\" IS NOT NULL").Append(index.GetFilter()).Append(like).Where(condition => condition is not null).Select(condition => $"({condition})");
        return $"INSERT INTO \"{type.GetTableName()}\" ({string.Join(", ", columns.Select(column => $"\"{column.GetColumnName()}\""))}) SELECT {string.Join(", ", columns.Select(Value))} FROM \"{type.GetTableName()}\" r WHERE {string.Join(" AND ", conditions)} LIMIT 1";
    }

    /// <summary>By its name, and with its meaning where it has one for people.</summary>
    private static void AssertRefusedBy(string rule, MediSecureDbContext db, Exception refusal)
    {
        var cause = refusal is DbUpdateException update ? update.InnerException! : refusal;
        var name = db.Database.IsSqlite() ? BehindOnSqlite.GetValueOrDefault(rule, rule) : rule;
        // What only a bug can break has no meaning for people; PostgreSQL tells its name in the text.
        Assert.True(ConstraintErrors.ConstraintName(db, cause) == name || (!ConstraintErrors.Names.Contains(name) && cause.Message.Contains(name, StringComparison.Ordinal)), $"{rule}: {cause.Message}");
        Assert.Equal(ConstraintErrors.Names.Contains(name), ConstraintErrors.Find(db, new DbUpdateException(rule, cause)) is not null);
    }

    /// <summary>Two of everybody at a time for which nothing is booked.</summary>
    private static async Task<Scene> SceneAsync(MediSecureDbContext db)
    {
        var patients = await db.Patients.OrderBy(p => p.Id).Take(2).Select(p => p.Id).ToListAsync();
        var clinicians = await db.StaffMembers.Where(s => s.IsBookable).OrderBy(s => s.Id).Take(2).Select(s => new { s.Id, s.UserId }).ToListAsync();
        var rooms = await db.Rooms.Where(r => r.Kind == RoomKind.ConsultingRoom).OrderBy(r => r.Id).Take(2).Select(r => r.Id).ToListAsync();
        return new Scene(patients, [.. clinicians.Select(c => (c.Id, c.UserId))], rooms);
    }

    private sealed record Scene(List<Guid> Patients, List<(Guid Id, Guid UserId)> Clinicians, List<Guid> Rooms)
    {
        public DateTime At { get; } = new(2040, 3, 5, 9, 0, 0, DateTimeKind.Utc);

        /// <summary>Half an hour of the second patient, clinician and room, but for what is shared with the first; all of the first when nothing is named.</summary>
        public Appointment Visit(MediSecureDbContext db, string shared, DateTime at, AppointmentStatus status)
        {
            int Of(string who) => shared == "" || shared == who ? 0 : 1;
            var clinician = Clinicians[Of("clinician")];
            var visit = new Appointment(Guid.CreateVersion7(), db.OrganizationId, Patients[Of("patient")], clinician.Id, clinician.UserId, Rooms[Of("room")], null, at, at.AddMinutes(30), "Cough",
                AppointmentStatus.Booked, at, clinician.UserId);
            var entry = db.Entry(visit);
            entry.Property(a => a.Status).CurrentValue = status;
            entry.Property(a => a.HeldUntil).CurrentValue = status == AppointmentStatus.Held ? at : null;
            entry.Property(a => a.CancelReason).CurrentValue = status == AppointmentStatus.Cancelled ? "No longer needed" : null;
            return visit;
        }
    }
}

/// <summary>A database with the rows of the demo, written past doors, guards and audit.</summary>
public abstract class DemoRows : IAsyncLifetime
{
    /// <summary>A context of the General Hospital.</summary>
    internal abstract MediSecureDbContext Open();

    public abstract ValueTask InitializeAsync();

    public abstract ValueTask DisposeAsync();

    private protected static AccessScope Scope { get; } = new() { OrganizationId = DemoWorld.Id("organization", DemoAccounts.General), Job = DemoSeed.Job, Operation = DemoSeed.Job, CanWrite = true };
}

public sealed class SqliteDemoRows : DemoRows
{
    private readonly SqliteDatabase _database = new();

    internal override MediSecureDbContext Open() => _database.Services.GetRequiredService<DatabaseSource>().Create(Scope);

    public override async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        var source = _database.Services.GetRequiredService<DatabaseSource>();
        await DemoSeed.FillAsync(source.Create, _database.Now, source.Keys.Master, CancellationToken.None);
    }

    public override ValueTask DisposeAsync() => _database.DisposeAsync();
}

public sealed class PostgresDemoRows(PostgresServer server) : DemoRows
{
    private DbContextOptions<MediSecureDbContext>? _options;

    internal override MediSecureDbContext Open() => new(_options!) { Scope = Scope };

    public override async ValueTask InitializeAsync()
    {
        var connections = await server.CreateDatabaseAsync();
        await DatabaseSeed.RunAsync(connections.Owner, 0, MasterKey.OfFile(TestKey.File), TimeProvider.System, CancellationToken.None);
        _options = new DbContextOptionsBuilder<MediSecureDbContext>().UseNpgsql(connections.Owner, o => o.SetPostgresVersion(15, 0)).Options;
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

public sealed class DatabaseWallsOfSqlite(SqliteDemoRows demo) : DatabaseWallTests(demo), IClassFixture<SqliteDemoRows>;

public sealed class DatabaseWallsOfPostgres(PostgresDemoRows demo) : DatabaseWallTests(demo), IClassFixture<PostgresDemoRows>;
