using MediSecure.Data.Common;
using MediSecure.Data.Features.Encounters;
using MediSecure.Data.Features.Patients;
using MediSecure.Data.Features.Triage;
using MediSecure.Web.Features.Triage;
using MediSecure.Web.Ui;

namespace MediSecure.Tests.Features.Triage;

/// <summary>Targets, order and every transition, as tables.</summary>
public sealed class TriageRulesTests
{
    private static readonly DateTime At = new(2026, 3, 2, 8, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Nurse = Guid.NewGuid();
    private static readonly Guid Doctor = Guid.NewGuid();

    [Theory]
    [InlineData(null, 10)]
    [InlineData(TriageLevel.Resuscitation, 0)]
    [InlineData(TriageLevel.Emergency, 10)]
    [InlineData(TriageLevel.Urgent, 30)]
    [InlineData(TriageLevel.SemiUrgent, 60)]
    [InlineData(TriageLevel.NonUrgent, 120)]
    public void Each_level_has_its_target_and_is_late_from_the_moment_after_it(TriageLevel? level, int minutes)
    {
        var due = At.AddMinutes(minutes);
        Assert.Equal(due, TriageTimes.DueAt(At, level));
        Assert.False(TriageTimes.IsLate(At, level, due.AddTicks(-1)));
        Assert.False(TriageTimes.IsLate(At, level, due));
        Assert.True(TriageTimes.IsLate(At, level, due.AddTicks(1)));
    }

    [Theory]
    [InlineData(-61, "2 min left", Tone.Neutral)]
    [InlineData(-60, "1 min left", Tone.Neutral)]
    [InlineData(-1, "1 min left", Tone.Neutral)]
    [InlineData(0, "0 min left", Tone.Neutral)]
    [InlineData(1, "Due now", Tone.Critical)]
    [InlineData(59, "Due now", Tone.Critical)]
    [InlineData(60, "1 min late", Tone.Critical)]
    [InlineData(7199, "119 min late", Tone.Critical)]
    [InlineData(7200, "2 h 0 min late", Tone.Critical)]
    public void Minutes_left_and_late_are_said_in_words(int secondsAfterDue, string words, Tone tone)
    {
        var look = TriageLooks.Due(Row("a", TriageLevel.Urgent, 0), At.AddMinutes(30).AddSeconds(secondsAfterDue));
        Assert.Equal((words, tone), (look.Word, look.Tone));
    }

    [Fact]
    public void Only_who_waits_is_late()
    {
        var row = Row("a", TriageLevel.Resuscitation, 90);
        Assert.True(row.IsLate(At.AddHours(9)));
        Assert.False((row with { Status = TriageStatus.WithDoctor }).IsLate(At.AddHours(9)));
        Assert.False((row with { Status = TriageStatus.Done }).IsLate(At.AddHours(9)));
    }

    [Fact]
    public void The_queue_follows_level_then_arrival_and_who_is_not_triaged_stands_apart_oldest_first()
    {
        TriageRow[] rows =
        [
            Row("five, first", TriageLevel.NonUrgent, 300), Row("two, late", TriageLevel.Emergency, 5), Row("untriaged, new", null, 1), Row("one", TriageLevel.Resuscitation, 1), Row("two, early", TriageLevel.Emergency, 50),
            Row("three", TriageLevel.Urgent, 200), Row("untriaged, old", null, 70), Row("four", TriageLevel.SemiUrgent, 2),
            Row("taken", TriageLevel.Emergency, 20) with { Status = TriageStatus.WithDoctor, TakenAt = At },
            Row("for a bed", TriageLevel.Emergency, 90) with { Status = TriageStatus.Done, Disposition = TriageDisposition.Admitted, WaitsForBed = true, TakenAt = At.AddHours(-1), ClosedAt = At },
            Row("gone", null, 90) with { Status = TriageStatus.LeftWithoutBeingSeen, ClosedAt = At.AddMinutes(-5) }, Row("home", null, 90) with { Status = TriageStatus.Done, Disposition = TriageDisposition.Home, ClosedAt = At },
        ];
        var board = TriageBoard.Of(rows);
        Assert.Equal(["untriaged, old", "untriaged, new"], Names(board.ToTriage));
        Assert.Equal(["one", "two, early", "two, late", "three", "four", "five, first"], Names(board.Waiting));
        Assert.Equal(["for a bed", "taken"], Names(board.WithDoctor));
        Assert.Equal(["home", "gone"], Names(board.Closed));
        Assert.Equal(rows.Length, board.All.Count());

        static IEnumerable<string> Names(IEnumerable<TriageRow> section) => section.Select(r => r.Patient);
    }

    /// <summary>What each step may begin from; the other states refuse it and change nothing.</summary>
    public static TheoryData<string, TriageStatus, string?> Steps => new()
    {
        { "assess", TriageStatus.Waiting, null }, { "assess", TriageStatus.WithDoctor, null }, { "assess", TriageStatus.Done, "triage.done" }, { "assess", TriageStatus.LeftWithoutBeingSeen, "triage.left" }, { "assess", TriageStatus.EnteredInError, "triage.in-error" },
        { "take", TriageStatus.Waiting, null }, { "take", TriageStatus.WithDoctor, "triage.already-taken" }, { "take", TriageStatus.Done, "triage.done" }, { "take", TriageStatus.LeftWithoutBeingSeen, "triage.left" }, { "take", TriageStatus.EnteredInError, "triage.in-error" },
        { "hand back", TriageStatus.Waiting, "triage.not-taken" }, { "hand back", TriageStatus.WithDoctor, null }, { "hand back", TriageStatus.Done, "triage.done" }, { "hand back", TriageStatus.LeftWithoutBeingSeen, "triage.left" }, { "hand back", TriageStatus.EnteredInError, "triage.in-error" },
        { "finish", TriageStatus.Waiting, "triage.not-taken" }, { "finish", TriageStatus.WithDoctor, null }, { "finish", TriageStatus.Done, "triage.done" }, { "finish", TriageStatus.LeftWithoutBeingSeen, "triage.left" }, { "finish", TriageStatus.EnteredInError, "triage.in-error" },
        { "leave", TriageStatus.Waiting, null }, { "leave", TriageStatus.WithDoctor, "triage.with-doctor" }, { "leave", TriageStatus.Done, "triage.done" }, { "leave", TriageStatus.LeftWithoutBeingSeen, "triage.left" }, { "leave", TriageStatus.EnteredInError, "triage.in-error" },
        { "end", TriageStatus.Waiting, null }, { "end", TriageStatus.WithDoctor, null }, { "end", TriageStatus.Done, "triage.done" }, { "end", TriageStatus.LeftWithoutBeingSeen, "triage.left" }, { "end", TriageStatus.EnteredInError, "triage.in-error" },
        { "mistake", TriageStatus.Waiting, null }, { "mistake", TriageStatus.WithDoctor, null }, { "mistake", TriageStatus.Done, null }, { "mistake", TriageStatus.LeftWithoutBeingSeen, null }, { "mistake", TriageStatus.EnteredInError, "triage.in-error" },
    };

    [Theory]
    [MemberData(nameof(Steps))]
    public void Each_step_begins_where_the_table_says(string step, TriageStatus from, string? refusal)
    {
        var entry = In(from);
        Result result = step switch
        {
            "assess" => entry.Assess(Guid.NewGuid(), TriageLevel.Urgent, "Pain", At, Nurse),
            "take" => entry.Take(Guid.NewGuid(), At, Doctor),
            "hand back" => entry.HandBack("Theatre"),
            "finish" => entry.Finish(TriageDisposition.Home, null, At, Doctor),
            "leave" => entry.Leave("Gone", At, Nurse),
            "end" => entry.EndBy(TriageDisposition.Died, At, Doctor),
            _ => entry.EnterInError("Wrong person", At, Nurse),
        };
        Assert.Equal(refusal, result.Error?.Code);
        if (refusal is not null)
        {
            Assert.Equal(from, entry.Status);
        }
    }

    [Fact]
    public void The_table_above_names_every_step_in_every_state() => Assert.Equal(7 * Enum.GetValues<TriageStatus>().Length, Steps.Count);

    [Fact]
    public void A_new_triage_keeps_the_level_before_it()
    {
        var entry = In(TriageStatus.Waiting);
        var first = entry.Assess(Guid.NewGuid(), TriageLevel.SemiUrgent, "Pain", At, Nurse).Value;
        var second = entry.Assess(Guid.NewGuid(), TriageLevel.Emergency, "Worse pain", At.AddMinutes(5), Doctor).Value;
        Assert.Equal((null, TriageLevel.SemiUrgent, Nurse), (first.OldLevel, first.NewLevel, first.AssessedBy));
        Assert.Equal((TriageLevel.SemiUrgent, TriageLevel.Emergency, "Worse pain", At.AddMinutes(5)), (second.OldLevel!.Value, second.NewLevel, second.Complaint, second.AssessedAt));
        Assert.Equal((TriageLevel.Emergency, "Worse pain"), (entry.Level!.Value, entry.Complaint));
    }

    [Fact]
    public void An_admission_can_still_end_otherwise_and_nobody_dies_in_this_list()
    {
        var entry = In(TriageStatus.WithDoctor);
        Assert.Equal("triage.died-elsewhere", entry.Finish(TriageDisposition.Died, null, At, Doctor).Error?.Code);
        Assert.Null(entry.Finish(TriageDisposition.Admitted, null, At, Doctor).Error);
        Assert.Null(entry.Finish(TriageDisposition.Home, "Better", At.AddHours(1), Doctor).Error);
        Assert.Equal((TriageDisposition.Home, At.AddHours(1)), (entry.Disposition!.Value, entry.ClosedAt!.Value));
        Assert.Equal("triage.done", entry.Finish(TriageDisposition.Transferred, null, At, Doctor).Error?.Code);
        Assert.DoesNotContain(TriageDisposition.Died, TriageLooks.Dispositions);
    }

    [Fact]
    public void An_emergency_visit_waits_again_goes_on_with_another_doctor_and_ends_once()
    {
        var (first, second) = (Guid.NewGuid(), Guid.NewGuid());
        var visit = Encounter.Emergency(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), At, first, At.AddMinutes(7), "Pain");
        Assert.Equal((EncounterClass.Emergency, EncounterStatus.InProgress, At, At.AddMinutes(7)), (visit.Class, visit.Status, visit.StartedAt, visit.ClinicianStartedAt!.Value));
        Assert.Equal("encounter.not-emergency", visit.ResumeEmergency(second).Error?.Code);
        Assert.Equal(first, visit.ClinicianId);
        Assert.Null(visit.HandBackEmergency().Error);
        Assert.Equal("encounter.not-emergency", visit.HandBackEmergency().Error?.Code);
        Assert.Null(visit.ResumeEmergency(second).Error);
        Assert.Equal((second, At.AddMinutes(7)), (visit.ClinicianId!.Value, visit.ClinicianStartedAt!.Value));
        Assert.Null(visit.FinishEmergency(DischargeOutcome.Home, At.AddMinutes(-1)).Error);
        Assert.Equal((EncounterStatus.Finished, DischargeOutcome.Home, At), (visit.Status, visit.Outcome!.Value, visit.EndedAt!.Value));
        Assert.Equal("encounter.not-emergency", visit.CancelEmergency(At).Error?.Code);
        Assert.Null(visit.EnterEmergencyInError(At.AddHours(1)).Error);
        Assert.Equal((EncounterStatus.EnteredInError, At), (visit.Status, visit.EndedAt!.Value));

        var stay = Encounter.Admit(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), At, first, Guid.NewGuid(), "Pain", null);
        Assert.All([stay.HandBackEmergency(), stay.FinishEmergency(null, At), stay.CancelEmergency(At), stay.EnterEmergencyInError(At)], result => Assert.Equal("encounter.not-emergency", result.Error?.Code));
    }

    private static TriageEntry In(TriageStatus status)
    {
        var entry = new TriageEntry(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), At, ArrivalMode.WalkedIn, "It hurts", At, Nurse);
        if (status is TriageStatus.WithDoctor or TriageStatus.Done)
        {
            Assert.Null(entry.Take(Guid.NewGuid(), At, Doctor).Error);
        }

        Assert.Null(status switch
        {
            TriageStatus.Done => entry.Finish(TriageDisposition.Home, null, At, Doctor).Error,
            TriageStatus.LeftWithoutBeingSeen => entry.Leave("Gone", At, Nurse).Error,
            TriageStatus.EnteredInError => entry.EnterInError("Wrong person", At, Nurse).Error,
            _ => null,
        });
        Assert.Equal(status, entry.Status);
        return entry;
    }

    private static TriageRow Row(string name, TriageLevel? level, int minutesAgo) => new()
    {
        Id = Guid.NewGuid(), PatientId = Guid.NewGuid(), Patient = name, RecordNumber = "TS-1", Sex = Sex.Female, BirthDate = new DateOnly(1980, 1, 2), Status = TriageStatus.Waiting, ArrivedAt = At.AddMinutes(-minutesAgo),
        Mode = ArrivalMode.WalkedIn, Level = level,
    };
}
