using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Accounts;

/// <summary>How a proposal ended.</summary>
public enum ProposalOutcome
{
    /// <summary>A second administrator agreed; the role is held since then.</summary>
    Confirmed,

    /// <summary>Taken back or turned down: nothing was granted.</summary>
    Declined,
}

/// <summary>One administrator wants to make somebody an administrator; a second one has to agree. Who proposed cannot agree, nor can who would gain: the database refuses both. OWASP ASVS 5.0, 2.3.5.</summary>
public sealed class AdministratorProposal : IOrganizationOwned
{
    /// <summary>What nobody confirmed for so long is asked anew: people and reasons change.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(14);

    private AdministratorProposal()
    {
    }

    public AdministratorProposal(Guid id, Guid organizationId, Guid userId, Guid proposedBy, DateTime proposedAt)
    {
        Id = id;
        OrganizationId = organizationId;
        UserId = userId;
        ProposedBy = proposedBy;
        ProposedAt = proposedAt;
    }

    public Guid OrganizationId { get; private set; }

    public Guid Id { get; private set; }

    /// <summary>Who would become an administrator.</summary>
    public Guid UserId { get; private set; }

    public Guid ProposedBy { get; private set; }

    public DateTime ProposedAt { get; private set; }

    public Guid? DecidedBy { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    /// <summary>Null while it waits.</summary>
    public ProposalOutcome? Outcome { get; private set; }

    /// <summary>Too old to be confirmed.</summary>
    public bool IsOverAt(DateTime at) => at - ProposedAt > Life;

    /// <summary>May this person agree to it? Declining is open to every administrator.</summary>
    public bool MayConfirm(Guid userId) => Outcome is null && userId != ProposedBy && userId != UserId;

    public Result Decide(ProposalOutcome outcome, Guid by, DateTime at)
    {
        if (Outcome is not null)
        {
            return MembershipErrors.ProposalDecided;
        }

        if (outcome == ProposalOutcome.Confirmed && !MayConfirm(by))
        {
            return MembershipErrors.NeedsAnotherPerson;
        }

        if (outcome == ProposalOutcome.Confirmed && IsOverAt(at))
        {
            return MembershipErrors.ProposalOver;
        }

        (Outcome, DecidedBy, DecidedAt) = (outcome, by, at);
        return Result.Ok;
    }
}
