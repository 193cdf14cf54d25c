using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;

namespace MediSecure.Data.Access;

/// <summary>One operation of a service and what it demands.</summary>
/// <param name="Feature">Folder of the service, e.g. <c>Beds</c>.</param>
/// <param name="Name"><c>BedService.AdmitAsync</c>.</param>
/// <param name="Permission">Null when the operation reached no door: a defect.</param>
public sealed record Operation(string Feature, string Name, Permission? Permission)
{
    /// <summary>Who holds the permission, by the one table.</summary>
    public IReadOnlyList<Role> Roles => Permission is { } permission ? [.. Enum.GetValues<Role>().Where(role => role.Grants(permission))] : [];
}

/// <summary>Which permission each operation of each service demands, found by asking: every operation is called by nobody, and the door it comes to says what it wanted. So the table cannot
/// differ from the code, and an operation that does anything before a door shows as a defect.</summary>
public sealed class OperationTable(IServiceProvider services)
{
    private readonly Lazy<Task<IReadOnlyList<Operation>>> _operations = new(() => ReadAsync(services)); // the code does not change while it runs

    /// <summary>All operations, by feature.</summary>
    public Task<IReadOnlyList<Operation>> GetAsync() => _operations.Value;

    /// <summary>The services of the features, in order.</summary>
    public static IEnumerable<Type> Services => typeof(OperationTable).Assembly.GetTypes()
        .Where(t => t is { IsClass: true, IsAbstract: false, IsPublic: true } && t.Namespace?.StartsWith("MediSecure.Data.Features.", StringComparison.Ordinal) == true && t.Name.EndsWith("Service", StringComparison.Ordinal))
        .OrderBy(t => t.FullName, StringComparer.Ordinal);

    private static async Task<IReadOnlyList<Operation>> ReadAsync(IServiceProvider services)
    {
        var doors = DoorsOfNobody(services);
        await using var scope = services.CreateAsyncScope();
        var found = new List<Operation>();
        foreach (var type in Services)
        {
            found.AddRange(await AskAllAsync(Make(type, doors, scope.ServiceProvider)));
        }

        return [.. found.Distinct()];
    }

    /// <summary>Doors that nobody passes.</summary>
    internal static MediSecureDb DoorsOfNobody(IServiceProvider services) => new(services.GetRequiredService<Persistence.DatabaseSource>(), new Nobody(), services.GetRequiredService<AccessCache>(),
        services.GetRequiredService<SessionStore>(), services.GetRequiredService<UnitOfWork>(), services.GetRequiredService<Persistence.AuditWriter>(),
        services.GetRequiredService<TimeProvider>());

    /// <summary>Calls every operation of one service.</summary>
    internal static async Task<IReadOnlyList<Operation>> AskAllAsync(object service)
    {
        var type = service.GetType();
        var found = new List<Operation>();
        foreach (var method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(m => !m.IsSpecialName && m.ReturnType.IsAssignableTo(typeof(Task)))
            .OrderBy(m => m.Name, StringComparer.Ordinal))
        {
            found.Add(new Operation(type.Namespace!.Split('.')[^1], $"{type.Name}.{method.Name}", await AskAsync(service, method)));
        }

        return found;
    }

    /// <summary>The service with doors that nobody passes; its other parts come from the provider.</summary>
    private static object Make(Type type, MediSecureDb doors, IServiceProvider provider) =>
        type.GetConstructors().Single() is var constructor ? constructor.Invoke([.. constructor.GetParameters().Select(p => p.ParameterType == typeof(MediSecureDb) ? doors
            : p.ParameterType == typeof(ICurrentUser) ? new Nobody()
            : Services.Contains(p.ParameterType) ? Make(p.ParameterType, doors, provider)
            : provider.GetRequiredService(p.ParameterType))]) : null!;

    private static async Task<Permission?> AskAsync(object service, MethodInfo method)
    {
        try
        {
            await (Task)method.Invoke(service, [.. method.GetParameters().Select(Argument)])!;
            return null; // it did something for nobody
        }
        catch (AccessDeniedException refused)
        {
            return refused.Permission;
        }
        catch (TargetInvocationException thrown) when (thrown.InnerException is AccessDeniedException refused)
        {
            return refused.Permission;
        }
        catch (Exception)
        {
            return null; // it stumbled before it came to a door
        }
    }

    private static object? Argument(ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        return type == typeof(string) ? ""
            : type == typeof(CancellationToken) ? CancellationToken.None
            : type.IsValueType ? Activator.CreateInstance(type)
            : type.IsArray ? Array.CreateInstance(type.GetElementType()!, 0)
            : type.IsGenericType && type.IsInterface && type.GetGenericArguments() is [var element] && Array.CreateInstance(element, 0) is var empty && type.IsInstanceOfType(empty) ? empty
            : type.IsInterface || type.IsAbstract ? null
            : RuntimeHelpers.GetUninitializedObject(type);
    }

    private sealed class Nobody : ICurrentUser
    {
        public ValueTask<Caller?> GetAsync() => ValueTask.FromResult<Caller?>(null);
    }
}
