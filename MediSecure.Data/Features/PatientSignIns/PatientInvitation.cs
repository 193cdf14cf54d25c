using MediSecure.Data.Common;

namespace MediSecure.Data.Features.PatientSignIns;

/// <summary>A one-time code by which a patient gets a sign-in, or somebody who may act for the patient gets in. Only a keyed hash of the code is kept. FHIR: none (portal activation).</summary>
public sealed class PatientInvitation : IPatientOwned, IVersioned
{
    public const int MostTries = 5;

    /// <summary>Long enough for a letter to arrive.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(10);

    private PatientInvitation()
    {
    }

    /// <param name="careProxyId">The grant that is accepted by it; null for the patient's own sign-in.</param>
    /// <param name="codeHash">See <see cref="InvitationCode"/>.</param>
    public PatientInvitation(Guid id, Guid organizationId, Guid patientId, Guid? careProxyId, string codeHash, Guid createdBy, DateTime createdAt)
    {
        Id = id;
        OrganizationId = organizationId;
        PatientId = patientId;
        CareProxyId = careProxyId;
        CodeHash = codeHash;
        CreatedBy = createdBy;
        CreatedAt = createdAt;
        ExpiresAt = createdAt + Life;
    }

    public Guid OrganizationId { get; private set; }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    public Guid? CareProxyId { get; private set; }

    /// <summary>HMAC-SHA256 under a key of the organisation, in hex.</summary>
    public string CodeHash { get; private set; } = "";

    public Guid CreatedBy { get; private set; }

    public DateTime CreatedAt { get; private set; }

    public DateTime ExpiresAt { get; private set; }

    /// <summary>Wrong tries so far, with this patient's record number.</summary>
    public int Tries { get; private set; }

    public DateTime? UsedAt { get; private set; }

    public Guid? UsedBy { get; private set; }

    public DateTime? WithdrawnAt { get; private set; }

    public Guid Version { get; private set; }

    public bool IsOpen(DateTime now) => UsedAt is null && WithdrawnAt is null && now < ExpiresAt && Tries < MostTries;

    /// <summary>Somebody named this patient and did not know the code.</summary>
    public void Miss() => Tries++;

    public Result Use(Guid userId, DateTime at)
    {
        if (!IsOpen(at))
        {
            return PatientSignInErrors.Wrong;
        }

        UsedAt = at;
        UsedBy = userId;
        return Result.Ok;
    }

    public void Withdraw(DateTime at)
    {
        if (UsedAt is null)
        {
            WithdrawnAt ??= at;
        }
    }
}
