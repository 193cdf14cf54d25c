using MediSecure.Data.Access;
using MediSecure.Data.Changes;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Features.ActivityLog;
using MediSecure.Data.Features.EmergencyAccess;
using MediSecure.Data.Features.Patients;
using MediSecure.Data.Jobs;
using MediSecure.Data.Persistence;
using MediSecure.Data.Persistence.DemoData;
using MediSecure.Tests.Access;
using MediSecure.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MediSecure.Tests.Features.EmergencyAccess;

public abstract class EmergencyAccessServiceTests(TestDatabase db)
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    public static TheoryData<Role> Clinical => [.. Enum.GetValues<Role>().Where(role => role.IsClinical())];

    private static EmergencyAccessService Emergency(ActingPerson person) => person.Service<EmergencyAccessService>();

    /// <summary>A hospital of its own, somebody who treats nobody, and a patient.</summary>
    private async Task<(ActingPerson Person, Patient Patient, ActingPerson Officer)> SceneAsync(Role role = Role.Nurse)
    {
        var organization = await db.Given.OrganizationAsync();
        var person = await db.People.RoleAsync(role, organization);
        await EmergencyOperationCases.HasPasswordAsync(db, person.UserId, organization);
        return (person, await db.Given.PatientAsync(organization), await db.People.AdministratorAsync(organization));
    }

    private static async Task<Error?> OpensAsync(ActingPerson person, Guid patientId) => (await person.Service<PatientService>().OpenAsync(patientId, Ct)).Error;

    private async Task<DateTime> GivenAsync(ActingPerson person, Guid patientId)
    {
        var opened = await Emergency(person).OpenAsync(EmergencyOperationCases.Form(patientId), Ct);
        Assert.Null(opened.Error);
        return opened.Value;
    }

    private Task<EmergencyGrant> GrantAsync(ActingPerson person) => db.LookAsync(person.OrganizationId, look => look.EmergencyGrants.AsNoTracking().SingleAsync(g => g.UserId == person.UserId));

    [Theory]
    [MemberData(nameof(Clinical))]
    public async Task A_clinician_opens_a_closed_chart_for_an_hour_and_every_event_says_so(Role role)
    {
        var (person, patient, _) = await SceneAsync(role);
        Assert.Equal(ChartErrors.NotYourPatient, await OpensAsync(person, patient.Id));

        Assert.Equal(db.Now.AddMinutes(60), await GivenAsync(person, patient.Id));
        db.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Null(await OpensAsync(person, patient.Id));

        var events = await db.LookAsync(person.OrganizationId, look => look.AuditEvents.AsNoTracking().Where(e => e.ActorUserId == person.UserId && e.PatientId == patient.Id && e.Outcome == AuditOutcome.Success)
            .OrderBy(e => e.Id).ToListAsync());
        Assert.Equal([nameof(Permission.UseEmergencyAccess), nameof(Permission.ViewPatient)], events.Select(e => e.EventCode));
        Assert.All(events, e => Assert.Equal((AuditPurpose.BreakGlass, "Life-threatening emergency"), (e.Purpose, e.Reason)));
        Assert.DoesNotContain(events, e => e.Changes?.Contains("corridor", StringComparison.Ordinal) == true);
    }

    [Theory]
    [InlineData(Role.Receptionist)]
    [InlineData(Role.Administrator)]
    [InlineData(Role.Patient)]
    [InlineData(Role.Logistics)]
    public async Task Nobody_else_may_use_it(Role role)
    {
        var (person, patient, _) = await SceneAsync(role);
        await Assert.ThrowsAsync<AccessDeniedException>(() => Emergency(person).OpenAsync(EmergencyOperationCases.Form(patient.Id), Ct));
        Assert.Equal(0, await db.LookAsync(person.OrganizationId, look => look.EmergencyGrants.CountAsync()));
    }

    [Fact]
    public async Task It_ends_at_its_time_inside_an_open_scope_too_and_after_a_restart_of_the_application()
    {
        var (person, patient, _) = await SceneAsync();
        await GivenAsync(person, patient.Id);
        Assert.Null(await OpensAsync(person, patient.Id));
        var elsewhere = db.Begin(person.UserId, person.OrganizationId, person.StaffMemberId, null); // nothing is kept in memory
        Assert.Null(await OpensAsync(elsewhere, patient.Id));

        db.Clock.Advance(TimeSpan.FromMinutes(60));
        Assert.Equal(ChartErrors.NotYourPatient, (await person.Service<PatientService>().RefreshAsync(patient.Id, Ct)).Error);
        Assert.Equal(ChartErrors.NotYourPatient, await OpensAsync(elsewhere, patient.Id));
        Assert.Null((await Emergency(person).OwnAsync(patient.Id, Ct)).Value.ExpiresAt);

        await GivenAsync(person, patient.Id);
        Assert.Null(await OpensAsync(person, patient.Id));
        Assert.Equal(2, await db.LookAsync(person.OrganizationId, look => look.EmergencyGrants.CountAsync()));
    }

    [Fact]
    public async Task It_lasts_as_long_as_the_organisation_says_and_can_be_given_back()
    {
        var (person, patient, _) = await SceneAsync();
        await db.GivenAsync(async open => (await open.Organizations.SingleAsync()).SetCare(new CareTerms(30, 30, 20)), person.OrganizationId);
        Assert.Equal(db.Now.AddMinutes(20), await GivenAsync(person, patient.Id));
        Assert.Null((await Emergency(person).EndAsync(patient.Id, Ct)).Error);
        Assert.Equal(ChartErrors.NotYourPatient, await OpensAsync(person, patient.Id));
        Assert.Equal(EmergencyErrors.AlreadyEnded, (await Emergency(person).EndAsync(patient.Id, Ct)).Error);
    }

    [Fact]
    public async Task It_opens_one_chart_for_one_person_and_nothing_besides()
    {
        var (person, patient, _) = await SceneAsync(Role.Doctor);
        var (colleague, other) = (await db.People.DoctorAsync(person.OrganizationId), await db.Given.PatientAsync(person.OrganizationId));
        await GivenAsync(person, patient.Id);
        Assert.Equal(ChartErrors.NotYourPatient, await OpensAsync(person, other.Id));
        Assert.Equal(ChartErrors.NotYourPatient, await OpensAsync(colleague, patient.Id));
        Assert.Empty(await person.Doors.OpenableAsync(Permission.ViewPatient, [patient.Id], Ct));
        foreach (var permission in Enum.GetValues<Permission>().Where(permission => !Role.Doctor.Grants(permission)))
        {
            await Assert.ThrowsAsync<AccessDeniedException>(() => person.Doors.OpenAsync(permission, Ct));
            await Assert.ThrowsAsync<AccessDeniedException>(() => person.Doors.OpenChartAsync(permission, patient.Id, Ct));
        }

        foreach (var permission in RolePermissions.Of(Role.Doctor).Where(permission => permission.IsExport()))
        {
            Assert.Equal(ChartErrors.NoExport, (await person.Doors.OpenChartAsync(permission, patient.Id, Ct)).Error);
        }
    }

    [Fact]
    public async Task It_does_not_cross_organisations()
    {
        var (person, patient, _) = await SceneAsync(Role.Doctor);
        var (_, foreign, _) = await SceneAsync();
        Assert.Equal(Error.NotFound, (await Emergency(person).OpenAsync(EmergencyOperationCases.Form(foreign.Id), Ct)).Error);
        await GivenAsync(person, patient.Id);
        var there = await db.People.AlsoAtAsync(person, foreign.OrganizationId, Role.Doctor);
        Assert.Equal(Error.NotFound, await OpensAsync(there, patient.Id));
        Assert.Equal(ChartErrors.NotYourPatient, await OpensAsync(there, foreign.Id));
        Assert.Null((await Emergency(there).OwnAsync(patient.Id, Ct)).Value.ExpiresAt);
        var stranger = await db.People.AdministratorAsync(foreign.OrganizationId);
        Assert.Empty((await Emergency(stranger).ListAsync(false, new PageRequest(), Ct)).Value.Rows);
        var grant = await GrantAsync(person);
        Assert.Equal(Error.NotFound, (await Emergency(stranger).DetailAsync(grant.Id, Ct)).Error);
        Assert.Equal(Error.NotFound, (await Emergency(stranger).ReviewAsync(new() { GrantId = grant.Id, Version = grant.Version, Outcome = EmergencyOutcome.Justified }, Ct)).Error);
    }

    [Fact]
    public async Task A_patient_in_ones_care_needs_none_and_a_restricted_chart_asks_no_second_time()
    {
        var (person, patient, _) = await SceneAsync();
        var treated = await db.Given.PatientOfAsync(person);
        Assert.Equal(EmergencyErrors.NotNeeded, (await Emergency(person).OpenAsync(EmergencyOperationCases.Form(treated.Id), Ct)).Error);
        await db.GivenAsync(async open => (await open.Patients.SingleAsync(p => p.Id == patient.Id)).Restrict(ChartRestriction.Psychiatric, db.Now, person.UserId), person.OrganizationId);
        await GivenAsync(person, patient.Id);
        Assert.Null(await OpensAsync(person, patient.Id));
    }

    [Theory]
    [InlineData(null, "Collapsed in the corridor", "Reason")]
    [InlineData(EmergencyReason.Other, "too short", "Explanation")]
    [InlineData(EmergencyReason.Other, "padded                    ", "Explanation")]
    [InlineData((EmergencyReason)99, "Collapsed in the corridor", "Reason")]
    public async Task Reason_and_words_are_asked_by_the_service_too(EmergencyReason? reason, string words, string field)
    {
        var (person, patient, _) = await SceneAsync();
        var form = EmergencyOperationCases.Form(patient.Id);
        (form.Reason, form.Explanation) = (reason, words);
        Assert.Equal(field, (await Emergency(person).OpenAsync(form, Ct)).Error?.Field);
        Assert.Equal(ChartErrors.NotYourPatient, await OpensAsync(person, patient.Id));
    }

    [Fact]
    public async Task It_asks_again_who_it_is_and_counts_wrong_answers()
    {
        var (person, patient, _) = await SceneAsync();
        var demo = db.Services.GetRequiredService<StepUp>().IsDemonstration;
        var form = EmergencyOperationCases.Form(patient.Id);
        (form.Password, form.Confirmed) = ("wrong", false);
        Assert.Equal(demo ? StepUpErrors.NotConfirmed : StepUpErrors.WrongPassword, (await Emergency(person).OpenAsync(form, Ct)).Error);
        form.Password = null;
        Assert.Equal(demo ? StepUpErrors.NotConfirmed : StepUpErrors.PasswordMissing, (await Emergency(person).OpenAsync(form, Ct)).Error);
        if (!demo)
        {
            for (var i = 0; i < 3; i++)
            {
                form.Password = $"wrong {i}";
                Assert.Equal(StepUpErrors.WrongPassword, (await Emergency(person).OpenAsync(form, Ct)).Error);
            }

            form.Password = "wrong at last";
            Assert.Equal(StepUpErrors.Locked, (await Emergency(person).OpenAsync(form, Ct)).Error);
            Assert.True(await db.LookAsync(person.OrganizationId, look => look.AuditEvents.AnyAsync(e => e.ActorUserId == person.UserId && e.EventCode == SignInAudit.LockedOut)));
            Assert.Equal(StepUpErrors.Locked, (await Emergency(person).OpenAsync(EmergencyOperationCases.Form(patient.Id), Ct)).Error); // the right one, too late
        }

        Assert.Equal(0, await db.LookAsync(person.OrganizationId, look => look.EmergencyGrants.CountAsync()));
        if (!demo)
        {
            db.Clock.Advance(TimeSpan.FromMinutes(15));
            Assert.Null((await Emergency(person).OpenAsync(EmergencyOperationCases.Form(patient.Id), Ct)).Error);
        }
    }

    [Fact]
    public async Task Two_hundred_guesses_at_once_are_five()
    {
        var (person, patient, _) = await SceneAsync();
        var demo = db.Services.GetRequiredService<StepUp>().IsDemonstration;
        var tries = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(async () =>
        {
            var form = EmergencyOperationCases.Form(patient.Id);
            (form.Password, form.Confirmed) = ($"guess {i}", false);
            return (await Emergency(db.Begin(person.UserId, person.OrganizationId, person.StaffMemberId, null)).OpenAsync(form, Ct)).Error;
        })));
        Assert.Equal(demo ? (0, 0, 200) : (4, 196, 0), (tries.Count(e => e == StepUpErrors.WrongPassword), tries.Count(e => e == StepUpErrors.Locked), tries.Count(e => e == StepUpErrors.NotConfirmed)));
        Assert.Equal(demo ? 0 : 5, await db.LookAsync(person.OrganizationId, look => look.Users.Where(u => u.Id == person.UserId).Select(u => u.AccessFailedCount).SingleAsync()));
    }

    [Fact]
    public async Task Wrong_passwords_that_somebody_else_types_at_the_sign_in_page_take_it_from_nobody()
    {
        var (person, patient, _) = await SceneAsync();
        for (var i = 0; i < 5; i++)
        {
            await db.Services.GetRequiredService<SignInSteps>().CountFailureAsync(person.UserId);
        }

        Assert.True(await db.LookAsync(person.OrganizationId, look => look.Users.AnyAsync(u => u.Id == person.UserId && u.LockoutEnd != null)));
        Assert.Null((await Emergency(person).OpenAsync(EmergencyOperationCases.Form(patient.Id), Ct)).Error);
        Assert.True(await db.LookAsync(person.OrganizationId, look => look.Users.AnyAsync(u => u.Id == person.UserId && u.LockoutEnd != null))); // the page of the sign-in rests on
    }

    [Fact]
    public async Task Fifty_presses_at_once_are_one_access_and_so_is_the_same_form_again()
    {
        var (person, patient, _) = await SceneAsync();
        var form = EmergencyOperationCases.Form(patient.Id);
        var tries = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(() =>
        {
            var once = EmergencyOperationCases.Form(patient.Id);
            once.Id = i % 2 == 0 ? form.Id : once.Id;
            return Emergency(db.Begin(person.UserId, person.OrganizationId, person.StaffMemberId, null)).OpenAsync(once, Ct);
        })));

        Assert.All(tries, t => Assert.True(t.Error is null || t.Error == EmergencyErrors.AlreadyRunning, t.Error?.Code));
        Assert.True(tries.Count(t => t.Error is null) is 1 or 25, "the same form is the same access, and no other form is one");
        Assert.Equal(1, await db.LookAsync(person.OrganizationId, look => look.EmergencyGrants.CountAsync()));
        Assert.Equal(1, await db.LookAsync(person.OrganizationId, look => look.AuditEvents.CountAsync(e => e.EventCode == nameof(Permission.UseEmergencyAccess) && e.Outcome == AuditOutcome.Success)));
    }

    [Fact]
    public async Task The_privacy_officers_are_told_at_once_see_what_was_opened_and_judge_it()
    {
        var (person, patient, officer) = await SceneAsync(Role.Doctor);
        var told = new TaskCompletionSource();
        using var subscription = db.Services.GetRequiredService<ChangeFeed>().Subscribe(person.OrganizationId, notice =>
        {
            if (notice.Concerns([nameof(EmergencyGrant)]))
            {
                told.TrySetResult();
            }

            return Task.CompletedTask;
        });
        await GivenAsync(person, patient.Id);
        await told.Task.WaitAsync(TimeSpan.FromSeconds(5));
        db.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Null(await OpensAsync(person, patient.Id));

        var row = Assert.Single((await Emergency(officer).ListAsync(true, new PageRequest(), Ct)).Value.Rows);
        Assert.Equal((person.UserId, patient.Id, EmergencyReason.LifeThreatening, EmergencyState.Running), (row.UserId, row.PatientId, row.Reason, row.StateAt(db.Now)));
        var detail = (await Emergency(officer).DetailAsync(row.Id, Ct)).Value;
        Assert.Equal("Collapsed in the corridor, nobody else here", detail.Explanation);
        Assert.Equal(["open a chart in an emergency", "open a patient's record"], detail.Events.Select(e => e.What));
        Assert.True(await db.LookAsync(person.OrganizationId, look => look.AuditEvents.AnyAsync(e => e.ActorUserId == officer.UserId && e.PatientId == patient.Id && e.EventCode == nameof(Permission.ReviewEmergencyAccess))));

        Assert.Equal(new EmergencyFigures(1, 0), (await Emergency(officer).FiguresAsync(Ct)).Value);
        Assert.Equal(EmergencyErrors.NoteMissing, (await ReviewAsync(officer, detail, EmergencyOutcome.NotJustified)).Error);
        Assert.Null((await ReviewAsync(officer, detail, EmergencyOutcome.NotJustified, "Was not on duty")).Error);
        Assert.Equal(EmergencyErrors.AlreadyReviewed, (await ReviewAsync(officer, detail, EmergencyOutcome.Justified)).Error);
        Assert.Equal(new EmergencyFigures(0, 0), (await Emergency(officer).FiguresAsync(Ct)).Value);
        Assert.Empty((await Emergency(officer).ListAsync(true, new PageRequest(), Ct)).Value.Rows);
        Assert.Equal(EmergencyOutcome.NotJustified, Assert.Single((await Emergency(officer).ListAsync(false, new PageRequest(), Ct)).Value.Rows).Outcome);
    }

    [Fact]
    public async Task A_chart_that_was_open_by_care_in_the_same_view_is_recorded_anew_when_it_opens_by_emergency_access()
    {
        var (person, patient, _) = await SceneAsync();
        await db.Given.TreatsAsync(person, patient.Id);
        Assert.Null(await OpensAsync(person, patient.Id));
        db.Clock.Advance(TimeSpan.FromSeconds(5));
        await db.AddAsync(person.OrganizationId, Data.Features.Consents.Consent.Give(Guid.NewGuid(), person.OrganizationId, patient.Id, Data.Features.Consents.ConsentScope.KeepOutPerson, person.StaffMemberId, null, db.Now, null, person.UserId, "Said so").Value);
        await GivenAsync(person, patient.Id);
        Assert.Null((await person.Service<PatientService>().RefreshAsync(patient.Id, Ct)).Error);
        Assert.Null((await person.Service<PatientService>().RefreshAsync(patient.Id, Ct)).Error);
        var views = await db.LookAsync(person.OrganizationId, look => look.AuditEvents.Where(e => e.PatientId == patient.Id && e.EventCode == nameof(Permission.ViewPatient) && e.Outcome == AuditOutcome.Success).OrderBy(e => e.Id).Select(e => e.Purpose).ToListAsync());
        Assert.Equal([AuditPurpose.Treatment, AuditPurpose.BreakGlass], views);
    }

    [Fact]
    public async Task What_is_read_in_detail_under_it_says_so_as_well()
    {
        var (person, patient, _) = await SceneAsync();
        await GivenAsync(person, patient.Id);
        Assert.Null(await OpensAsync(person, patient.Id));
        var note = Guid.NewGuid();
        await person.Service<MediSecureDb>().RecordReadAsync(Permission.ViewPatient, "ClinicalNote", "note opened", [note], Ct, patient.Id);
        var read = await db.LookAsync(person.OrganizationId, look => look.AuditEvents.AsNoTracking().SingleAsync(e => e.EntityId == note));
        Assert.Equal((AuditPurpose.BreakGlass, patient.Id), (read.Purpose, read.PatientId!.Value));
    }

    [Fact]
    public async Task The_privacy_officers_get_a_mail_that_names_no_patient_and_only_when_it_was_granted()
    {
        var (person, patient, first) = await SceneAsync();
        var second = await db.People.AdministratorAsync(person.OrganizationId);
        var form = EmergencyOperationCases.Form(patient.Id);
        form.Explanation = "short";
        Assert.NotNull((await Emergency(person).OpenAsync(form, Ct)).Error);
        await GivenAsync(person, patient.Id);
        var waiting = await db.LookAsync(person.OrganizationId, look => look.OutgoingMails.AsNoTracking().ToListAsync());
        Assert.Equal(2, waiting.Count);

        var addresses = await db.LookAsync(person.OrganizationId, look => look.Users.Where(u => u.Id == first.UserId || u.Id == second.UserId).Select(u => u.Email!).ToListAsync());
        await db.Services.GetRequiredService<MailJob>().SendAsync(Ct);
        var sent = db.Mails.Sent.Where(mail => addresses.Contains(mail.To)).ToList();
        Assert.Equal(addresses.Order(), sent.Select(mail => mail.To).Order());
        Assert.All(sent, mail => Assert.Contains("Life-threatening emergency", mail.Text, StringComparison.Ordinal));
        Assert.All(sent, mail => Assert.DoesNotContain(patient.FamilyName!, mail.Subject + mail.Text, StringComparison.Ordinal));
        Assert.All(sent, mail => Assert.DoesNotContain(patient.RecordNumber, mail.Subject + mail.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_nobody_reviewed_in_time_is_told_to_every_administrator_once()
    {
        var (person, patient, first) = await SceneAsync();
        var second = await db.People.AdministratorAsync(person.OrganizationId);
        var grant = new EmergencyGrant(Guid.CreateVersion7(), person.OrganizationId, patient.Id, person.UserId, EmergencyReason.Other, null, StepUpKind.Password, db.Now.AddHours(-72), 60);
        await db.AddAsync(person.OrganizationId, grant);
        using var job = new EmergencyReviewJob(db.Services.GetRequiredService<SystemDb>(), db.Services.GetRequiredService<MailQueue>(), db.Services.GetRequiredService<DemoMode>(), db.Services.GetRequiredService<JobBoard>(), db.Clock);
        Task<int> WaitingAsync() => db.LookAsync(person.OrganizationId, look => look.OutgoingMails.CountAsync());
        Assert.True(await job.TellAsync() >= 1);
        Assert.Equal(2, await WaitingAsync());
        await job.TellAsync();
        Assert.Equal(2, await WaitingAsync());

        await db.Services.GetRequiredService<MailJob>().SendAsync(Ct);
        var addresses = await db.LookAsync(person.OrganizationId, look => look.Users.Where(u => u.Id == first.UserId || u.Id == second.UserId).Select(u => u.Email!).ToListAsync());
        var sent = db.Mails.Sent.Where(mail => addresses.Contains(mail.To)).ToList();
        Assert.Equal(addresses.Order(), sent.Select(mail => mail.To).Order());
        Assert.All(sent, mail => Assert.StartsWith("Overdue", mail.Subject, StringComparison.Ordinal));
        Assert.All(sent, mail => Assert.DoesNotContain(patient.FamilyName!, mail.Subject + mail.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_reviews_their_own_and_the_database_refuses_it_as_well()
    {
        var organization = await db.Given.OrganizationAsync();
        var both = await db.People.StaffAsync(organization, null, Role.Doctor, Role.Administrator);
        var grant = new EmergencyGrant(Guid.CreateVersion7(), organization, (await db.Given.PatientAsync(organization)).Id, both.UserId, EmergencyReason.Other, null, StepUpKind.Password, db.Now, 60);
        await db.AddAsync(organization, grant);
        var detail = (await Emergency(both).DetailAsync(grant.Id, Ct)).Value;
        Assert.True(detail.IsOwn);
        Assert.Equal(EmergencyErrors.OwnReview, (await ReviewAsync(both, detail, EmergencyOutcome.Justified)).Error);

        Error? refused = null;
        await db.Services.GetRequiredService<SystemDb>().ChangeSystemAsync("test", organization, async (open, ct) =>
        {
            var row = open.Entry(await open.EmergencyGrants.SingleAsync(g => g.Id == grant.Id, ct));
            row.Property(nameof(EmergencyGrant.ReviewedBy)).CurrentValue = both.UserId;
            row.Property(nameof(EmergencyGrant.ReviewedAt)).CurrentValue = db.Now;
            row.Property(nameof(EmergencyGrant.Outcome)).CurrentValue = EmergencyOutcome.Justified;
            var saved = await open.SaveAsync(ct);
            refused = saved.Error;
            return saved;
        });
        Assert.Equal(EmergencyErrors.OwnReview, refused);
    }

    [Fact]
    public async Task The_database_refuses_an_access_that_lasts_longer_than_an_hour()
    {
        var (person, patient, _) = await SceneAsync();
        var refusal = await Assert.ThrowsAsync<DbUpdateException>(() => db.GivenAsync(open =>
        {
            var grant = new EmergencyGrant(Guid.CreateVersion7(), person.OrganizationId, patient.Id, person.UserId, EmergencyReason.Other, null, StepUpKind.Password, db.Now, 60);
            open.Add(grant);
            open.Entry(grant).Property(nameof(EmergencyGrant.ExpiresAt)).CurrentValue = db.Now.AddMinutes(61);
            return Task.CompletedTask;
        }, person.OrganizationId));
        await using var unscoped = db.Unscoped();
        Assert.Equal("CK_EmergencyGrants_Limit", ConstraintErrors.ConstraintName(unscoped, refusal.InnerException));
    }

    [Fact]
    public async Task Administrators_review_until_some_are_marked_and_then_only_those()
    {
        var (person, patient, first) = await SceneAsync();
        var second = await db.People.AdministratorAsync(person.OrganizationId);
        await GivenAsync(person, patient.Id);
        Assert.Null((await Emergency(first).ListAsync(true, new PageRequest(), Ct)).Error);
        Assert.Null((await Emergency(second).FiguresAsync(Ct)).Error);

        var membership = await db.LookAsync(person.OrganizationId, look => look.OrganizationMemberships.SingleAsync(m => m.UserId == second.UserId));
        Assert.Null((await first.Service<MembershipService>().MarkPrivacyOfficerAsync(membership.Id, true, Ct)).Error);
        var detail = (await Emergency(second).DetailAsync((await GrantAsync(person)).Id, Ct)).Value;
        Assert.Equal(EmergencyErrors.NotAPrivacyOfficer, (await Emergency(first).ListAsync(true, new PageRequest(), Ct)).Error);
        Assert.Equal(EmergencyErrors.NotAPrivacyOfficer, (await Emergency(first).FiguresAsync(Ct)).Error);
        Assert.Equal(EmergencyErrors.NotAPrivacyOfficer, (await Emergency(first).DetailAsync(detail.Row.Id, Ct)).Error);
        Assert.Equal(EmergencyErrors.NotAPrivacyOfficer, (await ReviewAsync(first, detail, EmergencyOutcome.Justified)).Error);
        Assert.Null((await ReviewAsync(second, detail, EmergencyOutcome.Justified)).Error);

        Assert.Null((await first.Service<MembershipService>().MarkPrivacyOfficerAsync(membership.Id, false, Ct)).Error);
        Assert.Null((await Emergency(first).ListAsync(true, new PageRequest(), Ct)).Error);
        var nurse = await db.LookAsync(person.OrganizationId, look => look.OrganizationMemberships.SingleAsync(m => m.UserId == person.UserId));
        Assert.Equal(MembershipErrors.NotAnAdministrator, (await first.Service<MembershipService>().MarkPrivacyOfficerAsync(nurse.Id, true, Ct)).Error);
    }

    [Fact]
    public async Task Two_reviews_at_once_leave_one()
    {
        var (person, patient, officer) = await SceneAsync();
        await GivenAsync(person, patient.Id);
        var detail = (await Emergency(officer).DetailAsync((await GrantAsync(person)).Id, Ct)).Value;
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() =>
            ReviewAsync(db.Begin(officer.UserId, officer.OrganizationId, officer.StaffMemberId, null), detail, EmergencyOutcome.Justified))));
        Assert.Single(answers, a => a.Error is null);
        Assert.All(answers.Where(a => a.Failed), a => Assert.True(a.Error == EmergencyErrors.AlreadyReviewed || a.Error == Error.Stale, a.Error?.Code));
    }

    [Fact]
    public async Task Overdue_ones_are_counted_and_stand_on_top()
    {
        var (person, _, officer) = await SceneAsync();
        foreach (var hoursAgo in new[] { 1, 80, 73, 5 })
        {
            var patient = await db.Given.PatientAsync(person.OrganizationId);
            await db.AddAsync(person.OrganizationId, new EmergencyGrant(Guid.CreateVersion7(), person.OrganizationId, patient.Id, person.UserId, EmergencyReason.Other, null,
                StepUpKind.Password, db.Now.AddHours(-hoursAgo), 60));
        }

        Assert.Equal(new EmergencyFigures(4, 2), (await Emergency(officer).FiguresAsync(Ct)).Value);
        var rows = (await Emergency(officer).ListAsync(true, new PageRequest(0, 3), Ct)).Value;
        Assert.Equal((4, "80,73,5"), (rows.Total, string.Join(',', rows.Rows.Select(r => (int)(db.Now - r.GrantedAt).TotalHours))));
    }

    private static Task<Result> ReviewAsync(ActingPerson officer, EmergencyGrantDetail detail, EmergencyOutcome outcome, string? note = null) =>
        Emergency(officer).ReviewAsync(new() { GrantId = detail.Row.Id, Version = detail.Version, Outcome = outcome, Note = note }, Ct);
}

public sealed class EmergencyAccessServiceOnSqlite(SqliteDatabase db) : EmergencyAccessServiceTests(db), IClassFixture<SqliteDatabase>;

[Trait("Check", "18")]
public sealed class EmergencyAccessServiceOnPostgres(PostgresDatabase db) : EmergencyAccessServiceTests(db), IClassFixture<PostgresDatabase>;
