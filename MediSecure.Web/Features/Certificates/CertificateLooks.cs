using MediSecure.Data.Features.Certificates;
using MediSecure.Web.Ui;
using MudBlazor;

namespace MediSecure.Web.Features.Certificates;

/// <summary>How certificates read and look.</summary>
public static class CertificateLooks
{
    public static IReadOnlyList<CertificateKind?> Kinds { get; } = [CertificateKind.SickNote, CertificateKind.Attendance, CertificateKind.FitnessToTravel, CertificateKind.SchoolAbsence];

    public static string Words(this CertificateKind kind) => kind switch
    {
        CertificateKind.SickNote => "Sick note",
        CertificateKind.Attendance => "Attendance certificate",
        CertificateKind.FitnessToTravel => "Fitness to travel",
        _ => "School absence",
    };

    public static ChipLook Look(this CertificateStatus status) => status == CertificateStatus.Revoked
        ? new(Tone.Critical, Icons.Material.Outlined.Block, "Revoked")
        : new(Tone.Success, Icons.Material.Outlined.Verified, "Issued");

    public static string Address(Guid patientId, Guid certificateId) => $"/patients/{patientId}/certificates/{certificateId}";
}
