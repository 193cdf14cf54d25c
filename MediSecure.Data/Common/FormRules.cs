using System.Collections;
using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace MediSecure.Data.Common;

/// <summary>The DataAnnotations of a form, asked again by the service: a screen is no guard. After them come the rules that hold for every field of a type, whatever it says of itself: a value of a list
/// that the list does not have, a day outside of anybody's life, an instant that is not UTC, a form without its own id.</summary>
public static class FormRules
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Fields = new();
    private static readonly ConcurrentDictionary<Type, string[]> MadeIds = new();
    private const decimal Largest = 1_000_000_000_000m; // what a numeric(18,6) holds
    private static readonly DateOnly FirstDay = new(1850, 1, 1);
    private static readonly DateOnly LastDay = new(2200, 12, 31);

    /// <summary>The first broken rule as an <see cref="Error"/> that names its field; null when the form is well-shaped.</summary>
    public static Error? Check(object form)
    {
        var broken = new List<ValidationResult>();
        return Validator.TryValidateObject(form, new ValidationContext(form), broken, validateAllProperties: true)
            ? Types(form)
            : Error.Invalid("form.invalid", broken[0].ErrorMessage ?? "This field is not right.", broken[0].MemberNames.FirstOrDefault());
    }

    private static Error? Types(object form)
    {
        foreach (var field in Fields.GetOrAdd(form.GetType(), type => [.. type.GetProperties().Where(p => p is { CanRead: true, SetMethod.IsPublic: true } && p.GetIndexParameters().Length == 0)]))
        {
            if (Problem(form, field, field.GetValue(form)) is { } problem)
            {
                return Error.Invalid("form.invalid", problem, field.Name);
            }
        }

        return null;
    }

    /// <summary>The ids that a new form of this type makes by itself, by which a repeated save is recognised.</summary>
    internal static IReadOnlyList<string> IdsMadeBy(Type type) => MadeIds.GetOrAdd(type, MadeBy);

    private static string[] MadeBy(Type type)
    {
        if (type.GetConstructor(Type.EmptyTypes) is null)
        {
            return [];
        }

        var fresh = Activator.CreateInstance(type);
        return [.. type.GetProperties().Where(p => p.PropertyType == typeof(Guid) && p.GetValue(fresh) is Guid made && made != Guid.Empty).Select(p => p.Name)];
    }

    private static string? Problem(object form, PropertyInfo field, object? value) => value switch
    {
        Enum one when !Enum.IsDefined(one.GetType(), one) => "This value is not on the list. Choose one from the list.",
        Guid id when id == Guid.Empty && (field.Name == "Id" || IdsMadeBy(form.GetType()).Contains(field.Name)) => "This form has no id. Close it, open it again, then save.",
        DateOnly day when day < FirstDay || day > LastDay => "This date is too far away. Type a year between 1850 and 2200.",
        DateTime at when at.Kind == DateTimeKind.Local || DateOnly.FromDateTime(at) < FirstDay || DateOnly.FromDateTime(at) > LastDay => "This time cannot be used. Choose it again.",
        decimal number when number is <= -Largest or >= Largest => "This number is too large. Type it again.",
        double number when !double.IsFinite(number) => "This is not a number. Type it again.",
        string => null,
        IEnumerable many when many.OfType<Enum>().Any(one => !Enum.IsDefined(one.GetType(), one)) => "A value is not on the list. Choose from the list.",
        _ => null,
    };
}
