using MediSecure.Data.Common;
using MediSecure.Data.Features.Referrals;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace MediSecure.Data.Persistence;

/// <summary>A rule that EF Core cannot express, in both dialects.</summary>
/// <param name="Name">Name of the constraint or trigger in the catalogue; SQLite may need several objects, which begin with it.</param>
/// <param name="PostgreSql">Statement for PostgreSQL.</param>
/// <param name="Sqlite">Statements for SQLite.</param>
/// <param name="Error">What a violation says; null when only a bug can break it.</param>
public sealed record DatabaseRule(string Name, string PostgreSql, IReadOnlyList<string> Sqlite, Error? Error);

/// <summary>The one list of those rules, read by the migrations and by the creation of the demo database.</summary>
public static class DatabaseRules
{
    private const string Counts = "('Held', 'Booked', 'Arrived', 'CheckedIn', 'Fulfilled')";

    public static IReadOnlyList<DatabaseRule> All { get; } =
    [
        // A clinician's own time, over all organisations. Filled from Appointments by the database, so that no code path can forget it.
        new("TR_Appointments_ClinicianBusy",
            $"""
            CREATE FUNCTION "SyncClinicianBusy"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
            BEGIN
              IF TG_OP <> 'INSERT' THEN DELETE FROM "ClinicianBusy" WHERE "AppointmentId" = OLD."Id"; END IF;
              IF TG_OP <> 'DELETE' AND NEW."Status" IN {Counts} AND NOT NEW."Overbooked" THEN
                INSERT INTO "ClinicianBusy" ("AppointmentId", "UserId", "StartsAt", "EndsAt") VALUES (NEW."Id", NEW."ClinicianUserId", NEW."StartsAt", NEW."EndsAt");
              END IF;
              RETURN NULL;
            END $$;
            CREATE TRIGGER "TR_Appointments_ClinicianBusy" AFTER INSERT OR UPDATE OR DELETE ON "Appointments" FOR EACH ROW EXECUTE FUNCTION "SyncClinicianBusy"();
            """,
            [
                $"""
                CREATE TRIGGER "TR_Appointments_ClinicianBusy_I" AFTER INSERT ON "Appointments" WHEN NEW."Status" IN {Counts} AND NEW."Overbooked" = 0 BEGIN
                  INSERT INTO "ClinicianBusy" ("AppointmentId", "UserId", "StartsAt", "EndsAt") VALUES (NEW."Id", NEW."ClinicianUserId", NEW."StartsAt", NEW."EndsAt");
                END
                """,
                $"""
                CREATE TRIGGER "TR_Appointments_ClinicianBusy_U" AFTER UPDATE ON "Appointments" BEGIN
                  DELETE FROM "ClinicianBusy" WHERE "AppointmentId" = OLD."Id";
                  INSERT INTO "ClinicianBusy" ("AppointmentId", "UserId", "StartsAt", "EndsAt")
                    SELECT NEW."Id", NEW."ClinicianUserId", NEW."StartsAt", NEW."EndsAt" WHERE NEW."Status" IN {Counts} AND NEW."Overbooked" = 0;
                END
                """,
                """
                CREATE TRIGGER "TR_Appointments_ClinicianBusy_D" AFTER DELETE ON "Appointments" BEGIN
                  DELETE FROM "ClinicianBusy" WHERE "AppointmentId" = OLD."Id";
                END
                """,
            ],
            null),

        new("EX_ClinicianBusy",
            """ALTER TABLE "ClinicianBusy" ADD CONSTRAINT "EX_ClinicianBusy" EXCLUDE USING gist ("UserId" WITH =, tstzrange("StartsAt", "EndsAt", '[)') WITH &&)""",
            [
                """
                CREATE TRIGGER "EX_ClinicianBusy" BEFORE INSERT ON "ClinicianBusy"
                WHEN EXISTS (SELECT 1 FROM "ClinicianBusy" b WHERE b."UserId" = NEW."UserId" AND b."AppointmentId" <> NEW."AppointmentId" AND b."StartsAt" < NEW."EndsAt" AND b."EndsAt" > NEW."StartsAt")
                BEGIN SELECT RAISE(ABORT, 'EX_ClinicianBusy'); END
                """,
            ],
            Error.Conflict("appointment.clinician-taken", "The clinician was just booked at this time, so nothing was saved. Choose another time.", "StartsAt")),

        Overlap("EX_Appointments_Room", "RoomId", "AND NOT \"Overbooked\"", "AND NEW.\"Overbooked\" = 0", "AND a.\"Overbooked\" = 0",
            Error.Conflict("appointment.room-taken", "The room was just booked at this time, so nothing was saved. Choose another time or room.", "StartsAt")),

        // Nobody is in two places at once, overbooked or not.
        Overlap("EX_Appointments_Patient", "PatientId", "", "", "",
            Error.Conflict("appointment.patient-taken", "The patient has another appointment at this time, so nothing was saved. Choose another time, or move the other one first.", "StartsAt")),

        .. NoteRules.All,
        Final("Referrals", ReferralErrors.Over, ["Status", "Progress"]),
        Final("IncomingReferrals", ReferralErrors.Over, ["Progress"]),
        CertificateRules.Frozen,
        AppendOnly("AuditEvents", "Id"),
        AppendOnly("AuditSeals", "Number"),
        AppendOnly("AuditCheckpoints", "Number"),
    ];

