using MediSecure.Data.Access;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Code_ = Mono.Cecil.Cil.Code;

namespace MediSecure.Tests.Architecture;

/// <summary>D10: which permissions the doors are opened with, read from compiled code.</summary>
internal static class PermissionRules
{
    /// <summary>Permissions that methods of types below <paramref name="root"/> give to a door, and those they merely choose between before giving one.</summary>
    public static HashSet<Permission> Used(Code code, string root) => [.. code.Methods
        .Where(pair => Code.IsUnder(pair.Type, root))
        .SelectMany(pair => Given(pair.Method))];

    private static IEnumerable<Permission> Given(MethodDefinition method)
    {
        foreach (var instruction in method.Body.Instructions)
        {
            // A constant is a permission when the doors' instance was loaded just before it, or when it is kept in something typed Permission.
            if (Constant(instruction) is not { } value || !Enum.IsDefined((Permission)value))
            {
                continue;
            }
            if (IsDoorInstance(instruction.Previous) || IsKept(instruction))
            {
                yield return (Permission)value;
            }
        }
    }

    private static bool IsDoorInstance(Instruction? instruction) => instruction?.Operand switch
    {
        FieldReference field => field.FieldType.Name == nameof(MediSecureDb),
        ParameterDefinition parameter => parameter.ParameterType.Name == nameof(MediSecureDb),
        _ => false,
    };

    /// <summary>Stored into a variable, a field or a parameter of type Permission, directly or at the end of a conditional.</summary>
    private static bool IsKept(Instruction instruction)
    {
        for (var (next, steps) = (instruction.Next, 0); next is not null && steps < 4; next = next.OpCode.Code is Code_.Br or Code_.Br_S ? (Instruction)next.Operand : next.Next, steps++)
        {
            switch (next.Operand)
            {
                case VariableDefinition { VariableType.Name: nameof(Permission) }:
                case FieldReference { FieldType.Name: nameof(Permission) }:
                    return true;
                case MethodReference call:
                    return call.Parameters.Any(parameter => parameter.ParameterType.Name == nameof(Permission));
            }
            if (next.OpCode.Code is not (Code_.Br or Code_.Br_S or Code_.Ldarg_0 or Code_.Ldarg or Code_.Ldarg_S or Code_.Ldarg_1 or Code_.Ldarg_2 or Code_.Ldarg_3 or Code_.Nop))
            {
                return false;
            }
        }
        return false;
    }

    private static int? Constant(Instruction instruction) => instruction.OpCode.Code switch
    {
        >= Code_.Ldc_I4_0 and <= Code_.Ldc_I4_8 => instruction.OpCode.Code - Code_.Ldc_I4_0,
        Code_.Ldc_I4_S => (sbyte)instruction.Operand,
        Code_.Ldc_I4 => (int)instruction.Operand,
        _ => null,
    };
}
