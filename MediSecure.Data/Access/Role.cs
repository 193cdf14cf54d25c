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

/// <summary>What roles have in common.</summary>
public static class Roles
{
    /// <summary>Roles that treat or test patients: they open the charts of people they treat (<see cref="CareRelationship"/>), and others only by emergency access.</summary>
    public static bool IsClinical(this Role role) => role is Role.Doctor or Role.Nurse or Role.Pharmacist or Role.LabTechnician or Role.Radiologist or Role.Dietitian;
}
