using MediSecure.Data.Features.ClinicalNotes;
using MediSecure.Data.Features.Encounters;
using MediSecure.Data.Features.Organizations;
using MediSecure.Data.Features.Patients;
using MediSecure.Data.Features.Staff;

namespace MediSecure.Data.Persistence.DemoData;

/// <summary>Notes of the demo in every state. They are drafted and signed as people do it: the database takes no text for a note that is signed.</summary>
internal static class DemoNotes
{
    /// <summary>What becomes of a draft.</summary>
    internal sealed record Plan(ClinicalNote Note, DateTime? SignedAt, string? Hold, string? Error, string? Addendum);

    public static void Fill(SeedRows seed, DemoWorld world, Organization organization)
    {
        if (organization.Name != DemoAccounts.General)
        {
            return;
        }

        var now = world.Now;
        var (adebayo, joy, kemi) = (Who(world, "Dr Tunde Adebayo"), Who(world, "Joy Okafor"), Who(world, "Kemi Balogun"));
        var (amina, chinedu) = (world.Patient(organization.Name, "Amina Bello"), world.Patient(organization.Name, "Chinedu Eze"));
        var stay = world.Stays.Find(s => s.PatientId == chinedu.Id && s.EndedAt is null);
        var admitted = stay?.StartedAt ?? now.AddDays(-2);
        DateTime After(double hours) => Earlier(admitted.AddHours(hours), now.AddMinutes(-20));

        Add(amina, adebayo, DemoWorld.Id("visit", organization.Name, "Amina Bello"), NoteKind.Soap, now.AddDays(-40).AddMinutes(15), now.AddDays(-40).AddMinutes(31), null, null, "Renal function normal, potassium 4.2. No change of plan.",
            (NoteHeading.Subjective, "Tires more easily than last year. No chest pain, no breathlessness at night. Takes lisinopril each morning; forgot it twice this month."),
            (NoteHeading.Objective, "Seated, right arm: 146/88, repeated 142/86. Heart sounds normal, lungs clear, no oedema."),
            (NoteHeading.Assessment, "Essential hypertension, not yet at target."),
            (NoteHeading.Plan, "Lisinopril continued, taken with breakfast. Home readings twice a week. Electrolytes and creatinine. Back in six weeks."));
        Add(amina, adebayo, null, NoteKind.Soap, now.AddDays(-12), now.AddDays(-12).AddMinutes(11), null, null, null,
            (NoteHeading.Subjective, "Feels well. Home readings between 128 and 136 over 78 to 84."),
            (NoteHeading.Objective, "Seated, right arm: 132/80. Weight 71 kg."),
            (NoteHeading.Assessment, "Hypertension at target."),
            (NoteHeading.Plan, "Continue. Next review in three months; sooner with headache, chest pain or swollen feet."));
        Add(amina, adebayo, null, NoteKind.Soap, now.AddDays(-11), now.AddDays(-11).AddMinutes(4), null, "Written in the wrong record: it is about the patient who was seen before.", null,
            (NoteHeading.Subjective, "Knee pain after a fall."), (NoteHeading.Plan, "X-ray of the left knee."));
        Add(amina, adebayo, null, NoteKind.Progress, now.AddDays(-3), now.AddDays(-3).AddMinutes(6), "The result is explained at the visit first.", null, null,
            (NoteHeading.Note, "Telephoned about the screening test. Asked her to come in this week so that it can be talked about in person."));
        Add(amina, adebayo, null, NoteKind.Soap, now.AddHours(-3), null, null, null, null, (NoteHeading.Subjective, "Dizzy when standing up quickly, for two days."));

        Add(chinedu, adebayo, stay?.Id, NoteKind.Progress, After(2), After(2.3), null, null, null,
            (NoteHeading.Note, "Admitted through the clinic. Alert, comfortable at rest. Plan: fluids, observations every four hours, blood tests in the morning."));
        Add(chinedu, joy, stay?.Id, NoteKind.Nursing, After(9), After(9.2), null, null, null,
            (NoteHeading.Note, "Settled night. Pain 2 of 10. Walks to the bathroom with one person. Skin intact. Ate half of supper, drank 600 ml. Wife telephoned."));
        Add(chinedu, joy, stay?.Id, NoteKind.Handover, After(14), After(14.1), null, null, null,
            (NoteHeading.Situation, "Stable on the ward."), (NoteHeading.Background, "Came in through the clinic; treatment as ordered."),
            (NoteHeading.Assessment, "Improving, still unsteady on his feet."), (NoteHeading.Recommendation, "Falls precautions. Call the doctor if the score rises by two or more."));
        Add(chinedu, kemi, stay?.Id, NoteKind.Nutrition, After(20), After(20.4), null, null, null,
            (NoteHeading.Assessment, "Lost 3 kg in two months, appetite returning."), (NoteHeading.Intervention, "Small meals six times a day, one supplement drink."), (NoteHeading.Monitoring, "Weigh on Monday."));
        Add(chinedu, joy, stay?.Id, NoteKind.Nursing, now.AddMinutes(-40), null, null, null, null, (NoteHeading.Note, "Dressing changed, wound dry. "));

        if (world.Stays.Where(s => s.OrganizationId == organization.Id && s is { EndedAt: not null, Outcome: DischargeOutcome.Home }).MaxBy(s => s.EndedAt) is { EndedAt: { } left } ended)
        {
            Add(world.PatientsAt(organization.Name).First(p => p.Id == ended.PatientId), world.Staff.Single(s => s.Id == ended.ClinicianId), ended.Id, NoteKind.DischargeLetter, left.AddMinutes(-25), Earlier(left.AddMinutes(15), now), null, null, null,
                (NoteHeading.Course, $"Admitted with: {ended.Reason}. Treated on the ward, improved, went home."),
                (NoteHeading.FollowUp, "Review in the clinic in two weeks."),
                (NoteHeading.Advice, "Drink enough, rest, and walk a little more each day. Come back at once with fever or breathlessness."));
        }

        void Add(Patient patient, StaffMember author, Guid? visit, NoteKind kind, DateTime at, DateTime? signedAt, string? hold, string? error, string? addendum, params ReadOnlySpan<(NoteHeading Heading, string Text)> texts)
        {
            var note = ClinicalNote.Start(DemoWorld.Id("note", patient.DisplayName, $"{world.Notes.Count}"), organization.Id, patient.Id, kind, visit, author.Id, author.UserId, at);
            note.Open(DemoWorld.Id("note-editor", $"{world.Notes.Count}"), null, author.UserId, at);
            seed.Add(note);
            foreach (var heading in NoteKinds.Headings(kind))
            {
                var part = new NotePart(DemoWorld.Id("note-part", $"{note.Id}", $"{heading}"), note, heading);
                foreach (var (under, text) in texts)
                {
                    if (under == heading)
                    {
                        part.Save(world.Cipher.Row<NotePart>(seed.Db, part.Id).Seal(nameof(NotePart.Text), text), signedAt ?? at.AddMinutes(2));
                    }
                }

                seed.Add(part);
            }

            world.Notes.Add(new Plan(note, signedAt, hold, error, addendum));
        }
    }

