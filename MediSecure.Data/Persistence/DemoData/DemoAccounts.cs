using MediSecure.Data.Access;

namespace MediSecure.Data.Persistence.DemoData;

/// <summary>One sign-in of the demo.</summary>
/// <param name="Email">Sign-in name.</param>
/// <param name="Name">As shown on the start page.</param>
/// <param name="Role">The one role.</param>
/// <param name="Organizations">Where, the first being where the person starts.</param>
/// <param name="Note">What helps to choose, e.g. <c>inpatient</c>.</param>
public sealed record DemoAccount(string Email, string Name, Role Role, IReadOnlyList<string> Organizations, string? Note = null);

/// <summary>The accounts that the README promises. They exist in demo mode and in a database filled by <c>seed --demo</c>.</summary>
public static class DemoAccounts
{
    public const string Password = "Demo-2026-MediSecure";

    public const string Network = "ChiHealth Network";
    public const string General = "ChiHealth General Hospital";
    public const string Ikoyi = "ChiHealth Clinic Ikoyi";
    public const string Lekki = "Lekki Enterprise Hospital";

    public static IReadOnlyList<DemoAccount> All { get; } =
    [
        new("amina.bello@example.com", "Amina Bello", Role.Patient, [General]),
        new("chinedu.eze@example.com", "Chinedu Eze", Role.Patient, [General], "inpatient"),
        new("musa.bello@example.com", "Musa Bello", Role.Patient, [General], "acts for Amina Bello"),
        new("dr.adebayo@chihealth.example", "Dr Tunde Adebayo", Role.Doctor, [General, Ikoyi]),
        new("dr.okoro@chihealth.example", "Dr Ngozi Okoro", Role.Doctor, [Ikoyi]),
        new("nurse.joy@chihealth.example", "Joy Okafor", Role.Nurse, [General]),
        new("nurse.tola@chihealth.example", "Tola Bakare", Role.Nurse, [General]),
        new("pharma.ken@chihealth.example", "Ken Adeyemi", Role.Pharmacist, [General]),
        new("lab.tech@chihealth.example", "Bisi Lawal", Role.LabTechnician, [General]),
        new("lab.senior@chihealth.example", "Emeka Udo", Role.LabTechnician, [General]),
        new("radiologist@chihealth.example", "Dr Hauwa Sani", Role.Radiologist, [General]),
        new("dietitian@chihealth.example", "Kemi Balogun", Role.Dietitian, [General]),
        new("receptionist@chihealth.example", "Grace Udoh", Role.Receptionist, [General]),
        new("accountant@chihealth.example", "Femi Ojo", Role.Accountant, [General]),
        new("accountant.senior@chihealth.example", "Yetunde Coker", Role.Accountant, [General]),
        new("logistics.sam@chihealth.example", "Sam Etim", Role.Logistics, [General]),
        new("admin@chihealth.example", "Ifeoma Obi", Role.Administrator, [General, Ikoyi]),
        new("cmd@chihealth.example", "Yusuf Danjuma", Role.CommandCenter, [Network]),
        new("it@chihealth.example", "Tobi Martins", Role.ItSupport, [General]),
        new("admin@lekki.example", "Kemi Alade", Role.Administrator, [Lekki]),
        new("dr.musa@lekki.example", "Dr Aisha Musa", Role.Doctor, [Lekki]),
    ];
}
