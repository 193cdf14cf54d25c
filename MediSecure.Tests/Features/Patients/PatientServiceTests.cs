using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.ActivityLog;
using MediSecure.Data.Features.Patients;
using MediSecure.Tests.Access;
using MediSecure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Tests.Features.Patients;

public abstract class PatientServiceTests(TestDatabase db)
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    private static RegisterPatientForm Form(string? given = "Ngozi", string? family = "Okonkwo", string birthDate = "1990-05-06") =>
        new() { GivenName = given, FamilyName = family, Sex = Sex.Female, BirthDate = DateOnly.Parse(birthDate) };

    private static async Task<PatientRow> RegisterAsync(ActingPerson desk, RegisterPatientForm form, bool even = false)
    {
        var outcome = await desk.Service<PatientService>().RegisterAsync(Guid.CreateVersion7(), form, even, Ct);
        Assert.Null(outcome.Error);
        return Assert.IsType<PatientRow>(outcome.Value.Registered);
    }

    private static async Task<IReadOnlyList<string>> FoundAsync(ActingPerson desk, string text)
    {
        var matches = await desk.Service<PatientService>().SearchAsync(text, Ct);
        Assert.Null(matches.Error);
        return matches.Value.Rows.Select(r => r.Name).ToList();
    }

    [Theory]
    [InlineData("siob", "Siobhán O'Brien")]
    [InlineData("obrien", "Siobhán O'Brien")]
    [InlineData("O'Br", "Siobhán O'Brien")]
    [InlineData("brien siobhan", "Siobhán O'Brien")]
    [InlineData("olaoluwa", "Ọláolúwa")]
    [InlineData("ỌLÁOLÚWA", "Ọláolúwa")]
    [InlineData("laolu", "Ọláolúwa")]
    [InlineData("thompson oluwa", "Oluwadamilola Ayomide Adekunle-Thompson")]
    [InlineData("1955-02-11", "Oluwadamilola Ayomide Adekunle-Thompson")]
    [InlineData("adek 11/2/1955", "Oluwadamilola Ayomide Adekunle-Thompson")]
    [InlineData("0803 123 4567", "Siobhán O'Brien")]
    [InlineData("+2348031234567", "Siobhán O'Brien")]
    [InlineData("2348031234567", "Siobhán O'Brien")]
    [InlineData("123-4567 8901", "Siobhán O'Brien")]
    public async Task Search_finds_a_person_by_what_is_known_of_them(string typed, string name)
    {
        var desk = await db.People.ReceptionistAsync(await db.Given.OrganizationAsync());
        var brien = Form("Siobhán", "O'Brien", "1979-02-28");
        (brien.Phone, brien.NationalId) = ("+234 803 123 4567", "12345678901");
        await RegisterAsync(desk, brien);
        await RegisterAsync(desk, Form("Ọláolúwa", null, "2001-11-09"));
        var longest = Form("Oluwadamilola", "Adekunle-Thompson", "1955-02-11");
        longest.MiddleName = "Ayomide";
        await RegisterAsync(desk, longest);

        Assert.Equal([name], await FoundAsync(desk, typed));
    }

    [Fact]
    public async Task Search_finds_a_record_number_with_and_without_its_letters()
    {
        var desk = await db.People.ReceptionistAsync(await db.Given.OrganizationAsync());
        var patient = await RegisterAsync(desk, Form());
        var digits = patient.RecordNumber.Split('-')[1];

        Assert.Equal(["Ngozi Okonkwo"], await FoundAsync(desk, patient.RecordNumber.ToLowerInvariant()));
        Assert.Equal(["Ngozi Okonkwo"], await FoundAsync(desk, digits));
    }

    [Theory]
    [InlineData("%")]
    [InlineData("%%")]
    [InlineData("g_zi")]
    [InlineData("%gozi%")]
    [InlineData("' OR 1=1 --")]
    public async Task Signs_with_a_meaning_in_a_database_are_text(string typed)
    {
        var desk = await db.People.ReceptionistAsync(await db.Given.OrganizationAsync());
        await RegisterAsync(desk, Form());

        Assert.Equal(typed == "%gozi%" ? ["Ngozi Okonkwo"] : [], await FoundAsync(desk, typed));
    }

    [Fact]
    public async Task Search_shows_the_exact_word_first_and_says_when_there_are_more()
    {
        var desk = await db.People.ReceptionistAsync(await db.Given.OrganizationAsync());
        for (var i = 0; i < 8; i++)
        {
            await db.Given.PatientAsync(desk.OrganizationId, "Adebayo", $"Test{(char)('a' + i)}");
        }

        await db.Given.PatientAsync(desk.OrganizationId, "Ade", "Zuma");

        var matches = (await desk.Service<PatientService>().SearchAsync("ade", Ct, limit: 5)).Value;
        Assert.Equal(5, matches.Rows.Count);
        Assert.True(matches.More);
        Assert.Equal("Ade Zuma", matches.Rows[0].Name);
        Assert.False((await desk.Service<PatientService>().SearchAsync("ade", Ct, limit: 9)).Value.More);
    }

    [Fact]
    public async Task Search_never_gives_more_than_a_hundred_rows()
    {
        var desk = await db.People.ReceptionistAsync(await db.Given.OrganizationAsync());
        await db.AddAsync(desk.OrganizationId, [.. Enumerable.Range(0, 130).SelectMany(i => Rows(desk.OrganizationId, $"B-{i}", new PersonName("Bulk", $"Number{i}")))]);

        var matches = (await desk.Service<PatientService>().SearchAsync("bulk", Ct, limit: 1_000_000)).Value;
        Assert.Equal((100, true), (matches.Rows.Count, matches.More));

        static IEnumerable<object> Rows(Guid organization, string number, PersonName name)
        {
            var patient = new Patient(Guid.CreateVersion7(), organization, number, name, Sex.Male, new DateOnly(1970, 1, 1), TestDatabase.Start.UtcDateTime);
            return [patient, .. SearchText.Words(name.Display).Select(w => new PatientSearchWord(organization, patient.Id, w))];
        }
    }

    [Fact]
    public async Task Search_records_who_was_shown_and_not_what_was_typed()
    {
        var desk = await db.People.ReceptionistAsync(await db.Given.OrganizationAsync());
        var patient = await RegisterAsync(desk, Form());

        await FoundAsync(desk, "okonk");

        var recorded = await db.LookAsync(desk.OrganizationId, look => look.AuditEvents.AsNoTracking().SingleAsync(e => e.EventCode == nameof(Permission.SearchPatients)));
        Assert.Contains(patient.Id.ToString(), recorded.Changes!, StringComparison.Ordinal);
        Assert.Equal("1 word", recorded.Reason);
        Assert.DoesNotContain("okonk", recorded.Changes + recorded.Reason, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Nobody_of_another_organisation_is_found_or_opened()
    {
        var here = await db.People.ReceptionistAsync(await db.Given.OrganizationAsync());
        var there = await db.People.ReceptionistAsync(await db.Given.OrganizationAsync());
        var form = Form();
        form.Phone = "0803 555 0000";
        var theirs = await RegisterAsync(there, form);
        await RegisterAsync(here, Form("Ruth", "Bala")); // so that this organisation has numbers of its own

        foreach (var typed in new[] { "Ngozi", "gozi", "1990-05-06 okonkwo", "0803 555 0000", theirs.Name })
        {
            Assert.Empty(await FoundAsync(here, typed));
        }

        var service = here.Service<PatientService>();
        Assert.Equal(ErrorKind.NotFound, (await service.OpenAsync(theirs.Id, Ct)).Error?.Kind);
        Assert.Equal(ErrorKind.NotFound, (await service.GetAsync(theirs.Id, Ct)).Error?.Kind);
        Assert.Equal(ErrorKind.NotFound, (await service.EditAsync(theirs.Id, new EditPatientForm { GivenName = "Mine", Sex = Sex.Male, BirthDate = new DateOnly(1990, 1, 1) }, Ct)).Error?.Kind);
        Assert.Equal(ErrorKind.NotFound, (await service.OpenAsync(Guid.Empty, Ct)).Error?.Kind);
        Assert.Equal("Ngozi Okonkwo", (await there.Service<PatientService>().OpenAsync(theirs.Id, Ct)).Value.Name);
    }

    [Fact]
    public async Task Similar_people_of_another_organisation_are_not_asked_about()
    {
        var here = await db.People.ReceptionistAsync(await db.Given.OrganizationAsync());
        var there = await db.People.ReceptionistAsync(await db.Given.OrganizationAsync());
        await RegisterAsync(there, Form());

        await RegisterAsync(here, Form());
    }

    [Fact]
    public async Task Register_asks_about_a_similar_person_and_registers_when_told_so()
    {
        var desk = await db.People.ReceptionistAsync(await db.Given.OrganizationAsync());
        var first = await RegisterAsync(desk, Form("Ngozi", "Okonkwo"));
        var id = Guid.CreateVersion7();

        var asked = (await desk.Service<PatientService>().RegisterAsync(id, Form("Ngozy", "Okonkwo"), false, Ct)).Value;
        Assert.Null(asked.Registered);
        Assert.Equal(first, Assert.Single(asked.Similar));
        Assert.Equal(1, await db.LookAsync(desk.OrganizationId, look => look.Patients.CountAsync()));

        var told = (await desk.Service<PatientService>().RegisterAsync(id, Form("Ngozy", "Okonkwo"), true, Ct)).Value;
        Assert.Equal(id, told.Registered?.Id);
        Assert.Equal(Number(first) + 1, Number(told.Registered!)); // the question took no number
    }

    [Fact]
    public async Task Register_does_not_ask_about_another_birth_date()
    {
        var desk = await db.People.ReceptionistAsync(await db.Given.OrganizationAsync());
        await RegisterAsync(desk, Form());

        await RegisterAsync(desk, Form(birthDate: "1990-05-07"));
    }

    [Fact]
    public async Task Register_twice_with_one_id_registers_once()
    {
        var desk = await db.People.ReceptionistAsync(await db.Given.OrganizationAsync());
        var service = desk.Service<PatientService>();
        var id = Guid.CreateVersion7();

        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => service.RegisterAsync(id, Form(), false, Ct))));

        Assert.Single(both.Select(b => b.Value.Registered!.RecordNumber).Distinct());
        Assert.Equal(1, await db.LookAsync(desk.OrganizationId, look => look.Patients.CountAsync()));
        Assert.Equal("patient.id-taken", (await service.RegisterAsync(id, Form("Ruth", "Bala"), false, Ct)).Error?.Code);
    }

    [Fact]
    public async Task A_hundred_registrations_at_once_get_a_hundred_numbers_without_a_gap()
    {
        var desk = await db.People.ReceptionistAsync(await db.Given.OrganizationAsync());
        var service = desk.Service<PatientService>();

        // Every tenth is refused; refusals take no number.
        var results = await Task.WhenAll(Enumerable.Range(0, 110).Select(i => Task.Run(() =>
            service.RegisterAsync(Guid.CreateVersion7(), Form($"Given{(char)('a' + (i % 26))}", $"Family{i}", i % 11 == 10 ? "2050-01-01" : "1990-05-06"), true, Ct))));

        Assert.All(results.Where(r => r.Failed), r => Assert.Equal("patient.born-in-the-future", r.Error?.Code));
        var numbers = results.Where(r => !r.Failed).Select(r => Number(r.Value.Registered!)).Order().ToList();
        Assert.Equal(100, numbers.Count);
        Assert.Equal(Enumerable.Range(0, 100).Select(i => numbers[0] + i), numbers);
    }

    [Theory]
    [InlineData("2026-03-02", null)]
    [InlineData("2026-03-03", "patient.born-in-the-future")]
    [InlineData("1895-01-01", "patient.too-old")]
    public async Task Register_asks_the_calendar_of_the_organisation(string birthDate, string? code)
    {
        var desk = await db.People.ReceptionistAsync(await db.Given.OrganizationAsync());
        Assert.Equal(code, (await desk.Service<PatientService>().RegisterAsync(Guid.CreateVersion7(), Form(birthDate: birthDate), false, Ct)).Error?.Code);
    }

    [Fact]
    public async Task Register_keeps_text_as_it_was_typed()
    {
        var desk = await db.People.ReceptionistAsync(await db.Given.OrganizationAsync());
        var form = Form("  <img src=x onerror=alert(1)> ", new string('ọ', 200));
        (form.Address, form.Email, form.NextOfKinName) = ("1 Marina\nLagos", "a@example.com", "=cmd()");
        var patient = await RegisterAsync(desk, form);

        var detail = (await desk.Service<PatientService>().OpenAsync(patient.Id, Ct)).Value;
        Assert.Equal(("<img src=x onerror=alert(1)>", new string('ọ', 200)), (detail.Parts.Given, detail.Parts.Family));
        Assert.Equal(("1 Marina\nLagos", "a@example.com", "=cmd()"), (detail.Address, detail.Email, detail.NextOfKinName));
        Assert.Equal(35, detail.AgeYears);
    }

    [Fact]
    public async Task What_one_database_would_store_and_the_other_refuse_is_refused_by_both()
    {
        var desk = await db.People.ReceptionistAsync(await db.Given.OrganizationAsync());
        foreach (var name in new[] { "a\0b", "a" + (char)0xD800, "a\u202eb" })
        {
            Assert.Equal("GivenName", (await desk.Service<PatientService>().RegisterAsync(Guid.CreateVersion7(), Form(name), false, Ct)).Error?.Field);
            Assert.Empty(await FoundAsync(desk, name + "b"));
        }
    }

    [Fact]
    public async Task Edit_changes_the_name_and_what_finds_it()
    {
        var desk = await db.People.ReceptionistAsync(await db.Given.OrganizationAsync());
        var service = desk.Service<PatientService>();
        var patient = await RegisterAsync(desk, Form("Ngozi", "Okonkwo"));
        var version = (await service.OpenAsync(patient.Id, Ct)).Value.Version;

        var form = new EditPatientForm { GivenName = "Ngozi", FamilyName = "Bello-Musa", Sex = Sex.Other, BirthDate = new DateOnly(1991, 1, 2), Phone = "0803 111 2222", Version = version };
        Assert.Null((await service.EditAsync(patient.Id, form, Ct)).Error);

        Assert.Empty(await FoundAsync(desk, "okonkwo"));
        Assert.Equal(["Ngozi Bello-Musa"], await FoundAsync(desk, "musa"));
        Assert.Equal(["Ngozi Bello-Musa"], await FoundAsync(desk, "ngozi"));
        Assert.Equal(["Ngozi Bello-Musa"], await FoundAsync(desk, "+234 803 111 2222"));
        var recorded = await db.LookAsync(desk.OrganizationId, look => look.AuditEvents.AsNoTracking().SingleAsync(e => e.EventCode == nameof(Permission.EditPatient)));
        Assert.Contains("FamilyName", recorded.Changes!, StringComparison.Ordinal);
        Assert.DoesNotContain("Bello", recorded.Changes!, StringComparison.Ordinal);
        Assert.Equal(patient.Id, recorded.PatientId);
    }

    [Fact]
    public async Task Edit_refuses_a_version_that_somebody_else_has_changed()
    {
        var desk = await db.People.ReceptionistAsync(await db.Given.OrganizationAsync());
        var service = desk.Service<PatientService>();
        var patient = await RegisterAsync(desk, Form());
        var version = (await service.OpenAsync(patient.Id, Ct)).Value.Version;
        EditPatientForm By(string given) => new() { GivenName = given, FamilyName = "Okonkwo", Sex = Sex.Female, BirthDate = new DateOnly(1990, 5, 6), Version = version };

        Assert.Null((await service.EditAsync(patient.Id, By("First"), Ct)).Error);
        Assert.Equal(Error.Stale, (await service.EditAsync(patient.Id, By("Second"), Ct)).Error);
        Assert.Equal("First Okonkwo", (await service.RefreshAsync(patient.Id, Ct)).Value.Name);
    }

    [Fact]
    public async Task Two_edits_at_once_have_one_winner()
    {
        var desk = await db.People.ReceptionistAsync(await db.Given.OrganizationAsync());
        var service = desk.Service<PatientService>();
        var patient = await RegisterAsync(desk, Form());
        var version = (await service.OpenAsync(patient.Id, Ct)).Value.Version;

        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => service.EditAsync(patient.Id,
            new EditPatientForm { GivenName = $"Editor{i}", FamilyName = "Okonkwo", Sex = Sex.Female, BirthDate = new DateOnly(1990, 5, 6), Version = version }, Ct))));

        Assert.Single(results, r => !r.Failed);
        Assert.All(results.Where(r => r.Failed), r => Assert.Equal(Error.Stale, r.Error));
        var name = (await service.RefreshAsync(patient.Id, Ct)).Value.Name;
        var words = await db.LookAsync(desk.OrganizationId, look => look.PatientSearchWords.Where(w => w.PatientId == patient.Id).Select(w => w.Word).ToListAsync());
        Assert.Equal(SearchText.Words(name).Order(StringComparer.Ordinal), words.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_opening_is_recorded_once_and_a_refresh_is_not()
    {
        var organization = await db.Given.OrganizationAsync();
        var nurse = await db.People.NurseAsync(organization);
        var patient = await db.Given.PatientOfAsync(nurse);
        var service = nurse.Service<PatientService>();

        await service.OpenAsync(patient.Id, Ct);
        await service.RefreshAsync(patient.Id, Ct);
        await service.OpenAsync(patient.Id, Ct);

        var views = await db.LookAsync(organization, look => look.AuditEvents.AsNoTracking().Where(e => e.PatientId == patient.Id && e.ActorUserId == nurse.UserId).ToListAsync());
        Assert.Equal(2, views.Count);
        Assert.All(views, view => Assert.Equal((nameof(Permission.ViewPatient), AuditAction.Read, (Guid?)nurse.UserId), (view.EventCode, view.Action, view.ActorUserId)));
    }

    [Fact]
    public async Task A_patient_opens_their_own_record_and_no_other()
    {
        var organization = await db.Given.OrganizationAsync();
        var me = await db.People.PatientAsync(organization);
        var other = await db.Given.PatientAsync(organization);
        var service = me.Service<PatientService>();

        Assert.Equal(me.PatientId, (await service.OpenAsync(me.PatientId!.Value, Ct)).Value.Id);
        Assert.Equal(ErrorKind.NotFound, (await service.OpenAsync(other.Id, Ct)).Error?.Kind);
        await Assert.ThrowsAsync<AccessDeniedException>(() => service.SearchAsync("ada", Ct));
        Assert.Equal(1, await db.LookAsync(organization, look => look.AuditEvents.CountAsync(e => e.Outcome == AuditOutcome.Refused && e.EventCode == nameof(Permission.ViewPatient))));
    }

    private static long Number(PatientRow row) => long.Parse(row.RecordNumber.Split('-')[1]);
}

public sealed class PatientServiceOnSqlite(SqliteDatabase db) : PatientServiceTests(db), IClassFixture<SqliteDatabase>;

public sealed class PatientServiceOnPostgres(PostgresDatabase db) : PatientServiceTests(db), IClassFixture<PostgresDatabase>;
