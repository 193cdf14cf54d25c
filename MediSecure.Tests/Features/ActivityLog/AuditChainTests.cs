using MediSecure.Data;
using MediSecure.Data.Access;
using MediSecure.Data.Features.ActivityLog;
using MediSecure.Data.Jobs;
using MediSecure.Data.Persistence;
using MediSecure.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace MediSecure.Tests.Features.ActivityLog;

/// <summary>Sealing and verifying, on both databases.</summary>
public abstract class AuditChainTests(TestDatabase db)
{
    private AuditSealer Sealer => db.Services.GetRequiredService<AuditSealer>();

    private AuditVerification Verification => db.Services.GetRequiredService<AuditVerification>();

    [Fact]
    public async Task Every_event_gets_one_number_without_a_gap_and_the_chain_verifies()
    {
        var organization = await db.Given.OrganizationAsync();
        for (var i = 0; i < 5; i++)
        {
            await db.Given.DepartmentAsync(organization);
        }

        await Sealer.SealAsync(everything: false, default);
        var events = await db.LookAsync(look => look.AuditEvents.CountAsync(), organization);
        Assert.True(events >= 6);
        Assert.Equal(Enumerable.Range(1, events).Select(n => (long)n), await NumbersAsync(organization));

        await db.Given.DepartmentAsync(organization);
        Assert.True(await Sealer.SealAsync(everything: false, default) >= 1);
        Assert.Equal(events + 1, (await NumbersAsync(organization)).Count);
        Assert.Empty((await Verification.VerifyAsync(organization, null, default)).Defects);
    }

    [Fact]
    public async Task Many_sealers_and_writers_at_once_make_one_chain()
    {
        var organization = await db.Given.OrganizationAsync();
        await Task.WhenAll(Enumerable.Range(0, 60).Select(i => i % 6 == 0
            ? Task.Run(() => Sealer.SealAsync(everything: false, default))
            : (Task)Task.Run(() => db.Given.DepartmentAsync(organization, $"At once {i}"))));
        await Sealer.SealAsync(everything: false, default);
        var events = await db.LookAsync(look => look.AuditEvents.CountAsync(), organization);
        Assert.Equal(51, events); // the organisation and fifty departments
        Assert.Equal(Enumerable.Range(1, events).Select(n => (long)n), await NumbersAsync(organization));
        Assert.Empty((await Verification.VerifyAsync(organization, null, default)).Defects);
    }

    [Fact]
    public async Task An_event_that_stays_unsealed_is_a_defect()
    {
        var organization = await db.Given.OrganizationAsync();
        Assert.Empty((await Verification.VerifyAsync(organization, null, default)).Defects); // young
        db.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(new AuditDefect(organization, 0, "unsealed-too-old"), Assert.Single((await Verification.VerifyAsync(organization, null, default)).Defects));
        await Sealer.SealAsync(everything: true, default);
        Assert.Empty((await Verification.VerifyAsync(organization, null, default)).Defects);
    }

    [Fact]
    public async Task A_checkpoint_is_signed_and_one_of_another_key_is_not_believed()
    {
        var organization = await db.Given.OrganizationAsync();
        await Sealer.SealAsync(everything: true, default);
        var mark = await db.LookAsync(look => look.AuditCheckpoints.SingleAsync(), organization);
        var anchor = System.Text.Json.JsonSerializer.Serialize(AuditAnchor.Of(mark));
        Assert.Empty((await Verification.VerifyAsync(organization, [anchor], default)).Defects);

        using var stranger = new AuditChain(MasterKey.OfThisProcess());
        var forged = AuditAnchor.Of(new AuditCheckpoint { OrganizationId = organization, Number = mark.Number, Hash = mark.Hash, At = mark.At, Signature = stranger.Sign(organization, mark.Number, mark.Hash) });
        Assert.Equal("anchor-mismatch", Assert.Single((await Verification.VerifyAsync(organization, [System.Text.Json.JsonSerializer.Serialize(forged)], default)).Defects).Kind);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Verification.VerifyAsync(organization, ["nonsense"], default));
    }

    [Theory]
    [InlineData("""UPDATE "AuditSeals" SET "Number" = "Number" + 1000""")]
    [InlineData("""DELETE FROM "AuditSeals" """)]
    [InlineData("""DELETE FROM "AuditCheckpoints" """)]
    [InlineData("""UPDATE "AuditEvents" SET "Reason" = 'nothing happened'""")]
    [InlineData("""DELETE FROM "AuditEvents" """)]
    public async Task The_database_refuses_every_change(string statement)
    {
        await db.Given.DepartmentAsync(db.OrganizationId);
        await Sealer.SealAsync(everything: true, default);
        await using var open = db.Services.GetRequiredService<SystemDb>().OpenSystem("test", db.OrganizationId);
        var refusal = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => open.Database.ExecuteSqlRawAsync(statement));
        Assert.True(refusal.Message.Contains("AppendOnly", StringComparison.Ordinal) || refusal.SqlState == "42501", refusal.Message);
    }

    /// <summary>No two events have the same bytes: what leaves one field does not arrive in the next.</summary>
    [Fact]
    public void A_letter_moved_from_one_field_to_the_next_changes_the_bytes()
    {
        var one = Event("ab", "c", null);
        Assert.NotEqual(AuditChain.Canonical(one), AuditChain.Canonical(Event("a", "bc", null)));
        Assert.NotEqual(AuditChain.Canonical(Event("ab", "", null)), AuditChain.Canonical(Event("ab", "", "")));
        Assert.Equal(AuditChain.Canonical(one), AuditChain.Canonical(Event("ab", "c", null)));
    }

    private static AuditEvent Event(string code, string roles, string? reason) => new()
    {
        OrganizationId = new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11), Id = new Guid(11, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11), RecordedAt = TestDatabase.Start.UtcDateTime, EventCode = code, ActorRoles = roles,
        Action = AuditAction.Read, Outcome = AuditOutcome.Success, Purpose = AuditPurpose.Treatment, Reason = reason, Node = "n", AppVersion = "1",
    };

    private Task<List<long>> NumbersAsync(Guid organization) => db.LookAsync(look => look.AuditSeals.OrderBy(s => s.Number).Select(s => s.Number).ToListAsync(), organization);
}

