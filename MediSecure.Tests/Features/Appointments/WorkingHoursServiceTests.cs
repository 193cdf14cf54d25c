using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.ActivityLog;
using MediSecure.Data.Features.Appointments;
using MediSecure.Data.Features.Rooms;
using MediSecure.Tests.Access;
using MediSecure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Tests.Features.Appointments;

public abstract class WorkingHoursServiceTests(TestDatabase db)
{
    private static readonly CancellationToken None = CancellationToken.None;

    private async Task<(Guid Organization, ActingPerson Doctor, WorkingHoursService Hours)> SceneAsync(string zone = "Africa/Lagos")
    {
        var organization = await db.Given.OrganizationAsync(timeZone: zone);
        var doctor = await db.People.DoctorAsync(organization);
        return (organization, doctor, (await db.People.AdministratorAsync(organization)).Service<WorkingHoursService>());
    }

    private static SetWorkingHoursForm Monday(ActingPerson doctor, string from, string to) =>
        new() { ClinicianId = doctor.StaffMemberId, Day = DayOfWeek.Monday, From = from, To = to, SlotMinutes = 20 };

    [Fact]
    public async Task Hours_are_added_changed_and_ended_and_each_leaves_an_event()
    {
        var (organization, doctor, hours) = await SceneAsync();
        var saved = await hours.SetHoursAsync(Monday(doctor, "9", "12:00"), None);
        Assert.Null(saved.Error);
        var row = (await hours.WeekAsync(doctor.StaffMemberId!.Value, None)).Value.Hours.Single();
        Assert.Equal((540, 720, 20), (row.FromMinute, row.ToMinute, row.SlotMinutes));

        var change = Monday(doctor, "10:00", "24:00");
        (change.Id, change.Version) = (row.Id, row.Version);
        Assert.Null((await hours.SetHoursAsync(change, None)).Error);
        Assert.Equal(Error.Stale, (await hours.SetHoursAsync(change, None)).Error);
        Assert.Equal(Error.Stale, (await hours.EndHoursAsync(row.Id, row.Version, None)).Error);

        row = (await hours.WeekAsync(doctor.StaffMemberId!.Value, None)).Value.Hours.Single();
        Assert.Null((await hours.EndHoursAsync(row.Id, row.Version, None)).Error);
        Assert.Empty((await hours.WeekAsync(doctor.StaffMemberId!.Value, None)).Value.Hours);
        Assert.Equal(3, await db.LookAsync(organization, look => look.AuditEvents.CountAsync(e => e.EventCode == "EditWorkingHours" && e.Outcome == AuditOutcome.Success)));
    }

    [Theory]
    [InlineData("9", "nine", "hours.to-not-a-time")]
    [InlineData("", "12", "form.invalid")]
    [InlineData("25:00", "26:00", "hours.from-not-a-time")]
    [InlineData("24:00", "24:00", "hours.from-not-a-time")]
    [InlineData("12", "9", "hours.end-before-start")]
    [InlineData("22:00", "06:00", "hours.end-before-start")]
    [InlineData("9:00", "9:10", "hours.too-short")]
    [InlineData("10:00", "11:00", "hours.overlap")]
    [InlineData("8:00", "9:01", "hours.overlap")]
    [InlineData("8:00", "9:00", null)]
    [InlineData("12:00", "13:00", null)]
    public async Task Hours_that_make_no_sense_are_refused_with_text(string from, string to, string? code)
    {
        var (_, doctor, hours) = await SceneAsync();
        Assert.Null((await hours.SetHoursAsync(Monday(doctor, "9:00", "12:00"), None)).Error);
        var error = (await hours.SetHoursAsync(Monday(doctor, from, to), None)).Error;
        Assert.Equal(code, error?.Code);
        Assert.True(error is null || error.Message.EndsWith('.'));
    }

    [Fact]
    public async Task Unknown_and_foreign_people_and_rooms_are_refused()
    {
        var (organization, doctor, hours) = await SceneAsync();
        var (otherOrganization, stranger, _) = await SceneAsync();
        Assert.Equal("hours.no-such-person", (await hours.SetHoursAsync(Monday(stranger, "9", "12"), None)).Error?.Code);
        Assert.Equal("hours.no-such-person", (await hours.WeekAsync(stranger.StaffMemberId!.Value, None)).Error?.Code);
        foreach (var room in new[] { (await db.Given.RoomAsync(otherOrganization, RoomKind.ConsultingRoom)).Id, (await db.Given.RoomAsync(organization)).Id, Guid.CreateVersion7() })
        {
            var form = Monday(doctor, "9", "12");
            form.RoomId = room;
            Assert.Equal("hours.no-such-room", (await hours.SetHoursAsync(form, None)).Error?.Code);
            Assert.Equal("hours.no-such-room", (await hours.RoomWeekAsync(room, None)).Error?.Code);
        }
    }

    [Fact]
    public async Task A_consulting_room_has_opening_hours_that_bound_the_slots()
    {
        var (organization, doctor, hours) = await SceneAsync();
        var room = await db.Given.RoomAsync(organization, RoomKind.ConsultingRoom);
        await db.Given.AlwaysWorkingAsync(doctor, room.Id);
        var opens = new SetWorkingHoursForm { RoomId = room.Id, Day = DayOfWeek.Monday, From = "14:00", To = "15:00" };
        Assert.Null((await hours.SetHoursAsync(opens, None)).Error);
        Assert.Single((await hours.RoomWeekAsync(room.Id, None)).Value.Hours);
        var slots = (await (await db.People.ReceptionistAsync(organization)).Service<AppointmentService>().SlotsAsync(doctor.StaffMemberId!.Value, null, 7, None)).Value;
        Assert.Equal([13, 13], slots.Select(s => s.StartsAt.Hour)); // 14:00 and 14:30 in Lagos
    }

