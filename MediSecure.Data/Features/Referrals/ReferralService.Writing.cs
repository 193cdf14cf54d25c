using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.ActivityLog;
using MediSecure.Data.Features.Patients;
using MediSecure.Data.Features.Problems;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.Referrals;

/// <summary>The sender's side. Every step locks the referral by its id, which both sides share, and takes the other side along in the same transaction.</summary>
public sealed partial class ReferralService
{
    /// <summary>Makes a draft, or writes one's own draft anew. Safe to call again with the same form.</summary>
    public async Task<Result> SaveAsync(Guid patientId, WriteReferralForm form, CancellationToken ct)
    {
        var places = await PlacesOfAsync(ct);
        return await doors.ChangeChartAsync(Permission.WriteReferral, patientId, async (db, inner) =>
        {
            if (FormRules.Check(form) is { } broken)
            {
                return broken;
            }

            await db.LockAsync("referral", form.Id, inner);
            var draft = await db.Referrals.SingleOrDefaultAsync(r => r.Id == form.Id, inner);
            if (draft is null && form.Version is not null)
            {
                return Error.NotFound;
            }

            if (draft is not null && form.Version is null)
            {
                return draft.ReferrerUserId == db.ActorId ? Result.Ok : ReferralErrors.IdTaken; // pressed twice
            }

            var facts = await FactsAsync(db, form, draft, places, inner);
            if (facts.Failed)
            {
                return facts;
            }

            if (draft is not null)
            {
                var written = draft.Version == form.Version ? draft.Write(facts.Value, db.ActorId) : Error.Stale;
                return written.Failed ? written : await db.SaveAsync(inner);
            }

            if (await StaffAsync(db, inner) is not { } me)
            {
                return ReferralErrors.NotStaff;
            }

            db.Add(new Referral(form.Id, db.OrganizationId, patientId, facts.Value, me.Id, db.ActorId, db.Scope.Purpose != AuditPurpose.BreakGlass, Now));
            return await db.SaveAsync(inner);
        }, ct);
    }

    /// <summary>Sends a draft: with another organisation on this installation, its copy is written there in the same transaction, under that organisation's key.</summary>
    public async Task<Result> SendAsync(Guid patientId, Guid referralId, CancellationToken ct)
    {
        Guid? partner;
        await using (var look = await doors.OpenAsync(Permission.WriteReferral, ct))
        {
            partner = await look.Referrals.AsNoTracking().Where(r => r.Id == referralId && r.PatientId == patientId).Select(r => r.PartnerOrganizationId).SingleOrDefaultAsync(ct);
        }

        var places = partner is null ? [] : await exchange.PlacesAsync(ct);
        if (partner is { } prepared)
        {
            await exchange.PrepareAsync(prepared);
        }

        return await doors.ChangeChartAsync(Permission.WriteReferral, patientId, async (db, inner) =>
        {
            await db.LockAsync("referral", referralId, inner);
            var referral = await db.Referrals.SingleOrDefaultAsync(r => r.Id == referralId, inner);
            if (referral is null || (referral.Status == ReferralStatus.Draft && referral.ReferrerUserId != db.ActorId))
            {
                return Error.NotFound; // somebody else's draft
            }

            var patient = await db.Patients.AsNoTracking().SingleAsync(p => p.Id == patientId, inner);
            if (patient.DeceasedAt is not null)
            {
                return ReferralErrors.Deceased;
            }

            var now = Now;
            var organization = await db.Organizations.AsNoTracking().Where(o => o.Id == db.OrganizationId).Select(o => new { o.Name, o.TimeZone }).SingleAsync(inner);
            var zone = TimeZoneInfo.FindSystemTimeZoneById(organization.TimeZone);
            var sent = referral.Send(db.ActorId, now, LocalDay.Bounds(zone, LocalDay.Of(zone, now).AddDays(referral.TargetDays)).EndsAt, db.Scope.Purpose != AuditPurpose.BreakGlass);
            if (sent.Failed)
            {
                return sent;
            }

            if (referral.DepartmentId is { } own && !await db.Departments.AnyAsync(d => d.Id == own && d.ClosedAt == null, inner))
            {
                return ReferralErrors.PlaceGone;
            }

            if (referral is { PartnerOrganizationId: { } there, PartnerDepartmentId: { } department })
            {
                if (there != partner || !places.Any(p => p.OrganizationId == there && p.DepartmentId == department))
                {
                    return ReferralErrors.PlaceGone;
                }

                var text = IncomingReferralService.TextOf(cipher, db, referral);
                var phone = cipher.Row<Patient>(db, patientId).TryOpen(nameof(Patient.Phone), patient.Phone, out var opened) ? opened : null;
                var referrer = await db.StaffMembers.AsNoTracking().Where(s => s.Id == referral.ReferrerId).Select(s => s.Name).SingleAsync(inner);
                var copied = await exchange.WriteAsync(db, there, referralId, async (other, last) =>
                {
                    var row = cipher.Row<IncomingReferral>(other, referralId);
                    other.Add(new IncomingReferral(there, department, referral, new ReferralSender(db.OrganizationId, organization.Name, referrer),
                        new ReferredPerson(new PersonName(patient.GivenName, patient.FamilyName, patient.MiddleName, patient.Title), patient.Sex, patient.BirthDate, patient.RecordNumber, row.Seal(nameof(IncomingReferral.Phone), phone)),
                        row.Seal(nameof(IncomingReferral.Reason), text.Reason)!, row.Seal(nameof(IncomingReferral.Question), text.Question), row.Seal(nameof(IncomingReferral.Letter), text.Letter),
                        row.Seal(nameof(IncomingReferral.Diagnoses), text.Diagnoses.Count == 0 ? null : string.Join('\n', text.Diagnoses))));
                    return await other.SaveAsync(last);
                }, inner);
                if (copied.Failed)
                {
                    return copied;
                }
            }

            return await db.SaveAsync(inner);
        }, ct);
    }

