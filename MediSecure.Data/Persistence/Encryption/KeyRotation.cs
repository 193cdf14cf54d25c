using System.Buffers.Binary;
using System.Data.Common;
using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.ActivityLog;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace MediSecure.Data.Persistence.Encryption;

/// <summary>How one organisation stands.</summary>
/// <param name="OrganizationId">The organisation.</param>
/// <param name="KeyId">The active data key.</param>
/// <param name="Since">When it became active, UTC.</param>
/// <param name="Rewritten">Rows that this run encrypted anew.</param>
/// <param name="OldLeft">Rows with a value under another key.</param>
/// <param name="Unreadable">Rows that this run could not read, so that they stay as they are.</param>
public sealed record RotationStanding(Guid OrganizationId, int? KeyId, DateTime? Since, int Rewritten, long OldLeft, int Unreadable);

/// <summary>Gives organisations new keys and encrypts what they have under them, 500 rows a transaction. Stopped at any moment it goes on where it was: a row is under the old key or the new one, and both are read.
/// Several may run at once. Run by the verb <c>rotate-keys</c>; the host keeps working.</summary>
public sealed class KeyRotation
{
    public const int Batch = 500;

    /// <summary>Longer than a host may know nothing of a new key.</summary>
    public static readonly TimeSpan Settle = OrganizationKeys.Fresh + TimeSpan.FromSeconds(5);

    private const string Lock = "organization-keys";
    private readonly SystemDb _doors;
    private readonly DatabaseSource _source;
    private readonly MasterKey _master;
    private readonly TimeProvider _clock;
    private readonly UnreadableAlarm _alarm;

    internal KeyRotation(SystemDb doors, DatabaseSource source, MasterKey master, TimeProvider clock, UnreadableAlarm alarm)
    {
        _doors = doors;
        _source = source;
        _master = master;
        _clock = clock;
        _alarm = alarm;
    }

    private DateTime Now => _clock.GetUtcNow().UtcDateTime;

    /// <summary>New data and index keys, then everything under them; or the rest of a rotation that was stopped.</summary>
    /// <param name="organizationId">Null for all.</param>
    /// <param name="settle">How long other hosts need to learn of a key; see <see cref="Settle"/>.</param>
    /// <param name="ct">Stops between two transactions.</param>
    public async Task<IReadOnlyList<RotationStanding>> RotateAsync(Guid? organizationId, TimeSpan settle, CancellationToken ct)
    {
        var organizations = await OrganizationsAsync(organizationId);
        foreach (var organization in organizations)
        {
            await DoAsync(organization, PrepareAsync);
        }

        // A key is known to every host before anybody writes with it.
        _source.Keys.Forget();
        await WaitAsync(settle, ct);
        var standings = new Dictionary<Guid, RotationStanding>();
        foreach (var organization in organizations)
        {
            await DoAsync(organization, ActivateAsync);
            _source.Keys.Forget();
            var (rewritten, unreadable) = await SweepAsync(organization, ct);
            standings[organization] = new RotationStanding(organization, null, null, rewritten, 0, unreadable);
        }

        // Once more for what a host wrote under the key that it still held for the active one.
        await WaitAsync(settle, ct);
        foreach (var organization in organizations)
        {
            var (rewritten, unreadable) = await SweepAsync(organization, ct);
            var now = await StandingAsync(organization);
            if (now.OldLeft == 0)
            {
                await DoAsync(organization, FinishAsync);
            }

            standings[organization] = now with { Rewritten = standings[organization].Rewritten + rewritten, Unreadable = unreadable };
        }

        _source.Keys.Forget();
        return [.. organizations.Select(o => standings[o])];
    }

    /// <summary>Which key is active, and how much is under others.</summary>
    public async Task<IReadOnlyList<RotationStanding>> StatusAsync(Guid? organizationId)
    {
        var standings = new List<RotationStanding>();
        foreach (var organization in await OrganizationsAsync(organizationId))
        {
            standings.Add(await StandingAsync(organization));
        }

        return standings;
    }

    /// <summary>Wraps every key of every organisation under another master key; the keys themselves and what they encrypted stay.</summary>
    /// <param name="next">The new one; knows the present one as a previous one.</param>
    /// <returns>How many keys were wrapped anew.</returns>
    public async Task<int> RewrapAsync(MasterKey next)
    {
        var count = 0;
        foreach (var organization in await OrganizationsAsync(null))
        {
            var done = 0;
            await DoAsync(organization, async (db, ct) =>
            {
                done = 0;
                await db.LockAsync(Lock, organization, ct);
                foreach (var row in await db.OrganizationKeys.Where(k => k.State != KeyState.Destroyed && k.MasterId != next.Id).ToListAsync(ct))
                {
                    row.Rewrap(WrappedKey.Wrap(next, organization, row.KeyId, row.Purpose, WrappedKey.Unwrap(_master, row)), next.Id, Now);
                    done++;
                }

                db.Because("wrapped under another master key");
                return done == 0 ? Result.Ok : await db.SaveAsync(ct);
            });
            count += done;
        }

        return count;
    }

