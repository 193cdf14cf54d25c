using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Consents;
using MediSecure.Data.Features.Patients;
using MediSecure.Data.Jobs;
using MediSecure.Data.Persistence;
using MediSecure.Data.Persistence.Encryption;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.PatientSignIns;

/// <summary>The front desk gives a registered patient a code for their own sign-in.</summary>
public sealed class PatientInvitationService(MediSecureDb doors, MasterKey master, IFieldCipher cipher, MailQueue mails, DataOptions options, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<Result<PatientSignInState>> StateAsync(Guid patientId, CancellationToken ct)
    {
        await using var db = await doors.OpenAsync(Permission.InvitePatient, ct);
        var patient = await db.Patients.AsNoTracking().Where(p => p.Id == patientId).Select(p => new { p.UserId }).SingleOrDefaultAsync(ct);
        if (patient is null)
        {
            return Error.NotFound;
        }

        var now = Now;
        var open = (await db.PatientInvitations.AsNoTracking().Where(i => i.PatientId == patientId && i.CareProxyId == null && i.UsedAt == null && i.WithdrawnAt == null && i.ExpiresAt > now).OrderByDescending(i => i.CreatedAt).ToListAsync(ct))
            .FirstOrDefault(i => i.IsOpen(now));
        return new PatientSignInState(patient.UserId is not null, open?.CreatedAt, open?.ExpiresAt, open is null ? 0 : PatientInvitation.MostTries - open.Tries);
    }

    /// <summary>Makes a code and withdraws those before it. It is in this answer, and in a mail to the patient who agreed to mail; nowhere else.</summary>
    public Task<Result<IssuedCode>> InviteAsync(Guid patientId, CancellationToken ct)
    {
        var code = InvitationCode.New(); // outside, so that a second run of the transaction gives the same
        return doors.ChangeAsync<IssuedCode>(Permission.InvitePatient, async (db, ct) =>
        {
            await db.LockAsync("patient", patientId, ct);
            var patient = await db.Patients.AsNoTracking().Where(p => p.Id == patientId).Select(p => new { p.UserId, p.DisplayName, p.RecordNumber, p.DeceasedAt, p.Email }).SingleOrDefaultAsync(ct);
            if (patient is null)
            {
                return Error.NotFound;
            }

            if (patient.DeceasedAt is not null)
            {
                return PatientSignInErrors.Deceased;
            }

            if (patient.UserId is not null)
            {
                return PatientSignInErrors.HasSignIn;
            }

            await WithdrawAsync(db, patientId, ct);
            var invitation = Make(db, patientId, null, code);
            var email = await ConsentService.MayMailAsync(db, patientId, Now, ct) && cipher.Row<Patient>(db, patientId).TryOpen(nameof(Patient.Email), patient.Email, out var known) ? known : null;
            if (email is not null)
            {
                mails.Add(db, email, "Your code for MediSecure", $"""
                    With this code you set up your sign-in: {code}

                    Open {options.Mail.Address}/account/claim and have your record number at hand; it stands on every letter from us. The code works once, for ten days.

                    If you did not ask for it, you need do nothing.
                    """);
            }

            var saved = await db.SaveAsync(ct);
            return saved.Failed ? saved.Error : new IssuedCode(code, invitation.ExpiresAt, patient.DisplayName, patient.DisplayName, patient.RecordNumber, email);
        }, ct);
    }

    public Task<Result> WithdrawAsync(Guid patientId, CancellationToken ct) => doors.ChangeAsync(Permission.InvitePatient, async (db, ct) =>
        await WithdrawAsync(db, patientId, ct) == 0 ? await db.Patients.AnyAsync(p => p.Id == patientId, ct) ? PatientSignInErrors.NoneOpen : Error.NotFound : await db.SaveAsync(ct), ct);

    /// <summary>Inside somebody's transaction.</summary>
    private PatientInvitation Make(MediSecureDbContext db, Guid patientId, Guid? careProxyId, string code)
    {
        var invitation = new PatientInvitation(Guid.CreateVersion7(clock.GetUtcNow()), db.OrganizationId, patientId, careProxyId, InvitationCode.Hash(master, db.OrganizationId, code), db.ActorId, Now);
        db.Add(invitation);
        return invitation;
    }

    private async Task<int> WithdrawAsync(MediSecureDbContext db, Guid patientId, CancellationToken ct)
    {
        var now = Now;
        var open = await db.PatientInvitations.Where(i => i.PatientId == patientId && i.CareProxyId == null && i.UsedAt == null && i.WithdrawnAt == null && i.ExpiresAt > now).ToListAsync(ct);
        open.ForEach(i => i.Withdraw(now));
        return open.Count;
    }
}
