using System.Globalization;
using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Features.Appointments;
using MediSecure.Data.Features.Beds;
using MediSecure.Data.Features.Departments;
using MediSecure.Data.Features.Organizations;
using MediSecure.Data.Features.Patients;
using MediSecure.Data.Features.Rooms;
using MediSecure.Data.Features.Staff;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.ActivityLog;

public sealed partial class ActivityLogService
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    // Which field of any row holds the id of what.
    private static readonly Dictionary<string, string> Targets = new(StringComparer.Ordinal)
    {
        ["BedId"] = nameof(Bed), ["RoomId"] = nameof(Room), ["WardId"] = nameof(Ward), ["DepartmentId"] = nameof(Department), ["ClinicianId"] = nameof(StaffMember), ["StaffMemberId"] = nameof(StaffMember),
        ["PatientId"] = nameof(Patient), ["UserId"] = nameof(AppUser), ["ClinicianUserId"] = nameof(AppUser), ["RecordedBy"] = nameof(AppUser), ["CreatedBy"] = nameof(AppUser), ["RequestedBy"] = nameof(AppUser),
        ["StartedBy"] = nameof(AppUser), ["CompletedBy"] = nameof(AppUser), ["CancelledBy"] = nameof(AppUser),
        ["StatedBy"] = nameof(AppUser), ["EndedBy"] = nameof(AppUser), ["EnteredInErrorBy"] = nameof(AppUser), ["CertifiedBy"] = nameof(AppUser),
        ["TriagedBy"] = nameof(AppUser), ["AssessedBy"] = nameof(AppUser), ["TakenBy"] = nameof(AppUser), ["ClosedBy"] = nameof(AppUser), ["ProposedBy"] = nameof(AppUser), ["DecidedBy"] = nameof(AppUser),
    };

    /// <summary>Events with their words. Names are looked up now, within the organisation; the log itself keeps only ids.</summary>
    private static async Task<IReadOnlyList<ActivityRow>> ReadAsync(MediSecureDbContext db, IReadOnlyList<AuditEvent> events, TimeZoneInfo zone, CancellationToken ct)
    {
        var changes = events.ToDictionary(e => e.Id, e => ChangedRow.Read(e.Changes));
        var names = await NamesAsync(db, events, changes.Values, ct);
        var ids = events.Select(e => e.Id).ToList();
        var seals = await db.AuditSeals.AsNoTracking().Where(s => ids.Contains(s.EventId)).ToDictionaryAsync(s => s.EventId, s => s.Number, ct);
        return events.Select(e => Row(e, changes[e.Id], names, zone) with { SealNumber = seals.TryGetValue(e.Id, out var number) ? number : null }).ToList();
    }

    private static ActivityRow Row(AuditEvent e, IReadOnlyList<ChangedRow> changes, Names names, TimeZoneInfo zone)
    {
        var word = ActivityWords.Of(e.EventCode);
        var patient = e.PatientId is { } id ? names.Patients.GetValueOrDefault(id) : null;
        var actor = e.ActorUserId is { } user ? names.Of(nameof(AppUser), user) ?? "Somebody not of this organisation" : e.ActorRoles.Length > 0 ? $"The system ({e.ActorRoles})" : "Somebody unknown";
        var did = ActivitySentence.Fill(ActivitySentence.Choose(word, e.Action, Statuses(e, changes)), Facts(e, changes, names, patient?.Name, zone));
        var what = e.Outcome switch
        {
            AuditOutcome.Refused => $"was refused: {word.Name}",
            AuditOutcome.Failed when e.EventCode != SignInAudit.SignInFailed => $"failed: {word.Name}",
            _ => did,
        };
        return new ActivityRow
        {
            Id = e.Id,
            RecordedAt = e.RecordedAt,
            EventCode = e.EventCode,
            Operation = char.ToUpperInvariant(word.Name[0]) + word.Name[1..],
            Action = e.Action,
            Outcome = e.Outcome,
            ActorUserId = e.ActorUserId,
            Actor = actor,
            Roles = e.ActorRoles,
            Sentence = $"{actor} {what}",
            What = what,
            Purpose = e.Purpose,
            OnBehalf = e.OnBehalfOf is not null,
            PatientId = e.PatientId,
            Patient = patient?.Name,
            RecordNumber = patient?.RecordNumber,
            BirthDate = patient?.BirthDate,
            EntityType = e.EntityType,
            EntityId = e.EntityId,
            Reason = e.Reason,
            Address = e.Address,
            Changes = changes.Select(row => Change(row, names, zone)).ToList(),
        };
    }

    // The subject's own row stands first in what people ask: the rows that were made, then the others.
    private static IEnumerable<string> Statuses(AuditEvent e, IReadOnlyList<ChangedRow> changes) => e is { EntityType: nameof(AdministratorProposal), Action: AuditAction.Create } ? ["Proposed"] : changes.OrderBy(row => row.Action == "Added" ? 1 : 0)
        .SelectMany(row => row.Fields).Where(f => f.New is not null && ((f.Name == "Status" && f.Old is not null) || f.Name is "Outcome" or "Restriction")).Select(f => f.New!);

    private static ActivityFacts Facts(AuditEvent e, IReadOnlyList<ChangedRow> changes, Names names, string? patient, TimeZoneInfo zone)
    {
        var ids = changes.OrderBy(row => row.Action == "Added" ? 0 : 1).SelectMany(row => row.Fields).ToList();
        string? Named(string field, string kind) => ids.Where(f => f.Name == field).Select(f => Guid.TryParse(f.New, out var id) ? names.Of(kind, id) : null).FirstOrDefault(n => n is not null);
        string? Of(params ReadOnlySpan<string> kinds)
        {
            foreach (var kind in kinds)
            {
                if (e.EntityType == kind && e.EntityId is { } main && names.Of(kind, main) is { } name)
                {
                    return name;
                }

                if (changes.Where(row => row.Type == kind && row.Id is not null).Select(row => names.Of(kind, row.Id!.Value)).FirstOrDefault(n => n is not null) is { } other)
                {
                    return other;
                }
            }

            return null;
        }

        var visit = e.EntityType == nameof(Appointment) && e.EntityId is { } a ? names.Visits.GetValueOrDefault(a) : null;
        var starts = ids.Where(f => f.Name == "StartsAt" && f.New is not null).Select(f => Instant(f.New!)).FirstOrDefault(at => at is not null) ?? visit?.StartsAt;
        return new ActivityFacts(
            patient,
            Named("BedId", nameof(Bed)) ?? Of(nameof(BedStay), nameof(CleaningTask), nameof(Bed)),
            starts is { } at ? Local(at, zone).ToString("ddd d MMM, HH:mm", English) : null,
            Named("ClinicianId", nameof(StaffMember)) ?? visit?.Clinician,
            Of(nameof(Organization), nameof(Department), nameof(Ward), nameof(Room), nameof(Bed), nameof(StaffMember), nameof(AppUser), nameof(AdministratorProposal)) ?? Named("UserId", nameof(AppUser)) ?? Named("StaffMemberId", nameof(StaffMember))
                ?? Named("RoomId", nameof(Room)));
    }

    private static ActivityChange Change(ChangedRow row, Names names, TimeZoneInfo zone) => new(
        row.Id is { } id && names.Of(row.Type, id) is { } label ? $"{FieldWords.Of(row.Type)} {label}" : FieldWords.Of(row.Type),
        row.Action switch { "Added" => "created", "Modified" => "changed", "Deleted" => "deleted", "Read" => "shown", var other => other },
        row.Fields.Select(f => new ActivityField(FieldWords.Of(f.Name), Value(f.Name, f.Old, names, zone), Value(f.Name, f.New, names, zone))).ToList());

    private static string? Value(string field, string? value, Names names, TimeZoneInfo zone)
    {
        if (value is null)
        {
            return null;
        }

        if (Guid.TryParse(value, out var id))
        {
            return Targets.TryGetValue(field, out var kind) ? names.Of(kind, id) ?? "an id of no name here" : "an id";
        }

        return Instant(value) is { } at ? Local(at, zone).ToString("ddd d MMM yyyy, HH:mm", English) : FieldWords.Of(value);
    }

    private static DateTime? Instant(string value) => value.EndsWith('Z') && DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var at) ? at : null;

    private static DateTime Local(DateTime at, TimeZoneInfo zone) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(at, DateTimeKind.Utc), zone);

    /// <summary>Looks up every name that a page needs, each kind at most once.</summary>
    private static async Task<Names> NamesAsync(MediSecureDbContext db, IReadOnlyList<AuditEvent> events, IEnumerable<IReadOnlyList<ChangedRow>> changes, CancellationToken ct)
    {
        var wanted = new Dictionary<string, HashSet<Guid>>(StringComparer.Ordinal);
        void Want(string? kind, Guid? id)
        {
            if (kind is not null && id is { } known)
            {
                (wanted.TryGetValue(kind, out var set) ? set : wanted[kind] = []).Add(known);
            }
        }

        foreach (var e in events)
        {
            Want(e.EntityType, e.EntityId);
            Want(nameof(AppUser), e.ActorUserId);
            Want(nameof(Patient), e.PatientId);
        }

        foreach (var row in changes.SelectMany(rows => rows))
        {
            Want(row.Type, row.Id);
            foreach (var field in row.Fields.Where(f => Targets.ContainsKey(f.Name)))
            {
                Want(Targets[field.Name], Guid.TryParse(field.Old, out var old) ? old : null);
                Want(Targets[field.Name], Guid.TryParse(field.New, out var now) ? now : null);
            }
        }

        var names = new Names();
        async Task LookAsync(string kind, Func<List<Guid>, IQueryable<Named>> find, string? asKind = null)
        {
            if (wanted.TryGetValue(kind, out var ids))
            {
                foreach (var found in await find([.. ids]).ToListAsync(ct))
                {
                    names.Add(asKind ?? kind, found.Id, found.Name);
                }
            }
        }

        await LookAsync(nameof(Bed), ids => db.Beds.Where(b => ids.Contains(b.Id)).Select(b => new Named(b.Id, b.Label)));
        await LookAsync(nameof(BedStay), ids => from s in db.BedStays where ids.Contains(s.Id) join b in db.Beds on s.BedId equals b.Id select new Named(s.Id, b.Label));
        await LookAsync(nameof(CleaningTask), ids => from t in db.CleaningTasks where ids.Contains(t.Id) join b in db.Beds on t.BedId equals b.Id select new Named(t.Id, b.Label));
        await LookAsync(nameof(Room), ids => db.Rooms.Where(r => ids.Contains(r.Id)).Select(r => new Named(r.Id, r.Number)));
        await LookAsync(nameof(Ward), ids => db.Wards.Where(w => ids.Contains(w.Id)).Select(w => new Named(w.Id, w.Name)));
        await LookAsync(nameof(Department), ids => db.Departments.Where(d => ids.Contains(d.Id)).Select(d => new Named(d.Id, d.Name)));
        await LookAsync(nameof(Organization), ids => db.Organizations.Where(o => ids.Contains(o.Id)).Select(o => new Named(o.Id, o.Name)));
        await LookAsync(nameof(StaffMember), ids => db.StaffMembers.Where(s => ids.Contains(s.Id)).Select(s => new Named(s.Id, s.Name)));
        // Somebody who acts for a patient, by the name in the grant; then a patient's own name, so that somebody who works here too is shown as staff.
        await LookAsync(nameof(AppUser), ids => db.CareProxies.Where(c => c.CarerUserId != null && ids.Contains(c.CarerUserId.Value)).Select(c => new Named(c.CarerUserId!.Value, c.CarerName)));
        await LookAsync(nameof(AppUser), ids => db.Patients.Where(p => p.UserId != null && ids.Contains(p.UserId.Value)).Select(p => new Named(p.UserId!.Value, p.DisplayName)));
        await LookAsync(nameof(AppUser), ids => db.StaffMembers.Where(s => ids.Contains(s.UserId)).Select(s => new Named(s.UserId, s.Name)));
        await LookAsync(nameof(AdministratorProposal), ids => from p in db.AdministratorProposals where ids.Contains(p.Id) join s in db.StaffMembers on p.UserId equals s.UserId select new Named(p.Id, s.Name));
        if (wanted.TryGetValue(nameof(Patient), out var patients))
        {
            var list = patients.ToList();
            foreach (var p in await db.Patients.AsNoTracking().Where(p => list.Contains(p.Id)).Select(p => new { p.Id, p.DisplayName, p.RecordNumber, p.BirthDate }).ToListAsync(ct))
            {
                names.Patients[p.Id] = new PatientName(p.DisplayName, p.RecordNumber, p.BirthDate);
                names.Add(nameof(Patient), p.Id, $"{p.DisplayName} ({p.RecordNumber})");
            }
        }

        if (wanted.TryGetValue(nameof(Appointment), out var visits))
        {
            var list = visits.ToList();
            foreach (var v in await (from a in db.Appointments.AsNoTracking() where list.Contains(a.Id) join s in db.StaffMembers on a.ClinicianId equals s.Id select new { a.Id, a.StartsAt, s.Name }).ToListAsync(ct))
            {
                names.Visits[v.Id] = new VisitName(v.StartsAt, v.Name);
            }
        }

        return names;
    }

    private sealed record Named(Guid Id, string Name);

    private sealed record PatientName(string Name, string RecordNumber, DateOnly BirthDate);

    private sealed record VisitName(DateTime StartsAt, string Clinician);

    private sealed class Names
    {
        private readonly Dictionary<(string, Guid), string> _all = [];

        public Dictionary<Guid, PatientName> Patients { get; } = [];

        public Dictionary<Guid, VisitName> Visits { get; } = [];

        public void Add(string kind, Guid id, string name) => _all[(kind, id)] = name;

        public string? Of(string kind, Guid id) => _all.GetValueOrDefault((kind, id));
    }
}
