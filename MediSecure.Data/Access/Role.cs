namespace MediSecure.Data.Access;

/// <summary>The thirteen roles. A person holds them per organisation, see <c>OrganizationMembership</c>. FHIR: PractitionerRole.code.</summary>
public enum Role
{
    Patient,
    Doctor,
    Nurse,
    Pharmacist,
    LabTechnician,
    Radiologist,
    Dietitian,
    Receptionist,
    Accountant,
    Logistics,
    Administrator,
    CommandCenter,
    ItSupport,
}
