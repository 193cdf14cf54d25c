using MediSecure.Data;
using MediSecure.Data.Features.ActivityLog;
using MediSecure.Data.Features.Patients;
using MediSecure.Data.Jobs;
using MediSecure.Data.Persistence;
using MediSecure.Data.Persistence.DemoData;
using MediSecure.Data.Persistence.Encryption;
using MediSecure.Tests.Access;
using MediSecure.Tests.Features.ClinicalNotes;
using MediSecure.Tests.Hosting;
using MediSecure.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace MediSecure.Tests.Encryption;

/// <summary>New keys for an organisation while it works, on both databases.</summary>
public abstract class KeyRotationTests(TestDatabase db)
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    private KeyRotation Rotation => db.Services.GetRequiredService<KeyRotation>();

    /// <summary>Patients with a phone number and a national id.</summary>
    private async Task<(ActingPerson Desk, List<Guid> Patients)> ManyAsync(int count)
    {
        var desk = await db.People.ReceptionistAsync(await db.Given.OrganizationAsync());
        var cipher = db.Services.GetRequiredService<IFieldCipher>();
        var ids = new List<Guid>();
        await db.ArrangeAsync(desk.OrganizationId, open =>
        {
            for (var i = 0; i < count; i++)
            {
                var patient = new Patient(Guid.CreateVersion7(), desk.OrganizationId, $"R-{i}", new PersonName("Rotated", $"Number{i}"), Sex.Male, new DateOnly(1970, 1, 1), db.Now);
                var row = cipher.Row<Patient>(open, patient.Id);
                patient.SetContact(new PatientContact
                {
                    Phone = row.SealIndexed(nameof(Patient.Phone), $"0803 {1_000_000 + i}", "NG"), Address = row.Seal(nameof(Patient.Address), $"{i} Marina Road"),
                    NationalId = i % 3 == 0 ? default : row.SealIndexed(nameof(Patient.NationalId), $"{30_000_000 + i}", "NG"),
                });
                open.Add(patient);
                ids.Add(patient.Id);
            }

            return Task.CompletedTask;
        });
        return (desk, ids);
    }

    [Fact]
    public async Task Everything_is_under_the_new_key_read_and_found()
    {
        var (desk, patients) = await ManyAsync(1_234);
        var before = await db.LookAsync(look => look.OrganizationKeys.AsNoTracking().ToListAsync(), desk.OrganizationId);
        var version = await db.LookAsync(look => look.Patients.Where(p => p.Id == patients[7]).Select(p => p.Version).SingleAsync(), desk.OrganizationId);

        var standing = Assert.Single(await Rotation.RotateAsync(desk.OrganizationId, TimeSpan.Zero, Ct));
        Assert.Equal((1_234, 0L, 0), (standing.Rewritten, standing.OldLeft, standing.Unreadable));

        var keys = await db.LookAsync(look => look.OrganizationKeys.AsNoTracking().ToListAsync(), desk.OrganizationId);
        Assert.Equal([(KeyPurpose.Data, KeyState.Active), (KeyPurpose.Data, KeyState.Decrypt), (KeyPurpose.Index, KeyState.Active), (KeyPurpose.Index, KeyState.Destroyed)],
            keys.Select(k => (k.Purpose, k.State)).OrderBy(k => (k.Purpose, k.State)));
        Assert.Equal(before.Select(k => k.KeyId).Order(), keys.Where(k => k.State is KeyState.Decrypt or KeyState.Destroyed).Select(k => k.KeyId).Order());

        var service = desk.Service<PatientService>();
        foreach (var i in new[] { 0, 7, 499, 500, 1_233 })
        {
            var detail = (await service.OpenAsync(patients[i], Ct)).Value;
            Assert.Equal(($"0803 {1_000_000 + i}", $"{i} Marina Road", false), (detail.Phone, detail.Address, detail.Unreadable));
            Assert.Contains((await service.SearchAsync($"+234 803 {1_000_000 + i}", Ct)).Value.Rows, row => row.Id == patients[i]);
        }

        // An open form stays valid: nothing of what the rows say has changed. The keys' changes are recorded, without a word of the rows.
        Assert.Equal(version, await db.LookAsync(look => look.Patients.Where(p => p.Id == patients[7]).Select(p => p.Version).SingleAsync(), desk.OrganizationId));
        var events = await db.LookAsync(look => look.AuditEvents.AsNoTracking().Where(e => e.EventCode == ActivityWords.RotateKeys).ToListAsync(), desk.OrganizationId);
        Assert.InRange(events.Count, 4, 8);
        Assert.All(events, e => Assert.Null(e.PatientId));

        // A second one takes over from the first; what nobody may have twice is still had once.
        Assert.Equal(0, Assert.Single(await Rotation.RotateAsync(desk.OrganizationId, TimeSpan.Zero, Ct)).OldLeft);
        var again = new RegisterPatientForm { GivenName = "Again", Sex = Sex.Male, BirthDate = new DateOnly(1980, 1, 1), NationalId = "30-000-001" };
        Assert.Equal(PatientErrors.NationalIdTaken, (await service.RegisterAsync(Guid.CreateVersion7(), again, true, Ct)).Error);
    }

    [Fact]
    public async Task Stopped_half_way_it_goes_on_and_meanwhile_everything_is_found()
    {
        var (desk, patients) = await ManyAsync(1_100);
        using var stop = new CancellationTokenSource();
        var running = Task.Run(() => Rotation.RotateAsync(desk.OrganizationId, TimeSpan.Zero, stop.Token));
        while (!running.IsCompleted && (await Rotation.StatusAsync(desk.OrganizationId))[0].OldLeft is 0 or 1_100)
        {
            await Task.Delay(5);
        }

        await stop.CancelAsync();
        var finished = true; // 1,100 rows are soon done: then the second round is a rotation of its own
        try
        {
            await running;
        }
        catch (OperationCanceledException)
        {
            finished = false;
            var service = desk.Service<PatientService>();
            foreach (var i in new[] { 0, 1_099 })
            {
                Assert.Contains((await service.SearchAsync($"0803 {1_000_000 + i}", Ct)).Value.Rows, row => row.Id == patients[i]);
            }
        }

        Assert.Equal(0, (await Rotation.RotateAsync(desk.OrganizationId, TimeSpan.Zero, Ct))[0].OldLeft);
        Assert.Equal(finished ? 3 : 2, await db.LookAsync(look => look.OrganizationKeys.CountAsync(k => k.Purpose == KeyPurpose.Data), desk.OrganizationId)); // what goes on makes no key of its own
    }

    /// <summary>The database keeps what is signed as it is; a new key is no change of it.</summary>
    [Fact]
    public async Task Signed_notes_take_the_new_key_and_keep_their_words()
    {
        var scene = await NoteScene.NewAsync(db);
        var id = await scene.SignedAsync("Better today.");
        NoteScene.Ok(await scene.Notes.AddAddendumAsync(scene.Patient.Id, new() { NoteId = id, Text = "Slept well." }, Ct));

        var standing = Assert.Single(await Rotation.RotateAsync(scene.OrganizationId, TimeSpan.Zero, Ct));
        Assert.InRange(standing.Rewritten, 2, 20);
        Assert.Equal((0L, 0), (standing.OldLeft, standing.Unreadable));
        var note = (await scene.Notes.ReadAsync(scene.Patient.Id, id, Ct)).Value;
        Assert.Contains(note.Parts, part => part.Text == "Better today.");
        Assert.Equal("Slept well.", Assert.Single(note.Addenda).Text);
    }

    [Fact]
    public async Task People_who_edit_meanwhile_lose_nothing()
    {
        var (desk, patients) = await ManyAsync(600);
        var service = desk.Service<PatientService>();
        var settle = TimeSpan.FromMilliseconds(500); // longer than one of these edits takes
        var rotation = Task.Run(() => Rotation.RotateAsync(desk.OrganizationId, settle, Ct));
        for (var i = 0; i < 40; i++)
        {
            var id = patients[i * 15];
            var now = (await service.OpenAsync(id, Ct)).Value;
            var form = new EditPatientForm { GivenName = "Edited", Sex = Sex.Male, BirthDate = now.BirthDate, Phone = $"0705 {2_000_000 + i}", Address = now.Address, Version = now.Version };
            Assert.Null((await service.EditAsync(id, form, Ct)).Error);
        }

        await rotation;
        Assert.Equal(0, (await Rotation.RotateAsync(desk.OrganizationId, TimeSpan.Zero, Ct))[0].OldLeft);
        for (var i = 0; i < 40; i++)
        {
            var detail = (await service.OpenAsync(patients[i * 15], Ct)).Value;
            Assert.Equal(($"0705 {2_000_000 + i}", $"{i * 15} Marina Road", false), (detail.Phone, detail.Address, detail.Unreadable));
            Assert.Equal(patients[i * 15], Assert.Single((await service.SearchAsync($"0705 {2_000_000 + i}", Ct)).Value.Rows).Id);
        }
    }
}

