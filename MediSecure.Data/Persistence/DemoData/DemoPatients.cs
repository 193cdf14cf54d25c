using MediSecure.Data.Features.Organizations;
using MediSecure.Data.Features.Patients;

namespace MediSecure.Data.Persistence.DemoData;

/// <summary>Invented patients with names as people have them: tone marks, apostrophes, hyphens, one word, very long.</summary>
internal static class DemoPatients
{
    private static readonly string[] Women = ["Adaeze", "Bukola", "Fatima", "Ngozi", "Hadiza", "Temitope", "Khadija", "Chiamaka", "Ruth", "Grace", "Blessing", "Ebere", "Lydia", "Zainab", "Ọmọ́lará", "Aisha", "Patience", "Yewande", "Funke", "Nneka"];
    private static readonly string[] Men = ["Emeka", "Musa", "Tochukwu", "Yakubu", "Rotimi", "Uche", "Godwin", "Sunday", "Babajide", "Ibrahim", "Oluwaseun", "Samuel", "Nnamdi", "Abdulrahman", "Adébáyọ̀", "Femi", "Chukwudi", "Suleiman", "Dele", "Kunle"];
    private static readonly string[] Families = ["Eze", "Okafor", "Adeyinka", "Bello", "Garba", "Fashola", "Nnamdi", "Okonkwo", "Danladi", "Akpan", "Alade", "Ekanem", "Lawan", "Onwudiwe", "Oyelaran", "Umar", "Obiakor", "Nwachukwu", "Fasanya", "Ekpo", "Suleiman", "Kolawole-Adeyemi", "Effiong", "Bala", "Okon", "Ọláolúwa"];

    public static void Fill(SeedRows seed, DemoWorld world, Organization organization)
    {
        var count = organization.Name switch { DemoAccounts.General => 126, DemoAccounts.Ikoyi => 24, DemoAccounts.Lekki => 30, _ => 0 };
        if (count == 0)
        {
            return;
        }

        var random = DemoWorld.Random("patients:" + organization.Name);
        var ids = DemoWorld.Random("national-ids:" + organization.Name);
        var today = world.Today(organization);
        long number = 100_000;
        var used = new HashSet<string>();
        if (organization.Name == DemoAccounts.General)
        {
            Add(new PersonName("Amina", "Bello"), Sex.Female, new DateOnly(1988, 4, 12), "amina.bello@example.com");
            Add(new PersonName("Chinedu", "Eze"), Sex.Male, new DateOnly(1968, 8, 3), "chinedu.eze@example.com");
            Add(new PersonName("Siobhán", "O'Brien"), Sex.Female, new DateOnly(1979, 2, 28), null);
            Add(new PersonName("Ọláolúwa", null), Sex.Male, new DateOnly(2001, 11, 9), null); // one-word name
            Add(new PersonName("Oluwadamilola Oluwatobiloba", "Adekunle-Thompson-Abdullahi-Mohammed", "Ayomide Inioluwa"), Sex.Female, new DateOnly(1955, 2, 11), null);
        }

        while (used.Count < count)
        {
            var female = random.Next(2) == 0;
            var name = new PersonName((female ? Women : Men)[random.Next(20)], Families[random.Next(Families.Length)]);
            if (!used.Contains(name.Display))
            {
                Add(name, female ? Sex.Female : Sex.Male, today.AddDays(-random.Next(200, 31_000)), null);
            }
        }

        seed.Add(new RecordNumberCounter(organization.Id, number));

        void Add(PersonName name, Sex sex, DateOnly birthDate, string? account)
        {
            used.Add(name.Display);
            number += 1 + random.Next(40);
            var patient = new Patient(DemoWorld.Id("patient", organization.Name, name.Display), organization.Id, $"{organization.RecordNumberPrefix}-{number}", name, sex, birthDate,
                world.Now.AddDays(-random.Next(15, 1_500)));
            var row = world.Cipher.Row<Patient>(seed.Db, patient.Id);
            patient.SetContact(new PatientContact
            {
                Phone = row.SealIndexed(nameof(Patient.Phone), $"+234 80{random.Next(10_000_000, 99_999_999)}", organization.Country),
                Email = row.Seal(nameof(Patient.Email), account),
                Address = row.Seal(nameof(Patient.Address), $"{random.Next(1, 120)} Marina Road, Lagos"),
                NextOfKinName = row.Seal(nameof(Patient.NextOfKinName), $"{Families[random.Next(Families.Length)]} family"),
                NextOfKinPhone = row.Seal(nameof(Patient.NextOfKinPhone), $"+234 81{random.Next(10_000_000, 99_999_999)}"),
                NationalId = row.SealIndexed(nameof(Patient.NationalId), ids.Next(6) == 0 ? null : $"{ids.NextInt64(10_000_000_000, 99_999_999_999)}", organization.Country),
            });
            if (account is not null)
            {
                patient.LinkSignIn(DemoWorld.UserId(account));
            }

            world.Patients.Add(patient);
            seed.Add(patient);
            seed.AddRange(SearchText.Words(name.Display).Select(word => new PatientSearchWord(organization.Id, patient.Id, word)));
        }
    }
}
