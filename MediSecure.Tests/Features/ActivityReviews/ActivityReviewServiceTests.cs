using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Features.ActivityLog;
using MediSecure.Data.Features.ActivityReviews;
using MediSecure.Data.Features.Triage;
using MediSecure.Data.Features.EmergencyAccess;
using MediSecure.Data.Features.Patients;
using MediSecure.Data.Features.Staff;
using MediSecure.Tests.Access;
using MediSecure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Tests.Features.ActivityReviews;

/// <summary>What stands out in the activity log, and who looked at it, on both databases.</summary>
public abstract class ActivityReviewServiceTests(TestDatabase db)
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    internal static AuditEvent Event(Guid organization, DateTime at, Guid actor, Guid? patient = null, string code = nameof(Permission.ViewPatient), AuditAction action = AuditAction.Read, AuditOutcome outcome = AuditOutcome.Success,
        AuditPurpose purpose = AuditPurpose.Treatment, string roles = "Nurse", string? type = null) => new()
        {
            OrganizationId = organization, Id = Guid.CreateVersion7(), RecordedAt = at, EventCode = code, Action = action, Outcome = outcome, ActorUserId = actor, ActorRoles = roles, Purpose = purpose, PatientId = patient,
            EntityType = type, Node = "test", AppVersion = "0",
        };

    private async Task<(ActingPerson Admin, Guid Organization)> SceneAsync()
    {
        var organization = await db.Given.OrganizationAsync();
        return (await db.People.AdministratorAsync(organization, "Ifeoma Review"), organization);
    }

    private static async Task<IReadOnlyList<FindingRow>> FindingsAsync(ActingPerson admin, FindingFilter? filter = null) =>
        (await admin.Service<ActivityReviewService>().ListAsync(filter ?? new(), new PageRequest(0, 100), Ct)).Value.Rows;

    private static ReviewFindingForm FormOf(FindingRow row) => new() { Kind = row.Finding.Kind, ActorUserId = row.Finding.ActorUserId, OccurredAt = row.Finding.OccurredAt, Note = "Asked; it was right to do so." };

    [Fact]
    public async Task Somebody_who_opens_their_own_record_as_staff_stands_out_and_as_a_patient_does_not()
    {
        var (admin, organization) = await SceneAsync();
        var nurse = await db.People.NurseAsync(organization, "Joy Own");
        var own = await db.Given.PatientAsync(organization, "Joy", "Elsewhere");
        await db.ArrangeAsync(organization, async open => (await open.Patients.SingleAsync(p => p.Id == own.Id)).LinkSignIn(nurse.UserId));
        var other = await db.Given.PatientAsync(organization, "Ada", "Nobody");
        await db.AddAsync(organization,
            Event(organization, db.Now.AddHours(-2), nurse.UserId, own.Id), Event(organization, db.Now.AddHours(-1), nurse.UserId, own.Id), Event(organization, db.Now.AddHours(-1), nurse.UserId, other.Id),
            Event(organization, db.Now.AddHours(-1), nurse.UserId, own.Id, nameof(Permission.BookOwnAppointment), AuditAction.Create, roles: "Patient,Nurse"),
            Event(organization, db.Now.AddHours(-1), nurse.UserId, own.Id, roles: "Patient"));

        var row = Assert.Single(await FindingsAsync(admin));
        Assert.Equal((FindingKind.OwnRecord, "Joy Own", own.RecordNumber, 2, false), (row.Finding.Kind, row.Actor, row.RecordNumber, row.Finding.Count, row.IsOverdue));
    }

    [Fact]
    public async Task The_record_of_a_namesake_stands_out_by_the_family_name_only()
    {
        var (admin, organization) = await SceneAsync();
        var nurse = await db.People.NurseAsync(organization, "Joy Ọláolúwa");
        var namesake = await db.Given.PatientAsync(organization, "Musa", "Olaoluwa");
        var given = await db.Given.PatientAsync(organization, "Ọláolúwa", "Bello"); // the given name is no family
        var first = await db.Given.PatientAsync(organization, "Ada", "Joy");
        await db.AddAsync(organization, [.. new[] { namesake, given, first }.Select(p => Event(organization, db.Now.AddHours(-1), nurse.UserId, p.Id))]);

        var row = Assert.Single(await FindingsAsync(admin));
        Assert.Equal((FindingKind.SameFamilyName, "Musa Olaoluwa"), (row.Finding.Kind, row.Patient));
    }

    [Fact]
    public async Task Who_reads_a_record_through_a_queue_entry_that_was_a_mistake_stands_out_and_who_read_it_later_does_not()
    {
        var (admin, organization) = await SceneAsync();
        var (nurse, other) = (await db.People.NurseAsync(organization, "Joy Queues"), await db.People.NurseAsync(organization, "Tola Later"));
        var patient = await db.Given.PatientAsync(organization, "Ada", "Queued");
        var entry = new TriageEntry(Guid.CreateVersion7(), organization, patient.Id, db.Now.AddHours(-3), ArrivalMode.WalkedIn, null, db.Now.AddHours(-3), nurse.UserId);
        Assert.Null(entry.EnterInError("Somebody else was meant", db.Now.AddHours(-2), nurse.UserId).Error);
        await db.AddAsync(organization, entry, Event(organization, db.Now.AddHours(-2.5), nurse.UserId, patient.Id), Event(organization, db.Now.AddHours(-1), other.UserId, patient.Id));

        var row = Assert.Single(await FindingsAsync(admin, new(Kind: FindingKind.QueuedByMistake)));
        Assert.Equal(("Joy Queues", patient.RecordNumber, 1), (row.Actor, row.RecordNumber, row.Finding.Count));
    }

    [Fact]
    public async Task Who_gives_themself_a_role_stands_out_and_somebody_else_reviews_it()
    {
        var (admin, organization) = await SceneAsync();
        var (other, nurse) = (await db.People.AdministratorAsync(organization, "Ada Other"), await db.People.NurseAsync(organization));
        Assert.Null((await admin.Service<MembershipService>().GrantAsync(new() { UserId = nurse.UserId, Role = Role.Logistics }, Ct)).Error);
        Assert.Empty(await FindingsAsync(admin, new(Kind: FindingKind.OwnRole)));
        var form = new GrantRoleForm { UserId = admin.UserId, Role = Role.Doctor };
        Assert.Null((await admin.Service<MembershipService>().GrantAsync(form, Ct)).Error);
        Assert.Null((await admin.Service<MembershipService>().EndAsync(form.Id, Ct)).Error);

        var row = Assert.Single(await FindingsAsync(other, new(Kind: FindingKind.OwnRole)));
        Assert.Equal((admin.UserId, 1, true), (row.Finding.ActorUserId, row.Finding.Count, row.MayReview));
        Assert.False(Assert.Single(await FindingsAsync(admin, new(Kind: FindingKind.OwnRole))).MayReview);

        // Nor by adding oneself to the staff.
        var founder = await db.People.AdministratorAsync(organization, "Obi Founder");
        var email = await db.LookAsync(organization, look => look.Users.Where(u => u.Id == founder.UserId).Select(u => u.Email!).SingleAsync());
        await db.ArrangeAsync(organization, async open => open.Remove(await open.StaffMembers.SingleAsync(s => s.UserId == founder.UserId)));
        Assert.Null((await founder.Service<StaffService>().AddAsync(new() { Name = "Obi Founder", Email = email, Roles = [Role.Doctor] }, Ct)).Error);
        Assert.Single(await FindingsAsync(other, new(Kind: FindingKind.OwnRole)), one => one.Finding.ActorUserId == founder.UserId);
        Assert.Null((await other.Service<ActivityReviewService>().ReviewAsync(new() { Kind = FindingKind.OwnRole, ActorUserId = admin.UserId, OccurredAt = row.Finding.OccurredAt, Note = "Covered a night; ended again." }, Ct)).Error);
    }

    [Fact]
    public async Task Very_many_records_within_an_hour_stand_out_and_the_same_number_over_a_day_does_not()
    {
        var (admin, organization) = await SceneAsync();
        var (fast, slow, lister) = (await db.People.NurseAsync(organization, "Joy Fast"), await db.People.NurseAsync(organization, "Tola Slow"), await db.People.NurseAsync(organization, "Mary Lists"));
        var patients = new List<Guid>();
        for (var i = 0; i < ActivityFinding.ManyRecords; i++)
        {
            patients.Add((await db.Given.PatientAsync(organization, "Ada", $"Many{i}")).Id);
        }

        var hour = db.Now.Date.AddDays(-2).AddHours(9);
        await db.AddAsync(organization,
        [
            .. patients.Select((id, i) => Event(organization, hour.AddMinutes(i), fast.UserId, id)), .. patients.Select((id, i) => Event(organization, hour.AddMinutes(i * 20), slow.UserId, id)),
            .. patients.Take(5).SelectMany(id => Enumerable.Range(0, 9).Select(i => Event(organization, hour.AddMinutes(i), slow.UserId, id))), // the same few again and again
            .. Enumerable.Range(0, ActivityFinding.ManyLists).Select(i => Event(organization, hour.AddSeconds(i * 50), lister.UserId, code: nameof(Permission.SearchPatients), type: "Patient")),
        ]);

        var rows = await FindingsAsync(admin, new(Kind: FindingKind.ManyRecords));
        Assert.Equal(["Joy Fast", "Mary Lists"], rows.Select(row => row.Actor).Order());
        Assert.Contains(rows, row => row.Finding.Count == ActivityFinding.ManyRecords && row.Finding.OccurredAt == hour);
    }

    [Fact]
    public async Task Exports_and_refusals_and_emergency_access_stand_out_and_old_ones_longer()
    {
        var (admin, organization) = await SceneAsync();
        var nurse = await db.People.NurseAsync(organization, "Joy Refused");
        var patient = await db.Given.PatientAsync(organization);
        var night = db.Now.Date.AddDays(-4).AddHours(1); // two in the morning in Lagos
        await db.AddAsync(organization,
        [
            .. Enumerable.Range(0, ActivityFinding.ManyRefusals).Select(i => Event(organization, db.Now.AddMinutes(-i), nurse.UserId, code: nameof(Permission.EditRooms), action: AuditAction.Execute, outcome: AuditOutcome.Refused)),
            .. Enumerable.Range(0, ActivityFinding.ManyRefusals - 1).Select(i => Event(organization, db.Now.AddDays(-2).AddMinutes(-i), nurse.UserId, code: nameof(Permission.EditRooms), action: AuditAction.Execute, outcome: AuditOutcome.Refused)),
            Event(organization, night, nurse.UserId, code: nameof(Permission.ExportActivityLog)),
            Event(organization, db.Now - ActivityReviewService.Reach - TimeSpan.FromHours(1), nurse.UserId, code: nameof(Permission.ExportActivityLog)),
        ]);

        var grant = new EmergencyGrant(Guid.CreateVersion7(), organization, patient.Id, nurse.UserId, EmergencyReason.UrgentCare, null, StepUpKind.Password, db.Now.AddHours(-1), 60);
        await db.AddAsync(organization, grant);

        var rows = await FindingsAsync(admin);
        Assert.Equal([FindingKind.Export, FindingKind.EmergencyAccess, FindingKind.Refusals], rows.Select(row => row.Finding.Kind));
        Assert.Equal((true, true, false), (rows[0].AtNight, rows[0].IsOverdue, rows[1].IsOverdue));
        Assert.Equal(ActivityFinding.ManyRefusals, rows[2].Finding.Count);
        Assert.Equal(new FindingFigures(3, 1), (await admin.Service<ActivityReviewService>().FiguresAsync(Ct)).Value);

        // Emergency access is judged on its own page, and leaves this list with it.
        Assert.Equal(ActivityReviewErrors.ElsewhereReviewed, (await admin.Service<ActivityReviewService>().ReviewAsync(FormOf(rows[1]), Ct)).Error);
        await db.ArrangeAsync(organization, async open => (await open.EmergencyGrants.SingleAsync(g => g.Id == grant.Id)).Review(admin.UserId, db.Now, EmergencyOutcome.Justified, null));
        Assert.DoesNotContain(await FindingsAsync(admin), row => row.Finding.Kind == FindingKind.EmergencyAccess);
        Assert.Equal("Justified", Assert.Single(await FindingsAsync(admin, new(Reviewed: true))).Review!.Note);
    }

    [Fact]
    public async Task Many_summaries_taken_out_within_a_day_stand_out_and_those_of_patients_do_not()
    {
        var (admin, organization) = await SceneAsync();
        var nurse = await db.People.NurseAsync(organization, "Joy Copies");
        var patient = await db.Given.PatientAsync(organization);
        Data.Features.ActivityLog.AuditEvent Taken(int days, int minute, string role) => Event(organization, db.Now.AddDays(-days).AddMinutes(-minute), nurse.UserId, patient.Id, nameof(Permission.ExportSummary), AuditAction.Read, roles: role);
        await db.AddAsync(organization,
        [
            .. Enumerable.Range(0, ActivityFinding.ManySummaries).Select(i => Taken(1, i, nameof(Role.Nurse))),
            .. Enumerable.Range(0, ActivityFinding.ManySummaries - 1).Select(i => Taken(2, i, nameof(Role.Nurse))),
            .. Enumerable.Range(0, ActivityFinding.ManySummaries).Select(i => Taken(3, i, nameof(Role.Patient))),
        ]);

        var finding = Assert.Single(await FindingsAsync(admin), row => row.Finding.Kind == FindingKind.Export).Finding;
        Assert.Equal((nurse.UserId, ActivityFinding.ManySummaries), (finding.ActorUserId, finding.Count));
    }

    [Fact]
    public async Task A_review_needs_a_note_and_moves_the_finding_to_the_reviewed_with_who_and_when()
    {
        var (admin, organization) = await SceneAsync();
        var nurse = await db.People.NurseAsync(organization);
        await db.AddAsync(organization, Event(organization, db.Now.AddHours(-1), nurse.UserId, code: nameof(Permission.ExportActivityLog)));
        var row = Assert.Single(await FindingsAsync(admin));
        var form = FormOf(row);
        form.Note = "  no  ";
        Assert.Equal("Note", (await admin.Service<ActivityReviewService>().ReviewAsync(form, Ct)).Error!.Field);
        form.Note = "Asked the nurse: the board wanted the figures.";
        Assert.Null((await admin.Service<ActivityReviewService>().ReviewAsync(form, Ct)).Error);
        Assert.Null((await admin.Service<ActivityReviewService>().ReviewAsync(form, Ct)).Error); // pressed twice
        Assert.Equal(ActivityReviewErrors.AlreadyReviewed, (await admin.Service<ActivityReviewService>().ReviewAsync(FormOf(row), Ct)).Error);

        Assert.Empty(await FindingsAsync(admin));
        var reviewed = Assert.Single(await FindingsAsync(admin, new(Reviewed: true))).Review!;
        Assert.Equal(("Ifeoma Review", db.Now, form.Note), (reviewed.By, reviewed.At, reviewed.Note));
        Assert.Equal(1, await db.LookAsync(organization, look => look.AuditEvents.CountAsync(e => e.EntityType == nameof(ActivityReview) && e.Outcome == AuditOutcome.Success)));
    }

    [Fact]
    public async Task Nobody_reviews_what_they_did_themselves_and_the_database_agrees()
    {
        var (admin, organization) = await SceneAsync();
        await db.AddAsync(organization, Event(organization, db.Now.AddHours(-1), admin.UserId, code: nameof(Permission.ExportActivityLog), roles: "Administrator"));
        var row = Assert.Single(await FindingsAsync(admin));
        Assert.False(row.MayReview);
        Assert.Equal(ActivityReviewErrors.OwnFinding, (await admin.Service<ActivityReviewService>().ReviewAsync(FormOf(row), Ct)).Error);
        var other = await db.People.AdministratorAsync(organization);
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => db.ArrangeAsync(organization, open =>
        {
            var review = ActivityReview.Make(Guid.CreateVersion7(), organization, row.Finding, other.UserId, db.Now, "Past the rule of the code.").Value;
            open.Add(review);
            open.Entry(review).Property(nameof(ActivityReview.ReviewedBy)).CurrentValue = admin.UserId;
            return Task.CompletedTask;
        }));
        Assert.Contains(ActivityReviewErrors.OwnFinding.Code, refused.Message, StringComparison.Ordinal);
        Assert.Null((await other.Service<ActivityReviewService>().ReviewAsync(FormOf(row), Ct)).Error);
    }

    [Fact]
    public async Task Findings_of_another_organisation_are_neither_seen_nor_reviewed()
    {
        var (_, organization) = await SceneAsync();
        var (stranger, _) = await SceneAsync();
        var nurse = await db.People.NurseAsync(organization);
        await db.AddAsync(organization, Event(organization, db.Now.AddHours(-1), nurse.UserId, code: nameof(Permission.ExportActivityLog)));
        Assert.Empty(await FindingsAsync(stranger));
        var form = new ReviewFindingForm { Kind = FindingKind.Export, ActorUserId = nurse.UserId, OccurredAt = db.Now.AddHours(-1), Note = "Not mine to review." };
        Assert.Equal(Error.NotFound, (await stranger.Service<ActivityReviewService>().ReviewAsync(form, Ct)).Error);
        await Assert.ThrowsAsync<AccessDeniedException>(() => FindingsAsync(nurse));
    }
}

