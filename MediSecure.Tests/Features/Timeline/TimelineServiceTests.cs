using System.Diagnostics;
using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Allergies;
using MediSecure.Data.Features.Appointments;
using MediSecure.Data.Features.Beds;
using MediSecure.Data.Features.CarePlans;
using MediSecure.Data.Features.ClinicalNotes;
using MediSecure.Data.Features.Deaths;
using MediSecure.Data.Features.EmergencyAccess;
using MediSecure.Data.Features.Encounters;
using MediSecure.Data.Features.History;
using MediSecure.Data.Features.Nutrition;
using MediSecure.Data.Features.Patients;
using MediSecure.Data.Features.Problems;
using MediSecure.Data.Features.Timeline;
using MediSecure.Data.Features.Triage;
using MediSecure.Data.Features.Vitals;
using MediSecure.Tests.Access;
using MediSecure.Tests.Features.Allergies;
using MediSecure.Tests.Features.ClinicalNotes;
using MediSecure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Tests.Features.Timeline;

public sealed class TimelineOperationCases : IOperationCases
{
    public IEnumerable<OperationCase> Cases =>
    [
        new("TimelineService.LatestAsync", Permission.ViewTimeline, async (world, person) =>
        {
            var patient = person.PatientId ?? await AllergyOperationCases.PatientAsync(world, person);
            return async () => await person.Service<TimelineService>().LatestAsync(patient, default);
        }),
        new("TimelineService.OlderAsync", Permission.ViewTimeline, async (world, person) =>
        {
            var patient = person.PatientId ?? await AllergyOperationCases.PatientAsync(world, person);
            return async () => await person.Service<TimelineService>().OlderAsync(patient, world.Clock.GetUtcNow().UtcDateTime, default);
        }),
    ];
}

