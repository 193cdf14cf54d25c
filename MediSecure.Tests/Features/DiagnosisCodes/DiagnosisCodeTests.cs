using System.Globalization;
using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.DiagnosisCodes;
using MediSecure.Data.Persistence;
using MediSecure.Tests.Access;
using MediSecure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Tests.Features.DiagnosisCodes;

public sealed class DiagnosisCodeOperationCases : IOperationCases
{
    public IEnumerable<OperationCase> Cases =>
    [
        new("DiagnosisCodeService.SearchAsync", Permission.SearchDiagnosisCodes, (_, person) => Task.FromResult<Func<Task<Result>>>(async () =>
        {
            await person.Service<DiagnosisCodeService>().SearchAsync("asthma", default);
            return Result.Ok;
        })),
    ];
}

public sealed class DiagnosisCodeFileTests
{
    internal static string Line(int number, string code, bool complete, string title) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:00000} {code,-7} {(complete ? '1' : '0')} {title[..Math.Min(60, title.Length)],-60} {title}");

    [Fact]
    public void A_line_of_the_order_file_gives_code_title_and_whether_it_is_complete()
    {
        var text = Line(1, "A00", false, "Cholera") + "\n" + Line(2, "A000", true, "Cholera due to Vibrio cholerae 01, biovar cholerae") + "\r\n" + Line(3, "S06.0X0A".Replace(".", "", StringComparison.Ordinal), true, "Concussion without loss of consciousness, initial encounter") + "\n\n";
        Assert.Equal(
        [
            new DiagnosisCodeLine("A00", "Cholera", false), new DiagnosisCodeLine("A00.0", "Cholera due to Vibrio cholerae 01, biovar cholerae", true),
            new DiagnosisCodeLine("S06.0X0A", "Concussion without loss of consciousness, initial encounter", true),
        ], DiagnosisCodeFile.Read(new StringReader(text)));
    }

    [Theory]
    [InlineData("code,title")]
    [InlineData("00001 a000    1 Cholera")]
    [InlineData("00001 A000    2 Cholera")]
    [InlineData("00001 A000    1")]
    [InlineData("1     A000    1 Cholera")]
    public void Anything_else_is_refused_by_its_line(string line) =>
        Assert.Contains("line 2", Assert.Throws<FormatException>(() => DiagnosisCodeFile.Read(new StringReader(Line(1, "A000", true, "Cholera") + "\n" + line)).ToList()).Message, StringComparison.Ordinal);

    [Fact]
    public void The_codes_that_ship_are_well_formed_and_each_stands_once()
    {
        Assert.True(CuratedCodes.All.Count >= 400, $"{CuratedCodes.All.Count}");
        Assert.Equal(CuratedCodes.All.Count, CuratedCodes.All.Select(code => code.Code).Distinct().Count());
        Assert.All(CuratedCodes.All, code => Assert.Matches(@"^[A-Z]\d[0-9A-Z](\.[0-9A-Z]{1,4})?$", code.Code));
        Assert.All(CuratedCodes.All, code => Assert.InRange(code.Title.Length, 4, DiagnosisCode.MaxTitleLength));
    }
}

public abstract class DiagnosisCodeServiceTests(TestDatabase db)
{
    private async Task<IReadOnlyList<string>> FindAsync(string? text) => [.. (await db.As(Role.Doctor).Service<DiagnosisCodeService>().SearchAsync(text, CancellationToken.None)).Select(row => row.Code)];

    [Theory]
    [InlineData("hypertension", "I10")]
    [InlineData("HYPERTENSION primary", "I10")]
    [InlineData("i10", "I10")]
    [InlineData("E11.9", "E11.9")]
    [InlineData("e119", "E11.9")]
    [InlineData("diabetes type 2 without", "E11.9")]
    [InlineData("malar", "B54")]
    public async Task Words_in_any_order_and_the_beginning_of_a_code_find_it(string text, string code) => Assert.Contains(code, await FindAsync(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("%%")]
    [InlineData("xyzzy")]
    [InlineData("'; DROP TABLE")]
    public async Task Too_little_or_nothing_that_matches_gives_nothing(string? text) => Assert.Empty(await FindAsync(text));

    [Fact]
    public async Task At_most_twenty_come_the_plainest_first()
    {
        var found = await FindAsync("unspecified");
        Assert.Equal(20, found.Count);
        var titles = CuratedCodes.All.ToDictionary(code => code.Code, code => code.Title.Length);
        Assert.Equal(found.Select(code => titles[code]).Order(), found.Select(code => titles[code]));
    }
}

public sealed class DiagnosisCodeServiceOnSqlite(SqliteDatabase db) : DiagnosisCodeServiceTests(db), IClassFixture<SqliteDatabase>;

public sealed class DiagnosisCodeServiceOnPostgres(PostgresDatabase db) : DiagnosisCodeServiceTests(db), IClassFixture<PostgresDatabase>
{
    private readonly PostgresDatabase _postgres = db;

    [Fact]
    public async Task The_import_adds_changes_and_retires_and_a_dry_run_only_says_so()
    {
        var all = await _postgres.LookAsync(look => look.DiagnosisCodes.AsNoTracking().ToListAsync());
        var kept = all.Where(code => code.Code != "Z99.2").ToList();
        string File() => string.Join('\n', kept.Select((code, i) => DiagnosisCodeFileTests.Line(i + 1, code.Code.Replace(".", "", StringComparison.Ordinal), true, code.Code == "K02.9" ? "Caries, renamed" : code.Title))
            .Append(DiagnosisCodeFileTests.Line(99_999, "Q999", true, "A new code")));

        var expected = new DiagnosisImportResult(kept.Count + 1, 1, 1, 1, kept.Count - 1);
        Assert.Equal(expected, await DiagnosisCodeImport.RunAsync(_postgres.Connections.Owner, new StringReader(File()), dryRun: true, CancellationToken.None));
        Assert.Equal(all.Count, await _postgres.LookAsync(look => look.DiagnosisCodes.CountAsync(code => !code.IsRetired)));

        Assert.Equal(expected, await DiagnosisCodeImport.RunAsync(_postgres.Connections.Owner, new StringReader(File()), dryRun: false, CancellationToken.None));
        var (added, renamed, retired) = await _postgres.LookAsync(async look => (
            await look.DiagnosisCodes.SingleAsync(code => code.Code == "Q99.9"), await look.DiagnosisCodes.SingleAsync(code => code.Code == "K02.9"), await look.DiagnosisCodes.SingleAsync(code => code.Code == "Z99.2")));
        Assert.Equal(("A new code", "Caries, renamed", true), (added.Title, renamed.Title, retired.IsRetired));

        await Assert.ThrowsAsync<FormatException>(() => DiagnosisCodeImport.RunAsync(_postgres.Connections.Owner, new StringReader(File() + "\n" + DiagnosisCodeFileTests.Line(1, "Q999", true, "Twice")), false, CancellationToken.None));
    }

    [Fact]
    public async Task The_applications_role_cannot_change_the_list()
    {
        await using var connection = new Npgsql.NpgsqlConnection(_postgres.Connections.App);
        await connection.OpenAsync();
        await using var command = new Npgsql.NpgsqlCommand("""UPDATE "DiagnosisCodes" SET "Title" = 'x' """, connection);
        Assert.Equal("42501", (await Assert.ThrowsAsync<Npgsql.PostgresException>(() => command.ExecuteNonQueryAsync())).SqlState);
    }
}
