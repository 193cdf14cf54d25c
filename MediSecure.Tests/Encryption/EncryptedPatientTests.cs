using System.Text;
using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.ActivityLog;
using MediSecure.Data.Features.Patients;
using MediSecure.Data.Persistence;
using MediSecure.Data.Persistence.Encryption;
using MediSecure.Tests.Access;
using MediSecure.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MediSecure.Tests.Encryption;

/// <summary>Contact data and national id of patients, through the services and in the database, on both.</summary>
public abstract class EncryptedPatientTests(TestDatabase db)
{
    private static readonly CancellationToken Ct = CancellationToken.None;
    private static int _number = 70_000_000;

    private DatabaseSource Source => db.Services.GetRequiredService<DatabaseSource>();

    private static RegisterPatientForm Form(string given = "Canary")
    {
        var number = Interlocked.Increment(ref _number);
        return new()
        {
            GivenName = given, FamilyName = $"Encrypted{number}", Sex = Sex.Female, BirthDate = new DateOnly(1990, 5, 6), Phone = $"+234 80 {number}", Email = $"canary{number}@example.com",
            Address = $"{number} Canary Wharf\nLagos", NextOfKinName = $"Kin of canary {number}", NextOfKinPhone = $"0813 {number}", NationalId = $"{number}123",
        };
    }

    private async Task<(ActingPerson Desk, PatientRow Patient)> RegisterAsync(RegisterPatientForm form, ActingPerson? at = null)
    {
        var desk = at ?? await db.People.ReceptionistAsync(await db.Given.OrganizationAsync());
        var outcome = await desk.Service<PatientService>().RegisterAsync(Guid.CreateVersion7(), form, true, Ct);
        Assert.Null(outcome.Error);
        return (desk, outcome.Value.Registered!);
    }

    private Task<Patient> StoredAsync(ActingPerson desk, Guid id) => db.LookAsync(look => look.Patients.AsNoTracking().SingleAsync(p => p.Id == id), desk.OrganizationId);

    private static async Task<EditPatientForm> EditAsync(ActingPerson desk, Guid id)
    {
        var now = (await desk.Service<PatientService>().OpenAsync(id, Ct)).Value;
        return new EditPatientForm
        {
            GivenName = now.Parts.Given, FamilyName = now.Parts.Family, Sex = now.Sex, BirthDate = now.BirthDate, Phone = now.Phone, Email = now.Email, Address = now.Address, NextOfKinName = now.NextOfKinName,
            NextOfKinPhone = now.NextOfKinPhone, NationalId = now.NationalId, Version = now.Version,
        };
    }

    [Fact]
    public async Task What_was_written_is_read_and_nothing_of_it_lies_in_the_database()
    {
        var form = Form();
        var (desk, patient) = await RegisterAsync(form);
        var detail = (await desk.Service<PatientService>().OpenAsync(patient.Id, Ct)).Value;
        Assert.Equal((form.Phone, form.Email, form.Address), (detail.Phone, detail.Email, detail.Address));
        Assert.Equal((form.NextOfKinName, form.NextOfKinPhone, form.NationalId, false), (detail.NextOfKinName, detail.NextOfKinPhone, detail.NationalId, detail.Unreadable));

        var stored = await StoredAsync(desk, patient.Id);
        var texts = new[] { form.Phone!, form.Email!, form.Address!, form.NextOfKinName!, form.NextOfKinPhone!, form.NationalId! };
        EncryptedText?[] values = [stored.Phone, stored.Email, stored.Address, stored.NextOfKinName, stored.NextOfKinPhone, stored.NationalId];
        Assert.All(values.Zip(texts), pair => Assert.Equal(33 + Encoding.UTF8.GetByteCount(pair.Second), pair.First!.Bytes.Length));
        Assert.Equal((16, 16), (stored.PhoneIndex!.Length, stored.NationalIdIndex!.Length));
        await AssertNowhereAsync(texts);
    }

    /// <summary>Nothing of these texts is in the raw content of the database.</summary>
    protected abstract Task AssertNowhereAsync(IReadOnlyList<string> texts);