    private async Task<IReadOnlyList<Guid>> OrganizationsAsync(Guid? organizationId)
    {
        var all = await _doors.OrganizationIdsAsync();
        return organizationId is not { } one ? all : all.Contains(one) ? [one] : throw new InvalidOperationException("There is no organisation with this id.");
    }

    private static Task WaitAsync(TimeSpan settle, CancellationToken ct) => settle > TimeSpan.Zero ? Task.Delay(settle, ct) : Task.CompletedTask;

    private async Task DoAsync(Guid organization, Func<MediSecureDbContext, CancellationToken, Task<Result>> change)
    {
        if (await _doors.ChangeSystemAsync(ActivityWords.RotateKeys, organization, change) is { Failed: true } failed)
        {
            throw new InvalidOperationException(failed.Error.Message);
        }
    }

    /// <summary>Makes the keys that come next, unless a rotation is under way.</summary>
    private async Task<Result> PrepareAsync(MediSecureDbContext db, CancellationToken ct)
    {
        await db.LockAsync(Lock, db.OrganizationId, ct);
        var keys = await db.OrganizationKeys.AsNoTracking().ToListAsync(ct);
        // An index key that is only read tells that the last rotation has not ended: it is destroyed at the end.
        if (keys.Any(k => k.State == KeyState.Coming || k is { Purpose: KeyPurpose.Index, State: KeyState.Decrypt }))
        {
            return Result.Ok;
        }

        db.Add(WrappedKey.Make(_master, db.OrganizationId, KeyPurpose.Data, KeyState.Coming, Now));
        db.Add(WrappedKey.Make(_master, db.OrganizationId, KeyPurpose.Index, KeyState.Coming, Now));
        db.Because("new keys made");
        return await db.SaveAsync(ct);
    }

    /// <summary>The keys that come next become what is written with.</summary>
    private async Task<Result> ActivateAsync(MediSecureDbContext db, CancellationToken ct)
    {
        await db.LockAsync(Lock, db.OrganizationId, ct);
        var keys = await db.OrganizationKeys.Where(k => k.State != KeyState.Destroyed).ToListAsync(ct);
        foreach (var purpose in Enum.GetValues<KeyPurpose>())
        {
            var active = keys.SingleOrDefault(k => k.Purpose == purpose && k.State == KeyState.Active);
            var next = keys.SingleOrDefault(k => k.Purpose == purpose && k.State == KeyState.Coming);
            if (next is null)
            {
                continue;
            }

            // One after the other: there is never more than one active key.
            db.Because($"{purpose} key {next.KeyId:x8} takes over");
            active?.Become(KeyState.Decrypt, Now);
            if (active is not null && await db.SaveAsync(ct) is { Failed: true } refused)
            {
                return refused;
            }

            next.Become(KeyState.Active, Now);
            if (await db.SaveAsync(ct) is { Failed: true } failed)
            {
                return failed;
            }
        }

        return Result.Ok;
    }

    /// <summary>No value is found by the old index key any more, so it goes. Old data keys stay: backups need them.</summary>
    private async Task<Result> FinishAsync(MediSecureDbContext db, CancellationToken ct)
    {
        await db.LockAsync(Lock, db.OrganizationId, ct);
        foreach (var key in await db.OrganizationKeys.Where(k => k.Purpose == KeyPurpose.Index && k.State == KeyState.Decrypt).ToListAsync(ct))
        {
            key.Become(KeyState.Destroyed, Now);
        }

        db.Because("everything is under the new keys");
        return await db.SaveAsync(ct);
    }

    private async Task<RotationStanding> StandingAsync(Guid organization)
    {
        await using var db = _doors.OpenSystem(ActivityWords.RotateKeys, organization);
        var active = await db.OrganizationKeys.AsNoTracking().SingleOrDefaultAsync(k => k.Purpose == KeyPurpose.Data && k.State == KeyState.Active);
        var left = 0L;
        if (active is not null)
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            foreach (var table in EncryptedTable.All(db.Model))
            {
                await using var count = Command(db, $"SELECT count(*) FROM \"{table.Name}\" WHERE \"OrganizationId\" = @organization AND ({IsOld(table)})", ("organization", organization), ("active", Bytes(active.KeyId)));
                left += Convert.ToInt64(await count.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
            }
        }

        return new RotationStanding(organization, active?.KeyId, active?.ChangedAt, 0, left, 0);
    }

    private async Task<(int Rewritten, int Unreadable)> SweepAsync(Guid organization, CancellationToken ct)
    {
        var (rewritten, unreadable) = (0, 0);
        IReadOnlyList<EncryptedTable> tables;
        await using (var look = _doors.OpenSystem(ActivityWords.RotateKeys, organization))
        {
            tables = EncryptedTable.All(look.Model);
        }

        foreach (var table in tables)
        {
            int found;
            do
            {
                // A pass from end to end by the primary key; rows that somebody held meanwhile come in the next one.
                (found, unreadable) = (0, 0);
                for (Guid? after = Guid.Empty; after is not null;)
                {
                    ct.ThrowIfCancellationRequested();
                    BatchResult? batch = null;
                    var from = after.Value;
                    await DoAsync(organization, async (db, token) =>
                    {
                        batch = await BatchAsync(db, table, from, token);
                        return Result.Ok;
                    });
                    found += batch!.Rewritten;
                    unreadable += batch.Unreadable;
                    after = batch.Last;
                }

                rewritten += found;
            }
            while (found > 0);
        }

        return (rewritten, unreadable);
    }

