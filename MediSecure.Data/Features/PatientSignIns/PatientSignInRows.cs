namespace MediSecure.Data.Features.PatientSignIns;

/// <summary>Whether a patient can sign in, or is about to.</summary>
/// <param name="HasSignIn">The patient can.</param>
/// <param name="InvitedAt">When the open code was made; null when there is none.</param>
/// <param name="ExpiresAt">Until when it can be used.</param>
/// <param name="TriesLeft">Before it is worth nothing.</param>
public sealed record PatientSignInState(bool HasSignIn, DateTime? InvitedAt, DateTime? ExpiresAt, int TriesLeft);

/// <summary>A code that was just made. It is shown this once.</summary>
/// <param name="Code">As printed.</param>
/// <param name="ExpiresAt">UTC.</param>
/// <param name="For">Who is to use it.</param>
/// <param name="Patient">Whose record.</param>
/// <param name="RecordNumber">Needed with the code.</param>
/// <param name="MailedTo">Where it was also sent; null when nowhere.</param>
public sealed record IssuedCode(string Code, DateTime ExpiresAt, string For, string Patient, string RecordNumber, string? MailedTo = null);
