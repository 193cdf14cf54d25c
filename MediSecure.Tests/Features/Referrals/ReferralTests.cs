using MediSecure.Data.Common;
using MediSecure.Data.Features.Referrals;

namespace MediSecure.Tests.Features.Referrals;

/// <summary>Every step from every state, legal and not.</summary>
public sealed class ReferralTests
{
    private static readonly DateTime At = new(2026, 3, 2, 8, 0, 0, DateTimeKind.Utc);
    private static readonly EncryptedText Sealed = new([1]);
    private static readonly Guid Me = Guid.NewGuid();

    [Theory]
    //                                        Receive Accept Reject Book Fail Complete Hold Revoke Close, close with a reason
    [InlineData(null,                         "-", "-", "-", "-", "-", "-", "-", "+", "-", "-")]
    [InlineData(ReferralProgress.Requested,   "+", "+", "+", "-", "-", "-", "+", "+", "-", "+")]
    [InlineData(ReferralProgress.Received,    "-", "+", "+", "-", "-", "-", "+", "+", "-", "+")]
    [InlineData(ReferralProgress.Accepted,    "-", "-", "-", "+", "+", "-", "+", "+", "-", "+")]
    [InlineData(ReferralProgress.InProgress,  "-", "-", "-", "+", "+", "+", "+", "+", "-", "+")]
    [InlineData(ReferralProgress.Completed,   "-", "-", "-", "-", "-", "-", "-", "-", "+", "+")]
    [InlineData(ReferralProgress.Rejected,    "-", "-", "-", "-", "-", "-", "-", "-", "-", "+")]
    [InlineData(ReferralProgress.Failed,      "-", "-", "-", "-", "-", "-", "-", "-", "-", "+")]
    [InlineData(ReferralProgress.Cancelled,   "-", "-", "-", "-", "-", "-", "-", "-", "-", "-")]
    public void Each_state_takes_the_steps_of_the_table_and_no_others(ReferralProgress? from, params string[] expected)
    {
        (string Name, Func<Referral, Result> Step, ReferralProgress? To, ReferralStatus? Status)[] steps =
        [
            ("receive", r => r.Receive(At), ReferralProgress.Received, null),
            ("accept", r => r.Accept(At), ReferralProgress.Accepted, null),
            ("reject", r => r.Reject("No", At), ReferralProgress.Rejected, null),
            ("book", r => r.Book(At.AddDays(1), At), ReferralProgress.InProgress, null),
            ("fail", r => r.Fail("Did not come", At), ReferralProgress.Failed, null),
            ("complete", r => r.Complete(Sealed, "Dr B", At), ReferralProgress.Completed, null),
            ("hold", r => r.Hold("Later", At), from, ReferralStatus.OnHold),
            ("revoke", r => r.Revoke("Not needed", At, Me), from is null ? null : ReferralProgress.Cancelled, ReferralStatus.Revoked),
            ("close", r => r.Close(null, At, Me), from, ReferralStatus.Completed),
            ("close with a reason", r => r.Close("Moved away", At, Me), from is { } open && open.IsOpen() ? ReferralProgress.Cancelled : from, ReferralStatus.Completed),
        ];
        for (var i = 0; i < steps.Length; i++)
        {
            var (name, step, to, status) = steps[i];
            var referral = In(from);
            var before = (referral.Progress, referral.Status);
            var result = step(referral);
            Assert.True(result.Failed == (expected[i] == "-"), $"{name} from {from}: {result.Error?.Code ?? "went through"}");
            Assert.Equal(result.Failed ? before : (to, status ?? before.Status), (referral.Progress, referral.Status));
        }
    }

    [Fact]
    public void What_is_on_hold_is_neither_accepted_nor_booked_until_it_is_resumed()
    {
        var referral = In(ReferralProgress.Received);
        Assert.False(referral.Hold("Later", At).Failed);
        Assert.Equal("referral.on-hold", referral.Accept(At).Error?.Code);
        Assert.Equal("referral.on-hold", referral.Hold("Again", At).Error?.Code);
        Assert.False(referral.Resume().Failed);
        Assert.Equal("referral.not-on-hold", referral.Resume().Error?.Code);
        Assert.False(referral.Accept(At).Failed);
        Assert.False(referral.Hold("Later", At).Failed);
        Assert.Equal("referral.on-hold", referral.Book(At, At).Error?.Code);
    }

    [Fact]
    public void A_draft_is_its_authors_and_what_was_sent_is_not_written_again()
    {
        var referral = In(null);
        Assert.Equal("referral.not-the-author", referral.Send(Guid.NewGuid(), At, At).Error?.Code);
        Assert.Equal("referral.not-the-author", referral.Revoke("x", At, Guid.NewGuid()).Error?.Code);
        Assert.False(referral.Send(Me, At, At.AddDays(14)).Failed);
        Assert.Equal("referral.sent", referral.Send(Me, At, At).Error?.Code);
        Assert.Equal("referral.sent", referral.Write(Facts(ReferralTo.Outside), Me).Error?.Code);
    }