    /// <summary>Encrypts up to 500 rows anew, past the context: nothing of what the rows say changes, so no version and no event of theirs does.</summary>
    private async Task<BatchResult> BatchAsync(MediSecureDbContext db, EncryptedTable table, Guid after, CancellationToken ct)
    {
        var keys = FieldCipher.KeysOf(db);
        var country = await db.Organizations.AsNoTracking().Where(o => o.Id == db.OrganizationId).Select(o => o.Country).SingleAsync(ct);
        var columns = table.Columns.SelectMany(c => c.Index is null ? [c.Name] : new[] { c.Name, c.Index }).ToList();
        var rows = new List<(Guid Id, byte[]?[] Values)>();
        await using (var select = Command(db, $"""
            SELECT "Id", {string.Join(", ", columns.Select(c => $"\"{c}\""))} FROM "{table.Name}" WHERE "OrganizationId" = @organization AND "Id" > @after AND ({IsOld(table)})
            ORDER BY "Id" LIMIT {Batch} {(db.Provider == DatabaseProvider.PostgreSql ? "FOR UPDATE SKIP LOCKED" : "")}
            """, ("organization", db.OrganizationId), ("after", after), ("active", Bytes(keys.ActiveId!.Value))))
        {
            await using var reader = await select.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct))
            {
                rows.Add((reader.GetGuid(0), [.. columns.Select((_, i) => reader.IsDBNull(i + 1) ? null : reader.GetFieldValue<byte[]>(i + 1))]));
            }
        }

        var (rewritten, unreadable) = (0, 0);
        foreach (var (id, values) in rows)
        {
            var before = values.ToArray();
            if (!Renew(db, keys, table, id, values, columns, country))
            {
                unreadable++;
            }

            if (!before.SequenceEqual(values))
            {
                await using var update = Command(db, $"UPDATE \"{table.Name}\" SET {string.Join(", ", columns.Select((c, i) => $"\"{c}\" = @v{i}"))} WHERE \"OrganizationId\" = @organization AND \"Id\" = @id",
                    [("organization", db.OrganizationId), ("id", id), .. values.Select((value, i) => ($"v{i}", (object?)value))]);
                await update.ExecuteNonQueryAsync(ct);
                rewritten++;
            }
        }

        return new BatchResult(rewritten, unreadable, rows.Count < Batch ? null : rows[^1].Id);
    }

    /// <returns>False when a value could not be read; it stays.</returns>
    private bool Renew(MediSecureDbContext db, OrganizationKeySet keys, EncryptedTable table, Guid id, byte[]?[] values, List<string> columns, string country)
    {
        var all = true;
        foreach (var column in table.Columns)
        {
            var at = columns.IndexOf(column.Name);
            if (values[at] is not { } value || IsUnder(value, keys.ActiveId!.Value))
            {
                continue;
            }

            var bound = FieldCipher.Bound(db.OrganizationId, column.Bound, id);
            if (FieldCipher.TryDecrypt(keys, bound, value, out var text) is { } problem)
            {
                _alarm.Raise(db.Scope, table.Entity.Name, column.Bound.Name, id, null, problem);
                all = false;
                continue;
            }

            values[at] = FieldCipher.Encrypt(keys.Data(keys.ActiveId.Value)!, keys.ActiveId.Value, bound, text!);
            if (column.Index is { } index)
            {
                values[columns.IndexOf(index)] = BlindIndex.Normalize(column.Kind!.Value, text, country) is { } normalized ? BlindIndex.Make(keys.IndexKeys[0], column.Bound, normalized) : null;
            }
        }

        return all;
    }

    private static string IsOld(EncryptedTable table) => string.Join(" OR ", table.Columns.Select(c => $"(\"{c.Name}\" IS NOT NULL AND substr(\"{c.Name}\", 2, 4) <> @active)"));

    private static bool IsUnder(byte[] value, int keyId) => value.Length > 5 && BinaryPrimitives.ReadInt32BigEndian(value.AsSpan(1)) == keyId;

    private static byte[] Bytes(int keyId)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, keyId);
        return bytes;
    }

    private static DbCommand Command(MediSecureDbContext db, string text, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandText = text;
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value ?? DBNull.Value;
            if (value is null)
            {
                parameter.DbType = System.Data.DbType.Binary;
            }

            command.Parameters.Add(parameter);
        }

        return command;
    }

    /// <param name="Rewritten">Rows.</param>
    /// <param name="Unreadable">Rows.</param>
    /// <param name="Last">Where the next batch begins; null at the end of the table.</param>
    private sealed record BatchResult(int Rewritten, int Unreadable, Guid? Last);
}
