using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Patients;
using MediSecure.Tests.Access;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Tests.Features.Patients;

public sealed class PatientOperationCases : IOperationCases
{
    public IEnumerable<OperationCase> Cases =>
    [
        new("PatientService.SearchAsync", Permission.SearchPatients, async (world, person) =>
        {
            await PatientAsync(world);
            return async () => await person.Service<PatientService>().SearchAsync("matrix", default);
        }),
        new("PatientService.GetAsync", Permission.SearchPatients, async (world, person) =>
        {
            var patient = await PatientAsync(world);
            return async () => await person.Service<PatientService>().GetAsync(patient.Id, default);
        }),
        new("PatientService.OpenAsync", Permission.ViewPatient, async (world, person) =>
        {
            var id = person.PatientId ?? (await PatientAsync(world)).Id;
            await world.TreatsAsync(person, id);
            return async () => await person.Service<PatientService>().OpenAsync(id, default);
        }),
        new("PatientService.RefreshAsync", Permission.ViewPatient, async (world, person) =>
        {
            var id = person.PatientId ?? (await PatientAsync(world)).Id;
            await world.TreatsAsync(person, id);
            return async () => await person.Service<PatientService>().RefreshAsync(id, default);
        }),
        .. Enum.GetValues<PaperKind>().Select(paper => new OperationCase("PatientService.PrintAsync", paper.Permission(), async (world, person) =>
        {
            var id = person.PatientId ?? (await PatientAsync(world)).Id;
            await world.TreatsAsync(person, id);
            return () => person.Service<PatientService>().PrintAsync(id, paper, null, default);
        })),
        new("PatientService.RegisterAsync", Permission.RegisterPatient, (_, person) => Task.FromResult<Func<Task<Result>>>(async () => await person.Service<PatientService>()
            .RegisterAsync(Guid.CreateVersion7(), Sent.Form(new RegisterPatientForm { GivenName = "Matrix", FamilyName = Guid.NewGuid().ToString("N"), Sex = Sex.Other, BirthDate = new DateOnly(1990, 1, 1) }), true, default))),
        new("PatientService.EditAsync", Permission.EditPatient, async (world, person) =>
        {
            var patient = await PatientAsync(world);
            await world.TreatsAsync(person, patient.Id);
            return async () => await person.Service<PatientService>().EditAsync(patient.Id,
                Sent.Form(new EditPatientForm { GivenName = "Matrix", FamilyName = "Edited", Sex = Sex.Other, BirthDate = new DateOnly(1990, 1, 1), Version = patient.Version }), default);
        }),
        new("PatientService.RestrictAsync", Permission.RestrictChart, async (world, person) =>
        {
            var patient = await PatientAsync(world);
            return () => person.Service<PatientService>().RestrictAsync(Sent.Form(new RestrictChartForm { PatientId = patient.Id, Kind = ChartRestriction.Vip }), default);
        }),
        new("PatientService.LiftRestrictionAsync", Permission.RestrictChart, async (world, person) =>
        {
            var patient = await PatientAsync(world);
            await world.GivenAsync(async db => (await db.Patients.SingleAsync(p => p.Id == patient.Id)).Restrict(ChartRestriction.Staff, world.Clock.GetUtcNow().UtcDateTime, person.UserId));
            return () => person.Service<PatientService>().LiftRestrictionAsync(patient.Id, default);
        }),
    ];

    private static async Task<Patient> PatientAsync(ITestWorld world)
    {
        var patient = new Patient(Guid.CreateVersion7(), world.OrganizationId, $"M-{Guid.NewGuid():N}"[..20], new PersonName("Matrix", "Person"), Sex.Female, new DateOnly(1980, 1, 2), world.Clock.GetUtcNow().UtcDateTime);
        await world.GivenAsync(db =>
        {
            db.Add(patient);
            db.AddRange(SearchText.Words(patient.DisplayName).Select(word => new PatientSearchWord(world.OrganizationId, patient.Id, word)));
            return Task.CompletedTask;
        });
        return patient;
    }
}