public sealed class ActivityReviewServiceOnSqlite(SqliteDatabase db) : ActivityReviewServiceTests(db), IClassFixture<SqliteDatabase>;

public sealed class ActivityReviewServiceOnPostgres(PostgresDatabase db) : ActivityReviewServiceTests(db), IClassFixture<PostgresDatabase>;

public sealed class ActivityReviewCases : IOperationCases
{
    public IEnumerable<OperationCase> Cases =>
    [
        new("ActivityReviewService.ListAsync", Permission.ReviewActivity, (_, person) => Task.FromResult<Func<Task<Result>>>(async () => await person.Service<ActivityReviewService>().ListAsync(new FindingFilter(), new PageRequest(), default))),
        new("ActivityReviewService.WaitingAsync", Permission.ReviewActivity, (_, person) => Task.FromResult<Func<Task<Result>>>(async () => Result.Of(await person.Service<ActivityReviewService>().WaitingAsync(3, default)))),
        new("ActivityReviewService.FiguresAsync", Permission.ReviewActivity, (_, person) => Task.FromResult<Func<Task<Result>>>(async () => await person.Service<ActivityReviewService>().FiguresAsync(default))),
        new("ActivityReviewService.ReviewAsync", Permission.ReviewActivity, async (world, person) =>
        {
            var (actor, at) = (world.As(Role.Dietitian).UserId, world.Clock.GetUtcNow().UtcDateTime.AddMinutes(-Random.Shared.Next(10, 10_000)));
            if (actor == person.UserId)
            {
                actor = world.As(Role.Nurse).UserId;
            }

            await world.GivenAsync(open =>
            {
                open.Add(ActivityReviewServiceTests.Event(world.OrganizationId, at, actor, code: nameof(Permission.ExportActivityLog)));
                return Task.CompletedTask;
            });
            return () => person.Service<ActivityReviewService>().ReviewAsync(Sent.Form(new ReviewFindingForm { Kind = FindingKind.Export, ActorUserId = actor, OccurredAt = at, Note = "Looked at it together." }), default);
        }),
    ];
}
