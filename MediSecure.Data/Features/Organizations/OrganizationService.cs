using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Features.Appointments;
using MediSecure.Data.Features.Beds;
using MediSecure.Data.Features.Patients;
using MediSecure.Data.Features.Staff;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.Organizations;

/// <summary>The caller's organisation and those below it.</summary>
public sealed class OrganizationService(MediSecureDb db, TimeProvider clock)
{
    /// <summary>Where record numbers of a new organisation begin.</summary>
    private const long FirstRecordNumber = 100_000;

    /// <summary>The caller's organisation first, each followed by those below it, in the order of names.</summary>
    public async Task<IReadOnlyList<OrganizationRow>> TreeAsync(CancellationToken ct)
    {
        Guid here;
        await using (var own = await db.OpenAsync(Permission.ViewOrganizations, ct))
        {
            here = own.OrganizationId;
        }

        await using var tree = await db.OpenTreeAsync(Permission.ViewOrganizations, ct);
        var rows = await tree.Organizations.AsNoTracking().Select(o => new OrganizationRow(o.Id, o.ParentId, 0, o.Name, o.Type, o.TimeZone, o.ClosedAt,
            tree.Departments.Count(d => d.OrganizationId == o.Id && d.ClosedAt == null),
            tree.Beds.Count(b => b.OrganizationId == o.Id && b.Status != BedStatus.Closed),
            tree.StaffMembers.Count(s => s.OrganizationId == o.Id && s.LeftAt == null),
            o.Id == here)).ToListAsync(ct);
        var below = rows.Where(r => r.Id != here && r.ParentId is not null).ToLookup(r => r.ParentId!.Value);
        return [.. rows.Where(r => r.Id == here).SelectMany(r => Walk(r with { ParentId = null }))];

        IEnumerable<OrganizationRow> Walk(OrganizationRow row) =>
            below[row.Id].OrderBy(r => r.Name, StringComparer.Ordinal).SelectMany(r => Walk(r with { Depth = row.Depth + 1 })).Prepend(row);
    }

    /// <summary>The caller's own organisation.</summary>
    public async Task<Result<OrganizationDetail>> DetailAsync(CancellationToken ct)
    {
        await using var open = await db.OpenAsync(Permission.ViewOrganizations, ct);
        return await open.Organizations.AsNoTracking()
            .Select(o => new OrganizationDetail(o.Id, o.ParentId, o.Name, o.Type, o.TimeZone, o.Currency, o.Country, o.RecordNumberPrefix, o.PatientCancelHours, new CareTerms(o.CareDaysAfterVisit, o.CareDaysAfterStay, o.EmergencyMinutes), o.ClosedAt, o.Version))
            .SingleOrDefaultAsync(ct) is { } detail ? detail : Error.NotFound;
    }

    public async Task<OrganizationCounts> FiguresAsync(CancellationToken ct)
    {
        await using var open = await db.OpenAsync(Permission.ViewOrganizations, ct);
        return await open.Organizations.Where(o => o.Id == open.OrganizationId).Select(o => new OrganizationCounts(
            open.Departments.Count(d => d.ClosedAt == null), open.Wards.Count(w => w.ClosedAt == null), open.StaffMembers.Count(s => s.LeftAt == null),
            open.Rooms.Count(r => r.ClosedAt == null))).SingleAsync(ct);
    }

    /// <summary>Makes an organisation below the caller's. Whoever makes it is its first administrator and works there.</summary>
    public Task<Result> CreateAsync(CreateOrganizationForm form, CancellationToken ct) => db.ChangeAsync(Permission.CreateOrganization, async (db, ct) =>
    {
        if (FormRules.Check(form) is { } broken)
        {
            return broken;
        }

        await db.LockAsync("organization", db.OrganizationId, ct);
        var name = Text.CleanOrEmpty(form.Name);
        var siblings = await Children(db).Select(o => new { o.Id, o.Name }).ToListAsync(ct);
        if (siblings.Any(o => o.Id == form.Id))
        {
            return Result.Ok; // the same form again
        }

        if (siblings.Any(o => string.Equals(o.Name, name, StringComparison.OrdinalIgnoreCase)))
        {
            return OrganizationErrors.NameTaken;
        }

        var creator = await db.StaffMembers.AsNoTracking().Where(s => s.UserId == db.ActorId).Select(s => s.Name).SingleOrDefaultAsync(ct);
        db.Add(new Organization(form.Id, name, form.Type!.Value, form.TimeZone!.Trim(), db.OrganizationId, form.RecordNumberPrefix!, form.Currency!, form.Country!));
        db.Add(new OrganizationMembership(Guid.CreateVersion7(), form.Id, db.ActorId, Role.Administrator, clock.GetUtcNow().UtcDateTime));
        db.Add(new RecordNumberCounter(form.Id, FirstRecordNumber));
        if (creator is not null)
        {
            db.Add(new StaffMember(Guid.CreateVersion7(), form.Id, db.ActorId, creator));
        }

        return await db.SaveAsync(ct);
    }, ct);

