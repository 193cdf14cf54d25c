using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using MediSecure.Data.Access;
using MediSecure.Data.Common;
using Microsoft.AspNetCore.Identity;

namespace MediSecure.Tests.Access;

/// <summary>Calls any service operation with arguments made up from its signature: ids are somebody else's, texts are searched for.</summary>
internal sealed class Probe(Guid foreignId, string search, bool bare)
{
    private static readonly JsonSerializerOptions Json = new() { ReferenceHandler = ReferenceHandler.IgnoreCycles, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What came back as JSON, and why it failed when it did. A refusal by the door is its own error.</summary>
    public async Task<(string Shown, Error? Error)> CallAsync(object service, MethodInfo operation)
    {
        var arguments = operation.GetParameters().Select(p => bare && p.HasDefaultValue ? p.DefaultValue : Make(p.ParameterType, p.Name!)).ToArray();
        try
        {
            var task = (Task)operation.Invoke(service, arguments)!;
            await task;
            return Show(task.GetType().GetProperty("Result")?.GetValue(task));
        }
        catch (AccessDeniedException)
        {
            return ("", Denied);
        }
    }

    /// <summary>Whether an id can be put into the call at all, directly or inside a form.</summary>
    public static bool TakesIds(MethodInfo operation) => operation.GetParameters().Any(p => IsId(p.ParameterType) || (p.ParameterType.Namespace?.StartsWith("MediSecure", StringComparison.Ordinal) == true
        && p.ParameterType.GetProperties().Any(inner => IsId(inner.PropertyType))));

    private static bool IsId(Type type) => type == typeof(Guid) || type == typeof(Guid?) || type.IsAssignableTo(typeof(IEnumerable<Guid>));

    public static readonly Error Denied = new("denied", "", ErrorKind.Denied);

    /// <summary>Whatever an operation answered, without the question that some answers repeat.</summary>
    public static (string Shown, Error? Error) Show(object? answer)
    {
        if (answer is Result { Failed: true } failed)
        {
            return (failed.Error.Message, failed.Error);
        }

        if (answer?.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(Result<>))
        {
            return Show(type.GetProperty("Value")!.GetValue(answer));
        }

        if (answer?.GetType() is { IsGenericType: true } paged && paged.GetGenericTypeDefinition() == typeof(Paged<>))
        {
            return Show(paged.GetProperty("Rows")!.GetValue(answer));
        }

        return (answer is null or Result ? "" : JsonSerializer.Serialize(answer, answer.GetType(), Json), null);
    }

    private object? Make(Type type, string name)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return bare ? null : Make(inner, name);
        }

        return type switch
        {
            _ when type == typeof(CancellationToken) => CancellationToken.None,
            _ when type == typeof(Guid) => foreignId,
            _ when type == typeof(string) => bare ? "" : search,
            _ when type == typeof(bool) => false,
            _ when type == typeof(int) => 1,
            _ when type == typeof(long) => 1L,
            _ when type == typeof(decimal) => 1m,
            _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2026, 3, 3, 9, 0, 0, TimeSpan.Zero),
            _ when type.IsPrimitive => Activator.CreateInstance(type),
            _ when type == typeof(DateOnly) => new DateOnly(2026, 3, 3),
            _ when type == typeof(TimeOnly) => new TimeOnly(9, 0),
            _ when type == typeof(TimeSpan) => TimeSpan.FromMinutes(30),
            _ when type == typeof(DateTime) => new DateTime(2026, 3, 3, 9, 0, 0, DateTimeKind.Utc),
            _ when type == typeof(UserPasskeyInfo) => new UserPasskeyInfo([1], [1], DateTimeOffset.UnixEpoch, 0, [], true, false, false, [1], [1]),
            _ when type == typeof(PageRequest) => new PageRequest(Search: bare ? null : search),
            _ when type.IsEnum => Enum.GetValues(type).GetValue(0),
            _ when type.IsArray => Filled(type.GetElementType()!, name),
            _ when type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>) => Activator.CreateInstance(type, Filled(type.GetGenericArguments()[0], name)),
            _ when type.IsGenericType && type.IsAssignableTo(typeof(IEnumerable)) => Filled(type.GetGenericArguments()[0], name),
            _ => Compose(type),
        };
    }

    private Array Filled(Type element, string name)
    {
        var array = Array.CreateInstance(element, 1);
        array.SetValue(Make(element, name), 0);
        return array;
    }

    // Forms keep the id that they made themselves; all other ids are somebody else's.
    private object Compose(Type type)
    {
        if (type.GetConstructor(Type.EmptyTypes) is null)
        {
            var constructor = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).First();
            return constructor.Invoke([.. constructor.GetParameters().Select(p => bare && p.HasDefaultValue ? p.DefaultValue : Make(p.ParameterType, p.Name!))]);
        }

        var form = Activator.CreateInstance(type)!;
        foreach (var property in type.GetProperties().Where(p => p.SetMethod is { IsPublic: true }))
        {
            var present = property.GetValue(form);
            if (present is not Guid { } made || made == Guid.Empty || property.Name != "Id")
            {
                property.SetValue(form, property.PropertyType == typeof(string) ? "Probe" : Make(property.PropertyType, property.Name));
            }
        }

        return form;
    }
}