[Trait("Check", "16")]
public sealed class AuditChainOnSqlite(SqliteDatabase db) : AuditChainTests(db), IClassFixture<SqliteDatabase>
{
    private readonly SqliteDatabase _db = db;

    /// <summary>SQLite deletes the old row of a REPLACE without asking the delete trigger.</summary>
    [Fact]
    public async Task Insert_or_replace_is_refused_too()
    {
        await _db.Given.DepartmentAsync(_db.OrganizationId);
        await using var open = _db.Services.GetRequiredService<SystemDb>().OpenSystem("test", _db.OrganizationId);
        var refusal = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => open.Database.ExecuteSqlRawAsync("""INSERT OR REPLACE INTO "AuditEvents" SELECT * FROM "AuditEvents" LIMIT 1"""));
        Assert.Contains("AppendOnly", refusal.Message, StringComparison.Ordinal);
    }
}

[Trait("Check", "16")]
public sealed class AuditChainOnPostgres(PostgresDatabase db) : AuditChainTests(db), IClassFixture<PostgresDatabase>;

/// <summary>What somebody who owns the server can do, and that it is found. Each fact has an organisation of its own with nine events.</summary>
[Trait("Check", "16")]
public sealed class AuditTamperTests(PostgresDatabase db) : IClassFixture<PostgresDatabase>
{
    [Theory]
    [InlineData("mac", 5, """UPDATE "AuditEvents" SET "Reason" = 'nothing happened' WHERE "Id" = (SELECT "EventId" FROM "AuditSeals" WHERE "OrganizationId" = $1 AND "Number" = 5)""")]
    [InlineData("mac", 2, """UPDATE "AuditEvents" SET "ActorUserId" = gen_random_uuid() WHERE "Id" = (SELECT "EventId" FROM "AuditSeals" WHERE "OrganizationId" = $1 AND "Number" = 2)""")]
    [InlineData("gap", 4, """DELETE FROM "AuditEvents" WHERE "Id" = (SELECT "EventId" FROM "AuditSeals" WHERE "OrganizationId" = $1 AND "Number" = 4)""")]
    [InlineData("gap", 3, """DELETE FROM "AuditSeals" WHERE "OrganizationId" = $1 AND "Number" = 3""")]
    [InlineData("hash", 6, """UPDATE "AuditSeals" SET "Hash" = sha256('x') WHERE "OrganizationId" = $1 AND "Number" = 6""")]
    [InlineData("link", 7, """UPDATE "AuditSeals" SET "Previous" = sha256('x') WHERE "OrganizationId" = $1 AND "Number" = 7""")]
    public async Task What_was_edited_is_named(string kind, long number, string edit)
    {
        var (organization, anchors) = await ChainAsync();
        await AsServerAsync(edit, organization);
        Assert.Equal(new AuditDefect(organization, number, kind), Assert.Single((await VerifyAsync(organization, anchors)).Defects));
    }

