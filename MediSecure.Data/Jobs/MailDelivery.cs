using System.Collections.Concurrent;
using System.Net;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace MediSecure.Data.Jobs;

/// <summary>The last step of a mail.</summary>
public interface IMailDelivery
{
    Task SendAsync(Mail mail, CancellationToken ct);
}

internal static class MailDelivery
{
    public static IMailDelivery For(MailSettings settings, bool demo, TimeProvider clock) => settings switch
    {
        { Host: not null } => new SmtpDelivery(settings, clock),
        { Folder: { } folder } => new FolderDelivery(settings.From, folder, clock),
        _ when demo => new MemoryDelivery(),
        _ => new NoDelivery(),
    };

    internal static MimeMessage Message(string from, Mail mail, TimeProvider clock)
    {
        var message = new MimeMessage { Subject = mail.Subject, Body = new TextPart("plain") { Text = mail.Text }, Date = clock.GetUtcNow() };
        message.From.Add(MailboxAddress.Parse(from));
        message.To.Add(new MailboxAddress(null, mail.To));
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }
}

/// <summary>To a mail server. TLS is demanded, with a certificate that verifies, unless the server is on this very machine.</summary>
internal sealed class SmtpDelivery(MailSettings settings, TimeProvider clock) : IMailDelivery
{
    private const int SecureFromTheStart = 465;

    public async Task SendAsync(Mail mail, CancellationToken ct)
    {
        using var message = MailDelivery.Message(settings.From, mail, clock);
        using var client = new SmtpClient { Timeout = 30_000 };
        await client.ConnectAsync(settings.Host!, settings.Port, Security, ct);
        if (settings.User is { } user)
        {
            await client.AuthenticateAsync(user, settings.Password ?? "", ct);
        }

        await client.SendAsync(message, ct);
        await client.DisconnectAsync(quit: true, ct);
    }

    private SecureSocketOptions Security => settings.Port == SecureFromTheStart ? SecureSocketOptions.SslOnConnect
        : settings.Host is "localhost" || (IPAddress.TryParse(settings.Host, out var address) && IPAddress.IsLoopback(address)) ? SecureSocketOptions.StartTlsWhenAvailable
        : SecureSocketOptions.StartTls;
}

/// <summary>As files that a mail program opens: for the demo, for development and for tests.</summary>
internal sealed class FolderDelivery(string from, string folder, TimeProvider clock) : IMailDelivery
{
    public async Task SendAsync(Mail mail, CancellationToken ct)
    {
        Directory.CreateDirectory(folder);
        using var message = MailDelivery.Message(from, mail, clock);
        // Whole or not at all: somebody may be reading the folder.
        var name = Path.Combine(folder, $"{clock.GetUtcNow():yyyyMMdd-HHmmss}-{Guid.CreateVersion7():N}.eml");
        await message.WriteToAsync(name + ".part", ct);
        File.Move(name + ".part", name);
    }
}

/// <summary>Kept in memory, the newest few: a demo without a folder.</summary>
public sealed class MemoryDelivery : IMailDelivery
{
    private const int Most = 200;
    private readonly ConcurrentQueue<Mail> _sent = new();

    public IReadOnlyCollection<Mail> Sent => _sent;

    public Task SendAsync(Mail mail, CancellationToken ct)
    {
        _sent.Enqueue(mail);
        while (_sent.Count > Most)
        {
            _sent.TryDequeue(out _);
        }

        return Task.CompletedTask;
    }
}

/// <summary>Nobody said where mail goes: it waits, and the board of jobs says so.</summary>
internal sealed class NoDelivery : IMailDelivery
{
    public Task SendAsync(Mail mail, CancellationToken ct) => throw new MailServerMissingException();
}

/// <summary>Neither a mail server nor a folder is set.</summary>
public sealed class MailServerMissingException() : Exception("Mail waits: set Smtp__Host.");