    /// <summary>Lets it wait: nobody accepts or books meanwhile.</summary>
    public Task<Result> HoldAsync(Guid patientId, ReferralReasonForm form, CancellationToken ct) =>
        StepAsync(patientId, form.ReferralId, form, (referral, _) => referral.Hold(Text.CleanOrEmpty(form.Reason), Now), incoming => incoming.Hold(Now), ct);

    public Task<Result> ResumeAsync(Guid patientId, Guid referralId, CancellationToken ct) => StepAsync(patientId, referralId, null, (referral, _) => referral.Resume(), incoming => incoming.Resume(), ct);

    /// <summary>Takes it back before an answer came, or throws a draft away.</summary>
    public Task<Result> RevokeAsync(Guid patientId, ReferralReasonForm form, CancellationToken ct) =>
        StepAsync(patientId, form.ReferralId, form, (referral, me) => referral.Revoke(Text.CleanOrEmpty(form.Reason), Now, me), incoming => incoming.Withdraw(Text.CleanOrEmpty(form.Reason), Now), ct);

    /// <summary>Closes the loop: the report was read, or there is none for a reason, which stays here.</summary>
    public Task<Result> CloseAsync(Guid patientId, CloseReferralForm form, CancellationToken ct) =>
        StepAsync(patientId, form.ReferralId, form, (referral, me) => referral.Close(Text.Clean(form.Reason), Now, me), incoming => incoming.Withdraw(ReferralRules.ClosedBySender, Now), ct);

    /// <summary>Attaches the report of an outside organisation, typed or pasted, and closes with it.</summary>
    public Task<Result> AttachReportAsync(Guid patientId, ReportReferralForm form, CancellationToken ct) => doors.ChangeChartAsync(Permission.WriteReferral, patientId, async (db, inner) =>
    {
        if (FormRules.Check(form) is { } broken)
        {
            return broken;
        }

        await db.LockAsync("referral", form.ReferralId, inner);
        var referral = await db.Referrals.SingleOrDefaultAsync(r => r.Id == form.ReferralId && r.SentAt != null, inner);
        if (referral is null)
        {
            return Error.NotFound;
        }

        var attached = referral.AttachReport(cipher.Row<Referral>(db, referral.Id).Seal(nameof(Referral.Report), Text.CleanOrEmpty(form.Report)), referral.Place, Now, db.ActorId);
        return attached.Failed ? attached : await db.SaveAsync(inner);
    }, ct);

    private Task<Result> StepAsync(Guid patientId, Guid referralId, object? form, Func<Referral, Guid, Result> step, Func<IncomingReferral, Result> tell, CancellationToken ct) =>
        doors.ChangeChartAsync(Permission.WriteReferral, patientId, async (db, inner) =>
        {
            if (form is not null && FormRules.Check(form) is { } broken)
            {
                return broken;
            }

            await db.LockAsync("referral", referralId, inner);
            var referral = await db.Referrals.SingleOrDefaultAsync(r => r.Id == referralId, inner);
            if (referral is null || (referral.Status == ReferralStatus.Draft && referral.ReferrerUserId != db.ActorId))
            {
                return Error.NotFound;
            }

            var wasOpen = referral.IsOpen;
            var done = step(referral, db.ActorId);
            if (done.Failed)
            {
                return done;
            }

            var told = wasOpen ? await TellAsync(db, referral, tell, inner) : Result.Ok;
            return told.Failed ? told : await db.SaveAsync(inner);
        }, ct);