public abstract class TimelineServiceTests(TestDatabase db)
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    private async Task<(ActingPerson Doctor, Guid Patient)> SceneAsync(int visits, Func<int, DateTime> when)
    {
        var organization = await db.Given.OrganizationAsync();
        var doctor = await db.People.DoctorAsync(organization);
        var patient = (await db.Given.PatientAsync(organization)).Id;
        await db.AddAsync(organization, [.. Enumerable.Range(0, visits).Select(i => Encounter.Visit(Guid.CreateVersion7(), organization, patient, when(i), doctor.StaffMemberId!.Value, null, $"Visit {i}"))]);
        return (doctor, patient);
    }

    [Fact]
    public async Task The_last_thirty_days_come_first_then_fifty_at_a_time_without_a_gap_or_a_repeat()
    {
        var (doctor, patient) = await SceneAsync(130, i => db.Now.AddDays(-i));
        var service = doctor.Service<TimelineService>();
        var first = (await service.LatestAsync(patient, Ct)).Value;
        Assert.Equal(31, first.Entries.Count); // today and thirty days back
        var all = first.Entries.ToList();
        var sizes = new List<int>();
        for (var before = first.OlderBefore; before is { } next;)
        {
            var page = (await service.OlderAsync(patient, next, Ct)).Value;
            sizes.Add(page.Entries.Count);
            all.AddRange(page.Entries);
            before = page.OlderBefore;
        }

        Assert.Equal([50, 49], sizes);
        Assert.Equal(130, all.Select(entry => entry.Id).Distinct().Count());
        Assert.Equal(all.OrderByDescending(entry => entry.At).Select(entry => entry.Id), all.Select(entry => entry.Id));
    }

    [Fact]
    public async Task Visits_problems_and_allergies_stand_in_one_line_each_as_far_as_its_own_permission_goes()
    {
        var (doctor, patient) = await SceneAsync(1, _ => db.Now.AddHours(-3));
        await doctor.Service<AllergyService>().RecordAsync(patient, new RecordAllergyForm { Substance = "Penicillin", Category = AllergyCategory.Medication, Reaction = ReactionKind.Rash }, Ct);
        db.Clock.Advance(TimeSpan.FromMinutes(1));
        await doctor.Service<ProblemService>().RecordAsync(patient, new RecordProblemForm { Code = "I10" }, Ct);
        var row = Assert.Single((await doctor.Service<ProblemService>().ListAsync(patient, Ct)).Value);
        await doctor.Service<ProblemService>().EnterInErrorAsync(patient, new VoidProblemForm { ProblemId = row.Id, Version = row.Version, Reason = "x" }, Ct);

        var seen = (await doctor.Service<TimelineService>().LatestAsync(patient, Ct)).Value;
        Assert.Equal([("Problem: Essential (primary) hypertension", true), ("Allergy: Penicillin", false), ("Visit", false)], seen.Entries.Select(entry => (entry.Title, entry.Struck)));
        Assert.Null(seen.OlderBefore);
        var own = await db.People.PatientAsync(doctor.OrganizationId, patient);
        Assert.Equal(3, (await own.Service<TimelineService>().LatestAsync(patient, Ct)).Value.Entries.Count);
        var other = await db.People.PatientAsync(doctor.OrganizationId);
        Assert.Equal(Error.NotFound, (await other.Service<TimelineService>().LatestAsync(patient, Ct)).Error);
        Assert.Equal(Error.NotFound, (await db.AsStranger(Role.Doctor).Service<TimelineService>().LatestAsync(patient, Ct)).Error);
        Assert.Equal(1, await db.LookAsync(doctor.OrganizationId, look => look.AuditEvents.CountAsync(e => e.ActorUserId == own.UserId && e.EventCode == nameof(Permission.ViewTimeline) && e.PatientId == patient)));
    }

    /// <summary>What is known by its day stands under that day, however late it was typed, and is whole at the end of a page though fifty fit and more happened on one day.</summary>
    [Fact]
    public async Task What_has_a_day_stands_under_it_and_a_page_takes_the_whole_of_a_day()
    {
        var (doctor, patient) = await SceneAsync(30, i => db.Now.AddDays(-40 - i));
        var (organization, by, on) = (doctor.OrganizationId, doctor.UserId, new DateOnly(2015, 1, 1));
        await db.AddAsync(organization, [.. Enumerable.Range(0, 70).Select(i => new Immunisation(Guid.CreateVersion7(), organization, patient, $"Vaccine {i}", on, null, null, null, by, db.Now)),
            new PastProcedure(Guid.CreateVersion7(), organization, patient, "Appendectomy", on.AddDays(-1), "Ibadan", null, by, db.Now)]);
        var service = doctor.Service<TimelineService>();
        var first = (await service.LatestAsync(patient, Ct)).Value;
        Assert.Empty(first.Entries);
        var second = (await service.OlderAsync(patient, first.OlderBefore!.Value, Ct)).Value;
        Assert.Equal(30 + 70, second.Entries.Count);
        var vaccine = second.Entries[^1];
        Assert.Equal((TimelineKind.History, true, new DateTime(2014, 12, 31, 23, 0, 0, DateTimeKind.Utc)), (vaccine.Kind, vaccine.DayOnly, vaccine.At)); // midnight in Lagos
        Assert.Equal("recorded 02 Mar 2026", vaccine.Detail);
        var third = (await service.OlderAsync(patient, second.OlderBefore!.Value, Ct)).Value;
        Assert.Equal(("Procedure: Appendectomy", "Ibadan, recorded 02 Mar 2026"), (Assert.Single(third.Entries).Title, third.Entries[0].Detail));
        Assert.Null(third.OlderBefore);
    }

    [Fact]
    public async Task Triage_escalations_addenda_and_how_things_ended_stand_there_for_whom_they_are_and_lead_to_the_thing()
    {
        var scene = await NoteScene.NewAsync(db);
        var (doctor, patient, organization) = (scene.Doctor, scene.Patient.Id, scene.OrganizationId);
        var (by, now, today) = (doctor.UserId, db.Now, LocalDay.Of(TimeZoneInfo.FindSystemTimeZoneById("Africa/Lagos"), db.Now));
        var visit = Encounter.Emergency(Guid.CreateVersion7(), organization, patient, now.AddHours(-5), doctor.StaffMemberId!.Value, now.AddHours(-4), null);
        var entry = new TriageEntry(Guid.CreateVersion7(), organization, patient, now.AddHours(-5), ArrivalMode.WalkedIn, null, now.AddHours(-5), by);
        var triage = entry.Assess(Guid.CreateVersion7(), TriageLevel.Emergency, "Chest pain", now.AddHours(-4.9), by).Value;
        NoteScene.Ok(entry.Take(visit.Id, now.AddHours(-4), by));
        NoteScene.Ok(entry.Finish(TriageDisposition.Home, null, now.AddHours(-3), by));
        NoteScene.Ok(visit.FinishEmergency(null, now.AddHours(-3)));
        var escalation = Escalation.ByDecision(Guid.CreateVersion7(), organization, patient, null, "Grey and sweating", now.AddHours(-2), by);
        NoteScene.Ok(escalation.Attend(now.AddHours(-2).AddMinutes(12), by));
        NoteScene.Ok(escalation.Close("Fluids given", now.AddHours(-1), by));
        var pregnancy = new Pregnancy(Guid.CreateVersion7(), organization, patient, today.AddDays(3), null, by, now.AddDays(-20));
        NoteScene.Ok(pregnancy.End(PregnancyOutcome.LiveBirth, today.AddDays(-2)));
        var problem = new HealthProblem(Guid.CreateVersion7(), organization, patient, new ProblemFacts("Malaria", null, null, today.AddDays(-9), null), ProblemVerification.Confirmed, by, now.AddDays(-8));
        NoteScene.Ok(problem.MoveTo(ProblemStatus.Resolved, today.AddDays(-1)));
        var death = new DeathRecord(Guid.CreateVersion7(), organization, patient, now.AddMinutes(-30), null, "Drowning", "Lekki beach", by, now);
        await db.AddAsync(organization, visit, entry, triage, escalation, pregnancy, problem, death);
        var open = await scene.SignedAsync();
        var held = await scene.SignedAsync("Not yet for the patient.", hold: "We talk first.");
        foreach (var note in new[] { open, held })
        {
            NoteScene.Ok(await scene.Notes.AddAddendumAsync(patient, new AddAddendumForm { NoteId = note, Text = "Telephoned." }, Ct));
        }

        var seen = (await doctor.Service<TimelineService>().LatestAsync(patient, Ct)).Value.Entries;
        Of("Triage: 2 Emergency", "Chest pain", visit.Id);
        Of("Escalation: Urgent ward review", "Grey and sweating, at the bed after 12 min, Fluids given", null);
        Of("Died", "Drowning, Lekki beach", null);
        Of("Pregnancy ended", "Live birth", null, day: today.AddDays(-2));
        Of("Problem resolved: Malaria", null, null, day: today.AddDays(-1));
        Assert.Equal(new HashSet<Guid?> { open, held }, seen.Where(e => e.Title == "Addendum to SOAP note").Select(e => e.About).ToHashSet());
        Assert.Equal(new HashSet<Guid?> { open, held }, seen.Where(e => e.Title == "SOAP note signed").Select(e => e.About).ToHashSet());

        var own = (await (await db.People.PatientAsync(organization, patient)).Service<TimelineService>().LatestAsync(patient, Ct)).Value.Entries;
        Assert.Equal(open, Assert.Single(own, e => e.Title == "Addendum to SOAP note").About);
        Assert.DoesNotContain(own, e => e.Kind is TimelineKind.Triage or TimelineKind.Escalation or TimelineKind.Death);

        void Of(string title, string? detail, Guid? about, DateOnly? day = null)
        {
            var found = Assert.Single(seen, e => e.Title == title);
            Assert.Equal((detail, about, day is not null), (found.Detail, found.About, found.DayOnly));
            Assert.Equal(day ?? LocalDay.Of(TimeZoneInfo.FindSystemTimeZoneById("Africa/Lagos"), found.At), LocalDay.Of(TimeZoneInfo.FindSystemTimeZoneById("Africa/Lagos"), found.At));
        }
    }

    /// <summary>All that the chart asks for when it opens, part by part as the page does, of a patient with a thousand visits: most with a diagnosis, a signed note and observations. After a
    /// warm-up the middle of five; half a second is the promise.</summary>
    [Fact, Trait("Category", "Long")]
    public async Task A_patient_with_a_thousand_visits_opens_within_half_a_second()
    {
        var (doctor, patient) = await SceneAsync(0, _ => db.Now);
        await FillAsync(doctor, patient, 1_000);
        await OpenAsync(doctor, patient);
        var times = new List<TimeSpan>();
        for (var i = 0; i < 5; i++)
        {
            var watch = Stopwatch.StartNew();
            var parts = await OpenAsync(doctor, patient);
            times.Add(watch.Elapsed);
            TestContext.Current.TestOutputHelper?.WriteLine($"{watch.Elapsed.TotalMilliseconds:F0} ms: {parts}");
        }

        var middle = times.Order().ElementAt(2);
        Assert.True(middle < TimeSpan.FromMilliseconds(500), $"{middle.TotalMilliseconds:F0} ms");
    }

    private async Task FillAsync(ActingPerson doctor, Guid patient, int visits)
    {
        var (organization, by, staff) = (doctor.OrganizationId, doctor.UserId, doctor.StaffMemberId!.Value);
        var rows = new List<object>();
        for (var i = 0; i < visits; i++)
        {
            var at = db.Now.AddDays(-3 * i).AddHours(-2);
            var visit = i % 10 == 0 ? Encounter.Emergency(Guid.CreateVersion7(), organization, patient, at, staff, at.AddMinutes(20), "Fell") : Encounter.Visit(Guid.CreateVersion7(), organization, patient, at, staff, null, $"Visit {i}");
            if (visit.Class == EncounterClass.Ambulatory)
            {
                NoteScene.Ok(visit.StartVisit(at.AddMinutes(10)));
                NoteScene.Ok(visit.FinishVisit(at.AddMinutes(40)));
            }
            else
            {
                NoteScene.Ok(visit.FinishEmergency(null, at.AddMinutes(40)));
                var entry = new TriageEntry(Guid.CreateVersion7(), organization, patient, at, ArrivalMode.Ambulance, null, at, by);
                rows.Add(entry.Assess(Guid.CreateVersion7(), TriageLevel.Urgent, "Fell on the stairs", at.AddMinutes(5), by).Value);
                NoteScene.Ok(entry.Take(visit.Id, at.AddMinutes(20), by));
                NoteScene.Ok(entry.Finish(TriageDisposition.Home, null, at.AddMinutes(40), by));
                rows.Add(entry);
            }

            rows.Add(visit);
            if (i % 3 != 0)
            {
                rows.Add(new EncounterDiagnosis(Guid.CreateVersion7(), organization, patient, visit.Id, "I10", "Essential (primary) hypertension", DiagnosisRank.Primary, by, at.AddMinutes(30)));
            }

            if (i % 4 != 0)
            {
                var (note, editor) = (ClinicalNote.Start(Guid.CreateVersion7(), organization, patient, NoteKind.Soap, visit.Id, staff, by, at.AddMinutes(20)), Guid.NewGuid());
                NoteScene.Ok(note.Open(editor, null, by, at.AddMinutes(20)));
                NoteScene.Ok(note.Sign(editor, by, at.AddMinutes(35), at.AddMinutes(35), null));
                rows.Add(note);
            }

            if (i % 5 != 0)
            {
                var values = new VitalValues { Respiration = 16, Saturation = 97, Systolic = 130, Diastolic = 80, Pulse = 76, Consciousness = Consciousness.Alert, Temperature = 36.8m, Weight = 70 + (i % 9), Height = 171 };
                rows.Add(VitalSigns.Record(Guid.CreateVersion7(), organization, patient, visit.Id, values, 40, false, at.AddMinutes(15), at.AddMinutes(16), by));
                if (i % 20 == 1)
                {
                    var escalation = Escalation.ByDecision(Guid.CreateVersion7(), organization, patient, null, "Grey and sweating", at.AddMinutes(16), by);
                    NoteScene.Ok(escalation.Attend(at.AddMinutes(20), by));
                    NoteScene.Ok(escalation.Close("Better", at.AddMinutes(30), by));
                    rows.Add(escalation);
                }
            }
        }

        await db.AddAsync(organization, [.. rows]);
        for (var i = 0; i < 40; i++)
        {
            await db.Given.AppointmentAsync(doctor, patient, db.Now.AddDays(i + 1));
        }

        Assert.False((await doctor.Service<VitalsService>().RecordAsync(patient, new RecordVitalsForm { Respiration = 22, Saturation = 94, Systolic = 105, Diastolic = 70, Pulse = 112, Consciousness = Consciousness.Alert, Temperature = 38.4m }, Ct)).Failed);
        foreach (var code in new[] { "I10", "E87.5" })
        {
            Assert.False((await doctor.Service<ProblemService>().RecordAsync(patient, new RecordProblemForm { Code = code }, Ct)).Failed);
        }
    }

    /// <summary>The parts of <c>PatientPage</c> and <c>PatientChart</c> with the overview open; returns how long each took.</summary>
    private static async Task<string> OpenAsync(ActingPerson doctor, Guid patient)
    {
        var took = new List<string>();
        await AskAsync("patient", doctor.Service<PatientService>().OpenAsync(patient, Ct));
        await AskAsync("emergency access", doctor.Service<EmergencyAccessService>().OwnAsync(patient, Ct));
        await AskAsync("place", doctor.Service<BedService>().PatientPlaceAsync(patient, Ct));
        await AskAsync("triage", doctor.Service<TriageService>().PlaceAsync(patient, Ct));
        await AskAsync("allergies", doctor.Service<AllergyService>().PictureAsync(patient, Ct));
        await AskAsync("NEWS2", doctor.Service<VitalsService>().StandingAsync(patient, Ct));
        await AskAsync("escalation", doctor.Service<EscalationService>().OfPatientAsync(patient, Ct));
        await AskAsync("timeline", doctor.Service<TimelineService>().LatestAsync(patient, Ct));
        await AskAsync("problems", doctor.Service<ProblemService>().ListAsync(patient, Ct));
        await AskAsync("plan", doctor.Service<CarePlanService>().CurrentAsync(patient, null, Ct));
        await AskAsync("nutrition", doctor.Service<NutritionService>().ChartAsync(patient, Ct));
        await AskAsync("appointments", doctor.Service<AppointmentService>().PatientAppointmentsAsync(patient, Ct));
        await AskAsync("stays", doctor.Service<BedService>().PatientStaysAsync(patient, Ct));
        await AskAsync("death", doctor.Service<DeathService>().GetAsync(patient, Ct));
        return string.Join(", ", took);

        async Task AskAsync<T>(string part, Task<Result<T>> asked)
        {
            var watch = Stopwatch.StartNew();
            Assert.False((await asked).Failed, part);
            took.Add($"{part} {watch.Elapsed.TotalMilliseconds:F0}");
        }
    }
}

public sealed class TimelineServiceOnSqlite(SqliteDatabase db) : TimelineServiceTests(db), IClassFixture<SqliteDatabase>;

public sealed class TimelineServiceOnPostgres(PostgresDatabase db) : TimelineServiceTests(db), IClassFixture<PostgresDatabase>;
