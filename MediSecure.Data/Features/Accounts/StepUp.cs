using System.Collections.Concurrent;
using MediSecure.Data.Access;
using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Accounts;

/// <summary>How somebody showed, in the middle of a session, that it is still them.</summary>
public enum StepUpKind
{
    Password,
    /// <summary>A plain confirmation: in the demo nobody typed a password to begin with.</summary>
    Demonstration,
}

/// <summary>What somebody gives to show that it is still them.</summary>
/// <param name="Password">As typed; never kept.</param>
/// <param name="Confirmed">The plain confirmation, which counts in the demo only.</param>
public sealed record StepUpAnswer(string? Password, bool Confirmed);

/// <summary>Asks somebody who is signed in to show again that it is them. Wrong passwords count and lock as they do at the sign-in, and five of one session are the last for a quarter of an hour: an open screen is no
/// place to guess. Wrong passwords that somebody else typed at the sign-in page stop nobody here: else everybody who knows a clinician's address could take emergency access from them.</summary>
public sealed class StepUp
{
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(15);
    private readonly ConcurrentDictionary<string, (int Tries, DateTime Since)> _wrong = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim[] _lanes = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1, 1))];
    private readonly SignInSteps _steps;
    private readonly PasswordWork _passwords;
    private readonly SignInAudit _audit;

    internal StepUp(SignInSteps steps, PasswordWork passwords, SignInAudit audit, bool demo)
    {
        _steps = steps;
        _passwords = passwords;
        _audit = audit;
        IsDemonstration = demo;
    }

    /// <summary>No password is asked, a confirmation is.</summary>
    public bool IsDemonstration { get; }

    internal async Task<Result<StepUpKind>> ConfirmAsync(Caller caller, StepUpAnswer answer)
    {
        if (IsDemonstration)
        {
            return answer.Confirmed ? StepUpKind.Demonstration : StepUpErrors.NotConfirmed;
        }

        if (await _steps.FindAsync(caller.UserId) is not { IsDisabled: false } user)
        {
            return Error.NotFound;
        }

        if (string.IsNullOrEmpty(answer.Password))
        {
            return StepUpErrors.PasswordMissing;
        }

        var (origin, session) = (SignInOrigin.Of(caller), caller.Session ?? caller.UserId.ToString());
        var lane = _lanes[(uint)session.GetHashCode(StringComparison.Ordinal) % (uint)_lanes.Length];
        await lane.WaitAsync(); // one after the other: many at once are no more tries than five
        try
        {
            if (AppUser.IsShutOut(user.DisabledAt, user.LockoutEnd, _steps.Now) || Wrong(session) >= AppUser.FailuresUntilLocked)
            {
                await _audit.FailedAsync(user.Id, SignInFailure.Locked, origin);
                return StepUpErrors.Locked;
            }

            var right = await _passwords.VerifyAsync(user, answer.Password);
            if (right.Failed)
            {
                return right.Error;
            }

            if (right.Value)
            {
                _wrong.TryRemove(session, out _);
                await _steps.AcceptPasswordAsync(user.Id, forget: true); // wrong tries before are forgotten; a rest of the sign-in page goes on there
                return StepUpKind.Password;
            }

            var wrong = Wrong(session) + 1;
            _wrong[session] = (wrong, _wrong.TryGetValue(session, out var before) && wrong > 1 ? before.Since : _steps.Now);
            await _audit.FailedAsync(user.Id, await _steps.CountFailureAsync(user.Id), origin);
            return wrong >= AppUser.FailuresUntilLocked ? StepUpErrors.Locked : StepUpErrors.WrongPassword;
        }
        finally
        {
            lane.Release();
        }
    }

    /// <summary>How many wrong passwords of this session count now.</summary>
    private int Wrong(string session)
    {
        foreach (var old in _wrong.Count < 1_000 ? [] : _wrong.Where(one => one.Value.Since + Rest <= _steps.Now).ToList())
        {
            _wrong.TryRemove(old);
        }

        return _wrong.TryGetValue(session, out var kept) && kept.Since + Rest > _steps.Now ? kept.Tries : 0;
    }
}

public static class StepUpErrors
{
    public static readonly Error PasswordMissing = Error.Invalid("step-up.password-missing", "Type your password: this needs it once more.", "Password");

    public static readonly Error WrongPassword = Error.Invalid("step-up.wrong-password", "This is not your password, so nothing was done. Too many wrong tries lock your account.", "Password");

    public static readonly Error Locked = Error.Conflict("step-up.locked", "Too many wrong passwords here, so nothing was done. Wait a quarter of an hour, or sign out and in again, or call support.", "Password");

    public static readonly Error NotConfirmed = Error.Invalid("step-up.not-confirmed", "Confirm that it is you.", "Confirmed");
}
