using System.Text.Json;
using MediSecure.Data.Features.Mails;
using MediSecure.Data.Persistence;
using Microsoft.AspNetCore.DataProtection;

namespace MediSecure.Data.Jobs;

/// <summary>A mail as it goes out.</summary>
public sealed record Mail(string To, string Subject, string Text);

/// <summary>Puts mail into the transaction of what it tells: it goes out when that committed, and never otherwise. Nothing of a patient's data belongs into subject or text.</summary>
/// <example><c>mails.Add(db, user.Email, "Your password was changed", text); return await db.SaveAsync(ct);</c></example>
public sealed class MailQueue(IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>Longest text.</summary>
    public const int TextLength = 8_000;
    private readonly IDataProtector _protector = protection.CreateProtector("MediSecure.Mail");

    /// <summary>Queues a mail in the context's organisation; saved with it.</summary>
    public void Add(MediSecureDbContext db, string to, string subject, string text)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(text.Length, TextLength);
        db.Add(new OutgoingMail(Guid.CreateVersion7(clock.GetUtcNow()), db.OrganizationId, _protector.Protect(JsonSerializer.Serialize(new Mail(to, subject, text))), clock.GetUtcNow().UtcDateTime));
    }

    /// <summary>What is inside.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The key it was protected with is gone.</exception>
    internal Mail Open(string sealedText) => JsonSerializer.Deserialize<Mail>(_protector.Unprotect(sealedText))!;
}
