using MediSecure.Data.Access;
using MediSecure.Data.Persistence.Encryption;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Persistence.DemoData;

/// <summary>Fills an empty database with the demo. Each feature brings its own part; the order is that of the foreign keys.</summary>
internal static class DemoSeed
{
    public const string Job = "demo-seed";

    public static async Task<DemoWorld> FillAsync(Func<AccessScope, MediSecureDbContext> open, DateTime now, MasterKey master, CancellationToken ct)
    {
        var world = new DemoWorld(now);
        await using (var shared = open(AccessScope.None))
        {
            shared.AddRange(DemoPeople.SignIns(now));
            shared.Add(new DatabaseMark { Key = DatabaseMark.DemoSeeded, At = now });
            await shared.SaveChangesAsync(ct);
        }

        foreach (var organization in DemoPlaces.Organizations())
        {
            world.Organizations.Add(organization);
            await using var db = open(new AccessScope { OrganizationId = organization.Id, Job = Job, Operation = Job, CanWrite = true });
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            db.Add(organization);
            AddKeys(db, master, organization.Id, world.Now);
            world.Keys[organization.Id] = db.Keys!;
            DemoPlaces.Fill(db, world, organization);
            DemoPeople.Fill(db, world, organization);
            DemoBeds.Fill(db, world, organization); // before appointments: nobody is booked after a death
            DemoVitals.Fill(db, world, organization);
            DemoAppointments.Fill(db, world, organization);
            DemoEmergency.Fill(db, world, organization);
            DemoAllergies.Fill(db, world, organization);
            DemoRights.Fill(db, world, organization); // its events are told by the activity log
            DemoNotes.Fill(db, world, organization);
            DemoRecord.Fill(db, world, organization);
            DemoTriage.Fill(db, world, organization);
            DemoNutrition.Fill(db, world, organization);
            DemoActivity.Fill(db, world, organization);
            db.ChangeTracker.DetectChanges();
            await db.SaveChangesAsync(ct);
            await DemoNotes.FinishAsync(db, world, organization, ct);
            DemoAmendments.Fill(db, world, organization);
            DemoCertificates.Fill(db, world, organization);
            db.ChangeTracker.DetectChanges();
            await db.SaveChangesAsync(ct);
        }

        await DemoReferrals.FillAsync(open, world, ct); // of two houses each
        return world;
    }

    /// <summary>The organisation's first keys, at hand for what is encrypted before they are saved.</summary>
    public static void AddKeys(MediSecureDbContext db, MasterKey master, Guid organizationId, DateTime now)
    {
        var keys = WrappedKey.MakeFirst(master, organizationId, now);
        db.AddRange(keys);
        db.Keys = OrganizationKeySet.Of(master, keys, null);
    }
}
