using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Amendments;
using MediSecure.Data.Features.ClinicalNotes;
using MediSecure.Data.Features.Patients;
using MediSecure.Data.Persistence.Encryption;
using MediSecure.Tests.Access;

namespace MediSecure.Tests.Features.Amendments;

/// <summary>A legal call of every operation of corrections, for the access matrix.</summary>
public sealed class AmendmentOperationCases : IOperationCases
{
    public IEnumerable<OperationCase> Cases =>
    [
        Of(nameof(AmendmentService.OfChartAsync), Permission.ViewAmendments, AmendmentStatus.Requested, async (s, scene) => await s.OfChartAsync(scene.PatientId, default)),
        Of(nameof(AmendmentService.ReadAsync), Permission.ViewAmendments, AmendmentStatus.Requested, async (s, scene) => await s.ReadAsync(scene.PatientId, scene.Id, default)),
        Of(nameof(AmendmentService.OfNoteAsync), Permission.ViewAmendments, AmendmentStatus.Requested, async (s, scene) => await s.OfNoteAsync(scene.PatientId, scene.NoteId, default)),
        Of(nameof(AmendmentService.TargetsAsync), Permission.RequestAmendment, AmendmentStatus.Requested, async (s, scene) => await s.TargetsAsync(scene.PatientId, default)),
        Of(nameof(AmendmentService.RequestAsync), Permission.RequestAmendment, AmendmentStatus.Withdrawn, (s, scene) =>
            s.RequestAsync(scene.PatientId, Sent.Form(new RequestAmendmentForm { Item = AmendmentItem.Note, ItemId = scene.NoteId, Wrong = "71 kg", ShouldSay = "69 kg" }), default)),
        Of(nameof(AmendmentService.WithdrawAsync), Permission.RequestAmendment, AmendmentStatus.Requested, (s, scene) => s.WithdrawAsync(scene.PatientId, Sent.Form(new NameAmendmentForm { AmendmentId = scene.Id, Version = scene.Version }), default)),
        Of(nameof(AmendmentService.DisagreeAsync), Permission.RequestAmendment, AmendmentStatus.Refused, (s, scene) => s.DisagreeAsync(scene.PatientId, Sent.Form(new StateDisagreementForm { AmendmentId = scene.Id, Statement = "It was so." }), default)),
        Of(nameof(AmendmentService.WaitingAsync), Permission.AnswerAmendment, AmendmentStatus.Requested, async (s, _) => Result.Of(await s.WaitingAsync(new PageRequest(), default))),
        Of(nameof(AmendmentService.ReviewAsync), Permission.AnswerAmendment, AmendmentStatus.Requested, (s, scene) => s.ReviewAsync(scene.PatientId, Sent.Form(new NameAmendmentForm { AmendmentId = scene.Id, Version = scene.Version }), default)),
        Of(nameof(AmendmentService.AcceptAsync), Permission.AnswerAmendment, AmendmentStatus.Requested, (s, scene) =>
            s.AcceptAsync(scene.PatientId, Sent.Form(new AcceptAmendmentForm { AmendmentId = scene.Id, Version = scene.Version, LinkId = scene.AddendumId }), default)),
        Of(nameof(AmendmentService.RefuseAsync), Permission.AnswerAmendment, AmendmentStatus.Requested, (s, scene) =>
            s.RefuseAsync(scene.PatientId, Sent.Form(new RefuseAmendmentForm { AmendmentId = scene.Id, Version = scene.Version, Ground = RefusalGround.Accurate, Reason = "It is right." }), default)),
        Desk(nameof(DetailAmendmentService.WaitingAsync), async (s, _) => Result.Of(await s.WaitingAsync(new PageRequest(), default))),
        Desk(nameof(DetailAmendmentService.OfChartAsync), async (s, scene) => await s.OfChartAsync(scene.PatientId, default)),
        Desk(nameof(DetailAmendmentService.ReadAsync), async (s, scene) => await s.ReadAsync(scene.PatientId, scene.Id, default)),
        Desk(nameof(DetailAmendmentService.ReviewAsync), (s, scene) => s.ReviewAsync(scene.PatientId, Sent.Form(new NameAmendmentForm { AmendmentId = scene.Id, Version = scene.Version }), default)),
        Desk(nameof(DetailAmendmentService.AcceptAsync), (s, scene) => s.AcceptAsync(scene.PatientId, Sent.Form(new AcceptDetailAmendmentForm { AmendmentId = scene.Id, Version = scene.Version, Answer = "Done" }), default)),
        Desk(nameof(DetailAmendmentService.RefuseAsync), (s, scene) =>
            s.RefuseAsync(scene.PatientId, Sent.Form(new RefuseAmendmentForm { AmendmentId = scene.Id, Version = scene.Version, Ground = RefusalGround.Accurate, Reason = "It is right." }), default)),
    ];

