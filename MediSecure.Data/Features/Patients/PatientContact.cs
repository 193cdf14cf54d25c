using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Patients;

/// <summary>How a patient is reached and identified, as it is stored; what is found by its whole value has its blind index beside it.</summary>
public sealed record PatientContact
{
    public (EncryptedText? Text, byte[]? Index) Phone { get; init; }

    public EncryptedText? Email { get; init; }

    public EncryptedText? Address { get; init; }

    public EncryptedText? NextOfKinName { get; init; }

    public EncryptedText? NextOfKinPhone { get; init; }

    public (EncryptedText? Text, byte[]? Index) NationalId { get; init; }
}
