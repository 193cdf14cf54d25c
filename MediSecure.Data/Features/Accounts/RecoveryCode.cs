namespace MediSecure.Data.Features.Accounts;

/// <summary>A way in for who lost the app or the key: good once. Only a keyed digest is kept. Belongs to a person, as the sign-in does.</summary>
public sealed class RecoveryCode
{
    public const int Count = 10;
    public const int MacBytes = 32;

    private RecoveryCode()
    {
    }

    public RecoveryCode(Guid id, Guid userId, byte[] mac)
    {
        Id = id;
        UserId = userId;
        Mac = mac;
    }

    public Guid Id { get; private set; }

    public Guid UserId { get; private set; }

    public byte[] Mac { get; private set; } = [];

    public DateTime? UsedAt { get; private set; }

    public void Use(DateTime at) => UsedAt ??= at;

    /// <summary>As people type it: spaces, dashes and case do not matter.</summary>
    public static string Plain(string? typed) => new([.. (typed ?? "").ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)]);
}
