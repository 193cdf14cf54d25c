using System.Security.Cryptography;
using System.Text;
using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Features.Patients;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;
using Text = MediSecure.Data.Common.Text;

namespace MediSecure.Data.Features.Staff;

/// <summary>The people who work at the caller's organisation.</summary>
public sealed class StaffService(MediSecureDb db, AccountChanges accounts, TimeProvider clock)
{
    public async Task<Paged<StaffRow>> ListAsync(StaffQuery query, CancellationToken ct)
    {
        await using var open = await db.OpenAsync(Permission.ViewStaff, ct);
        var today = await TodayAsync(open, ct);
        var staff = Filter(open, query, today);
        var total = await staff.Take(Paged<StaffRow>.CountLimit + 1).CountAsync(ct);
        var page = await (from s in Order(staff, query.Page).Skip(query.Page.Skip).Take(query.Page.Size)
                          join u in open.Users on s.UserId equals u.Id
                          select new { Member = s, u.Email }).ToListAsync(ct);
        var users = page.Select(p => p.Member.UserId).ToList();
        var ids = page.Select(p => p.Member.Id).ToList();
        var roles = (await Held(open).Where(m => users.Contains(m.UserId)).Select(m => new { m.UserId, m.Role }).ToListAsync(ct)).ToLookup(m => m.UserId, m => m.Role);
        var departments = (await (from p in open.StaffDepartments
                                  join d in open.Departments on p.DepartmentId equals d.Id
                                  where ids.Contains(p.StaffMemberId)
                                  select new { p.StaffMemberId, d.Name }).ToListAsync(ct)).ToLookup(d => d.StaffMemberId, d => d.Name);
        return new Paged<StaffRow>([.. page.Select(p => Row(p.Member, p.Email ?? "", [.. roles[p.Member.UserId].Order()],
            [.. departments[p.Member.Id].Order(StringComparer.Ordinal)], today))], total, query.Page);
    }

    public async Task<Result<StaffDetail>> DetailAsync(Guid staffMemberId, CancellationToken ct)
    {
        await using var open = await db.OpenAsync(Permission.ViewStaff, ct);
        var found = await (from s in open.StaffMembers.AsNoTracking()
                           join u in open.Users on s.UserId equals u.Id
                           where s.Id == staffMemberId
                           select new { Member = s, u.Email }).SingleOrDefaultAsync(ct);
        if (found is null)
        {
            return Error.NotFound;
        }

        var member = found.Member;
        var departments = await (from p in open.StaffDepartments
                                 join d in open.Departments on p.DepartmentId equals d.Id
                                 where p.StaffMemberId == staffMemberId
                                 orderby d.Name
                                 select new { d.Id, d.Name }).ToListAsync(ct);
        var roles = await open.OrganizationMemberships.AsNoTracking().Where(m => m.OrganizationId == open.OrganizationId && m.UserId == member.UserId && m.Role != Role.Patient)
            .OrderBy(m => m.EndedAt != null).ThenByDescending(m => m.GrantedAt).ThenBy(m => m.Id).Select(m => new MembershipRow(m.Id, m.Role, m.GrantedAt, m.EndedAt, m.EndedAt == null && m.PrivacyOfficerFromAt != null)).ToListAsync(ct);
        var licence = Licences.StateOf(member.LicenceNumber, member.LicenceExpiresOn, roles.Where(r => r.EndedAt is null).Select(r => r.Role), await TodayAsync(open, ct));
        return new StaffDetail(member.Id, member.UserId, member.Name, found.Email ?? "", member.Specialty, member.LicenceNumber, member.LicenceExpiresOn, licence,
            member.IsBookable, member.LeftAt, [.. departments.Select(d => d.Id)], [.. departments.Select(d => d.Name)], roles, await DutyService.Coming(open, member.Id, clock.GetUtcNow().UtcDateTime).CountAsync(ct), member.Version);
    }

