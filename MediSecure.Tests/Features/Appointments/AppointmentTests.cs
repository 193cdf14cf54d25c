using MediSecure.Data.Common;
using MediSecure.Data.Features.Appointments;
using MediSecure.Data.Features.Encounters;
using static MediSecure.Data.Features.Appointments.AppointmentAction;
using static MediSecure.Data.Features.Appointments.AppointmentStatus;

namespace MediSecure.Tests.Features.Appointments;

public sealed class AppointmentTests
{
    private static readonly DateTime Start = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);
    private static readonly TimeZoneInfo Lagos = TimeZoneInfo.FindSystemTimeZoneById("Africa/Lagos");

    /// <summary>The whole life, written down once more: what is not here is refused.</summary>
    private static readonly Dictionary<AppointmentStatus, AppointmentAction[]> Legal = new()
    {
        [Proposed] = [Cancel, EnterInError],
        [Pending] = [Book, Cancel, EnterInError],
        [Waitlist] = [Book, Cancel, EnterInError],
        [Held] = [Book, EnterInError],
        [Booked] = [Arrive, CheckIn, Cancel, Reschedule, MarkNoShow, EnterInError],
        [Arrived] = [CheckIn, EnterInError],
        [CheckedIn] = [Start_, Fulfil, EnterInError],
        [Fulfilled] = [EnterInError],
        [Cancelled] = [EnterInError],
        [NoShow] = [UndoNoShow, EnterInError],
        [EnteredInError] = [],
    };

    private const AppointmentAction Start_ = AppointmentAction.Start;

    public static TheoryData<AppointmentStatus, AppointmentAction> Cells
    {
        get
        {
            var cells = new TheoryData<AppointmentStatus, AppointmentAction>();
            foreach (var status in Enum.GetValues<AppointmentStatus>())
            {
                foreach (var action in Enum.GetValues<AppointmentAction>())
                {
                    cells.Add(status, action);
                }
            }

            return cells;
        }
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void An_action_is_legal_exactly_where_the_table_says(AppointmentStatus status, AppointmentAction action)
    {
        var appointment = In(status);
        var result = Do(appointment, action);
        if (Legal[status].Contains(action))
        {
            Assert.Null(result.Error);
            Assert.Equal(After(action, status), appointment.Status);
        }
        else
        {
            Assert.Equal(ErrorKind.Conflict, result.Error!.Kind);
            Assert.Equal(status, appointment.Status);
        }
    }

    [Theory]
    [InlineData(-121, "appointment.check-in-not-open")]
    [InlineData(-120, null)]
    [InlineData(0, null)]
    [InlineData(30 + (12 * 60), null)]
    [InlineData(31 + (12 * 60), "appointment.check-in-over")]
    public void Check_in_is_open_from_two_hours_before_the_start(int minutes, string? refusal)
    {
        Assert.Equal(refusal, In(Booked).CheckIn(Guid.CreateVersion7(), Start.AddMinutes(minutes)).Error?.Code);
        Assert.Equal(refusal, In(Booked).Arrive(Start.AddMinutes(minutes)).Error?.Code);
    }

    [Fact]
    public void Check_in_keeps_the_time_of_an_earlier_arrival()
    {
        var appointment = In(Booked);
        appointment.Arrive(Start.AddMinutes(-20));
        appointment.CheckIn(Guid.CreateVersion7(), Start.AddMinutes(-5));
        Assert.Equal((Start.AddMinutes(-20), Start.AddMinutes(-5)), (appointment.ArrivedAt, appointment.CheckedInAt));
    }

    [Theory]
    [InlineData(14, "appointment.no-show-too-early")]
    [InlineData(15, null)]
    public void Not_attended_counts_from_a_quarter_of_an_hour_after_the_start(int minutes, string? refusal) =>
        Assert.Equal(refusal, In(Booked).MarkNoShow(Start.AddMinutes(minutes)).Error?.Code);

    [Fact]
    public void Not_attended_is_taken_back_on_the_same_local_day_only()
    {
        // Lagos is an hour ahead: its day ends at 23:00 UTC.
        Assert.Equal("appointment.no-show-final", In(NoShow).UndoNoShow(new DateTime(2026, 3, 2, 23, 0, 0, DateTimeKind.Utc), Lagos).Error?.Code);
        var appointment = In(NoShow);
        Assert.False(appointment.UndoNoShow(new DateTime(2026, 3, 2, 22, 59, 0, DateTimeKind.Utc), Lagos).Failed);
        Assert.Equal(Arrived, appointment.Status);
    }

    [Theory]
    [InlineData(-121, null)]
    [InlineData(-120, null)]
    [InlineData(-119, "appointment.too-late")]
    public void A_patient_cancels_and_moves_until_the_cut_off(int minutes, string? refusal)
    {
        Assert.Equal(refusal, In(Booked).Cancel("Better", Start.AddMinutes(minutes), 2).Error?.Code);
        Assert.Equal(refusal, In(Booked).MoveAway("Moved", Start.AddMinutes(minutes), 2).Error?.Code);
        Assert.False(In(Booked).Cancel("Staff may", Start.AddMinutes(minutes)).Failed);
    }

    [Fact]
    public void A_cancellation_needs_a_reason() => Assert.Equal("appointment.reason-needed", In(Booked).Cancel(" ", Start.AddDays(-1)).Error?.Code);

    [Fact]
    public void A_hold_that_ran_out_cannot_be_booked() => Assert.Equal("appointment.hold-expired", In(Held).Book(Start.AddDays(-1).AddMinutes(6)).Error?.Code);

    [Theory]
    [InlineData(0, 20, 20, 40, false)]
    [InlineData(0, 20, 19, 40, true)]
    [InlineData(0, 60, 20, 40, true)]
    [InlineData(20, 40, 0, 60, true)]
    [InlineData(20, 40, 0, 20, false)]
    [InlineData(0, 20, 0, 20, true)]
    public void Slots_overlap_when_they_share_a_moment(int from, int to, int otherFrom, int otherTo, bool overlap)
    {
        var (one, other) = (new TimeSlot(Start.AddMinutes(from), Start.AddMinutes(to)), new TimeSlot(Start.AddMinutes(otherFrom), Start.AddMinutes(otherTo)));
        Assert.Equal(overlap, one.Overlaps(other));
        Assert.Equal(overlap, other.Overlaps(one));
    }

    [Theory]
    [InlineData(4)]
    [InlineData(0)]
    [InlineData(-20)]
    [InlineData(25 * 60)]
    [InlineData(int.MaxValue)]
    public void A_slot_of_an_impossible_length_is_refused(int minutes) => Assert.Equal("appointment.length", TimeSlot.Create(Start, minutes).Error?.Code);

    [Fact]
    public void A_slot_is_an_instant_on_a_whole_minute()
    {
        Assert.Equal("appointment.not-a-time", TimeSlot.Create(DateTime.SpecifyKind(Start, DateTimeKind.Local), 20).Error?.Code);
        Assert.Equal("appointment.not-a-time", TimeSlot.Create(Start.AddSeconds(1), 20).Error?.Code);
        Assert.Equal("appointment.not-a-time", TimeSlot.Create(new DateTime(9999, 12, 31, 23, 59, 0, DateTimeKind.Utc), 20).Error?.Code);
        Assert.False(TimeSlot.Create(Start, 240).Failed);
    }

    [Fact]
    public void A_visit_goes_from_waiting_to_finished_and_no_other_way()
    {
        var visit = Encounter.Visit(Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Start, Guid.CreateVersion7(), null, null);
        Assert.Equal("visit.not-started", visit.FinishVisit(Start).Error?.Code);
        Assert.False(visit.StartVisit(Start.AddMinutes(10)).Failed);
        Assert.Equal("visit.already-started", visit.StartVisit(Start).Error?.Code);
        Assert.False(visit.FinishVisit(Start.AddMinutes(30)).Failed);
        Assert.Equal("visit.already-finished", visit.FinishVisit(Start).Error?.Code);
        Assert.Equal("visit.not-waiting", visit.StartVisit(Start).Error?.Code);
        Assert.Equal((Start.AddMinutes(10), Start.AddMinutes(30)), (visit.ClinicianStartedAt, visit.EndedAt));
    }

    private static Appointment In(AppointmentStatus status)
    {
        var first = status is Proposed or Pending or Waitlist or Held ? status : Booked;
        var appointment = new Appointment(Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), null, null, Start, Start.AddMinutes(30), null,
            first, Start.AddDays(-1), Guid.CreateVersion7());
        if (status == Held)
        {
            appointment.Hold(Start.AddDays(-1).AddMinutes(5));
        }

        var steps = status switch
        {
            Arrived => [Arrive],
            CheckedIn => [CheckIn],
            Fulfilled => [CheckIn, Fulfil],
            Cancelled => [Cancel],
            NoShow => [MarkNoShow],
            EnteredInError => [EnterInError],
            _ => Array.Empty<AppointmentAction>(),
        };
        foreach (var step in steps)
        {
            Assert.Null(Do(appointment, step).Error);
        }

        Assert.Equal(status, appointment.Status);
        return appointment;
    }

    private static Result Do(Appointment appointment, AppointmentAction action) => action switch
    {
        Book => appointment.Book(Start.AddDays(-1)),
        Arrive => appointment.Arrive(Start.AddMinutes(-10)),
        CheckIn => appointment.CheckIn(Guid.CreateVersion7(), Start.AddMinutes(-5)),
        Start_ => appointment.Start(),
        Fulfil => appointment.Fulfil(),
        Cancel => appointment.Cancel("Cannot come", Start.AddDays(-1)),
        Reschedule => appointment.MoveAway("Moved", Start.AddDays(-1)),
        MarkNoShow => appointment.MarkNoShow(Start.AddMinutes(20)),
        UndoNoShow => appointment.UndoNoShow(Start.AddMinutes(25), Lagos),
        _ => appointment.EnterInError("Wrong patient", Start),
    };

    private static AppointmentStatus After(AppointmentAction action, AppointmentStatus before) => action switch
    {
        Book => Booked,
        Arrive or UndoNoShow => Arrived,
        CheckIn => CheckedIn,
        Fulfil => Fulfilled,
        Cancel or Reschedule => Cancelled,
        MarkNoShow => NoShow,
        EnterInError => EnteredInError,
        _ => before,
    };
}
