using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Features.ActivityLog;
using MediSecure.Data.Features.PatientSignIns;
using MediSecure.Data.Jobs;
using MediSecure.Tests.Access;
using MediSecure.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MediSecure.Tests.Features.PatientSignIns;

/// <summary>A patient's sign-in by a one-time code, on both databases.</summary>
public abstract class PatientClaimTests(TestDatabase db)
{
    private static readonly CancellationToken Ct = CancellationToken.None;
    private static readonly SignInOrigin Origin = new("192.0.2.5", "test-trace");

    private PatientClaims Claims => db.Services.GetRequiredService<PatientClaims>();

    internal static AppUser NewUser()
    {
        var user = new AppUser { SecurityStamp = Guid.NewGuid().ToString("N") };
        var email = $"{user.Id:N}@claim.example";
        (user.UserName, user.Email, user.NormalizedUserName, user.NormalizedEmail) = (email, email, email.ToUpperInvariant(), email.ToUpperInvariant());
        return user;
    }

    private async Task<(ActingPerson Desk, Data.Features.Patients.Patient Patient, IssuedCode Code)> InvitedAsync()
    {
        var organization = await db.Given.OrganizationAsync();
        var desk = await db.People.ReceptionistAsync(organization);
        var patient = await db.Given.PatientAsync(organization);
        return (desk, patient, (await desk.Service<PatientInvitationService>().InviteAsync(patient.Id, Ct)).Value);
    }

    private static SignInClaim ClaimOf(Data.Features.Patients.Patient patient, IssuedCode code) => new(patient.RecordNumber, patient.BirthDate, code.Code);

    [Fact]
    public async Task A_code_makes_a_sign_in_with_the_role_and_the_record_in_one_event_and_works_once()
    {
        var (desk, patient, code) = await InvitedAsync();
        var user = NewUser();
        var claimed = await Claims.ClaimAsync(new SignInClaim($" {patient.RecordNumber.ToLowerInvariant()} ", patient.BirthDate, code.Code.ToLowerInvariant().Replace('-', ' ')), user, isNew: true, Origin);
        Assert.Equal(new ClaimedSignIn(user.Id, desk.OrganizationId, AsCarer: false), claimed.Value);

        var person = await db.Services.GetRequiredService<AccessCache>().GetAsync(user.Id);
        var here = Assert.Single(person!.Organizations);
        Assert.Equal((patient.Id, Role.Patient), (here.PatientId!.Value, Assert.Single(here.Roles)));
        var said = await db.LookAsync(desk.OrganizationId, look => look.AuditEvents.SingleAsync(e => e.EventCode == PatientClaims.Claim));
        Assert.Equal((user.Id, patient.Id, "192.0.2.5"), (said.ActorUserId!.Value, said.PatientId!.Value, said.Address));

        Assert.Equal(PatientSignInErrors.Wrong, (await Claims.ClaimAsync(ClaimOf(patient, code), NewUser(), true, Origin)).Error);
        Assert.Equal(PatientSignInErrors.HasSignIn, (await desk.Service<PatientInvitationService>().InviteAsync(patient.Id, Ct)).Error);
        Assert.True((await desk.Service<PatientInvitationService>().StateAsync(patient.Id, Ct)).Value.HasSignIn);
    }

    [Fact]
    public async Task Who_made_a_code_does_not_get_into_the_record_with_it()
    {
        var (desk, patient, code) = await InvitedAsync();
        var own = await db.LookAsync(desk.OrganizationId, look => look.Users.AsNoTracking().SingleAsync(u => u.Id == desk.UserId));
        Assert.Equal(PatientSignInErrors.OwnCode, (await Claims.ClaimAsync(ClaimOf(patient, code), own, isNew: false, Origin)).Error);
        var said = await db.LookAsync(desk.OrganizationId, look => look.AuditEvents.SingleAsync(e => e.EventCode == PatientClaims.Claim));
        Assert.Equal((AuditOutcome.Refused, desk.UserId, patient.Id), (said.Outcome, said.ActorUserId!.Value, said.PatientId!.Value));
        Assert.False((await desk.Service<PatientInvitationService>().StateAsync(patient.Id, Ct)).Value.HasSignIn);
        Assert.False((await Claims.ClaimAsync(ClaimOf(patient, code), NewUser(), isNew: true, Origin)).Failed); // the code itself still waits for the patient
    }

    [Fact]
    public async Task Of_fifty_at_once_exactly_one_gets_the_sign_in()
    {
        var (desk, patient, code) = await InvitedAsync();
        var gate = new TaskCompletionSource();
        var tries = Enumerable.Range(0, 50).Select(_ => Task.Run(async () =>
        {
            await gate.Task;
            return await Claims.ClaimAsync(ClaimOf(patient, code), NewUser(), true, Origin);
        })).ToList();
        gate.SetResult();
        var answers = await Task.WhenAll(tries);

        Assert.Single(answers, answer => !answer.Failed);
        Assert.All(answers.Where(answer => answer.Failed), answer => Assert.Contains(answer.Error!.Code, new[] { PatientSignInErrors.Wrong.Code, Error.Busy.Code }));
        var winner = answers.Single(answer => !answer.Failed).Value.UserId;
        Assert.Equal(winner, (await db.LookAsync(desk.OrganizationId, look => look.Patients.SingleAsync(p => p.Id == patient.Id))).UserId);
        Assert.Equal(1, await db.LookAsync(desk.OrganizationId, look => look.OrganizationMemberships.CountAsync(m => m.Role == Role.Patient)));
    }

