using MediSecure.Data.Access;

namespace MediSecure.Web.Features.Patients;

/// <summary>Addresses of patients: an id and nothing else.</summary>
public static class PatientAddress
{
    public static string Of(Guid patientId) => $"/patients/{patientId}";

    /// <summary>A tab of the chart; see <see cref="PatientChart"/>.</summary>
    public static string Of(Guid patientId, string tab) => tab == PatientChart.Overview ? Of(patientId) : $"/patients/{patientId}?tab={tab}";

    /// <summary>The patient's page for who may open it. Others find the patient and cannot open more: they stay on the search.</summary>
    public static string Of(Guid patientId, Viewer viewer) => viewer.May(Permission.ViewPatient) ? Of(patientId) : "/patients";
}
