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

/// <summary>Asks somebody who is signed in to show again that it is them. Wrong passwords count and lock as they do at the sign-in: an open screen is no place to guess.</summary>
public sealed class StepUp
{
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

        var origin = SignInOrigin.Of(caller);
        if (user.IsLockedAt(_steps.Now))
        {
            await _audit.FailedAsync(user.Id, SignInFailure.Locked, origin);
            return StepUpErrors.Locked;
        }

        if (string.IsNullOrEmpty(answer.Password))
        {
            return StepUpErrors.PasswordMissing;
        }

        var right = await _passwords.VerifyAsync(user, answer.Password);
        if (right.Failed)
        {
            return right.Error;
        }

        if (right.Value && await _steps.AcceptPasswordAsync(user.Id, forget: true))
        {
            return StepUpKind.Password;
        }

        var failure = right.Value ? SignInFailure.Locked : await _steps.CountFailureAsync(user.Id);
        await _audit.FailedAsync(user.Id, failure, origin);
        return failure == SignInFailure.WrongPassword ? StepUpErrors.WrongPassword : StepUpErrors.Locked;
    }
}

public static class StepUpErrors
{
    public static readonly Error PasswordMissing = Error.Invalid("step-up.password-missing", "Type your password: this needs it once more.", "Password");

    public static readonly Error WrongPassword = Error.Invalid("step-up.wrong-password", "This is not your password, so nothing was done. Too many wrong tries lock your account.", "Password");

    public static readonly Error Locked = Error.Conflict("step-up.locked", "Your account is locked after too many wrong passwords, so nothing was done. Wait some minutes, or call support.", "Password");

    public static readonly Error NotConfirmed = Error.Invalid("step-up.not-confirmed", "Confirm that it is you.", "Confirmed");
}
