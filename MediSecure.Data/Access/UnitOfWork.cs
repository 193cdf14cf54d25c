using System.Security.Cryptography;
using System.Data.Common;
using MediSecure.Data.Changes;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Features.Organizations;
using MediSecure.Data.Features.Patients;
using MediSecure.Data.Features.Staff;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace MediSecure.Data.Access;

/// <summary>Runs one change in one transaction: scope, rows and audit together; published when committed. Shared by the doors of people and of jobs.</summary>
internal sealed class UnitOfWork(DatabaseSource source, AccessCache access, ChangeFeed feed, ILogger<UnitOfWork> log)
{
    private const int Tries = 3;
    private static readonly Error Unknown = new("outcome-unknown",
        "The connection to the database was lost while saving, and it does not answer yet, so it is not known whether this was saved. Reload and look before you try again.", ErrorKind.Busy);

    public async Task<TResult> RunAsync<TResult>(AccessScope scope, Func<MediSecureDbContext, CancellationToken, Task<TResult>> change, Func<Error, TResult> refuse) where TResult : Result
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var db = source.Create(scope); // a new context each time: a reused one would repeat what it tracked
            TResult? result = null;
            var committing = false;
            int? process = null;
            try
            {
                await using var transaction = await db.Database.BeginTransactionAsync();
                // A write once begun runs to its end: closing the page does not tear it.
                result = await change(db, CancellationToken.None);
                if (result.Failed)
                {
                    await transaction.RollbackAsync();
                    return result;
                }

                process = DatabaseGate.ProcessOf(db);
                committing = true;
                await transaction.CommitAsync();
            }
            catch (UnreadableFieldException)
            {
                return refuse(UnreadableFieldException.Refusal);
            }
            catch (Exception e) when (DatabaseErrors.IsRetryable(e) && attempt < Tries)
            {
                await Task.Delay(RandomNumberGenerator.GetInt32(5, 40) * attempt);
                continue;
            }
            catch (Exception e) when (committing && DatabaseErrors.IsAway(e))
            {
                log.LogWarning("The answer to a commit was lost; asking the database again");
                switch (await HappenedAsync(scope, db.AuditIds, process))
                {
                    case null: return refuse(Unknown);
                    case false: return refuse(Error.Busy);
                }
            }
            catch (Exception e) when (DatabaseErrors.Explain(e) is { } busy && e is DbException or DbUpdateException or InvalidOperationException or TimeoutException or System.Net.Sockets.SocketException or IOException)
            {
                log.LogWarning("The database was busy or away: {Kind}", e.GetType().Name);
                return refuse(DatabaseErrors.Explain(e)!);
            }

            if (db.SignInsChanged || db.CommittedWithNext.Any(c => c.EntityType is nameof(OrganizationMembership) or nameof(Organization) or nameof(StaffMember) or nameof(Patient) or nameof(Features.Carers.CareProxy)))
            {
                access.DropAll();
            }

            feed.Publish(db.CommittedWithNext);
            return result!;
        }
    }

    /// <summary>Whether the transaction that wrote these audit events committed: null when the database does not say. "No" only once the server's process is gone: a commit that is still under way there
    /// cannot be seen yet, and would happen after all.</summary>
    private async Task<bool?> HappenedAsync(AccessScope scope, IReadOnlyList<Guid> auditIds, int? process)
    {
        for (var attempt = 0; attempt < 8 && auditIds.Count > 0; attempt++)
        {
            await Task.Delay(attempt == 0 ? 0 : Math.Min(2_000, 50 << attempt));
            try
            {
                var ended = process is not { } one || await DatabaseGate.HasEndedAsync(source, one); // asked first: what ended before we look can change nothing afterwards
                await using var db = source.Create(scope with { PatientId = null });
                if (await db.AuditEvents.AsNoTracking().AnyAsync(e => e.Id == auditIds[0]))
                {
                    return true;
                }

                if (ended)
                {
                    return false;
                }
            }
            catch (Exception e) when (DatabaseErrors.Explain(e) is not null)
            {
                // Away; asked again.
            }
        }

        return null;
    }
}