    private static OperationCase Of(string method, Permission permission, AmendmentStatus status, Func<AmendmentService, Scene, Task<Result>> call) =>
        new($"{nameof(AmendmentService)}.{method}", permission, async (world, person) =>
        {
            var scene = await Scene.MakeAsync(world, person, AmendmentItem.Note, status);
            return () => call(person.Service<AmendmentService>(), scene);
        });

    private static OperationCase Desk(string method, Func<DetailAmendmentService, Scene, Task<Result>> call) =>
        new($"{nameof(DetailAmendmentService)}.{method}", Permission.AnswerDetailAmendment, async (world, person) =>
        {
            var scene = await Scene.MakeAsync(world, person with { PatientId = null }, AmendmentItem.Other, AmendmentStatus.Requested);
            return () => call(person.Service<DetailAmendmentService>(), scene);
        });

    private sealed record Scene(Guid PatientId, Guid NoteId, Guid AddendumId, Guid Id, Guid Version)
    {
        /// <summary>A signed note by this person where they work here, an addendum to it, and a request in a state.</summary>
        public static async Task<Scene> MakeAsync(ITestWorld world, ActingPerson person, AmendmentItem item, AmendmentStatus status)
        {
            var (organization, now, patientId) = (world.OrganizationId, world.Clock.GetUtcNow().UtcDateTime, person.PatientId ?? Guid.CreateVersion7());
            var doctor = world.As(Role.Doctor);
            var author = person.StaffMemberId is { } staff ? (StaffId: staff, person.UserId) : (StaffId: doctor.StaffMemberId!.Value, doctor.UserId);
            var cipher = person.Service<IFieldCipher>();
            var (noteId, editor, addendumId, id) = (Guid.CreateVersion7(), Guid.NewGuid(), Guid.CreateVersion7(), Guid.CreateVersion7());
            AmendmentRequest? request = null;
            await world.GivenAsync(async open =>
            {
                if (person.PatientId is null)
                {
                    open.Add(new Patient(patientId, organization, $"C-{Guid.NewGuid():N}"[..18], new PersonName("Ada", "Asking"), Sex.Female, new DateOnly(1980, 1, 2), now));
                }

                await open.SaveChangesAsync();
                var note = ClinicalNote.Start(noteId, organization, patientId, NoteKind.Progress, null, author.StaffId, author.UserId, now);
                note.Open(editor, null, author.UserId, now);
                open.Add(note);
                await open.SaveChangesAsync();
                note.Sign(editor, author.UserId, now, now, null);
                await open.SaveChangesAsync();
                open.Add(new NoteAddendum(addendumId, note, author.StaffId, author.UserId, cipher.Row<NoteAddendum>(open, addendumId).Seal(nameof(NoteAddendum.Text), "69 kg"), now, now));
                var row = cipher.Row<AmendmentRequest>(open, id);
                request = AmendmentRequest.Ask(id, organization, patientId, item == AmendmentItem.Note ? new(item, noteId, author.StaffId, null) : new(item, null, null, null),
                    row.Seal(nameof(AmendmentRequest.Wrong), "71 kg"), row.Seal(nameof(AmendmentRequest.ShouldSay), "69 kg"), DateOnly.FromDateTime(now), doctor.UserId, now);
                if (status == AmendmentStatus.Refused)
                {
                    request.Refuse(RefusalGround.Accurate, row.Seal(nameof(AmendmentRequest.Answer), "It is right."), author.UserId, now);
                }
                else if (status == AmendmentStatus.Withdrawn)
                {
                    request.Withdraw(now);
                }

                open.Add(request);
            });
            await world.TreatsAsync(person, patientId);
            return new Scene(patientId, noteId, addendumId, id, request!.Version);
        }
    }
}
