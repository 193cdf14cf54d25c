using MediSecure.Data.Common;
using MediSecure.Data.Features.Amendments;

namespace MediSecure.Tests.Features.Amendments;

/// <summary>States of a request and what leads from one to the other.</summary>
public sealed class AmendmentRequestTests
{
    private static readonly DateTime Now = new(2026, 3, 2, 8, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly Guid Somebody = Guid.NewGuid();
    private static readonly EncryptedText Words = new([1]);

    public static TheoryData<AmendmentStatus, string, string?> Steps => new()
    {
        { AmendmentStatus.Requested, "review", null },
        { AmendmentStatus.Requested, "accept", null },
        { AmendmentStatus.Requested, "refuse", null },
        { AmendmentStatus.Requested, "withdraw", null },
        { AmendmentStatus.Requested, "disagree", "amendment.not-refused" },
        { AmendmentStatus.InReview, "review", "amendment.in-review" },
        { AmendmentStatus.InReview, "accept", null },
        { AmendmentStatus.InReview, "refuse", null },
        { AmendmentStatus.InReview, "withdraw", null },
        { AmendmentStatus.InReview, "disagree", "amendment.not-refused" },
        { AmendmentStatus.Accepted, "review", "amendment.answered" },
        { AmendmentStatus.Accepted, "accept", "amendment.answered" },
        { AmendmentStatus.Accepted, "refuse", "amendment.answered" },
        { AmendmentStatus.Accepted, "withdraw", "amendment.answered" },
        { AmendmentStatus.Accepted, "disagree", "amendment.not-refused" },
        { AmendmentStatus.Refused, "review", "amendment.answered" },
        { AmendmentStatus.Refused, "accept", "amendment.answered" },
        { AmendmentStatus.Refused, "refuse", "amendment.answered" },
        { AmendmentStatus.Refused, "withdraw", "amendment.answered" },
        { AmendmentStatus.Refused, "disagree", null },
        { AmendmentStatus.Withdrawn, "review", "amendment.withdrawn" },
        { AmendmentStatus.Withdrawn, "accept", "amendment.withdrawn" },
        { AmendmentStatus.Withdrawn, "refuse", "amendment.withdrawn" },
        { AmendmentStatus.Withdrawn, "withdraw", "amendment.withdrawn" },
        { AmendmentStatus.Withdrawn, "disagree", "amendment.not-refused" },
    };

    [Theory]
    [MemberData(nameof(Steps))]
    public void Each_state_allows_what_it_allows(AmendmentStatus from, string step, string? refused) => Assert.Equal(refused, Do(In(from), step).Error?.Code);

    [Fact]
    public void One_disagrees_once()
    {
        var request = In(AmendmentStatus.Refused);
        Assert.False(request.Disagree(Words, Now).Failed);
        Assert.Equal("amendment.disagreed-already", request.Disagree(Words, Now).Error?.Code);
    }

    [Theory]
    [InlineData(AmendmentItem.Note, "amendment.no-addendum")]
    [InlineData(AmendmentItem.Allergy, "amendment.entry-unchanged")]
    [InlineData(AmendmentItem.Problem, "amendment.entry-unchanged")]
    [InlineData(AmendmentItem.Diagnosis, "amendment.entry-unchanged")]
    [InlineData(AmendmentItem.Other, null)]
    public void What_is_accepted_names_its_correction_but_for_details(AmendmentItem item, string? code)
    {
        var request = Asked(item);
        Assert.Equal(code, request.Accept(null, null, Somebody, Now).Error?.Code);
        Assert.Equal(code is null ? AmendmentStatus.Accepted : AmendmentStatus.Requested, request.Status);
    }

    [Theory]
    [InlineData(59, false)]
    [InlineData(60, false)]
    [InlineData(61, true)]
    public void An_answer_is_due_within_sixty_days(int days, bool overdue)
    {
        var request = Asked(AmendmentItem.Note);
        Assert.Equal(overdue, request.IsOverdue(Today.AddDays(days)));
        request.Withdraw(Now);
        Assert.False(request.IsOverdue(Today.AddDays(days)));
    }

    private static AmendmentRequest Asked(AmendmentItem item) => AmendmentRequest.Ask(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), new(item, item == AmendmentItem.Other ? null : Guid.NewGuid(), null, null), Words, Words, Today, Somebody, Now);

    private static AmendmentRequest In(AmendmentStatus status)
    {
        var request = Asked(AmendmentItem.Note);
        Do(request, status switch { AmendmentStatus.InReview => "review", AmendmentStatus.Accepted => "accept", AmendmentStatus.Refused => "refuse", AmendmentStatus.Withdrawn => "withdraw", _ => "" });
        Assert.Equal(status, request.Status);
        return request;
    }

    private static Result Do(AmendmentRequest request, string step) => step switch
    {
        "review" => request.Review(Somebody, Now),
        "accept" => request.Accept(Guid.NewGuid(), null, Somebody, Now),
        "refuse" => request.Refuse(RefusalGround.Accurate, Words, Somebody, Now),
        "withdraw" => request.Withdraw(Now),
        "disagree" => request.Disagree(Words, Now),
        _ => Result.Ok,
    };
}
