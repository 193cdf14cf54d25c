namespace MediSecure.Data.Features.Deaths;

/// <summary>The death as it is recorded.</summary>
/// <param name="DeceasedAt">On the patient; null while alive as far as known.</param>
/// <param name="RecordId">The record with the cause; null when only the departure from a bed says so.</param>
public sealed record DeathRow(DateTime? DeceasedAt, Guid? RecordId, string? Cause, string? Code, string? Place, string? CertifiedBy);
