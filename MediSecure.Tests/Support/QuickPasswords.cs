using MediSecure.Data.Features.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace MediSecure.Tests.Support;

/// <summary>Hashes that are cheap to make and to compare: where what is behind the password is tested, and not how long guessing takes.</summary>
internal static class QuickPasswords
{
    public const int Iterations = 1_000;

    private static readonly NormalPasswordHasher Hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Iterations }));

    public static string Hash(string password) => Hasher.HashPassword(new AppUser(), password);
}
