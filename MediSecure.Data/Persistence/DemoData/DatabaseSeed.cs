using MediSecure.Data.Access;
using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Features.ActivityLog;
using MediSecure.Data.Features.Staff;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace MediSecure.Data.Persistence.DemoData;

/// <summary>Fills an empty PostgreSQL database with the demo, and with as many invented patients as a measurement needs. All of it or nothing. Run by the verb <c>seed</c> as the owner.</summary>
public static class DatabaseSeed
{
    /// <param name="owner">Connection string of the role that owns the database.</param>
    /// <param name="patients">How many patients the Bulk Hospital gets; 0 for no such hospital.</param>
    /// <param name="master">Authenticates the events of the demo's activity log and wraps the organisations' keys.</param>
    /// <param name="clock">Gives the day to which the demo's dates are relative.</param>
    /// <param name="ct">Stops; nothing is kept then.</param>
    /// <returns>How many patients there are.</returns>
    /// <exception cref="InvalidOperationException">The database is not empty, or its schema is behind.</exception>
    public static async Task<int> RunAsync(string owner, int patients, MasterKey master, TimeProvider clock, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(owner) { Pooling = false, CommandTimeout = 0 }.ConnectionString);
        await connection.OpenAsync(ct);
        var audit = new AuditWriter(clock);
        using var chain = new AuditChain(master);
        DatabaseRules.RegisterErrors();
        var options = new DbContextOptionsBuilder<MediSecureDbContext>()
            .UseNpgsql(connection, o => o.SetPostgresVersion(15, 0).MaxBatchSize(500))
            .AddInterceptors(new ScopeGuardInterceptor(), new VersionInterceptor(), new AuditInterceptor(audit, chain))
            .Options;

        await using (var look = new MediSecureDbContext(options))
        {
            if ((await look.Database.GetPendingMigrationsAsync(ct)).Any())
            {
                throw new InvalidOperationException("The schema is behind: run -- migrate first.");
            }
        }

        int total;
        await using (var transaction = await connection.BeginTransactionAsync(ct))
        {
            MediSecureDbContext Open(AccessScope scope)
            {
                var db = new MediSecureDbContext(options) { Scope = scope };
                db.Database.UseTransaction(transaction);
                return db;
            }

            await using (var db = Open(AccessScope.None))
            {
                await db.LockAsync("installation", Guid.Empty, ct);
                if (await db.Users.AnyAsync(ct) || (await connection.ScalarAsync("""SELECT count(*) FROM "Organizations" """, ct)) > 0)
                {
                    throw new InvalidOperationException("The database is not empty, so nothing was added. Seed only a database that migrate has just made.");
                }
            }

            var world = await DemoSeed.FillAsync(Open, clock.GetUtcNow().UtcDateTime, master, ct);
            total = world.Patients.Count;
            if (patients > 0)
            {
                await AddBulkHospitalAsync(Open, connection, patients, master, world.Now, ct);
                total += patients;
            }

            await transaction.CommitAsync(ct);
        }

        await connection.ScalarAsync("VACUUM (ANALYZE)", ct);      // index-only scans and good plans from the first query on
        return total;
    }

    /// <summary>A hospital of its own with many patients, where the demo's receptionist and administrator work too.</summary>
    private static async Task AddBulkHospitalAsync(Func<AccessScope, MediSecureDbContext> open, NpgsqlConnection connection, int patients, MasterKey master, DateTime now, CancellationToken ct)
    {
        var hospital = BulkPatients.Hospital();
        await using var db = open(new AccessScope { OrganizationId = hospital.Id, Job = DemoSeed.Job, Operation = DemoSeed.Job, CanWrite = true });
        db.Add(hospital);
        db.AddRange(DemoSeed.MakeKeys(db, master, hospital.Id, now));
        foreach (var account in DemoAccounts.All.Where(a => a.Email is "receptionist@chihealth.example" or "admin@chihealth.example"))
        {
            var userId = DemoWorld.UserId(account.Email);
            db.Add(new OrganizationMembership(DemoWorld.Id("membership", hospital.Name, account.Email), hospital.Id, userId, account.Role, now.AddDays(-1)));
            db.Add(new StaffMember(DemoWorld.Id("staff", hospital.Name, account.Email), hospital.Id, userId, account.Name));
        }

        await db.SaveChangesAsync(ct);
        await BulkPatients.FillAsync(db, connection, hospital, patients, now, ct);
    }

    internal static async Task<long> ScalarAsync(this NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(ct) is long value ? value : 0;
    }
}