public sealed class KeyRotationOnSqlite(SqliteDatabase db) : KeyRotationTests(db), IClassFixture<SqliteDatabase>;

public sealed class KeyRotationOnPostgres(PostgresDatabase db) : KeyRotationTests(db), IClassFixture<PostgresDatabase>;

/// <summary>The verb in a process of its own, against PostgreSQL.</summary>
public sealed class RotateKeysVerbTests(PostgresDatabase db) : IClassFixture<PostgresDatabase>
{
    private const int Count = 6_000;

    /// <summary>kill -9 in the middle: nothing is unreadable, then or after the second run.</summary>
    [Fact]
    public async Task Killed_in_the_middle_it_loses_nothing_and_finishes()
    {
        await using var owner = NpgsqlDataSource.Create(db.Connections.Owner);
        var master = db.Services.GetRequiredService<MasterKey>();
        var organization = await BulkPatients.SeedAsync(owner, Count, master, db.Now, CancellationToken.None);
        var first = await OldAsync(owner, organization);
        string[] verb = ["rotate-keys", "--offline", "--organization", organization.ToString()];
        await using (var process = HostProcess.StartVerb(verb, ("ConnectionStrings__MediSecure", db.Connections.App)))
        {
            while (!process.HasExited && await UnderAsync(owner, organization, first) == Count)
            {
                await Task.Delay(10);
            }

            await process.KillAsync();
        }

        var left = await UnderAsync(owner, organization, first);
        TestContext.Current.TestOutputHelper?.WriteLine($"killed with {left} of {Count} rows under the old key");
        Assert.InRange(left, 1, Count - 1);
        Assert.Equal(0, await UnreadableAsync(organization));

        var (code, output, error) = await HostProcess.RunAsync(verb, null, ("ConnectionStrings__MediSecure", db.Connections.App));
        Assert.True(code == 0, error);
        Assert.Contains($"{left} row(s) rewritten, 0 old left", output, StringComparison.Ordinal);
        Assert.DoesNotContain("+234", output + error, StringComparison.Ordinal);
        Assert.Equal(0, await UnderAsync(owner, organization, first));
        Assert.Equal(0, await UnreadableAsync(organization));
    }

