using System.Globalization;

namespace MediSecure.Web.Hosting;

/// <summary>How much one person's browsers, and one address that nobody has signed in from, may ask of the host at once. A hospital stands behind one address: what is counted by address
/// concerns requests before the sign-in only, and only those under way at the same moment.</summary>
public sealed record WebLimits
{
    /// <summary>Pages that one person has open at once; in the demo, where visitors share accounts, that one sign-in has open.</summary>
    public int CircuitsPerUser { get; init; } = 10;

    /// <summary>What one open page may send each second for long. Nobody clicks or types faster; what comes faster waits.</summary>
    public int EventsPerSecond { get; init; } = 60;

    /// <summary>What one open page may send at once after it was quiet.</summary>
    public int EventBurst { get; init; } = 120;

    /// <summary>The longest message of a page; longer ones close it. The limits of fields follow from this one.</summary>
    public int MessageKilobytes { get; init; } = 256;

    /// <summary>Requests under way at once from one address before anybody has signed in there.</summary>
    public int RequestsPerAddress { get; init; } = 100;

    /// <summary>Requests under way at once from one sign-in; a page that loads asks for some thirty files.</summary>
    public int RequestsPerSignIn { get; init; } = 100;

    /// <summary>Connections of one person, pages that are being loaded anew included: where no page is shown any more and the connection is closed.</summary>
    public int ConnectionsPerUser => CircuitsPerUser * 2;

    /// <summary>Reads <c>Limits:*</c>.</summary>
    /// <exception cref="InvalidOperationException">A setting is no whole number of its range.</exception>
    public static WebLimits From(IConfiguration configuration)
    {
        var usual = new WebLimits();
        return new WebLimits
        {
            CircuitsPerUser = Read(nameof(CircuitsPerUser), usual.CircuitsPerUser, 1_000),
            EventsPerSecond = Read(nameof(EventsPerSecond), usual.EventsPerSecond, 10_000),
            EventBurst = Read(nameof(EventBurst), usual.EventBurst, 100_000),
            MessageKilobytes = Read(nameof(MessageKilobytes), usual.MessageKilobytes, 4_096),
            RequestsPerAddress = Read(nameof(RequestsPerAddress), usual.RequestsPerAddress, 100_000),
            RequestsPerSignIn = Read(nameof(RequestsPerSignIn), usual.RequestsPerSignIn, 100_000),
        };

        int Read(string name, int value, int most) => configuration[$"Limits:{name}"] is not { Length: > 0 } text ? value
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most ? number
            : throw new InvalidOperationException($"Limits__{name} is '{text}'. Write a whole number from 1 to {most.ToString("N0", CultureInfo.InvariantCulture)}.");
    }
}
