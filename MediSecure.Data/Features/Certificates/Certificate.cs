using System.Globalization;
using System.Security.Cryptography;
using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Certificates;

/// <summary>What a certificate is for.</summary>
public enum CertificateKind
{
    SickNote,
    Attendance,
    FitnessToTravel,
    SchoolAbsence,
}

public enum CertificateStatus
{
    Issued,
    Revoked,
}

/// <summary>What a doctor certified for a patient, for somebody outside. Frozen by the database as it was issued; one that was wrong is revoked with a reason, and stays. FHIR: DocumentReference.</summary>
public sealed class Certificate : IPatientOwned, IVersioned
{
    /// <summary>Days before the visit from which a certificate may count without a reason.</summary>
    public const int MostDaysBack = 3;

    /// <summary>Days before today that no reason can explain.</summary>
    public const int FurthestDaysBack = 366;

    /// <summary>Days ahead of today on which it may begin.</summary>
    public const int MostDaysAhead = 90;

    /// <summary>Days that no confirmation can explain.</summary>
    public const int MostDays = 366;

    /// <summary>No I, L, O, U, 0, 1: nothing that is read as something else on paper or over the telephone.</summary>
    public const string CodeLetters = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    public const int CodeLength = 8;

    private Certificate()
    {
    }

    public Guid OrganizationId { get; private set; }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    public CertificateKind Kind { get; private set; }

    public CertificateStatus Status { get; private set; }

    /// <summary>The visit or stay it rests on.</summary>
    public Guid? EncounterId { get; private set; }

    /// <summary>Year of the organisation's calendar in which it was issued.</summary>
    public int Year { get; private set; }

    /// <summary>1, 2, 3 … in that year, without a gap.</summary>
    public int Number { get; private set; }

    /// <summary>By which the organisation knows its own paper.</summary>
    public string Code { get; private set; } = "";

    /// <summary>First day.</summary>
    public DateOnly FromOn { get; private set; }

    /// <summary>Last day, included.</summary>
    public DateOnly UntilOn { get; private set; }

    /// <summary>Why it begins long before the visit.</summary>
    public string? BackdatedReason { get; private set; }

    /// <summary>The patient agreed that the diagnosis is printed.</summary>
    public bool ShowsDiagnosis { get; private set; }

    /// <summary>The whole text with everything filled in.</summary>
    public EncryptedText Text { get; private set; } = null!;

    /// <summary>The doctor (StaffMember).</summary>
    public Guid IssuerId { get; private set; }

    public Guid IssuedBy { get; private set; }

    public DateTime IssuedAt { get; private set; }

    public Guid? RevokedBy { get; private set; }

    public DateTime? RevokedAt { get; private set; }

    public string? RevokeReason { get; private set; }

    public Guid Version { get; private set; }

    /// <summary><c>2026-000123</c>.</summary>
    public string Serial => SerialOf(Year, Number);

    public static string SerialOf(int year, int number) => string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{number:000000}");

    /// <summary>Days after which the doctor confirms the length; the first and the last day count.</summary>
    public static int UsualDays(CertificateKind kind) => kind switch
    {
        CertificateKind.SickNote or CertificateKind.SchoolAbsence => 14,
        CertificateKind.Attendance => 30,
        _ => 60,
    };

