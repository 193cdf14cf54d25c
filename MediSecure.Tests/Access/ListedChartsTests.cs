using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.ActivityLog;
using MediSecure.Data.Features.Appointments;
using MediSecure.Data.Features.Beds;
using MediSecure.Data.Features.Consents;
using MediSecure.Data.Features.Patients;
using MediSecure.Data.Features.Vitals;
using MediSecure.Tests.Features.Beds;
using MediSecure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Tests.Access;

/// <summary>What lists tell of whom, and what they leave in the log. Lists of clinical work, which leave the others out, are proved with their features.</summary>
public abstract class ListedChartsTests(TestDatabase db)
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    /// <summary>Who stands in a list, by what stands between them and the person who looks.</summary>
    private enum Who
    {
        Treated,
        Strange,
        Restricted,
        KeepsOut,
    }

    /// <summary>Each list: who looks, of whom words are told, and of whom a score (null where the list has none).</summary>
    private static readonly Dictionary<string, (Role Role, Who[] Told, Who[]? Scored, Func<House, ActingPerson, Task<IEnumerable<Line>>> Read)> Lists = new()
    {
        ["board"] = (Role.Doctor, [Who.Treated], [Who.Treated, Who.Restricted], async (_, p) => (await p.Service<BedService>().BoardAsync(Ct)).Beds.Select(b => new Line(b.PatientId!.Value, b.Reason + b.IsolationReason, b.News2Score))),
        ["board of an administrator"] = (Role.Administrator, [Who.Treated, Who.Strange], [], async (_, p) => (await p.Service<BedService>().BoardAsync(Ct)).Beds.Select(b => new Line(b.PatientId!.Value, b.Reason + b.IsolationReason, b.News2Score))),
        ["stays"] = (Role.Pharmacist, [Who.Treated], [Who.Treated, Who.Restricted], async (_, p) => (await p.Service<BedService>().StaysAsync(new(0, 25, "risk"), Ct)).Rows.Select(r => new Line(r.PatientId, r.Reason + r.IsolationReason, r.News2Score))),
        ["appointments"] = (Role.Nurse, [Who.Treated], null, async (_, p) => Of((await p.Service<AppointmentService>().ListAsync(new(), new(), Ct)).Value.Rows)),
        ["one appointment"] = (Role.Doctor, [Who.Treated], null, async (house, p) =>
        {
            var rows = new List<AppointmentRow>();
            foreach (var visit in house.Visits)
            {
                rows.Add((await p.Service<AppointmentService>().GetAsync(visit, Ct)).Value);
            }

            return Of(rows);
        }),
        ["calendar"] = (Role.Doctor, [Who.Treated], null, async (house, p) => (await p.Service<AppointmentService>().CalendarAsync(house.Other.StaffMemberId!.Value, null, 7, Ct)).Value.Days.SelectMany(d => d.Entries)
            .Where(e => e.Kind == CalendarKind.Visit).Select(e => new Line(house.People.Single(one => one.Value.RecordNumber == e.RecordNumber).Value.Id, e.Text, null))),
        ["check-in"] = (Role.Receptionist, [Who.Treated, Who.Strange], null, async (_, p) => Of((await p.Service<AppointmentService>().CheckInQueueAsync(Ct)).Value)),
    };

    public static TheoryData<string> Names => [.. Lists.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_list_names_everybody_and_tells_clinical_words_only_where_the_chart_opens(string list)
    {
        var (role, told, scored, read) = Lists[list];
        var house = await HouseAsync(role);
        var rows = (await read(house, house.Person)).ToDictionary(row => house.People.Single(one => one.Value.Id == row.Patient).Key);
        Assert.Equal(Enum.GetValues<Who>(), rows.Keys.Order());
        Assert.Equal(told, rows.Where(row => !string.IsNullOrEmpty(row.Value.Words)).Select(row => row.Key).Order());
        if (scored is not null)
        {
            Assert.Equal(scored, rows.Where(row => row.Value.Score is not null).Select(row => row.Key).Order());
        }
    }

    [Fact]
    public async Task A_doctors_own_day_keeps_the_words_of_restricted_and_kept_out_patients()
    {
        var house = await HouseAsync(Role.Doctor);
        foreach (var (index, who) in Enum.GetValues<Who>().Where(one => one != Who.Strange).Index())
        {
            await db.Given.AppointmentAsync(house.Person, house.People[who].Id, db.Now.AddHours(3 + index));
        }

        var rows = (await house.Person.Service<AppointmentService>().DayAsync(null, Ct)).Value.Rows;
        Assert.Equal([house.People[Who.Treated].Id, house.People[Who.Restricted].Id, house.People[Who.KeepsOut].Id], rows.Select(r => r.PatientId));
        Assert.Equal(["Given", null, null], rows.Select(r => r.Reason));
    }

    [Fact]
    public async Task A_list_is_recorded_once_for_a_view_and_again_for_who_appears_in_it()
    {
        var ward = await WardOf.NewAsync(db);
        var (first, second) = (await ward.PatientAsync(), await ward.PatientAsync());
        await ward.AdmittedAsync(first.Id, (await ward.BedAsync()).Id);
        var nurse = await db.People.NurseAsync(ward.OrganizationId);
        Task<BedBoard> LookAsync() => nurse.Service<BedService>().BoardAsync(Ct);
        async Task<List<AuditEvent>> EventsAsync() => await ward.LookAsync(look => look.AuditEvents.AsNoTracking().Where(e => e.ActorUserId == nurse.UserId && e.EventCode == nameof(Permission.ViewBeds)).OrderBy(e => e.Id).ToListAsync());

        await LookAsync();
        await LookAsync();
        var seen = Assert.Single(await EventsAsync());
        // Being in a list is no opening of a record, so the event is of no patient, and names who was there.
        Assert.Equal((AuditAction.Read, (Guid?)null, "bed board", (Guid?)first.Id), (seen.Action, seen.PatientId, seen.Reason, seen.EntityId));
        Assert.Contains(first.Id.ToString(), seen.Changes, StringComparison.Ordinal);

        db.Clock.Advance(TimeSpan.FromSeconds(5));
        await ward.AdmittedAsync(second.Id, (await ward.BedAsync()).Id);
        await LookAsync();
        Assert.Equal([first.Id, second.Id], (await EventsAsync()).Select(e => e.EntityId!.Value));

        nurse.Doors.BeginView();
        await LookAsync();
        Assert.Equal(3, (await EventsAsync()).Count);

        var porter = await db.People.LogisticsAsync(ward.OrganizationId);
        await porter.Service<BedService>().BoardAsync(Ct);
        Assert.False(await ward.LookAsync(look => look.AuditEvents.AnyAsync(e => e.ActorUserId == porter.UserId))); // saw beds and nobody
    }

    [Fact]
    public async Task The_score_on_the_board_follows_the_ward_and_not_the_list_of_before()
    {
        var house = await HouseAsync(Role.Nurse);
        var beds = house.Person.Service<BedService>();
        async Task<(int?, bool)> OfStrangerAsync() => (await beds.BoardAsync(Ct)).Beds.Single(b => b.PatientId == house.People[Who.Strange].Id) is var bed ? (bed.News2Score, bed.IsShut) : default;
        Assert.Equal((null, true), await OfStrangerAsync());
        await db.Given.TreatsAsync(house.Person, house.People[Who.Strange].Id);
        db.Clock.Advance(TimeSpan.FromMinutes(1)); // nothing of the board changed meanwhile
        Assert.Equal((9, false), await OfStrangerAsync());
    }

    private static IEnumerable<Line> Of(IEnumerable<AppointmentRow> rows) => rows.Select(r => new Line(r.PatientId, r.Reason, null));

    /// <summary>Four inpatients, isolated and with a score, whom another doctor treats; each has a visit with that doctor in an hour. The person treats all but the stranger.</summary>
    private async Task<House> HouseAsync(Role role)
    {
        var ward = await WardOf.NewAsync(db);
        var person = await db.People.RoleAsync(role, ward.OrganizationId);
        var (people, visits) = (new Dictionary<Who, Patient>(), new List<Guid>());
        foreach (var who in Enum.GetValues<Who>())
        {
            var patient = people[who] = await ward.PatientAsync();
            var encounter = await ward.AdmittedAsync(patient.Id, (await ward.BedAsync()).Id);
            Assert.Null((await ward.Beds.IsolateAsync(new() { EncounterId = encounter, Reason = "Contact: MRSA" }, Ct)).Error);
            Assert.Null((await ward.Doctor.Service<VitalsService>().RecordAsync(patient.Id, new()
            {
                Respiration = 22, Saturation = 94, OnOxygen = true, OxygenFlow = 2, Systolic = 105, Diastolic = 60, Pulse = 112, Consciousness = Consciousness.Alert, Temperature = 38.10m,
            }, Ct)).Error);
            visits.Add((await db.Given.AppointmentAsync(ward.Doctor, patient.Id, db.Now.AddMinutes(30 * visits.Count))).Id);
            if (who != Who.Strange)
            {
                await db.Given.TreatsAsync(person, patient.Id);
            }
        }

        await db.ArrangeAsync(ward.OrganizationId, async look => (await look.Patients.SingleAsync(p => p.Id == people[Who.Restricted].Id)).Restrict(ChartRestriction.Psychiatric, db.Now, ward.Doctor.UserId));
        await db.AddAsync(ward.OrganizationId, Consent.Give(Guid.NewGuid(), ward.OrganizationId, people[Who.KeepsOut].Id, ConsentScope.KeepOutPerson, person.StaffMemberId, null, db.Now.AddDays(-1), null, ward.Doctor.UserId, "Said so").Value);
        return new(person, ward.Doctor, people, visits);
    }

    private sealed record Line(Guid Patient, string? Words, int? Score);

    private sealed record House(ActingPerson Person, ActingPerson Other, IReadOnlyDictionary<Who, Patient> People, IReadOnlyList<Guid> Visits);
}

public sealed class ListedChartsOnSqlite(SqliteDatabase db) : ListedChartsTests(db), IClassFixture<SqliteDatabase>;

public sealed class ListedChartsOnPostgres(PostgresDatabase db) : ListedChartsTests(db), IClassFixture<PostgresDatabase>;
