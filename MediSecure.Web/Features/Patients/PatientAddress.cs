using MediSecure.Data.Access;

namespace MediSecure.Web.Features.Patients;

/// <summary>Addresses of patients: an id and nothing else.</summary>
public static class PatientAddress
{
    public static string Of(Guid patientId) => $"/patients/{patientId}";

    /// <summary>The patient's page for who may open it. Others find the patient and cannot open more: they stay on the search.</summary>
    public static string Of(Guid patientId, Viewer viewer) => viewer.May(Permission.ViewPatient) ? Of(patientId) : "/patients";
}
