using MediSecure.Data.Access;
using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Features.ActivityLog;
using MediSecure.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace MediSecure.Tests.Access;

/// <summary>Sessions as rows, and the doors that demand one.</summary>
public abstract class SessionStoreTests(TestDatabase db)
{
    private static readonly CancellationToken Ct = CancellationToken.None;
    private static readonly SessionOrigin Origin = new("192.0.2.4", "Firefox on Windows", SecondFactor.AuthenticatorApp);

    private SessionStore Sessions => db.Services.GetRequiredService<SessionStore>();

    private FakeTimeProvider Clock => db.Clock;

    /// <summary>The person, with this session and no other.</summary>
    private static ActingPerson With(ActingPerson person, string? mark)
    {
        person.Service<TestUser>().Caller = person.Service<TestUser>().Caller! with { Session = mark };
        return person;
    }

    private async Task<bool> OpensAsync(ActingPerson person)
    {
        try
        {
            await using var open = await person.Doors.OpenAsync(Permission.ViewBeds, Ct);
            return true;
        }
        catch (AccessDeniedException)
        {
            return false;
        }
    }

    [Fact]
    public async Task A_door_opens_only_with_a_live_session_of_the_same_person_and_a_refusal_is_recorded()
    {
        var nurse = await db.People.NurseAsync(db.OrganizationId);
        var session = await Sessions.StartAsync(nurse.UserId, Origin);
        Assert.True(await OpensAsync(With(nurse, session.Mark)));

        var another = await Sessions.StartAsync((await db.People.NurseAsync(db.OrganizationId)).UserId, Origin);
        foreach (var mark in new[] { "", "not-an-id", Guid.NewGuid().ToString("N"), another.Mark })
        {
            Assert.False(await OpensAsync(With(nurse, mark)), mark);
        }

        Assert.True(await Sessions.EndAsync(session.Id, SessionEnd.EndedByAdministrator));
        Assert.False(await OpensAsync(With(nurse, session.Mark)));
        Assert.False(await Sessions.EndAsync(session.Id, SessionEnd.SignedOut)); // the first end is the one that counts
        var refusals = await db.LookAsync(look => look.AuditEvents.Where(e => e.ActorUserId == nurse.UserId && e.Outcome == AuditOutcome.Refused).Select(e => e.Reason).ToListAsync());
        Assert.Equal(5, refusals.Count);
        Assert.All(refusals, reason => Assert.Equal("the session is over", reason));
    }

    [Fact]
    public async Task An_unused_session_is_over_after_the_idle_limit_and_use_keeps_it_alive_until_the_absolute_one()
    {
        var nurse = await db.People.NurseAsync(db.OrganizationId);
        var idle = await Sessions.StartAsync(nurse.UserId, Origin);
        Clock.Advance(TimeSpan.FromMinutes(14));
        Assert.NotNull(await Sessions.LiveAsync(idle.Mark, nurse.UserId));
        Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(await Sessions.LiveAsync(idle.Mark, nurse.UserId));
        await Sessions.TouchAsync(idle.Id); // too late
        Assert.Null(await Sessions.LiveAsync(idle.Mark, nurse.UserId));

        var busy = await Sessions.StartAsync(nurse.UserId, Origin);
        for (var minutes = 0; minutes < (12 * 60) - 10; minutes += 10)
        {
            Clock.Advance(TimeSpan.FromMinutes(10));
            Assert.NotNull((await Sessions.TouchAsync(busy.Id)) is { } touched && touched.IsLive(db.Now, Sessions.Limits) ? touched : null);
        }

        Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Null(await Sessions.LiveAsync(busy.Mark, nurse.UserId));
    }

    [Fact]
    public async Task Use_is_written_at_most_every_half_minute()
    {
        var nurse = await db.People.NurseAsync(db.OrganizationId);
        var session = await Sessions.StartAsync(nurse.UserId, Origin);
        var began = db.Now;
        for (var i = 0; i < 5; i++)
        {
            Clock.Advance(TimeSpan.FromSeconds(25));
            await Sessions.TouchAsync(session.Id);
        }

        // Touched at 25, 50, 75, 100 and 125 s: written at 25, 75 and 125.
        Assert.Equal(began.AddSeconds(125), (await Sessions.GetAsync(session.Id))!.SeenAt);
        Clock.Advance(TimeSpan.FromSeconds(20));
        await Sessions.TouchAsync(session.Id);
        Assert.Equal(began.AddSeconds(125), (await Sessions.GetAsync(session.Id))!.SeenAt);
    }