    [Fact]
    public async Task A_save_that_changes_one_field_leaves_the_bytes_of_the_others()
    {
        var (desk, patient) = await RegisterAsync(Form());
        var before = await StoredAsync(desk, patient.Id);
        var form = await EditAsync(desk, patient.Id);
        form.Email = "changed@example.com";
        Assert.Null((await desk.Service<PatientService>().EditAsync(patient.Id, form, Ct)).Error);

        var after = await StoredAsync(desk, patient.Id);
        Assert.Equal((before.Phone, before.Address, before.NationalId), (after.Phone, after.Address, after.NationalId));
        Assert.NotEqual(before.Email, after.Email);
        var changes = await db.LookAsync(look => look.AuditEvents.Where(e => e.EventCode == nameof(Permission.EditPatient) && e.PatientId == patient.Id).Select(e => e.Changes).SingleAsync(), desk.OrganizationId);
        Assert.Contains("Email", changes, StringComparison.Ordinal);
        Assert.DoesNotContain("Phone", changes, StringComparison.Ordinal);
        Assert.DoesNotContain("changed@", changes, StringComparison.Ordinal);

        form = await EditAsync(desk, patient.Id);
        form.Phone = null;
        Assert.Null((await desk.Service<PatientService>().EditAsync(patient.Id, form, Ct)).Error);
        after = await StoredAsync(desk, patient.Id);
        Assert.Equal((null, null), (after.Phone, after.PhoneIndex));
    }

    [Fact]
    public async Task One_patient_of_an_organisation_has_a_national_id_however_it_is_written()
    {
        var form = Form("First");
        form.NationalId = "ab 123-456 78";
        var (desk, _) = await RegisterAsync(form);
        var service = desk.Service<PatientService>();

        var second = Form("Second");
        second.NationalId = "AB12345678";
        var refused = await service.RegisterAsync(Guid.CreateVersion7(), second, true, Ct);
        Assert.Equal(PatientErrors.NationalIdTaken, refused.Error);

        second.NationalId = "AB12345679";
        var (_, other) = await RegisterAsync(second, desk);
        var edit = await EditAsync(desk, other.Id);
        edit.NationalId = "ab-12345678";
        Assert.Equal(PatientErrors.NationalIdTaken, (await service.EditAsync(other.Id, edit, Ct)).Error);
        Assert.Equal("First", Assert.Single((await service.SearchAsync("AB 12345678", Ct)).Value.Rows).Name.Split(' ')[0]);

        form.NationalId = "AB12345678"; // elsewhere it is another register
        await RegisterAsync(form);
    }

