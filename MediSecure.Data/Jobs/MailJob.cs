using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Mails;
using MediSecure.Data.Features.Organizations;
using MediSecure.Data.Persistence.DemoData;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace MediSecure.Data.Jobs;

/// <summary>Sends what waits in <c>OutgoingMails</c>. At least once: a host that dies between sending and noting it sends again. A failed mail is tried again later and later; the board of jobs
/// shows that some failed.</summary>
public sealed class MailJob(SystemDb doors, MailQueue queue, IMailDelivery delivery, DemoMode demo, JobBoard board, TimeProvider clock) : BackgroundService
{
    public const string Name = "send-mail";
    private const int AtOnce = 20;
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        board.Announce(Name, "Sends the mail that waits: invitations, links for a new password, notices.", Every);
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (demo.HasData)
            {
                await board.RunAsync(Name, SendAsync, stoppingToken);
            }
        }
    }

    /// <summary>One round over all organisations and the platform.</summary>
    /// <exception cref="MailNotSentException">Some failed; they are tried again.</exception>
    public async Task SendAsync(CancellationToken ct)
    {
        var failed = 0;
        string? problem = null;
        foreach (var organizationId in (await doors.OrganizationIdsAsync()).Append(Organization.PlatformId))
        {
            foreach (var id in await DueAsync(organizationId, ct))
            {
                if (await TryAsync(organizationId, id, ct) is { } wrong)
                {
                    failed++;
                    problem = wrong;
                }
            }
        }

        if (problem is not null)
        {
            throw new MailNotSentException(failed, problem);
        }
    }

    private async Task<List<Guid>> DueAsync(Guid organizationId, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = doors.OpenSystem(Name, organizationId);
        return await db.OutgoingMails.AsNoTracking().Where(m => m.DueAt <= now).OrderBy(m => m.DueAt).ThenBy(m => m.Id).Take(AtOnce).Select(m => m.Id).ToListAsync(ct);
    }

    /// <returns>What went wrong; null when it was sent, or is another host's.</returns>
    private async Task<string?> TryAsync(Guid organizationId, Guid id, CancellationToken ct)
    {
        string? sealedText = null;
        if ((await ChangeAsync(organizationId, id, mail => (sealedText = mail.Sealed) is not null && mail.Begin(clock.GetUtcNow().UtcDateTime))).Failed)
        {
            return null;
        }

        string? problem = null;
        try
        {
            await delivery.SendAsync(queue.Open(sealedText!), ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            problem = exception.GetType().Name;
        }

        await ChangeAsync(organizationId, id, mail =>
        {
            var now = clock.GetUtcNow().UtcDateTime;
            if (problem is null) { mail.Sent(now); }
            else { mail.Fail(now, problem); }

            return true;
        });
        return problem;
    }

    private Task<Result> ChangeAsync(Guid organizationId, Guid id, Func<OutgoingMail, bool> change) => doors.ChangeSystemAsync(Name, organizationId, async (db, ct) =>
    {
        var old = clock.GetUtcNow().UtcDateTime - Kept;
        db.RemoveRange(await db.OutgoingMails.Where(m => m.DueAt == null && m.QueuedAt < old).OrderBy(m => m.QueuedAt).Take(AtOnce).ToListAsync(ct));
        return await db.OutgoingMails.SingleOrDefaultAsync(m => m.Id == id, ct) is { } mail && change(mail) ? await db.SaveAsync(ct) : Error.Stale;
    });
}

/// <summary>Mails that could not be sent this time. Says how many and the kind of failure, never to whom.</summary>
public sealed class MailNotSentException(int count, string problem) : Exception($"{count} mails were not sent ({problem}); they are tried again.");
