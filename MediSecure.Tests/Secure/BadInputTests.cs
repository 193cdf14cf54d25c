using System.Globalization;
using System.Reflection;
using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Tests.Access;
using MediSecure.Tests.Architecture;
using MediSecure.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MediSecure.Tests.Secure;

/// <summary>Every field of every form, and every argument of every list, with the whole corpus of <see cref="BadInput"/>: what comes back is a result, never an exception; what no field may take is
/// refused and leaves nothing behind; and SQLite and PostgreSQL answer the same.</summary>
[Trait("Check", "19")]
public sealed class BadInputTests(SqliteDatabase sqlite, PostgresDatabase postgres) : IClassFixture<SqliteDatabase>, IClassFixture<PostgresDatabase>
{
    /// <summary>Fields that an operation leaves unread, on purpose and by their documentation; the demo asks for a confirmation where others ask for a password.</summary>
    private static readonly HashSet<string> Unread = ["AppointmentService.BookOwnAsync.PatientId", "AppointmentService.BookOwnAsync.Minutes", "EmergencyAccessService.OpenAsync.Password", "EmergencyAccessService.OpenAsync.Confirmed"];

    /// <summary>The first is a shape of a screen whose parts are arguments of the operation, so that the second theory has them; the other is filled by a verb.</summary>
    private static readonly HashSet<string> InParts = ["OpenRestrictedChartForm", "CreateFirstAdministratorForm"];

    /// <summary>Their prepared call does something that is right before it sends the form.</summary>
    private static readonly HashSet<string> SeveralSteps = ["ClinicalNoteService.SignAsync"];

    /// <summary>Replaces the whole demo for everybody; takes no input.</summary>
    private static readonly string[] Exempt = ["DemoService.ResetAsync"];

    private static IEnumerable<MethodInfo> AllOperations => ServiceRules.Services(typeof(Permission).Assembly, DependencyRules.Features).SelectMany(ServiceRules.Operations);

    public static TheoryData<string> OperationsWithForms => [.. AllOperations.Where(o => o.GetParameters().Any(p => IsForm(p.ParameterType))).Select(Name).Distinct().Order(StringComparer.Ordinal)];

