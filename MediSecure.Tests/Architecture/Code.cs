using System.Reflection;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace MediSecure.Tests.Architecture;

/// <summary>One place where code uses a type or a member of a type.</summary>
/// <param name="Type">Full name of the outermost type that the code stands in: async methods and lambdas compile to nested types.</param>
/// <param name="Method">Method as compiled, for the message of a violation; empty for a field, a base type, an attribute.</param>
/// <param name="Target">Full name of the used type without generic arguments; a nested type is named by its outermost one.</param>
/// <param name="TargetMember">Name of the used method, property accessor or field; null for a mere mention of the type.</param>
public sealed record Use(string Type, string Method, string Target, string? TargetMember)
{
    public override string ToString() => $"{Type}{(Method.Length == 0 ? "" : "." + Method)} uses {Target}{(TargetMember is null ? "" : "." + TargetMember)}";
}

/// <summary>What the compiled code of one assembly uses: signatures, attributes and method bodies, those of .razor files included.</summary>
public sealed class Code
{
    private static readonly Lazy<Code> DataCode = new(() => new Code(typeof(Data.Common.Result).Assembly));
    private static readonly Lazy<Code> WebCode = new(() => new Code(typeof(Program).Assembly));
    private static readonly Lazy<Code> TestCode = new(() => new Code(typeof(Code).Assembly));

    public static Code Data => DataCode.Value;

    public static Code Web => WebCode.Value;

    public static Code Tests => TestCode.Value;

    public Assembly Assembly { get; }

    /// <summary>Every method with a body and the outermost type it stands in.</summary>
    public IReadOnlyList<(string Type, MethodDefinition Method)> Methods { get; }

    public IReadOnlyList<Use> Uses { get; }

    /// <summary>Full names of the outermost types.</summary>
    public IReadOnlyList<string> Types { get; }

    private Code(Assembly assembly)
    {
        Assembly = assembly;
        var module = ModuleDefinition.ReadModule(assembly.Location, new ReaderParameters { InMemory = true });
        var all = module.GetAllTypes().Where(type => type.Name != "<Module>").ToList();
        Types = [.. module.Types.Where(type => !type.Name.StartsWith('<')).Select(type => type.FullName)];
        Methods = [.. all.SelectMany(type => type.Methods.Where(method => method.HasBody).Select(method => (Outermost(type), method)))];
        Uses = [.. all.SelectMany(UsesOf).Where(use => use.Type != use.Target).Distinct()];
    }

    /// <summary>Uses by types whose namespace is <paramref name="root"/> or below it.</summary>
    public IEnumerable<Use> Under(string root) => Uses.Where(use => IsUnder(use.Type, root));

    public static bool IsUnder(string name, string root) => name.StartsWith(root + ".", StringComparison.Ordinal);

    /// <summary>Name of the type without its namespace.</summary>
    public static string Simple(string type) => type[(type.LastIndexOf('.') + 1)..];

    private static IEnumerable<Use> UsesOf(TypeDefinition type)
    {
        var self = Outermost(type);
        var plain = new List<TypeReference?> { type.BaseType };
        plain.AddRange(type.Interfaces.Select(face => face.InterfaceType));
        plain.AddRange(type.Fields.Select(field => field.FieldType));
        plain.AddRange(type.GenericParameters.SelectMany(parameter => parameter.Constraints.Select(constraint => constraint.ConstraintType)));
        plain.AddRange(Attributes(type).Concat(type.Fields.SelectMany(Attributes)).Concat(type.Properties.SelectMany(Attributes)));
        foreach (var name in plain.SelectMany(Names))
        {
            yield return new Use(self, "", name, null);
        }
        foreach (var method in type.Methods)
        {
            var signature = method.Parameters.Select(parameter => parameter.ParameterType).Append(method.ReturnType)
                .Concat(method.Parameters.SelectMany(Attributes)).Concat(Attributes(method));
            foreach (var name in signature.SelectMany(Names))
            {
                yield return new Use(self, Readable(type, method), name, null);
            }
            if (!method.HasBody)
            {
                continue;
            }
            foreach (var name in method.Body.Variables.SelectMany(variable => Names(variable.VariableType)))
            {
                yield return new Use(self, Readable(type, method), name, null);
            }
            foreach (var (name, member) in method.Body.Instructions.SelectMany(Operands))
            {
                yield return new Use(self, Readable(type, method), name, member);
            }
        }
    }

    private static IEnumerable<TypeReference> Attributes(Mono.Cecil.ICustomAttributeProvider provider) => provider.CustomAttributes.Select(attribute => attribute.AttributeType);

    private static IEnumerable<(string Name, string? Member)> Operands(Instruction instruction)
    {
        switch (instruction.Operand)
        {
            case MethodReference method:
                foreach (var name in Names(method.DeclaringType).Take(1))
                {
                    yield return (name, method.Name);
                }
                var mentioned = Names(method.DeclaringType).Skip(1).Concat(Names(method.ReturnType)).Concat(method.Parameters.SelectMany(parameter => Names(parameter.ParameterType)));
                if (method is GenericInstanceMethod generic)
                {
                    mentioned = mentioned.Concat(generic.GenericArguments.SelectMany(Names));
                }
                foreach (var name in mentioned)
                {
                    yield return (name, null);
                }
                break;
            case FieldReference field:
                foreach (var name in Names(field.DeclaringType).Take(1))
                {
                    yield return (name, field.Name);
                }
                foreach (var name in Names(field.FieldType))
                {
                    yield return (name, null);
                }
                break;
            case TypeReference type:
                foreach (var name in Names(type))
                {
                    yield return (name, null);
                }
                break;
        }
    }

    /// <summary>The type itself first, then its generic arguments.</summary>
    private static IEnumerable<string> Names(TypeReference? type) => type switch
    {
        null or GenericParameter => [],
        GenericInstanceType generic => Names(generic.ElementType).Concat(generic.GenericArguments.SelectMany(Names)),
        TypeSpecification wrapped => Names(wrapped.ElementType),
        _ => [Outermost(type)],
    };

    private static string Outermost(TypeReference type)
    {
        while (type.DeclaringType is { } outer)
        {
            type = outer;
        }
        return type.FullName;
    }

    /// <summary>State machines are called by the method they came from.</summary>
    private static string Readable(TypeDefinition type, MethodDefinition method) =>
        type.Name is ['<', .. var rest] && rest.IndexOf('>') is var end and > 0 ? rest[..end] : method.Name;
}