    [Fact]
    public async Task A_tail_that_was_cut_is_found_by_the_file_outside_the_database()
    {
        var (organization, anchors) = await ChainAsync();
        await AsServerAsync("""
            DELETE FROM "AuditEvents" e USING "AuditSeals" s WHERE s."EventId" = e."Id" AND s."OrganizationId" = $1 AND s."Number" > 6
            """, organization);
        await AsServerAsync("""DELETE FROM "AuditSeals" WHERE "OrganizationId" = $1 AND "Number" > 6""", organization);
        await AsServerAsync("""DELETE FROM "AuditCheckpoints" WHERE "OrganizationId" = $1""", organization);
        Assert.Empty((await VerifyAsync(organization, null)).Defects); // the database alone cannot know
        Assert.Equal(new AuditDefect(organization, 7, "tail-missing"), Assert.Single((await VerifyAsync(organization, anchors)).Defects));
    }

    /// <summary>The cleverest: an event taken out, all that follows numbered and hashed anew as the application would.</summary>
    [Fact]
    public async Task A_chain_that_was_hashed_anew_is_found_by_its_checkpoint()
    {
        var (organization, anchors) = await ChainAsync();
        await AsServerAsync("""DELETE FROM "AuditEvents" WHERE "Id" = (SELECT "EventId" FROM "AuditSeals" WHERE "OrganizationId" = $1 AND "Number" = 4)""", organization);
        await AsServerAsync("""DELETE FROM "AuditSeals" WHERE "OrganizationId" = $1""", organization);
        await AsServerAsync("""DELETE FROM "AuditCheckpoints" WHERE "OrganizationId" = $1""", organization);
        await db.Given.DepartmentAsync(organization, "Fills the place");
        await db.Services.GetRequiredService<AuditSealer>().SealAsync(everything: true, default);
        Assert.Empty((await VerifyAsync(organization, null)).Defects);
        Assert.Equal("anchor-mismatch", Assert.Single((await VerifyAsync(organization, anchors)).Defects).Kind);
    }

    /// <summary>Another authentic event in the place of one that somebody wants gone, its own link made anew: the next link covers the old one and no longer fits.</summary>
    [Fact]
    public async Task An_event_that_took_the_place_of_another_is_found_by_the_link_that_follows()
    {
        var (organization, anchors) = await ChainAsync();
        await db.Given.DepartmentAsync(organization, "Takes the place");
        var (gone, instead) = await db.LookAsync(async look => (await look.AuditSeals.AsNoTracking().SingleAsync(s => s.Number == 4),
            await look.AuditEvents.AsNoTracking().SingleAsync(e => !look.AuditSeals.Any(s => s.EventId == e.Id))), organization);
        var hash = Convert.ToHexString(AuditChain.Link(gone.Previous, 4, instead));
        await AsServerAsync($"""UPDATE "AuditSeals" SET "EventId" = '{instead.Id}', "Hash" = decode('{hash}', 'hex') WHERE "OrganizationId" = $1 AND "Number" = 4""", organization);
        await AsServerAsync($"""UPDATE "AuditSeals" SET "Previous" = decode('{hash}', 'hex') WHERE "OrganizationId" = $1 AND "Number" = 5""", organization);
        await AsServerAsync($"""DELETE FROM "AuditEvents" WHERE "OrganizationId" = $1 AND "Id" = '{gone.EventId}'""", organization);
        Assert.Equal(new AuditDefect(organization, 5, "hash"), Assert.Single((await VerifyAsync(organization, anchors)).Defects));
    }

