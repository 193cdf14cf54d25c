using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Certificates;
using MediSecure.Data.Features.Encounters;
using MediSecure.Data.Features.Patients;
using MediSecure.Data.Features.Timeline;
using MediSecure.Data.Persistence;
using MediSecure.Tests.Access;
using MediSecure.Tests.Features.ClinicalNotes;
using MediSecure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Tests.Features.Certificates;

/// <summary>A legal call of every operation of certificates.</summary>
public sealed class CertificateOperationCases : IOperationCases
{
    public IEnumerable<OperationCase> Cases =>
    [
        Of(nameof(CertificateService.ListAsync), Permission.ViewCertificates, async (s, patient, _, _) => await s.ListAsync(patient, default)),
        Of(nameof(CertificateService.ReadAsync), Permission.ViewCertificates, async (s, patient, id, _) => await s.ReadAsync(patient, id, default)),
        Of(nameof(CertificateService.ChoicesAsync), Permission.IssueCertificate, async (s, patient, _, _) => await s.ChoicesAsync(patient, default)),
        Of(nameof(CertificateService.IssueAsync), Permission.IssueCertificate, (s, patient, _, today) =>
            s.IssueAsync(patient, Sent.Form(new IssueCertificateForm { Kind = CertificateKind.SickNote, From = today, Until = today.AddDays(2) }), default)),
        Of(nameof(CertificateService.RevokeAsync), Permission.IssueCertificate, (s, patient, id, _) => s.RevokeAsync(patient, Sent.Form(new RevokeCertificateForm { CertificateId = id, Reason = "Wrong dates" }), default)),
    ];

    private static OperationCase Of(string method, Permission permission, Func<CertificateService, Guid, Guid, DateOnly, Task<Result>> call) =>
        new($"{nameof(CertificateService)}.{method}", permission, async (world, person) =>
        {
            var patientId = person.PatientId ?? Guid.CreateVersion7();
            var doctor = world.As(Role.Doctor);
            await world.GivenAsync(async open =>
            {
                if (person.PatientId is null)
                {
                    open.Add(new Patient(patientId, world.OrganizationId, $"S-{Guid.NewGuid():N}"[..18], new PersonName("Ada", "Certified"), Sex.Female, new DateOnly(1980, 1, 2), world.Clock.GetUtcNow().UtcDateTime));
                }

                foreach (var staff in await open.StaffMembers.Where(s => s.UserId == doctor.UserId || s.UserId == person.UserId).ToListAsync())
                {
                    staff.Describe(staff.Name, staff.Specialty, "MDCN-1", null, staff.IsBookable);
                }
            });
            await world.TreatsAsync(person, patientId);
            await world.TreatsAsync(doctor, patientId);
            var today = DateOnly.FromDateTime(world.Clock.GetUtcNow().UtcDateTime);
            var form = new IssueCertificateForm { Kind = CertificateKind.SickNote, From = today, Until = today };
            NoteScene.Ok(await doctor.Service<CertificateService>().IssueAsync(patientId, form, default));
            return () => call(person.Service<CertificateService>(), patientId, form.Id, today);
        });
}