    [Fact]
    public async Task Whatever_is_wrong_has_one_answer_and_five_tries_end_the_code()
    {
        var (desk, patient, code) = await InvitedAsync();
        SignInClaim[] wrong =
        [
            new("TS-999999999", patient.BirthDate, code.Code), new(patient.RecordNumber, patient.BirthDate.AddDays(1), code.Code), new(patient.RecordNumber, patient.BirthDate, InvitationCode.New()),
            new("", patient.BirthDate, ""), new(patient.RecordNumber, DateOnly.MinValue, "' OR 1=1 --"),
        ];
        var nobody = NewUser();
        foreach (var claim in wrong)
        {
            Assert.Equal(PatientSignInErrors.Wrong, (await Claims.ClaimAsync(claim, nobody, true, Origin)).Error);
        }

        Assert.Equal(PatientInvitation.MostTries - 3, (await desk.Service<PatientInvitationService>().StateAsync(patient.Id, Ct)).Value.TriesLeft);
        await Claims.ClaimAsync(wrong[1], NewUser(), true, Origin);
        await Claims.ClaimAsync(wrong[2], NewUser(), true, Origin);
        Assert.Equal(PatientSignInErrors.Wrong, (await Claims.ClaimAsync(ClaimOf(patient, code), NewUser(), true, Origin)).Error);
        Assert.Null((await desk.Service<PatientInvitationService>().StateAsync(patient.Id, Ct)).Value.ExpiresAt);
        Assert.Null((await db.LookAsync(desk.OrganizationId, look => look.Patients.SingleAsync(p => p.Id == patient.Id))).UserId);
        await using var users = db.Unscoped();
        Assert.False(await users.Users.AnyAsync(u => u.Id == nobody.Id));
    }

    [Fact]
    public async Task A_code_ends_when_it_is_old_withdrawn_or_replaced()
    {
        var (desk, patient, first) = await InvitedAsync();
        var invitations = desk.Service<PatientInvitationService>();
        var second = (await invitations.InviteAsync(patient.Id, Ct)).Value;
        Assert.Equal(PatientSignInErrors.Wrong, (await Claims.ClaimAsync(ClaimOf(patient, first), NewUser(), true, Origin)).Error);
        Assert.Null((await invitations.WithdrawAsync(patient.Id, Ct)).Error);
        Assert.Equal(PatientSignInErrors.NoneOpen, (await invitations.WithdrawAsync(patient.Id, Ct)).Error);
        Assert.Equal(PatientSignInErrors.Wrong, (await Claims.ClaimAsync(ClaimOf(patient, second), NewUser(), true, Origin)).Error);

        var third = (await invitations.InviteAsync(patient.Id, Ct)).Value;
        db.Clock.Advance(PatientInvitation.Life);
        Assert.Equal(PatientSignInErrors.Wrong, (await Claims.ClaimAsync(ClaimOf(patient, third), NewUser(), true, Origin)).Error);
    }

