using System.Security.Cryptography;
using System.Text;

namespace MediSecure.Data.Persistence;

/// <summary>The secret outside the database from which this host derives its keys: 32 random bytes in a file (<c>Encryption__KeyFile</c>); in demo mode random for the process.
/// Keys are derived with HKDF-SHA256, one for each use and organisation, so that no key serves two purposes.</summary>
public sealed class MasterKey
{
    public const int Bytes = 32;
    private const string PreviousMark = "previous ";
    private readonly Lazy<IReadOnlyList<byte[]>> _bytes;
    private readonly Lazy<IReadOnlyList<MasterKey>> _all;
    private readonly Lazy<string> _id;

    private MasterKey(Func<IReadOnlyList<byte[]>> read)
    {
        _bytes = new Lazy<IReadOnlyList<byte[]>>(read);
        _all = new Lazy<IReadOnlyList<MasterKey>>(() => [this, .. _bytes.Value.Skip(1).Select(bytes => new MasterKey(() => [bytes]))]);
        _id = new Lazy<string>(() => Convert.ToHexString(Derive("master key id", Guid.Empty).AsSpan(0, 8)));
    }

    /// <summary>By which what it wraps names it; says nothing about the key.</summary>
    internal string Id => _id.Value;

    /// <summary>This key and those it took over from, which still check and open what they wrote.</summary>
    internal IReadOnlyList<MasterKey> All => _all.Value;

    /// <summary>A key that ends with this process: demo data needs no other.</summary>
    public static MasterKey OfThisProcess()
    {
        var bytes = RandomNumberGenerator.GetBytes(Bytes);
        return new MasterKey(() => [bytes]);
    }

    /// <summary>Reads at the first use.</summary>
    /// <exception cref="InvalidOperationException">Thrown by the first use: the file is missing, too open, or holds no key.</exception>
    public static MasterKey OfFile(string? path) => new(() => Read(path));

    /// <summary>What is wrong with the file; null when it can be used. Names no content.</summary>
    public static string? Problem(string? path)
    {
        try
        {
            _ = Read(path);
            return null;
        }
        catch (InvalidOperationException exception)
        {
            return exception.Message;
        }
    }

    /// <summary>Makes a new key file, readable by this user only.</summary>
    /// <exception cref="InvalidOperationException">There is a file already: a key that is overwritten takes what it protects with it.</exception>
    public static void Create(string path) => WriteNew(path, [Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes))]);

    /// <summary>Makes the file of the key that takes over from this one. It also holds this one and those before: older entries of the activity log are checked with them, sign-in keys opened.</summary>
    /// <inheritdoc cref="Create" path="/exception"/>
    public void CreateSuccessor(string path) =>
        WriteNew(path, [Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes)), .. _bytes.Value.Select(bytes => PreviousMark + Convert.ToBase64String(bytes))]);

    /// <summary>Whether <paramref name="other"/> is this key or one that this key took over from.</summary>
    public bool Knows(MasterKey other) => All.Any(key => key.Id == other.Id);

    /// <summary>Writes a secret into a new file, readable by this user only.</summary>
    /// <inheritdoc cref="Create" path="/exception"/>
    public static void WriteNew(string path, IReadOnlyList<string> lines)
    {
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead;
            }

            using var file = new StreamWriter(path, Encoding.ASCII, options);
            foreach (var line in lines)
            {
                file.WriteLine(line);
            }
        }
        catch (IOException exception)
        {
            throw new InvalidOperationException(File.Exists(path)
                ? $"{path} exists already. It was not touched: a key that is overwritten takes what it protects with it. Name another file."
                : $"{path} could not be written: {exception.Message}");
        }
        catch (UnauthorizedAccessException)
        {
            throw new InvalidOperationException($"{path} could not be written: this user may not write there.");
        }
    }

    /// <summary>A key of its own for one purpose and one owner.</summary>
    /// <param name="purpose">Constant text of the code that uses it.</param>
    /// <param name="owner">Organisation, or the empty id for the whole installation.</param>
    internal byte[] Derive(string purpose, Guid owner) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, _bytes.Value[0], Bytes, Encoding.UTF8.GetBytes("MediSecure"), Encoding.UTF8.GetBytes($"{purpose}|{owner:N}"));

    private static List<byte[]> Read(string? path)
    {
        if (string.IsNullOrWhiteSpace(path))
        {
            throw new InvalidOperationException("There is no encryption key: set Encryption__KeyFile to a file made by the verb create-key.");
        }

        string text;
        try
        {
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & (UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.GroupWrite)) != 0)
            {
                throw new InvalidOperationException($"The key file {path} is open to others. Make it readable by the application's user only: chmod 400.");
            }

            text = File.ReadAllText(path).Trim();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InvalidOperationException($"The key file {path} cannot be read ({exception.GetType().Name}). Make one with the verb create-key, readable by the application's user.");
        }

        var lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var keys = lines.Select((line, i) => Key(i == 0 ? line : line.StartsWith(PreviousMark, StringComparison.Ordinal) ? line[PreviousMark.Length..] : "")).OfType<byte[]>().ToList();
        return keys.Count > 0 && keys.Count == lines.Length ? keys
            : throw new InvalidOperationException($"The key file {path} does not hold 32 bytes in base64. Make one with the verb create-key.");
    }

    private static byte[]? Key(string line)
    {
        var bytes = new byte[Bytes + 1];
        return Convert.TryFromBase64String(line, bytes, out var length) && length == Bytes ? bytes[..Bytes] : null;
    }
}
