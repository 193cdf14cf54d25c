using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Encounters;
using MediSecure.Data.Features.Problems;
using MediSecure.Data.Features.Staff;
using MediSecure.Data.Persistence;
using MediSecure.Data.Persistence.Encryption;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.Certificates;

/// <summary>Certificates: issued and revoked by a doctor who treats the patient; read and printed by the patient and by who treats them.</summary>
public sealed class CertificateService(MediSecureDb doors, IFieldCipher cipher, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Certificates of one chart, newest first.</summary>
    public async Task<Result<IReadOnlyList<CertificateRow>>> ListAsync(Guid patientId, CancellationToken ct)
    {
        var opened = await doors.OpenChartAsync(Permission.ViewCertificates, patientId, ct);
        if (opened.Failed)
        {
            return opened.Error;
        }

        await using var db = opened.Value;
        var rows = await (
            from c in db.Certificates.AsNoTracking()
            join issuer in db.StaffMembers on c.IssuerId equals issuer.Id
            orderby c.IssuedAt descending, c.Year descending, c.Number descending
            select new { Certificate = c, issuer.Name }).Take(200).ToListAsync(ct);
        return Result.Of<IReadOnlyList<CertificateRow>>([.. rows.Select(r => Row(r.Certificate, r.Name))]);
    }

    /// <summary>One certificate as it was issued; recorded by its id.</summary>
    public async Task<Result<CertificateDetail>> ReadAsync(Guid patientId, Guid certificateId, CancellationToken ct)
    {
        var opened = await doors.OpenChartAsync(Permission.ViewCertificates, patientId, ct);
        if (opened.Failed)
        {
            return opened.Error;
        }

        await using var db = opened.Value;
        var found = await (
            from c in db.Certificates.AsNoTracking()
            where c.Id == certificateId
            join issuer in db.StaffMembers on c.IssuerId equals issuer.Id
            join patient in db.Patients on c.PatientId equals patient.Id
            from revoker in db.StaffMembers.Where(s => s.UserId == c.RevokedBy).DefaultIfEmpty()
            select new { Certificate = c, issuer.Name, patient.DisplayName, patient.RecordNumber, patient.BirthDate, Revoker = revoker.Name }).SingleOrDefaultAsync(ct);
        if (found is null)
        {
            return Error.NotFound;
        }

        var organization = await db.Organizations.AsNoTracking().Where(o => o.Id == db.OrganizationId).Select(o => o.Name).SingleAsync(ct);
        await doors.RecordReadAsync(Permission.ViewCertificates, nameof(Certificate), "certificate opened", [certificateId], ct, patientId);
        var certificate = found.Certificate;
        return new CertificateDetail(Row(certificate, found.Name), cipher.Row<Certificate>(db, certificate.Id).Open(nameof(Certificate.Text), certificate.Text), certificate.Code, found.DisplayName, found.RecordNumber, found.BirthDate,
            organization, found.Revoker, certificate.RevokedAt);
    }

    /// <summary>Visits, diagnoses, and whether the caller can certify at all.</summary>
    public async Task<Result<CertificateChoices>> ChoicesAsync(Guid patientId, CancellationToken ct)
    {
        var opened = await doors.OpenChartAsync(Permission.IssueCertificate, patientId, ct);
        if (opened.Failed)
        {
            return opened.Error;
        }

        await using var db = opened.Value;
        var zone = TimeZoneInfo.FindSystemTimeZoneById(await db.Organizations.AsNoTracking().Where(o => o.Id == db.OrganizationId).Select(o => o.TimeZone).SingleAsync(ct));
        var today = LocalDay.Of(zone, Now);
        var visits = await db.Encounters.AsNoTracking().TookPlace().OrderByDescending(e => e.StartedAt).Take(30).Select(e => new { e.Id, e.Class, e.StartedAt, e.EndedAt }).ToListAsync(ct);
        var diagnoses = await db.EncounterDiagnoses.AsNoTracking().Where(d => d.EnteredInErrorAt == null).OrderByDescending(d => d.RecordedAt).Take(30).Select(d => new CertificateDiagnosis(d.Id, d.Title, d.Code)).ToListAsync(ct);
        var problems = await Standing(db).OrderBy(p => p.Title).Take(30).Select(p => new CertificateDiagnosis(p.Id, p.Title, p.Code)).ToListAsync(ct);
        var me = await MeAsync(db, ct);
        return new CertificateChoices([.. visits.Select(v => new CertificateVisit(v.Id, v.Class, v.StartedAt, LocalDay.Of(zone, v.StartedAt), LastDay(zone, v.StartedAt, v.EndedAt, today)))], [.. diagnoses, .. problems], MayCertify(me, today)?.Message);
    }

    /// <summary>Issues a certificate: from here on the database refuses every change of it but its revocation. Safe to call again with the same id.</summary>
    public Task<Result> IssueAsync(Guid patientId, IssueCertificateForm form, CancellationToken ct) => doors.ChangeChartAsync(Permission.IssueCertificate, patientId, async (db, ct) =>
    {
        if (FormRules.Check(form) is { } problem)
        {
            return problem;
        }

        if (await db.Certificates.AnyAsync(c => c.Id == form.Id, ct))
        {
            return Result.Ok;
        }

        var now = Now;
        var organization = await db.Organizations.AsNoTracking().Where(o => o.Id == db.OrganizationId).Select(o => new { o.Name, o.TimeZone }).SingleAsync(ct);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(organization.TimeZone);
        var today = LocalDay.Of(zone, now);
        var me = await MeAsync(db, ct);
        if (MayCertify(me, today) is { } obstacle)
        {
            return obstacle;
        }

        var patient = await db.Patients.AsNoTracking().SingleAsync(p => p.Id == patientId, ct);
        if (patient.DeceasedAt is not null)
        {
            return CertificateErrors.Deceased;
        }

        (DateOnly First, DateOnly Last)? visit = null;
        if (form.EncounterId is { } encounterId)
        {
            if (await db.Encounters.AsNoTracking().TookPlace().Where(e => e.Id == encounterId).Select(e => new { e.StartedAt, e.EndedAt }).SingleOrDefaultAsync(ct) is not { } there)
            {
                return CertificateErrors.NoSuchVisit;
            }

            visit = (LocalDay.Of(zone, there.StartedAt), LastDay(zone, there.StartedAt, there.EndedAt, today));
        }

        var (kind, from, until, reason) = (form.Kind!.Value, form.From!.Value, form.Until!.Value, Text.Clean(form.BackdatedReason));
        if (Certificate.CheckDays(kind, from, until, visit, today, reason is not null, form.Confirmed) is { Failed: true } wrong)
        {
            return wrong;
        }

        var diagnosis = await DiagnosisAsync(db, form, ct);
        if (diagnosis.Failed)
        {
            return diagnosis.Error;
        }

        // The numbers of a year are given one after the other; one whose transaction fails is given again.
        await db.LockAsync("certificate-number", db.OrganizationId, ct);
        if (await db.CertificateCounters.SingleOrDefaultAsync(c => c.Year == today.Year, ct) is not { } counter)
        {
            db.Add(counter = new CertificateCounter(db.OrganizationId, today.Year));
        }

        var text = CertificateTemplate.Fill(kind, new CertificateFacts(patient.DisplayName, patient.BirthDate, patient.RecordNumber, from, until, visit?.First, me!.Name, me.LicenceNumber!, organization.Name, today,
            diagnosis.Value.Length == 0 ? null : diagnosis.Value, Text.Clean(form.Remark)));
        db.Add(Certificate.Issue(form.Id, db.OrganizationId, patientId, new CertificateTerms(kind, form.EncounterId, from, until, reason, form.PatientAgrees), (today.Year, counter.Next()), Certificate.NewCode(),
            cipher.Row<Certificate>(db, form.Id).Seal(nameof(Certificate.Text), text), me.Id, db.ActorId, now));
        db.Because(reason);
        return await db.SaveAsync(ct);
    }, ct);

    /// <summary>Revokes one: it stays, struck through, with the reason.</summary>
    public Task<Result> RevokeAsync(Guid patientId, RevokeCertificateForm form, CancellationToken ct) => doors.ChangeChartAsync(Permission.IssueCertificate, patientId, async (db, ct) =>
    {
        if (FormRules.Check(form) is { } problem)
        {
            return problem;
        }

        await db.LockAsync("certificate", form.CertificateId, ct);
        if (await db.Certificates.SingleOrDefaultAsync(c => c.Id == form.CertificateId, ct) is not { } certificate)
        {
            return Error.NotFound;
        }

        var reason = Text.CleanOrEmpty(form.Reason);
        var result = certificate.Revoke(reason, db.ActorId, Now);
        db.Because(reason);
        return result.Failed ? result : await db.SaveAsync(ct);
    }, ct);

    /// <summary>Empty for none.</summary>
    private static async Task<Result<string>> DiagnosisAsync(MediSecureDbContext db, IssueCertificateForm form, CancellationToken ct)
    {
        if (form.DiagnosisId is not { } id)
        {
            return form.PatientAgrees ? CertificateErrors.NoDiagnosis : "";
        }

        if (!form.PatientAgrees)
        {
            return CertificateErrors.NotAgreed;
        }

        var found = await db.EncounterDiagnoses.AsNoTracking().Where(d => d.Id == id && d.EnteredInErrorAt == null).Select(d => d.Title + " (" + d.Code + ")").SingleOrDefaultAsync(ct)
            ?? await Standing(db).Where(p => p.Id == id).Select(p => p.Code == null ? p.Title : p.Title + " (" + p.Code + ")").SingleOrDefaultAsync(ct);
        return found is null ? CertificateErrors.NoDiagnosis : found;
    }

    private static IQueryable<HealthProblem> Standing(MediSecureDbContext db) =>
        db.HealthProblems.AsNoTracking().Where(p => p.Verification == ProblemVerification.Provisional || p.Verification == ProblemVerification.Confirmed);

    private static Task<StaffMember?> MeAsync(MediSecureDbContext db, CancellationToken ct)
    {
        var me = db.ActorId;
        return db.StaffMembers.AsNoTracking().SingleOrDefaultAsync(s => s.UserId == me && s.LeftAt == null, ct);
    }

    private static Error? MayCertify(StaffMember? me, DateOnly today) =>
        string.IsNullOrEmpty(me?.LicenceNumber) ? CertificateErrors.NoLicence : me.LicenceExpiresOn < today ? CertificateErrors.LicenceExpired : null;

    // A visit ends on the day it began where nobody said otherwise; a stay lasts until today.
    private static DateOnly LastDay(TimeZoneInfo zone, DateTime startedAt, DateTime? endedAt, DateOnly today) =>
        endedAt is { } end ? LocalDay.Of(zone, end) : LocalDay.Of(zone, startedAt) is var first && first > today ? first : today;

    private static CertificateRow Row(Certificate c, string issuer) => new(c.Id, c.Kind, c.Status, c.Serial, c.FromOn, c.UntilOn, issuer, c.IssuedAt, c.RevokeReason);
}