    public static TheoryData<string> OperationsWithArguments => [.. AllOperations.Where(o => !Exempt.Contains(Name(o)) && Leaves(o).Any()).Select(Name).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Each field with every third text of the corpus, beginning at another one than its neighbour, and with all other values.</summary>
    [Theory]
    [MemberData(nameof(OperationsWithForms))]
    public Task Every_field_of_a_form_answers_bad_values_and_both_databases_agree(string operation) => CompareAsync(operation, all: false);

    /// <summary>Each field with the whole corpus.</summary>
    [Theory]
    [Trait("Category", "Long")]
    [MemberData(nameof(OperationsWithForms))]
    public Task Every_field_of_a_form_answers_every_bad_value_and_both_databases_agree(string operation) => CompareAsync(operation, all: true);

    private async Task CompareAsync(string operation, bool all)
    {
        var answers = await Task.WhenAll(Task.Run(() => FieldsAsync(sqlite, operation, all)), Task.Run(() => FieldsAsync(postgres, operation, all)));
        Assert.Equal(string.Join('\n', answers[0]), string.Join('\n', answers[1]));
    }

    [Theory]
    [MemberData(nameof(OperationsWithArguments))]
    public async Task Every_argument_answers_every_bad_value_and_both_databases_agree(string operation)
    {
        var answers = await Task.WhenAll(Task.Run(() => ArgumentsAsync(sqlite, operation)), Task.Run(() => ArgumentsAsync(postgres, operation)));
        Assert.Equal(string.Join('\n', answers[0]), string.Join('\n', answers[1]));
    }

    [Fact]
    public void Every_form_is_sent_by_an_operation()
    {
        var sent = AllOperations.SelectMany(o => o.GetParameters()).Select(p => p.ParameterType).Where(IsForm).ToHashSet();
        Assert.Empty(typeof(Permission).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false, IsPublic: true } && IsForm(type) && !sent.Any(one => one.IsAssignableTo(type)) && !InParts.Contains(type.Name)));
    }

    /// <summary>One line per field and value. The values that must be refused come first, over rows that are then the same as before.</summary>
    private static async Task<List<string>> FieldsAsync(TestDatabase db, string operation, bool all)
    {
        var prepared = AccessMatrixTests.Cases.FirstOrDefault(one => one.Operation == operation) ?? throw new InvalidOperationException($"{operation} has no prepared legal call.");
        var person = db.As(Enum.GetValues<Role>().First(role => role.Grants(prepared.Permission)));
        await UnlockAsync(db);
        Type? form = null;
        using (Sent.Changed(sent => form = sent.GetType()))
        {
            var right = await (await prepared.Prepare(db, person))();
            Assert.False(right.Failed, $"{operation}: the prepared call itself is refused: {right.Error?.Code}");
        }

        Assert.True(form is not null, $"{operation}: its prepared call must pass its form through Sent.Form(…)");
        var fields = form.GetProperties().Where(p => p.SetMethod is { IsPublic: true }).OrderBy(p => p.Name, StringComparer.Ordinal)
            .SelectMany((p, field) => BadInput.For(p.PropertyType, FormRules.IdsMadeBy(form).Contains(p.Name) ? "Id" : p.Name, p.GetCustomAttribute<CleanTextAttribute>()?.Maximum)
                .Where((bad, i) => all || bad.Value is not string || (i + field + operation.Length) % 3 == 0).Select(value => (Property: p, Bad: value))).Where(f => !Unread.Contains($"{operation}.{f.Property.Name}")).ToList();
        var answers = new List<string>();

        var call = await prepared.Prepare(db, person);
        var before = await db.LookAsync(OwnedRows.StateAsync);
        foreach (var (property, bad) in fields.Where(f => f.Bad.Refused))
        {
            var answer = await SendAsync(call, property, bad, operation);
            Assert.True(answer.Failed, $"{operation}: {property.Name} takes '{bad.Name}'");
            answers.Add(Line(property, bad, answer));
        }

        Assert.True(SeveralSteps.Contains(operation) || before == await db.LookAsync(OwnedRows.StateAsync), $"{operation}: a refused value left something behind");
        foreach (var (property, bad) in fields.Where(f => !f.Bad.Refused))
        {
            var answer = await SendAsync(call, property, bad, operation);
            answers.Add(Line(property, bad, answer));
            if (!answer.Failed)
            {
                await UnlockAsync(db);
                call = await prepared.Prepare(db, person);
            }
        }

        return answers;
    }

    /// <summary>Wrong passwords in a form lock the person, as they should, and an organisation may let charts close on the day of the visit; the next form begins afresh.</summary>
    private static Task UnlockAsync(TestDatabase db) => db.GivenAsync(async open =>
    {
        (await open.Organizations.SingleAsync(o => o.Id == db.OrganizationId)).SetCare(CareTerms.Usual);
        foreach (var user in await open.Users.Where(u => u.LockoutEnd != null || u.AccessFailedCount > 0).ToListAsync())
        {
            user.Unlock();
        }
    });

    private static string Line(PropertyInfo property, BadValue bad, Result answer) => $"{property.Name}, {bad.Name}: {(answer.Failed ? $"{answer.Error.Code} at {answer.Error.Field ?? "-"}" : "taken")}";

    private static async Task<Result> SendAsync(Func<Task<Result>> call, PropertyInfo property, BadValue bad, string operation)
    {
        var undo = new List<Action>();
        try
        {
            using (Sent.Changed(form =>
                   {
                       var was = property.GetValue(form);
                       undo.Add(() => property.SetValue(form, was));
                       property.SetValue(form, bad.Value);
                   }))
            {
                var answer = await call();
                Assert.False(answer.Failed && answer.Error.Message.Contains("<img", StringComparison.Ordinal), $"{operation}: the refusal of {property.Name} repeats what was typed");
                return answer;
            }
        }
        catch (Exception exception) when (exception is not Xunit.Sdk.XunitException)
        {
            throw new InvalidOperationException($"{operation}: {property.Name} with '{bad.Name}' ended in {exception.GetType().Name}: {exception.Message}", exception);
        }
        finally
        {
            undo.ForEach(one => one());
        }
    }

    private static async Task<List<string>> ArgumentsAsync(TestDatabase db, string operation)
    {
        var answers = new List<string>();
        foreach (var method in AllOperations.Where(o => Name(o) == operation))
        {
            var service = db.As([.. Enum.GetValues<Role>().Where(r => r != Role.Patient)]).Services.GetRequiredService(method.DeclaringType!);
            foreach (var (leaf, type, change) in Leaves(method))
            {
                foreach (var bad in ValuesOf(type))
                {
                    string answer;
                    try
                    {
                        var task = (Task)method.Invoke(service, change(bad.Value))!;
                        await task;
                        var (_, error) = Probe.Show(task.GetType().GetProperty("Result")?.GetValue(task));
                        answer = error?.Code ?? "answered";
                    }
                    catch (AccessDeniedException)
                    {
                        answer = "denied";
                    }
                    catch (Exception exception) when (exception is not Xunit.Sdk.XunitException)
                    {
                        throw new InvalidOperationException($"{operation}: {leaf} with '{bad.Name}' ended in {exception.GetBaseException().GetType().Name}: {exception.GetBaseException().Message}", exception);
                    }

                    answers.Add($"{leaf}, {bad.Name}: {answer}");
                }
            }
        }

        return answers;
    }

    /// <summary>Each argument, and each part of an argument that is made of parts: its name, its type, and the call's arguments with it changed and all others as usual.</summary>
    private static IEnumerable<(string Name, Type Type, Func<object?, object?[]> With)> Leaves(MethodInfo operation)
    {
        var parameters = operation.GetParameters();
        for (var i = 0; i < parameters.Length; i++)
        {
            var at = i;
            var parameter = parameters[i];
            if (parameter.ParameterType == typeof(CancellationToken) || IsForm(parameter.ParameterType))
            {
                continue;
            }

            foreach (var (name, type, make) in Parts(parameter.ParameterType, parameter.Name!))
            {
                yield return (name, type, value => [.. parameters.Select((p, n) => n == at ? make(value) : Usual(p.ParameterType))]);
            }
        }
    }

    private static IEnumerable<(string Name, Type Type, Func<object?, object?> Make)> Parts(Type type, string name)
    {
        if (type.Namespace?.StartsWith("MediSecure", StringComparison.Ordinal) != true || type.IsEnum || type.GetConstructors().Length == 0)
        {
            yield return (name, type, value => value);
            yield break;
        }

        var constructor = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).First();
        var parameters = constructor.GetParameters();
        for (var i = 0; i < parameters.Length; i++)
        {
            var at = i;
            foreach (var (inner, leaf, make) in Parts(parameters[i].ParameterType, $"{name}.{parameters[i].Name}"))
            {
                yield return (inner, leaf, value => constructor.Invoke([.. parameters.Select((p, n) => n == at ? make(value) : p.HasDefaultValue ? p.DefaultValue : Usual(p.ParameterType))]));
            }
        }
    }

    private static object? Usual(Type type) => type switch
    {
        _ when type == typeof(CancellationToken) => CancellationToken.None,
        _ when type == typeof(string) => "a",
        _ when type == typeof(Guid) => new Guid("01990000-0000-7000-8000-000000000000"),
        _ when type == typeof(DateOnly) => new DateOnly(2026, 3, 3),
        _ when type == typeof(DateTime) => TestDatabase.Start.UtcDateTime,
        _ when type == typeof(int) => 7,
        _ when Nullable.GetUnderlyingType(type) is not null => null,
        _ when type.IsEnum => Enum.GetValues(type).GetValue(0),
        _ when type.IsValueType => Activator.CreateInstance(type),
        _ when type.IsArray => Array.CreateInstance(type.GetElementType()!, 0),
        _ when type.IsGenericType && type.GetGenericArguments() is [var element] && type.IsAssignableFrom(element.MakeArrayType()) => Array.CreateInstance(element, 0),
        _ when type.GetConstructor(Type.EmptyTypes) is not null => Activator.CreateInstance(type),
        _ when type.GetConstructors() is { Length: > 0 } constructors && constructors.OrderByDescending(c => c.GetParameters().Length).First() is var make =>
            make.Invoke([.. make.GetParameters().Select(p => p.HasDefaultValue ? p.DefaultValue : Usual(p.ParameterType))]),
        _ => null,
    };

    private static IEnumerable<BadValue> ValuesOf(Type type) => type == typeof(string)
        ? BadInput.Searches.Select((text, i) => new BadValue($"search {i.ToString(CultureInfo.InvariantCulture)}", text, false))
        : BadInput.For(type, "").Where(bad => bad.Value is not null || Nullable.GetUnderlyingType(type) is not null);

    private static bool IsForm(Type type) => type.Namespace?.StartsWith("MediSecure", StringComparison.Ordinal) == true && type.Name.EndsWith("Form", StringComparison.Ordinal);

    private static string Name(MethodInfo operation) => $"{operation.DeclaringType!.Name}.{operation.Name}";
}
