using MediSecure.Data.Access;
using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Features.ActivityLog;
using MediSecure.Data.Features.Organizations;
using MediSecure.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MediSecure.Tests.Features.Accounts;

public abstract class SignInAuditTests(TestDatabase db)
{
    private static readonly SignInOrigin Origin = new("192.0.2.7", "trace-1", "session-1");

    private SignInAudit Audit => db.Services.GetRequiredService<SignInAudit>();

    [Fact]
    public async Task A_sign_in_is_kept_by_the_organisation_that_is_entered_with_address_and_trace()
    {
        var nurse = await db.People.NurseAsync(db.OrganizationId);

        await Audit.SignedInAsync(nurse.UserId, db.OrganizationId, Origin);
        await Audit.SwitchedAsync(nurse.UserId, db.OrganizationId, Origin);
        await Audit.SignedOutAsync(nurse.UserId, db.OrganizationId, Origin);

        var events = await db.LookAsync(look => look.AuditEvents.Where(e => e.ActorUserId == nurse.UserId).OrderBy(e => e.RecordedAt).ThenBy(e => e.Id).ToListAsync());
        Assert.Equal([SignInAudit.OrganizationSwitched, SignInAudit.SignedIn, SignInAudit.SignedOut], events.Select(e => e.EventCode).Order());
        Assert.All(events, e => Assert.Equal(("192.0.2.7", "trace-1", "session-1", "Nurse", AuditOutcome.Success), (e.Address, e.TraceId, e.SessionHash, e.ActorRoles, e.Outcome)));
    }

    [Fact]
    public async Task A_failure_of_somebody_who_works_in_two_places_is_seen_by_both()
    {
        var doctor = await db.People.DoctorAsync(db.OrganizationId);
        await db.People.AlsoAtAsync(doctor, db.OtherOrganizationId, Role.Doctor);

        await Audit.FailedAsync(doctor.UserId, SignInFailure.NowLocked, Origin);

        foreach (var organization in new[] { db.OrganizationId, db.OtherOrganizationId })
        {
            var events = await db.LookAsync(organization, look => look.AuditEvents.Where(e => e.ActorUserId == doctor.UserId).ToListAsync());
            Assert.Equal([SignInAudit.LockedOut, SignInAudit.SignInFailed], events.Select(e => e.EventCode).Order());
        }
    }

    [Fact]
    public async Task An_unknown_name_belongs_to_the_platform_and_is_not_kept()
    {
        await Audit.FailedAsync(null, SignInFailure.UnknownName, Origin with { TraceId = "unknown-" + new string('x', 200) });

        var kept = await db.LookAsync(Organization.PlatformId, look => look.AuditEvents.SingleAsync(e => e.TraceId!.StartsWith("unknown-")));
        Assert.Equal((null, SignInAudit.SignInFailed, "unknown name", 64), (kept.ActorUserId, kept.EventCode, kept.Reason, kept.TraceId!.Length));
        Assert.Equal(0, await db.LookAsync(look => look.AuditEvents.CountAsync(e => e.TraceId == kept.TraceId)));
    }
}

public sealed class SignInAuditOnSqlite(SqliteDatabase db) : SignInAuditTests(db), IClassFixture<SqliteDatabase>;

public sealed class SignInAuditOnPostgres(PostgresDatabase db) : SignInAuditTests(db), IClassFixture<PostgresDatabase>;
