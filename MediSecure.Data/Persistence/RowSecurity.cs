using System.Data.Common;
using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Features.ActivityLog;
using MediSecure.Data.Features.Appointments;
using MediSecure.Data.Features.Organizations;
using MediSecure.Data.Features.Patients;
using MediSecure.Data.Features.Referrals;
using MediSecure.Data.Persistence.Encryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace MediSecure.Data.Persistence;

/// <summary>Row security on PostgreSQL: the last wall, behind the query filters. Every table with an organisation has a policy that compares its rows with settings of the transaction;
/// without them it has no rows. The settings are made by <see cref="RowSecurityInterceptor"/>; they end with the transaction, so that no pooled connection carries them on.</summary>
public static class RowSecurity
{
    /// <summary>Organisations of the scope, as a PostgreSQL array of ids.</summary>
    internal const string Organizations = "medisecure.organizations";

    /// <summary>The one patient of an open chart or of a patient's own sign-in; empty for none.</summary>
    internal const string Patient = "medisecure.patient";

    /// <summary>Who acts, for their own roles at organisations they do not act at.</summary>
    internal const string User = "medisecure.user";

    /// <summary>The other side of one referral, as <c>organisation:referral</c>: its rows there, and events that tell of it. Set with no organisation at all (decision 0047).</summary>
    internal const string Referral = "medisecure.referral";

    /// <summary>Name of the policy on each table.</summary>
    public const string Policy = "scope";

    // Sub-selects: evaluated once for a query instead of once for a row.
    private const string InOrganizations = $"= ANY ((SELECT COALESCE(NULLIF(current_setting('{Organizations}', true), ''), '{{}}'))::uuid[])";
    private const string IsUser = $"= (SELECT NULLIF(current_setting('{User}', true), '')::uuid)";
    private const string NoUser = $"(SELECT NULLIF(current_setting('{User}', true), '')) IS NULL";
    private const string NoPatient = $"(SELECT NULLIF(current_setting('{Patient}', true), '')) IS NULL";
    private const string IsPatient = $"= (SELECT NULLIF(current_setting('{Patient}', true), '')::uuid)";

    private const string ReferralOrganization = $"\"OrganizationId\" = (SELECT NULLIF(split_part(current_setting('{Referral}', true), ':', 1), '')::uuid)";
    private const string IsReferral = $"({ReferralOrganization} AND \"Id\" = (SELECT NULLIF(split_part(current_setting('{Referral}', true), ':', 2), '')::uuid))";

    // Busy times are read past the compartment on purpose, without saying whose they are; the query filter keeps the rest. Audit events are read inside a chart and written outside it.
    private static readonly HashSet<Type> WithoutCompartment = [typeof(Appointment)];

    /// <summary>Tables that carry an organisation, by the model.</summary>
    public static IReadOnlyList<IEntityType> Tables(IModel model) =>
        [.. model.GetEntityTypes().Where(type => typeof(IOrganizationOwned).IsAssignableFrom(type.ClrType) && type.GetTableName() is not null).OrderBy(type => type.GetTableName(), StringComparer.Ordinal)];

    /// <summary>Puts the policies on every such table, and the functions that may look across. Run by <c>migrate</c> as the owner, after the migrations; again is harmless.</summary>
    internal static async Task ApplyAsync(NpgsqlConnection owner, IModel model, CancellationToken ct)
    {
        await using var transaction = await owner.BeginTransactionAsync(ct);
        foreach (var statement in Tables(model).Select(Protect).Append(Functions))
        {
            await using var command = new NpgsqlCommand(statement, owner, transaction);
            await command.ExecuteNonQueryAsync(ct);
        }

        await transaction.CommitAsync(ct);
    }

    /// <summary>Statement and parameters that give the rest of this transaction its scope; one row comes back.</summary>
    internal const string Settings = $"SELECT set_config('{Organizations}', @ms_organizations, true), set_config('{Patient}', @ms_patient, true), set_config('{User}', @ms_user, true), set_config('{Referral}', @ms_referral, true);\n";

    internal static void AddSettings(DbCommand command, AccessScope scope, IEnumerable<Guid> more)
    {
        var own = scope.ReferralId is not null ? [] : scope.OrganizationId is { } one ? [one] : scope.TreeIds;
        var organizations = own.Concat(more).Where(id => id != Guid.Empty);
        command.Parameters.Add(new NpgsqlParameter("ms_referral", scope.ReferralId is { } referral ? $"{scope.OrganizationId}:{referral}" : ""));
        command.Parameters.Add(new NpgsqlParameter("ms_organizations", "{" + string.Join(',', organizations) + "}"));
        command.Parameters.Add(new NpgsqlParameter("ms_patient", scope.PatientId?.ToString() ?? ""));
        command.Parameters.Add(new NpgsqlParameter("ms_user", scope.UserId?.ToString() ?? ""));
    }

