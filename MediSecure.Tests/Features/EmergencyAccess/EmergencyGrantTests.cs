using MediSecure.Data.Common;
using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Features.EmergencyAccess;

namespace MediSecure.Tests.Features.EmergencyAccess;

/// <summary>The rules of one emergency access.</summary>
[Trait("Check", "18")]
public sealed class EmergencyGrantTests
{
    private static readonly DateTime At = new(2026, 3, 2, 8, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Nurse = Guid.NewGuid(), Officer = Guid.NewGuid();

    private static EmergencyGrant Grant(int minutes = 30) =>
        new(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Nurse, EmergencyReason.LifeThreatening, null, StepUpKind.Password, At, minutes);

    [Theory]
    [InlineData(30, 29, true)]
    [InlineData(30, 30, false)]
    [InlineData(600, 59, true)]
    [InlineData(600, 60, false)]
    public void It_runs_until_its_time_and_never_longer_than_an_hour(int asked, int minutesLater, bool runs) => Assert.Equal(runs, Grant(asked).Runs(At.AddMinutes(minutesLater)));

    [Fact]
    public void It_ends_early_once_and_never_after_its_time()
    {
        var early = Grant();
        Assert.Null(early.End(At.AddMinutes(5)).Error);
        Assert.False(early.Runs(At.AddMinutes(6)));
        Assert.Equal(EmergencyErrors.AlreadyEnded, early.End(At.AddMinutes(7)).Error);
        var late = Grant();
        Assert.Null(late.End(At.AddDays(1)).Error);
        Assert.Equal(late.ExpiresAt, late.EndedAt);
    }

    [Fact]
    public void Somebody_else_reviews_it_once_and_says_what_was_wrong()
    {
        var grant = Grant();
        Assert.Equal(EmergencyErrors.OwnReview, grant.Review(Nurse, At, EmergencyOutcome.Justified, null).Error);
        Assert.Equal(EmergencyErrors.NoteMissing, grant.Review(Officer, At, EmergencyOutcome.NotJustified, "  ").Error);
        Assert.Null(grant.ReviewedBy);
        Assert.Null(grant.Review(Officer, At.AddHours(1), EmergencyOutcome.NotJustified, "Not on duty").Error);
        Assert.Equal(EmergencyErrors.AlreadyReviewed, grant.Review(Guid.NewGuid(), At.AddHours(2), EmergencyOutcome.Justified, null).Error);
        Assert.Equal((Officer, EmergencyOutcome.NotJustified), (grant.ReviewedBy, grant.Outcome));
    }

    [Theory]
    [InlineData((72 * 60) - 1, false, false)]
    [InlineData(72 * 60, false, true)]
    [InlineData(72 * 60, true, false)]
    public void That_nobody_reviewed_it_is_told_when_its_time_is_over_and_once(int minutesLater, bool reviewed, bool told)
    {
        var grant = Grant();
        if (reviewed)
        {
            Assert.Null(grant.Review(Officer, At.AddHours(1), EmergencyOutcome.Justified, null).Error);
        }

        Assert.Equal(told, grant.TellOverdue(At.AddMinutes(minutesLater)));
        Assert.False(grant.TellOverdue(At.AddDays(4)) && told);
    }

    [Theory]
    [InlineData(0, false, EmergencyState.Running)]
    [InlineData(31, false, EmergencyState.Waiting)]
    [InlineData((72 * 60) - 1, false, EmergencyState.Waiting)]
    [InlineData(72 * 60, false, EmergencyState.Overdue)]
    [InlineData(72 * 60, true, EmergencyState.Reviewed)]
    public void Where_it_stands_follows_from_the_time_and_the_review(int minutesLater, bool reviewed, EmergencyState state) => Assert.Equal(state, new EmergencyGrantRow
    {
        Id = Guid.NewGuid(), UserId = Nurse, Person = "", PatientId = Guid.NewGuid(), Patient = "", RecordNumber = "", BirthDate = default, Sex = default, Reason = default,
        GrantedAt = At, ExpiresAt = At.AddMinutes(30), ReviewedAt = reviewed ? At : null,
    }.StateAt(At.AddMinutes(minutesLater)));
}
