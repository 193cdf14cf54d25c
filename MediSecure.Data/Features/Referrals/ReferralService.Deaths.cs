using MediSecure.Data.Common;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.Referrals;

/// <summary>The end of all that waits for a visit, at both ends.</summary>
public sealed partial class ReferralService
{
    private const string Died = "The patient died.";

    /// <summary>Closes what was sent for this patient and fails what came for them, as part of recording the death. Inside a changing door; the caller saves.</summary>
    internal async Task<Result> EndByDeathAsync(MediSecureDbContext db, Guid patientId, CancellationToken ct)
    {
        var ids = await db.Referrals.AsNoTracking().Where(r => r.PatientId == patientId && (r.Status == ReferralStatus.Active || r.Status == ReferralStatus.OnHold)).OrderBy(r => r.Id).Select(r => r.Id).ToListAsync(ct);
        foreach (var id in ids)
        {
            await db.LockAsync("referral", id, ct);
            var referral = await db.Referrals.SingleAsync(r => r.Id == id, ct);
            if (!referral.IsOpen)
            {
                continue; // answered: the sender reads it and closes
            }

            var closed = referral.Close(Died, Now, db.ActorId);
            var told = closed.Failed ? closed : await TellAsync(db, referral, copy => copy.Withdraw(ReferralRules.ClosedBySender, Now), ct);
            if (told.Failed)
            {
                return told;
            }
        }

        var came = await db.IncomingReferrals.AsNoTracking().Where(r => r.PatientId == patientId && (r.Progress == ReferralProgress.Accepted || r.Progress == ReferralProgress.InProgress)).OrderBy(r => r.Id).Select(r => r.Id).ToListAsync(ct);
        foreach (var id in came)
        {
            await db.LockAsync("referral", id, ct);
            var incoming = await db.IncomingReferrals.SingleAsync(r => r.Id == id, ct);
            if (!incoming.IsOpen)
            {
                continue;
            }

            var failed = incoming.Fail(Died, Now);
            var told = failed.Failed ? failed : await exchange.WriteAsync(db, incoming.SenderOrganizationId, id, async (other, last) =>
            {
                var sent = await other.Referrals.SingleOrDefaultAsync(r => r.Id == id && r.PartnerOrganizationId == incoming.OrganizationId, last);
                var same = sent is null ? Error.NotFound : sent.Fail(Died, Now);
                return same.Failed ? same : await other.SaveAsync(last);
            }, ct);
            if (told.Failed)
            {
                return told;
            }
        }

        return Result.Ok;
    }
}
