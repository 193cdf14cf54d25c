using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Features.ActivityLog;
using MediSecure.Data.Jobs;
using MediSecure.Tests.Access;
using MediSecure.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MediSecure.Tests.Features.Accounts;

/// <summary>One's own password, e-mail and second factors, and the steps before a session.</summary>
public abstract class OwnAccountServiceTests(TestDatabase db, bool staffNeedFactor)
{
    internal const string Password = "seven lanterns over gravel";
    private static readonly CancellationToken Ct = CancellationToken.None;
    private static readonly SignInOrigin Origin = new("192.0.2.7", "trace-own");

    private SignInSteps Steps => db.Services.GetRequiredService<SignInSteps>();

    private static OwnAccountService Of(ActingPerson person) => person.Service<OwnAccountService>();

    private async Task<ActingPerson> PersonAsync(Role role = Role.Nurse)
    {
        var person = await db.People.RoleAsync(role, db.OrganizationId);
        await OwnAccountCases.GivePasswordAsync(db, person);
        return person;
    }

    private Task<AppUser> UserAsync(Guid id) => db.LookAsync(look => look.Users.AsNoTracking().SingleAsync(u => u.Id == id));

    private async Task<IReadOnlyList<Mail>> MailsToAsync(Guid userId)
    {
        await db.Services.GetRequiredService<MailJob>().SendAsync(Ct);
        var email = (await UserAsync(userId)).Email;
        return [.. db.Mails.Sent.Where(mail => mail.To == email)];
    }

    private async Task<(string Secret, IReadOnlyList<string> Codes)> AddAppAsync(ActingPerson person)
    {
        var shown = (await Of(person).NewAuthenticatorAsync(null, Ct)).Value;
        var added = await Of(person).AddAuthenticatorAsync(new AddAuthenticatorForm { Enrolment = shown.Enrolment, Code = Code(shown.Secret), Current = Password }, Ct);
        Assert.Null(added.Error);
        return (shown.Secret, added.Value);
    }

    private static ResetSecondFactorForm Lost(Guid userId) => new() { UserId = userId, Proof = IdentityProof.CalledBack };

    private string Code(string secret, int later = 0) => AuthenticatorCode.At(secret, AuthenticatorCode.StepAt(db.Now) + later);

