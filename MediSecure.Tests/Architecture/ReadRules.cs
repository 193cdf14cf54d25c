using System.Reflection;
using MediSecure.Data.Access;
using Mono.Cecil;

namespace MediSecure.Tests.Architecture;

/// <summary>D13: whoever reads about patients leaves a trace of it.</summary>
internal static class ReadRules
{
    // What names a patient in a row.
    private static readonly string[] Naming = ["PatientId", "Patient", "PatientName", "RecordNumber"];
    private static readonly string[] Opening = [nameof(MediSecureDb.OpenAsync), nameof(MediSecureDb.OpenTreeAsync)];

    // A chart is recorded when it opens, a change when it is made.
    private static readonly string[] Recording = [nameof(MediSecureDb.RecordReadAsync), nameof(MediSecureDb.RecordShownAsync), nameof(MediSecureDb.RecordPrintAsync),
        nameof(MediSecureDb.OpenChartAsync), nameof(MediSecureDb.ChangeAsync), nameof(MediSecureDb.ChangeChartAsync)];

    /// <summary>Every operation that gives rows about patients, or is asked for a patient's, through a door which records nothing by itself records them, or stands on the list; nothing else stands there.</summary>
    /// <param name="code">The compiled code.</param>
    /// <param name="root">Where its services are.</param>
    /// <param name="listed">Operations that need not, as <c>XService.YAsync</c>.</param>
    public static IEnumerable<string> ReadsAreRecorded(Code code, string root, IReadOnlyCollection<string> listed)
    {
        var methods = code.Methods.DistinctBy(pair => pair.Method.MetadataToken.ToInt32()).ToDictionary(pair => pair.Method.MetadataToken.ToInt32());
        var within = code.Methods.ToLookup(pair => pair.Type, pair => pair.Method);
        var silent = ServiceRules.Services(code.Assembly, root).SelectMany(ServiceRules.Operations).Where(operation => Names(operation.ReturnType, []) || operation.GetParameters().Any(parameter => parameter.Name == "patientId"))
            .Select(operation => (Operation: operation, Doors: Doors(methods[operation.MetadataToken].Method, within[methods[operation.MetadataToken].Type])))
            .Where(one => one.Doors.Overlaps(Opening) && !one.Doors.Overlaps(Recording)).Select(one => (Name: $"{one.Operation.DeclaringType!.Name}.{one.Operation.Name}", one.Operation)).ToList();
        return silent.Where(one => !listed.Contains(one.Name)).Select(one => $"D13: {one.Operation.DeclaringType!.FullName}.{one.Operation.Name} gives rows about patients and records nothing")
            .Concat(listed.Where(name => silent.TrueForAll(one => one.Name != name)).Select(name => $"D13: {name} stands on the list and need not"));
    }

    private static bool Names(Type type, HashSet<Type> seen) => type.GetGenericArguments().Any(part => Names(part, seen)) || (type.HasElementType && Names(type.GetElementType()!, seen))
        || (type.Namespace?.StartsWith("MediSecure", StringComparison.Ordinal) == true && seen.Add(type) && type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Any(property => Naming.Contains(property.Name) || Names(property.PropertyType, seen)));

    /// <summary>The doors' methods that an operation comes to, by itself or by what it calls within its own class: async bodies and lambdas too.</summary>
    private static HashSet<string> Doors(MethodDefinition operation, IEnumerable<MethodDefinition> within)
    {
        var own = within.DistinctBy(method => method.FullName).ToDictionary(method => method.FullName);
        var (doors, seen, waiting) = (new HashSet<string>(), new HashSet<string>(), new Queue<MethodDefinition>([operation]));
        while (waiting.TryDequeue(out var method))
        {
            if (!seen.Add(method.FullName))
            {
                continue;
            }

            if (method.CustomAttributes.FirstOrDefault(attribute => attribute.AttributeType.Name == "AsyncStateMachineAttribute")?.ConstructorArguments[0].Value is TypeReference machine
                && own.Values.FirstOrDefault(one => one.Name == "MoveNext" && one.DeclaringType.FullName == machine.FullName) is { } body)
            {
                waiting.Enqueue(body);
            }

            foreach (var called in method.Body.Instructions.Select(instruction => instruction.Operand).OfType<MethodReference>().Select(reference => reference.GetElementMethod()))
            {
                if (called.DeclaringType.Name == nameof(MediSecureDb))
                {
                    doors.Add(called.Name);
                }
                else if (own.TryGetValue(called.FullName, out var next))
                {
                    waiting.Enqueue(next);
                }
            }
        }

        return doors;
    }
}
