using System.Security.Cryptography;

namespace MediSecure.Data.Persistence.Encryption;

/// <summary>The keys of one organisation, unwrapped, as one operation uses them: what it writes is all of one key, however long it runs.</summary>
internal sealed class OrganizationKeySet
{
    private readonly Dictionary<int, byte[]> _data = [];

    private OrganizationKeySet()
    {
    }

    /// <summary>Under which key new values are written; null when no active key can be opened.</summary>
    public int? ActiveId { get; private init; }

    /// <summary>The active key first, then those that still find older rows.</summary>
    public IReadOnlyList<byte[]> IndexKeys { get; private init; } = [];

    public byte[]? Data(int keyId) => _data.GetValueOrDefault(keyId);

    /// <summary>Unwraps what the database holds. A key that this host's master key does not open stays as it was known before: the master key was changed and the host is about to be restarted.</summary>
    public static OrganizationKeySet Of(MasterKey master, IReadOnlyList<OrganizationKey> rows, OrganizationKeySet? before)
    {
        var opened = rows.Where(r => r.State != KeyState.Destroyed).Select(r => (Row: r, Key: Open(master, r) ?? before?._known.GetValueOrDefault(r.KeyId))).Where(r => r.Key is not null).ToList();
        var index = opened.Where(r => r.Row.Purpose == KeyPurpose.Index).OrderBy(r => r.Row.State).ToList();
        var set = new OrganizationKeySet
        {
            ActiveId = opened.Where(r => r.Row is { Purpose: KeyPurpose.Data, State: KeyState.Active }).Select(r => (int?)r.Row.KeyId).FirstOrDefault(),
            IndexKeys = [.. index.Select(r => r.Key!)],
        };
        // The demo is replaced by one with other keys while some still read the old one.
        foreach (var (id, key) in before?._known.Where(k => rows.All(r => r.KeyId != k.Key)) ?? [])
        {
            set._known[id] = set._data[id] = key;
        }

        foreach (var (row, key) in opened)
        {
            set._known[row.KeyId] = key!;
            if (row.Purpose == KeyPurpose.Data)
            {
                set._data[row.KeyId] = key!;
            }
        }

        return set;
    }

    private readonly Dictionary<int, byte[]> _known = [];

    private static byte[]? Open(MasterKey master, OrganizationKey row)
    {
        try
        {
            return WrappedKey.Unwrap(master, row);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