    [Fact]
    public async Task An_app_is_added_with_its_first_code_kept_protected_and_told_by_mail()
    {
        var nurse = await PersonAsync();
        var shown = (await Of(nurse).NewAuthenticatorAsync(null, Ct)).Value;
        Assert.Equal(shown.Secret, (await Of(nurse).NewAuthenticatorAsync(shown.Enrolment, Ct)).Value.Secret);
        AddAuthenticatorForm Form(string code, string password) => new() { Enrolment = shown.Enrolment, Code = code, Current = password };
        Assert.Equal(AccountErrors.PasswordWrong, (await Of(nurse).AddAuthenticatorAsync(Form(Code(shown.Secret), "wrong"), Ct)).Error);
        Assert.Equal(AccountErrors.CodeWrong, (await Of(nurse).AddAuthenticatorAsync(Form("000000", Password), Ct)).Error);
        var stranger = await PersonAsync();
        Assert.Equal(AccountErrors.EnrolmentOver, (await Of(stranger).AddAuthenticatorAsync(Form(Code(shown.Secret), Password), Ct)).Error); // another person's secret

        var codes = (await Of(nurse).AddAuthenticatorAsync(Form(Code(shown.Secret), Password), Ct)).Value;

        Assert.Equal(RecoveryCode.Count, codes.Distinct().Count());
        Assert.Equal(AccountErrors.AuthenticatorExists, (await Of(nurse).AddAuthenticatorAsync(Form(Code(shown.Secret), Password), Ct)).Error);
        Assert.DoesNotContain(shown.Secret, (await UserAsync(nurse.UserId)).AuthenticatorKey, StringComparison.Ordinal);
        var own = (await Of(nurse).ReadAsync(Ct)).Value;
        Assert.Equal((true, RecoveryCode.Count, staffNeedFactor, PasswordRules.LeastWithFactor), (own.HasFactor, own.RecoveryCodesLeft, own.FactorRequired, own.LeastPassword));
        Assert.Contains(await MailsToAsync(nurse.UserId), mail => mail.Subject == "An authenticator app was added");
        var audit = await db.LookAsync(look => look.AuditEvents.SingleAsync(e => e.ActorUserId == nurse.UserId && e.EventCode == nameof(Permission.ManageOwnAccount)));
        Assert.Equal(("added an authenticator app", AuditOutcome.Success), (audit.Reason, audit.Outcome));
        Assert.DoesNotContain(shown.Secret, audit.Changes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_was_moved_to_another_person_opens_nothing()
    {
        var (one, other) = (await PersonAsync(), await PersonAsync());
        var (secret, _) = await AddAppAsync(one);
        await AddAppAsync(other);
        var key = (await UserAsync(one.UserId)).AuthenticatorKey;
        await db.GivenAsync(async open =>
        {
            var user = await open.Users.SingleAsync(u => u.Id == other.UserId);
            open.Entry(user).Property(u => u.AuthenticatorKey).CurrentValue = key;
        });
        Assert.Equal(SignInFailure.WrongCode, (await Steps.CodeAsync(other.UserId, Code(secret, 1), Origin)).Failure);
        Assert.Equal(SecondFactor.AuthenticatorApp, (await Steps.CodeAsync(one.UserId, Code(secret, 1), Origin)).Factor);
    }

    [Fact]
    public async Task Of_fifty_who_type_the_same_code_at_once_one_comes_in()
    {
        var nurse = await PersonAsync();
        var (secret, codes) = await AddAppAsync(nurse);
        foreach (var code in new[] { Code(secret, 1), codes[0] })
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => Steps.CodeAsync(nurse.UserId, code, Origin))));
            Assert.Single(answers, answer => answer.Factor is not null);
            await Steps.ForgetFailuresAsync(await UserAsync(nurse.UserId));
        }

        Assert.Equal(RecoveryCode.Count - 1, (await Of(nurse).ReadAsync(Ct)).Value.RecoveryCodesLeft);
        Assert.Contains(await MailsToAsync(nurse.UserId), mail => mail.Subject == "A recovery code was used");
        Assert.Equal(1, await db.LookAsync(look => look.AuditEvents.CountAsync(e => e.ActorUserId == nurse.UserId && e.EventCode == SignInAudit.RecoveryCodeUsed)));
    }

    [Fact]
    public async Task Fifty_wrong_tries_at_once_are_counted_one_after_the_other()
    {
        var nurse = await PersonAsync();
        await AddAppAsync(nurse);
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => Steps.CodeAsync(nurse.UserId, "000000", Origin))));
        Assert.Equal((4, 1, 45), (answers.Count(a => a.Failure == SignInFailure.WrongCode), answers.Count(a => a.Failure == SignInFailure.NowLocked), answers.Count(a => a.Failure == SignInFailure.Locked)));
        Assert.True((await UserAsync(nurse.UserId)).IsLockedAt(db.Now));
        Assert.Equal(AccountErrors.Locked, (await Of(nurse).RemoveAuthenticatorAsync(Password, Ct)).Error);
    }

    /// <summary>All are verified before any is counted: the right password among wrong ones gets in only as if they had come one after the other.</summary>
    [Fact]
    public async Task Fifty_guesses_at_once_get_no_further_than_five()
    {
        var nurse = await PersonAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(n => Task.Run(() => Of(nurse).RemoveAuthenticatorAsync($"a wrong guess, number {n}", Ct))));
        Assert.Equal((4, 46), (answers.Count(a => a.Error == AccountErrors.PasswordWrong), answers.Count(a => a.Error == AccountErrors.Locked)));
        Assert.False(await Steps.AcceptPasswordAsync(nurse.UserId, forget: true));
        Assert.True((await UserAsync(nurse.UserId)).IsLockedAt(db.Now));
        Assert.Equal(1, await db.LookAsync(look => look.AuditEvents.CountAsync(e => e.ActorUserId == nurse.UserId && e.EventCode == SignInAudit.LockedOut)));
        Assert.Equal(50, await db.LookAsync(look => look.AuditEvents.CountAsync(e => e.ActorUserId == nurse.UserId && e.EventCode == SignInAudit.SignInFailed)));
    }

    [Fact]
    public async Task A_new_password_ends_every_other_sign_in_and_is_told()
    {
        var nurse = await PersonAsync();
        var store = db.Services.GetRequiredService<SessionStore>();
        var elsewhere = await store.StartAsync(nurse.UserId, new SessionOrigin("192.0.2.9", "Phone", SecondFactor.Passkey));
        var before = await UserAsync(nurse.UserId);
        Assert.Equal(AccountErrors.PasswordWrong, (await Of(nurse).ChangePasswordAsync(new ChangePasswordForm { Current = "no", Password = "nine kites above the harbour" }, Ct)).Error);
        Assert.Equal("account.password-foreseeable", (await Of(nurse).ChangePasswordAsync(new ChangePasswordForm { Current = Password, Password = "passwordpassword1" }, Ct)).Error?.Code);

        var changed = await Of(nurse).ChangePasswordAsync(new ChangePasswordForm { Current = Password, Password = "nine kites above the harbour" }, Ct);

        Assert.Null(changed.Error);
        var after = await UserAsync(nurse.UserId);
        Assert.NotEqual(before.SecurityStamp, after.SecurityStamp);
        Assert.NotEqual(before.PasswordHash, after.PasswordHash);
        var sessions = await db.LookAsync(look => look.UserSessions.AsNoTracking().Where(s => s.UserId == nurse.UserId).ToListAsync());
        Assert.NotNull(sessions.Single(s => s.Id == elsewhere.Id).EndedAt);
        Assert.Contains(sessions, s => s.EndedAt is null); // the one that asked
        Assert.Contains(await MailsToAsync(nurse.UserId), mail => mail.Subject == "Your password was changed");
    }

    [Fact]
    public async Task A_password_that_stands_alone_is_longer()
    {
        var patient = await PersonAsync(Role.Patient);
        var form = new ChangePasswordForm { Current = Password, Password = "kZ7#vq2mB" };
        Assert.Equal(AccountErrors.PasswordShort(PasswordRules.LeastAlone), (await Of(patient).ChangePasswordAsync(form, Ct)).Error);
        await AddAppAsync(patient);
        Assert.Null((await Of(patient).ChangePasswordAsync(form, Ct)).Error);
    }

    [Fact]
    public async Task An_e_mail_changes_when_the_link_that_went_to_the_new_address_is_used_and_once()
    {
        var nurse = await PersonAsync();
        var old = (await UserAsync(nurse.UserId)).Email!;
        var wanted = $"{Guid.NewGuid():N}@new.example";
        Assert.Equal(AccountErrors.EmailSame, (await Of(nurse).AskEmailChangeAsync(new ChangeEmailForm { Email = old.ToUpperInvariant(), Current = Password }, Ct)).Error);
        Assert.Null((await Of(nurse).AskEmailChangeAsync(new ChangeEmailForm { Email = wanted, Current = Password }, Ct)).Error);
        Assert.Equal(old, (await UserAsync(nurse.UserId)).Email);
        Assert.Contains(await MailsToAsync(nurse.UserId), mail => mail.Subject == "Another e-mail was asked for");
        var link = Link(db.Mails.Sent.Single(mail => mail.To == wanted).Text);
        Assert.Equal(AccountErrors.LinkOver, (await Steps.SetPasswordAsync(link, "nine kites above the harbour", Origin)).Error); // a link is good for one thing
        Assert.Equal(wanted, await Steps.OfEmailLinkAsync(link));

        var used = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => Steps.ConfirmEmailAsync(link, Origin))));

        Assert.Single(used, one => !one.Failed);
        Assert.All(used.Where(one => one.Failed), one => Assert.Equal(AccountErrors.LinkOver, one.Error));
        Assert.Equal(wanted, (await UserAsync(nurse.UserId)).Email);
        Assert.Equal(0, await db.LookAsync(look => look.UserSessions.CountAsync(s => s.UserId == nurse.UserId && s.EndedAt == null)));
        await db.Services.GetRequiredService<MailJob>().SendAsync(Ct);
        Assert.Contains(db.Mails.Sent, mail => mail.To == old && mail.Subject == "Your e-mail was changed");
        Assert.Equal(1, await db.LookAsync(look => look.AuditEvents.CountAsync(e => e.ActorUserId == nurse.UserId && e.EventCode == SignInAudit.EmailChanged)));
    }

    [Fact]
    public async Task An_e_mail_that_somebody_has_is_not_taken_and_nobody_learns_it()
    {
        var (nurse, other) = (await PersonAsync(), await PersonAsync());
        var theirs = (await UserAsync(other.UserId)).Email!;
        Assert.Null((await Of(nurse).AskEmailChangeAsync(new ChangeEmailForm { Email = theirs, Current = Password }, Ct)).Error);
        await db.Services.GetRequiredService<MailJob>().SendAsync(Ct);
        var link = Link(db.Mails.Sent.Last(mail => mail.To == theirs && mail.Subject == "Confirm your new e-mail").Text);
        Assert.Equal(AccountErrors.LinkOver, (await Steps.ConfirmEmailAsync(link, Origin)).Error);
    }

    [Fact]
    public async Task A_link_for_a_new_password_is_good_once_for_an_hour_and_of_many_at_once_one_counts()
    {
        var nurse = await PersonAsync();
        await AddAppAsync(nurse);
        var email = (await UserAsync(nurse.UserId)).Email!;
        await Steps.AskResetAsync("nobody-at-all@test.example", Origin);
        await Steps.AskResetAsync(email, Origin);
        await Steps.AskResetAsync(email, Origin); // asking often fills no mailbox
        var mail = Assert.Single(await MailsToAsync(nurse.UserId), one => one.Text.Contains("set-password", StringComparison.Ordinal));
        var link = Link(mail.Text);
        Assert.Null(await Steps.OfPasswordLinkAsync(link[..^2]));
        Assert.Null(await Steps.OfPasswordLinkAsync(null));

        var used = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => Steps.SetPasswordAsync(link, $"nine kites above harbour {i}", Origin))));
        Assert.Single(used, one => !one.Failed);
        Assert.All(used.Where(one => one.Failed), one => Assert.Equal(AccountErrors.LinkOver, one.Error));

        Assert.Equal(NextStep.Code, await Steps.NextAsync(await UserAsync(nurse.UserId))); // the link stands for the password, not for the app

        db.Clock.Advance(TimeSpan.FromMinutes(3));
        await Steps.AskResetAsync(email, Origin);
        var second = Link((await MailsToAsync(nurse.UserId))[^1].Text);
        db.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(AccountErrors.LinkOver, (await Steps.SetPasswordAsync(second, "nine kites above the harbour", Origin)).Error);
        Assert.Equal(2, await db.LookAsync(look => look.AuditEvents.CountAsync(e => e.ActorUserId == nurse.UserId && e.EventCode == SignInAudit.PasswordResetAsked)));
    }

    [Fact]
    public async Task Passkeys_come_and_go_and_staff_keep_one_factor()
    {
        var nurse = await PersonAsync();
        Assert.Equal(RecoveryCode.Count, (await Of(nurse).AddPasskeyAsync(OwnAccountCases.Passkey("Phone"), Ct)).Value.Count);
        Assert.Empty((await Of(nurse).AddPasskeyAsync(OwnAccountCases.Passkey(" Key\u202E "), Ct)).Value);
        var rows = (await Of(nurse).ReadAsync(Ct)).Value.Passkeys;
        Assert.Equal(["Passkey", "Phone"], rows.Select(r => r.Name).Order());
        Assert.Equal(ErrorKind.NotFound, (await Of(await PersonAsync()).RemovePasskeyAsync(rows[0].Id, Password, Ct)).Error?.Kind);
        Assert.Null((await Of(nurse).RemovePasskeyAsync(rows[0].Id, Password, Ct)).Error);
        Assert.Equal(staffNeedFactor ? AccountErrors.LastFactor : null, (await Of(nurse).RemovePasskeyAsync(rows[1].Id, Password, Ct)).Error);
        Assert.Equal(staffNeedFactor ? RecoveryCode.Count : 0, (await Of(nurse).ReadAsync(Ct)).Value.RecoveryCodesLeft);
        Assert.Equal(staffNeedFactor ? NextStep.Passkey : NextStep.Enter, await Steps.NextAsync(await UserAsync(nurse.UserId)));
    }

    [Fact]
    public async Task Without_a_second_factor_a_session_opens_no_door_for_staff_and_the_own_record_for_a_patient()
    {
        var nurse = await PersonAsync();
        var patient = await PersonAsync(Role.Patient);
        var store = db.Services.GetRequiredService<SessionStore>();
        async Task<bool> OpensAsync(ActingPerson person, Permission permission, SecondFactor factor)
        {
            var session = await store.StartAsync(person.UserId, new SessionOrigin(null, "Test", factor));
            await using var scope = db.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<TestUser>().Caller = new Caller(person.UserId, db.OrganizationId, session.Mark);
            try
            {
                await using var open = await scope.ServiceProvider.GetRequiredService<MediSecureDb>().OpenAsync(permission, Ct);
                return true;
            }
            catch (AccessDeniedException)
            {
                return false;
            }
        }

        Assert.Equal(!staffNeedFactor, await OpensAsync(nurse, Permission.ViewBeds, SecondFactor.None));
        Assert.True(await OpensAsync(nurse, Permission.ViewBeds, SecondFactor.Passkey));
        Assert.True(await OpensAsync(patient, Permission.ViewAppointments, SecondFactor.None));
        Assert.Equal(staffNeedFactor ? NextStep.Enrol : NextStep.Enter, await Steps.NextAsync(await UserAsync(nurse.UserId)));
        Assert.Equal(NextStep.Enter, await Steps.NextAsync(await UserAsync(patient.UserId)));
    }

    [Fact]
    public async Task Support_takes_lost_factors_away_ends_all_sign_ins_and_tells_the_person()
    {
        var nurse = await PersonAsync();
        await AddAppAsync(nurse);
        var support = db.As(Role.ItSupport).Service<AccountService>();
        Assert.True((await support.FactorsAsync(nurse.UserId, Ct)).Value.HasFactor);

        Assert.Null((await support.ResetSecondFactorAsync(Lost(nurse.UserId), Ct)).Error);

        Assert.Equal("lost, said when called back", await db.LookAsync(look => look.AuditEvents.Where(e => e.EventCode == "ResetSecondFactor" && e.EntityId == nurse.UserId && e.Reason != null).Select(e => e.Reason).FirstOrDefaultAsync()));
        Assert.Equal(nameof(ResetSecondFactorForm.Proof), (await support.ResetSecondFactorAsync(new ResetSecondFactorForm { UserId = nurse.UserId }, Ct)).Error?.Field);
        Assert.Equal(new PersonFactors(true, null, 0, 0), (await support.FactorsAsync(nurse.UserId, Ct)).Value);
        Assert.Equal(0, await db.LookAsync(look => look.UserSessions.CountAsync(s => s.UserId == nurse.UserId && s.EndedAt == null)));
        Assert.Contains(await MailsToAsync(nurse.UserId), mail => mail.Subject == "Your second factors were taken away");
        Assert.Equal(AccountErrors.NoFactor, (await support.ResetSecondFactorAsync(Lost(nurse.UserId), Ct)).Error);
        Assert.Equal(AccountErrors.OwnFactor, (await support.ResetSecondFactorAsync(Lost(db.As(Role.ItSupport).UserId), Ct)).Error);
        Assert.Equal(ErrorKind.NotFound, (await support.ResetSecondFactorAsync(Lost(db.AsStranger(Role.Nurse).UserId), Ct)).Error?.Kind);
        Assert.Equal(ErrorKind.NotFound, (await support.FactorsAsync(db.AsStranger(Role.Nurse).UserId, Ct)).Error?.Kind);
    }

    /// <summary>Where somebody was treated before they worked anywhere has no power over their sign-in.</summary>
    [Fact]
    public async Task Where_a_person_is_only_a_patient_does_not_administer_the_sign_in()
    {
        var nurse = await PersonAsync();
        var clinic = await db.Given.OrganizationAsync();
        await db.ArrangeAsync(clinic, open =>
        {
            open.Add(new OrganizationMembership(Guid.CreateVersion7(), clinic, nurse.UserId, Role.Patient, db.Now.AddYears(-3)));
            return Task.CompletedTask;
        });
        db.Services.GetRequiredService<AccessCache>().DropAll();
        Assert.Equal(db.OrganizationId, (await db.Services.GetRequiredService<AccessCache>().GetAsync(nurse.UserId))!.HomeId);
    }

    /// <summary>Whoever adds somebody to the staff by e-mail gets no power over the sign-in that opens another hospital.</summary>
    [Fact]
    public async Task Only_the_organisation_that_a_person_joined_first_touches_the_sign_in_itself()
    {
        var nurse = await PersonAsync();
        await AddAppAsync(nurse);
        var second = await db.Given.OrganizationAsync();
        await db.ArrangeAsync(second, open =>
        {
            open.Add(new OrganizationMembership(Guid.CreateVersion7(), second, nurse.UserId, Role.Nurse, db.Now));
            open.Add(new Data.Features.Staff.StaffMember(Guid.CreateVersion7(), second, nurse.UserId, "Nurse At Two"));
            return Task.CompletedTask;
        });
        db.Services.GetRequiredService<AccessCache>().DropAll();
        var (support, sessions) = ((await db.People.ItSupportAsync(second)).Service<AccountService>(), (await db.People.StaffAsync(second, null, Role.Administrator)).Service<SessionService>());

        Assert.Equal(AccountErrors.OtherHome, (await support.ResetSecondFactorAsync(Lost(nurse.UserId), Ct)).Error);
        Assert.Equal(AccountErrors.OtherHome, (await support.FactorsAsync(nurse.UserId, Ct)).Error);
        Assert.Equal(AccountErrors.OtherHome, (await support.UnlockAsync(nurse.UserId, Ct)).Error);
        Assert.Equal(AccountErrors.OtherHome, (await sessions.OfPersonAsync(nurse.UserId, Ct)).Error);
        Assert.Equal(AccountErrors.OtherHome, (await sessions.EndOfPersonAsync(nurse.UserId, Ct)).Error);
        Assert.True((await db.As(Role.ItSupport).Service<AccountService>().FactorsAsync(nurse.UserId, Ct)).Value.HasFactor);

        await db.ArrangeAsync(db.OrganizationId, async open => (await open.OrganizationMemberships.SingleAsync(m => m.UserId == nurse.UserId)).End(db.Now));
        db.Services.GetRequiredService<AccessCache>().DropAll();
        Assert.Null((await support.ResetSecondFactorAsync(Lost(nurse.UserId), Ct)).Error); // nobody else is left who could help
    }

    [Fact]
    public async Task An_invitation_sets_a_first_password_and_an_earlier_one_stops_working()
    {
        var nurse = await db.People.NurseAsync(db.OrganizationId);
        var administrator = db.As(Role.Administrator).Service<AccountService>();
        Assert.Null((await administrator.InviteAsync(nurse.UserId, Ct)).Error);
        var earlier = Link((await MailsToAsync(nurse.UserId))[^1].Text); // sent one after the other: mails of one instant come in any order
        Assert.Null((await administrator.InviteAsync(nurse.UserId, Ct)).Error);
        var later = Link((await MailsToAsync(nurse.UserId))[^1].Text);
        Assert.Null(await Steps.OfPasswordLinkAsync(earlier));
        Assert.Null((await Steps.SetPasswordAsync(later, "nine kites above the harbour", Origin)).Error);
        Assert.Equal(AccountErrors.HasPassword, (await administrator.InviteAsync(nurse.UserId, Ct)).Error);
        Assert.Equal(ErrorKind.NotFound, (await administrator.InviteAsync(db.AsStranger(Role.Nurse).UserId, Ct)).Error?.Kind);
        Assert.Equal(ErrorKind.NotFound, (await administrator.InviteAsync(db.As(Role.Patient).UserId, Ct)).Error?.Kind);
    }

    private static string Link(string text) => System.Text.RegularExpressions.Regex.Match(text, "link=([A-Za-z0-9_-]+)").Groups[1].Value;
}

