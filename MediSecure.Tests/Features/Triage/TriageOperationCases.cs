using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Encounters;
using MediSecure.Data.Features.Patients;
using MediSecure.Data.Features.Triage;
using MediSecure.Tests.Access;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Tests.Features.Triage;

/// <summary>A legal call of every operation of the triage queue, for the access matrix.</summary>
public sealed class TriageOperationCases : IOperationCases
{
    public IEnumerable<OperationCase> Cases =>
    [
        Case("QueueAsync", Permission.ViewTriageQueue, (triage, _) => ReadAsync(triage.QueueAsync(default))),
        Case("BoardAsync", Permission.ViewTriage, (triage, _) => ReadAsync(triage.BoardAsync(default))),
        Case("PlaceAsync", Permission.ViewPatient, async (triage, given) => await triage.PlaceAsync(given.PatientId, default), own: true),
        Case("HistoryAsync", Permission.ViewTriage, async (triage, given) => await triage.HistoryAsync(given.PatientId, given.Id, default)),
        Case("AddAsync", Permission.AddToTriage, (triage, given) => triage.AddAsync(Sent.Form(new AddToTriageForm { PatientId = given.OtherPatientId, Presenting = "It hurts" }), default)),
        Case("AssessAsync", Permission.TriagePatient, (triage, given) => triage.AssessAsync(given.PatientId, Sent.Form(new TriagePatientForm { EntryId = given.Id, Version = given.Version, Level = TriageLevel.Urgent, Complaint = "Pain" }), default)),
        Case("TakeAsync", Permission.ConductEmergencyVisit, async (triage, given) => await triage.TakeAsync(given.PatientId, given.Id, default)),
        Case("HandBackAsync", Permission.ConductEmergencyVisit, (triage, given) => triage.HandBackAsync(given.PatientId, Sent.Form(new HandBackPatientForm { EntryId = given.Id, Reason = "Theatre" }), default), taken: true),
        Case("FinishAsync", Permission.ConductEmergencyVisit, (triage, given) => triage.FinishAsync(given.PatientId, Sent.Form(new FinishTriageForm { EntryId = given.Id, Disposition = TriageDisposition.Home, Note = "Better" }), default), taken: true),
        Case("RecordLeftAsync", Permission.RecordLeftTriage, (triage, given) => triage.RecordLeftAsync(given.PatientId, Sent.Form(new RecordLeftForm { EntryId = given.Id, Reason = "Gone" }), default)),
        Case("MarkInErrorAsync", Permission.CorrectTriage, (triage, given) => triage.MarkInErrorAsync(given.PatientId, Sent.Form(new VoidTriageForm { EntryId = given.Id, Reason = "Wrong person" }), default)),
    ];

    private static OperationCase Case(string method, Permission permission, Func<TriageService, Given, Task<Result>> call, bool taken = false, bool own = false) => new("TriageService." + method, permission, async (world, person) =>
    {
        var given = await AddAsync(world, person, taken, own ? person.PatientId : null);
        return () => call(person.Service<TriageService>(), given);
    });

    private static async Task<Result> ReadAsync<T>(Task<T> rows)
    {
        await rows;
        return Result.Ok;
    }

    /// <summary>One patient in the queue, with a doctor if wanted, and one who is not in it; both open to the person.</summary>
    private static async Task<Given> AddAsync(ITestWorld world, ActingPerson person, bool taken, Guid? own)
    {
        var given = new Given(Guid.CreateVersion7(), own ?? Guid.CreateVersion7(), Guid.CreateVersion7());
        var (organization, at) = (world.OrganizationId, world.Clock.GetUtcNow().UtcDateTime);
        var doctor = taken ? world.As(Role.Doctor) : null;
        var desk = world.As(Role.Receptionist);
        await world.GivenAsync(db =>
        {
            foreach (var id in new[] { given.PatientId, given.OtherPatientId }.Where(id => id != own))
            {
                db.Add(new Patient(id, organization, $"MT-{Guid.NewGuid().ToString("N")[..8]}", new PersonName("Ada", "Matrix"), Sex.Female, new DateOnly(1970, 1, 1), at.AddDays(-1)));
            }

            if (own is not null)
            {
                return Task.CompletedTask; // read only
            }

            var entry = new TriageEntry(given.Id, organization, given.PatientId, at.AddMinutes(-5), ArrivalMode.WalkedIn, "It hurts", at.AddMinutes(-4), desk.UserId);
            if (doctor is not null)
            {
                var visit = Encounter.Emergency(Guid.CreateVersion7(), organization, given.PatientId, entry.ArrivedAt, doctor.StaffMemberId!.Value, at, "It hurts");
                entry.Take(visit.Id, at, doctor.UserId);
                db.Add(visit);
            }

            db.Add(entry);
            return Task.CompletedTask;
        });
        await world.TreatsAsync(person, given.PatientId);
        await world.TreatsAsync(person, given.OtherPatientId);
        return own is not null ? given : given with { Version = await world.LookAsync(db => db.TriageEntries.Where(t => t.Id == given.Id).Select(t => t.Version).SingleAsync()) };
    }

    private sealed record Given(Guid Id, Guid PatientId, Guid OtherPatientId)
    {
        public Guid Version { get; init; }
    }
}