    /// <summary>Behind the grants that the application's role lacks stand triggers, which the tables' owner meets too.</summary>
    [Theory]
    [InlineData("""UPDATE "AuditEvents" SET "Reason" = 'nothing happened'""", "TR_AuditEvents_AppendOnly")]
    [InlineData("""DELETE FROM "AuditEvents" """, "TR_AuditEvents_AppendOnly")]
    [InlineData("""TRUNCATE "AuditEvents" CASCADE""", "TR_AuditEvents_AppendOnly")]
    [InlineData("""UPDATE "AuditSeals" SET "Number" = "Number" + 1000""", "TR_AuditSeals_AppendOnly")]
    [InlineData("""DELETE FROM "AuditCheckpoints" """, "TR_AuditCheckpoints_AppendOnly")]
    public async Task The_owner_of_the_tables_is_refused_by_triggers(string statement, string trigger)
    {
        await ChainAsync();
        await using var admin = new NpgsqlConnection(db.Connections.Admin); // sees all rows, as row security would keep them from the owner
        await admin.OpenAsync();
        Assert.Contains(trigger, (await Assert.ThrowsAsync<PostgresException>(() => Run(admin, statement))).MessageText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_chain_is_found_by_the_daily_walk_and_shows_as_a_failed_job()
    {
        var (organization, _) = await ChainAsync();
        var (job, board) = (db.Services.GetRequiredService<AuditVerifyJob>(), db.Services.GetRequiredService<JobBoard>());
        await AsServerAsync("""UPDATE "AuditEvents" SET "Reason" = 'nothing happened' WHERE "Id" = (SELECT "EventId" FROM "AuditSeals" WHERE "OrganizationId" = $1 AND "Number" = 5)""", organization);
        Assert.False(await board.RunAsync(AuditVerifyJob.Name, job.VerifyAsync, default));
        Assert.Equal((JobOutcome.Failed, nameof(AuditBrokenException)), board.All.Where(one => one.Name == AuditVerifyJob.Name).Select(one => (one.Outcome, one.Problem!)).Single());
    }

    /// <summary>A disk that is away stops no seal, and its checkpoints arrive when it is back.</summary>
    [Fact]
    public async Task A_checkpoint_that_could_not_be_written_outside_is_written_by_a_later_round()
    {
        var organization = await db.Given.OrganizationAsync();
        await db.Given.DepartmentAsync(organization);
        var folder = Path.Combine(Path.GetTempPath(), $"away-{Guid.NewGuid():N}");
        var path = Path.Combine(folder, "anchors");
        using var sealer = new AuditSealer(db.Services.GetRequiredService<SystemDb>(), db.Services.GetRequiredService<AuditChain>(),
            db.Services.GetRequiredService<DataOptions>() with { CheckpointFile = path }, db.Clock, Microsoft.Extensions.Logging.Abstractions.NullLogger<AuditSealer>.Instance);
        Assert.True(await sealer.SealAsync(everything: true, default) > 0);
        Directory.CreateDirectory(folder);
        Assert.Equal(0, await sealer.SealAsync(everything: true, default));
        Assert.Contains(await File.ReadAllLinesAsync(path), line => line.Contains(organization.ToString(), StringComparison.Ordinal));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_read_whose_audit_fails_does_not_happen()
    {
        var patient = await db.Given.PatientAsync(db.OrganizationId);
        var doors = db.As(Role.Receptionist).Doors;
        await using var owner = new NpgsqlConnection(db.Connections.Owner);
        await owner.OpenAsync();
        await Run(owner, $"REVOKE INSERT ON \"AuditEvents\" FROM \"{db.Connections.AppRole}\"");
        try
        {
            await Assert.ThrowsAnyAsync<Exception>(() => doors.OpenChartAsync(Permission.ViewPatient, patient.Id, default));
        }
        finally
        {
            await Run(owner, $"GRANT INSERT ON \"AuditEvents\" TO \"{db.Connections.AppRole}\"");
        }

        Assert.False((await doors.OpenChartAsync(Permission.ViewPatient, patient.Id, default, newView: true)).Failed);
    }

    private async Task<(Guid Organization, IReadOnlyList<string> Anchors)> ChainAsync()
    {
        var organization = await db.Given.OrganizationAsync();
        for (var i = 0; i < 8; i++)
        {
            await db.Given.DepartmentAsync(organization);
        }

        var path = Path.Combine(Path.GetTempPath(), $"anchors-{Guid.NewGuid():N}");
        using var sealer = new AuditSealer(db.Services.GetRequiredService<SystemDb>(), db.Services.GetRequiredService<AuditChain>(),
            db.Services.GetRequiredService<DataOptions>() with { CheckpointFile = path }, db.Clock, Microsoft.Extensions.Logging.Abstractions.NullLogger<AuditSealer>.Instance);
        await sealer.SealAsync(everything: true, default);
        var anchors = (await File.ReadAllLinesAsync(path)).Where(line => line.Contains(organization.ToString(), StringComparison.Ordinal)).ToList();
        File.Delete(path);
        Assert.Contains("\"Number\":9", Assert.Single(anchors), StringComparison.Ordinal);
        Assert.Empty((await VerifyAsync(organization, anchors)).Defects);
        return (organization, anchors);
    }

    private Task<AuditReport> VerifyAsync(Guid organization, IReadOnlyList<string>? anchors) => db.Services.GetRequiredService<AuditVerification>().VerifyAsync(organization, anchors, default);

    /// <summary>As the server's administrator, who can switch triggers off.</summary>
    private async Task AsServerAsync(string statement, Guid organization)
    {
        await using var admin = new NpgsqlConnection(db.Connections.Admin);
        await admin.OpenAsync();
        await Run(admin, "SET session_replication_role = replica");
        await using var command = new NpgsqlCommand(statement, admin);
        command.Parameters.AddWithValue(organization);
        Assert.True(await command.ExecuteNonQueryAsync() > 0, "nothing was tampered with");
    }

    private static async Task Run(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
