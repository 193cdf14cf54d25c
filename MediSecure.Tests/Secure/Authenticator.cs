using System.Net;
using MediSecure.Data.Features.Accounts;
using MediSecure.Tests.Hosting;

namespace MediSecure.Tests.Secure;

/// <summary>The authenticator app of one account: set up at the first sign-in, asked for a code at each later one. A code counts once, so a second sign-in within the half minute takes the next one.</summary>
internal sealed class Authenticator : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private string? _secret;
    private long _last;

    /// <summary>Passes what the host asks for after the password; nothing for patients.</summary>
    public async Task PassAsync(HttpClient browser, HttpResponseMessage answer)
    {
        await _gate.WaitAsync();
        try
        {
            switch (SecondStep.PathOf(answer))
            {
                case "/account/enrol":
                    _last = AuthenticatorCode.StepAt(DateTime.UtcNow);
                    (_secret, _) = await SecondStep.EnrolAsync(browser);
                    break;
                case "/account/code":
                    using (var passed = await SecondStep.CodeAsync(browser, await NextAsync()))
                    {
                        Assert.Equal(HttpStatusCode.Redirect, passed.StatusCode);
                    }

                    break;
                default:
                    break;
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task<string> NextAsync()
    {
        var secret = _secret ?? throw new InvalidOperationException("This account has a second factor that was not set up here: begin with a fresh seed --demo.");
        _last = Math.Max(_last + 1, AuthenticatorCode.StepAt(DateTime.UtcNow));
        while (_last > AuthenticatorCode.StepAt(DateTime.UtcNow) + 1)
        {
            await Task.Delay(500); // the host takes codes of half a minute beside its clock, no further
        }

        return AuthenticatorCode.At(secret, _last);
    }

    public void Dispose() => _gate.Dispose();
}
