using MediSecure.Data.Access;
using MediSecure.Data.Changes;
using MediSecure.Data.Common;
using MediSecure.Data.Features.ActivityLog;
using MediSecure.Data.Features.Appointments;
using MediSecure.Data.Features.Encounters;
using MediSecure.Data.Features.Vitals;
using MediSecure.Data.Features.Rooms;
using MediSecure.Tests.Access;
using MediSecure.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MediSecure.Tests.Features.Appointments;

public abstract class AppointmentServiceTests(TestDatabase db)
{
    private static readonly CancellationToken None = CancellationToken.None;

    private async Task<Scene> SceneAsync(string zone = "Africa/Lagos")
    {
        var organization = await db.Given.OrganizationAsync(timeZone: zone);
        var doctor = await db.People.DoctorAsync(organization, "Dr Test");
        await db.Given.AlwaysWorkingAsync(doctor);
        return new Scene(db, organization, doctor, await db.People.ReceptionistAsync(organization), (await db.Given.PatientAsync(organization)).Id);
    }

    private sealed record Scene(TestDatabase Db, Guid Organization, ActingPerson Doctor, ActingPerson Desk, Guid PatientId)
    {
        public AppointmentService Reception => Desk.Service<AppointmentService>();

        public DateTime Soon => Db.Now.AddMinutes(30);

        public BookAppointmentForm Form(DateTime startsAt, Guid? patientId = null) =>
            new() { PatientId = patientId ?? PatientId, ClinicianId = Doctor.StaffMemberId, StartsAt = startsAt, Reason = "Cough" };

        public async Task<BookedVisit> BookedAsync(DateTime startsAt, Guid? patientId = null)
        {
            var result = await Reception.BookAsync(Form(startsAt, patientId), None);
            Assert.Null(result.Error);
            return result.Value;
        }

        public Task<Appointment> LookAsync(Guid id) => Db.LookAsync(Organization, look => look.Appointments.AsNoTracking().SingleAsync(a => a.Id == id));

        public Task<int> SuccessesAsync(string code, Guid? patientId = null) => Db.LookAsync(Organization, look =>
            look.AuditEvents.CountAsync(e => e.EventCode == code && e.Outcome == AuditOutcome.Success && (patientId == null || e.PatientId == patientId)));
    }

    [Fact]
    public async Task Book_takes_a_free_time_and_leaves_one_event_with_the_patient()
    {
        var scene = await SceneAsync();
        var booked = await scene.BookedAsync(scene.Soon);
        Assert.Equal((scene.Soon, scene.Soon.AddMinutes(30), "Dr Test"), (booked.StartsAt, booked.EndsAt, booked.ClinicianName));
        Assert.Equal(1, await scene.SuccessesAsync("BookAppointment", scene.PatientId));
        Assert.Equal((AppointmentStatus.Booked, scene.Desk.UserId), ((await scene.LookAsync(booked.Id)).Status, (await scene.LookAsync(booked.Id)).CreatedBy));
    }

