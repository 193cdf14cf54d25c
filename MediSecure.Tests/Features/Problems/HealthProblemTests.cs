using MediSecure.Data.Features.Problems;

namespace MediSecure.Tests.Features.Problems;

public sealed class HealthProblemTests
{
    private static readonly DateOnly Onset = new(2025, 1, 10);
    private static readonly DateTime At = new(2026, 3, 2, 8, 0, 0, DateTimeKind.Utc);

    private static HealthProblem In(ProblemStatus status, ProblemVerification verification = ProblemVerification.Confirmed)
    {
        var problem = new HealthProblem(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), new ProblemFacts("Asthma", "J45.909", null, Onset, null), verification == ProblemVerification.Refuted ? ProblemVerification.Provisional : verification, Guid.NewGuid(), At);
        foreach (var step in status switch
        {
            ProblemStatus.Active => Array.Empty<ProblemStatus>(),
            ProblemStatus.Recurrence => [ProblemStatus.Resolved, ProblemStatus.Recurrence],
            _ => [status],
        })
        {
            Assert.False(problem.MoveTo(step, Onset.AddDays(5)).Failed);
        }

        if (verification == ProblemVerification.Refuted)
        {
            Assert.False(problem.Assess(ProblemVerification.Refuted).Failed);
        }

        return problem;
    }

    public static TheoryData<ProblemStatus, ProblemStatus> States => [.. from one in Enum.GetValues<ProblemStatus>() from other in Enum.GetValues<ProblemStatus>() select (one, other)];

    [Theory]
    [MemberData(nameof(States))]
    public void A_problem_moves_only_along_its_course(ProblemStatus from, ProblemStatus to)
    {
        var problem = In(from);
        var legal = (from, to) is (ProblemStatus.Active, ProblemStatus.Remission) or (ProblemStatus.Active, ProblemStatus.Resolved) or (ProblemStatus.Recurrence, ProblemStatus.Remission)
            or (ProblemStatus.Recurrence, ProblemStatus.Resolved) or (ProblemStatus.Remission, ProblemStatus.Recurrence) or (ProblemStatus.Remission, ProblemStatus.Resolved) or (ProblemStatus.Resolved, ProblemStatus.Recurrence);
        var result = problem.MoveTo(to, Onset.AddDays(30));
        Assert.Equal(legal ? null : "problem.not-possible", result.Error?.Code);
        Assert.Equal(legal ? to : from, problem.ClinicalStatus);
        Assert.Equal(problem.ClinicalStatus is ProblemStatus.Remission or ProblemStatus.Resolved, problem.AbatedOn is not null);
        Assert.Equal(problem.ClinicalStatus is ProblemStatus.Active or ProblemStatus.Recurrence, problem.IsActive);
    }

    public static TheoryData<ProblemVerification, ProblemVerification> Certainties => [.. from one in Enum.GetValues<ProblemVerification>() from other in Enum.GetValues<ProblemVerification>() where one != ProblemVerification.EnteredInError select (one, other)];

    [Theory]
    [MemberData(nameof(Certainties))]
    public void Certainty_follows_its_own_table(ProblemVerification from, ProblemVerification to)
    {
        var problem = In(ProblemStatus.Active, from);
        var legal = (from, to) is (ProblemVerification.Provisional, ProblemVerification.Confirmed) or (ProblemVerification.Provisional, ProblemVerification.Refuted) or (ProblemVerification.Confirmed, ProblemVerification.Refuted)
            or (ProblemVerification.Refuted, ProblemVerification.Provisional);
        Assert.Equal(legal ? null : "problem.certainty-not-possible", problem.Assess(to).Error?.Code);
        Assert.Equal(legal ? to : from, problem.Verification);
    }

    [Fact]
    public void Days_keep_their_order()
    {
        var problem = In(ProblemStatus.Active);
        Assert.Equal(ProblemErrors.BeforeOnset, problem.MoveTo(ProblemStatus.Resolved, Onset.AddDays(-1)).Error);
        Assert.False(problem.MoveTo(ProblemStatus.Resolved, Onset.AddDays(10)).Failed);
        Assert.Equal(ProblemErrors.BeforeOnset, problem.MoveTo(ProblemStatus.Recurrence, Onset.AddDays(9)).Error);
        Assert.Equal(ProblemErrors.OnsetAfterEnd, problem.Correct(new ProblemFacts("Asthma", null, null, Onset.AddDays(11), null)).Error);
    }

    [Fact]
    public void A_refuted_problem_has_no_course_and_one_entered_in_error_does_not_change()
    {
        Assert.Equal(ProblemErrors.Refuted, In(ProblemStatus.Active, ProblemVerification.Refuted).MoveTo(ProblemStatus.Resolved, Onset.AddDays(1)).Error);
        var mistake = In(ProblemStatus.Active);
        Assert.False(mistake.EnterInError("wrong patient", Guid.NewGuid(), At).Failed);
        Assert.False(mistake.IsActive);
        Assert.Equal(ProblemErrors.InError, mistake.EnterInError("again", Guid.NewGuid(), At).Error);
        Assert.Equal(ProblemErrors.InError, mistake.MoveTo(ProblemStatus.Resolved, Onset.AddDays(1)).Error);
        Assert.Equal(ProblemErrors.InError, mistake.Assess(ProblemVerification.Refuted).Error);
        Assert.Equal(ProblemErrors.InError, mistake.Correct(new ProblemFacts("Other", null, null, null, null)).Error);
    }
}
