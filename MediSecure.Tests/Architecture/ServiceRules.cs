using System.Reflection;

namespace MediSecure.Tests.Architecture;

/// <summary>D8: what a service shows to the outside.</summary>
internal static class ServiceRules
{
    /// <summary>Public concrete types named XService below a namespace.</summary>
    public static IEnumerable<Type> Services(Assembly assembly, string root) => assembly.GetTypes()
        .Where(type => type is { IsClass: true, IsAbstract: false, IsNested: false }
            && type.Namespace is { } place && (place == root || place.StartsWith(root + ".", StringComparison.Ordinal))
            && type.Name.EndsWith("Service", StringComparison.Ordinal));

    public static IEnumerable<MethodInfo> Operations(Type service) => service
        .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        .Where(method => !method.IsSpecialName && method.DeclaringType == service
            && method.GetBaseDefinition().DeclaringType != typeof(object) && method.Name is not ("Dispose" or "DisposeAsync"));

    /// <summary>Operations return a task of a result, a page or rows, never an entity or a query, take no entity, and can be stopped.</summary>
    public static IEnumerable<string> OperationsAreClosed(Assembly assembly, string root, IReadOnlySet<Type> entities) =>
        Services(assembly, root).SelectMany(Operations).SelectMany(method => Violations(method, entities).Select(what => $"D8: {method.DeclaringType!.FullName}.{method.Name} {what}"));

    /// <summary>What a service gives holds text or nothing: an encrypted field does not leave it, at any depth.</summary>
    public static IEnumerable<string> NothingEncryptedLeaves(Assembly assembly, string root, Type encrypted) =>
        Services(assembly, root).SelectMany(Operations).Where(method => Holds(method.ReturnType, encrypted, [])).Select(method => $"D12: {method.DeclaringType!.FullName}.{method.Name} gives an encrypted field");

    private static bool Holds(Type type, Type encrypted, HashSet<Type> seen) => type == encrypted
        || type.GetGenericArguments().Any(part => Holds(part, encrypted, seen))
        || (type.HasElementType && Holds(type.GetElementType()!, encrypted, seen))
        || (type.Namespace?.StartsWith("MediSecure", StringComparison.Ordinal) == true && seen.Add(type) && type.GetProperties().Any(property => Holds(property.PropertyType, encrypted, seen)));

    private static IEnumerable<string> Violations(MethodInfo method, IReadOnlySet<Type> entities)
    {
        if (!typeof(Task).IsAssignableFrom(method.ReturnType)
            && !(method.ReturnType is { IsGenericType: true } generic && generic.GetGenericTypeDefinition() == typeof(ValueTask<>)))
        {
            yield return $"returns {method.ReturnType.Name}, not a task";
        }
        foreach (var part in Parts(method.ReturnType))
        {
            if (entities.Contains(part))
            {
                yield return $"hands out the entity {part.Name}";
            }
            if (part.IsGenericType && part.GetGenericTypeDefinition() == typeof(IQueryable<>) || part == typeof(IQueryable)
                || part.Namespace?.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal) == true)
            {
                yield return $"hands out {part.Name}, which the caller could extend";
            }
        }
        foreach (var taken in method.GetParameters().SelectMany(parameter => Parts(parameter.ParameterType)).Where(entities.Contains))
        {
            yield return $"takes the entity {taken.Name}, so that a caller could write fields that no form has";
        }
        if (!method.GetParameters().Any(parameter => parameter.ParameterType == typeof(CancellationToken)))
        {
            yield return "takes no CancellationToken";
        }
    }

    private static IEnumerable<Type> Parts(Type type) =>
        (type.IsArray ? Parts(type.GetElementType()!) : type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts) : []).Prepend(type);
}
