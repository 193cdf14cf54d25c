using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.ActivityLog;
using MediSecure.Data.Features.Beds;
using MediSecure.Data.Features.ClinicalNotes;
using MediSecure.Data.Features.Encounters;
using MediSecure.Data.Features.Patients;
using MediSecure.Tests.Access;
using MediSecure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Tests.Features.ClinicalNotes;

public sealed class HandoverOperationCases : IOperationCases
{
    public IEnumerable<OperationCase> Cases =>
    [
        new("ClinicalNoteService.HandoverWardsAsync", Permission.ViewHandovers, (_, person) => Task.FromResult<Func<Task<Result>>>(async () => await person.Service<ClinicalNoteService>().HandoverWardsAsync(default))),
        OnWard("HandoversAsync", async (notes, ward) => await notes.HandoversAsync(ward, default)),
        OnWard("PrintHandoversAsync", (notes, ward) => notes.PrintHandoversAsync(ward, default)),
    ];

    private static OperationCase OnWard(string method, Func<ClinicalNoteService, Guid, Task<Result>> call) => new($"ClinicalNoteService.{method}", Permission.ViewHandovers, async (world, person) =>
    {
        var department = new MediSecure.Data.Features.Departments.Department(Guid.CreateVersion7(), world.OrganizationId, $"D {Guid.NewGuid():N}"[..20], null);
        var ward = new MediSecure.Data.Features.Departments.Ward(Guid.CreateVersion7(), world.OrganizationId, department.Id, $"W {Guid.NewGuid():N}"[..20]);
        await world.GivenAsync(db =>
        {
            db.AddRange(department, ward);
            return Task.CompletedTask;
        });
        return () => call(person.Service<ClinicalNoteService>(), ward.Id);
    });
}

/// <summary>A ward's handovers: newest of each patient in care, in this stay.</summary>
public abstract class HandoverServiceTests(TestDatabase db)
{
    [Fact]
    public async Task The_newest_signed_handover_of_each_inpatient_in_care_is_shown_by_bed_and_recorded()
    {
        var scene = await NoteScene.NewAsync(db);
        var ward = await db.Given.WardAsync(scene.OrganizationId);
        var room = await db.Given.RoomAsync(scene.OrganizationId, ward: ward);
        var silent = await LiesAsync("B", await db.Given.PatientOfAsync(scene.Doctor));
        await LiesAsync("A", scene.Patient);
        await LiesAsync("C", await db.Given.PatientAsync(scene.OrganizationId)); // somebody else's
        var restricted = await LiesAsync("D", await db.Given.PatientOfAsync(scene.Doctor));
        await db.GivenAsync(async open => (await open.Patients.SingleAsync(p => p.Id == restricted.Id)).Restrict(ChartRestriction.Vip, db.Now, scene.Doctor.UserId), scene.OrganizationId);
        await WriteAsync("Before");
        db.Clock.Advance(TimeSpan.FromMinutes(1));
        var id = await WriteAsync("Now");
        await scene.DraftAsync(NoteKind.Handover); // not signed

        Assert.Equal([new HandoverWard(ward.Id, ward.Name, 3)], (await scene.Notes.HandoverWardsAsync(default)).Value);
        var shown = (await scene.Notes.HandoversAsync(ward.Id, default)).Value;
        Assert.Equal((ward.Name, 1), (shown.Ward, shown.Restricted));
        Assert.Equal([scene.Patient.Id, silent.Id], shown.Patients.Select(p => p.PatientId));
        Assert.Equal("Now", shown.Patients[0].Note!.Parts.Single().Text);
        Assert.Null(shown.Patients[1].Note);
        Assert.True(await db.LookAsync(scene.OrganizationId, look => look.AuditEvents.AnyAsync(e => e.EventCode == nameof(Permission.ViewHandovers) && e.EntityId == id && e.PatientId == scene.Patient.Id)));
        Assert.Null((await scene.Notes.PrintHandoversAsync(ward.Id, default)).Error);
        var printed = await db.LookAsync(scene.OrganizationId, look => look.AuditEvents.Where(e => e.EventCode == ActivityWords.Printed).ToListAsync());
        Assert.Equal(new HashSet<(Guid?, Guid?)> { (scene.Patient.Id, id), (silent.Id, silent.Id) }, printed.Select(e => (e.PatientId, e.EntityId)).ToHashSet());
        Assert.Equal(Error.NotFound, (await db.AsStranger(Role.Nurse).Service<ClinicalNoteService>().PrintHandoversAsync(ward.Id, default)).Error);
        Assert.Equal(Error.NotFound, (await db.AsStranger(Role.Nurse).Service<ClinicalNoteService>().HandoversAsync(ward.Id, default)).Error);
        Assert.Empty((await (await db.People.NurseAsync(scene.OrganizationId)).Service<ClinicalNoteService>().HandoversAsync(ward.Id, default)).Value.Patients);

        async Task<Patient> LiesAsync(string bed, Patient patient)
        {
            var place = await db.Given.BedAsync(scene.OrganizationId, room, bed);
            var stay = Encounter.Admit(Guid.CreateVersion7(), scene.OrganizationId, patient.Id, db.Now.AddDays(-1), (await db.People.DoctorAsync(scene.OrganizationId)).StaffMemberId!.Value, ward.DepartmentId, "Care", null);
            await db.AddAsync(scene.OrganizationId, stay, BedStay.Begin(Guid.CreateVersion7(), scene.OrganizationId, place.Id, patient.Id, stay.Id, db.Now.AddDays(-1), scene.Doctor.UserId));
            return patient;
        }

        async Task<Guid> WriteAsync(string text)
        {
            var draft = await scene.DraftAsync(NoteKind.Handover);
            NoteScene.Ok(await scene.Notes.SaveDraftAsync(scene.Patient.Id, draft.Id, draft.EditorId!.Value, NoteHeading.Situation, text, default));
            NoteScene.Ok(await scene.Notes.SignAsync(scene.Patient.Id, new() { NoteId = draft.Id, EditorId = draft.EditorId.Value }, default));
            return draft.Id;
        }
    }

