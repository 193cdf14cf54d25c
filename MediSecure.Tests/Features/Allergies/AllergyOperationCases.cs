using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Allergies;
using MediSecure.Data.Features.Patients;
using MediSecure.Tests.Access;

namespace MediSecure.Tests.Features.Allergies;

public sealed class AllergyOperationCases : IOperationCases
{
    public IEnumerable<OperationCase> Cases =>
    [
        new("AllergyService.PictureAsync", Permission.ViewAllergies, async (world, person) =>
        {
            var patient = person.PatientId ?? await PatientAsync(world, person);
            return async () => await person.Service<AllergyService>().PictureAsync(patient, default);
        }),
        new("AllergyService.RecordAsync", Permission.RecordAllergy, async (world, person) =>
        {
            var patient = person.PatientId ?? await PatientAsync(world, person);
            return () => person.Service<AllergyService>().RecordAsync(patient, Food("Crayfish"), default);
        }),
        new("AllergyService.EditAsync", Permission.RecordAllergy, async (world, person) =>
        {
            var allergy = await AllergyAsync(world, person);
            return () => person.Service<AllergyService>().EditAsync(allergy.PatientId, Sent.Form(new EditAllergyForm {
                Id = allergy.Id, Version = allergy.Version, Substance = "Groundnut", Category = AllergyCategory.Food, Reaction = ReactionKind.Rash, Verification = AllergyVerification.Confirmed,
            }), default);
        }),
        new("AllergyService.EnterInErrorAsync", Permission.RecordAllergy, async (world, person) =>
        {
            var allergy = await AllergyAsync(world, person);
            return () => person.Service<AllergyService>().EnterInErrorAsync(allergy.PatientId, Sent.Form(new VoidAllergyForm { AllergyId = allergy.Id, Version = allergy.Version, Reason = "wrong patient" }), default);
        }),
        new("AllergyService.StateNoneKnownAsync", Permission.StateNoKnownAllergies, async (world, person) =>
        {
            var patient = await PatientAsync(world, person);
            return () => person.Service<AllergyService>().StateNoneKnownAsync(patient, default);
        }),
        new("AllergyService.WithdrawNoneKnownAsync", Permission.StateNoKnownAllergies, async (world, person) =>
        {
            var patient = await PatientAsync(world, person);
            await world.GivenAsync(db =>
            {
                db.Add(new NoKnownAllergies(Guid.CreateVersion7(), world.OrganizationId, patient, person.UserId, world.Clock.GetUtcNow().UtcDateTime));
                return Task.CompletedTask;
            });
            return () => person.Service<AllergyService>().WithdrawNoneKnownAsync(patient, Sent.Form(new WithdrawStatementForm { Reason = "asleep" }), default);
        }),
    ];

    internal static RecordAllergyForm Food(string substance) => Sent.Form(new RecordAllergyForm { Substance = substance, Category = AllergyCategory.Food, Reaction = ReactionKind.Urticaria });

    internal static async Task<Guid> PatientAsync(ITestWorld world, ActingPerson person)
    {
        var patient = new Patient(Guid.CreateVersion7(), world.OrganizationId, $"A-{Guid.NewGuid():N}"[..20], new PersonName("Matrix", "Person"), Sex.Female, new DateOnly(1980, 1, 2), world.Clock.GetUtcNow().UtcDateTime);
        await world.GivenAsync(db =>
        {
            db.Add(patient);
            return Task.CompletedTask;
        });
        await world.TreatsAsync(person, patient.Id);
        return patient.Id;
    }

    private static async Task<Allergy> AllergyAsync(ITestWorld world, ActingPerson person)
    {
        var allergy = new Allergy(Guid.CreateVersion7(), world.OrganizationId, await PatientAsync(world, person),
            new AllergyFacts("Groundnut", AllergenClass.Peanut, AllergyCategory.Food, AllergyType.Allergy, ReactionKind.Rash, null, ReactionSeverity.Mild, AllergyCriticality.Low, null),
            AllergyVerification.Unconfirmed, person.UserId, world.Clock.GetUtcNow().UtcDateTime);
        await world.GivenAsync(db =>
        {
            db.Add(allergy);
            return Task.CompletedTask;
        });
        return allergy;
    }
}