    [Fact]
    public void Only_an_outside_referral_gets_its_report_typed_in_and_closes_with_it()
    {
        Assert.Equal("referral.not-outside", In(ReferralProgress.Requested).AttachReport(Sealed, "Them", At, Me).Error?.Code);
        var outside = In(ReferralProgress.Requested, ReferralTo.Outside);
        Assert.False(outside.AttachReport(Sealed, "Them", At, Me).Failed);
        Assert.Equal((ReferralStatus.Completed, ReferralProgress.Completed, "Them"), (outside.Status, outside.Progress, outside.ReportedBy));
        Assert.Equal("referral.closed", outside.AttachReport(Sealed, "Them", At, Me).Error?.Code);
        Assert.Equal("referral.closed", outside.Close("x", At, Me).Error?.Code);
    }

    [Fact]
    public void A_visit_that_was_somebody_elses_leaves_it_accepted_and_without_a_time()
    {
        var referral = In(ReferralProgress.InProgress);
        Assert.False(referral.Unbook(At).Failed);
        Assert.Equal((ReferralProgress.Accepted, null), (referral.Progress!.Value, referral.AppointmentAt));
        Assert.Equal("referral.is-accepted", referral.Unbook(At).Error?.Code);
        Assert.Equal("referral.is-completed", In(ReferralProgress.Completed).Unbook(At).Error?.Code);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Sent_under_emergency_access_it_keeps_no_chart_open(bool inCare)
    {
        var referral = In(null);
        Assert.True(referral.InCare);
        Assert.False(referral.Send(Me, At, At.AddDays(14), inCare).Failed);
        Assert.Equal(inCare, referral.InCare);
    }

    [Fact]
    public void Why_the_sender_closes_what_is_open_stays_with_the_sender()
    {
        var referral = In(ReferralProgress.Requested);
        Assert.False(referral.Close("Has a diagnosis now", At, Me).Failed);
        Assert.Equal(("Has a diagnosis now", ReferralRules.ClosedBySender), (referral.CloseReason, referral.AnswerReason));
    }

    [Theory]
    [InlineData(ReferralUrgency.Routine, 84)]
    [InlineData(ReferralUrgency.Urgent, 14)]
    [InlineData(ReferralUrgency.Asap, 2)]
    [InlineData(ReferralUrgency.Stat, 0)]
    public void Target_days_come_from_one_table(ReferralUrgency urgency, int days) => Assert.Equal(days, urgency.TargetDays());

    [Theory]
    [InlineData(ReferralProgress.Requested, 0, false)]
    [InlineData(ReferralProgress.Requested, 1, true)]
    [InlineData(ReferralProgress.InProgress, 1, true)]
    [InlineData(ReferralProgress.Completed, 1, false)]
    [InlineData(ReferralProgress.Rejected, 1, false)]
    [InlineData(null, 1, false)]
    public void Overdue_is_what_is_open_after_its_target_day(ReferralProgress? progress, int seconds, bool overdue) => Assert.Equal(overdue, ReferralRules.IsOverdue(progress, At, At.AddSeconds(seconds)));

    private static ReferralFacts Facts(ReferralTo to) => new(to, to == ReferralTo.Department ? Guid.NewGuid() : null, null, null, "There", "Cardiology", ReferralUrgency.Urgent, ReferralCategory.Opinion, Sealed, null, null, null);

    private static Referral In(ReferralProgress? progress, ReferralTo to = ReferralTo.Department)
    {
        var referral = new Referral(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Facts(to), Guid.NewGuid(), Me, true, At);
        if (progress is null)
        {
            return referral;
        }

        referral.Send(Me, At, At.AddDays(14));
        Func<Referral, Result>[] path = progress switch
        {
            ReferralProgress.Received => [r => r.Receive(At)],
            ReferralProgress.Accepted => [r => r.Accept(At)],
            ReferralProgress.Rejected => [r => r.Reject("No", At)],
            ReferralProgress.InProgress => [r => r.Accept(At), r => r.Book(At, At)],
            ReferralProgress.Completed => [r => r.Accept(At), r => r.Book(At, At), r => r.Complete(Sealed, "Dr B", At)],
            ReferralProgress.Failed => [r => r.Accept(At), r => r.Fail("No", At)],
            ReferralProgress.Cancelled => [r => r.Revoke("No", At, Me)],
            _ => [],
        };
        Assert.All(path, step => Assert.False(step(referral).Failed));
        Assert.Equal(progress, referral.Progress);
        return referral;
    }
}
