using System.ComponentModel.DataAnnotations;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Features.PatientSignIns;
using MediSecure.Data.Jobs;
using MediSecure.Web.Hosting;
using MediSecure.Web.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace MediSecure.Web.Components.Account;

public partial class ClaimPage
{
    /// <summary>No refusal is answered sooner: the time must not tell what was wrong.</summary>
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(900);

    private string? _message;
    private ClaimedSignIn? _done;

    [SupplyParameterFromForm] private ClaimInput? Input { get; set; }

    [CascadingParameter] private HttpContext Http { get; set; } = default!;

    [Inject] private UserManager<AppUser> Users { get; set; } = default!;

    [Inject] private PasswordWork Passwords { get; set; } = default!;

    [Inject] private PatientClaims Claims { get; set; } = default!;

    [Inject] private ClaimThrottle Throttle { get; set; } = default!;

    [Inject] private TimeProvider Time { get; set; } = default!;

    private bool SignedIn => Http.User.Identity?.IsAuthenticated == true;

    private async Task ClaimAsync()
    {
        var began = Time.GetTimestamp();
        var input = Input ?? new ClaimInput();
        if (!TypedDate.TryParse(input.BirthDate, out var born))
        {
            Refuse("Write the birth date as day, month and year, for example 12 04 1988.");
            return;
        }

        var address = Http.Connection.RemoteIpAddress?.ToString();
        if (!Throttle.MayTry(address, input.RecordNumber))
        {
            Refuse("Too many wrong tries. Wait a quarter of an hour, then try again, or ask the front desk for a new code.");
            return;
        }

        AppUser? user;
        if (SignedIn)
        {
            user = await Users.GetUserAsync(Http.User);
        }
        else
        {
            user = NewUser(input.Email.Trim());
            if (ProblemOf(input) is { } problem)
            {
                Refuse(problem);
                return;
            }

            // Before the code is looked at, so that it takes as long when the code is wrong.
            var hash = await Passwords.HashAsync(input.Password);
            if (hash.Failed)
            {
                Refuse(hash.Error.Message);
                return;
            }

            user.PasswordHash = hash.Value;
        }

        if (user is null or { IsDisabled: true })
        {
            Refuse(PatientSignInErrors.Wrong.Message);
            return;
        }

        var claimed = await Claims.ClaimAsync(new SignInClaim(input.RecordNumber, born, input.Code), user, !SignedIn, new SignInOrigin(address, Http.TraceIdentifier, SignIn.SessionOf(Http.User)));
        if (!claimed.Failed)
        {
            _done = claimed.Value;
            return;
        }

        if (claimed.Error == PatientSignInErrors.Wrong)
        {
            Throttle.Failed(address, input.RecordNumber);
            var left = Shortest - Time.GetElapsedTime(began);
            if (left > TimeSpan.Zero)
            {
                await Task.Delay(left, Time);
            }
        }

        Refuse(claimed.Error.Message);
    }

    /// <summary>What is wrong with e-mail or password, before anything about the code is asked.</summary>
    private static string? ProblemOf(ClaimInput input)
    {
        var results = new List<ValidationResult>();
        if (!Validator.TryValidateObject(input, new ValidationContext(input), results, validateAllProperties: true))
        {
            return results[0].ErrorMessage;
        }

        if (input.Password != input.Again)
        {
            return "The two passwords differ. Type the new password twice.";
        }

        return PasswordRules.Check(input.Password, PasswordRules.LeastAlone, input.Email)?.Message;
    }

    private AppUser NewUser(string email) => new()
    {
        UserName = email,
        NormalizedUserName = Users.NormalizeName(email),
        Email = email,
        NormalizedEmail = Users.NormalizeEmail(email),
        SecurityStamp = Guid.NewGuid().ToString("N"),
        LockoutEnabled = true,
    };

    private void Refuse(string message) => _message = message;

    internal sealed class ClaimInput
    {
        public string RecordNumber { get; set; } = "";

        public string BirthDate { get; set; } = "";

        public string Code { get; set; } = "";

        [Required(ErrorMessage = "Write your e-mail; you sign in with it."), Email, Display(Name = "Your e-mail")]
        public string Email { get; set; } = "";

        [Required(ErrorMessage = "Choose a password.")]
        public string Password { get; set; } = "";

        public string Again { get; set; } = "";
    }
}
