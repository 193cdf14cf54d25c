using System.Security.Cryptography;
using System.Text.Json;
using MediSecure.Data.Jobs;
using Microsoft.AspNetCore.DataProtection;

namespace MediSecure.Data.Features.Accounts;

/// <summary>What a link or a hidden field is good for; one is never taken for another.</summary>
public enum LinkPurpose
{
    /// <summary>The first password of somebody who was added.</summary>
    Invitation,
    PasswordReset,
    /// <summary>A new e-mail address; the link goes there.</summary>
    EmailChange,
    /// <summary>The secret of an authenticator app between showing it and its first code.</summary>
    Enrolment,
}

/// <summary>What a link said, once it was found whole and in time. It counts only if <paramref name="Stamp"/> still is the person's: so it counts once.</summary>
public sealed record OpenedLink(Guid UserId, string Stamp, string? Extra)
{
    public bool Fits(AppUser? user) => user is { IsDisabled: false } && user.Id == UserId && user.SecurityStamp == Stamp;
}

/// <summary>Makes and reads one-time links. Nothing is stored: a link names the person and the stamp of their sign-in, which every use changes, and is protected with the key ring.</summary>
public sealed class AccountLinks(IDataProtectionProvider protection, DataOptions options, TimeProvider clock)
{
    private sealed record Content(Guid UserId, string Stamp, DateTime Until, string? Extra);

    public static TimeSpan Life(LinkPurpose purpose) => purpose switch
    {
        LinkPurpose.Invitation => TimeSpan.FromDays(7),
        LinkPurpose.PasswordReset => TimeSpan.FromHours(1),
        LinkPurpose.EmailChange => TimeSpan.FromHours(24),
        _ => TimeSpan.FromMinutes(15),
    };

    public string Make(LinkPurpose purpose, AppUser user, string? extra = null) =>
        Protector(purpose).Protect(JsonSerializer.Serialize(new Content(user.Id, user.SecurityStamp ?? "", clock.GetUtcNow().UtcDateTime + Life(purpose), extra)));

    /// <summary>The link as it stands in a mail.</summary>
    public string Address(LinkPurpose purpose, AppUser user, string? extra = null) =>
        $"{options.Mail.Address}/account/{(purpose == LinkPurpose.EmailChange ? "confirm-email" : "set-password")}?link={Make(purpose, user, extra)}";

    /// <summary>Null when it was not made here, not for this purpose, or is too old.</summary>
    public OpenedLink? Open(LinkPurpose purpose, string? link)
    {
        if (string.IsNullOrEmpty(link) || link.Length > 4_000)
        {
            return null;
        }

        try
        {
            var content = JsonSerializer.Deserialize<Content>(Protector(purpose).Unprotect(link));
            return content is not null && content.Until > clock.GetUtcNow().UtcDateTime ? new OpenedLink(content.UserId, content.Stamp, content.Extra) : null;
        }
        catch (Exception exception) when (exception is CryptographicException or JsonException or FormatException)
        {
            return null;
        }
    }

    private IDataProtector Protector(LinkPurpose purpose) => protection.CreateProtector("MediSecure.Link", purpose.ToString());
}