public sealed class OwnAccountServiceOnSqlite(SqliteDatabase db) : OwnAccountServiceTests(db, staffNeedFactor: false), IClassFixture<SqliteDatabase>;

public sealed class OwnAccountServiceOnPostgres(PostgresDatabase db) : OwnAccountServiceTests(db, staffNeedFactor: true), IClassFixture<PostgresDatabase>;

public sealed class OwnAccountCases : IOperationCases
{
    public IEnumerable<OperationCase> Cases =>
    [
        new("OwnAccountService.ReadAsync", Permission.ManageOwnAccount, (_, person) => Task.FromResult<Func<Task<Result>>>(async () => await person.Service<OwnAccountService>().ReadAsync(CancellationToken.None))),
        new("OwnAccountService.ChangePasswordAsync", Permission.ManageOwnAccount, Own((service, _) => service.ChangePasswordAsync(Sent.Form(new ChangePasswordForm { Current = OwnAccountServiceTests.Password, Password = "nine kites above the harbour" }), CancellationToken.None))),
        new("OwnAccountService.AskEmailChangeAsync", Permission.ManageOwnAccount, Own((service, _) => service.AskEmailChangeAsync(Sent.Form(new ChangeEmailForm { Current = OwnAccountServiceTests.Password, Email = "new@new.example" }), CancellationToken.None))),
        new("OwnAccountService.NewAuthenticatorAsync", Permission.ManageOwnAccount, Own(async (service, _) => await service.NewAuthenticatorAsync(null, CancellationToken.None))),
        new("OwnAccountService.AddAuthenticatorAsync", Permission.ManageOwnAccount, Own(AddAsync)),
        new("OwnAccountService.RemoveAuthenticatorAsync", Permission.ManageOwnAccount, Own(async (service, now) =>
        {
            await AddAsync(service, now);
            await service.AddPasskeyAsync(Passkey("Second"), CancellationToken.None);
            return await service.RemoveAuthenticatorAsync(OwnAccountServiceTests.Password, CancellationToken.None);
        })),
        new("OwnAccountService.AddPasskeyAsync", Permission.ManageOwnAccount, Own(async (service, _) => await service.AddPasskeyAsync(Passkey("One"), CancellationToken.None))),
        new("OwnAccountService.RemovePasskeyAsync", Permission.ManageOwnAccount, Own(async (service, _) =>
        {
            await service.AddPasskeyAsync(Passkey("One"), CancellationToken.None);
            await service.AddPasskeyAsync(Passkey("Two"), CancellationToken.None);
            return await service.ReadAsync(CancellationToken.None) is { Failed: false, Value.Passkeys: [var first, ..] } ? await service.RemovePasskeyAsync(first.Id, OwnAccountServiceTests.Password, CancellationToken.None) : Error.NotFound;
        })),
        new("OwnAccountService.NewRecoveryCodesAsync", Permission.ManageOwnAccount, Own(async (service, _) =>
        {
            await service.AddPasskeyAsync(Passkey("One"), CancellationToken.None);
            return await service.NewRecoveryCodesAsync(OwnAccountServiceTests.Password, CancellationToken.None);
        })),
        new("AccountService.FactorsAsync", Permission.ResetSecondFactor, (world, person) =>
        {
            var nurse = world.As(Role.Nurse).UserId;
            return Task.FromResult<Func<Task<Result>>>(async () => await person.Service<AccountService>().FactorsAsync(nurse, CancellationToken.None));
        }),
        new("AccountService.ResetSecondFactorAsync", Permission.ResetSecondFactor, async (world, person) =>
        {
            var lost = world.As(Role.Dietitian, Role.Nurse).UserId; // nobody who acts in a cell
            await world.GivenAsync(async open => (await open.Users.SingleAsync(u => u.Id == lost)).AddAuthenticator("key", 1, DateTime.UnixEpoch));
            return () => person.Service<AccountService>().ResetSecondFactorAsync(Sent.Form(new ResetSecondFactorForm { UserId = lost, Proof = IdentityProof.StaffCard }), CancellationToken.None);
        }),
        new("AccountService.InviteAsync", Permission.InvitePerson, (world, person) =>
        {
            var invited = world.As(Role.Pharmacist, Role.Nurse).UserId;
            return Task.FromResult<Func<Task<Result>>>(() => person.Service<AccountService>().InviteAsync(invited, CancellationToken.None));
        }),
    ];

