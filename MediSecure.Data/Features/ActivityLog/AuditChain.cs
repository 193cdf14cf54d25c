using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MediSecure.Data.Persistence;

namespace MediSecure.Data.Features.ActivityLog;

/// <summary>How events are bound to each other. MAC: HMAC-SHA256 over the event's canonical bytes under the organisation's key, made when the event is written. Link: SHA-256 over the
/// link before, organisation, number, canonical bytes and MAC. Checkpoint: ECDSA P-256 over organisation, number and link.</summary>
public sealed class AuditChain : IDisposable
{
    public const int HashBytes = 32;
    private const string MacPurpose = "audit mac v1";
    private readonly MasterKey _master;
    private readonly Lazy<IReadOnlyList<ECDsa>> _signers;

    public AuditChain(MasterKey master)
    {
        _master = master;
        _signers = new Lazy<IReadOnlyList<ECDsa>>(() => [.. master.All.Select(Signer)]);
    }

    /// <summary>What stands before the first link.</summary>
    public static byte[] Genesis(Guid organizationId) => SHA256.HashData(Encoding.UTF8.GetBytes($"MediSecure audit chain|{organizationId:N}"));

    public byte[] Mac(AuditEvent e) => Mac(_master, e);

    /// <summary>Also true for an event that was written under a master key before the present one.</summary>
    public bool Authentic(AuditEvent e) => e.Mac is { Length: HashBytes } mac && _master.All.Any(master => CryptographicOperations.FixedTimeEquals(mac, Mac(master, e)));

    public static byte[] Link(byte[] previous, long number, AuditEvent e)
    {
        var payload = Canonical(e);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> figure = stackalloc byte[8];
        hash.AppendData(previous);
        hash.AppendData(e.OrganizationId.ToByteArray(bigEndian: true));
        BinaryPrimitives.WriteInt64BigEndian(figure, number);
        hash.AppendData(figure);
        BinaryPrimitives.WriteInt64BigEndian(figure, payload.Length);
        hash.AppendData(figure);
        hash.AppendData(payload);
        hash.AppendData(e.Mac);
        return hash.GetHashAndReset();
    }

    public byte[] Sign(Guid organizationId, long number, byte[] hash) => _signers.Value[0].SignData(Signed(organizationId, number, hash), HashAlgorithmName.SHA256);

    public bool Verify(Guid organizationId, long number, byte[] hash, byte[] signature) =>
        _signers.Value.Any(signer => signer.VerifyData(Signed(organizationId, number, hash), signature, HashAlgorithmName.SHA256));

    public void Dispose()
    {
        foreach (var signer in _signers.IsValueCreated ? _signers.Value : [])
        {
            signer.Dispose();
        }
    }

    /// <summary>The event as bytes, each field with its length before it, so that no two events have the same. Times to the microsecond, which both databases keep.</summary>
    internal static byte[] Canonical(AuditEvent e)
    {
        var bytes = new MemoryStream();
        Span<byte> length = stackalloc byte[4];
        foreach (var field in Fields(e))
        {
            var text = field is null ? null : Encoding.UTF8.GetBytes(field);
            BinaryPrimitives.WriteInt32BigEndian(length, text?.Length ?? -1);
            bytes.Write(length);
            bytes.Write(text);
        }

        return bytes.ToArray();
    }

    private static IEnumerable<string?> Fields(AuditEvent e) =>
    [
        "1", Text(e.OrganizationId), Text(e.Id), e.RecordedAt.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture), e.EventCode, e.Action.ToString(), e.Outcome.ToString(),
        Text(e.ActorUserId), e.ActorRoles, Text(e.OnBehalfOf), e.SessionHash, e.Address, e.TraceId, e.Purpose.ToString(), Text(e.PatientId), e.EntityType, Text(e.EntityId), Text(e.EntityVersion),
        e.Changes, e.Reason, e.Node, e.AppVersion,
    ];

    private static byte[] Mac(MasterKey master, AuditEvent e) => HMACSHA256.HashData(master.Derive(MacPurpose, e.OrganizationId), Canonical(e));

    private static string? Text(Guid? id) => id?.ToString("N");

    private static byte[] Signed(Guid organizationId, long number, byte[] hash) =>
        [.. Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"MediSecure audit checkpoint|{organizationId:N}|{number}|")), .. hash];

    /// <summary>The same key on every node, from the secret outside the database.</summary>
    private static ECDsa Signer(MasterKey master)
    {
        var secret = master.Derive("audit checkpoint v1", Guid.Empty);
        secret[0] &= 0x7F; // below the order of the curve
        return ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = secret });
    }
}
