using System.Data.Common;
using MediSecure.Data.Access;
using MediSecure.Data.Features.ActivityLog;
using MediSecure.Data.Features.Appointments;
using MediSecure.Data.Features.Consents;
using MediSecure.Data.Features.Deaths;
using MediSecure.Data.Features.Patients;
using MediSecure.Data.Features.Problems;
using MediSecure.Data.Features.Referrals;
using MediSecure.Data.Features.Staff;
using MediSecure.Data.Features.Timeline;
using MediSecure.Data.Jobs;
using MediSecure.Data.Persistence;
using MediSecure.Data.Persistence.DemoData;
using MediSecure.Tests.Access;
using MediSecure.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using static MediSecure.Tests.Features.Referrals.ReferralScene;

namespace MediSecure.Tests.Features.Referrals;

/// <summary>Referrals on the real services and a real database, between two organisations and within one.</summary>
public abstract class ReferralServiceTests(TestDatabase db)
{
    [Fact]
    public async Task The_whole_loop_between_two_organisations_is_seen_at_both_ends_and_stands_in_both_logs()
    {
        var scene = await NewAsync(db);
        var id = await scene.SentAsync();
        var row = Assert.Single((await scene.Reception.ListAsync(false, new(), default)).Value.Rows);
        Assert.Equal((id, false, scene.Patient.DisplayName, scene.Patient.BirthDate, scene.Patient.RecordNumber, scene.Department.Name, "Cardiology", ReferralProgress.Requested, null),
            (row.Id, row.IsInternal, row.Name, row.BirthDate, row.RecordNumber, row.Department, row.Specialty, row.Progress, row.PatientId));
        Assert.Equal(new DateTime(2026, 3, 16, 23, 0, 0, DateTimeKind.Utc), row.DueAt); // Monday in a fortnight, to the end of the day in Lagos

        Ok(await scene.Reception.ReceiveAsync(id, default));
        Ok(await scene.Reception.AcceptAsync(id, default));
        Assert.Equal("referral.not-registered", (await scene.Reception.AttachVisitAsync(new() { ReferralId = id, AppointmentId = Guid.NewGuid() }, default)).Error?.Code);
        var other = await db.Given.PatientAsync(scene.There, "Some", "Body", new DateOnly(1999, 9, 9));
        Assert.Equal("referral.other-birth-date", (await scene.Reception.LinkAsync(new() { ReferralId = id, PatientId = other.Id }, default)).Error?.Code);
        Assert.Equal(scene.Patient.DisplayName, (await scene.Reception.PersonAsync(id, default)).Value.Name.Display);
        var registered = await db.Given.PatientAsync(scene.There, scene.Patient.GivenName, scene.Patient.FamilyName, scene.Patient.BirthDate);
        Ok(await scene.Reception.LinkAsync(new() { ReferralId = id, PatientId = registered.Id }, default));
        var foreign = await db.Given.AppointmentAsync(scene.Consultant, other.Id, db.Now.AddDays(3));
        Assert.Equal("referral.no-visit", (await scene.Reception.AttachVisitAsync(new() { ReferralId = id, AppointmentId = foreign.Id }, default)).Error?.Code);
        var visit = await db.Given.AppointmentAsync(scene.Consultant, registered.Id, db.Now.AddDays(2));
        Assert.Equal(visit.Id, Assert.Single((await scene.Reception.ListAsync(false, new(), default)).Value.Rows).NextVisitId);
        Ok(await scene.Reception.AttachVisitAsync(new() { ReferralId = id, AppointmentId = visit.Id }, default));

        var sent = Assert.Single((await scene.Referrals.ListAsync(scene.Patient.Id, default)).Value);
        Assert.Equal((ReferralStatus.Active, ReferralProgress.InProgress, visit.StartsAt), (sent.Status, sent.Progress, sent.AppointmentAt));
        Assert.Equal("referral.needs-reason", (await scene.Referrals.CloseAsync(scene.Patient.Id, new() { ReferralId = id }, default)).Error?.Code);

        var reporting = scene.Consultant.Service<IncomingReferralService>();
        Assert.Equal(Secret, (await reporting.ReadAsync(id, default)).Value.Text.Letter);
        Ok(await reporting.ReportAsync(new() { ReferralId = id, Report = "Mild stenosis" }, default));
        Assert.Equal("referral.is-completed", (await reporting.ReportAsync(new() { ReferralId = id, Report = "Again" }, default)).Error?.Code);
        Assert.Equal(id, Assert.Single((await scene.Referrals.ToActOnAsync(default)).Value).Id);
        var read = (await scene.Referrals.ReadAsync(scene.Patient.Id, id, default)).Value;
        Assert.Equal(("Mild stenosis", ReferralProgress.Completed), (read.Text.Report, read.Row.Progress));
        Ok(await scene.Referrals.CloseAsync(scene.Patient.Id, new() { ReferralId = id }, default));
        Assert.Empty((await scene.Referrals.ToActOnAsync(default)).Value);
        Assert.Empty((await scene.Reception.ListAsync(false, new(), default)).Value.Rows);
        Assert.Single((await scene.Reception.ListAsync(true, new(), default)).Value.Rows);

        // Both charts tell it, each its own half.
        Assert.Contains((await scene.Doctor.Service<TimelineService>().LatestAsync(scene.Patient.Id, default)).Value.Entries, e => e.Kind == TimelineKind.Referral && e.Id == id);
        Assert.Contains((await scene.Consultant.Service<TimelineService>().LatestAsync(registered.Id, default)).Value.Entries, e => e.Kind == TimelineKind.Referral && e.Id == id);
        Assert.True(Assert.Single((await scene.Consultant.Service<ReferralService>().ListAsync(registered.Id, default)).Value).IsIncoming);

        var here = await EventsAsync(scene.Here, id);
        var there = await EventsAsync(scene.There, id);
        Assert.Equal(4, here.Count(e => e.EventCode == ReferralExchange.Code)); // received, accepted, booked, reported
        Assert.All(here.Where(e => e.EventCode == ReferralExchange.Code), e => Assert.Equal((scene.Patient.Id, null), (e.PatientId, e.ActorUserId)));
        Assert.Contains(here, e => e.EventCode == nameof(Permission.WriteReferral) && e.Action == AuditAction.Create && e.ActorUserId == scene.Doctor.UserId);
        Assert.Contains(there, e => e.EventCode == ReferralExchange.Code && e.Action == AuditAction.Create && e.Reason!.StartsWith("By Hospital", StringComparison.Ordinal));
        Assert.Contains(there, e => e.EventCode == nameof(Permission.HandleReferral) && e.ActorUserId == scene.Desk.UserId);
        Assert.Contains(there, e => e.EventCode == nameof(Permission.ReportReferral) && e.ActorUserId == scene.Consultant.UserId && e.PatientId == registered.Id);
        Assert.Contains(there, e => e.EventCode == nameof(Permission.ReadReferralLetter) && e.PatientId == registered.Id);
        Assert.DoesNotContain(here.Concat(there), e => (e.Changes + e.Reason).Contains("Zebraword", StringComparison.Ordinal) || (e.Changes + e.Reason).Contains("stenosis", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_receiver_has_exactly_the_copy_under_its_own_key_and_nothing_else_of_the_sender()
    {
        var scene = await NewAsync(db);
        var before = await db.LookAsync(scene.There, OwnedRows.IdsAsync);
        var id = await scene.SentAsync();
        var after = await db.LookAsync(scene.There, OwnedRows.IdsAsync);
        Assert.Single(after.Except(before));
        var (copy, own) = (await scene.CopyAsync(id), await scene.SenderRowAsync(id));
        Assert.Equal((scene.Here, scene.Patient.DisplayName, scene.Patient.BirthDate, scene.Patient.RecordNumber, own.DueAt), (copy.SenderOrganizationId, copy.DisplayName, copy.BirthDate, copy.SenderRecordNumber, copy.DueAt));
        Assert.NotEqual(own.Letter, copy.Letter); // another key, another row
        Assert.True((await scene.Consultant.Service<ReferralService>().ListAsync(scene.Patient.Id, default)).Failed); // the sender's patient does not exist there
        Assert.Empty(await db.LookAsync(scene.There, look => look.Referrals.ToListAsync()));
        Assert.Empty(await db.LookAsync(scene.Here, look => look.IncomingReferrals.ToListAsync()));
    }

    [Fact]
    public async Task A_third_organisation_neither_sees_nor_moves_it()
    {
        var scene = await NewAsync(db);
        var id = await scene.SentAsync();
        var stranger = await db.Given.OrganizationAsync();
        var (desk, doctor) = (await db.People.ReceptionistAsync(stranger), await db.People.DoctorAsync(stranger));
        Assert.Empty((await desk.Service<IncomingReferralService>().ListAsync(true, new(), default)).Value.Rows);
        Assert.Equal("not-found", (await desk.Service<IncomingReferralService>().AcceptAsync(id, default)).Error?.Code);
        Assert.Equal("not-found", (await desk.Service<IncomingReferralService>().PersonAsync(id, default)).Error?.Code);
        Assert.Equal("not-found", (await doctor.Service<IncomingReferralService>().ReadAsync(id, default)).Error?.Code);
        Assert.Equal("not-found", (await doctor.Service<IncomingReferralService>().ReportAsync(new() { ReferralId = id, Report = "x" }, default)).Error?.Code);
        Assert.Equal("not-found", (await doctor.Service<ReferralService>().ReadAsync(scene.Patient.Id, id, default)).Error?.Code);
        // The sender does not answer its own, and the receiver does not close the sender's.
        Assert.Equal("not-found", (await (await db.People.ReceptionistAsync(scene.Here)).Service<IncomingReferralService>().AcceptAsync(id, default)).Error?.Code);
        Assert.Equal("not-found", (await scene.Consultant.Service<ReferralService>().CloseAsync(scene.Patient.Id, new() { ReferralId = id, Reason = "x" }, default)).Error?.Code);
        Assert.Equal(ReferralProgress.Requested, (await scene.SenderRowAsync(id)).Progress);
    }

    [Fact]
    public async Task Only_departments_that_take_referrals_are_known_elsewhere_and_only_they_are_sent_to()
    {
        var scene = await NewAsync(db);
        var closed = await db.Given.DepartmentAsync(scene.There);
        var places = (await scene.Referrals.PlacesAsync(default)).Value;
        Assert.Contains(places, p => p.OrganizationId == scene.There && p.DepartmentId == scene.Department.Id);
        Assert.DoesNotContain(places, p => p.DepartmentId == closed.Id);
        var form = scene.Form();
        form.DepartmentId = closed.Id;
        Assert.Equal("referral.no-place", (await scene.Referrals.SaveAsync(scene.Patient.Id, form, default)).Error?.Code);

        var id = await scene.DraftAsync();
        await db.ArrangeAsync(scene.There, async open => (await open.Departments.SingleAsync(d => d.Id == scene.Department.Id)).OpenToReferrals(false));
        Assert.Equal("referral.place-gone", (await scene.Referrals.SendAsync(scene.Patient.Id, id, default)).Error?.Code);
        Assert.Equal(ReferralStatus.Draft, (await scene.SenderRowAsync(id)).Status);
        Assert.Empty(await db.LookAsync(scene.There, look => look.IncomingReferrals.ToListAsync()));
    }

    [Fact]
    public async Task A_refusal_goes_back_with_its_reason_and_the_sender_closes_with_one()
    {
        var scene = await NewAsync(db);
        var id = await scene.SentAsync();
        Ok(await scene.Reception.RejectAsync(new() { ReferralId = id, Reason = "Send the ECG first" }, default));
        var back = Assert.Single((await scene.Referrals.ToActOnAsync(default)).Value);
        Assert.Equal((ReferralProgress.Rejected, "Send the ECG first"), (back.Progress, (await scene.SenderRowAsync(id)).AnswerReason));
        Assert.Equal("referral.is-rejected", (await scene.Reception.AcceptAsync(id, default)).Error?.Code);
        Assert.Equal("referral.is-rejected", (await scene.Referrals.RevokeAsync(scene.Patient.Id, new() { ReferralId = id, Reason = "x" }, default)).Error?.Code);
        Ok(await scene.Referrals.CloseAsync(scene.Patient.Id, new() { ReferralId = id, Reason = "New one with the ECG" }, default));
        Assert.Equal(ReferralStatus.Completed, (await scene.SenderRowAsync(id)).Status);
    }

    [Fact]
    public async Task Hold_resume_and_withdrawal_reach_the_other_side()
    {
        var scene = await NewAsync(db);
        var id = await scene.SentAsync();
        Ok(await scene.Referrals.HoldAsync(scene.Patient.Id, new() { ReferralId = id, Reason = "On holiday" }, default));
        Assert.True(Assert.Single((await scene.Reception.ListAsync(false, new(), default)).Value.Rows).OnHold);
        Assert.Equal("referral.on-hold", (await scene.Reception.AcceptAsync(id, default)).Error?.Code);
        Ok(await scene.Referrals.ResumeAsync(scene.Patient.Id, id, default));
        Ok(await scene.Reception.AcceptAsync(id, default));
        Ok(await scene.Referrals.RevokeAsync(scene.Patient.Id, new() { ReferralId = id, Reason = "Better" }, default));
        Assert.Equal((ReferralProgress.Cancelled, "Better"), ((await scene.CopyAsync(id)).Progress, (await scene.CopyAsync(id)).AnswerReason));
        Assert.Equal("referral.is-cancelled", (await scene.Reception.FailAsync(new() { ReferralId = id, Reason = "x" }, default)).Error?.Code);
    }

    [Fact]
    public async Task Both_sides_or_neither_when_one_of_them_refuses()
    {
        var scene = await NewAsync(db);
        var id = await scene.SentAsync();
        // Somebody moved the sender's row past the code: the copy must not go on alone.
        await db.ArrangeAsync(scene.Here, open => open.Database.ExecuteSqlRawAsync("""UPDATE "Referrals" SET "Progress" = 'Rejected', "AnswerReason" = 'By hand' WHERE "Id" = {0}""", id));
        var events = (await EventsAsync(scene.There, id)).Count;
        Assert.Equal("referral.is-rejected", (await scene.Reception.AcceptAsync(id, default)).Error?.Code);
        Assert.Equal(ReferralProgress.Requested, (await scene.CopyAsync(id)).Progress);
        Assert.Equal(events, (await EventsAsync(scene.There, id)).Count);

        // And the other way: the copy is gone to another state, the sender's withdrawal is not saved alone.
        var second = await scene.SentAsync();
        await db.ArrangeAsync(scene.There, open => open.Database.ExecuteSqlRawAsync("""UPDATE "IncomingReferrals" SET "Progress" = 'Failed', "AnswerReason" = 'By hand' WHERE "Id" = {0}""", second));
        Assert.Equal("referral.is-failed", (await scene.Referrals.RevokeAsync(scene.Patient.Id, new() { ReferralId = second, Reason = "x" }, default)).Error?.Code);
        Assert.Equal((ReferralStatus.Active, ReferralProgress.Requested), ((await scene.SenderRowAsync(second)).Status, (await scene.SenderRowAsync(second)).Progress));

        // Sending anew after a lost answer neither doubles the copy nor hides that it went through.
        Assert.Equal("referral.sent", (await scene.Referrals.SendAsync(scene.Patient.Id, second, default)).Error?.Code);
        Assert.Equal(2, await db.LookAsync(scene.There, look => look.IncomingReferrals.CountAsync()));
    }

    [Fact]
    public async Task Of_fifty_who_answer_at_once_exactly_one_does()
    {
        var scene = await NewAsync(db);
        var id = await scene.SentAsync();
        var gate = new TaskCompletionSource();
        var tries = Enumerable.Range(0, 50).Select(i => Task.Run(async () =>
        {
            var service = db.Begin(scene.Desk.UserId, scene.There, scene.Desk.StaffMemberId, null).Service<IncomingReferralService>();
            await gate.Task;
            return (Accept: i % 2 == 0, Result: i % 2 == 0 ? await service.AcceptAsync(id, default) : await service.RejectAsync(new() { ReferralId = id, Reason = $"Full {i}" }, default));
        })).ToList();
        gate.SetResult();
        var results = await Task.WhenAll(tries);
        var (accept, _) = Assert.Single(results, r => !r.Result.Failed);
        Assert.All(results.Where(r => r.Result.Failed), r => Assert.Equal(accept ? "referral.is-accepted" : "referral.is-rejected", r.Result.Error!.Code));
        var (copy, sent) = (await scene.CopyAsync(id), await scene.SenderRowAsync(id));
        Assert.Equal(accept ? ReferralProgress.Accepted : ReferralProgress.Rejected, copy.Progress);
        Assert.Equal((copy.Progress, copy.AnswerReason), (sent.Progress, sent.AnswerReason));
        Assert.Equal(1, (await EventsAsync(scene.Here, id)).Count(e => e.EventCode == ReferralExchange.Code));
    }

    [Fact]
    public async Task Within_the_house_there_is_one_row_and_the_same_steps()
    {
        var scene = await NewAsync(db);
        var department = await db.Given.DepartmentAsync(scene.Here);
        var (desk, colleague) = (await db.People.ReceptionistAsync(scene.Here), await db.People.DoctorAsync(scene.Here));
        var form = scene.Form();
        (form.OrganizationId, form.DepartmentId) = (null, department.Id);
        var id = await scene.SentAsync(form);
        var reception = desk.Service<IncomingReferralService>();
        var row = Assert.Single((await reception.ListAsync(false, new(), default)).Value.Rows);
        Assert.Equal((true, scene.Patient.Id, department.Name), (row.IsInternal, row.PatientId, row.Specialty));
        Ok(await reception.AcceptAsync(id, default));
        var visit = await db.Given.AppointmentAsync(colleague, scene.Patient.Id, db.Now.AddDays(1));
        Ok(await reception.AttachVisitAsync(new() { ReferralId = id, AppointmentId = visit.Id }, default));
        Ok(await colleague.Service<IncomingReferralService>().ReportAsync(new() { ReferralId = id, Report = "Done" }, default)); // the visit made the patient theirs
        Assert.Equal("Done", (await scene.Referrals.ReadAsync(scene.Patient.Id, id, default)).Value.Text.Report);
        Assert.Equal(0, await db.LookAsync(scene.Here, look => look.AuditEvents.CountAsync(e => e.EventCode == ReferralExchange.Code)));
    }

    [Fact]
    public async Task The_letter_is_for_the_department_it_was_sent_to_and_for_who_treats_the_patient()
    {
        var scene = await NewAsync(db);
        var id = await scene.SentAsync();
        var elsewhere = await db.People.DoctorAsync(scene.There);
        Assert.Equal("referral.not-yours", (await elsewhere.Service<IncomingReferralService>().ReadAsync(id, default)).Error?.Code);
        Assert.Equal(Secret, (await scene.Consultant.Service<IncomingReferralService>().ReadAsync(id, default)).Value.Text.Letter);
        await Assert.ThrowsAsync<AccessDeniedException>(() => scene.Reception.ReadAsync(id, default));
        Assert.DoesNotContain("Murmur", $"{(await scene.Reception.ListAsync(true, new(), default)).Value.Rows[0]}", StringComparison.Ordinal);

        Ok(await scene.Reception.AcceptAsync(id, default));
        var registered = await db.Given.PatientAsync(scene.There, null, null, scene.Patient.BirthDate);
        Ok(await scene.Reception.LinkAsync(new() { ReferralId = id, PatientId = registered.Id, Confirmed = true }, default));
        await db.Given.TreatsAsync(elsewhere, registered.Id);
        Assert.Equal(Secret, (await elsewhere.Service<IncomingReferralService>().ReadAsync(id, default)).Value.Text.Letter);

        await db.ArrangeAsync(scene.There, async open => (await open.Patients.SingleAsync(p => p.Id == registered.Id)).Restrict(ChartRestriction.Vip, db.Now, scene.Desk.UserId));
        Assert.Equal("referral.restricted", (await scene.Consultant.Service<IncomingReferralService>().ReadAsync(id, default)).Error?.Code);
        Assert.Equal("referral.restricted", (await elsewhere.Service<IncomingReferralService>().ReadAsync(id, default)).Error?.Code); // treats the patient, and has given no reason
        Assert.Equal("chart.reason-needed", (await elsewhere.Service<ReferralService>().ReadAsync(registered.Id, id, default)).Error?.Code);

        var refused = await db.LookAsync(scene.There, look => look.AuditEvents.AsNoTracking().Where(e => e.Outcome == AuditOutcome.Refused && e.EntityId == id).Select(e => new { e.ActorUserId, e.PatientId, e.Reason }).ToListAsync());
        Assert.Contains(refused, e => e.ActorUserId == elsewhere.UserId && e.PatientId == null && e.Reason == "referral.not-yours");
        Assert.Contains(refused, e => e.ActorUserId == scene.Consultant.UserId && e.PatientId == registered.Id && e.Reason == "referral.restricted");
        Assert.Equal(3, refused.Count);
    }

    [Fact]
    public async Task Somebody_kept_out_neither_reads_nor_reports_and_both_tries_are_recorded()
    {
        var scene = await NewAsync(db);
        var (id, registered) = await scene.BookedAsync();
        await db.AddAsync(scene.There, Consent.Give(Guid.NewGuid(), scene.There, registered.Id, ConsentScope.KeepOutPerson, scene.Consultant.StaffMemberId, null, db.Now.AddDays(-1), null, scene.Desk.UserId, "Said so").Value);
        var service = scene.Consultant.Service<IncomingReferralService>();
        Assert.Equal(ChartErrors.KeptOut, (await service.ReadAsync(id, default)).Error);
        Assert.Equal(ChartErrors.KeptOut, (await service.ReportAsync(new() { ReferralId = id, Report = "x" }, default)).Error);
        var refused = await db.LookAsync(scene.There, look => look.AuditEvents.AsNoTracking().Where(e => e.Outcome == AuditOutcome.Refused && e.EntityId == id && e.PatientId == registered.Id).Select(e => e.EventCode).ToListAsync());
        Assert.Equal([nameof(Permission.ReadReferralLetter), nameof(Permission.ReportReferral)], refused.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_letter_of_who_never_became_a_patient_is_not_read_once_it_is_over()
    {
        var scene = await NewAsync(db);
        var id = await scene.SentAsync();
        var service = scene.Consultant.Service<IncomingReferralService>();
        Ok(await service.ReadAsync(id, default));
        Ok(await scene.Reception.RejectAsync(new() { ReferralId = id, Reason = "Full" }, default));
        Assert.Equal("referral.letter-over", (await service.ReadAsync(id, default)).Error?.Code);
    }

    [Fact]
    public async Task Another_name_is_linked_only_when_it_was_compared_and_stays_visible_until_it_is_unlinked_with_a_reason()
    {
        var scene = await NewAsync(db);
        var id = await scene.SentAsync();
        Ok(await scene.Reception.AcceptAsync(id, default));
        var wrong = await db.Given.PatientAsync(scene.There, "Wrong", "Person", scene.Patient.BirthDate);
        Assert.Equal("referral.not-registered", (await scene.Reception.UnlinkAsync(new() { ReferralId = id, Reason = "x" }, default)).Error?.Code);
        Assert.Equal("referral.other-person", (await scene.Reception.LinkAsync(new() { ReferralId = id, PatientId = wrong.Id }, default)).Error?.Code);
        Assert.Null((await scene.CopyAsync(id)).PatientId);
        Ok(await scene.Reception.LinkAsync(new() { ReferralId = id, PatientId = wrong.Id, Confirmed = true }, default));
        var row = Assert.Single((await scene.Reception.ListAsync(false, new(), default)).Value.Rows);
        Assert.Equal((wrong.DisplayName, scene.Patient.DisplayName), (row.Name, row.SentAs));

        // Not overwritten in silence, and the visit of the wrong patient goes with the link, at both ends.
        var right = await db.Given.PatientAsync(scene.There, scene.Patient.GivenName, scene.Patient.FamilyName, scene.Patient.BirthDate);
        Assert.Equal("referral.linked", (await scene.Reception.LinkAsync(new() { ReferralId = id, PatientId = right.Id }, default)).Error?.Code);
        var visit = await db.Given.AppointmentAsync(scene.Consultant, wrong.Id, db.Now.AddDays(2));
        Ok(await scene.Reception.AttachVisitAsync(new() { ReferralId = id, AppointmentId = visit.Id }, default));
        Assert.True((await scene.Reception.UnlinkAsync(new() { ReferralId = id }, default)).Failed); // a reason
        Ok(await scene.Reception.UnlinkAsync(new() { ReferralId = id, Reason = "Namesake" }, default));
        var (copy, sent) = (await scene.CopyAsync(id), await scene.SenderRowAsync(id));
        Assert.Equal((null, null, ReferralProgress.Accepted, null), (copy.PatientId, copy.AppointmentId, copy.Progress, copy.AppointmentAt));
        Assert.Equal((ReferralProgress.Accepted, null), (sent.Progress, sent.AppointmentAt));
        Assert.Contains(await EventsAsync(scene.There, id), e => e.PatientId == wrong.Id && e.Reason == "Namesake" && e.ActorUserId == scene.Desk.UserId);

        Ok(await scene.Reception.LinkAsync(new() { ReferralId = id, PatientId = right.Id }, default));
        Assert.Null(Assert.Single((await scene.Reception.ListAsync(false, new(), default)).Value.Rows).SentAs);
        var next = await db.Given.AppointmentAsync(scene.Consultant, right.Id, db.Now.AddDays(3));
        Ok(await scene.Reception.AttachVisitAsync(new() { ReferralId = id, AppointmentId = next.Id }, default));
        Ok(await scene.Consultant.Service<IncomingReferralService>().ReportAsync(new() { ReferralId = id, Report = "Done" }, default));
        Assert.Equal("referral.is-completed", (await scene.Reception.UnlinkAsync(new() { ReferralId = id, Reason = "x" }, default)).Error?.Code);
    }

    [Fact]
    public async Task Reception_there_reads_its_own_reasons_and_not_the_senders()
    {
        var scene = await NewAsync(db);
        var (closed, withdrawn, rejected) = (await scene.SentAsync(), await scene.SentAsync(), await scene.SentAsync());
        Ok(await scene.Referrals.CloseAsync(scene.Patient.Id, new() { ReferralId = closed, Reason = "HIV clinic took over" }, default));
        Ok(await scene.Referrals.RevokeAsync(scene.Patient.Id, new() { ReferralId = withdrawn, Reason = "Biopsy was malignant" }, default));
        Ok(await scene.Reception.RejectAsync(new() { ReferralId = rejected, Reason = "Full" }, default));
        Assert.Equal("Closed by the sender.", (await scene.CopyAsync(closed)).AnswerReason);
        Assert.Equal("HIV clinic took over", (await scene.SenderRowAsync(closed)).CloseReason);
        Assert.Equal([("Closed by the sender.", closed), (null, withdrawn), ("Full", rejected)], Answers(await scene.Reception.ListAsync(true, new(), default)));
        Assert.Equal([("Closed by the sender.", closed), ("Biopsy was malignant", withdrawn), ("Full", rejected)], Answers(await scene.Consultant.Service<IncomingReferralService>().ListAsync(true, new(), default)));

        IEnumerable<(string?, Guid)> Answers(Data.Common.Result<Data.Common.Paged<IncomingReferralRow>> list) => list.Value.Rows.OrderBy(r => Array.IndexOf([closed, withdrawn, rejected], r.Id)).Select(r => (r.Answer, r.Id));
    }

    [Theory]
    [InlineData(AppointmentStatus.Cancelled)]
    [InlineData(AppointmentStatus.NoShow)]
    public async Task A_visit_that_fell_through_is_seen_and_another_takes_its_place(AppointmentStatus status)
    {
        var scene = await NewAsync(db);
        var (id, registered) = await scene.BookedAsync();
        var before = Assert.Single((await scene.Reception.ListAsync(false, new(), default)).Value.Rows);
        Assert.Equal((false, false, true), (before.VisitFellThrough, before.WaitsForVisit, before.AppointmentAt is not null));
        await db.ArrangeAsync(scene.There, open => open.Database.ExecuteSqlRawAsync("""UPDATE "Appointments" SET "Status" = {0} WHERE "PatientId" = {1}""", status.ToString(), registered.Id));
        var next = await db.Given.AppointmentAsync(scene.Consultant, registered.Id, db.Now.AddDays(5));
        var row = Assert.Single((await scene.Reception.ListAsync(false, new(), default)).Value.Rows);
        Assert.Equal((true, true, null, next.Id), (row.VisitFellThrough, row.WaitsForVisit, row.AppointmentAt, row.NextVisitId));
        Assert.True(Assert.Single((await scene.Consultant.Service<ReferralService>().ListAsync(registered.Id, default)).Value).VisitFellThrough);

        // The job tells both ends, once; what was offered here still is.
        var jobs = new ReferralVisitJob(db.Services.GetRequiredService<SystemDb>(), db.Services.GetRequiredService<ReferralExchange>(), db.Services.GetRequiredService<DemoMode>(), db.Services.GetRequiredService<JobBoard>(), db.Clock);
        await jobs.TellAsync();
        await jobs.TellAsync();
        var (copy, sent) = (await scene.CopyAsync(id), await scene.SenderRowAsync(id));
        Assert.Equal((ReferralProgress.Accepted, null, ReferralProgress.Accepted, null), (copy.Progress, copy.AppointmentAt, sent.Progress, sent.AppointmentAt));
        Assert.Equal(1, (await EventsAsync(scene.There, id)).Count(e => e.EventCode == ReferralVisitJob.Name));
        row = Assert.Single((await scene.Reception.ListAsync(false, new(), default)).Value.Rows);
        Assert.Equal((true, true, null, next.Id), (row.VisitFellThrough, row.WaitsForVisit, row.AppointmentAt, row.NextVisitId));

        // Taken back, as a missed visit can be on its day: it is the visit again, at both ends, until it falls through once more.
        foreach (var (now, progress, time) in new[] { (AppointmentStatus.Booked, ReferralProgress.InProgress, before.AppointmentAt), (status, ReferralProgress.Accepted, null) })
        {
            await db.ArrangeAsync(scene.There, open => open.Database.ExecuteSqlRawAsync("""UPDATE "Appointments" SET "Status" = {0} WHERE "PatientId" = {1} AND "Id" <> {2}""", now.ToString(), registered.Id, next.Id));
            await jobs.TellAsync();
            (copy, sent) = (await scene.CopyAsync(id), await scene.SenderRowAsync(id));
            Assert.Equal((progress, time, progress, time), (copy.Progress, copy.AppointmentAt, sent.Progress, sent.AppointmentAt));
        }

        Ok(await scene.Reception.AttachVisitAsync(new() { ReferralId = id, AppointmentId = next.Id }, default));
        Assert.False(Assert.Single((await scene.Reception.ListAsync(false, new(), default)).Value.Rows).VisitFellThrough);
        Assert.Equal(next.StartsAt, (await scene.SenderRowAsync(id)).AppointmentAt);
    }

    [Theory]
    [InlineData(-1, "referral.earlier-visit")]
    [InlineData(0, null)]
    public async Task Only_a_visit_after_the_referral_was_sent_is_its_visit(int minutes, string? code)
    {
        var scene = await NewAsync(db);
        var (id, registered) = await scene.RegisteredAsync();
        var visit = await db.Given.AppointmentAsync(scene.Consultant, registered.Id, (await scene.CopyAsync(id)).SentAt!.Value.AddMinutes(minutes));
        Assert.Equal(code, (await scene.Reception.AttachVisitAsync(new() { ReferralId = id, AppointmentId = visit.Id }, default)).Error?.Code);
    }

    [Fact]
    public async Task Pages_of_the_list_begin_with_what_is_open_and_due_first_and_count_all()
    {
        var scene = await NewAsync(db);
        var over = await scene.SentAsync();
        Ok(await scene.Reception.RejectAsync(new() { ReferralId = over, Reason = "Full" }, default));
        var form = scene.Form();
        form.Urgency = ReferralUrgency.Routine;
        var (later, sooner) = (await scene.SentAsync(form), await scene.SentAsync());
        List<Guid> seen = [];
        for (var page = 0; page < 3; page++)
        {
            var part = (await scene.Reception.ListAsync(true, new(page, 1), default)).Value;
            Assert.Equal(3, part.Total);
            seen.Add(Assert.Single(part.Rows).Id);
        }

        Assert.Equal([sooner, later, over], seen);
        Assert.Equal(2, (await scene.Reception.ListAsync(false, new(0, 1), default)).Value.Total);
    }

    [Fact]
    public async Task A_death_ends_what_is_open_at_both_ends()
    {
        var scene = await NewAsync(db);
        var (crossed, registered) = await scene.BookedAsync();
        var form = scene.Form();
        (form.OrganizationId, form.DepartmentId) = (null, (await db.Given.DepartmentAsync(scene.Here)).Id);
        var inside = await scene.SentAsync(form);
        var waiting = await scene.SentAsync();

        // Where the patient is treated for it: the sender is told.
        Ok(await scene.Consultant.Service<DeathService>().RecordAsync(registered.Id, new() { DiedOn = DateOnly.FromDateTime(db.Now), Time = "08:30", Code = "I46.9" }, default));
        Assert.Equal((ReferralProgress.Failed, "The patient died."), ((await scene.CopyAsync(crossed)).Progress, (await scene.CopyAsync(crossed)).AnswerReason));
        Assert.Equal((ReferralStatus.Active, ReferralProgress.Failed), ((await scene.SenderRowAsync(crossed)).Status, (await scene.SenderRowAsync(crossed)).Progress));

        // And where it was sent from.
        Ok(await scene.Doctor.Service<DeathService>().RecordAsync(scene.Patient.Id, new() { DiedOn = DateOnly.FromDateTime(db.Now), Time = "08:30", Code = "I46.9" }, default));
        foreach (var id in new[] { inside, waiting })
        {
            var sent = await scene.SenderRowAsync(id);
            Assert.Equal((ReferralStatus.Completed, ReferralProgress.Cancelled, "The patient died."), (sent.Status, sent.Progress, sent.CloseReason));
        }

        Assert.Equal((ReferralProgress.Cancelled, "Closed by the sender."), ((await scene.CopyAsync(waiting)).Progress, (await scene.CopyAsync(waiting)).AnswerReason));
        Assert.Equal(ReferralStatus.Active, (await scene.SenderRowAsync(crossed)).Status); // answered: its sender reads why and closes
    }

    [Fact]
    public async Task A_report_that_comes_years_late_is_read_and_closes_the_loop()
    {
        var scene = await NewAsync(db);
        var (id, _) = await scene.BookedAsync();
        await db.ArrangeAsync(scene.Here, async open => open.RemoveRange(await open.Encounters.Where(e => e.PatientId == scene.Patient.Id).ToListAsync()));
        await db.ArrangeAsync(scene.Here, open => open.Database.ExecuteSqlRawAsync("""UPDATE "Referrals" SET "DueAt" = {0} WHERE "Id" = {1}""", db.Now.AddDays(-400), id));
        Ok(await scene.Consultant.Service<IncomingReferralService>().ReportAsync(new() { ReferralId = id, Report = "Echo shows stenosis" }, default));
        Assert.Equal(id, Assert.Single((await scene.Referrals.ToActOnAsync(default)).Value).Id);
        Assert.Equal("Echo shows stenosis", (await scene.Referrals.ReadAsync(scene.Patient.Id, id, default)).Value.Text.Report);
        Ok(await scene.Referrals.CloseAsync(scene.Patient.Id, new() { ReferralId = id }, default));
        Assert.Equal("chart.not-your-patient", (await scene.Referrals.ListAsync(scene.Patient.Id, default)).Error?.Code); // and then no longer
    }

    [Theory]
    [InlineData(true, true, true, false)]   // somebody else refers in the sender's department: theirs
    [InlineData(true, false, true, true)]   // nobody does: every doctor's
    [InlineData(false, true, false, false)] // the sender still refers here: theirs alone
    public async Task What_a_sender_who_refers_here_no_more_left_open_is_on_the_list_of_who_is_there(bool left, bool hasColleague, bool colleagueSees, bool anyDoctorSees)
    {
        var scene = await NewAsync(db);
        var department = await db.Given.DepartmentAsync(scene.Here);
        var (colleague, anyDoctor, nurse) = (await db.People.DoctorAsync(scene.Here), await db.People.DoctorAsync(scene.Here), await db.People.NurseAsync(scene.Here));
        await db.AddAsync(scene.Here, new StaffDepartment(scene.Here, scene.Doctor.StaffMemberId!.Value, department.Id), new StaffDepartment(scene.Here, nurse.StaffMemberId!.Value, department.Id));
        if (hasColleague)
        {
            await db.AddAsync(scene.Here, new StaffDepartment(scene.Here, colleague.StaffMemberId!.Value, department.Id));
        }

        var (id, _) = await scene.BookedAsync();
        Ok(await scene.Consultant.Service<IncomingReferralService>().ReportAsync(new() { ReferralId = id, Report = "Echo shows stenosis" }, default));
        if (left)
        {
            await db.ArrangeAsync(scene.Here, async open => (await open.OrganizationMemberships.SingleAsync(m => m.OrganizationId == scene.Here && m.UserId == scene.Doctor.UserId)).End(db.Now));
        }

        var name = await db.LookAsync(scene.Here, look => look.StaffMembers.Where(s => s.Id == scene.Doctor.StaffMemberId).Select(s => s.Name).SingleAsync());
        foreach (var (person, sees) in new[] { (colleague, colleagueSees), (anyDoctor, anyDoctorSees) })
        {
            var rows = (await person.Service<ReferralService>().ToActOnAsync(default)).Value;
            (Guid, string?)[] listed = sees ? [(id, name)] : [];
            Assert.Equal(listed, rows.Select(r => (r.Id, r.SentBy)));
            Assert.Equal(sees ? null : "chart.not-your-patient", (await person.Service<ReferralService>().ReadAsync(scene.Patient.Id, id, default)).Error?.Code);
        }

        Assert.Equal("chart.not-your-patient", (await nurse.Service<ReferralService>().ListAsync(scene.Patient.Id, default)).Error?.Code); // refers nobody
        if (left)
        {
            Ok(await colleague.Service<ReferralService>().CloseAsync(scene.Patient.Id, new() { ReferralId = id }, default));
        }
    }

    [Fact]
    public async Task A_patient_sees_where_and_what_became_of_it_and_the_report_once_it_is_closed()
    {
        var scene = await NewAsync(db);
        var (id, _) = await scene.BookedAsync();
        var patient = await db.People.PatientAsync(scene.Here, scene.Patient.Id);
        Ok(await scene.Consultant.Service<IncomingReferralService>().ReportAsync(new() { ReferralId = id, Report = "All well" }, default));
        await scene.DraftAsync();
        var own = patient.Service<ReferralService>();
        var row = Assert.Single((await own.ListAsync(scene.Patient.Id, default)).Value);
        Assert.Equal((id, ReferralProgress.Completed, null, null), (row.Id, row.Progress, row.ReportedAt, row.Answer));
        Assert.Equal((null, null, null), Words((await own.ReadAsync(scene.Patient.Id, id, default)).Value.Text));
        Ok(await scene.Referrals.CloseAsync(scene.Patient.Id, new() { ReferralId = id }, default));
        Assert.Equal((null, null, "All well"), Words((await own.ReadAsync(scene.Patient.Id, id, default)).Value.Text));

        static (string?, string?, string?) Words(ReferralText text) => (text.Reason, text.Letter, text.Report);
    }

    [Fact]
    public async Task Drafts_are_their_authors_and_keep_their_place_diagnoses_and_words()
    {
        var scene = await NewAsync(db);
        var problem = new HealthProblem(Guid.CreateVersion7(), scene.Here, scene.Patient.Id, new ProblemFacts("Heart murmur", null, null, null, null), ProblemVerification.Confirmed, scene.Doctor.UserId, db.Now);
        await db.AddAsync(scene.Here, problem);
        var form = scene.Form();
        form.ProblemIds = [problem.Id];
        var id = await scene.DraftAsync(form);
        Ok(await scene.Referrals.SaveAsync(scene.Patient.Id, form, default)); // pressed twice
        Assert.Equal(id, Assert.Single((await scene.Referrals.MyDraftsAsync(default)).Value).Id);
        var draft = (await scene.Referrals.ReadAsync(scene.Patient.Id, id, default)).Value;
        Assert.Equal((ReferralStatus.Draft, Secret, "Heart murmur"), (draft.Row.Status, draft.Text.Letter, Assert.Single(draft.Text.Diagnoses)));
        (form.Version, form.Reason) = (draft.Version, "Loud murmur");
        Ok(await scene.Referrals.SaveAsync(scene.Patient.Id, form, default));
        Assert.Equal("stale", (await scene.Referrals.SaveAsync(scene.Patient.Id, form, default)).Error?.Code);

        // What the draft said may be kept in its words; words of one's own are no diagnosis.
        (form.Version, form.ProblemIds, form.KeptDiagnoses) = ((await scene.Referrals.ReadAsync(scene.Patient.Id, id, default)).Value.Version, [], ["Heart murmur", "Invented"]);
        Assert.Equal("referral.no-problem", (await scene.Referrals.SaveAsync(scene.Patient.Id, form, default)).Error?.Code);
        form.KeptDiagnoses = ["Heart murmur"];
        Ok(await scene.Referrals.SaveAsync(scene.Patient.Id, form, default));
        Assert.Equal(["Heart murmur"], (await scene.Referrals.ReadAsync(scene.Patient.Id, id, default)).Value.Text.Diagnoses);

        var colleague = await db.People.DoctorAsync(scene.Here);
        await db.Given.TreatsAsync(colleague, scene.Patient.Id);
        var theirs = colleague.Service<ReferralService>();
        Assert.Empty((await theirs.MyDraftsAsync(default)).Value);
        Assert.Empty((await theirs.ListAsync(scene.Patient.Id, default)).Value);
        Assert.Equal("not-found", (await theirs.ReadAsync(scene.Patient.Id, id, default)).Error?.Code);
        Assert.Equal("not-found", (await theirs.SendAsync(scene.Patient.Id, id, default)).Error?.Code);
        Ok(await scene.Referrals.RevokeAsync(scene.Patient.Id, new() { ReferralId = id, Reason = "Not needed" }, default));
        Assert.Equal(ReferralStatus.Revoked, (await scene.SenderRowAsync(id)).Status);
    }

    [Fact]
    public async Task An_open_referral_keeps_the_chart_open_to_its_sender_and_a_closed_one_does_not()
    {
        var scene = await NewAsync(db);
        var (id, _) = await scene.BookedAsync();
        await db.ArrangeAsync(scene.Here, async open => open.RemoveRange(await open.Encounters.Where(e => e.PatientId == scene.Patient.Id).ToListAsync()));
        Ok(await scene.Referrals.ReadAsync(scene.Patient.Id, id, default));
        Ok(await scene.Referrals.CloseAsync(scene.Patient.Id, new() { ReferralId = id, Reason = "Moved away" }, default));
        Assert.Equal("chart.not-your-patient", (await scene.Referrals.ListAsync(scene.Patient.Id, default)).Error?.Code);
        Assert.Equal(ReferralProgress.Cancelled, (await scene.CopyAsync(id)).Progress);
    }

    [Fact]
    public async Task An_outside_referral_is_closed_by_the_report_that_came_or_by_a_reason()
    {
        var scene = await NewAsync(db);
        var form = scene.Form();
        (form.OrganizationId, form.DepartmentId, form.Outside, form.Specialty) = (null, null, "Dr Far, Abuja", "Ophthalmology");
        var id = await scene.SentAsync(form);
        Assert.Empty((await (await db.People.ReceptionistAsync(scene.Here)).Service<IncomingReferralService>().ListAsync(true, new(), default)).Value.Rows);
        Ok(await scene.Referrals.AttachReportAsync(scene.Patient.Id, new() { ReferralId = id, Report = "Cataract" }, default));
        var read = (await scene.Referrals.ReadAsync(scene.Patient.Id, id, default)).Value;
        Assert.Equal((ReferralStatus.Completed, "Cataract", "Dr Far, Abuja"), (read.Row.Status, read.Text.Report, read.Text.ReportedBy));
    }

    [Fact]
    public async Task Overdue_ones_stand_out_at_both_ends()
    {
        var scene = await NewAsync(db);
        var id = await scene.SentAsync();
        Assert.Empty((await scene.Referrals.ToActOnAsync(default)).Value);
        var row = Assert.Single((await scene.Reception.ListAsync(false, new(), default)).Value.Rows);
        Assert.Equal((false, true), (row.IsOverdue(row.DueAt), row.IsOverdue(row.DueAt.AddSeconds(1))));
        await db.ArrangeAsync(scene.Here, open => open.Database.ExecuteSqlRawAsync("""UPDATE "Referrals" SET "DueAt" = {0} WHERE "Id" = {1}""", db.Now.AddDays(-1), id));
        Assert.Equal(id, Assert.Single((await scene.Referrals.ToActOnAsync(default)).Value).Id);
    }

    [Theory]
    [InlineData("\"Status\" = 'Completed', \"ClosedAt\" = \"SentAt\"")]                                                   // neither report nor reason
    [InlineData("\"Status\" = 'Completed', \"ClosedAt\" = \"SentAt\", \"CloseReason\" = 'x'")]                            // still open at the other end
    [InlineData("\"Status\" = 'Draft'")]
    [InlineData("\"Status\" = 'OnHold'")]
    [InlineData("\"Progress\" = 'Completed'")]
    [InlineData("\"Progress\" = 'Rejected'")]
    [InlineData("\"Progress\" = 'Failed'")]
    [InlineData("\"Progress\" = 'InProgress'")]
    [InlineData("\"To\" = 'Department'")]
    [InlineData("\"PartnerOrganizationId\" = \"OrganizationId\"")]
    [InlineData("\"SentAt\" = NULL")]
    [InlineData("\"TargetDays\" = -1")]
    public async Task The_database_itself_refuses_a_wrong_state(string change)
    {
        var scene = await NewAsync(db);
        var id = await scene.SentAsync();
        var sql = $"UPDATE \"Referrals\" SET {change} WHERE \"Id\" = {{0}}";
        await Assert.ThrowsAnyAsync<DbException>(() => db.ArrangeAsync(scene.Here, open => open.Database.ExecuteSqlRawAsync(sql, id)));
    }

    [Theory]
    [InlineData("\"Progress\" = 'Completed'")]
    [InlineData("\"Progress\" = 'Rejected'")]
    [InlineData("\"Progress\" = 'InProgress', \"AppointmentAt\" = \"SentAt\"")]                                            // nobody registered
    [InlineData("\"Progress\" = NULL")]
    [InlineData("\"SenderOrganizationId\" = \"OrganizationId\"")]
    public async Task The_database_itself_refuses_a_wrong_state_of_the_copy(string change)
    {
        var scene = await NewAsync(db);
        var id = await scene.SentAsync();
        var sql = $"UPDATE \"IncomingReferrals\" SET {change} WHERE \"Id\" = {{0}}";
        await Assert.ThrowsAnyAsync<DbException>(() => db.ArrangeAsync(scene.There, open => open.Database.ExecuteSqlRawAsync(sql, id)));
    }

    [Fact]
    public async Task What_is_over_stays_over_whoever_writes()
    {
        var scene = await NewAsync(db);
        var id = await scene.SentAsync();
        Ok(await scene.Referrals.RevokeAsync(scene.Patient.Id, new() { ReferralId = id, Reason = "x" }, default));
        await Assert.ThrowsAnyAsync<DbException>(() => db.ArrangeAsync(scene.Here, open => open.Database.ExecuteSqlRawAsync("""UPDATE "Referrals" SET "Status" = 'Active', "Progress" = 'Requested' WHERE "Id" = {0}""", id)));
        await Assert.ThrowsAnyAsync<DbException>(() => db.ArrangeAsync(scene.There, open => open.Database.ExecuteSqlRawAsync("""UPDATE "IncomingReferrals" SET "Progress" = 'Requested' WHERE "Id" = {0}""", id)));
        await db.ArrangeAsync(scene.There, async open => Assert.Equal(1, await open.Database.ExecuteSqlRawAsync("""UPDATE "IncomingReferrals" SET "AnswerReason" = 'y' WHERE "Id" = {0}""", id))); // the statement itself is right
    }

    [Fact]
    public async Task On_the_other_side_of_a_referral_nothing_else_exists_and_nothing_else_is_written()
    {
        var scene = await NewAsync(db);
        var (id, another) = (await scene.SentAsync(), await scene.SentAsync());
        var exchange = db.Services.GetRequiredService<ReferralExchange>();
        await exchange.PrepareAsync(scene.Here);
        var result = await scene.Consultant.Doors.ChangeAsync(Permission.HandleReferral, async (open, ct) =>
        {
            var crossed = await exchange.WriteAsync(open, scene.Here, id, async (other, inner) =>
            {
                Assert.Equal([id], await other.Referrals.Select(r => r.Id).ToListAsync(inner));
                Assert.Empty(await other.Patients.ToListAsync(inner));
                Assert.Empty(await other.Departments.ToListAsync(inner));
                Assert.Empty(await other.StaffMembers.ToListAsync(inner));
                Assert.Empty(await other.AuditEvents.ToListAsync(inner));
                Assert.Empty(await other.Organizations.ToListAsync(inner));
                other.Add(new Data.Features.Departments.Department(Guid.NewGuid(), scene.Here, "Planted", null));
                await Assert.ThrowsAsync<InvalidOperationException>(() => other.SaveAsync(inner));
                return Data.Common.Result.Ok;
            }, ct);
            Assert.Equal([scene.There], await open.Organizations.Select(o => o.Id).ToListAsync(ct)); // back at home
            return crossed;
        }, default);
        Ok(result);
        Assert.NotEqual(id, another);
    }

    private Task<List<AuditEvent>> EventsAsync(Guid organization, Guid referral) => db.LookAsync(organization, look => look.AuditEvents.AsNoTracking()
        .Where(e => (e.EntityId == referral || e.Changes!.Contains(referral.ToString())) && e.Outcome == AuditOutcome.Success).OrderBy(e => e.RecordedAt).ToListAsync());
}

public sealed class ReferralServiceOnSqlite(SqliteDatabase db) : ReferralServiceTests(db), IClassFixture<SqliteDatabase>;

public sealed class ReferralServiceOnPostgres(PostgresDatabase db) : ReferralServiceTests(db), IClassFixture<PostgresDatabase>
{
    private readonly PostgresDatabase _db = db;

    [Fact]
    public async Task Row_security_alone_leaves_one_row_of_the_other_side_to_the_applications_role()
    {
        var scene = await NewAsync(_db);
        var (id, another) = (await scene.SentAsync(), await scene.SentAsync());
        await using var app = new NpgsqlConnection(_db.Connections.App);
        await app.OpenAsync();
        await using var transaction = await app.BeginTransactionAsync();
        await ExecuteAsync($"SELECT set_config('medisecure.organizations', '{{}}', true), set_config('medisecure.patient', '', true), set_config('medisecure.user', '', true), set_config('medisecure.referral', '{scene.Here}:{id}', true)");
        Assert.Equal(1L, await CountAsync("SELECT count(*) FROM \"Referrals\""));
        foreach (var table in RowSecurity.Tables(Model()).Select(t => t.GetTableName()).Where(t => t != "Referrals"))
        {
            Assert.Equal((table, 0L), (table, await CountAsync($"SELECT count(*) FROM \"{table}\"")));
        }

        Assert.Equal(0, await ExecuteAsync($"UPDATE \"Referrals\" SET \"Specialty\" = 'x' WHERE \"Id\" = '{another}'"));
        Assert.Equal(1, await ExecuteAsync($"UPDATE \"Referrals\" SET \"Specialty\" = 'x' WHERE \"Id\" = '{id}'"));
        Assert.Equal("42501", (await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync($"UPDATE \"Referrals\" SET \"Id\" = '{Guid.NewGuid()}' WHERE \"Id\" = '{id}'"))).SqlState);

        Microsoft.EntityFrameworkCore.Metadata.IModel Model()
        {
            using var look = _db.Unscoped();
            return look.Model;
        }

        async Task<int> ExecuteAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, app, transaction);
            return await command.ExecuteNonQueryAsync();
        }

        async Task<long> CountAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, app, transaction);
            return (long)(await command.ExecuteScalarAsync())!;
        }
    }
}
