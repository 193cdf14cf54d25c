using MediSecure.Data.Access;
using MediSecure.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace MediSecure.Tests.Access;

/// <summary>The table that people are shown is the one that the matrix proves.</summary>
public sealed class OperationTableTests(SqliteDatabase db) : IClassFixture<SqliteDatabase>
{
    [Fact]
    public async Task Each_operation_demands_what_the_matrix_says()
    {
        var shown = (await db.Services.GetRequiredService<OperationTable>().GetAsync()).ToDictionary(o => o.Name, o => o.Permission);
        Assert.DoesNotContain(shown, operation => operation.Value is null);
        Assert.Equal(AccessMatrixTests.Cases.Select(one => one.Operation).Distinct().Order(StringComparer.Ordinal), shown.Keys.Order(StringComparer.Ordinal));
        // An operation that asks for one of two permissions, by what it is told, names the first; the matrix has a case for each.
        Assert.All(shown, operation => Assert.Contains(AccessMatrixTests.Cases, one => one.Operation == operation.Key && one.Permission == operation.Value));
    }

    [Fact]
    public async Task An_operation_that_comes_to_no_door_has_no_permission() =>
        Assert.Equal([null, null, Permission.ViewBeds], (await OperationTable.AskAllAsync(new Offender(new MediSecureDbOfNobody(db.Services).Doors))).Select(o => o.Permission));

    private sealed class MediSecureDbOfNobody(IServiceProvider services)
    {
        public MediSecureDb Doors { get; } = OperationTable.DoorsOfNobody(services);
    }

    public sealed class Offender(MediSecureDb doors)
    {
        public Task AAnswersAnybodyAsync() => Task.CompletedTask;

        public Task BStumblesFirstAsync(string? name, CancellationToken ct) => Task.FromResult(name!.Substring(3) + ct);

        public async Task CAsksFirstAsync(CancellationToken ct)
        {
            await using var open = await doors.OpenAsync(Permission.ViewBeds, ct);
        }
    }
}