    internal static Task GivePasswordAsync(ITestWorld world, ActingPerson person) => world.GivenAsync(async open =>
        (await open.Users.SingleAsync(u => u.Id == person.UserId)).PasswordHash = QuickPasswords.Hash(OwnAccountServiceTests.Password));

    internal static AddPasskeyForm Passkey(string name) => Sent.Form(new AddPasskeyForm(new UserPasskeyInfo(Guid.NewGuid().ToByteArray(), [1, 2], DateTimeOffset.UnixEpoch, 0, [], true, false, false, [3], [4]) { Name = name }, OwnAccountServiceTests.Password));

    /// <summary>The person with a password and without factors, so that no cell finds what another left.</summary>
    private static Func<ITestWorld, ActingPerson, Task<Func<Task<Result>>>> Own(Func<OwnAccountService, DateTime, Task<Result>> call) => async (world, person) =>
    {
        await GivePasswordAsync(world, person);
        await world.GivenAsync(async open =>
        {
            var user = await open.Users.SingleAsync(u => u.Id == person.UserId);
            user.Unlock();
            user.RemoveAuthenticator();
            open.RemoveRange(await AccountChanges.Passkeys(open, person.UserId).ToListAsync());
        });
        return () => call(person.Service<OwnAccountService>(), world.Clock.GetUtcNow().UtcDateTime);
    };

    private static async Task<Result> AddAsync(OwnAccountService service, DateTime now)
    {
        var shown = (await service.NewAuthenticatorAsync(null, CancellationToken.None)).Value;
        return await service.AddAuthenticatorAsync(
            Sent.Form(new AddAuthenticatorForm { Enrolment = shown.Enrolment, Code = AuthenticatorCode.At(shown.Secret, AuthenticatorCode.StepAt(now)), Current = OwnAccountServiceTests.Password }), CancellationToken.None);
    }
}
