using MediSecure.Data.Features.Encounters;

namespace MediSecure.Data.Features.Certificates;

/// <summary>A certificate in a list: no text.</summary>
public sealed record CertificateRow(Guid Id, CertificateKind Kind, CertificateStatus Status, string Serial, DateOnly From, DateOnly Until, string Issuer, DateTime IssuedAt, string? RevokeReason);

/// <summary>One certificate as it was issued.</summary>
/// <param name="Row">As in the list.</param>
/// <param name="Text">Everything filled in.</param>
/// <param name="Code">By which the organisation knows its own paper.</param>
/// <param name="Patient">Name today, for the foot of the sheet.</param>
/// <param name="RecordNumber">Here.</param>
/// <param name="BirthDate">A pure date.</param>
/// <param name="Organization">Name today.</param>
/// <param name="Revoker">Who revoked it.</param>
/// <param name="RevokedAt">UTC.</param>
public sealed record CertificateDetail(CertificateRow Row, string Text, string Code, string Patient, string RecordNumber, DateOnly BirthDate, string Organization, string? Revoker, DateTime? RevokedAt);

/// <summary>A visit or stay that a certificate can rest on.</summary>
public sealed record CertificateVisit(Guid Id, EncounterClass Class, DateTime StartedAt, DateOnly FirstOn, DateOnly LastOn);

/// <summary>A diagnosis that can be named.</summary>
public sealed record CertificateDiagnosis(Guid Id, string Title, string? Code);

/// <summary>What the doctor chooses from.</summary>
/// <param name="Visits">Newest first.</param>
/// <param name="Diagnoses">Of visits and of the list of problems.</param>
/// <param name="Obstacle">Why this doctor cannot certify anything now.</param>
public sealed record CertificateChoices(IReadOnlyList<CertificateVisit> Visits, IReadOnlyList<CertificateDiagnosis> Diagnoses, string? Obstacle);
