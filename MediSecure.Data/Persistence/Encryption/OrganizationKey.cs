using MediSecure.Data.Common;

namespace MediSecure.Data.Persistence.Encryption;

public enum KeyPurpose
{
    /// <summary>Encrypts fields.</summary>
    Data,

    /// <summary>Makes the blind indexes by which encrypted fields are found.</summary>
    Index,
}

public enum KeyState
{
    /// <summary>Used for what is written; one of each purpose.</summary>
    Active,

    /// <summary>Takes over next: hosts learn of it before one of them writes with it.</summary>
    Coming,

    /// <summary>Reads and finds what was written with it; nothing new is.</summary>
    Decrypt,

    /// <summary>Gone: what was encrypted with it cannot be read by anybody.</summary>
    Destroyed,
}

/// <summary>A random key of one organisation, wrapped by a key derived from the master key file. Jobs and the cipher see these rows; no person's request does.</summary>
public sealed class OrganizationKey : IOrganizationOwned
{
    private OrganizationKey()
    {
    }

    internal OrganizationKey(Guid organizationId, int keyId, KeyPurpose purpose, KeyState state, byte[] wrapped, string masterId, DateTime at)
    {
        OrganizationId = organizationId;
        KeyId = keyId;
        Purpose = purpose;
        State = state;
        Wrapped = wrapped;
        MasterId = masterId;
        CreatedAt = ChangedAt = at;
    }

    public Guid OrganizationId { get; private set; }

    /// <summary>Random; stands in front of every value that the key encrypted.</summary>
    public int KeyId { get; private set; }

    public KeyPurpose Purpose { get; private set; }

    public KeyState State { get; private set; }

    /// <summary>Nonce, tag and encrypted key; null once destroyed.</summary>
    public byte[]? Wrapped { get; private set; }

    /// <summary>Which master key wraps it; see <see cref="MasterKey.Id"/>.</summary>
    public string MasterId { get; private set; } = "";

    public DateTime CreatedAt { get; private set; }

    /// <summary>When it got its state or its wrapping.</summary>
    public DateTime ChangedAt { get; private set; }

    internal void Become(KeyState state, DateTime at)
    {
        State = state;
        ChangedAt = at;
        if (state == KeyState.Destroyed)
        {
            Wrapped = null;
        }
    }

    internal void Rewrap(byte[] wrapped, string masterId, DateTime at)
    {
        Wrapped = wrapped;
        MasterId = masterId;
        ChangedAt = at;
    }
}