    [Fact]
    public async Task A_new_master_key_wraps_the_keys_and_the_log_of_before_still_verifies()
    {
        var organization = await db.Given.OrganizationAsync();
        await db.Services.GetRequiredService<AuditSealer>().SealAsync(everything: true, default);
        var before = await db.LookAsync(look => look.OrganizationKeys.AsNoTracking().Select(k => k.MasterId).Distinct().SingleAsync(), organization);
        var file = Path.Combine(Path.GetTempPath(), $"next-{Guid.NewGuid():N}.key");

        // A copy of the database's keys only: the other tests go on with the old file. Twice, as after a kill.
        foreach (var expected in new[] { "wrapped under", "0 key(s) wrapped" })
        {
            var (code, output, error) = await HostProcess.RunAsync(["rotate-keys", "--master", file], null, ("ConnectionStrings__MediSecure", db.Connections.App));
            Assert.True(code == 0, error);
            Assert.Contains(expected, output, StringComparison.Ordinal);
        }

        Assert.NotEqual(before, await db.LookAsync(look => look.OrganizationKeys.AsNoTracking().Select(k => k.MasterId).Distinct().SingleAsync(), organization));
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddMediSecureData(new DataOptions(db.Connections.App, Demo: false, ResetInterval: null, file));
        await using var provider = services.BuildServiceProvider();
        await using (var open = await provider.GetRequiredService<MediSecure.Data.Access.SystemDb>().OpenSystemAsync("test", organization))
        {
            Assert.NotNull(open.Keys!.ActiveId);
        }

        await provider.GetRequiredService<AuditSealer>().SealAsync(everything: true, default); // the verb's own events, before they grow old
        Assert.Empty((await provider.GetRequiredService<AuditVerification>().VerifyAsync(organization, null, default)).Defects);
        var (status, said, problem) = await HostProcess.RunAsync(["rotate-keys", "--status"], null, ("ConnectionStrings__MediSecure", db.Connections.App), ("Encryption__KeyFile", file));
        Assert.True(status == 0 && said.Contains("0 old left", StringComparison.Ordinal), problem);

        // Back again, so that the facts of this class do not depend on their order.
        await provider.GetRequiredService<KeyRotation>().RewrapAsync(db.Services.GetRequiredService<MasterKey>());
        File.Delete(file);
    }

    private static async Task<byte[]> OldAsync(NpgsqlDataSource owner, Guid organization)
    {
        await using var command = owner.CreateCommand("""SELECT substr("Phone", 2, 4) FROM "Patients" WHERE "OrganizationId" = $1 LIMIT 1""");
        command.Parameters.AddWithValue(organization);
        return (byte[])(await command.ExecuteScalarAsync())!;
    }

    private static async Task<long> UnderAsync(NpgsqlDataSource owner, Guid organization, byte[] key)
    {
        await using var command = owner.CreateCommand("""SELECT count(*) FROM "Patients" WHERE "OrganizationId" = $1 AND substr("Phone", 2, 4) = $2""");
        command.Parameters.AddWithValue(organization);
        command.Parameters.AddWithValue(key);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>How many phone numbers cannot be decrypted, or not be found by their index.</summary>
    private async Task<int> UnreadableAsync(Guid organization)
    {
        db.Services.GetRequiredService<DatabaseSource>().Keys.Forget();
        var cipher = db.Services.GetRequiredService<IFieldCipher>();
        await using var open = await db.Services.GetRequiredService<MediSecure.Data.Access.SystemDb>().OpenSystemAsync("test", organization);
        var rows = await open.Patients.AsNoTracking().Select(p => new { p.Id, p.Phone, p.PhoneIndex }).ToListAsync();
        Assert.Equal(Count, rows.Count);
        return rows.Count(r => !cipher.Row<Patient>(open, r.Id).TryOpen(nameof(Patient.Phone), r.Phone, out var text)
            || !cipher.Find<Patient>(open, nameof(Patient.Phone), text, "NG").Any(index => index.AsSpan().SequenceEqual(r.PhoneIndex)));
    }
}