    [Fact]
    public async Task A_sign_in_that_is_switched_off_or_locked_for_long_has_no_live_session_and_one_locked_for_minutes_has()
    {
        var nurse = await db.People.NurseAsync(db.OrganizationId);
        var session = await Sessions.StartAsync(nurse.UserId, Origin);
        await db.GivenAsync(async open => (await open.Users.SingleAsync(u => u.Id == nurse.UserId)).LockoutEnd = Clock.GetUtcNow().AddMinutes(5));
        Assert.True(await OpensAsync(With(nurse, session.Mark)));
        await db.GivenAsync(async open => (await open.Users.SingleAsync(u => u.Id == nurse.UserId)).LockoutEnd = Clock.GetUtcNow().AddYears(100));
        Assert.False(await OpensAsync(nurse));
        await db.GivenAsync(async open => (await open.Users.SingleAsync(u => u.Id == nurse.UserId)).LockoutEnd = null);
        Assert.True(await OpensAsync(nurse));
        await db.GivenAsync(async open => (await open.Users.SingleAsync(u => u.Id == nurse.UserId)).Disable(db.Now));
        Assert.False(await OpensAsync(nurse));
    }

    /// <summary>Two seconds of memory and no more: another process ends the session behind this one's back.</summary>
    [Fact]
    public async Task A_session_ended_elsewhere_is_refused_two_seconds_later()
    {
        var nurse = await db.People.NurseAsync(db.OrganizationId);
        var session = await Sessions.StartAsync(nurse.UserId, Origin);
        Assert.True(await OpensAsync(With(nurse, session.Mark)));
        await using (var elsewhere = db.Unscoped())
        {
            (await elsewhere.UserSessions.SingleAsync(s => s.Id == session.Id)).End(db.Now, SessionEnd.EndedByOwner);
            await elsewhere.SaveChangesAsync();
        }

        Clock.Advance(TimeSpan.FromSeconds(2.1));
        Assert.False(await OpensAsync(nurse));
    }

    [Fact]
    public async Task A_look_at_open_pages_sees_what_changed_past_every_cache()
    {
        var nurse = await db.People.StaffAsync(db.OrganizationId, null, Role.Nurse, Role.Receptionist);
        var session = await Sessions.StartAsync(nurse.UserId, Origin);
        var seat = new Seat(session.Id, nurse.UserId, db.OrganizationId);
        var stranger = new Seat(session.Id, Guid.NewGuid(), db.OrganizationId);
        var check = db.Services.GetRequiredService<SeatCheck>();

        var first = await check.LookAsync([seat, stranger], Ct);
        Assert.True(first[seat].IsLive);
        Assert.Equal([Role.Nurse, Role.Receptionist], first[seat].Roles);
        Assert.False(first[stranger].IsLive);

        await db.GivenAsync(async open => (await open.OrganizationMemberships.SingleAsync(m => m.UserId == nurse.UserId && m.Role == Role.Nurse)).End(db.Now));
        Assert.Equal([Role.Receptionist], (await check.LookAsync([seat], Ct))[seat].Roles);
        Clock.Advance(TimeSpan.FromMinutes(16));
        var late = (await check.LookAsync([seat], Ct))[seat];
        Assert.Equal((false, SessionEnd.Idle), (late.IsLive, late.Passed));
    }

    [Fact]
    public async Task A_limit_that_ended_a_session_is_recorded_once()
    {
        var organization = await db.Given.OrganizationAsync();
        var nurse = await db.People.NurseAsync(organization);
        var session = await Sessions.StartAsync(nurse.UserId, Origin);
        var expiry = db.Services.GetRequiredService<SessionExpiry>();
        Assert.Null(await expiry.LookAsync(session.Id, nurse.UserId, organization, null, null));
        Clock.Advance(TimeSpan.FromMinutes(15));

        Assert.Equal(SessionEnd.Idle, await expiry.LookAsync(session.Id, nurse.UserId, organization, "192.0.2.4", "trace"));
        Assert.Null(await expiry.LookAsync(session.Id, nurse.UserId, organization, null, null));

        var audit = await db.LookAsync(organization, look => look.AuditEvents.SingleAsync(e => e.EventCode == SignInAudit.SessionEnded));
        Assert.Equal((nurse.UserId, session.Mark, "not used for the idle limit"), (audit.ActorUserId!.Value, audit.SessionHash, audit.Reason));
    }

    [Fact]
    public async Task Rows_that_are_long_over_are_cleared_away_at_the_next_sign_in()
    {
        var nurse = await db.People.NurseAsync(db.OrganizationId);
        var old = await Sessions.StartAsync(nurse.UserId, Origin);
        Clock.Advance(TimeSpan.FromDays(91));
        var fresh = await Sessions.StartAsync(nurse.UserId, Origin);
        Assert.Equal([fresh.Id], await db.LookAsync(look => look.UserSessions.Where(s => s.UserId == nurse.UserId).Select(s => s.Id).ToListAsync()));
        Assert.Null(await Sessions.LiveAsync(old.Mark, nurse.UserId));
    }
}

public sealed class SessionStoreOnSqlite(SqliteDatabase db) : SessionStoreTests(db), IClassFixture<SqliteDatabase>;

public sealed class SessionStoreOnPostgres(PostgresDatabase db) : SessionStoreTests(db), IClassFixture<PostgresDatabase>;
