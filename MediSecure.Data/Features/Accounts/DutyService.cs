using System.Globalization;
using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Appointments;
using MediSecure.Data.Features.Encounters;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.Accounts;

/// <summary>Who can be booked, and what waits for somebody: asked before a person leaves, and before the role ends by which they conduct visits.</summary>
internal static class DutyService
{
    /// <summary>Roles whose holders start and complete visits: only they can be booked.</summary>
    public static IReadOnlyList<Role> ConductingRoles { get; } = [.. Enum.GetValues<Role>().Granting(Permission.ConductVisit)];

    /// <summary>Visits of this person that are still to come or going on.</summary>
    public static IQueryable<Appointment> Coming(MediSecureDbContext db, Guid staffMemberId, DateTime now) => db.Appointments.AsNoTracking().Where(a => a.ClinicianId == staffMemberId && a.EndsAt > now
        && (a.Status == AppointmentStatus.Held || a.Status == AppointmentStatus.Booked || a.Status == AppointmentStatus.Arrived || a.Status == AppointmentStatus.CheckedIn));

    /// <summary>What waits for the person, in words; null when nothing does.</summary>
    public static async Task<string?> WaitingAsync(MediSecureDbContext db, Guid staffMemberId, DateTime now, CancellationToken ct)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(await db.Organizations.Where(o => o.Id == db.OrganizationId).Select(o => o.TimeZone).SingleAsync(ct));
        var visits = await Coming(db, staffMemberId, now).OrderBy(a => a.StartsAt).Select(a => a.StartsAt).ToListAsync(ct);
        var stays = await db.Encounters.CountAsync(e => e.ClinicianId == staffMemberId && e.EndedAt == null && e.Class == EncounterClass.Inpatient
            && e.Status != EncounterStatus.Cancelled && e.Status != EncounterStatus.EnteredInError, ct);
        return Listing.Join(
            Listing.Of([.. visits.Select(at => TimeZoneInfo.ConvertTimeFromUtc(at, zone).ToString("ddd d MMM, HH:mm", CultureInfo.InvariantCulture))], "coming visit", "coming visits"),
            Listing.Count(stays, "inpatient in this person's care", "inpatients in this person's care"));
    }
}