    [Fact]
    public async Task Leave_takes_whole_days_or_hours_and_counts_the_visits_in_it()
    {
        var (organization, doctor, hours) = await SceneAsync();
        await db.Given.AlwaysWorkingAsync(doctor);
        var patient = await db.Given.PatientAsync(organization);
        await db.Given.AppointmentAsync(doctor, patient.Id, db.Now.AddDays(2));
        var today = LocalDay.Of(TimeZoneInfo.FindSystemTimeZoneById("Africa/Lagos"), db.Now);
        var form = new AddAbsenceForm { ClinicianId = doctor.StaffMemberId!.Value, FromOn = today.AddDays(1), ToOn = today.AddDays(2), Reason = "Annual leave" };
        Assert.Equal(1, (await hours.AddAbsenceAsync(form, None)).Value.VisitsToMove);
        Assert.Equal(1, (await hours.AddAbsenceAsync(form, None)).Value.VisitsToMove); // the same form again
        var absence = (await hours.WeekAsync(doctor.StaffMemberId!.Value, None)).Value.Absences.Single();
        Assert.Equal(48, (absence.EndsAt - absence.StartsAt).TotalHours);

        Assert.Equal("leave.overlaps", (await hours.AddAbsenceAsync(new() { ClinicianId = form.ClinicianId, FromOn = form.ToOn, ToOn = form.ToOn, Reason = "x" }, None)).Error?.Code);
        Assert.Equal("leave.end-before-start", (await hours.AddAbsenceAsync(new() { ClinicianId = form.ClinicianId, FromOn = form.ToOn, ToOn = form.FromOn, Reason = "x" }, None)).Error?.Code);
        Assert.Equal("leave.too-long", (await hours.AddAbsenceAsync(new() { ClinicianId = form.ClinicianId, FromOn = new DateOnly(1950, 1, 1), ToOn = form.FromOn, Reason = "x" }, None)).Error?.Code);
        Assert.Equal("leave.too-long", (await hours.AddAbsenceAsync(new() { ClinicianId = form.ClinicianId, FromOn = form.FromOn, ToOn = new DateOnly(2150, 1, 1), Reason = "x" }, None)).Error?.Code);
        Assert.Equal("hours.from-not-a-time", (await hours.AddAbsenceAsync(new() { ClinicianId = form.ClinicianId, FromOn = form.ToOn, FromTime = "25", ToOn = form.ToOn, Reason = "x" }, None)).Error?.Code);

        Assert.Equal(Error.Stale, (await hours.RemoveAbsenceAsync(absence.Id, Guid.NewGuid(), None)).Error);
        Assert.Null((await hours.RemoveAbsenceAsync(absence.Id, absence.Version, None)).Error);
        Assert.Equal(Error.NotFound, (await hours.RemoveAbsenceAsync(absence.Id, absence.Version, None)).Error);
    }

    [Fact]
    public async Task A_time_that_the_clock_skips_is_refused_with_text_and_one_that_comes_twice_is_taken_whole()
    {
        var (_, doctor, hours) = await SceneAsync("Europe/London");
        AddAbsenceForm On(string day, string from, string to) =>
            new() { ClinicianId = doctor.StaffMemberId!.Value, FromOn = DateOnly.Parse(day), FromTime = from, ToOn = DateOnly.Parse(day), ToTime = to, Reason = "Training" };
        var skipped = (await hours.AddAbsenceAsync(On("2026-03-29", "01:30", "04:00"), None)).Error;
        Assert.Equal(("leave.skipped-time", "FromTime"), (skipped?.Code, skipped?.Field));
        Assert.Contains("01:30 does not exist on Sun 29 Mar", skipped!.Message);

        Assert.Null((await hours.AddAbsenceAsync(On("2026-10-25", "01:15", "01:45"), None)).Error);
        var absence = (await hours.WeekAsync(doctor.StaffMemberId!.Value, None)).Value.Absences.Single();
        Assert.Equal(TimeSpan.FromMinutes(90), absence.EndsAt - absence.StartsAt);
    }

    [Fact]
    public async Task Ending_hours_counts_the_visits_that_are_left_outside()
    {
        var (organization, doctor, hours) = await SceneAsync();
        var patient = await db.Given.PatientAsync(organization);
        await hours.SetHoursAsync(Monday(doctor, "9", "12"), None);
        await db.Given.AppointmentAsync(doctor, patient.Id, new DateTime(2026, 3, 9, 9, 0, 0, DateTimeKind.Utc), 20);
        var row = (await hours.WeekAsync(doctor.StaffMemberId!.Value, None)).Value.Hours.Single();
        Assert.Equal(1, (await hours.EndHoursAsync(row.Id, row.Version, None)).Value.VisitsToMove);
    }
}

public sealed class WorkingHoursServiceOnSqlite(SqliteDatabase db) : WorkingHoursServiceTests(db), IClassFixture<SqliteDatabase>;

public sealed class WorkingHoursServiceOnPostgres(PostgresDatabase db) : WorkingHoursServiceTests(db), IClassFixture<PostgresDatabase>;