    /// <summary>Changes the caller's own organisation.</summary>
    public Task<Result> EditAsync(EditOrganizationForm form, CancellationToken ct) => db.ChangeAsync(Permission.EditOrganization, async (db, ct) =>
    {
        if (FormRules.Check(form) is { } broken)
        {
            return broken;
        }

        await db.LockAsync("organization", db.OrganizationId, ct);
        var organization = await db.Organizations.SingleAsync(o => o.Id == db.OrganizationId, ct);
        if (organization.Version != form.Version)
        {
            return Error.Stale;
        }

        var zone = form.TimeZone!.Trim();
        if (zone != organization.TimeZone && await ComingVisitsAsync(db, ct) is > 0 and var visits)
        {
            return OrganizationErrors.ZoneInUse(visits);
        }

        if (form.Country != organization.Country && await db.Patients.AnyAsync(ct))
        {
            return OrganizationErrors.CountryInUse;
        }

        organization.Edit(Text.CleanOrEmpty(form.Name), form.Type!.Value, zone, form.Currency!, form.Country!, form.PatientCancelHours!.Value);
        organization.SetCare(new CareTerms(form.CareDaysAfterVisit!.Value, form.CareDaysAfterStay!.Value, form.EmergencyMinutes!.Value));
        return await db.SaveAsync(ct);
    }, ct);

    /// <summary>Closes the caller's own organisation. Refused while patients lie in beds, visits are coming, or an organisation below it is open.</summary>
    public Task<Result> CloseAsync(CloseOrganizationForm form, CancellationToken ct) => db.ChangeAsync(Permission.EditOrganization, async (db, ct) =>
    {
        if (FormRules.Check(form) is { } broken)
        {
            return broken;
        }

        await db.LockAsync("organization", db.OrganizationId, ct);
        var organization = await db.Organizations.SingleAsync(o => o.Id == db.OrganizationId, ct);
        var what = Listing.Join(
            Listing.Of(await Children(db).Where(o => o.ClosedAt == null).OrderBy(o => o.Name).Select(o => o.Name).ToListAsync(ct), "open organisation below it", "open organisations below it"),
            Listing.Count(await db.BedStays.CountAsync(s => s.ReleasedAt == null, ct), "patient with a bed or a reservation", "patients with a bed or a reservation"),
            Listing.Count(await ComingVisitsAsync(db, ct), "coming visit", "coming visits"));
        if (what is not null)
        {
            return OrganizationErrors.InUse(what);
        }

        db.Because(Text.Clean(form.Reason));
        var result = organization.Close(clock.GetUtcNow().UtcDateTime);
        return result.Failed ? result : await db.SaveAsync(ct);
    }, ct);

    /// <summary>Reopens a closed organisation directly below the caller's: nobody can act inside a closed one.</summary>
    public Task<Result> ReopenAsync(Guid organizationId, CancellationToken ct) => db.ChangeAsync(Permission.EditOrganization, async (db, ct) =>
    {
        var organization = await Children(db).SingleOrDefaultAsync(o => o.Id == organizationId, ct);
        if (organization is null)
        {
            return Error.NotFound;
        }

        var result = organization.Reopen();
        return result.Failed ? result : await db.SaveAsync(ct);
    }, ct);

    // The rows of the organisations directly below, and nothing that belongs to them.
    private static IQueryable<Organization> Children(MediSecureDbContext db) =>
        db.Organizations.IgnoreQueryFilters([ScopeFilters.Organization]).Where(o => o.ParentId == db.OrganizationId);

    private Task<int> ComingVisitsAsync(MediSecureDbContext db, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return db.Appointments.CountAsync(a => a.EndsAt > now && (a.Status == AppointmentStatus.Held || a.Status == AppointmentStatus.Booked || a.Status == AppointmentStatus.Arrived || a.Status == AppointmentStatus.CheckedIn), ct);
    }
}