    /// <summary>Creates the tables of a memory database and all rules on them.</summary>
    internal static async Task CreateOnSqliteAsync(DbContext db, CancellationToken ct)
    {
        await db.Database.ExecuteSqlRawAsync(SqliteSchema.Sql, ct);
        foreach (var statement in All.SelectMany(rule => rule.Sqlite))
        {
            await db.Database.ExecuteSqlRawAsync(statement, ct);
        }
    }

    /// <summary>Creates all rules of this list in a PostgreSQL migration.</summary>
    public static void CreateAll(MigrationBuilder migration)
    {
        foreach (var rule in All)
        {
            migration.Sql(rule.PostgreSql);
        }
    }

    internal static void RegisterErrors()
    {
        foreach (var rule in All.Where(r => r.Error is not null))
        {
            ConstraintErrors.Register(rule.Name, rule.Error!);
        }
    }

    private static DatabaseRule Overlap(string name, string column, string postgresExtra, string sqliteNew, string sqliteOther, Error error)
    {
        string Trigger(string suffix, string when) =>
            $"""
            CREATE TRIGGER "{name}{suffix}" {when} ON "Appointments"
            WHEN NEW."{column}" IS NOT NULL AND NEW."Status" IN {Counts} {sqliteNew} AND EXISTS (
              SELECT 1 FROM "Appointments" a WHERE a."OrganizationId" = NEW."OrganizationId" AND a."{column}" = NEW."{column}" AND a."Id" <> NEW."Id"
                AND a."Status" IN {Counts} {sqliteOther} AND a."StartsAt" < NEW."EndsAt" AND a."EndsAt" > NEW."StartsAt")
            BEGIN SELECT RAISE(ABORT, '{name}'); END
            """;

        return new DatabaseRule(name,
            $"""
            ALTER TABLE "Appointments" ADD CONSTRAINT "{name}" EXCLUDE USING gist ("OrganizationId" WITH =, "{column}" WITH =, tstzrange("StartsAt", "EndsAt", '[)') WITH &&)
              WHERE ("Status" IN {Counts} AND "{column}" IS NOT NULL {postgresExtra})
            """,
            [Trigger("_I", "BEFORE INSERT"), Trigger("_U", "BEFORE UPDATE")], error);
    }

    /// <summary>What has ended stays as it ended, and what was sent is no draft again, whatever path writes. <paramref name="columns"/> are states.</summary>
    private static DatabaseRule Final(string table, Error error, string[] columns)
    {
        string When(string different) => string.Join(" OR ", columns.Select(column =>
            $"(OLD.\"{column}\" IN ('Rejected', 'Completed', 'Failed', 'Cancelled', 'Revoked') AND NEW.\"{column}\" {different} OLD.\"{column}\")"))
            + $" OR (OLD.\"SentAt\" IS NOT NULL AND NEW.\"SentAt\" {different} OLD.\"SentAt\")";
        var name = $"TR_{table}_Final";
        return new DatabaseRule(name,
            $"""
            CREATE FUNCTION "Keep{table}Final"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF {When("IS DISTINCT FROM")} THEN RAISE EXCEPTION '{name}'; END IF; RETURN NEW; END $$;
            CREATE TRIGGER "{name}" BEFORE UPDATE ON "{table}" FOR EACH ROW EXECUTE FUNCTION "Keep{table}Final"();
            """,
            [$"CREATE TRIGGER \"{name}\" BEFORE UPDATE ON \"{table}\" WHEN {When("IS NOT")} BEGIN SELECT RAISE(ABORT, '{name}'); END"],
            error);
    }

    // SQLite's INSERT OR REPLACE deletes without firing delete triggers, hence the third one.
    private static DatabaseRule AppendOnly(string table, string key) => new($"TR_{table}_AppendOnly",
        $"""
        CREATE FUNCTION "Deny{table}"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'TR_{table}_AppendOnly' USING ERRCODE = 'insufficient_privilege'; END $$;
        CREATE TRIGGER "TR_{table}_AppendOnly" BEFORE UPDATE OR DELETE ON "{table}" FOR EACH ROW EXECUTE FUNCTION "Deny{table}"();
        CREATE TRIGGER "TR_{table}_AppendOnly_T" BEFORE TRUNCATE ON "{table}" FOR EACH STATEMENT EXECUTE FUNCTION "Deny{table}"();
        """,
        [
            $"""CREATE TRIGGER "TR_{table}_AppendOnly_U" BEFORE UPDATE ON "{table}" BEGIN SELECT RAISE(ABORT, 'TR_{table}_AppendOnly'); END""",
            $"""CREATE TRIGGER "TR_{table}_AppendOnly_D" BEFORE DELETE ON "{table}" BEGIN SELECT RAISE(ABORT, 'TR_{table}_AppendOnly'); END""",
            $"""
            CREATE TRIGGER "TR_{table}_AppendOnly_R" BEFORE INSERT ON "{table}" WHEN EXISTS (SELECT 1 FROM "{table}" e WHERE e."OrganizationId" = NEW."OrganizationId" AND e."{key}" = NEW."{key}")
            BEGIN SELECT RAISE(ABORT, 'TR_{table}_AppendOnly'); END
            """,
        ],
        null);
}
