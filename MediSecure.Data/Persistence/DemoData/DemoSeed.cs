using MediSecure.Data.Access;
using MediSecure.Data.Features.ActivityLog;
using MediSecure.Data.Features.Organizations;
using MediSecure.Data.Persistence.Encryption;

namespace MediSecure.Data.Persistence.DemoData;

/// <summary>Fills an empty database with the demo. Each feature brings its own part; the order is that of the foreign keys.</summary>
internal static class DemoSeed
{
    public const string Job = "demo-seed";

    public static async Task<DemoWorld> FillAsync(Func<AccessScope, MediSecureDbContext> open, DateTime now, MasterKey master, CancellationToken ct)
    {
        var world = new DemoWorld(now);
        using var chain = new AuditChain(master);
        await using (var db = open(AccessScope.None))
        {
            var shared = new SeedRows(db, chain);
            shared.AddRange(DemoPeople.SignIns(now));
            shared.Add(new DatabaseMark { Key = DatabaseMark.DemoSeeded, At = now });
            await shared.InsertAsync(ct);
        }

        var contexts = new List<MediSecureDbContext>();
        try
        {
            var seeds = new Dictionary<string, SeedRows>();
            foreach (var organization in DemoPlaces.Organizations())
            {
                world.Organizations.Add(organization);
                var db = open(new AccessScope { OrganizationId = organization.Id, Job = Job, Operation = Job, CanWrite = true });
                contexts.Add(db);
                var seed = seeds[organization.Name] = new SeedRows(db, chain);
                await FillAsync(seed, world, organization, master, ct);
            }

            await DemoReferrals.FillAsync(world, seeds[DemoAccounts.General], seeds[DemoAccounts.Ikoyi], ct); // of two houses each
        }
        finally
        {
            foreach (var db in contexts)
            {
                await db.DisposeAsync();
            }
        }

        return world;
    }

    private static async Task FillAsync(SeedRows seed, DemoWorld world, Organization organization, MasterKey master, CancellationToken ct)
    {
        seed.Add(organization);
        seed.AddRange(MakeKeys(seed.Db, master, organization.Id, world.Now));
        DemoPlaces.Fill(seed, world, organization);
        DemoPeople.Fill(seed, world, organization);
        DemoBeds.Fill(seed, world, organization); // before appointments: nobody is booked after a death
        DemoVitals.Fill(seed, world, organization);
        DemoAppointments.Fill(seed, world, organization);
        DemoEmergency.Fill(seed, world, organization);
        DemoAllergies.Fill(seed, world, organization);
        DemoRights.Fill(seed, world, organization); // its events are told by the activity log
        DemoNotes.Fill(seed, world, organization);
        DemoRecord.Fill(seed, world, organization);
        DemoTriage.Fill(seed, world, organization);
        DemoNutrition.Fill(seed, world, organization);
        DemoActivity.Fill(seed, world, organization);
        await seed.InsertAsync(ct);
        await DemoNotes.FinishAsync(seed, world, organization, ct);
        DemoAmendments.Fill(seed, world, organization);
        DemoCertificates.Fill(seed, world, organization);
        await seed.InsertAsync(ct);
    }

    /// <summary>The organisation's first keys, at hand for what is encrypted before they are saved.</summary>
    public static IReadOnlyList<OrganizationKey> MakeKeys(MediSecureDbContext db, MasterKey master, Guid organizationId, DateTime now)
    {
        var keys = WrappedKey.MakeFirst(master, organizationId, now);
        db.Keys = OrganizationKeySet.Of(master, keys, null);
        return keys;
    }
}
