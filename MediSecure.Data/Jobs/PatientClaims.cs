using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Features.ActivityLog;
using MediSecure.Data.Features.Carers;
using MediSecure.Data.Features.Consents;
using MediSecure.Data.Features.Organizations;
using MediSecure.Data.Features.PatientSignIns;
using MediSecure.Data.Persistence;
using MediSecure.Data.Persistence.Encryption;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Jobs;

/// <summary>What somebody typed who has a code.</summary>
public sealed record SignInClaim(string RecordNumber, DateOnly BirthDate, string Code);

/// <summary>What the code opened.</summary>
/// <param name="AsCarer">The person acts for somebody, instead of having the record as their own.</param>
public sealed record ClaimedSignIn(Guid UserId, Guid OrganizationId, bool AsCarer);

/// <summary>Turns a one-time code into a sign-in of a patient, or of somebody who acts for one. Nobody is signed in here, so it goes through the door of jobs, organisation by organisation; the
/// code is proof of nothing but itself. Everything that is wrong has one answer.</summary>
public sealed class PatientClaims(SystemDb doors, MasterKey master, IFieldCipher cipher, MailQueue mails, TimeProvider clock)
{
    /// <summary>A code was tried: with success, which creates a sign-in or a role, or without, which counts a try.</summary>
    public const string Claim = "SignInClaim";

    public const string UnknownClaim = "SignInClaimUnknown";
    private const string Job = "claim-sign-in";
    private const int Longest = 64;

    /// <param name="claim">As typed.</param>
    /// <param name="user">The sign-in that gets the record: a new one, or one that exists.</param>
    /// <param name="isNew">It is made in the same transaction.</param>
    /// <param name="origin">From where.</param>
    public async Task<Result<ClaimedSignIn>> ClaimAsync(SignInClaim claim, AppUser user, bool isNew, SignInOrigin origin)
    {
        var number = (Text.Clean(claim.RecordNumber) ?? "").ToUpperInvariant();
        Result<ClaimedSignIn> answer = PatientSignInErrors.Wrong;
        var named = false;
        foreach (var organization in await doors.OrganizationIdsAsync())
        {
            // Asked everywhere, whatever was found before, so that the time does not tell.
            if (await FindAsync(organization, number) is not { } patientId)
            {
                continue;
            }

            named = true;
            var tried = await TryAsync(organization, patientId, claim, user, isNew, origin);
            if (!tried.Failed || tried.Error != PatientSignInErrors.Wrong)
            {
                answer = tried;
            }
        }

        if (answer.Failed && !named)
        {
            await doors.RecordAsync(Scope(Organization.PlatformId, null, UnknownClaim, origin), UnknownClaim, AuditAction.Execute, AuditOutcome.Failed, "unknown record number");
        }

        return answer;
    }

    private async Task<Guid?> FindAsync(Guid organization, string number)
    {
        await using var db = doors.OpenSystem(Job, organization);
        return await db.Patients.AsNoTracking().Where(p => p.RecordNumber == number && p.DeceasedAt == null && db.Organizations.Any(o => o.Id == organization && o.ClosedAt == null)).Select(p => (Guid?)p.Id).SingleOrDefaultAsync();
    }

