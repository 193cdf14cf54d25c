using MediSecure.Data.Features.Allergies;
using MediSecure.Data.Features.Amendments;
using MediSecure.Data.Features.ClinicalNotes;
using MediSecure.Data.Features.Encounters;
using MediSecure.Data.Features.Organizations;
using MediSecure.Data.Features.Patients;
using MediSecure.Data.Features.Problems;

namespace MediSecure.Data.Persistence.DemoData;

/// <summary>Requests for corrections in every state: new, looked into and overdue, accepted by an addendum and in an entry, refused with a statement of disagreement, withdrawn; and one for the front desk,
/// asked by who acts for the patient. Fills after the notes are signed.</summary>
internal static class DemoAmendments
{
    public static void Fill(SeedRows seed, DemoWorld world, Organization organization)
    {
        if (organization.Name != DemoAccounts.General)
        {
            return;
        }

        var now = world.Now;
        var (amina, chinedu, doctor) = (world.Patient(organization.Name, "Amina Bello"), world.Patient(organization.Name, "Chinedu Eze"), world.StaffMember(organization.Name, "Dr Tunde Adebayo"));
        var notes = world.Notes.Where(p => p.Note.OrganizationId == organization.Id && p.Note.Status == NoteStatus.Signed && p.Note.AuthorId == doctor.Id).ToList();

        var first = notes.First(p => p.Note.PatientId == amina.Id && p.Addendum is not null);
        Ask("first", amina, Note(first.Note), "amina.bello@example.com", first.SignedAt!.Value.AddHours(20), "The blood test is not mentioned.", "That my kidneys were tested and were normal.")
            .Accept(DemoWorld.Id("addendum", $"{first.Note.Id}"), Said("first", "Thank you, it was missing. It stands below the note now."), doctor.UserId, first.SignedAt.Value.AddDays(1).AddMinutes(20));
        var second = notes.First(p => p.Note.PatientId == amina.Id && p.Addendum is null && p.Note.ReleaseAt is not null);
        Ask("second", amina, Note(second.Note), "amina.bello@example.com", now.AddDays(-2), "It says that I weigh 71 kg. I was weighed with my coat on.", "69 kg, as measured at home.");
        var progress = notes.First(p => p.Note.PatientId == chinedu.Id);
        var asked = Earlier(progress.SignedAt!.Value.AddHours(1), now.AddMinutes(-15));
        var refused = Ask("refused", chinedu, Note(progress.Note), "chinedu.eze@example.com", asked, "It says that I was comfortable. I was short of breath.", "That I was short of breath when I came.");
        refused.Refuse(RefusalGround.Accurate, Said("refused", "You spoke in whole sentences, and your breathing was counted at 16. The note says what was found at that time."), doctor.UserId, asked.AddMinutes(5));
        refused.Disagree(Seal("refused", nameof(AmendmentRequest.Statement), "I had stopped twice on the way from the gate. Nobody asked me about it."), asked.AddMinutes(9));

        var malaria = Entries<HealthProblem>().First(p => p.PatientId == amina.Id && p.Code == "B50.9");
        Ask("overdue", amina, new AmendmentSubject(AmendmentItem.Problem, malaria.Id, null, malaria.Version), "amina.bello@example.com", now.AddDays(-64), "It was not malaria, the second test was negative.", "Fever without a cause that was found.").Review(doctor.UserId, now.AddDays(-60));
        var ibuprofen = Entries<Allergy>().First(a => a.PatientId == chinedu.Id && a.Substance == "Ibuprofen");
        Ask("allergy", chinedu, new AmendmentSubject(AmendmentItem.Allergy, ibuprofen.Id, null, DemoWorld.Id("version", "ibuprofen")), "chinedu.eze@example.com", now.AddDays(-20), "It was in 2022, not in 2012.", "2022.")
            .Accept(ibuprofen.Id, null, doctor.UserId, now.AddDays(-18));
        var penicillin = Entries<Allergy>().First(a => a.PatientId == chinedu.Id && a.Substance == "Penicillin");
        Ask("withdrawn", chinedu, new AmendmentSubject(AmendmentItem.Allergy, penicillin.Id, null, penicillin.Version), "chinedu.eze@example.com", now.AddDays(-30), "I take amoxicillin without trouble.", "No allergy.").Withdraw(now.AddDays(-29));
        var pressure = Entries<EncounterDiagnosis>().First(d => d.PatientId == amina.Id && d.EnteredInErrorAt is null);
        Ask("diagnosis", amina, new AmendmentSubject(AmendmentItem.Diagnosis, pressure.Id, null, pressure.Version), "amina.bello@example.com", now.AddDays(-9), "My pressure is only high when I am nervous.", "White-coat hypertension.");
        Ask("address", amina, new AmendmentSubject(AmendmentItem.Other, null, null, null), "musa.bello@example.com", now.AddDays(-1), "The house number is missing.", "27 Marina Road, second floor.");

        AmendmentRequest Ask(string name, Patient patient, AmendmentSubject subject, string by, DateTime at, string wrong, string should)
        {
            var zone = TimeZoneInfo.FindSystemTimeZoneById(organization.TimeZone);
            var request = AmendmentRequest.Ask(Id(name), organization.Id, patient.Id, subject, Seal(name, nameof(AmendmentRequest.Wrong), wrong), Seal(name, nameof(AmendmentRequest.ShouldSay), should),
                Common.LocalDay.Of(zone, at), DemoWorld.UserId(by), at);
            seed.Add(request);
            return request;
        }

        Common.EncryptedText Said(string name, string text) => Seal(name, nameof(AmendmentRequest.Answer), text);

        Common.EncryptedText Seal(string name, string property, string text) => world.Cipher.Row<AmendmentRequest>(seed.Db, Id(name)).Seal(property, text);

        IEnumerable<T> Entries<T>() where T : class => seed.Of<T>().OrderBy(entry => entry switch { EncounterDiagnosis d => d.Id, Allergy a => a.Id, HealthProblem p => p.Id, _ => Guid.Empty });
    }

    private static Guid Id(string name) => DemoWorld.Id("amendment", name);

    private static AmendmentSubject Note(ClinicalNote note) => new(AmendmentItem.Note, note.Id, note.AuthorId, null);

    private static DateTime Earlier(DateTime a, DateTime b) => a < b ? a : b;
}