    /// <summary>After the drafts are saved: signs, adds, strikes through.</summary>
    public static async Task FinishAsync(SeedRows seed, DemoWorld world, Organization organization, CancellationToken ct)
    {
        var plans = world.Notes.Where(p => p.Note.OrganizationId == organization.Id).ToList();
        foreach (var plan in plans.Where(p => p.SignedAt is not null))
        {
            plan.Note.Sign(plan.Note.EditorId!.Value, plan.Note.AuthorUserId, plan.SignedAt!.Value, plan.SignedAt.Value, plan.Hold);
            if (plan.Addendum is { } text)
            {
                var id = DemoWorld.Id("addendum", $"{plan.Note.Id}");
                seed.Add(new NoteAddendum(id, plan.Note, plan.Note.AuthorId, plan.Note.AuthorUserId, world.Cipher.Row<NoteAddendum>(seed.Db, id).Seal(nameof(NoteAddendum.Text), text), plan.SignedAt.Value.AddDays(1), plan.SignedAt.Value.AddDays(1)));
            }
        }

        await seed.UpdateAsync(plans.Where(p => p.SignedAt is not null).Select(p => p.Note), ct);
        await seed.InsertAsync(ct);
        var wrong = plans.Where(p => p.Error is not null).ToList();
        foreach (var plan in wrong)
        {
            plan.Note.EnterInError(new(plan.Note.AuthorUserId), NoteMistake.WrongPatient, plan.Error!, plan.SignedAt!.Value.AddMinutes(30));
        }

        await seed.UpdateAsync(wrong.Select(p => p.Note), ct);
    }

    private static StaffMember Who(DemoWorld world, string name) => world.StaffMember(DemoAccounts.General, name);

    private static DateTime Earlier(DateTime a, DateTime b) => a < b ? a : b;
}