/// <summary>Certificates on the real services and a real database.</summary>
public abstract class CertificateServiceTests(TestDatabase db)
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    private DateOnly Today => DateOnly.FromDateTime(db.Now.AddHours(1)); // Lagos

    internal static async Task<ActingPerson> LicensedAsync(TestDatabase db, Guid organization, DateOnly? expires = null)
    {
        var doctor = await db.People.DoctorAsync(organization, "Dr Ada Test");
        await db.GivenAsync(async open => (await open.StaffMembers.SingleAsync(s => s.UserId == doctor.UserId)).Describe("Dr Ada Test", null, "MDCN-77", expires, true), organization);
        return doctor;
    }

    private async Task<(ActingPerson Doctor, Patient Patient)> SceneAsync()
    {
        var doctor = await LicensedAsync(db, await db.Given.OrganizationAsync());
        return (doctor, await db.Given.PatientOfAsync(doctor, "Ngozi", "Obi"));
    }

    private IssueCertificateForm Form(int days = 3) => new() { Kind = CertificateKind.SickNote, From = Today, Until = Today.AddDays(days - 1) };

    [Fact]
    public async Task A_sick_note_is_issued_numbered_read_by_the_patient_and_stands_in_the_timeline()
    {
        var (doctor, patient) = await SceneAsync();
        var service = doctor.Service<CertificateService>();
        var form = Form();
        form.EncounterId = Assert.Single((await service.ChoicesAsync(patient.Id, Ct)).Value.Visits).Id;
        NoteScene.Ok(await service.IssueAsync(patient.Id, form, Ct));
        NoteScene.Ok(await service.IssueAsync(patient.Id, form, Ct)); // pressed twice
        NoteScene.Ok(await service.IssueAsync(patient.Id, Form(), Ct));

        var own = await db.People.PatientAsync(doctor.OrganizationId, patient.Id);
        var rows = (await own.Service<CertificateService>().ListAsync(patient.Id, Ct)).Value;
        Assert.Equal([$"{Today.Year}-000002", $"{Today.Year}-000001"], rows.Select(r => r.Serial));
        var read = (await own.Service<CertificateService>().ReadAsync(patient.Id, form.Id, Ct)).Value;
        Assert.Contains("Ngozi Obi", read.Text, StringComparison.Ordinal);
        Assert.Contains("Dr Ada Test, licence MDCN-77", read.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Diagnosis", read.Text, StringComparison.Ordinal);
        Assert.Matches("^[2-9A-Z]{8}$", read.Code);
        Assert.Contains((await own.Service<TimelineService>().LatestAsync(patient.Id, Ct)).Value.Entries, e => e.Id == form.Id && e.Kind == TimelineKind.Certificate && !e.Struck);
        var log = await db.LookAsync(doctor.OrganizationId, look => look.AuditEvents.Where(e => e.PatientId == patient.Id).ToListAsync());
        Assert.Contains(log, e => e.EventCode == nameof(Permission.IssueCertificate) && e.EntityId == form.Id);
        Assert.Contains(log, e => e.EventCode == nameof(Permission.ViewCertificates) && e.EntityId == form.Id && e.ActorUserId == own.UserId);
    }

    [Fact]
    public async Task What_was_issued_does_not_change_whoever_tries_and_is_revoked_once_with_a_reason()
    {
        var (doctor, patient) = await SceneAsync();
        var service = doctor.Service<CertificateService>();
        var form = Form();
        NoteScene.Ok(await service.IssueAsync(patient.Id, form, Ct));
        var text = (await service.ReadAsync(patient.Id, form.Id, Ct)).Value.Text;
        foreach (var change in (Func<MediSecureDbContext, Certificate, object>[])[
            (open, c) => open.Remove(c),
            (open, c) => open.Entry(c).Property(x => x.UntilOn).CurrentValue = c.UntilOn.AddDays(30),
            (open, c) => open.Entry(c).Property(x => x.Number).CurrentValue = 99,
            (open, c) => open.Entry(c).Property(x => x.IssuedAt).CurrentValue = c.IssuedAt.AddDays(-1),
            (open, c) => open.Entry(c).Property(x => x.Text).CurrentValue = new EncryptedText([.. c.Text.Bytes[..^1], (byte)(c.Text.Bytes[^1] ^ 1)]),
        ])
        {
            var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => db.GivenAsync(async open => change(open, await open.Certificates.SingleAsync(c => c.Id == form.Id)), doctor.OrganizationId));
            Assert.Contains("certificate.frozen", refusal.Message, StringComparison.Ordinal);
        }

        NoteScene.Ok(await service.RevokeAsync(patient.Id, new() { CertificateId = form.Id, Reason = "Wrong dates" }, Ct));
        Assert.Equal("certificate.revoked-already", (await service.RevokeAsync(patient.Id, new() { CertificateId = form.Id, Reason = "Again" }, Ct)).Error?.Code);
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.GivenAsync(async open =>
        {
            var entry = open.Entry(await open.Certificates.SingleAsync(c => c.Id == form.Id));
            (entry.Property(c => c.Status).CurrentValue, entry.Property(c => c.RevokedAt).CurrentValue, entry.Property(c => c.RevokedBy).CurrentValue, entry.Property(c => c.RevokeReason).CurrentValue) = (CertificateStatus.Issued, null, null, null);
        }, doctor.OrganizationId));
        var read = (await service.ReadAsync(patient.Id, form.Id, Ct)).Value;
        Assert.Equal((CertificateStatus.Revoked, "Wrong dates", text, "Dr Ada Test"), (read.Row.Status, read.Row.RevokeReason, read.Text, read.Revoker));
    }

    [Fact]
    public async Task The_diagnosis_is_printed_only_when_the_patient_agrees()
    {
        var (doctor, patient) = await SceneAsync();
        var service = doctor.Service<CertificateService>();
        var visit = (await service.ChoicesAsync(patient.Id, Ct)).Value.Visits.Single().Id;
        var diagnosis = new EncounterDiagnosis(Guid.CreateVersion7(), doctor.OrganizationId, patient.Id, visit, "J06.9", "Acute upper respiratory infection", DiagnosisRank.Primary, doctor.UserId, db.Now);
        await db.AddAsync(doctor.OrganizationId, diagnosis);
        var form = Form();
        form.DiagnosisId = diagnosis.Id;
        Assert.Equal("certificate.not-agreed", (await service.IssueAsync(patient.Id, form, Ct)).Error?.Code);
        (form.PatientAgrees, form.DiagnosisId) = (true, null);
        Assert.Equal("certificate.no-diagnosis", (await service.IssueAsync(patient.Id, form, Ct)).Error?.Code);
        form.DiagnosisId = Guid.NewGuid();
        Assert.Equal("certificate.no-diagnosis", (await service.IssueAsync(patient.Id, form, Ct)).Error?.Code);
        form.DiagnosisId = diagnosis.Id;
        NoteScene.Ok(await service.IssueAsync(patient.Id, form, Ct));
        Assert.Contains("Acute upper respiratory infection (J06.9)", (await service.ReadAsync(patient.Id, form.Id, Ct)).Value.Text, StringComparison.Ordinal);
        Assert.Equal([true], await db.LookAsync(doctor.OrganizationId, look => look.Certificates.Select(c => c.ShowsDiagnosis).ToListAsync())); // and no refused one took a number
        Assert.Equal(1, await db.LookAsync(doctor.OrganizationId, look => look.CertificateCounters.Select(c => c.Last).SingleAsync()));
    }

    [Fact]
    public async Task Who_has_no_licence_or_one_that_ran_out_certifies_nothing_nor_does_anybody_for_the_dead()
    {
        var organization = await db.Given.OrganizationAsync();
        foreach (var (doctor, code) in new (ActingPerson, string?)[] { (await db.People.DoctorAsync(organization), "certificate.no-licence"), (await LicensedAsync(db, organization, Today.AddDays(-1)), "certificate.licence-expired"), (await LicensedAsync(db, organization, Today), null) })
        {
            var patient = await db.Given.PatientOfAsync(doctor);
            Assert.Equal(code, (await doctor.Service<CertificateService>().IssueAsync(patient.Id, Form(), Ct)).Error?.Code);
            Assert.Equal(code is null, (await doctor.Service<CertificateService>().ChoicesAsync(patient.Id, Ct)).Value.Obstacle is null);
            if (code is null)
            {
                await db.GivenAsync(async open => (await open.Patients.SingleAsync(p => p.Id == patient.Id)).RecordDeath(db.Now), organization);
                Assert.Equal("certificate.deceased", (await doctor.Service<CertificateService>().IssueAsync(patient.Id, Form(), Ct)).Error?.Code);
            }
        }
    }

    [Fact]
    public async Task Others_find_nothing_and_issue_nothing()
    {
        var (doctor, patient) = await SceneAsync();
        var form = Form();
        NoteScene.Ok(await doctor.Service<CertificateService>().IssueAsync(patient.Id, form, Ct));
        var stranger = db.AsStranger(Role.Doctor).Service<CertificateService>();
        Assert.Equal(Error.NotFound, (await stranger.ReadAsync(patient.Id, form.Id, Ct)).Error);
        Assert.Equal(Error.NotFound, (await stranger.RevokeAsync(patient.Id, new() { CertificateId = form.Id, Reason = "x" }, Ct)).Error);
        var colleague = await LicensedAsync(db, doctor.OrganizationId);
        Assert.Equal(ChartErrors.NotYourPatient, (await colleague.Service<CertificateService>().IssueAsync(patient.Id, Form(), Ct)).Error);
        var other = await db.Given.PatientOfAsync(doctor);
        Assert.Equal(Error.NotFound, (await doctor.Service<CertificateService>().ReadAsync(other.Id, form.Id, Ct)).Error);
        Assert.Equal("certificate.no-such-visit", (await doctor.Service<CertificateService>().IssueAsync(other.Id, new() { Kind = CertificateKind.SickNote, From = Today, Until = Today, EncounterId = Guid.NewGuid() }, Ct)).Error?.Code);
        var nurse = await db.People.NurseAsync(doctor.OrganizationId);
        await db.Given.TreatsAsync(nurse, patient.Id);
        Assert.Null((await nurse.Service<CertificateService>().ReadAsync(patient.Id, form.Id, Ct)).Error);
        await Assert.ThrowsAsync<AccessDeniedException>(() => nurse.Service<CertificateService>().IssueAsync(patient.Id, Form(), Ct));
    }
}

