using MediSecure.Data.Features.Accounts;
using Microsoft.AspNetCore.Identity;

namespace MediSecure.Web.Components.Account;

/// <summary>Spends the same time on a name that nobody has as on a wrong password, so that the answer's time does not tell who exists.</summary>
internal sealed class UnknownUser
{
    private readonly PasswordHasher<AppUser> _hasher = new();
    private readonly AppUser _nobody = new();
    private readonly string _hash;

    public UnknownUser() => _hash = _hasher.HashPassword(_nobody, Guid.NewGuid().ToString());

    public void Check(string password) => _ = _hasher.VerifyHashedPassword(_nobody, _hash, password);
}
