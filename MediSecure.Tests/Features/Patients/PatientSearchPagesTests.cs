using System.Text.Json;
using MediSecure.Data.Features.Patients;
using MediSecure.Data.Persistence;
using MediSecure.Data.Persistence.DemoData;
using MediSecure.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
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
        _organizationId = await BulkPatients.SeedAsync(owner, Count, _database.Services.GetRequiredService<MasterKey>(), TestDatabase.Start.UtcDateTime, CancellationToken.None);
    }

    public Task<T> LookAsync<T>(Func<MediSecureDbContext, Task<T>> look) => _database.LookAsync(_organizationId, look);

    public ValueTask DisposeAsync() => _database.DisposeAsync();
}

/// <summary>Search counted in the pages that PostgreSQL touches, as the application's role under row security: a count does not depend on the machine.</summary>
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

    /// <summary>Inner parts are found by a function, whose plan shows only what it read in all: the trigram index for a rare part, and for one that many have either that or the first rows.</summary>
    [Theory]
    [InlineData("xyzzy", 200)] // with what the first call of a function reads of the catalogue; the table has thousands
    [InlineData("laoluw", 600)]
    public async Task A_search_by_an_inner_part_reads_few_pages(string part, int pages)
    {
        var plan = await PlanAsync(db => PatientService.InnerParts(db, [part], Limit));
        Assert.InRange(plan.GetProperty("Shared Hit Blocks").GetInt32() + plan.GetProperty("Shared Read Blocks").GetInt32(), 1, pages);
    }

    /// <summary>By its blind index: one equality, whatever the size.</summary>
    [Fact]
    public async Task A_search_by_a_whole_phone_number_touches_at_most_four_pages_of_its_index()
    {
        var index = await bulk.LookAsync(db => db.Patients.Where(p => p.PhoneIndex != null).OrderBy(p => p.Id).Select(p => p.PhoneIndex!).FirstAsync());
        foreach (var one in new[] { index, [.. index.Reverse()] })
        {
            Assert.InRange(Pages(await PlanAsync(db => PatientService.ByPhone(db, one, Limit)), "IX_Patients_Phone"), 1, 4);
        }
    }

    /// <summary>The plan of the very statement that the service sends, run.</summary>
    private Task<JsonElement> PlanAsync<T>(Func<MediSecureDbContext, IQueryable<T>> query) => bulk.LookAsync(async db =>
    {
        await using var transaction = await db.Database.BeginTransactionAsync(); // gives the application's role its scope, as every operation does
        await using var command = query(db).CreateDbCommand();
        command.Transaction = transaction.GetDbTransaction();
        command.CommandText = "EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) " + command.CommandText;
        var text = (string)(await command.ExecuteScalarAsync())!;
        TestContext.Current.TestOutputHelper!.WriteLine(text);
        return JsonDocument.Parse(text).RootElement[0].GetProperty("Plan").Clone();
    });

    private static IEnumerable<JsonElement> Nodes(JsonElement plan) => plan.TryGetProperty("Plans", out var children) ? children.EnumerateArray().SelectMany(Nodes).Prepend(plan) : [plan];

    private static int Pages(JsonElement plan, string index) => Nodes(plan).Where(node => node.TryGetProperty("Index Name", out var name) && name.GetString() == index)
        .Sum(node => node.GetProperty("Shared Hit Blocks").GetInt32() + node.GetProperty("Shared Read Blocks").GetInt32());
}
