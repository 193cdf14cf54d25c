using MediSecure.Data.Common;
using MediSecure.Data.Features.Beds;
using MediSecure.Data.Features.Encounters;

namespace MediSecure.Tests.Features.Beds;

/// <summary>Every status × action of a bed stay, a cleaning task and an inpatient encounter.</summary>
public sealed class BedStayTests
{
    private static readonly DateTime At = new(2026, 3, 2, 8, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Nurse = Guid.CreateVersion7();
    private static readonly Guid Cleaner = Guid.CreateVersion7();

    [Theory]
    [InlineData(BedStayStatus.Reserved, "activate", "Active")]
    [InlineData(BedStayStatus.Reserved, "complete", "bed.stay-over")]
    [InlineData(BedStayStatus.Reserved, "cancel", "Cancelled")]
    [InlineData(BedStayStatus.Active, "activate", "bed.not-reserved")]
    [InlineData(BedStayStatus.Active, "complete", "Completed")]
    [InlineData(BedStayStatus.Active, "cancel", "bed.not-reserved")]
    [InlineData(BedStayStatus.Completed, "activate", "bed.not-reserved")]
    [InlineData(BedStayStatus.Completed, "complete", "bed.stay-over")]
    [InlineData(BedStayStatus.Completed, "cancel", "bed.not-reserved")]
    [InlineData(BedStayStatus.Cancelled, "activate", "bed.not-reserved")]
    [InlineData(BedStayStatus.Cancelled, "complete", "bed.stay-over")]
    [InlineData(BedStayStatus.Cancelled, "cancel", "bed.not-reserved")]
    [InlineData(BedStayStatus.Reserved, "error", "bed.stay-over")]
    [InlineData(BedStayStatus.Active, "error", "EnteredInError")]
    [InlineData(BedStayStatus.Completed, "error", "EnteredInError")]
    [InlineData(BedStayStatus.Cancelled, "error", "bed.stay-over")]
    [InlineData(BedStayStatus.EnteredInError, "error", "bed.stay-over")]
    [InlineData(BedStayStatus.EnteredInError, "complete", "bed.stay-over")]
    [InlineData(BedStayStatus.Active, "resume", "bed.stay-not-over")]
    [InlineData(BedStayStatus.Completed, "resume", "Active")]
    [InlineData(BedStayStatus.Cancelled, "resume", "bed.stay-not-over")]
    [InlineData(BedStayStatus.EnteredInError, "resume", "bed.stay-not-over")]
    public void A_bed_stay_in_a_status_answers_an_action(BedStayStatus from, string action, string expected)
    {
        var stay = Stay(from);
        var result = action switch
        {
            "activate" => stay.Activate(Guid.CreateVersion7(), At.AddMinutes(5), Nurse),
            "complete" => stay.Complete(At.AddMinutes(5)),
            "error" => stay.EnterInError(At.AddMinutes(5)),
            "resume" => stay.Resume(),
            _ => stay.Cancel(At.AddMinutes(5)),
        };
        Assert.Equal(expected, result.Error?.Code ?? stay.Status.ToString());
        Assert.Equal(stay.Status is BedStayStatus.Reserved or BedStayStatus.Active, stay.ReleasedAt is null);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(240, true)]
    [InlineData(241, false)]
    public void A_bed_is_kept_for_at_most_four_hours(int minutes, bool allowed) =>
        Assert.Equal(allowed ? null : "bed.reservation-length",
            BedStay.Reserve(Guid.CreateVersion7(), Guid.Empty, Guid.Empty, Guid.Empty, null, At, At.AddMinutes(minutes), Nurse).Error?.Code);

    [Fact]
    public void A_reservation_counts_until_its_time_is_over_and_ends_then_whenever_it_is_released()
    {
        var stay = Stay(BedStayStatus.Reserved);
        Assert.True(stay.Counts(At.AddMinutes(59)));
        Assert.False(stay.Counts(At.AddMinutes(60)));
        Assert.Equal("bed.reservation-lapsed", stay.Activate(Guid.CreateVersion7(), At.AddMinutes(60), Nurse).Error?.Code);
        Assert.False(stay.Cancel(At.AddHours(9)).Failed);
        Assert.Equal(At.AddMinutes(60), stay.ReleasedAt);
    }

    [Theory]
    [InlineData(CleaningStatus.Requested, "start", "InProgress")]
    [InlineData(CleaningStatus.Requested, "complete", "bed.cleaning-not-started")]
    [InlineData(CleaningStatus.InProgress, "start", "bed.cleaning-started")]
    [InlineData(CleaningStatus.InProgress, "complete", "Completed")]
    [InlineData(CleaningStatus.Completed, "start", "bed.cleaning-done")]
    [InlineData(CleaningStatus.Completed, "complete", "bed.cleaning-done")]
    public void A_cleaning_task_in_a_status_answers_an_action(CleaningStatus from, string action, string expected)
    {
        var task = Task(from);
        var result = action == "start" ? task.Start(At, Cleaner) : task.Complete(At, Cleaner);
        Assert.Equal(expected, result.Error?.Code ?? task.Status.ToString());
    }

    [Fact]
    public void Who_recorded_the_departure_may_start_but_never_confirm_the_cleaning()
    {
        var task = Task(CleaningStatus.Requested);
        Assert.False(task.Start(At, Nurse).Failed);
        Assert.Equal("bed.cleaned-by-same-person", task.Complete(At, Nurse).Error?.Code);
        Assert.Equal(CleaningStatus.InProgress, task.Status);
        Assert.False(task.Complete(At, Cleaner).Failed);
    }

    [Theory]
    [InlineData("admitted", "order", null)]
    [InlineData("admitted", "cancel order", "encounter.discharge-not-ordered")]
    [InlineData("admitted", "home", "encounter.discharge-order-missing")]
    [InlineData("admitted", "transfer", "encounter.discharge-order-missing")]
    [InlineData("admitted", "against advice", null)]
    [InlineData("admitted", "died", null)]
    [InlineData("admitted", "isolate", null)]
    [InlineData("admitted", "end isolation", "encounter.not-isolated")]
    [InlineData("admitted", "move", null)]
    [InlineData("ordered", "order", "encounter.discharge-already-ordered")]
    [InlineData("ordered", "cancel order", null)]
    [InlineData("ordered", "home", null)]
    [InlineData("ordered", "transfer", null)]
    [InlineData("ordered", "died", null)]
    [InlineData("ordered", "isolate", null)]
    [InlineData("isolated", "isolate", "encounter.already-isolated")]
    [InlineData("isolated", "end isolation", null)]
    [InlineData("isolated", "order", null)]
    [InlineData("finished", "order", "encounter.not-inpatient")]
    [InlineData("finished", "cancel order", "encounter.not-inpatient")]
    [InlineData("finished", "home", "encounter.not-inpatient")]
    [InlineData("finished", "died", "encounter.not-inpatient")]
    [InlineData("finished", "isolate", "encounter.not-inpatient")]
    [InlineData("finished", "end isolation", "encounter.not-inpatient")]
    [InlineData("finished", "move", "encounter.not-inpatient")]
    [InlineData("admitted", "edit", null)]
    [InlineData("admitted", "edit without a day", null)]
    [InlineData("ordered", "edit without a day", "encounter.ordered-without-day")]
    [InlineData("finished", "edit", "encounter.not-inpatient")]
    [InlineData("error", "edit", "encounter.not-inpatient")]
    [InlineData("admitted", "error", null)]
    [InlineData("ordered", "error", null)]
    [InlineData("finished", "error", "encounter.not-inpatient")]
    [InlineData("error", "error", "encounter.not-inpatient")]
    [InlineData("error", "home", "encounter.not-inpatient")]
    [InlineData("admitted", "take back", "encounter.not-left")]
    [InlineData("finished", "take back", null)]
    [InlineData("finished", "take back later", "encounter.left-long-ago")]
    [InlineData("died", "take back", "encounter.left-by-dying")]
    [InlineData("error", "take back", "encounter.not-left")]
    public void An_inpatient_encounter_in_a_state_answers_an_action(string state, string action, string? expected)
    {
        var encounter = Encounter.Admit(Guid.CreateVersion7(), Guid.Empty, Guid.Empty, At, Guid.Empty, Guid.Empty, "Pneumonia", null);
        Result before = state switch
        {
            "ordered" => encounter.OrderDischarge(new DateOnly(2026, 3, 2), At),
            "isolated" => encounter.Isolate("Contact"),
            "finished" => encounter.Finish(DischargeOutcome.AgainstAdvice, At),
            "died" => encounter.Finish(DischargeOutcome.Died, At),
            "error" => encounter.EnterStayInError("Wrong patient", At),
            _ => Result.Ok,
        };
        Assert.False(before.Failed);
        var result = action switch
        {
            "order" => encounter.OrderDischarge(new DateOnly(2026, 3, 3), At),
            "cancel order" => encounter.CancelDischargeOrder(),
            "home" => encounter.Finish(DischargeOutcome.Home, At),
            "transfer" => encounter.Finish(DischargeOutcome.Transfer, At),
            "against advice" => encounter.Finish(DischargeOutcome.AgainstAdvice, At),
            "died" => encounter.Finish(DischargeOutcome.Died, At),
            "isolate" => encounter.Isolate("Droplet"),
            "end isolation" => encounter.EndIsolation(),
            "edit" => encounter.EditStay(Guid.CreateVersion7(), "Sepsis", new DateOnly(2026, 3, 4)),
            "edit without a day" => encounter.EditStay(Guid.CreateVersion7(), "Sepsis", null),
            "error" => encounter.EnterStayInError("Another patient of this name", At),
            "take back" => encounter.TakeBackDeparture(At.AddDays(1)),
            "take back later" => encounter.TakeBackDeparture(At.AddDays(1).AddMinutes(1)),
            _ => encounter.MoveTo(Guid.CreateVersion7()),
        };
        Assert.Equal(expected, result.Error?.Code);
        Assert.Equal(encounter.EndedAt is null, encounter.Status == EncounterStatus.InProgress);
    }

    private static BedStay Stay(BedStayStatus status)
    {
        var stay = status is BedStayStatus.Reserved or BedStayStatus.Cancelled
            ? BedStay.Reserve(Guid.CreateVersion7(), Guid.Empty, Guid.Empty, Guid.Empty, null, At, At.AddHours(1), Nurse).Value
            : BedStay.Begin(Guid.CreateVersion7(), Guid.Empty, Guid.Empty, Guid.Empty, Guid.CreateVersion7(), At, Nurse);
        var way = status switch { BedStayStatus.Completed => stay.Complete(At), BedStayStatus.Cancelled => stay.Cancel(At), BedStayStatus.EnteredInError => stay.EnterInError(At), _ => Result.Ok };
        Assert.False(way.Failed);
        return stay;
    }

    private static CleaningTask Task(CleaningStatus status)
    {
        var task = new CleaningTask(Guid.CreateVersion7(), Guid.Empty, Guid.Empty, CleaningKind.Housekeeping, At, Nurse);
        Assert.False((status != CleaningStatus.Requested ? task.Start(At, Cleaner) : Result.Ok).Failed);
        Assert.False((status == CleaningStatus.Completed ? task.Complete(At, Cleaner) : Result.Ok).Failed);
        return task;
    }
}