    /// <summary>Licences of people who work here that have run out, end within 30 days or are missing; the most pressing first, at most 100.</summary>
    public async Task<IReadOnlyList<LicenceRow>> LicencesAsync(CancellationToken ct)
    {
        await using var open = await db.OpenAsync(Permission.ViewStaff, ct);
        var today = await TodayAsync(open, ct);
        var until = today.AddDays(Licences.WarningDays);
        var clinical = Licences.ClinicalRoles.ToList();
        var rows = await open.StaffMembers.AsNoTracking()
            .Where(s => s.LeftAt == null && (s.LicenceExpiresOn <= until || (s.LicenceNumber == null && Held(open).Any(m => m.UserId == s.UserId && clinical.Contains(m.Role)))))
            .OrderBy(s => s.LicenceExpiresOn == null).ThenBy(s => s.LicenceExpiresOn).ThenBy(s => s.SearchName).ThenBy(s => s.Id).Take(PageRequest.MaxSize)
            .Select(s => new { s.Id, s.Name, s.LicenceNumber, s.LicenceExpiresOn }).ToListAsync(ct);
        return [.. rows.Select(s => new LicenceRow(s.Id, s.Name, s.LicenceNumber, s.LicenceExpiresOn, Licences.StateOf(s.LicenceNumber, s.LicenceExpiresOn, clinical, today),
            s.LicenceExpiresOn is { } last ? last.DayNumber - today.DayNumber : null))];
    }