    /// <summary>It is signed in the emergency room, minutes before the bed is given.</summary>
    [Fact]
    public async Task The_handover_that_brings_a_patient_from_the_emergency_room_is_on_the_ward_s_page()
    {
        var scene = await NoteScene.NewAsync(db);
        var ward = await db.Given.WardAsync(scene.OrganizationId);
        var bed = await db.Given.BedAsync(scene.OrganizationId, await db.Given.RoomAsync(scene.OrganizationId, ward: ward), "A");
        var visit = Encounter.Emergency(Guid.CreateVersion7(), scene.OrganizationId, scene.Patient.Id, db.Now.AddMinutes(-40), scene.Doctor.StaffMemberId!.Value, db.Now.AddMinutes(-30), "Fall");
        await db.AddAsync(scene.OrganizationId, visit);
        var draft = await scene.DraftAsync(NoteKind.Handover);
        NoteScene.Ok(await scene.Notes.SaveDraftAsync(scene.Patient.Id, draft.Id, draft.EditorId!.Value, NoteHeading.Situation, "Comes up now", default));
        NoteScene.Ok(await scene.Notes.SignAsync(scene.Patient.Id, new() { NoteId = draft.Id, EditorId = draft.EditorId.Value }, default));
        db.Clock.Advance(TimeSpan.FromMinutes(5));
        await db.GivenAsync(async open => (await open.Encounters.SingleAsync(e => e.Id == visit.Id)).FinishEmergency(null, db.Now), scene.OrganizationId);
        var stay = Encounter.Admit(Guid.CreateVersion7(), scene.OrganizationId, scene.Patient.Id, db.Now, scene.Doctor.StaffMemberId.Value, ward.DepartmentId, "Fall", null);
        await db.AddAsync(scene.OrganizationId, stay, BedStay.Begin(Guid.CreateVersion7(), scene.OrganizationId, bed.Id, scene.Patient.Id, stay.Id, db.Now, scene.Doctor.UserId));
        Assert.Equal("Comes up now", Assert.Single((await scene.Notes.HandoversAsync(ward.Id, default)).Value.Patients).Note!.Parts.Single().Text);
    }
}

public sealed class HandoverServiceOnSqlite(SqliteDatabase db) : HandoverServiceTests(db), IClassFixture<SqliteDatabase>;

public sealed class HandoverServiceOnPostgres(PostgresDatabase db) : HandoverServiceTests(db), IClassFixture<PostgresDatabase>;
