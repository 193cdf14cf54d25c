using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Appointments;
using MediSecure.Data.Features.Beds;
using MediSecure.Data.Features.Referrals;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.Departments;

/// <summary>Departments of the caller's organisation with their wards.</summary>
public sealed class DepartmentService(MediSecureDb db, TimeProvider clock)
{
    private static readonly ReferralProgress[] OpenReferral = [ReferralProgress.Requested, ReferralProgress.Received, ReferralProgress.Accepted, ReferralProgress.InProgress];

    /// <summary>All of them, closed ones too, in the order of names: a hospital has dozens, not thousands.</summary>
    public async Task<IReadOnlyList<DepartmentRow>> ListAsync(CancellationToken ct)
    {
        await using var open = await db.OpenAsync(Permission.ViewDepartments, ct);
        var wards = await open.Wards.AsNoTracking().Select(w => new WardRow(w.Id, w.DepartmentId, w.Name, w.ClosedAt, w.ClosedReason,
            open.Rooms.Count(r => r.WardId == w.Id && r.ClosedAt == null),
            (from b in open.Beds join r in open.Rooms on b.RoomId equals r.Id where r.WardId == w.Id && b.Status != BedStatus.Closed select b).Count(), w.Version)).ToListAsync(ct);
        var byDepartment = wards.OrderBy(w => w.Name, StringComparer.Ordinal).ToLookup(w => w.DepartmentId);
        var departments = await open.Departments.AsNoTracking().Select(d => new DepartmentRow(d.Id, d.Name, d.Specialty, d.ClosedAt, d.ClosedReason,
            open.Rooms.Count(r => r.DepartmentId == d.Id && r.ClosedAt == null),
            (from p in open.StaffDepartments join s in open.StaffMembers on p.StaffMemberId equals s.Id where p.DepartmentId == d.Id && s.LeftAt == null select s).Count(), d.Version, Array.Empty<WardRow>(), d.TakesReferrals))
            .ToListAsync(ct);
        return [.. departments.OrderBy(d => d.Name, StringComparer.Ordinal).Select(d => d with { Wards = [.. byDepartment[d.Id]] })];
    }

    public Task<Result> CreateAsync(CreateDepartmentForm form, CancellationToken ct) => db.ChangeAsync(Permission.EditDepartments, async (db, ct) =>
    {
        if (FormRules.Check(form) is { } broken)
        {
            return broken;
        }

        await db.LockAsync("organization", db.OrganizationId, ct);
        if (await db.Departments.AnyAsync(d => d.Id == form.Id, ct))
        {
            return Result.Ok; // the same form again
        }

        var name = Text.CleanOrEmpty(form.Name);
        if (await DepartmentNamedAsync(db, name, null, ct))
        {
            return DepartmentErrors.NameTaken;
        }

        db.Add(new Department(form.Id, db.OrganizationId, name, Text.Clean(form.Specialty)));
        return await db.SaveAsync(ct);
    }, ct);

    public Task<Result> EditAsync(EditDepartmentForm form, CancellationToken ct) => db.ChangeAsync(Permission.EditDepartments, async (db, ct) =>
    {
        if (FormRules.Check(form) is { } broken)
        {
            return broken;
        }

        await db.LockAsync("organization", db.OrganizationId, ct);
        var department = await db.Departments.SingleOrDefaultAsync(d => d.Id == form.Id, ct);
        if (department is null)
        {
            return Error.NotFound;
        }

        if (department.Version != form.Version)
        {
            return Error.Stale;
        }

        var name = Text.CleanOrEmpty(form.Name);
        if (await DepartmentNamedAsync(db, name, form.Id, ct))
        {
            return DepartmentErrors.NameTaken;
        }

        department.Edit(name, Text.Clean(form.Specialty));
        department.OpenToReferrals(form.TakesReferrals);
        return await db.SaveAsync(ct);
    }, ct);

    /// <summary>Refused while wards or rooms of it are open, people work in it, or visits are booked there; the message names them.</summary>
    public Task<Result> CloseAsync(CloseDepartmentForm form, CancellationToken ct) => db.ChangeAsync(Permission.EditDepartments, async (db, ct) =>
    {
        if (FormRules.Check(form) is { } broken)
        {
            return broken;
        }

        await db.LockAsync("organization", db.OrganizationId, ct);
        var department = await db.Departments.SingleOrDefaultAsync(d => d.Id == form.Id, ct);
        if (department is null)
        {
            return Error.NotFound;
        }

        if (await WhatHangsOnDepartmentAsync(db, form.Id, ct) is { } what)
        {
            return DepartmentErrors.InUse(what);
        }

        var result = department.Close(Text.CleanOrEmpty(form.Reason), clock.GetUtcNow().UtcDateTime);
        return result.Failed ? result : await db.SaveAsync(ct);
    }, ct);

    public Task<Result> ReopenAsync(Guid departmentId, CancellationToken ct) => db.ChangeAsync(Permission.EditDepartments, async (db, ct) =>
    {
        var department = await db.Departments.SingleOrDefaultAsync(d => d.Id == departmentId, ct);
        if (department is null)
        {
            return Error.NotFound;
        }

        var result = department.Reopen();
        return result.Failed ? result : await db.SaveAsync(ct);
    }, ct);