    /// <summary>Adds somebody. The e-mail's sign-in is used, or made without a password and invited by mail to set one; nothing on the screen tells whether it was there before.</summary>
    public Task<Result> AddAsync(AddStaffForm form, CancellationToken ct) => db.ChangeAsync(Permission.EditStaff, async (db, ct) =>
    {
        if ((FormRules.Check(form) ?? CheckLicence(form.LicenceNumber, form.LicenceExpiresOn) ?? CheckRoles(db, form)) is { } broken)
        {
            return broken;
        }

        await db.LockAsync("organization", db.OrganizationId, ct);
        if (await db.StaffMembers.AnyAsync(s => s.Id == form.Id, ct))
        {
            return Result.Ok; // the same form again
        }

        if (!await AllOpenAsync(db, form.DepartmentIds, [], ct))
        {
            return StaffErrors.NoSuchDepartment;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var user = await FindOrMakeSignInAsync(db, Text.CleanOrEmpty(form.Email), ct);
        var member = new StaffMember(form.Id, db.OrganizationId, user.Id, Text.CleanOrEmpty(form.Name));
        member.Describe(Text.CleanOrEmpty(form.Name), Text.Clean(form.Specialty), Text.Clean(form.LicenceNumber), form.LicenceExpiresOn, form.IsBookable);
        db.Add(member);
        db.AddRange(form.DepartmentIds.Distinct().Select(id => new StaffDepartment(db.OrganizationId, form.Id, id)));
        var held = await db.OrganizationMemberships.Where(m => m.OrganizationId == db.OrganizationId && m.UserId == user.Id && m.EndedAt == null).Select(m => m.Role).ToListAsync(ct);
        foreach (var role in form.Roles.Distinct().Except(held))
        {
            if (await MembershipService.AddAsync(db, Guid.CreateVersion7(clock.GetUtcNow()), user.Id, role, now, ct) is { Failed: true } refused)
            {
                return refused.Error with { Field = nameof(form.Roles) };
            }
        }

        var name = await AccountChanges.NameOfAsync(db, ct);
        if (user.PasswordHash is null) { accounts.Invite(db, user, name); }
        else { accounts.Welcome(db, user, name); }

        return await db.SaveAsync(ct);
    }, ct);

    public Task<Result> EditAsync(EditStaffForm form, CancellationToken ct) => db.ChangeAsync(Permission.EditStaff, async (db, ct) =>
    {
        if ((FormRules.Check(form) ?? CheckLicence(form.LicenceNumber, form.LicenceExpiresOn)) is { } broken)
        {
            return broken;
        }

        var member = await db.StaffMembers.SingleOrDefaultAsync(s => s.Id == form.Id, ct);
        if (member is null)
        {
            return Error.NotFound;
        }

        if (member.Version != form.Version)
        {
            return Error.Stale;
        }

        if (member.LeftAt is not null)
        {
            return StaffErrors.LeftCannotEdit;
        }

        var conducting = DutyService.ConductingRoles;
        if (form.IsBookable && !await Held(db).AnyAsync(m => m.UserId == member.UserId && conducting.Contains(m.Role), ct))
        {
            return StaffErrors.ConductsNoVisits;
        }

        var places = await db.StaffDepartments.Where(p => p.StaffMemberId == form.Id).ToListAsync(ct);
        if (!await AllOpenAsync(db, form.DepartmentIds, [.. places.Select(p => p.DepartmentId)], ct))
        {
            return StaffErrors.NoSuchDepartment;
        }

        db.RemoveRange(places.Where(p => !form.DepartmentIds.Contains(p.DepartmentId)));
        db.AddRange(form.DepartmentIds.Distinct().Except(places.Select(p => p.DepartmentId)).Select(id => new StaffDepartment(db.OrganizationId, form.Id, id)));
        member.Describe(Text.CleanOrEmpty(form.Name), Text.Clean(form.Specialty), Text.Clean(form.LicenceNumber), form.LicenceExpiresOn, form.IsBookable);
        // The row itself changes with its departments, so that a second editor of either is told.
        db.Entry(member).State = EntityState.Modified;
        return await db.SaveAsync(ct);
    }, ct);

    /// <summary>The person stops working here: all roles end in the same transaction. Refused while visits or patients wait for the person, and for the last administrator.</summary>
    public Task<Result> MarkAsLeftAsync(Guid staffMemberId, CancellationToken ct) => db.ChangeAsync(Permission.EditStaff, async (db, ct) =>
    {
        await db.LockAsync("organization", db.OrganizationId, ct);
        var member = await db.StaffMembers.SingleOrDefaultAsync(s => s.Id == staffMemberId, ct);
        if (member is null)
        {
            return Error.NotFound;
        }

        await db.LockAsync("clinician", member.UserId, ct);
        var now = clock.GetUtcNow().UtcDateTime;
        if (await DutyService.WaitingAsync(db, member.Id, now, ct) is { } what)
        {
            return StaffErrors.StillNeeded(what);
        }

        var result = member.Leave(now);
        return result.Failed ? result : await MembershipService.EndAllAsync(db, member.UserId, now, ct);
    }, ct);

    /// <summary>The person works here again; roles are granted anew.</summary>
    public Task<Result> ReturnAsync(Guid staffMemberId, CancellationToken ct) => db.ChangeAsync(Permission.EditStaff, async (db, ct) =>
    {
        var member = await db.StaffMembers.SingleOrDefaultAsync(s => s.Id == staffMemberId, ct);
        if (member is null)
        {
            return Error.NotFound;
        }

        var result = member.Return();
        return result.Failed ? result : await db.SaveAsync(ct);
    }, ct);

    private static IQueryable<StaffMember> Filter(MediSecureDbContext open, StaffQuery query, DateOnly today)
    {
        var staff = open.StaffMembers.AsNoTracking().Where(s => (s.LeftAt != null) == query.Left);
        foreach (var word in SearchText.Words(Text.Search(query.Page.Search) ?? "").Take(6))
        {
            var number = word.ToUpperInvariant(); // as licences are written
            staff = staff.Where(s => s.SearchName.Contains(word) || (s.LicenceNumber != null && s.LicenceNumber.Contains(number)));
        }

        if (query.Role is { } role)
        {
            staff = staff.Where(s => Held(open).Any(m => m.UserId == s.UserId && m.Role == role));
        }

        if (query.DepartmentId is { } department)
        {
            staff = staff.Where(s => open.StaffDepartments.Any(p => p.StaffMemberId == s.Id && p.DepartmentId == department));
        }

        var clinical = Licences.ClinicalRoles.ToList();
        var until = today.AddDays(Licences.WarningDays);
        return query.Licence switch
        {
            LicenceState.Expired => staff.Where(s => s.LicenceExpiresOn < today),
            LicenceState.ExpiresSoon => staff.Where(s => s.LicenceExpiresOn >= today && s.LicenceExpiresOn <= until),
            LicenceState.Missing => staff.Where(s => s.LicenceNumber == null && Held(open).Any(m => m.UserId == s.UserId && clinical.Contains(m.Role))),
            _ => staff,
        };
    }

    private static IOrderedQueryable<StaffMember> Order(IQueryable<StaffMember> staff, PageRequest page) => (page.Sort, page.Descending) switch
    {
        ("specialty", false) => staff.OrderBy(s => s.Specialty == null).ThenBy(s => s.Specialty).ThenBy(s => s.SearchName).ThenBy(s => s.Id),
        ("specialty", true) => staff.OrderBy(s => s.Specialty == null).ThenByDescending(s => s.Specialty).ThenBy(s => s.SearchName).ThenBy(s => s.Id),
        ("licence", false) => staff.OrderBy(s => s.LicenceExpiresOn == null).ThenBy(s => s.LicenceExpiresOn).ThenBy(s => s.SearchName).ThenBy(s => s.Id),
        ("licence", true) => staff.OrderBy(s => s.LicenceExpiresOn == null).ThenByDescending(s => s.LicenceExpiresOn).ThenBy(s => s.SearchName).ThenBy(s => s.Id),
        (_, true) => staff.OrderByDescending(s => s.SearchName).ThenByDescending(s => s.Id),
        _ => staff.OrderBy(s => s.SearchName).ThenBy(s => s.Id),
    };

    private static StaffRow Row(StaffMember s, string email, IReadOnlyList<Role> roles, IReadOnlyList<string> departments, DateOnly today) => new(s.Id, s.Name, email, s.Specialty, s.LicenceNumber,
        s.LicenceExpiresOn, Licences.StateOf(s.LicenceNumber, s.LicenceExpiresOn, roles, today), s.IsBookable, [.. roles.Where(r => r != Role.Patient)], departments, s.LeftAt);

    // One's own roles elsewhere pass the filter for the organisation switcher; staff lists are about here.
    private static IQueryable<OrganizationMembership> Held(MediSecureDbContext db) =>
        db.OrganizationMemberships.Where(m => m.OrganizationId == db.OrganizationId && m.EndedAt == null);

    private async Task<DateOnly> TodayAsync(MediSecureDbContext db, CancellationToken ct) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(clock.GetUtcNow().UtcDateTime, TimeZoneInfo.FindSystemTimeZoneById(await db.Organizations.Select(o => o.TimeZone).SingleAsync(ct))));

