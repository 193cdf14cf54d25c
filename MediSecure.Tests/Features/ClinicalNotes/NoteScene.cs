using MediSecure.Data.Common;
using MediSecure.Data.Features.ClinicalNotes;
using MediSecure.Data.Features.Patients;
using MediSecure.Tests.Access;
using MediSecure.Tests.Support;

namespace MediSecure.Tests.Features.ClinicalNotes;

/// <summary>A doctor and a patient whom they treat, at an organisation of their own.</summary>
internal sealed record NoteScene(TestDatabase Db, Guid OrganizationId, ActingPerson Doctor, Patient Patient)
{
    public ClinicalNoteService Notes => Doctor.Service<ClinicalNoteService>();

    public static async Task<NoteScene> NewAsync(TestDatabase db)
    {
        var organization = await db.Given.OrganizationAsync();
        var doctor = await db.People.DoctorAsync(organization);
        var patient = await db.Given.PatientAsync(organization);
        await db.Given.AppointmentAsync(doctor, patient.Id, db.Now.AddHours(1));
        return new NoteScene(db, organization, doctor, patient);
    }

    /// <summary>A draft, open for writing.</summary>
    public async Task<NoteDraft> DraftAsync(NoteKind kind = NoteKind.Soap, ActingPerson? author = null, Guid? visit = null)
    {
        var form = new StartNoteForm { Kind = kind, EncounterId = visit };
        var notes = (author ?? Doctor).Service<ClinicalNoteService>();
        Ok(await notes.StartAsync(Patient.Id, form, default));
        return (await notes.OpenDraftAsync(Patient.Id, form.Id, false, default)).Value;
    }

    public async Task<Guid> SignedAsync(string text = "Better today.", string? hold = null, NoteKind kind = NoteKind.Soap, NoteHeading heading = NoteHeading.Assessment, Guid? visit = null)
    {
        var draft = await DraftAsync(kind, visit: visit);
        Ok(await Notes.SaveDraftAsync(Patient.Id, draft.Id, draft.EditorId!.Value, heading, text, default));
        Ok(await Notes.SignAsync(Patient.Id, new SignNoteForm { NoteId = draft.Id, EditorId = draft.EditorId.Value, Hold = hold is not null, HoldReason = hold }, default));
        return draft.Id;
    }

    /// <summary>Another doctor here, who treats the patient too.</summary>
    public async Task<ActingPerson> ColleagueAsync()
    {
        var colleague = await Db.People.DoctorAsync(OrganizationId);
        await Db.Given.TreatsAsync(colleague, Patient.Id);
        return colleague;
    }

    public static void Ok(Result result) => Assert.True(!result.Failed, result.Error?.Message);
}
