using MediSecure.Data.Access;

namespace MediSecure.Data.Features.Accounts;

/// <summary>Somebody of this organisation who has trouble signing in: locked now, or failed within the last 24 hours.</summary>
/// <param name="Name">From the staff or patient row; the e-mail when there is none.</param>
/// <param name="Failures">Failed sign-ins within the last 24 hours.</param>
/// <param name="LastFailedAt">UTC.</param>
/// <param name="LastAddress">Network address of the last failure.</param>
/// <param name="LockedUntil">UTC; null when not locked, or without an end.</param>
/// <param name="PasswordOff">Locked without an end: too many wrong passwords in all. A passkey, a new password by mail or unlocking ends it.</param>
/// <param name="LastSignedInAt">UTC; null when never, as far as the log reaches.</param>
public sealed record SignInProblemRow(Guid UserId, string Name, string Email, IReadOnlyList<Role> Roles, int Failures, DateTime? LastFailedAt, string? LastAddress, DateTime? LockedUntil,
    bool PasswordOff, DateTime? LastSignedInAt)
{
    public bool IsLocked => LockedUntil is not null || PasswordOff;
}

/// <summary>Counts of this organisation's people.</summary>
/// <param name="Locked">Accounts locked now.</param>
/// <param name="Failures">Failed sign-ins within the last 24 hours.</param>
/// <param name="People">Whose these were.</param>
public sealed record SignInFigures(int Locked, int Failures, int People);

/// <summary>An account that was just unlocked.</summary>
public sealed record UnlockedAccount(Guid UserId, string Name, string Email);
