using System.Globalization;
using System.Net;
using System.Net.Sockets;
using MediSecure.Data.Features.Accounts;

namespace MediSecure.Web.Components.Account;

/// <summary>How often sign-ins may fail. Only failures count, because a whole hospital sits behind one address.</summary>
/// <param name="PerAddress">Failures from one address within ten minutes; then it is asked to wait.</param>
/// <param name="InAll">Failures from everywhere within ten minutes; then each address has a tenth.</param>
/// <param name="MailsPerAddress">Links for a new password asked from one address within ten minutes.</param>
/// <param name="Floor">How long a failure takes at least: known and unknown names answer alike.</param>
public sealed record SignInLimits(int PerAddress, int InAll, int MailsPerAddress, TimeSpan Floor)
{
    public static readonly SignInLimits Usual = new(100, 2_000, 20, TimeSpan.FromMilliseconds(250));

    /// <summary>Reads <c>SignIn:PerAddress</c>, <c>SignIn:InAll</c>, <c>SignIn:MailsPerAddress</c>, <c>SignIn:FloorMilliseconds</c>.</summary>
    /// <exception cref="InvalidOperationException">A setting is no number.</exception>
    public static SignInLimits From(IConfiguration configuration) => new(Read(configuration, "PerAddress", Usual.PerAddress, 1), Read(configuration, "InAll", Usual.InAll, 1),
        Read(configuration, "MailsPerAddress", Usual.MailsPerAddress, 1), TimeSpan.FromMilliseconds(Read(configuration, "FloorMilliseconds", (int)Usual.Floor.TotalMilliseconds, 0)));

    private static int Read(IConfiguration configuration, string key, int usual, int least) => configuration["SignIn:" + key] is not { Length: > 0 } text ? usual
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least ? value
        : throw new InvalidOperationException($"SignIn__{key} is '{text}'. Write a whole number, at least {least}.");
}

/// <summary>Counts failures in windows of ten minutes, in this process. Singleton.</summary>
public sealed class SignInCounts(SignInLimits limits, TimeProvider clock, ILogger<SignInCounts>? log = null)
{
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(10);
    private const int MostKept = 20_000;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Queue<DateTime>> _times = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Failures, DateTime Until)> _names = new(StringComparer.Ordinal);
    private int _inAll;
    private DateTime _inAllSince;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Whether this address has failed too often to try a password.</summary>
    public bool IsExhausted(IPAddress? address)
    {
        lock (_gate)
        {
            Roll();
            var most = _inAll >= limits.InAll ? Math.Max(1, limits.PerAddress / 10) : limits.PerAddress;
            return Count("address " + Of(address), Window) >= most;
        }
    }

    public void Failed(IPAddress? address)
    {
        lock (_gate)
        {
            Roll();
            var key = "address " + Of(address);
            _inAll++;
            Add(key);
            if (Count(key, Window) == limits.PerAddress)
            {
                // No address here: that of a patient at home is theirs. The activity log has it at each failure.
                log?.LogWarning("Sign-ins from one address failed {Failures} times within {Minutes} minutes: passwords from it rest. The activity log says which", limits.PerAddress, (int)Window.TotalMinutes);
            }

            if (_inAll == limits.InAll)
            {
                log?.LogWarning("Sign-ins failed {Failures} times in all within {Minutes} minutes: each address has a tenth now", limits.InAll, (int)Window.TotalMinutes);
            }
        }
    }

    /// <summary>Nobody's name rests like somebody's: else the fifth wrong password would tell who exists.</summary>
    /// <returns>True while the name rests, this failure included.</returns>
    public bool UnknownFailed(string email)
    {
        lock (_gate)
        {
            var key = email.ToUpperInvariant();
            var (failures, until) = _names.GetValueOrDefault(key);
            if (until > Now || failures >= AppUser.FailuresUntilPasswordOff)
            {
                return true;
            }

            Prune();
            var locks = ++failures % AppUser.FailuresUntilLocked == 0;
            _names[key] = (failures, locks ? Now + AppUser.LockLength(failures) : Now);
            return locks;
        }
    }

    /// <summary>Counts a mail that was asked for.</summary>
    /// <returns>False when it is one too many.</returns>
    public bool MayMail(IPAddress? address)
    {
        lock (_gate)
        {
            var key = "mail " + Of(address);
            if (Count(key, Window) >= limits.MailsPerAddress)
            {
                return false;
            }

            Add(key);
            return true;
        }
    }

    private void Roll()
    {
        if (Now - _inAllSince > Window)
        {
            (_inAll, _inAllSince) = (0, Now);
        }
    }

    private void Add(string key)
    {
        Prune();
        (_times.TryGetValue(key, out var times) ? times : _times[key] = new Queue<DateTime>()).Enqueue(Now);
    }

    private void Prune()
    {
        if (_times.Count + _names.Count > MostKept)
        {
            foreach (var old in _times.Where(e => e.Value.Count == 0 || Now - e.Value.Last() > Window).Select(e => e.Key).ToList())
            {
                _times.Remove(old);
            }

            foreach (var old in _names.Where(e => Now - e.Value.Until > Window).Select(e => e.Key).ToList())
            {
                _names.Remove(old);
            }

            if (_times.Count + _names.Count > MostKept)
            {
                _times.Clear(); // a flood of made-up names: the count in all goes on
                _names.Clear();
            }
        }
    }

    private int Count(string key, TimeSpan window)
    {
        if (!_times.TryGetValue(key, out var times))
        {
            return 0;
        }

        while (times.TryPeek(out var first) && Now - first > window)
        {
            times.Dequeue();
        }

        return times.Count;
    }

    /// <summary>An address of IPv6 counts by the network that one customer has.</summary>
    private static string Of(IPAddress? address)
    {
        if (address is null)
        {
            return "none";
        }

        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(plain.GetAddressBytes().AsSpan(0, 8)) : plain.ToString();
    }
}
