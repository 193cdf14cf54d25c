using System.Text.Json;
using MediSecure.Data.Features.Patients;
using MediSecure.Data.Persistence;
using MediSecure.Data.Persistence.DemoData;
using MediSecure.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace MediSecure.Tests.Features.Patients;

/// <summary>PostgreSQL with 100,000 patients.</summary>
public sealed class BulkDatabase(PostgresServer server) : IAsyncLifetime
{
    public const int Count = 100_000;
    private readonly PostgresDatabase _database = new(server);
    private Guid _organizationId;

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        await using var owner = NpgsqlDataSource.Create(_database.Connections.Owner);
        _organizationId = await BulkPatients.SeedAsync(owner, Count, TestDatabase.Start.UtcDateTime, CancellationToken.None);
    }

    public Task<T> LookAsync<T>(Func<MediSecureDbContext, Task<T>> look) => _database.LookAsync(_organizationId, look);

    public ValueTask DisposeAsync() => _database.DisposeAsync();
}

/// <summary>Search counted in the pages that PostgreSQL touches: a count does not depend on the machine.</summary>
public sealed class PatientSearchPagesTests(BulkDatabase bulk) : IClassFixture<BulkDatabase>
{
    private const int Limit = 51;

    [Theory]
    [InlineData("ad")]
    [InlineData("ade")]
    [InlineData("chinedu")]
    [InlineData("olaoluwa")]
    [InlineData("ezekala")]
    [InlineData("zzz")]
    public async Task A_search_by_the_beginning_of_a_name_touches_at_most_six_pages_of_the_search_index(string typed)
    {
        var plan = await PlanAsync(db => PatientService.ByWords(db, [typed], Limit));
        Assert.InRange(Pages(plan, "PK_PatientSearchWords"), 1, 6);
    }

    [Fact]
    public async Task Thousands_share_the_beginning_that_is_measured()
    {
        Assert.Equal(BulkDatabase.Count, await bulk.LookAsync(db => db.Patients.CountAsync()));
        Assert.InRange(await bulk.LookAsync(db => db.PatientSearchWords.CountAsync(w => w.Word.StartsWith("ad"))), 3_000, BulkDatabase.Count);
    }

    [Fact]
    public async Task A_search_by_two_beginnings_reads_no_table_from_end_to_end()
    {
        var plan = await PlanAsync(db => PatientService.ByWords(db, ["chinedu", "eze"], Limit));
        Assert.DoesNotContain(Nodes(plan), node => node.GetProperty("Node Type").GetString() == "Seq Scan");
        Assert.InRange(Pages(plan, "PK_PatientSearchWords"), 1, 100); // what the two ranges take
    }

    [Fact]
    public async Task A_search_by_an_inner_part_that_nobody_has_asks_the_trigram_index()
    {
        var plan = await PlanAsync(db => PatientService.InnerParts(db, ["xyzzy"], Limit));
        Assert.DoesNotContain(Nodes(plan), node => node.GetProperty("Node Type").GetString() == "Seq Scan");
        Assert.InRange(Pages(plan, "IX_Patients_SearchName_Trigram"), 1, 12);
    }

    /// <summary>Of a part that many have, a screenful is soon found either way; the sampled statistics decide which.</summary>
    [Fact]
    public async Task A_search_by_an_inner_part_that_many_have_reads_few_pages()
    {
        var plan = await PlanAsync(db => PatientService.InnerParts(db, ["laoluw"], Limit));
        Assert.InRange(plan.GetProperty("Shared Hit Blocks").GetInt32() + plan.GetProperty("Shared Read Blocks").GetInt32(), 1, 200);
    }

    /// <summary>The plan of the very statement that the service sends, run.</summary>
    private Task<JsonElement> PlanAsync<T>(Func<MediSecureDbContext, IQueryable<T>> query) => bulk.LookAsync(async db =>
    {
        await using var command = query(db).CreateDbCommand();
        command.CommandText = "EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) " + command.CommandText;
        await db.Database.OpenConnectionAsync();
        var text = (string)(await command.ExecuteScalarAsync())!;
        TestContext.Current.TestOutputHelper!.WriteLine(text);
        return JsonDocument.Parse(text).RootElement[0].GetProperty("Plan").Clone();
    });

    private static IEnumerable<JsonElement> Nodes(JsonElement plan) => plan.TryGetProperty("Plans", out var children) ? children.EnumerateArray().SelectMany(Nodes).Prepend(plan) : [plan];

    private static int Pages(JsonElement plan, string index) => Nodes(plan).Where(node => node.TryGetProperty("Index Name", out var name) && name.GetString() == index)
        .Sum(node => node.GetProperty("Shared Hit Blocks").GetInt32() + node.GetProperty("Shared Read Blocks").GetInt32());
}
