using System.Reflection;
using MediSecure.Tests.Support;

namespace MediSecure.Tests.Long;

/// <summary>Every race of the house, ten rounds on each database; the normal run has one. Races are the facts of classes named XRaceTests.</summary>
[Trait("Category", "Long")]
public abstract class RaceRoundsTests(TestDatabase db)
{
    private const int Rounds = 10;

    private static readonly IReadOnlyList<MethodInfo> All = [.. typeof(RaceRoundsTests).Assembly.GetTypes()
        .Where(type => type.IsAbstract && type.Name.EndsWith("RaceTests", StringComparison.Ordinal))
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        .Where(method => method.IsDefined(typeof(FactAttribute)))];

    public static TheoryData<string> Races => [.. All.Select(race => $"{race.DeclaringType!.Name}.{race.Name}")];

    [Theory]
    [MemberData(nameof(Races))]
    public async Task A_race_holds_for_ten_rounds(string name)
    {
        var race = All.Single(one => $"{one.DeclaringType!.Name}.{one.Name}" == name);
        var here = race.DeclaringType!.Assembly.GetTypes().Single(type => !type.IsAbstract && type.IsSubclassOf(race.DeclaringType)
            && type.GetConstructors().Any(constructor => constructor.GetParameters() is [{ } only] && only.ParameterType == db.GetType()));
        for (var round = 1; round <= Rounds; round++)
        {
            var facts = Activator.CreateInstance(here, db)!;
            await (Task)race.Invoke(facts, null)!;
            TestContext.Current.TestOutputHelper?.WriteLine($"{name}: round {round} of {Rounds} held");
        }
    }
}

public sealed class RaceRoundsOnSqlite(SqliteDatabase db) : RaceRoundsTests(db), IClassFixture<SqliteDatabase>;

public sealed class RaceRoundsOnPostgres(PostgresDatabase db) : RaceRoundsTests(db), IClassFixture<PostgresDatabase>;
