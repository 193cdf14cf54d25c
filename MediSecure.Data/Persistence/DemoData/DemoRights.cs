using System.Security.Cryptography;
using System.Text;
using MediSecure.Data.Features.Carers;
using MediSecure.Data.Features.Consents;
using MediSecure.Data.Features.Organizations;
using MediSecure.Data.Features.Patients;
using MediSecure.Data.Features.PatientSignIns;

namespace MediSecure.Data.Persistence.DemoData;

/// <summary>Patients' rights at General Hospital: Amina Bello is a parent who acts for her daughter and lets her husband act for her; decisions in force and withdrawn; a code on its way; and
/// somebody who works here and is a patient too.</summary>
internal static class DemoRights
{
    /// <summary>Works in the pharmacy and is a patient here.</summary>
    public const string StaffPatient = "Ken Adeyemi";

    /// <summary>Amina Bello's daughter.</summary>
    public const string Child = "Zara Bello";

    public static void Fill(SeedRows seed, DemoWorld world, Organization organization)
    {
        if (organization.Name != DemoAccounts.General)
        {
            return;
        }

        Register(seed, world, organization, new PersonName("Ken", "Adeyemi"), Sex.Male, new DateOnly(1984, 6, 30), "+234 8035550177").LinkSignIn(DemoWorld.UserId("pharma.ken@chihealth.example"));
        var child = Register(seed, world, organization, new PersonName("Zara", "Bello"), Sex.Female, world.Today(organization).AddYears(-6).AddDays(-40), "+234 8035550134");
        var (amina, chinedu) = (world.Patient(organization.Name, "Amina Bello"), world.Patient(organization.Name, "Chinedu Eze"));
        var (desk, aminaUser) = (DemoWorld.UserId("receptionist@chihealth.example"), DemoWorld.UserId("amina.bello@example.com"));

        Grant("zara", child, "Amina Bello", CarerRelationship.Parent, -40, 700, desk, "Birth certificate seen, same address").Accept(aminaUser, world.Now.AddDays(-39));
        Grant("musa", amina, "Musa Bello", CarerRelationship.Spouse, -25, 340, aminaUser, null).Accept(DemoWorld.UserId("musa.bello@example.com"), world.Now.AddDays(-24));
        Grant("hadiza", amina, "Hadiza Bello", CarerRelationship.Sibling, -300, -120, aminaUser, null);
        Grant("ada", chinedu, "Ada Eze", CarerRelationship.Child, -1, 180, desk, "Asked for it on the ward, with the nurse in charge");

        Decide("mail", amina, ConsentScope.ElectronicMail, null, null, -200, aminaUser, null);
        Decide("person", amina, ConsentScope.KeepOutPerson, world.StaffMember(organization.Name, "Emeka Udo").Id, null, -3, desk, "A neighbour; said so at the desk");
        Decide("department", amina, ConsentScope.KeepOutDepartment, null, world.Departments.First(d => d.OrganizationId == organization.Id && d.Name == "Radiology").Id, -90, aminaUser, null).Withdraw(aminaUser, world.Now.AddDays(-80), null);
        Decide("mail", chinedu, ConsentScope.ElectronicMail, null, null, -30, desk, "Agreed when he was admitted");

        var obrien = world.Patient(organization.Name, "Siobhán O'Brien");
        seed.Add(new PatientInvitation(DemoWorld.Id("invitation", "obrien"), organization.Id, obrien.Id, null, Sealed("obrien"), desk, world.Now.AddDays(-2))); // her letter has the code; nobody else does

        CareProxy Grant(string name, Patient patient, string carer, CarerRelationship relationship, int from, int until, Guid by, string? reason)
        {
            var proxy = CareProxy.Grant(DemoWorld.Id("care-proxy", name), organization.Id, patient.Id, carer, relationship, world.Now.AddDays(from), world.Now.AddDays(until), by, world.Now.AddDays(from), reason).Value;
            seed.Add(proxy);
            return proxy;
        }

        Consent Decide(string name, Patient patient, ConsentScope scope, Guid? staff, Guid? department, int from, Guid by, string? reason)
        {
            var consent = Consent.Give(DemoWorld.Id("consent", name, patient.DisplayName), organization.Id, patient.Id, scope, staff, department, world.Now.AddDays(from), null, by, reason).Value;
            seed.Add(consent);
            return consent;
        }
    }

    private static string Sealed(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("medisecure-demo:code:" + name)));

    /// <summary>One more patient, after those that the other parts chose from: nobody else moves.</summary>
    private static Patient Register(SeedRows seed, DemoWorld world, Organization organization, PersonName name, Sex sex, DateOnly birthDate, string phone)
    {
        var number = seed.Of<RecordNumberCounter>().Single().Next();
        var patient = new Patient(DemoWorld.Id("patient", organization.Name, name.Display), organization.Id, $"{organization.RecordNumberPrefix}-{number}", name, sex, birthDate, world.Now.AddDays(-60));
        var row = world.Cipher.Row<Patient>(seed.Db, patient.Id);
        patient.SetContact(new PatientContact
        {
            Phone = row.SealIndexed(nameof(Patient.Phone), phone, organization.Country),
            Address = row.Seal(nameof(Patient.Address), "14 Marina Road, Lagos"),
        });
        world.Patients.Add(patient);
        seed.Add(patient);
        seed.AddRange(SearchText.Words(name.Display).Select(word => new PatientSearchWord(organization.Id, patient.Id, word)));
        return patient;
    }
}
