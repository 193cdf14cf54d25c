using MediSecure.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace MediSecure.Tests.Architecture;

/// <summary>What the model must say so that no row can leave its organisation or its patient's compartment.</summary>
internal static class ModelRules
{
    /// <summary>M1: owned, with its filters, or on the list of exceptions.</summary>
    public static IEnumerable<string> EverythingIsOwned(IModel model, IReadOnlySet<string> exempt)
    {
        foreach (var entity in model.GetEntityTypes().Where(entity => !entity.IsOwned()))
        {
            var name = entity.ClrType.Name.Split('`')[0];
            var filters = entity.GetDeclaredQueryFilters().Select(filter => filter.Key).ToHashSet();
            if (!entity.ClrType.IsAssignableTo(typeof(IOrganizationOwned)))
            {
                if (!exempt.Contains(name))
                {
                    yield return $"M1: {name} belongs to no organisation and is on no list";
                }
                continue;
            }
            if (!filters.Contains("Organization"))
            {
                yield return $"M1: {name} has no filter by organisation";
            }
            if (entity.FindProperty("PatientId") is not null && !filters.Contains("PatientCompartment"))
            {
                yield return $"M1: {name} has a PatientId and no filter by compartment";
            }
        }
    }

    /// <summary>M2: the database itself refuses a reference across organisations; keys and indexes begin with the organisation.</summary>
    public static IEnumerable<string> KeysBeginWithTheOrganisation(IModel model, IReadOnlySet<string> exempt)
    {
        foreach (var entity in model.GetEntityTypes().Where(Owned))
        {
            foreach (var foreign in entity.GetForeignKeys().Where(foreign => Owned(foreign.PrincipalEntityType)))
            {
                // The organisation's own row is reached by its id, which is the organisation.
                if (!foreign.Properties.Any(IsOrganisation) && foreign.PrincipalEntityType.ClrType.Name != "Organization")
                {
                    yield return $"M2: the foreign key {entity.ClrType.Name} → {foreign.PrincipalEntityType.ClrType.Name} could cross organisations";
                }
            }
            var keys = entity.GetKeys().Select(key => (Name: key.GetName() ?? "", key.Properties))
                .Concat(entity.GetIndexes().Where(index => index.IsUnique || !FollowsAForeignKeyToAnUnownedRow(entity, index)).Select(index => (Name: index.GetDatabaseName() ?? "", index.Properties)));
            foreach (var (name, properties) in keys.Where(key => !IsOrganisation(key.Properties[0]) && !exempt.Contains(key.Name)))
            {
                yield return $"M2: {entity.ClrType.Name}: {name} begins with {properties[0].Name}, not with the organisation";
            }
        }
    }

    /// <summary>M3: every text has an end, every status can be read, every row that people edit has a version.</summary>
    public static IEnumerable<string> ColumnsAreBounded(IModel model, IReadOnlySet<string> unbounded)
    {
        foreach (var entity in model.GetEntityTypes())
        {
            foreach (var property in entity.GetProperties())
            {
                var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
                var name = $"{entity.ClrType.Name.Split('`')[0]}.{property.Name}";
                if (type == typeof(string) && property.GetMaxLength() is null && !unbounded.Contains(name))
                {
                    yield return $"M3: {name} has no greatest length";
                }
                if (type.IsEnum && (property.GetTypeMapping().Converter?.ProviderClrType ?? type) != typeof(string))
                {
                    yield return $"M3: {name} is not stored as text";
                }
            }
            if (entity.ClrType.IsAssignableTo(typeof(IVersioned)) && entity.FindProperty(nameof(IVersioned.Version)) is not { IsConcurrencyToken: true })
            {
                yield return $"M3: {entity.ClrType.Name} has no version that a stale save would break on";
            }
        }
    }

    private static bool Owned(IReadOnlyTypeBase entity) => entity.ClrType.IsAssignableTo(typeof(IOrganizationOwned));

    private static bool IsOrganisation(IReadOnlyProperty property) =>
        property.Name == nameof(IOrganizationOwned.OrganizationId) || (property.DeclaringType.ClrType.Name == "Organization" && property.Name is "Id" or "ParentId");

    private static bool FollowsAForeignKeyToAnUnownedRow(IReadOnlyEntityType entity, IReadOnlyIndex index) =>
        entity.GetForeignKeys().Any(foreign => !Owned(foreign.PrincipalEntityType) && foreign.Properties.SequenceEqual(index.Properties));
}