    private static string Protect(IEntityType type)
    {
        var table = type.GetTableName();
        var (seen, written) = Conditions(type);
        return $"""
            ALTER TABLE "{table}" ENABLE ROW LEVEL SECURITY;
            ALTER TABLE "{table}" FORCE ROW LEVEL SECURITY;
            DROP POLICY IF EXISTS {Policy} ON "{table}";
            CREATE POLICY {Policy} ON "{table}" USING ({seen}) WITH CHECK ({written});
            """;
    }

    private static (string Seen, string Written) Conditions(IEntityType type)
    {
        if (type.ClrType == typeof(Organization))
        {
            // One below is made, filled and opened again from the one above it.
            const string own = $"\"Id\" {InOrganizations} OR \"ParentId\" {InOrganizations}";
            return (own, own);
        }

        const string organization = $"\"OrganizationId\" {InOrganizations}";
        if (type.ClrType == typeof(OrganizationMembership))
        {
            return ($"{organization} OR \"UserId\" {IsUser}", organization);
        }

        if (type.ClrType == typeof(OrganizationKey))
        {
            return ($"{organization} AND {NoUser}", organization); // no person's request reads keys; who makes an organisation writes its first
        }

        var patient = type.ClrType == typeof(Patient) ? "Id" : type.FindProperty("PatientId")?.GetColumnName();
        if (patient is null || WithoutCompartment.Contains(type.ClrType))
        {
            return (organization, organization);
        }

        var compartment = $"{organization} AND ({NoPatient} OR \"{patient}\" {IsPatient})";
        if (type.ClrType.IsAssignableTo(typeof(ReferralTask)))
        {
            return ($"({compartment}) OR {IsReferral}", $"({compartment}) OR {IsReferral}");
        }

        return (compartment, type.ClrType == typeof(AuditEvent) ? $"{organization} OR {ReferralOrganization}" : compartment);
    }

    // Owned by the owner, who bypasses row security; each looks at as little as it must.
    private const string Functions = $$"""
        CREATE OR REPLACE FUNCTION "OrganizationEdges"() RETURNS TABLE ("Id" uuid, "ParentId" uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
          AS $$ SELECT o."Id", o."ParentId" FROM "Organizations" o $$;

        -- LIKE is not leakproof: under a policy it may not use the trigram index. The organisation is compared here instead.
        CREATE OR REPLACE FUNCTION "PatientsByInnerParts"(parts text[], beginnings text[], most integer) RETURNS SETOF uuid LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
          AS $$
          DECLARE
            allowed uuid[] := COALESCE(NULLIF(current_setting('{{Organizations}}', true), ''), '{}')::uuid[];
            conditions text := '';
            part text;
          BEGIN
            FOREACH part IN ARRAY parts LOOP conditions := conditions || format(' AND p."SearchName" LIKE %L', '%' || part || '%'); END LOOP;
            FOREACH part IN ARRAY beginnings LOOP conditions := conditions || format(' AND '' '' || p."SearchName" LIKE %L', '% ' || part || '%'); END LOOP;
            RETURN QUERY EXECUTE 'SELECT p."Id" FROM "Patients" p WHERE p."OrganizationId" = ANY ($1)' || conditions || ' LIMIT $2' USING allowed, most;
          END $$;

        -- Names of the departments that take referrals from other organisations: published there, readable everywhere.
        CREATE OR REPLACE FUNCTION "ReferralPlaces"() RETURNS TABLE ("OrganizationId" uuid, "Organization" text, "DepartmentId" uuid, "Department" text, "Specialty" text)
          LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
          AS $$ SELECT o."Id", o."Name"::text, d."Id", d."Name"::text, d."Specialty"::text FROM "Departments" d JOIN "Organizations" o ON o."Id" = d."OrganizationId"
            WHERE d."TakesReferrals" AND d."ClosedAt" IS NULL AND o."ClosedAt" IS NULL $$;

        REVOKE ALL ON FUNCTION "OrganizationEdges"(), "ReferralPlaces"(), "PatientsByInnerParts"(text[], text[], integer) FROM PUBLIC;
        """;

    /// <summary>Functions that the application's role may call.</summary>
    internal static string GrantTo(string role) => $"GRANT EXECUTE ON FUNCTION \"OrganizationEdges\"(), \"ReferralPlaces\"(), \"PatientsByInnerParts\"(text[], text[], integer) TO {role}";
}
