using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Jobs;
using MediSecure.Data.Persistence;
using MediSecure.Data.Persistence.Encryption;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.EmergencyAccess;

/// <summary>Opening a chart in an emergency, for the clinician. What the privacy officers do with it is in <c>EmergencyAccessService.Review.cs</c>.</summary>
public sealed partial class EmergencyAccessService(MediSecureDb doors, IFieldCipher cipher, ICurrentUser user, StepUp stepUp, MailQueue mails, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>The caller's own access to this chart, and what opening one would take.</summary>
    public async Task<Result<OwnEmergencyAccess>> OwnAsync(Guid patientId, CancellationToken ct)
    {
        await using var db = await doors.OpenAsync(Permission.UseEmergencyAccess, ct);
        var now = Now;
        var (actor, minutes) = (db.ActorId, await MinutesAsync(db, ct));
        var running = await db.EmergencyGrants.AsNoTracking().Where(g => g.UserId == actor && g.PatientId == patientId && g.EndedAt == null && g.ExpiresAt > now)
            .Select(g => new { g.ExpiresAt, g.Reason }).SingleOrDefaultAsync(ct);
        return new OwnEmergencyAccess(running?.ExpiresAt, running?.Reason, minutes, !stepUp.IsDemonstration);
    }

    /// <summary>Opens the chart for the caller, until the time is over. Recorded with its reason; the privacy officers see it at once. The same form again is the same access.</summary>
    /// <returns>When it ends, UTC.</returns>
    public async Task<Result<DateTime>> OpenAsync(OpenEmergencyAccessForm form, CancellationToken ct)
    {
        await using (var look = await doors.OpenAsync(Permission.UseEmergencyAccess, ct))
        {
            if (Check(form) is { } broken)
            {
                return broken;
            }

            if (!await look.Patients.AnyAsync(p => p.Id == form.PatientId, ct))
            {
                return Error.NotFound;
            }
        }

        if ((await doors.OpenableAsync(Permission.ViewPatient, [form.PatientId], ct)).Contains(form.PatientId))
        {
            return EmergencyErrors.NotNeeded;
        }

        // Before the transaction: counting a wrong password is one of its own.
        var confirmed = await stepUp.ConfirmAsync((await user.GetAsync())!, new StepUpAnswer(form.Password, form.Confirmed));
        if (confirmed.Failed)
        {
            return confirmed.Error;
        }

        return await doors.ChangeAsync<DateTime>(Permission.UseEmergencyAccess, async (db, ct) =>
        {
            var now = Now;
            var actor = db.ActorId;
            await db.LockAsync("emergency-access", actor, ct);
            var before = await db.EmergencyGrants.Where(g => g.UserId == actor && g.PatientId == form.PatientId && (g.EndedAt == null || g.Id == form.Id)).ToListAsync(ct);
            if (before.Find(g => g.Id == form.Id) is { } same)
            {
                return same.ExpiresAt;
            }

            if (before.Exists(g => g.Runs(now)))
            {
                return EmergencyErrors.AlreadyRunning;
            }

            foreach (var over in before)
            {
                over.End(now);
            }

            var explanation = cipher.Row<EmergencyGrant>(db, form.Id).Seal(nameof(EmergencyGrant.Explanation), Text.CleanOrEmpty(form.Explanation));
            var grant = new EmergencyGrant(form.Id, db.OrganizationId, form.PatientId, actor, form.Reason!.Value, explanation, confirmed.Value, now, await MinutesAsync(db, ct));
            db.Add(grant);
            db.Because(grant.Reason.Words());
            await TellOfficersAsync(db, grant, ct);
            var saved = await db.SaveAsync(ct);
            return saved.Failed ? saved.Error : grant.ExpiresAt;
        }, ct);
    }

    /// <summary>The caller needs the chart no longer.</summary>
    public Task<Result> EndAsync(Guid patientId, CancellationToken ct) => doors.ChangeAsync(Permission.UseEmergencyAccess, async (db, ct) =>
    {
        var (now, actor) = (Now, db.ActorId);
        var grant = await db.EmergencyGrants.SingleOrDefaultAsync(g => g.UserId == actor && g.PatientId == patientId && g.EndedAt == null, ct);
        if (grant is null)
        {
            return EmergencyErrors.AlreadyEnded;
        }

        db.Because("given back by the person");
        var result = grant.End(now);
        return result.Failed ? result : await db.SaveAsync(ct);
    }, ct);

    private static Error? Check(OpenEmergencyAccessForm form) => FormRules.Check(form)
        ?? (Text.CleanOrEmpty(form.Explanation).Length < EmergencyGrant.ShortestExplanation ? EmergencyErrors.ExplanationShort : null);

    private static Task<int> MinutesAsync(MediSecureDbContext db, CancellationToken ct) =>
        db.Organizations.AsNoTracking().Where(o => o.Id == db.OrganizationId).Select(o => o.EmergencyMinutes).SingleAsync(ct);
}