    /// <summary>Whether each is an open department here; one the person is in already may be closed.</summary>
    private static async Task<bool> AllOpenAsync(MediSecureDbContext db, IReadOnlyCollection<Guid> ids, IReadOnlyCollection<Guid> already, CancellationToken ct)
    {
        var wanted = ids.Distinct().Except(already).ToList();
        return wanted.Count == 0 || await db.Departments.CountAsync(d => wanted.Contains(d.Id) && d.ClosedAt == null, ct) == wanted.Count;
    }

    private static Error? CheckLicence(string? number, DateOnly? last) =>
        (Text.Clean(number) is null) != (last is null) ? StaffErrors.LicenceIncomplete
        : last is { Year: < 1990 or > 2100 } ? StaffErrors.LicenceDateImplausible
        : null;

    private static Error? CheckRoles(MediSecureDbContext db, AddStaffForm form) =>
        form.Roles.Count == 0 || form.Roles.Any(r => r == Role.Patient || !Enum.IsDefined(r)) ? StaffErrors.NoRole
        : !db.ActorRoles.Granting(Permission.GrantRole).Any() ? StaffErrors.MayNotGrant
        : form.IsBookable && !form.Roles.Any(DutyService.ConductingRoles.Contains) ? StaffErrors.ConductsNoVisits
        : null;

    // Identity's stores save by themselves; here sign-in, staff row and roles are one transaction. The lock keeps two organisations from making the same sign-in at once.
    private static async Task<AppUser> FindOrMakeSignInAsync(MediSecureDbContext db, string email, CancellationToken ct)
    {
        var key = email.ToUpperInvariant();
        await db.LockAsync("sign-in", new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 16)), ct);
        if (await db.Users.SingleOrDefaultAsync(u => u.NormalizedEmail == key, ct) is { } known)
        {
            return known;
        }

        var made = new AppUser
        {
            UserName = email,
            NormalizedUserName = key,
            Email = email,
            NormalizedEmail = key,
            EmailConfirmed = false,
            SecurityStamp = Guid.NewGuid().ToString("N"),
            LockoutEnabled = true,
        };
        db.Add(made);
        return made;
    }
}
