using MediSecure.Data.Features.Allergies;
using MediSecure.Data.Features.Organizations;
using MediSecure.Data.Features.Patients;
using MediSecure.Data.Features.Staff;

namespace MediSecure.Data.Persistence.DemoData;

/// <summary>Allergies in every state, statements that none is known, and patients whom nobody asked.</summary>
internal static class DemoAllergies
{
    private static readonly (string Substance, AllergenClass? Class, AllergyCategory Category, AllergyType Type, ReactionKind Reaction, ReactionSeverity Severity, AllergyCriticality Criticality)[] Kinds =
    [
        ("Penicillin", AllergenClass.Penicillin, AllergyCategory.Medication, AllergyType.Allergy, ReactionKind.Rash, ReactionSeverity.Moderate, AllergyCriticality.Low),
        ("Co-trimoxazole", AllergenClass.SulfonamideAntibiotic, AllergyCategory.Medication, AllergyType.Allergy, ReactionKind.SevereSkinReaction, ReactionSeverity.Severe, AllergyCriticality.High),
        ("Groundnut", AllergenClass.Peanut, AllergyCategory.Food, AllergyType.Allergy, ReactionKind.Angioedema, ReactionSeverity.Severe, AllergyCriticality.High),
        ("Diclofenac", AllergenClass.Nsaid, AllergyCategory.Medication, AllergyType.Allergy, ReactionKind.Bronchospasm, ReactionSeverity.Moderate, AllergyCriticality.High),
        ("Crayfish", AllergenClass.Shellfish, AllergyCategory.Food, AllergyType.Allergy, ReactionKind.Urticaria, ReactionSeverity.Mild, AllergyCriticality.Low),
        ("Erythromycin", AllergenClass.Macrolide, AllergyCategory.Medication, AllergyType.Intolerance, ReactionKind.Gastrointestinal, ReactionSeverity.Mild, AllergyCriticality.Low),
        ("Latex", AllergenClass.Latex, AllergyCategory.Environment, AllergyType.Allergy, ReactionKind.Urticaria, ReactionSeverity.Mild, AllergyCriticality.UnableToAssess),
        ("Lisinopril", AllergenClass.AceInhibitor, AllergyCategory.Medication, AllergyType.Intolerance, ReactionKind.Other, ReactionSeverity.Mild, AllergyCriticality.Low),
        ("Bee sting", AllergenClass.InsectVenom, AllergyCategory.Environment, AllergyType.Allergy, ReactionKind.Unknown, ReactionSeverity.Unknown, AllergyCriticality.UnableToAssess),
        ("Chloroquine", null, AllergyCategory.Medication, AllergyType.Intolerance, ReactionKind.Other, ReactionSeverity.Mild, AllergyCriticality.Low),
    ];

    public static void Fill(SeedRows seed, DemoWorld world, Organization organization)
    {
        var staff = world.Staff.Where(s => s.OrganizationId == organization.Id).ToList();
        if (staff.FirstOrDefault(s => s.Name is "Joy Okafor" or "Samuel Adeyinka" or "Dr Ngozi Okoro" or "Dr Aisha Musa") is not { } recorder)
        {
            return;
        }

        var random = DemoWorld.Random("allergies:" + organization.Name);
        var corrector = staff.FirstOrDefault(s => s.Name.StartsWith("Dr ", StringComparison.Ordinal)) ?? recorder;
        foreach (var (patient, index) in world.Patients.Where(p => p.OrganizationId == organization.Id).Select((p, i) => (p, i)))
        {
            var at = patient.RegisteredAt.AddMinutes(20 + random.Next(60));
            switch (patient.DisplayName, index % 10)
            {
                case ("Chinedu Eze", _):
                    Recorded(patient, "Penicillin", AllergenClass.Penicillin, ReactionKind.Anaphylaxis, "Swollen face and collapse ten minutes after the first tablet.", ReactionSeverity.Severe, AllergyCriticality.High, 2019, at);
                    Recorded(patient, "Ibuprofen", AllergenClass.Nsaid, ReactionKind.Urticaria, null, ReactionSeverity.Moderate, AllergyCriticality.Low, 2022, at.AddMinutes(2));
                    break;
                case ("Amina Bello", _):
                    seed.Add(new NoKnownAllergies(DemoWorld.Id("no-allergies", patient.Id.ToString()), organization.Id, patient.Id, recorder.UserId, world.Now.AddDays(-12)));
                    break;
                case (_, 0 or 1 or 4 or 6):
                    seed.Add(new NoKnownAllergies(DemoWorld.Id("no-allergies", patient.Id.ToString()), organization.Id, patient.Id, recorder.UserId, at));
                    break;
                case (_, 2 or 5):
                    Some(patient, index, at, random);
                    break;
                case (_, 7) when index % 20 == 7:
                    Past(patient, at, index);
                    break;
                default:
                    break; // nobody asked
            }
        }

        void Recorded(Patient patient, string substance, AllergenClass allergen, ReactionKind reaction, string? note, ReactionSeverity severity, AllergyCriticality criticality, int year, DateTime at) =>
            seed.Add(new Allergy(DemoWorld.Id("allergy", patient.Id.ToString(), substance), organization.Id, patient.Id,
                new AllergyFacts(substance, allergen, AllergyCategory.Medication, AllergyType.Allergy, reaction, note, severity, criticality, year), AllergyVerification.Confirmed, recorder.UserId, at));

        void Some(Patient patient, int index, DateTime at, Random some)
        {
            var first = Make(patient, index, at, some.Next(2) == 0 ? AllergyVerification.Confirmed : AllergyVerification.Unconfirmed);
            seed.Add(first);
            if (index % 20 == 5)
            {
                var wrong = Make(patient, index + 3, at.AddMinutes(4), AllergyVerification.Unconfirmed);
                wrong.EnterInError("Meant for another patient", recorder.UserId, at.AddMinutes(9));
                seed.Add(wrong);
            }
        }

        // What no longer counts: outgrown, tested and refuted, or taken back.
        void Past(Patient patient, DateTime at, int index)
        {
            if (index % 40 == 7)
            {
                var refuted = Make(patient, 0, at, AllergyVerification.Unconfirmed);
                refuted.Assess(AllergyClinicalStatus.Inactive, AllergyVerification.Refuted);
                seed.Add(refuted);
                var outgrown = Make(patient, 2, at.AddMinutes(1), AllergyVerification.Confirmed);
                outgrown.Assess(AllergyClinicalStatus.Resolved, AllergyVerification.Confirmed);
                seed.Add(outgrown);
            }
            else
            {
                var taken = new NoKnownAllergies(DemoWorld.Id("no-allergies", patient.Id.ToString()), organization.Id, patient.Id, recorder.UserId, at);
                taken.End(corrector.UserId, at.AddHours(1), "The patient was asleep and was not asked");
                seed.Add(taken);
            }
        }

        Allergy Make(Patient patient, int kind, DateTime at, AllergyVerification verification)
        {
            var one = Kinds[kind % Kinds.Length];
            var year = Math.Max(patient.BirthDate.Year + 1, at.Year - 1 - (kind % 12));
            return new Allergy(DemoWorld.Id("allergy", patient.Id.ToString(), one.Substance), organization.Id, patient.Id,
                new AllergyFacts(one.Substance, one.Class, one.Category, one.Type, one.Reaction, null, one.Severity, one.Criticality, year > at.Year ? null : year), verification, recorder.UserId, at);
        }
    }
}