    /// <summary>Whether these days can be certified.</summary>
    /// <param name="kind">What for.</param>
    /// <param name="from">First day.</param>
    /// <param name="until">Last day, included.</param>
    /// <param name="visit">First and last day of the visit or stay it rests on (the last is today while it lasts); null for none.</param>
    /// <param name="today">The organisation's day.</param>
    /// <param name="hasReason">A reason for an early beginning is given.</param>
    /// <param name="isConfirmed">The doctor confirms that it is meant to be so long.</param>
    public static Result CheckDays(CertificateKind kind, DateOnly from, DateOnly until, (DateOnly First, DateOnly Last)? visit, DateOnly today, bool hasReason, bool isConfirmed)
    {
        if (until < from)
        {
            return CertificateErrors.EndsBeforeItBegins;
        }

        if (kind == CertificateKind.Attendance)
        {
            if (visit is not { } there)
            {
                return CertificateErrors.NoVisit;
            }

            if (from < there.First || until > there.Last)
            {
                return CertificateErrors.OutsideTheVisit;
            }
        }

        if (from < today.AddDays(-FurthestDaysBack))
        {
            return CertificateErrors.TooFarBack;
        }

        if (from > today.AddDays(MostDaysAhead))
        {
            return CertificateErrors.TooFarAhead;
        }

        if (from < (visit?.First ?? today).AddDays(-MostDaysBack) && !hasReason)
        {
            return CertificateErrors.ReasonNeeded;
        }

        var days = until.DayNumber - from.DayNumber + 1;
        return days > MostDays ? CertificateErrors.TooLong
            : days > UsualDays(kind) && !isConfirmed ? CertificateErrors.ConfirmLength(UsualDays(kind))
            : Result.Ok;
    }

    /// <summary>A new code; who does not have the paper does not guess it.</summary>
    public static string NewCode() => RandomNumberGenerator.GetString(CodeLetters, CodeLength);

    /// <param name="id">Made by the screen.</param>
    /// <param name="organizationId">Where.</param>
    /// <param name="patientId">For whom.</param>
    /// <param name="terms">Kind, days and what it rests on; checked before.</param>
    /// <param name="serial">Year and number.</param>
    /// <param name="code">From <see cref="NewCode"/>.</param>
    /// <param name="text">Everything filled in, sealed.</param>
    /// <param name="issuerId">The doctor (StaffMember).</param>
    /// <param name="by">The doctor's sign-in.</param>
    /// <param name="at">UTC.</param>
    public static Certificate Issue(Guid id, Guid organizationId, Guid patientId, CertificateTerms terms, (int Year, int Number) serial, string code, EncryptedText text, Guid issuerId, Guid by, DateTime at) => new()
    {
        Id = id,
        OrganizationId = organizationId,
        PatientId = patientId,
        Kind = terms.Kind,
        EncounterId = terms.EncounterId,
        FromOn = terms.From,
        UntilOn = terms.Until,
        BackdatedReason = terms.BackdatedReason,
        ShowsDiagnosis = terms.ShowsDiagnosis,
        Year = serial.Year,
        Number = serial.Number,
        Code = code,
        Text = text,
        IssuerId = issuerId,
        IssuedBy = by,
        IssuedAt = at,
    };

    /// <summary>It does not count any more; it stays, struck through.</summary>
    public Result Revoke(string reason, Guid by, DateTime at)
    {
        if (Status == CertificateStatus.Revoked)
        {
            return CertificateErrors.RevokedAlready;
        }

        Status = CertificateStatus.Revoked;
        (RevokeReason, RevokedBy, RevokedAt) = (reason, by, at);
        return Result.Ok;
    }
}

/// <summary>What is certified.</summary>
/// <param name="Kind">What for.</param>
/// <param name="EncounterId">The visit or stay it rests on.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day, included.</param>
/// <param name="BackdatedReason">Why it begins long before the visit.</param>
/// <param name="ShowsDiagnosis">The patient agreed that the diagnosis is printed.</param>
public sealed record CertificateTerms(CertificateKind Kind, Guid? EncounterId, DateOnly From, DateOnly Until, string? BackdatedReason, bool ShowsDiagnosis);

/// <summary>Last serial number of a year.</summary>
public sealed class CertificateCounter : IOrganizationOwned
{
    private CertificateCounter()
    {
    }

    public CertificateCounter(Guid organizationId, int year)
    {
        OrganizationId = organizationId;
        Year = year;
    }

    public Guid OrganizationId { get; private set; }

    public int Year { get; private set; }

    public int Last { get; private set; }

    public int Next() => ++Last;
}
