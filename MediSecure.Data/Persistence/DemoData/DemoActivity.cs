using System.Globalization;
using System.Text.Json;
using MediSecure.Data.Access;
using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Features.ActivityLog;
using MediSecure.Data.Features.Organizations;

namespace MediSecure.Data.Persistence.DemoData;

/// <summary>What the activity log says of the last two days, told from the demo's own rows: who booked, checked in, admitted, cleaned and signed in, when, and for whom. Fills last,
/// because it reads what the other parts put into the context.</summary>
internal sealed partial class DemoActivity
{
    /// <summary>Somebody without a demo sign-in whose account is locked, so that support has something to unlock.</summary>
    public const string LockedPerson = "Mary Ude";

    private static readonly TimeSpan Reach = TimeSpan.FromHours(48);
    private static readonly string AppVersion = typeof(DemoActivity).Assembly.GetName().Version?.ToString(3) ?? "0";

    private readonly SeedRows _seed;
    private readonly DemoWorld _world;
    private readonly Organization _organization;
    private readonly Dictionary<Guid, List<Role>> _roles;
    private readonly List<AuditEvent> _events = [];
    private AuditPurpose? _purpose; // other than what follows from the code
    private TimeSpan _reach = Reach;
    private Guid? _onBehalfOf;

    private DemoActivity(SeedRows seed, DemoWorld world, Organization organization)
    {
        _seed = seed;
        _world = world;
        _organization = organization;
        _roles = Added<OrganizationMembership>().GroupBy(m => m.UserId).ToDictionary(g => g.Key, g => g.Select(m => m.Role).ToList());
    }

    public static void Fill(SeedRows seed, DemoWorld world, Organization organization)
    {
        var activity = new DemoActivity(seed, world, organization);
        activity.Shifts();
        activity.Troubles();
        activity.Visits();
        activity.Stays();
        activity.Cleaning();
        activity.Emergencies();
        activity.Rights();
        activity.Vitals();
        activity.Triage();
        activity.Nutrition();
        seed.AddRange(activity._events);
    }

    /// <summary>Sign-ins and sign-outs of the staff, by their shifts.</summary>
    private void Shifts()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(_organization.TimeZone);
        foreach (var staff in _world.Staff.Where(s => s.OrganizationId == _organization.Id))
        {
            var random = DemoWorld.Random("shift:" + staff.UserId);
            for (var day = -2; day <= 0; day++)
            {
                var began = _world.Today(_organization).AddDays(day).ToDateTime(new TimeOnly(7, 20)).AddMinutes(random.Next(70));
                var at = TimeZoneInfo.ConvertTimeToUtc(DateTime.SpecifyKind(began, DateTimeKind.Unspecified), zone);
                Tell(SignInAudit.SignedIn, AuditAction.Execute, staff.UserId, at, null, nameof(AppUser), staff.UserId);
                Tell(SignInAudit.SignedOut, AuditAction.Execute, staff.UserId, at.AddMinutes(480 + random.Next(60)), null, nameof(AppUser), staff.UserId);
            }
        }
    }

    /// <summary>Forgotten passwords, one locked account, somebody who tried a page that is not theirs.</summary>
    private void Troubles()
    {
        Fails(LockedPerson, 25, 5, locks: true);
        Fails("Uche Anyanwu", 95, 2);
        Fails("Femi Ojo", 190, 1);
        Fails("Dr Efua Mensah", 410, 3);
        Fails("Nneka Obi-Okonkwo", 130, 2);
        Fails("Samuel Adeyinka", 75, 1);
        if (Person("Sam Etim") is { } porter)
        {
            Tell(nameof(Permission.SearchPatients), AuditAction.Execute, porter, _world.Now.AddMinutes(-310), outcome: AuditOutcome.Refused, reason: "page");
        }

        if (Person("Femi Ojo") is { } accountant)
        {
            Tell(nameof(Permission.ViewActivityLog), AuditAction.Execute, accountant, _world.Now.AddMinutes(-1_480), outcome: AuditOutcome.Refused, reason: "page");
        }
    }

    private void Fails(string name, int minutesAgo, int times, bool locks = false)
    {
        if (Person(name) is not { } user)
        {
            return;
        }

        var last = _world.Now.AddMinutes(-minutesAgo);
        for (var i = 0; i < times; i++)
        {
            Tell(SignInAudit.SignInFailed, AuditAction.Execute, user, last.AddSeconds(-40 * (times - 1 - i)), null, nameof(AppUser), user, AuditOutcome.Failed, "wrong password");
        }

        if (locks)
        {
            Tell(SignInAudit.LockedOut, AuditAction.Execute, user, last, null, nameof(AppUser), user, AuditOutcome.Success, "too many wrong passwords");
        }
    }

    private Guid? Person(string name) => _world.Staff.FirstOrDefault(s => s.OrganizationId == _organization.Id && s.Name == name)?.UserId;

    private IEnumerable<T> Added<T>() where T : class => _seed.Of<T>();

    /// <summary>One event, if it lies within reach and its actor is known.</summary>
    private void Tell(string code, AuditAction action, Guid? actor, DateTime? at, Guid? patient = null, string? type = null, Guid? id = null, AuditOutcome outcome = AuditOutcome.Success,
        string? reason = null, params ReadOnlySpan<(string Field, string? Old, string? New)> fields)
    {
        if (actor is not { } user || at is not { } when || when > _world.Now || when < _world.Now - _reach)
        {
            return;
        }

        var key = string.Create(CultureInfo.InvariantCulture, $"{code}:{user}:{id}:{when:O}:{_events.Count}");
        _events.Add(new AuditEvent
        {
            OrganizationId = _organization.Id,
            Id = DemoWorld.Id("audit", _organization.Name, key),
            RecordedAt = when,
            EventCode = code,
            Action = action,
            Outcome = outcome,
            ActorUserId = user,
            ActorRoles = string.Join(',', _roles.GetValueOrDefault(user) ?? []),
            OnBehalfOf = _onBehalfOf,
            SessionHash = DemoWorld.Id("session", user.ToString()).ToString("N")[..24],
            Address = $"10.20.{user.ToByteArray()[0] % 8}.{1 + (user.ToByteArray()[1] % 250)}",
            TraceId = "demo",
            Purpose = _purpose ?? (code is SignInAudit.SignedIn or SignInAudit.SignedOut or SignInAudit.SignInFailed or SignInAudit.LockedOut ? AuditPurpose.Operations : AuditPurpose.Treatment),
            PatientId = patient,
            EntityType = type,
            EntityId = id,
            Changes = fields.Length == 0 ? null : Changes(type, id, action, fields),
            Reason = reason,
            Node = "demo",
            AppVersion = AppVersion,
        });
    }

    /// <summary>In the shape that the audit of a real change has.</summary>
    private static string Changes(string? type, Guid? id, AuditAction action, ReadOnlySpan<(string Field, string? Old, string? New)> fields)
    {
        var list = new List<Dictionary<string, string>>();
        foreach (var (field, old, now) in fields)
        {
            var one = new Dictionary<string, string> { ["name"] = field };
            if (old is not null)
            {
                one["old"] = old;
            }

            if (now is not null)
            {
                one["new"] = now;
            }

            list.Add(one);
        }

        return JsonSerializer.Serialize(new[] { new { type, id, action = action == AuditAction.Create ? "Added" : "Modified", fields = list } });
    }
}