    [Fact]
    public async Task Saving_the_same_form_twice_gives_the_same_booking()
    {
        var scene = await SceneAsync();
        var form = scene.Form(scene.Soon);
        var both = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => scene.Reception.BookAsync(form, None)));
        Assert.All(both, result => Assert.Equal(form.Id, result.Value.Id));
        Assert.Equal(1, await scene.SuccessesAsync("BookAppointment"));
        form.StartsAt = scene.Soon.AddHours(1);
        Assert.Equal("appointment.id-used", (await scene.Reception.BookAsync(form, None)).Error?.Code);
    }

    [Fact]
    public async Task A_taken_time_says_what_is_taken_and_offers_the_next_free_times()
    {
        var scene = await SceneAsync();
        await scene.BookedAsync(scene.Soon);
        await scene.BookedAsync(scene.Soon.AddMinutes(30), (await db.Given.PatientAsync(scene.Organization)).Id);
        var other = (await db.Given.PatientAsync(scene.Organization)).Id;
        var taken = Assert.IsType<SlotTakenError>((await scene.Reception.BookAsync(scene.Form(scene.Soon, other), None)).Error);
        Assert.Equal("appointment.clinician-taken", taken.Code);
        Assert.Equal([scene.Soon.AddMinutes(60), scene.Soon.AddMinutes(90), scene.Soon.AddMinutes(120)], taken.Nearest.Select(s => s.StartsAt));
        Assert.Equal("Could not book 09:30: Dr Test's slot was just taken. Nearest free: 10:30, 11:00, 11:30.", taken.Message);
    }

    [Fact]
    public async Task A_patient_is_not_in_two_places_at_once()
    {
        var scene = await SceneAsync();
        var second = await db.People.DoctorAsync(scene.Organization);
        await db.Given.AlwaysWorkingAsync(second);
        await scene.BookedAsync(scene.Soon);
        var form = scene.Form(scene.Soon);
        form.ClinicianId = second.StaffMemberId;
        var taken = Assert.IsType<SlotTakenError>((await scene.Reception.BookAsync(form, None)).Error);
        Assert.Equal("appointment.patient-taken", taken.Code);
        Assert.DoesNotContain(taken.Nearest, slot => slot.StartsAt == scene.Soon);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task No_time_is_offered_or_booked_in_a_room_that_is_closed_or_no_consulting_room(bool closed)
    {
        var scene = await SceneAsync();
        var room = await db.Given.RoomAsync(scene.Organization, RoomKind.ConsultingRoom);
        var doctor = await db.People.DoctorAsync(scene.Organization);
        await db.Given.AlwaysWorkingAsync(doctor, room.Id);
        Assert.NotEmpty((await scene.Reception.NextFreeAsync(doctor.StaffMemberId!.Value, null, 1, None)).Value);
        // As it stands in a database that took it before hours kept their room.
        await db.ArrangeAsync(scene.Organization, async open =>
        {
            var row = await open.Rooms.SingleAsync(r => r.Id == room.Id);
            Assert.Null((closed ? row.Close("Painting", db.Now) : row.Edit(row.Number, RoomKind.Utility, row.DepartmentId, null, null)).Error);
        });
        Assert.Empty((await scene.Reception.NextFreeAsync(doctor.StaffMemberId.Value, null, 1, None)).Value);
        var form = scene.Form(scene.Soon);
        form.ClinicianId = doctor.StaffMemberId;
        Assert.Equal("appointment.outside-hours", (await scene.Reception.BookAsync(form, None)).Error?.Code);
    }

    [Fact]
    public async Task Two_clinicians_of_one_room_take_turns()
    {
        var scene = await SceneAsync();
        var room = await db.Given.RoomAsync(scene.Organization, RoomKind.ConsultingRoom);
        var (one, two) = (await db.People.DoctorAsync(scene.Organization), await db.People.DoctorAsync(scene.Organization));
        await db.Given.AlwaysWorkingAsync(one, room.Id);
        await db.Given.AlwaysWorkingAsync(two, room.Id);
        var form = scene.Form(scene.Soon);
        form.ClinicianId = one.StaffMemberId;
        Assert.False((await scene.Reception.BookAsync(form, None)).Failed);

        // The patient who asks does not see the other patient's visit, and yet not its time as free.
        var patient = await db.People.PatientAsync(scene.Organization);
        var slots = (await patient.Service<AppointmentService>().SlotsAsync(two.StaffMemberId!.Value, null, 1, None)).Value;
        Assert.DoesNotContain(slots, slot => slot.StartsAt == scene.Soon);
        var refused = await patient.Service<AppointmentService>().BookOwnAsync(new() { ClinicianId = two.StaffMemberId, StartsAt = scene.Soon }, None);
        Assert.Equal("appointment.room-taken", refused.Error?.Code);
    }

    [Fact]
    public async Task A_clinician_of_two_organisations_is_busy_at_both()
    {
        var here = await SceneAsync();
        var there = await SceneAsync();
        var also = await db.People.AlsoAtAsync(here.Doctor, there.Organization, Role.Doctor);
        await db.Given.AlwaysWorkingAsync(also);
        await here.BookedAsync(here.Soon);

        Assert.DoesNotContain((await there.Reception.SlotsAsync(also.StaffMemberId!.Value, null, 1, None)).Value, slot => slot.StartsAt == here.Soon);
        var form = there.Form(there.Soon);
        form.ClinicianId = also.StaffMemberId;
        Assert.Equal("appointment.clinician-taken", (await there.Reception.BookAsync(form, None)).Error?.Code);
    }

    [Theory]
    [InlineData(-30, null, "appointment.past")]
    [InlineData(60 * 24 * 400, null, "appointment.too-far")]
    [InlineData(30, 1500, "appointment.length")]
    [InlineData(30, 0, "appointment.length")]
    public async Task Bad_times_are_refused_with_a_reason(int minutes, int? length, string code)
    {
        var scene = await SceneAsync();
        var form = scene.Form(db.Now.AddMinutes(minutes));
        form.Minutes = length;
        Assert.Equal(code, (await scene.Reception.BookAsync(form, None)).Error?.Code);
    }

    [Fact]
    public async Task Extreme_input_is_refused_with_a_reason()
    {
        var scene = await SceneAsync();
        async Task<string?> CodeAsync(Action<BookAppointmentForm> change)
        {
            var form = scene.Form(scene.Soon);
            change(form);
            return (await scene.Reception.BookAsync(form, None)).Error?.Code;
        }

        Assert.Equal("form.invalid", await CodeAsync(f => f.StartsAt = DateTime.SpecifyKind(scene.Soon, DateTimeKind.Local)));
        Assert.Equal("form.invalid", await CodeAsync(f => f.StartsAt = DateTime.MaxValue));
        Assert.Equal("form.invalid", await CodeAsync(f => f.StartsAt = DateTime.SpecifyKind(DateTime.MinValue, DateTimeKind.Utc)));
        Assert.Equal("form.invalid", await CodeAsync(f => f.Id = Guid.Empty));
        Assert.Equal("form.invalid", await CodeAsync(f => f.Reason = new string('a', 10_000)));
        Assert.Equal("form.invalid", await CodeAsync(f => f.Reason = "nul\0"));
        Assert.Equal("form.invalid", await CodeAsync(f => f.StartsAt = null));
        Assert.Equal("appointment.no-such-clinician", await CodeAsync(f => f.ClinicianId = Guid.CreateVersion7()));
        Assert.Equal("appointment.no-such-clinician", await CodeAsync(f => f.ClinicianId = scene.Desk.StaffMemberId));
        Assert.Equal("appointment.no-such-patient", await CodeAsync(f => f.PatientId = Guid.CreateVersion7()));
        Assert.Equal("appointment.no-such-patient", await CodeAsync(f => f.PatientId = null));
        Assert.Equal(0, await scene.SuccessesAsync("BookAppointment"));
    }

    [Fact]
    public async Task Outside_hours_on_leave_and_after_death_nothing_is_booked()
    {
        var scene = await SceneAsync();
        var part = await db.People.DoctorAsync(scene.Organization);
        await db.AddAsync(scene.Organization, new WorkingHours(Guid.CreateVersion7(), scene.Organization, part.StaffMemberId, null, DayOfWeek.Monday, 840, 900, 30));
        var form = scene.Form(scene.Soon);
        form.ClinicianId = part.StaffMemberId;
        Assert.Equal("appointment.outside-hours", (await scene.Reception.BookAsync(form, None)).Error?.Code);

        await db.AddAsync(scene.Organization, new Absence(Guid.CreateVersion7(), scene.Organization, scene.Doctor.StaffMemberId!.Value, scene.Soon.AddHours(3), scene.Soon.AddHours(4), "Training"));
        Assert.Equal("appointment.on-leave", (await scene.Reception.BookAsync(scene.Form(scene.Soon.AddHours(3)), None)).Error?.Code);
        Assert.DoesNotContain((await scene.Reception.SlotsAsync(scene.Doctor.StaffMemberId!.Value, null, 1, None)).Value, slot => slot.StartsAt == scene.Soon.AddHours(3));

        await db.ArrangeAsync(scene.Organization, async open => (await open.Patients.SingleAsync(p => p.Id == scene.PatientId)).RecordDeath(db.Now));
        Assert.Equal("appointment.patient-deceased", (await scene.Reception.BookAsync(scene.Form(scene.Soon), None)).Error?.Code);
    }

    [Fact]
    public async Task An_expired_hold_gives_way_and_a_living_one_does_not()
    {
        var scene = await SceneAsync();
        Appointment Hold(DateTime startsAt, DateTime until)
        {
            var hold = new Appointment(Guid.CreateVersion7(), scene.Organization, scene.PatientId, scene.Doctor.StaffMemberId!.Value, scene.Doctor.UserId, null, null, startsAt, startsAt.AddMinutes(30), null,
                AppointmentStatus.Held, db.Now, scene.Desk.UserId);
            hold.Hold(until);
            return hold;
        }

        var expired = Hold(scene.Soon, db.Now.AddMinutes(-1));
        await db.AddAsync(scene.Organization, expired, Hold(scene.Soon.AddMinutes(30), db.Now.AddMinutes(4)));
        var patient = await db.People.PatientAsync(scene.Organization);
        var own = patient.Service<AppointmentService>();
        var free = (await own.SlotsAsync(scene.Doctor.StaffMemberId!.Value, null, 1, None)).Value.Select(s => s.StartsAt).ToList();
        Assert.Contains(scene.Soon, free);
        Assert.DoesNotContain(scene.Soon.AddMinutes(30), free);

        Assert.Null((await own.BookOwnAsync(new() { ClinicianId = scene.Doctor.StaffMemberId, StartsAt = scene.Soon }, None)).Error);
        Assert.Equal("appointment.clinician-taken", (await own.BookOwnAsync(new() { ClinicianId = scene.Doctor.StaffMemberId, StartsAt = scene.Soon.AddMinutes(30) }, None)).Error?.Code);
        Assert.False(await db.LookAsync(scene.Organization, look => look.Appointments.AnyAsync(a => a.Id == expired.Id)));
    }

    [Fact]
    public async Task A_patient_books_moves_and_cancels_only_for_themselves()
    {
        var scene = await SceneAsync();
        var patient = await db.People.PatientAsync(scene.Organization);
        var own = patient.Service<AppointmentService>();
        var form = scene.Form(scene.Soon.AddHours(5)); // names somebody else on purpose
        var booked = (await own.BookOwnAsync(form, None)).Value;
        Assert.Equal(patient.PatientId, (await scene.LookAsync(booked.Id)).PatientId);

        var moved = (await own.RescheduleOwnAsync(new() { AppointmentId = booked.Id, Version = booked.Version, StartsAt = scene.Soon.AddHours(6) }, None)).Value;
        var old = await scene.LookAsync(booked.Id);
        Assert.Equal((AppointmentStatus.Cancelled, booked.Id), (old.Status, (await scene.LookAsync(moved.Id)).RescheduledFromId));
        Assert.Equal(scene.Soon.AddHours(6), (await own.OwnAsync(None)).Value.Past.Single(r => r.Id == booked.Id).MovedToAt);

        var foreign = await scene.BookedAsync(scene.Soon.AddHours(8));
        Assert.Equal(ErrorKind.NotFound, (await own.CancelOwnAsync(new() { AppointmentId = foreign.Id, Version = foreign.Version, Reason = "Mine?" }, None)).Error?.Kind);
        Assert.Equal(ErrorKind.NotFound, (await own.RescheduleOwnAsync(new() { AppointmentId = foreign.Id, Version = foreign.Version, StartsAt = scene.Soon.AddHours(9) }, None)).Error?.Kind);
        Assert.Equal([moved.Id], (await own.OwnAsync(None)).Value.Coming.Select(r => r.Id));
        Assert.Equal([booked.Id, moved.Id], (await own.ListAsync(new(), new(), None)).Value.Rows.Select(r => r.Id));

        Assert.Null((await own.CancelOwnAsync(new() { AppointmentId = moved.Id, Version = moved.Version, Reason = "Better" }, None)).Error);
        Assert.Empty((await own.OwnAsync(None)).Value.Coming);
    }

    [Fact]
    public async Task A_patient_past_the_cut_off_is_told_to_call()
    {
        var scene = await SceneAsync();
        var patient = await db.People.PatientAsync(scene.Organization);
        var own = patient.Service<AppointmentService>();
        var booked = (await own.BookOwnAsync(scene.Form(scene.Soon), None)).Value; // in half an hour; the cut-off is two hours
        Assert.Equal("appointment.too-late", (await own.CancelOwnAsync(new() { AppointmentId = booked.Id, Version = booked.Version, Reason = "Late" }, None)).Error?.Code);
        Assert.Equal("appointment.too-late", (await own.RescheduleOwnAsync(new() { AppointmentId = booked.Id, Version = booked.Version, StartsAt = scene.Soon.AddHours(9) }, None)).Error?.Code);
        Assert.Null((await scene.Reception.CancelAsync(new() { AppointmentId = booked.Id, Version = booked.Version, Reason = "Called" }, None)).Error);
    }

    [Fact]
    public async Task A_visit_moves_by_ten_minutes_over_its_own_old_time_and_a_lost_move_keeps_the_old_one()
    {
        var scene = await SceneAsync();
        var booked = await scene.BookedAsync(scene.Soon);
        var moved = (await scene.Reception.RescheduleAsync(new() { AppointmentId = booked.Id, Version = booked.Version, StartsAt = scene.Soon.AddMinutes(10) }, None)).Value;
        Assert.Equal(scene.Soon.AddMinutes(10), moved.StartsAt);

        await scene.BookedAsync(scene.Soon.AddHours(2), (await db.Given.PatientAsync(scene.Organization)).Id);
        var form = new RescheduleAppointmentForm { AppointmentId = moved.Id, Version = moved.Version, StartsAt = scene.Soon.AddHours(2) };
        Assert.IsType<SlotTakenError>((await scene.Reception.RescheduleAsync(form, None)).Error);
        Assert.Equal(AppointmentStatus.Booked, (await scene.LookAsync(moved.Id)).Status);
    }

    [Fact]
    public async Task The_same_move_saved_twice_moves_once()
    {
        var scene = await SceneAsync();
        var booked = await scene.BookedAsync(scene.Soon);
        var form = new RescheduleAppointmentForm { AppointmentId = booked.Id, Version = booked.Version, StartsAt = scene.Soon.AddHours(1) };
        Assert.Equal(form.Id, (await scene.Reception.RescheduleAsync(form, None)).Value.Id);
        Assert.Equal(form.Id, (await scene.Reception.RescheduleAsync(form, None)).Value.Id);
        Assert.Equal(2, await db.LookAsync(scene.Organization, look => look.Appointments.CountAsync()));
    }

    [Fact]
    public async Task A_stale_screen_cancels_and_moves_nothing()
    {
        var scene = await SceneAsync();
        var booked = await scene.BookedAsync(scene.Soon);
        var stale = Guid.CreateVersion7();
        Assert.Equal(Error.Stale, (await scene.Reception.CancelAsync(new() { AppointmentId = booked.Id, Version = stale, Reason = "x" }, None)).Error);
        Assert.Equal(Error.Stale, (await scene.Reception.RescheduleAsync(new() { AppointmentId = booked.Id, Version = stale, StartsAt = scene.Soon.AddHours(1) }, None)).Error);
        Assert.Equal(Error.Stale, (await scene.Reception.EnterInErrorAsync(new() { AppointmentId = booked.Id, Version = stale, Reason = "x" }, None)).Error);
        Assert.Equal(AppointmentStatus.Booked, (await scene.LookAsync(booked.Id)).Status);
    }

    [Fact]
    public async Task A_visit_runs_from_check_in_to_completion_and_tells_open_screens()
    {
        var scene = await SceneAsync();
        var booked = await scene.BookedAsync(scene.Soon);
        var notices = new List<ChangeNotice>();
        using var subscription = db.Services.GetRequiredService<ChangeFeed>().Subscribe(scene.Organization, notice =>
        {
            lock (notices)
            {
                notices.Add(notice);
            }

            return Task.CompletedTask;
        });
        Assert.Null((await scene.Reception.CheckInAsync(booked.Id, None)).Error);
        Assert.Equal(1, await scene.SuccessesAsync("CheckInPatient", scene.PatientId));
        Assert.Contains((await scene.Reception.CheckInQueueAsync(None)).Value, row => row.Id == booked.Id);
        Assert.Contains((await scene.Reception.ArrivalsAsync(None)).Value, row => row.Id == booked.Id);

        var doctor = scene.Doctor.Service<AppointmentService>();
        Assert.True((await doctor.ArrivalsAsync(None)).Value.Single(row => row.Id == booked.Id).Opens);
        var colleague = (await db.People.DoctorAsync(scene.Organization)).Service<AppointmentService>();
        Assert.False((await colleague.ArrivalsAsync(None)).Value.Single(row => row.Id == booked.Id).Opens);
        Assert.Equal(booked.Id, (await doctor.DayAsync(null, None)).Value.CurrentId);
        Assert.Equal("visit.not-started", (await doctor.FulfilAsync(booked.Id, None)).Error?.Code);
        Assert.Null((await doctor.StartAsync(booked.Id, None)).Error);
        Assert.Equal("visit.already-started", (await doctor.StartAsync(booked.Id, None)).Error?.Code);
        await db.AddAsync(scene.Organization, Escalation.ByDecision(Guid.CreateVersion7(), scene.Organization, scene.PatientId, null, "Pale", db.Now, scene.Doctor.UserId));
        Assert.Null((await doctor.FulfilAsync(booked.Id, None)).Error);
        Assert.Equal(2, await scene.SuccessesAsync("ConductVisit", scene.PatientId));

        var row = (await doctor.DayAsync(null, None)).Value.Rows.Single(r => r.Id == booked.Id);
        Assert.Equal((AppointmentStatus.Fulfilled, EncounterStatus.Finished, TimeSpan.Zero), (row.Status, row.Visit, row.Waited(db.Now)));
        Assert.Equal(EscalationStatus.PatientLeft, await db.LookAsync(scene.Organization, look => look.Escalations.Select(e => e.Status).SingleAsync())); // nobody is waited for in an empty room
        await Until(() => { lock (notices) { return notices.Any(n => n.Concerns(nameof(Appointment)) && n.Ids.Contains(booked.Id)); } });
    }

    [Fact]
    public async Task Only_the_clinician_of_the_visit_starts_it()
    {
        var scene = await SceneAsync();
        var booked = await scene.BookedAsync(scene.Soon);
        await scene.Reception.CheckInAsync(booked.Id, None);
        var other = (await db.People.DoctorAsync(scene.Organization)).Service<AppointmentService>();
        Assert.Equal("appointment.not-your-visit", (await other.StartAsync(booked.Id, None)).Error?.Code);
        Assert.DoesNotContain((await other.DayAsync(null, None)).Value.Rows, row => row.Id == booked.Id);
    }

    [Fact]
    public async Task Another_organisations_visit_does_not_exist()
    {
        var (here, there) = (await SceneAsync(), await SceneAsync());
        var booked = await here.BookedAsync(here.Soon);
        var outsider = there.Reception;
        Assert.Equal(Error.NotFound, (await outsider.CheckInAsync(booked.Id, None)).Error);
        Assert.Equal(Error.NotFound, (await outsider.GetAsync(booked.Id, None)).Error);
        Assert.Equal(Error.NotFound, (await outsider.ArriveAsync(booked.Id, None)).Error);
        Assert.Equal(Error.NotFound, (await outsider.MarkNoShowAsync(booked.Id, None)).Error);
        Assert.Equal(Error.NotFound, (await outsider.UndoNoShowAsync(booked.Id, None)).Error);
        Assert.Equal(Error.NotFound, (await outsider.CancelAsync(new() { AppointmentId = booked.Id, Version = booked.Version, Reason = "x" }, None)).Error);
        Assert.Equal(Error.NotFound, (await outsider.EnterInErrorAsync(new() { AppointmentId = booked.Id, Version = booked.Version, Reason = "x" }, None)).Error);
        Assert.Equal(Error.NotFound, (await outsider.RescheduleAsync(new() { AppointmentId = booked.Id, Version = booked.Version, StartsAt = here.Soon.AddHours(1) }, None)).Error);
        Assert.Equal(Error.NotFound, (await there.Doctor.Service<AppointmentService>().StartAsync(booked.Id, None)).Error);
        Assert.Equal("appointment.no-such-clinician", (await outsider.SlotsAsync(here.Doctor.StaffMemberId!.Value, null, 7, None)).Error?.Code);
        Assert.Equal("appointment.no-such-clinician", (await outsider.CalendarAsync(here.Doctor.StaffMemberId!.Value, null, 7, None)).Error?.Code);
        Assert.True((await outsider.PatientAppointmentsAsync(here.PatientId, None)).Failed);
        Assert.Empty((await outsider.ListAsync(new(ClinicianId: here.Doctor.StaffMemberId), new(), None)).Value.Rows);
        Assert.Empty((await outsider.ArrivalsAsync(None)).Value);
    }

    [Fact]
    public async Task Not_attended_can_be_taken_back_unless_the_time_was_given_away()
    {
        var scene = await SceneAsync();
        var missed = await db.Given.AppointmentAsync(scene.Doctor, scene.PatientId, db.Now.AddMinutes(-20), status: AppointmentStatus.Booked);
        Assert.Null((await scene.Reception.MarkNoShowAsync(missed.Id, None)).Error);
        var other = await db.Given.AppointmentAsync(scene.Doctor, (await db.Given.PatientAsync(scene.Organization)).Id, db.Now.AddMinutes(-20));
        Assert.Equal("appointment.clinician-taken", (await scene.Reception.UndoNoShowAsync(missed.Id, None)).Error?.Code);
        await scene.Reception.EnterInErrorAsync(new() { AppointmentId = other.Id, Version = (await scene.LookAsync(other.Id)).Version, Reason = "Wrong patient" }, None);
        Assert.Null((await scene.Reception.UndoNoShowAsync(missed.Id, None)).Error);
        Assert.Equal(AppointmentStatus.Arrived, (await scene.LookAsync(missed.Id)).Status);
    }

    [Fact]
    public async Task What_was_entered_in_error_leaves_all_lists_with_its_visit()
    {
        var scene = await SceneAsync();
        var booked = await scene.BookedAsync(scene.Soon);
        await scene.Reception.CheckInAsync(booked.Id, None);
        var row = await scene.LookAsync(booked.Id);
        Assert.Null((await scene.Reception.EnterInErrorAsync(new() { AppointmentId = booked.Id, Version = row.Version, Reason = "Wrong patient" }, None)).Error);
        Assert.Empty((await scene.Reception.ListAsync(new(), new(), None)).Value.Rows);
        Assert.Empty((await scene.Reception.CheckInQueueAsync(None)).Value);
        Assert.Equal(EncounterStatus.EnteredInError, await db.LookAsync(scene.Organization, look => look.Encounters.Where(e => e.Id == row.EncounterId).Select(e => e.Status).SingleAsync()));
        Assert.Single((await scene.Reception.ListAsync(new(Status: AppointmentStatus.EnteredInError), new(), None)).Value.Rows);
    }

    [Fact]
    public async Task Todays_list_reaches_two_hours_over_midnight_and_keeps_who_still_waits()
    {
        var scene = await SceneAsync("Etc/GMT+9"); // nine hours behind: at 08:00 UTC it is 23:00 of the day before
        var doctor = scene.Doctor.Service<AppointmentService>();
        var soon = await db.Given.AppointmentAsync(scene.Doctor, scene.PatientId, db.Now.AddMinutes(100));
        var late = await db.Given.AppointmentAsync(scene.Doctor, scene.PatientId, db.Now.AddHours(5));
        var today = (await doctor.DayAsync(null, None)).Value;
        Assert.Equal(LocalDay.Of(TimeZoneInfo.FindSystemTimeZoneById("Etc/GMT+9"), db.Now), today.On);
        Assert.Equal([soon.Id], today.Rows.Select(r => r.Id));
        Assert.Equal([soon.Id, late.Id], (await doctor.DayAsync(today.On.AddDays(1), None)).Value.Rows.Select(r => r.Id));

        var midnight = await SceneAsync("Etc/GMT+8"); // here 08:00 UTC is midnight sharp
        var waiting = await db.Given.AppointmentAsync(midnight.Doctor, midnight.PatientId, db.Now.AddMinutes(-30), status: AppointmentStatus.Arrived);
        var due = await db.Given.AppointmentAsync(midnight.Doctor, midnight.PatientId, db.Now.AddMinutes(-90)); // may yet come, and is checked in then
        var over = await db.Given.AppointmentAsync(midnight.Doctor, midnight.PatientId, db.Now.AddMinutes(-150));
        var ids = (await midnight.Doctor.Service<AppointmentService>().DayAsync(null, None)).Value.Rows.Select(r => r.Id).ToList();
        Assert.Contains(waiting.Id, ids);
        Assert.Contains(due.Id, ids);
        Assert.DoesNotContain(over.Id, ids);
        Assert.Contains((await midnight.Reception.CheckInQueueAsync(None)).Value, row => row.Id == due.Id);
    }

    [Fact]
    public async Task Lists_are_filtered_sorted_and_paged()
    {
        var scene = await SceneAsync();
        for (var i = 0; i < 5; i++)
        {
            await db.Given.AppointmentAsync(scene.Doctor, scene.PatientId, scene.Soon.AddDays(i), status: i % 2 == 0 ? AppointmentStatus.Booked : AppointmentStatus.Cancelled);
        }

        var today = LocalDay.Of(TimeZoneInfo.FindSystemTimeZoneById("Africa/Lagos"), db.Now);
        Assert.Equal(3, (await scene.Reception.ListAsync(new(Status: AppointmentStatus.Booked), new(), None)).Value.Total);
        Assert.Equal(2, (await scene.Reception.ListAsync(new(today.AddDays(1), today.AddDays(2)), new(), None)).Value.Total);
        var page = (await scene.Reception.ListAsync(new(), new PageRequest(1, 2), None)).Value;
        Assert.Equal((5, 2), (page.Total, page.Rows.Count));
        foreach (var key in AppointmentService.SortKeys)
        {
            Assert.Equal(5, (await scene.Reception.ListAsync(new(), new PageRequest(0, 10, key, true), None)).Value.Rows.Count);
        }

        Assert.Empty((await scene.Reception.ListAsync(new(DateOnly.MinValue, DateOnly.MinValue), new(), None)).Value.Rows);
        Assert.Equal(5, (await scene.Reception.ListAsync(new(DateOnly.MinValue, DateOnly.MaxValue), new(), None)).Value.Total);
    }

    [Fact]
    public async Task A_calendar_shows_names_to_staff_and_only_their_own_to_a_patient()
    {
        var scene = await SceneAsync();
        await scene.BookedAsync(scene.Soon);
        var patient = await db.People.PatientAsync(scene.Organization);
        var own = (await patient.Service<AppointmentService>().BookOwnAsync(new() { ClinicianId = scene.Doctor.StaffMemberId, StartsAt = scene.Soon.AddHours(3) }, None)).Value;

        var staff = (await scene.Reception.CalendarAsync(scene.Doctor.StaffMemberId!.Value, null, 1, None)).Value.Days.Single();
        Assert.Equal(2, staff.Booked);
        Assert.All(staff.Entries.Where(e => e.Kind == CalendarKind.Visit), e => Assert.NotNull(e.RecordNumber));
        var theirs = (await patient.Service<AppointmentService>().CalendarAsync(scene.Doctor.StaffMemberId!.Value, null, 1, None)).Value.Days.Single();
        Assert.Equal([own.Id], theirs.Entries.Where(e => e.Kind == CalendarKind.Visit).Select(e => e.AppointmentId!.Value));
        Assert.Contains(theirs.Entries, e => e.Kind == CalendarKind.Taken && e.StartsAt == scene.Soon && e.PatientName is null);
        Assert.DoesNotContain(theirs.Entries, e => e.Kind == CalendarKind.Free && e.StartsAt == scene.Soon);
    }

    [Fact]
    public async Task A_patients_visits_open_through_the_chart_and_are_recorded()
    {
        var scene = await SceneAsync();
        await scene.BookedAsync(scene.Soon);
        Assert.Single((await scene.Reception.PatientAppointmentsAsync(scene.PatientId, None)).Value);
        Assert.Equal(1, await scene.SuccessesAsync("ViewAppointments", scene.PatientId));
    }

    private static async Task Until(Func<bool> happened)
    {
        for (var i = 0; i < 100 && !happened(); i++)
        {
            await Task.Delay(20);
        }

        Assert.True(happened());
    }
}

public sealed class AppointmentServiceOnSqlite(SqliteDatabase db) : AppointmentServiceTests(db), IClassFixture<SqliteDatabase>;

public sealed class AppointmentServiceOnPostgres(PostgresDatabase db) : AppointmentServiceTests(db), IClassFixture<PostgresDatabase>;
