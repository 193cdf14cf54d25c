using System.ComponentModel.DataAnnotations;
using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Features.Organizations;
using MediSecure.Data.Features.Staff;
using MediSecure.Data.Persistence.DemoData;

namespace MediSecure.Data.Persistence;

/// <summary>What the verb <c>create-admin</c> is told.</summary>
public sealed record CreateFirstAdministratorForm
{
    [Required, StringLength(200, MinimumLength = 2)]
    public string OrganizationName { get; init; } = "";

    /// <summary>IANA zone, e.g. Africa/Lagos.</summary>
    [Required, StringLength(64)]
    public string TimeZone { get; init; } = "";

    public OrganizationType Type { get; init; } = OrganizationType.Hospital;

    /// <summary>Letters before a patient's number.</summary>
    [Required, RegularExpression("^[A-Z]{1,8}$", ErrorMessage = "The record number prefix is one to eight capital letters.")]
    public string RecordNumberPrefix { get; init; } = "";

    /// <summary>ISO 4217.</summary>
    [Required, RegularExpression("^[A-Z]{3}$", ErrorMessage = "The currency is three capital letters, such as NGN.")]
    public string Currency { get; init; } = "";

    /// <summary>ISO 3166-1.</summary>
    [Required, CountryCode]
    public string Country { get; init; } = "";

    [Required, EmailAddress, StringLength(256)]
    public string Email { get; init; } = "";

    [Required, StringLength(200, MinimumLength = 1)]
    public string Name { get; init; } = "";

    [Required, StringLength(256)]
    public string Password { get; init; } = "";
}

/// <summary>Makes the first organisation of an empty installation and the person who can make everything else. In one transaction, and once.</summary>
public sealed class FirstAdministrator(SystemDb system, TimeProvider clock)
{
    public const string Job = "create-admin";

    private static readonly Error Exists = Error.Conflict("setup.organization-exists",
        "There is an organisation already, so nothing was created. Its administrator can add people under Staff.");

    public async Task<Result<Guid>> CreateAsync(CreateFirstAdministratorForm form, CancellationToken ct)
    {
        if (Check(form) is { } problem)
        {
            return problem;
        }

        ct.ThrowIfCancellationRequested();
        var now = clock.GetUtcNow().UtcDateTime;
        var organization = new Organization(Guid.CreateVersion7(), form.OrganizationName.Trim(), form.Type, form.TimeZone, null, form.RecordNumberPrefix, form.Currency, form.Country);
        var result = await system.ChangeSystemAsync(Job, organization.Id, async (db, token) =>
        {
            await db.LockAsync("installation", Guid.Empty, token);
            if ((await system.OrganizationIdsAsync()).Count > 0)
            {
                return Exists;
            }

            var user = SignIn(form);
            db.Add(organization);
            db.Add(user);
            db.Add(new OrganizationMembership(Guid.CreateVersion7(), organization.Id, user.Id, Role.Administrator, now));
            db.Add(new StaffMember(Guid.CreateVersion7(), organization.Id, user.Id, form.Name.Trim()));
            return await db.SaveAsync(token);
        });
        return result.Failed ? result.Error : organization.Id;
    }

    private static Error? Check(CreateFirstAdministratorForm form)
    {
        var problems = new List<ValidationResult>();
        if (!Validator.TryValidateObject(form, new ValidationContext(form), problems, validateAllProperties: true))
        {
            return Error.Invalid("setup.invalid", string.Join(" ", problems.Select(p => p.ErrorMessage)));
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(form.TimeZone, out _))
        {
            return Error.Invalid("setup.time-zone", $"'{form.TimeZone}' is no time zone. Use an IANA name such as Africa/Lagos.");
        }

        // An administrator sets up a second factor at the first sign-in.
        if (PasswordRules.Check(form.Password, PasswordRules.LeastWithFactor, form.Email, form.Name, form.OrganizationName) is { } broken)
        {
            return broken;
        }

        return form.Password == DemoAccounts.Password ? Error.Invalid("setup.password-public", "That is the demo's password, which everybody knows. Choose another.") : null;
    }

    private static AppUser SignIn(CreateFirstAdministratorForm form)
    {
        var email = form.Email.Trim();
        var user = new AppUser
        {
            UserName = email,
            NormalizedUserName = email.ToUpperInvariant(),
            Email = email,
            NormalizedEmail = email.ToUpperInvariant(),
            EmailConfirmed = true,
            SecurityStamp = Guid.NewGuid().ToString("N"),
            LockoutEnabled = true,
        };
        user.PasswordHash = new NormalPasswordHasher().HashPassword(user, form.Password);
        return user;
    }
}
