using System.ComponentModel.DataAnnotations;
using MediSecure.Data.Access;
using MediSecure.Data.Persistence.DemoData;
using MediSecure.Web.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace MediSecure.Web.Components.Account;

public partial class LoginPage
{
    private string? _message;
    private bool _locked;
    private SignInOutcome _step;

    [SupplyParameterFromForm] private LoginInput? Input { get; set; }

    [SupplyParameterFromQuery] private string? ReturnUrl { get; set; }

    [SupplyParameterFromQuery] private string? Why { get; set; }

    [CascadingParameter] private HttpContext Http { get; set; } = default!;

    [Inject] private SignInFlow Flow { get; set; } = default!;

    [Inject] private IOptions<IdentityPasskeyOptions> Passkeys { get; set; } = default!;

    [Inject] private DemoMode Demo { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Inject] private IWebHostEnvironment Environment { get; set; } = default!;

    private async Task SignInAsync()
    {
        if (!MaySignInHere)
        {
            _message = "Sign-in needs a secure connection. Open this page with https, then sign in.";
            Http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        if (Input is not { Email.Length: > 0 and <= 256, Password.Length: > 0 and <= 256 })
        {
            _message = Wrong;
            return;
        }

        _step = await Flow.WithPasswordAsync(Input.Email.Trim(), Input.Password);
        switch (_step)
        {
            case SignInOutcome.Done:
                Navigation.NavigateTo(LocalAddress.OrHome(ReturnUrl), forceLoad: true);
                return;
            case SignInOutcome.Locked:
                _locked = true;
                _message = "Too many wrong passwords, so sign-in to this account rests for five minutes, and longer each time. Wait, then try again, or ask an administrator of your organisation to unlock it.";
                return;
            case SignInOutcome.Code or SignInOutcome.Enrol:
                Navigation.NavigateTo(StepAddress.Of(LocalAddress.OrHome(ReturnUrl), _step == SignInOutcome.Enrol ? NextStep.Enrol : NextStep.Code), forceLoad: true);
                return;
            case SignInOutcome.TooMany:
                Http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                Http.Response.Headers.RetryAfter = "600";
                _message = TooMany;
                return;
            case SignInOutcome.NoOrganization:
                _message = "Your account works, but no organisation has given it a role. Ask an administrator of your organisation.";
                return;
            default:
                _message = Wrong;
                return;
        }
    }

    private bool MaySignInHere => SecureTransport.MaySignIn(Http, Demo, Environment);

    internal const string TooMany = "Too many sign-ins failed from where you are, so no more are tried for some minutes. Wait, or use a passkey.";

    private const string Wrong = "Email and password do not fit together. Check both; five wrong tries lock the account for five minutes, and longer each time.";

    internal sealed class LoginInput
    {
        [Required] public string Email { get; set; } = "";

        [Required] public string Password { get; set; } = "";
    }
}