    [Fact]
    public async Task Many_registrations_of_one_national_id_at_once_have_one_winner()
    {
        var desk = await db.People.ReceptionistAsync(await db.Given.OrganizationAsync());
        var results = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => Task.Run(() =>
        {
            var form = Form();
            form.NationalId = "ONE-1234567";
            return desk.Service<PatientService>().RegisterAsync(Guid.CreateVersion7(), form, true, Ct);
        })));
        Assert.Single(results, r => !r.Failed);
        Assert.All(results.Where(r => r.Failed), r => Assert.Equal(PatientErrors.NationalIdTaken, r.Error));
    }

    [Fact]
    public async Task A_value_that_was_put_into_another_row_is_refused_and_reported()
    {
        var (desk, one) = await RegisterAsync(Form());
        var (_, other) = await RegisterAsync(Form(), desk);
        var (first, second) = (await StoredAsync(desk, one.Id), await StoredAsync(desk, other.Id));
        await SetPhoneAsync(desk, one.Id, second.Phone!.Bytes);
        await SetPhoneAsync(desk, other.Id, first.Phone!.Bytes);

        foreach (var patient in new[] { one, other })
        {
            var detail = (await desk.Service<PatientService>().OpenAsync(patient.Id, Ct)).Value;
            Assert.True(detail.Unreadable);
            Assert.Null(detail.Phone);
            Assert.NotNull(detail.Email); // the rest is there
            var alarm = await AlarmAsync(desk, patient.Id);
            Assert.Equal((AuditOutcome.Failed, (Guid?)patient.Id, (Guid?)desk.UserId), (alarm.Outcome, alarm.PatientId, alarm.ActorUserId));
            Assert.Equal("Patients.Phone: it was changed, or belongs to another field", alarm.Reason);
            Assert.Null(alarm.Changes);
        }

        // Nor is it written over by a form that was shown without it.
        var form = await EditAsync(desk, one.Id);
        Assert.Equal(UnreadableFieldException.Refusal, (await desk.Service<PatientService>().EditAsync(one.Id, form, Ct)).Error);
        Assert.Equal(second.Phone, (await StoredAsync(desk, one.Id)).Phone);
    }

    [Fact]
    public async Task A_destroyed_key_takes_one_organisation_and_no_other()
    {
        var (here, mine) = await RegisterAsync(Form());
        var (there, theirs) = await RegisterAsync(Form());
        await db.ArrangeAsync(here.OrganizationId, async open =>
            (await open.OrganizationKeys.SingleAsync(k => k.Purpose == KeyPurpose.Data)).Become(KeyState.Destroyed, db.Now));
        Source.Keys.Forget();

        var detail = (await here.Service<PatientService>().OpenAsync(mine.Id, Ct)).Value;
        Assert.True(detail.Unreadable);
        Assert.All([detail.Phone, detail.Email, detail.Address, detail.NextOfKinName, detail.NextOfKinPhone, detail.NationalId], Assert.Null);
        Assert.Equal("Patients.Phone: its key is gone", (await AlarmAsync(here, mine.Id)).Reason![..31]);
        Assert.False((await there.Service<PatientService>().OpenAsync(theirs.Id, Ct)).Value.Unreadable);
    }

    [Fact]
    public async Task No_persons_request_reads_keys()
    {
        var organization = await db.Given.OrganizationAsync();
        Assert.Equal(2, await db.LookAsync(look => look.OrganizationKeys.CountAsync(), organization));
        var administrator = await db.People.AdministratorAsync(organization);
        await using var open = await administrator.Doors.OpenAsync(Permission.ViewOrganizations, Ct);
        Assert.Equal(0, await open.OrganizationKeys.CountAsync());
        if (open.Provider == DatabaseProvider.PostgreSql)
        {
            Assert.Equal(0, await open.OrganizationKeys.IgnoreQueryFilters().CountAsync()); // the policy
        }
    }

    [Fact]
    public async Task An_organisation_that_a_person_makes_has_keys_from_the_first_moment()
    {
        var administrator = await db.People.AdministratorAsync(await db.Given.OrganizationAsync());
        var form = new Data.Features.Organizations.CreateOrganizationForm { Name = "New", Type = Data.Features.Organizations.OrganizationType.Clinic, TimeZone = "Africa/Lagos", Currency = "NGN", Country = "NG", RecordNumberPrefix = "NW" };
        Assert.Null((await administrator.Service<Data.Features.Organizations.OrganizationService>().CreateAsync(form, Ct)).Error);
        var desk = await db.People.ReceptionistAsync(form.Id);
        var (_, patient) = await RegisterAsync(Form(), desk);
        Assert.False((await desk.Service<PatientService>().OpenAsync(patient.Id, Ct)).Value.Unreadable);
    }

    private Task SetPhoneAsync(ActingPerson desk, Guid id, byte[] bytes) =>
        db.ArrangeAsync(desk.OrganizationId, open => open.Database.ExecuteSqlAsync($"UPDATE \"Patients\" SET \"Phone\" = {bytes} WHERE \"Id\" = {id}"));

    /// <summary>Recorded beside the read, so it is waited for.</summary>
    private async Task<AuditEvent> AlarmAsync(ActingPerson desk, Guid id)
    {
        for (var tries = 0; ; tries++)
        {
            var alarms = await db.LookAsync(look => look.AuditEvents.AsNoTracking().Where(e => e.EventCode == ActivityWords.UnreadableField && e.EntityId == id).OrderByDescending(e => e.Reason).ToListAsync(), desk.OrganizationId);
            if (alarms.Count > 0 && alarms[0].Reason!.StartsWith("Patients.Phone", StringComparison.Ordinal))
            {
                return alarms[0];
            }

            Assert.True(tries < 200, "no alarm was recorded");
            await Task.Delay(25);
        }
    }
}

public sealed class EncryptedPatientOnSqlite(SqliteDatabase db) : EncryptedPatientTests(db), IClassFixture<SqliteDatabase>
{
    private readonly SqliteDatabase _db = db;

    protected override async Task AssertNowhereAsync(IReadOnlyList<string> texts)
    {
        var file = Path.Combine(Path.GetTempPath(), $"canary-{Guid.NewGuid():N}.db");
        await using (var look = _db.Unscoped())
        {
            await using var to = new SqliteConnection($"Data Source={file};Pooling=False");
            await look.Database.OpenConnectionAsync();
            ((SqliteConnection)look.Database.GetDbConnection()).BackupDatabase(to);
        }

        var bytes = await File.ReadAllBytesAsync(file, CancellationToken.None);
        File.Delete(file);
        Assert.True(bytes.AsSpan().IndexOf("Encrypted7"u8) >= 0, "names are clear: they must be found");
        Assert.All(texts, text => Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) < 0, text));
    }
}

public sealed class EncryptedPatientOnPostgres(PostgresDatabase db) : EncryptedPatientTests(db), IClassFixture<PostgresDatabase>
{
    private readonly PostgresDatabase _db = db;

    protected override async Task AssertNowhereAsync(IReadOnlyList<string> texts)
    {
        var dump = await Dump.TextAsync(_db.Connections.Admin);
        Assert.Contains("Encrypted7", dump, StringComparison.Ordinal); // names are clear: they must be found
        Assert.All(texts, text =>
        {
            Assert.DoesNotContain(text, dump, StringComparison.Ordinal);
            Assert.DoesNotContain(Convert.ToHexString(Encoding.UTF8.GetBytes(text)), dump, StringComparison.OrdinalIgnoreCase); // bytes are dumped as hex
        });
    }
}
