using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Mails;

/// <summary>A mail that waits to be sent, queued in the transaction of what it tells. Recipient, subject and text are one protected text, because it may hold a one-time link; it is
/// forgotten as soon as the mail is on its way. FHIR: Communication.</summary>
public sealed class OutgoingMail : IOrganizationOwned, IVersioned
{
    public const int SealedLength = 40_000;
    public const int ProblemLength = 64;

    /// <summary>How long after each failed attempt the next one follows; after the last the mail is given up.</summary>
    public static readonly IReadOnlyList<TimeSpan> Pauses =
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(3), TimeSpan.FromHours(6), TimeSpan.FromHours(12)];

    private OutgoingMail()
    {
    }

    public OutgoingMail(Guid id, Guid organizationId, string sealedText, DateTime queuedAt)
    {
        Id = id;
        OrganizationId = organizationId;
        Sealed = sealedText;
        QueuedAt = queuedAt;
        DueAt = queuedAt;
    }

    public Guid OrganizationId { get; private set; }

    public Guid Id { get; private set; }

    public Guid Version { get; private set; }

    public DateTime QueuedAt { get; private set; }

    /// <summary>When it is tried next; null when it was sent or given up.</summary>
    public DateTime? DueAt { get; private set; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; private set; }

    public DateTime? SentAt { get; private set; }

    public DateTime? GivenUpAt { get; private set; }

    /// <summary>Kind of the last failure, never a server's words: they may repeat the address.</summary>
    public string? Problem { get; private set; }

    /// <summary>Null once it was sent or given up.</summary>
    public string? Sealed { get; private set; }

    /// <summary>Begins an attempt. Another host that looks now leaves the mail alone until the next one is due.</summary>
    /// <returns>False when it is not due, or done.</returns>
    public bool Begin(DateTime at)
    {
        if (DueAt is not { } due || due > at || Sealed is null)
        {
            return false;
        }

        DueAt = at + Pauses[Math.Min(Attempts, Pauses.Count - 1)];
        Attempts++;
        return true;
    }

    public void Sent(DateTime at)
    {
        (SentAt, DueAt, Sealed, Problem) = (at, null, null, null);
    }

    /// <summary>The attempt failed: tried again later, or given up.</summary>
    public void Fail(DateTime at, string problem)
    {
        Problem = problem.Length > ProblemLength ? problem[..ProblemLength] : problem;
        if (Attempts > Pauses.Count)
        {
            (GivenUpAt, DueAt, Sealed) = (at, null, null);
        }
    }
}