    [Fact]
    public async Task Only_a_hash_of_the_code_is_kept()
    {
        var (desk, _, code) = await InvitedAsync();
        var kept = await db.LookAsync(desk.OrganizationId, look => look.PatientInvitations.SingleAsync());
        Assert.Equal(64, kept.CodeHash.Length);
        var events = await db.LookAsync(desk.OrganizationId, look => look.AuditEvents.Select(e => e.Changes + e.Reason).ToListAsync());
        Assert.All(events.Append(kept.CodeHash), text => Assert.DoesNotContain(code.Code, text, StringComparison.OrdinalIgnoreCase));
        Assert.All(events, text => Assert.DoesNotContain(kept.CodeHash, text, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_sign_in_that_exists_gets_the_record_and_never_two_of_one_organisation()
    {
        var (desk, patient, code) = await InvitedAsync();
        var elsewhere = await db.People.PatientAsync(await db.Given.OrganizationAsync());
        await using var users = db.Unscoped();
        var user = await users.Users.SingleAsync(u => u.Id == elsewhere.UserId);
        Assert.Null((await Claims.ClaimAsync(ClaimOf(patient, code), user, isNew: false, Origin)).Error);
        Assert.Equal(2, (await db.Services.GetRequiredService<AccessCache>().GetAsync(user.Id))!.Organizations.Count);

        var other = await db.Given.PatientAsync(desk.OrganizationId);
        var second = (await desk.Service<PatientInvitationService>().InviteAsync(other.Id, Ct)).Value;
        Assert.Equal(PatientSignInErrors.OtherRecord, (await Claims.ClaimAsync(ClaimOf(other, second), user, isNew: false, Origin)).Error);

        // An e-mail that has a sign-in is told only to who has the code.
        var twin = NewUser();
        (twin.NormalizedEmail, twin.NormalizedUserName) = (user.NormalizedEmail, user.NormalizedUserName);
        Assert.Equal(PatientSignInErrors.EmailTaken, (await Claims.ClaimAsync(ClaimOf(other, second), twin, isNew: true, Origin)).Error);
        Assert.Null((await Claims.ClaimAsync(ClaimOf(other, second), NewUser(), isNew: true, Origin)).Error); // and the code still works
    }

    [Fact]
    public async Task The_code_goes_by_mail_too_to_who_agreed_to_mail_and_to_nobody_else()
    {
        var desk = await db.People.ReceptionistAsync(await db.Given.OrganizationAsync());
        var form = new Data.Features.Patients.RegisterPatientForm { GivenName = "Ada", FamilyName = "Mailed", Sex = Data.Features.Patients.Sex.Female, BirthDate = new DateOnly(1990, 1, 1), Email = "ada.mailed@example.com" };
        var patient = (await desk.Service<Data.Features.Patients.PatientService>().RegisterAsync(Guid.CreateVersion7(), form, true, Ct)).Value.Registered!;
        Assert.Null((await desk.Service<PatientInvitationService>().InviteAsync(patient.Id, Ct)).Value.MailedTo);
        Assert.Null((await desk.Service<Data.Features.Consents.ConsentService>().GiveAsync(patient.Id, new Data.Features.Consents.GiveConsentForm { Scope = Data.Features.Consents.ConsentScope.ElectronicMail, Reason = "Said so" }, Ct)).Error);
        Assert.Equal("ada.mailed@example.com", (await desk.Service<PatientInvitationService>().InviteAsync(patient.Id, Ct)).Value.MailedTo);
        Assert.Equal(1, await db.LookAsync(desk.OrganizationId, look => look.Set<Data.Features.Mails.OutgoingMail>().CountAsync()));
    }

    [Fact]
    public async Task Only_the_front_desk_of_the_organisation_invites()
    {
        var (desk, patient, _) = await InvitedAsync();
        var stranger = await db.People.ReceptionistAsync(await db.Given.OrganizationAsync());
        Assert.Equal(Error.NotFound, (await stranger.Service<PatientInvitationService>().InviteAsync(patient.Id, Ct)).Error);
        Assert.Equal(Error.NotFound, (await stranger.Service<PatientInvitationService>().WithdrawAsync(patient.Id, Ct)).Error);
        Assert.Equal(Error.NotFound, (await stranger.Service<PatientInvitationService>().StateAsync(patient.Id, Ct)).Error);
        var nurse = await db.People.NurseAsync(desk.OrganizationId);
        await Assert.ThrowsAsync<AccessDeniedException>(() => nurse.Service<PatientInvitationService>().InviteAsync(patient.Id, Ct));
    }

    [Theory]
    [InlineData("7kq2-m9xd-4htw", "7KQ2M9XD4HTW")]
    [InlineData(" 7KQ2 M9XD 4HTW ", "7KQ2M9XD4HTW")]
    [InlineData("O0Il-1", "00111")]
    [InlineData(null, "")]
    public void A_code_is_read_as_people_type_it(string? typed, string read) => Assert.Equal(read, InvitationCode.Normalize(typed));
}

public sealed class PatientClaimOnSqlite(SqliteDatabase db) : PatientClaimTests(db), IClassFixture<SqliteDatabase>;

public sealed class PatientClaimOnPostgres(PostgresDatabase db) : PatientClaimTests(db), IClassFixture<PostgresDatabase>;

public sealed class PatientInvitationCases : IOperationCases
{
    public IEnumerable<OperationCase> Cases =>
    [
        Case("StateAsync", async (service, patient) => await service.StateAsync(patient, default)),
        Case("InviteAsync", async (service, patient) => await service.InviteAsync(patient, default)),
        new("PatientInvitationService.WithdrawAsync", Permission.InvitePatient, async (world, person) =>
        {
            var patient = await NewPatientAsync(world);
            await world.As(Role.Receptionist).Service<PatientInvitationService>().InviteAsync(patient, default);
            return () => person.Service<PatientInvitationService>().WithdrawAsync(patient, default);
        }),
    ];

    private static OperationCase Case(string method, Func<PatientInvitationService, Guid, Task<Result>> call) => new($"PatientInvitationService.{method}", Permission.InvitePatient, async (world, person) =>
    {
        var patient = await NewPatientAsync(world);
        return () => call(person.Service<PatientInvitationService>(), patient);
    });

    internal static async Task<Guid> NewPatientAsync(ITestWorld world)
    {
        var id = Guid.CreateVersion7();
        await world.GivenAsync(open =>
        {
            open.Add(new Data.Features.Patients.Patient(id, world.OrganizationId, $"IN-{id.ToString("N")[^8..]}", new Data.Features.Patients.PersonName("Ada", "Invited"), Data.Features.Patients.Sex.Female, new DateOnly(1980, 1, 2), world.Clock.GetUtcNow().UtcDateTime));
            return Task.CompletedTask;
        });
        return id;
    }
}