    private async Task<Result<ClaimedSignIn>> TryAsync(Guid organization, Guid patientId, SignInClaim claim, AppUser user, bool isNew, SignInOrigin origin)
    {
        Result<ClaimedSignIn> answer = PatientSignInErrors.Wrong;
        var own = false;
        var saved = await doors.ChangeAsync(Scope(organization, user.Id, Claim, origin), async (db, ct) =>
        {
            (answer, own) = (PatientSignInErrors.Wrong, false);
            await db.LockAsync("patient", patientId, ct);
            var now = clock.GetUtcNow().UtcDateTime;
            var patient = await db.Patients.SingleAsync(p => p.Id == patientId, ct);
            var open = (await db.PatientInvitations.Where(i => i.PatientId == patientId && i.UsedAt == null && i.WithdrawnAt == null && i.ExpiresAt > now).OrderBy(i => i.Id).ToListAsync(ct)).FindAll(i => i.IsOpen(now));
            var hash = InvitationCode.Hash(master, organization, claim.Code);
            var invitation = open.Find(i => InvitationCode.Same(i.CodeHash, hash));
            if (invitation is null || patient.BirthDate != claim.BirthDate)
            {
                // Counted against every code of this patient: nobody can go on guessing. The count stays although the answer is no.
                open.ForEach(i => i.Miss());
                db.Because("wrong code or birth date");
                return open.Count == 0 ? Result.Ok : await db.SaveAsync(ct);
            }

            if (invitation.CreatedBy == user.Id && patient.UserId != user.Id)
            {
                own = true;
                return PatientSignInErrors.OwnCode; // nobody lets themselves into a record
            }

            if (isNew)
            {
                db.Add(user);
            }

            var linked = invitation.CareProxyId is { } proxy ? await AcceptAsync(db, patient.UserId, proxy, user.Id, now, ct) : await LinkAsync(db, patient, user.Id, ct);
            if (linked.Failed || (linked = invitation.Use(user.Id, now)).Failed)
            {
                answer = linked.Error!;
                return linked;
            }

            if (!await db.OrganizationMemberships.AnyAsync(m => m.OrganizationId == organization && m.UserId == user.Id && m.Role == Role.Patient && m.EndedAt == null, ct))
            {
                db.Add(new OrganizationMembership(Guid.CreateVersion7(clock.GetUtcNow()), organization, user.Id, Role.Patient, now));
            }

            await TellAsync(db, patient, invitation.CareProxyId is not null, now, ct);
            answer = new ClaimedSignIn(user.Id, organization, invitation.CareProxyId is not null);
            return await db.SaveAsync(ct);
        });
        if (own)
        {
            await doors.RecordAsync(Scope(organization, user.Id, Claim, origin), Claim, AuditAction.Execute, AuditOutcome.Refused, "the code was made by the same person", patientId: patientId);
        }

        if (saved.Failed)
        {
            return saved.Error == MembershipErrors.EmailTaken ? PatientSignInErrors.EmailTaken : saved.Error.Code == "patient.sign-in-taken" ? PatientSignInErrors.OtherRecord : saved.Error;
        }

        return answer;
    }

    /// <summary>The patient hears of it, where mail was agreed to: whoever was let into a record wrongly does not stay unseen.</summary>
    private async Task TellAsync(MediSecureDbContext db, Features.Patients.Patient patient, bool asCarer, DateTime now, CancellationToken ct)
    {
        if (await ConsentService.MayMailAsync(db, patient.Id, now, ct) && cipher.Row<Features.Patients.Patient>(db, patient.Id).TryOpen(nameof(Features.Patients.Patient.Email), patient.Email, out var email) && email is not null)
        {
            mails.Add(db, email, asCarer ? "Somebody can act for you in MediSecure now" : "Your sign-in for MediSecure is ready", $"""
                {(asCarer ? "A code that lets somebody act for you was used just now." : "Your record was opened for a sign-in with the code that you were given.")}

                If that was not you or somebody whom you trust, tell the front desk now: they can end it at once, and you can see on your pages who has opened your record.
                """);
        }
    }

    private static async Task<Result> LinkAsync(MediSecureDbContext db, Features.Patients.Patient patient, Guid userId, CancellationToken ct)
    {
        if (patient.UserId is not null)
        {
            return PatientSignInErrors.Wrong; // somebody linked it meanwhile
        }

        if (await db.Patients.AnyAsync(p => p.UserId == userId, ct))
        {
            return PatientSignInErrors.OtherRecord;
        }

        patient.LinkSignIn(userId);
        return Result.Ok;
    }

    private static async Task<Result> AcceptAsync(MediSecureDbContext db, Guid? patientUserId, Guid proxyId, Guid userId, DateTime now, CancellationToken ct)
    {
        if (patientUserId == userId)
        {
            return PatientSignInErrors.SamePerson;
        }

        var proxy = await db.CareProxies.SingleAsync(c => c.Id == proxyId, ct);
        return proxy.Accept(userId, now).Failed ? PatientSignInErrors.Wrong : Result.Ok;
    }

    private static AccessScope Scope(Guid organization, Guid? userId, string operation, SignInOrigin origin) => new()
    {
        UserId = userId,
        OrganizationId = organization,
        Roles = userId is null ? [] : [Role.Patient],
        Job = userId is null ? Job : null,
        Operation = operation,
        CanWrite = true,
        Purpose = AuditPurpose.Operations,
        Caller = new Caller(userId ?? Guid.Empty, organization, Cut(origin.Session), Cut(origin.Address), Cut(origin.TraceId)),
    };

    private static string? Cut(string? text) => text is { Length: > Longest } ? text[..Longest] : text;
}
