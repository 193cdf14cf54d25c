using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Appointments;
using MediSecure.Data.Features.ClinicalNotes;
using MediSecure.Data.Features.Patients;
using MediSecure.Data.Features.Staff;
using MediSecure.Tests.Access;

namespace MediSecure.Tests.Features.ClinicalNotes;

/// <summary>A legal call for every operation of notes: the acting person wrote the note, when they write notes at all.</summary>
public sealed class ClinicalNoteOperationCases : IOperationCases
{
    public IEnumerable<OperationCase> Cases =>
    [
        Of(nameof(ClinicalNoteService.ListAsync), Permission.ViewNotes, NoteStatus.Signed, (s, scene) => s.ListAsync(scene.PatientId, new(), default)),
        Of(nameof(ClinicalNoteService.ReadAsync), Permission.ViewNotes, NoteStatus.Signed, (s, scene) => s.ReadAsync(scene.PatientId, scene.NoteId, default)),
        Of(nameof(ClinicalNoteService.FindAsync), Permission.ViewNotes, NoteStatus.Signed, (s, scene) => s.FindAsync(scene.PatientId, scene.NoteId, default)),
        Of(nameof(ClinicalNoteService.OfVisitAsync), Permission.ViewNotes, NoteStatus.Signed, (s, scene) => s.OfVisitAsync(scene.PatientId, Guid.NewGuid(), default)),
        Of(nameof(ClinicalNoteService.VisitsAsync), Permission.WriteNote, NoteStatus.Draft, (s, scene) => s.VisitsAsync(scene.PatientId, default)),
        Of(nameof(ClinicalNoteService.NewestForMeAsync), Permission.ViewNotes, NoteStatus.Signed, (s, _) => s.NewestForMeAsync(default)),
        Of(nameof(ClinicalNoteService.MyDraftsAsync), Permission.WriteNote, NoteStatus.Draft, (s, _) => s.MyDraftsAsync(default)),
        Of(nameof(ClinicalNoteService.StartAsync), Permission.WriteNote, NoteStatus.Draft, (s, scene) => s.StartAsync(scene.PatientId, Sent.Form(new StartNoteForm { Kind = scene.Kind }), default)),
        Of(nameof(ClinicalNoteService.OpenDraftAsync), Permission.WriteNote, NoteStatus.Draft, (s, scene) => s.OpenDraftAsync(scene.PatientId, scene.NoteId, true, default)),
        Of(nameof(ClinicalNoteService.SaveDraftAsync), Permission.WriteNote, NoteStatus.Draft, (s, scene) => s.SaveDraftAsync(scene.PatientId, scene.NoteId, scene.Editor, NoteKinds.Headings(scene.Kind)[0], "Text", default)),
        Of(nameof(ClinicalNoteService.SignAsync), Permission.WriteNote, NoteStatus.Draft, (s, scene) => s.SignAsync(scene.PatientId, Sent.Form(new SignNoteForm { NoteId = scene.NoteId, EditorId = scene.Editor }), default)),
        Of(nameof(ClinicalNoteService.AddAddendumAsync), Permission.WriteNote, NoteStatus.Signed, (s, scene) => s.AddAddendumAsync(scene.PatientId, Sent.Form(new AddAddendumForm { NoteId = scene.NoteId, Text = "More" }), default)),
        Of(nameof(ClinicalNoteService.EnterInErrorAsync), Permission.WriteNote, NoteStatus.Signed, (s, scene) => s.EnterInErrorAsync(scene.PatientId, Sent.Form(new StrikeNoteForm { NoteId = scene.NoteId, Mistake = NoteMistake.Content, Reason = "Wrong" }), default)),
        Of(nameof(ClinicalNoteService.HoldAsync), Permission.WriteNote, NoteStatus.Signed, (s, scene) => s.HoldAsync(scene.PatientId, Sent.Form(new NoteReasonForm { NoteId = scene.NoteId, Reason = "Later" }), default)),
        Of(nameof(ClinicalNoteService.ReleaseAsync), Permission.WriteNote, NoteStatus.Signed, (s, scene) => s.ReleaseAsync(scene.PatientId, scene.NoteId, null, default), hold: true),
        Away(nameof(ClinicalNoteService.StrikeColleagueNoteAsync), false, (s, scene) => s.StrikeColleagueNoteAsync(scene.PatientId, Sent.Form(new StrikeNoteForm { NoteId = scene.NoteId, Mistake = NoteMistake.WrongPatient, Reason = "Wrong" }), default)),
        Away(nameof(ClinicalNoteService.HoldColleagueNoteAsync), false, (s, scene) => s.HoldColleagueNoteAsync(scene.PatientId, Sent.Form(new NoteReasonForm { NoteId = scene.NoteId, Reason = "Later" }), default)),
        Away(nameof(ClinicalNoteService.ReleaseColleagueNoteAsync), true, (s, scene) => s.ReleaseColleagueNoteAsync(scene.PatientId, Sent.Form(new NoteReasonForm { NoteId = scene.NoteId, Reason = "The author is away" }), default)),
        Of(nameof(ClinicalNoteService.DiscardAsync), Permission.WriteNote, NoteStatus.Draft, (s, scene) => s.DiscardAsync(scene.PatientId, scene.NoteId, default)),
        Release(nameof(NoteReleaseService.GetAsync), async s => await s.GetAsync(default)),
        Release(nameof(NoteReleaseService.SetAsync), async s =>
        {
            var now = await s.GetAsync(default);
            return now.Failed ? now : await s.SetAsync(Sent.Form(new SetNoteReleaseForm { Days = now.Value.Days + 1, Version = now.Value.Version }), default);
        }),
    ];

