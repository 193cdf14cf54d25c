namespace MediSecure.Data.Features.DiagnosisCodes;

/// <summary>A code that can be chosen.</summary>
public sealed record DiagnosisCodeRow(string Code, string Title);
