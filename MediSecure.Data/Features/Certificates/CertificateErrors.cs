using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Certificates;

/// <summary>Why nothing is certified or revoked.</summary>
public static class CertificateErrors
{
    public static readonly Error EndsBeforeItBegins = Error.Invalid("certificate.ends-before-it-begins", "The last day lies before the first. Check both.", "Until");

    public static readonly Error NoVisit = Error.Invalid("certificate.no-visit", "Attendance is certified for a visit or stay. Choose which.", "EncounterId");

    public static readonly Error NoSuchVisit = Error.Invalid("certificate.no-such-visit", "This visit does not belong to this patient, or did not take place. Choose another, or none.", "EncounterId");

    public static readonly Error OutsideTheVisit = Error.Invalid("certificate.outside-the-visit", "The patient was not here on all of these days. Keep to the days of the visit or stay.", "From");

    public static readonly Error TooFarBack = Error.Invalid("certificate.too-far-back", $"The first day lies more than {Certificate.FurthestDaysBack} days back, which is not certified here. Check it.", "From");

    public static readonly Error TooFarAhead = Error.Invalid("certificate.too-far-ahead", $"The first day lies more than {Certificate.MostDaysAhead} days ahead, which nobody can certify. Check it.", "From");

    public static readonly Error ReasonNeeded = Error.Invalid("certificate.reason-needed", $"It begins more than {Certificate.MostDaysBack} days before the visit. Say why, or choose a later first day.", "BackdatedReason");

    public static readonly Error TooLong = Error.Invalid("certificate.too-long", $"More than {Certificate.MostDays} days are not certified at once. Choose an earlier last day.", "Until");

    public static readonly Error NotAgreed = Error.Invalid("certificate.not-agreed", "The diagnosis is printed only when the patient agrees. Ask, then tick the agreement, or leave the diagnosis out.", "PatientAgrees");

    public static readonly Error NoDiagnosis = Error.Invalid("certificate.no-diagnosis", "Choose the diagnosis that the patient agreed to, or take the tick away.", "DiagnosisId");

    public static readonly Error NoLicence = Error.Conflict("certificate.no-licence", "Your licence number is not recorded here, and a certificate names it. An administrator can add it to your staff record.");

    public static readonly Error LicenceExpired = Error.Conflict("certificate.licence-expired", "Your licence has run out, so nothing can be certified. An administrator can record the new one.");

    public static readonly Error Deceased = Error.Conflict("certificate.deceased", "The patient has died, so nothing was certified.");

    public static readonly Error RevokedAlready = Error.Conflict("certificate.revoked-already", "This certificate is revoked already, so nothing was changed.");

    public static readonly Error Frozen = Error.Conflict("certificate.frozen", "What was issued does not change. Revoke it, then issue another one.");

    public static Error ConfirmLength(int days) => Error.Invalid("certificate.confirm-length", $"This is more than {days} days. Confirm that it is meant to be so long, or choose an earlier last day.", "Confirmed");
}
