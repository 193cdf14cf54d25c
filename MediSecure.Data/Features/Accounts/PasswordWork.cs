using MediSecure.Data.Common;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace MediSecure.Data.Features.Accounts;

/// <summary>Identity's hasher over the one form of a password.</summary>
public sealed class NormalPasswordHasher(IOptions<PasswordHasherOptions>? options = null) : PasswordHasher<AppUser>(options ?? Options.Create(new PasswordHasherOptions { IterationCount = Rounds }))
{
    /// <summary>PBKDF2 with HMAC-SHA-512. OWASP ASVS 5.0, appendix C.4: 210,000 at least.</summary>
    public const int Rounds = 210_000;

    public override string HashPassword(AppUser user, string password) => base.HashPassword(user, PasswordRules.Normal(password));

    public override PasswordVerificationResult VerifyHashedPassword(AppUser user, string hashedPassword, string providedPassword) =>
        base.VerifyHashedPassword(user, hashedPassword, PasswordRules.Normal(providedPassword));
}

/// <summary>Hashing costs a core tens of milliseconds by design. So only a few run at once: a flood of sign-ins waits in front of this door and leaves the house its processors.</summary>
public sealed class PasswordWork(NormalPasswordHasher hasher, int atOnce) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private const int MostWaiting = 200;
    private readonly SemaphoreSlim _free = new(atOnce);
    private readonly AppUser _nobody = new();
    private readonly Lazy<string> _nobodysHash = new(() => hasher.HashPassword(new AppUser(), Guid.NewGuid().ToString()));
    private int _waiting;

    /// <summary>Whether it is the password; somebody without one, and nobody, cost the same time. <see cref="Error.Busy"/> when too many wait.</summary>
    public Task<Result<bool>> VerifyAsync(AppUser? user, string password) => RunAsync(() =>
        hasher.VerifyHashedPassword(user ?? _nobody, user?.PasswordHash ?? _nobodysHash.Value, password) != PasswordVerificationResult.Failed && user?.PasswordHash is not null);

    public Task<Result<string>> HashAsync(string password) => RunAsync(() => hasher.HashPassword(_nobody, password));

    public void Dispose() => _free.Dispose();

    private async Task<Result<T>> RunAsync<T>(Func<T> work)
    {
        if (Interlocked.Increment(ref _waiting) > MostWaiting || !await _free.WaitAsync(Patience))
        {
            Interlocked.Decrement(ref _waiting);
            return Error.Busy;
        }

        try
        {
            return await Task.Run(work);
        }
        finally
        {
            _free.Release();
            Interlocked.Decrement(ref _waiting);
        }
    }
}
