using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.PatientSignIns;

/// <summary>The front desk gives a registered patient a code for their own sign-in.</summary>
public sealed class PatientInvitationService(MediSecureDb doors, MasterKey master, TimeProvider clock)
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

    /// <summary>Makes a code and withdraws those before it. It is in this answer and nowhere else.</summary>
    public Task<Result<IssuedCode>> InviteAsync(Guid patientId, CancellationToken ct)
    {
        var code = InvitationCode.New(); // outside, so that a second run of the transaction gives the same
        return doors.ChangeAsync<IssuedCode>(Permission.InvitePatient, async (db, ct) =>
        {
            await db.LockAsync("patient", patientId, ct);
            var patient = await db.Patients.AsNoTracking().Where(p => p.Id == patientId).Select(p => new { p.UserId, p.DisplayName, p.RecordNumber, p.DeceasedAt }).SingleOrDefaultAsync(ct);
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
            var saved = await db.SaveAsync(ct);
            return saved.Failed ? saved.Error : new IssuedCode(code, invitation.ExpiresAt, patient.DisplayName, patient.DisplayName, patient.RecordNumber);
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