public sealed class CertificateServiceOnSqlite(SqliteDatabase db) : CertificateServiceTests(db), IClassFixture<SqliteDatabase>;

public sealed class CertificateServiceOnPostgres(PostgresDatabase db) : CertificateServiceTests(db), IClassFixture<PostgresDatabase>;

/// <summary>Fifty at once: numbers without a gap and without a double.</summary>
public abstract class CertificateRaceTests(TestDatabase db)
{
    [Fact]
    public async Task Fifty_certificates_at_once_have_fifty_consecutive_numbers()
    {
        var organization = await db.Given.OrganizationAsync();
        var doctor = await CertificateServiceTests.LicensedAsync(db, organization);
        var patients = new List<Patient>();
        for (var i = 0; i < 5; i++)
        {
            patients.Add(await db.Given.PatientOfAsync(doctor));
        }

        var today = DateOnly.FromDateTime(db.Now);
        var services = Enumerable.Range(0, 60).Select(_ => db.Begin(doctor.UserId, organization, doctor.StaffMemberId, null).Service<CertificateService>()).ToList();
        // Every sixth is refused: it takes no number.
        var results = await Task.WhenAll(services.Select((service, i) => Task.Run(() => service.IssueAsync(patients[i % 5].Id,
            new() { Kind = CertificateKind.SickNote, From = today, Until = today.AddDays(i % 6 == 5 ? -1 : 1) }, default))));
        Assert.Equal(50, results.Count(r => !r.Failed));
        Assert.All(results.Where(r => r.Failed), r => Assert.Equal("certificate.ends-before-it-begins", r.Error!.Code));
        Assert.Equal(Enumerable.Range(1, 50), await db.LookAsync(organization, look => look.Certificates.OrderBy(c => c.Number).Select(c => c.Number).ToListAsync()));
    }
}

public sealed class CertificateRaceOnSqlite(SqliteDatabase db) : CertificateRaceTests(db), IClassFixture<SqliteDatabase>;

public sealed class CertificateRaceOnPostgres(PostgresDatabase db) : CertificateRaceTests(db), IClassFixture<PostgresDatabase>;
