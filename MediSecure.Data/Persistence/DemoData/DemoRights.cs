using MediSecure.Data.Features.Organizations;
using MediSecure.Data.Features.Patients;

namespace MediSecure.Data.Persistence.DemoData;

/// <summary>Patients' rights at General Hospital: somebody who works here and is a patient too.</summary>
internal static class DemoRights
{
    /// <summary>Works in the pharmacy and is a patient here.</summary>
    public const string StaffPatient = "Ken Adeyemi";

    public static void Fill(MediSecureDbContext db, DemoWorld world, Organization organization)
    {
        if (organization.Name != DemoAccounts.General)
        {
            return;
        }

        Register(db, world, organization, new PersonName("Ken", "Adeyemi"), Sex.Male, new DateOnly(1984, 6, 30), "+234 8035550177").LinkSignIn(DemoWorld.UserId("pharma.ken@chihealth.example"));
    }

    /// <summary>One more patient, after those that the other parts chose from: nobody else moves.</summary>
    private static Patient Register(MediSecureDbContext db, DemoWorld world, Organization organization, PersonName name, Sex sex, DateOnly birthDate, string phone)
    {
        var number = db.ChangeTracker.Entries<RecordNumberCounter>().Single(e => e.Entity.OrganizationId == organization.Id).Entity.Next();
        var patient = new Patient(DemoWorld.Id("patient", organization.Name, name.Display), organization.Id, $"{organization.RecordNumberPrefix}-{number}", name, sex, birthDate, world.Now.AddDays(-60));
        var row = world.Cipher.Row<Patient>(db, patient.Id);
        patient.SetContact(new PatientContact
        {
            Phone = row.SealIndexed(nameof(Patient.Phone), phone, organization.Country),
            Address = row.Seal(nameof(Patient.Address), "14 Marina Road, Lagos"),
        });
        world.Patients.Add(patient);
        db.Add(patient);
        db.AddRange(SearchText.Words(name.Display).Select(word => new PatientSearchWord(organization.Id, patient.Id, word)));
        return patient;
    }
}