    private static OperationCase Of<T>(string method, Permission permission, NoteStatus status, Func<ClinicalNoteService, Scene, Task<T>> call, bool hold = false) where T : Result =>
        new($"{nameof(ClinicalNoteService)}.{method}", permission, async (world, person) =>
        {
            var scene = await Scene.MakeAsync(world, person, status, hold);
            return async () => await call(person.Service<ClinicalNoteService>(), scene);
        });

    /// <summary>About a note of a dietitian who is on leave.</summary>
    private static OperationCase Away(string method, bool hold, Func<ClinicalNoteService, Scene, Task<Result>> call) =>
        new($"{nameof(ClinicalNoteService)}.{method}", Permission.CorrectColleagueNote, async (world, person) =>
        {
            var (author, now) = (world.As(Role.Dietitian), world.Clock.GetUtcNow().UtcDateTime);
            await world.GivenAsync(open =>
            {
                open.Add(new Absence(Guid.CreateVersion7(), world.OrganizationId, author.StaffMemberId!.Value, now.AddHours(-1), now.AddHours(1), "Leave"));
                return Task.CompletedTask;
            });
            var scene = await Scene.MakeAsync(world, person, NoteStatus.Signed, hold, author);
            return async () => await call(person.Service<ClinicalNoteService>(), scene);
        });

    private static OperationCase Release(string method, Func<NoteReleaseService, Task<Result>> call) =>
        new($"{nameof(NoteReleaseService)}.{method}", Permission.EditNoteRelease, (_, person) => Task.FromResult(() => call(person.Service<NoteReleaseService>())));

    private sealed record Scene(Guid PatientId, Guid NoteId, Guid Editor, NoteKind Kind)
    {
        public static async Task<Scene> MakeAsync(ITestWorld world, ActingPerson person, NoteStatus status, bool hold, ActingPerson? writer = null)
        {
            var (organization, now) = (world.OrganizationId, world.Clock.GetUtcNow().UtcDateTime);
            var patientId = person.PatientId ?? Guid.CreateVersion7();
            var author = (StaffId: (writer ?? person).StaffMemberId, (writer ?? person).UserId);
            if (author.StaffId is null)
            {
                var doctor = world.As(Role.Doctor);
                author = (doctor.StaffMemberId, doctor.UserId);
            }

            var roles = Enum.GetValues<Role>().Where(role => world.As(role).UserId == person.UserId).ToList();
            var kind = NoteKinds.Of(roles) is [var first, ..] ? first : NoteKind.Progress;
            var (noteId, editor) = (Guid.CreateVersion7(), Guid.NewGuid());
            await world.GivenAsync(async open =>
            {
                if (person.PatientId is null)
                {
                    open.Add(new Patient(patientId, organization, $"N-{Guid.NewGuid():N}"[..18], new PersonName("Ada", "Noted"), Sex.Female, new DateOnly(1980, 1, 2), now));
                }

                await open.SaveChangesAsync();
                var note = ClinicalNote.Start(noteId, organization, patientId, kind, null, author.StaffId!.Value, author.UserId, now);
                note.Open(editor, null, author.UserId, now);
                open.Add(note);
                open.AddRange(NoteKinds.Headings(kind).Select(heading => new NotePart(Guid.CreateVersion7(), note, heading)));
                await open.SaveChangesAsync();
                if (status == NoteStatus.Signed)
                {
                    note.Sign(editor, author.UserId, now, now, hold ? "Later" : null);
                }
            });
            await world.TreatsAsync(person, patientId);
            if (status == NoteStatus.Draft && NoteKinds.Of(roles).Count > 0)
            {
                NoteScene.Ok(await person.Service<ClinicalNoteService>().SaveDraftAsync(patientId, noteId, editor, NoteKinds.Headings(kind)[0], "Text", default));
            }

            return new Scene(patientId, noteId, editor, kind);
        }
    }
}
