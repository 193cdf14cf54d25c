using System.Net;
using Microsoft.Extensions.Configuration;

namespace MediSecure.Data.Jobs;

/// <summary>Where mail goes and what its links begin with.</summary>
/// <param name="Address">This host as people's browsers know it, without a slash at the end. Never taken from a request, whose headers anybody can write.</param>
public sealed record MailSettings(string Address)
{
    public static readonly MailSettings Usual = new("http://localhost:8080");

    /// <summary>Mail server; null for none.</summary>
    public string? Host { get; init; }

    public int Port { get; init; } = 587;

    public string? User { get; init; }

    public string? Password { get; init; }

    public string From { get; init; } = "medisecure@localhost";

    /// <summary>Mails become files here when there is no server.</summary>
    public string? Folder { get; init; }

    /// <summary>Reads <c>Smtp:*</c>, <c>Mail:Folder</c>, <c>Site:Address</c>; without the last, <c>Passkeys:Domain</c> names the host.</summary>
    /// <exception cref="InvalidOperationException">The settings contradict each other; the message says how to put it right.</exception>
    public static MailSettings Read(IConfiguration configuration, bool demo)
    {
        var host = Text(configuration["Smtp:Host"]);
        var settings = new MailSettings(AddressOf(configuration, demo, host is not null))
        {
            Host = host,
            Port = configuration["Smtp:Port"] is not { Length: > 0 } port ? 587 : int.TryParse(port, out var number) && number is > 0 and < 65_536 ? number
                : throw new InvalidOperationException($"Smtp__Port is '{port}'. Write a port number such as 587 or 465."),
            User = Text(configuration["Smtp:User"]),
            Password = Text(configuration["Smtp:Password"]),
            From = Text(configuration["Smtp:From"]) ?? (host is null ? Usual.From : throw new InvalidOperationException("Smtp__Host is set and Smtp__From is not: name the sender's address.")),
            Folder = Text(configuration["Mail:Folder"]),
        };
        return MimeKit.MailboxAddress.TryParse(settings.From, out _) ? settings : throw new InvalidOperationException($"Smtp__From is '{settings.From}', which is no mail address.");
    }

    private static string AddressOf(IConfiguration configuration, bool demo, bool sends)
    {
        if (Text(configuration["Site:Address"]) is { } address)
        {
            return Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.AbsolutePath == "/" && uri.Query.Length == 0 && (uri.Scheme == "https" || (uri.Scheme == "http" && (demo || uri.IsLoopback)))
                ? uri.GetLeftPart(UriPartial.Authority)
                : throw new InvalidOperationException($"Site__Address is '{address}'. Write what people type to come here, such as https://hospital.example; http is for the demo and this machine only.");
        }

        if (Text(configuration["Passkeys:Domain"]) is { } domain and not "localhost")
        {
            return $"https://{domain}";
        }

        // The host's own address does for the demo and for a developer.
        if (sends && !demo)
        {
            throw new InvalidOperationException("Smtp__Host is set, but neither Site__Address nor Passkeys__Domain: the links in mails would lead nowhere. Set Site__Address to what people type, such as https://hospital.example.");
        }

        var own = (configuration["urls"] ?? configuration["ASPNETCORE_URLS"])?.Split(';')[0];
        return Uri.TryCreate(own, UriKind.Absolute, out var listens) && listens.Port > 0 && !IPAddress.Any.ToString().Equals(listens.Host, StringComparison.Ordinal)
            ? listens.GetLeftPart(UriPartial.Authority)
            : Usual.Address;
    }

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