    /// <summary>Takes the copy at the other organisation along, where there is one.</summary>
    private async Task<Result> TellAsync(MediSecureDbContext db, Referral referral, Func<IncomingReferral, Result> tell, CancellationToken ct) =>
        referral.PartnerOrganizationId is not { } there ? Result.Ok : await exchange.WriteAsync(db, there, referral.Id, async (other, last) =>
        {
            var copy = await other.IncomingReferrals.SingleOrDefaultAsync(r => r.Id == referral.Id && r.SenderOrganizationId == referral.OrganizationId, last);
            var followed = copy is null ? Error.NotFound : tell(copy);
            return followed.Failed ? followed : await other.SaveAsync(last);
        }, ct);

    /// <summary>Departments here and elsewhere, before the chart is entered.</summary>
    private async Task<IReadOnlyList<ReferralPlaceRow>> PlacesOfAsync(CancellationToken ct)
    {
        var places = await PlacesAsync(ct);
        return places.Failed ? [] : places.Value;
    }

    private async Task<Result<ReferralFacts>> FactsAsync(MediSecureDbContext db, WriteReferralForm form, Referral? draft, IReadOnlyList<ReferralPlaceRow> places, CancellationToken ct)
    {
        var outside = Text.Clean(form.Outside);
        var place = form.DepartmentId is null ? null : places.FirstOrDefault(p => p.DepartmentId == form.DepartmentId && p.OrganizationId == form.OrganizationId);
        if ((place is null) == (outside is null) || (outside is not null && (form.DepartmentId ?? form.OrganizationId) is not null))
        {
            return ReferralErrors.NoPlace;
        }

        var specialty = Text.Clean(form.Specialty) ?? place?.Specialty ?? place?.Department;
        if (specialty is null)
        {
            return ReferralErrors.NoSpecialty;
        }

        var ids = form.ProblemIds.Distinct().ToList();
        var problems = await db.HealthProblems.AsNoTracking().Where(p => ids.Contains(p.Id) && p.Verification != ProblemVerification.EnteredInError).OrderBy(p => p.RecordedAt).Select(p => new { p.Code, p.Title }).ToListAsync(ct);
        if (problems.Count != ids.Count)
        {
            return ReferralErrors.NoProblem;
        }

        var row = cipher.Row<Referral>(db, form.Id);
        // Only what the draft said already: words of one's own belong into the letter.
        var before = draft is null ? [] : IncomingReferralService.TextOf(cipher, db, draft).Diagnoses;
        if (form.KeptDiagnoses.Except(before, StringComparer.Ordinal).Any())
        {
            return ReferralErrors.NoProblem;
        }

        var lines = problems.Select(p => ReferralRules.Diagnosis(p.Title, p.Code)).Concat(form.KeptDiagnoses).Distinct(StringComparer.Ordinal).ToList();
        var diagnoses = lines.Count == 0 ? null : string.Join('\n', lines);
        return new ReferralFacts(place is null ? ReferralTo.Outside : place.OrganizationId is null ? ReferralTo.Department : ReferralTo.Organization, place is { OrganizationId: null } ? place.DepartmentId : null,
            place?.OrganizationId, place is { OrganizationId: not null } ? place.DepartmentId : null, outside ?? (place!.OrganizationId is null ? place.Department : $"{place.Organization}, {place.Department}"),
            specialty, form.Urgency!.Value, form.Category!.Value,
            row.Seal(nameof(Referral.Reason), Text.CleanOrEmpty(form.Reason), draft?.Reason), row.Seal(nameof(Referral.Question), Text.Clean(form.Question), draft?.Question),
            row.Seal(nameof(Referral.Letter), Text.Clean(form.Letter), draft?.Letter), row.Seal(nameof(Referral.Diagnoses), diagnoses, draft?.Diagnoses));
    }

    private static Task<StaffRef?> StaffAsync(MediSecureDbContext db, CancellationToken ct)
    {
        var me = db.ActorId;
        return db.StaffMembers.AsNoTracking().Where(s => s.UserId == me && s.LeftAt == null).Select(s => new StaffRef(s.Id, s.Name)).SingleOrDefaultAsync(ct);
    }

    private sealed record StaffRef(Guid Id, string Name);
}