    public Task<Result> CreateWardAsync(CreateWardForm form, CancellationToken ct) => db.ChangeAsync(Permission.EditDepartments, async (db, ct) =>
    {
        if (FormRules.Check(form) is { } broken)
        {
            return broken;
        }

        await db.LockAsync("organization", db.OrganizationId, ct);
        if (await db.Wards.AnyAsync(w => w.Id == form.Id, ct))
        {
            return Result.Ok; // the same form again
        }

        var department = await db.Departments.AsNoTracking().Where(d => d.Id == form.DepartmentId).Select(d => new { d.ClosedAt }).SingleOrDefaultAsync(ct);
        if (department is null)
        {
            return Error.NotFound;
        }

        if (department.ClosedAt is not null)
        {
            return DepartmentErrors.DepartmentIsClosed;
        }

        var name = Text.CleanOrEmpty(form.Name);
        if (await WardNamedAsync(db, name, null, ct))
        {
            return DepartmentErrors.WardNameTaken;
        }

        db.Add(new Ward(form.Id, db.OrganizationId, form.DepartmentId, name));
        return await db.SaveAsync(ct);
    }, ct);

    public Task<Result> EditWardAsync(EditWardForm form, CancellationToken ct) => db.ChangeAsync(Permission.EditDepartments, async (db, ct) =>
    {
        if (FormRules.Check(form) is { } broken)
        {
            return broken;
        }

        await db.LockAsync("organization", db.OrganizationId, ct);
        var ward = await db.Wards.SingleOrDefaultAsync(w => w.Id == form.Id, ct);
        if (ward is null)
        {
            return Error.NotFound;
        }

        if (ward.Version != form.Version)
        {
            return Error.Stale;
        }

        var name = Text.CleanOrEmpty(form.Name);
        if (await WardNamedAsync(db, name, form.Id, ct))
        {
            return DepartmentErrors.WardNameTaken;
        }

        ward.Rename(name);
        return await db.SaveAsync(ct);
    }, ct);

    /// <summary>Refused while rooms of it are open; rooms in turn close only without beds in use.</summary>
    public Task<Result> CloseWardAsync(CloseDepartmentForm form, CancellationToken ct) => db.ChangeAsync(Permission.EditDepartments, async (db, ct) =>
    {
        if (FormRules.Check(form) is { } broken)
        {
            return broken;
        }

        await db.LockAsync("organization", db.OrganizationId, ct);
        var ward = await db.Wards.SingleOrDefaultAsync(w => w.Id == form.Id, ct);
        if (ward is null)
        {
            return Error.NotFound;
        }

        var rooms = await db.Rooms.Where(r => r.WardId == form.Id && r.ClosedAt == null).OrderBy(r => r.Number).Select(r => r.Number).ToListAsync(ct);
        if (Listing.Of(rooms, "open room", "open rooms") is { } what)
        {
            return DepartmentErrors.WardInUse(what);
        }

        var result = ward.Close(Text.CleanOrEmpty(form.Reason), clock.GetUtcNow().UtcDateTime);
        return result.Failed ? result : await db.SaveAsync(ct);
    }, ct);

    /// <summary>Refused while the department is closed.</summary>
    public Task<Result> ReopenWardAsync(Guid wardId, CancellationToken ct) => db.ChangeAsync(Permission.EditDepartments, async (db, ct) =>
    {
        await db.LockAsync("organization", db.OrganizationId, ct);
        var ward = await db.Wards.SingleOrDefaultAsync(w => w.Id == wardId, ct);
        if (ward is null)
        {
            return Error.NotFound;
        }

        if (await db.Departments.AnyAsync(d => d.Id == ward.DepartmentId && d.ClosedAt != null, ct))
        {
            return DepartmentErrors.DepartmentIsClosed;
        }

        var result = ward.Reopen();
        return result.Failed ? result : await db.SaveAsync(ct);
    }, ct);

    // The index refuses the same spelling; under the lock this also refuses "surgery" beside "Surgery".
    private static async Task<bool> DepartmentNamedAsync(MediSecureDbContext db, string name, Guid? except, CancellationToken ct) =>
        (await db.Departments.Where(d => d.Id != except).Select(d => d.Name).ToListAsync(ct)).Contains(name, StringComparer.OrdinalIgnoreCase);

    private static async Task<bool> WardNamedAsync(MediSecureDbContext db, string name, Guid? except, CancellationToken ct) =>
        (await db.Wards.Where(w => w.Id != except).Select(w => w.Name).ToListAsync(ct)).Contains(name, StringComparer.OrdinalIgnoreCase);

    private async Task<string?> WhatHangsOnDepartmentAsync(MediSecureDbContext db, Guid departmentId, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var people = await (from p in db.StaffDepartments
                            join s in db.StaffMembers on p.StaffMemberId equals s.Id
                            where p.DepartmentId == departmentId && s.LeftAt == null
                            orderby s.SearchName
                            select s.Name).ToListAsync(ct);
        return Listing.Join(
            Listing.Of(await db.Wards.Where(w => w.DepartmentId == departmentId && w.ClosedAt == null).OrderBy(w => w.Name).Select(w => w.Name).ToListAsync(ct), "open ward", "open wards"),
            Listing.Of(await db.Rooms.Where(r => r.DepartmentId == departmentId && r.ClosedAt == null).OrderBy(r => r.Number).Select(r => r.Number).ToListAsync(ct), "open room", "open rooms"),
            Listing.Of(people, "person", "people"),
            Listing.Count(await db.Appointments.CountAsync(a => a.DepartmentId == departmentId && a.EndsAt > now
                && (a.Status == AppointmentStatus.Held || a.Status == AppointmentStatus.Booked || a.Status == AppointmentStatus.Arrived || a.Status == AppointmentStatus.CheckedIn), ct), "coming visit", "coming visits"),
            Listing.Count(await db.Referrals.CountAsync(r => r.DepartmentId == departmentId && OpenReferral.Contains(r.Progress!.Value), ct)
                + await db.IncomingReferrals.CountAsync(r => r.DepartmentId == departmentId && OpenReferral.Contains(r.Progress!.Value), ct), "open referral", "open referrals"));
    }
}
