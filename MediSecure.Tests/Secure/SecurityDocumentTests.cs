using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using MediSecure.Data.Common;
using MediSecure.Data.Persistence;
using MediSecure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Tests.Secure;

/// <summary>docs/security.md names its proofs: each must exist.</summary>
public sealed partial class SecurityDocumentTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(Path.GetDirectoryName(Here())!, "../../docs/security.md"));

    [Fact]
    public void Every_test_that_the_page_names_exists()
    {
        var classes = typeof(SecurityDocumentTests).Assembly.GetTypes().Select(type => type.Name).ToHashSet();
        var named = Names().Matches(Text).Select(match => match.Groups[1].Value).Distinct().ToList();
        Assert.True(named.Count >= 30, $"only {named.Count}");
        Assert.Empty(named.Where(name => !classes.Contains(name)));
    }

    /// <summary>A row of the two tables without a proof would be a promise.</summary>
    [Fact]
    public void Every_safeguard_and_threat_names_its_proof()
    {
        var rows = Text.Split("## At rest")[0].Split('\n').Where(line => line.StartsWith('|') && !line.StartsWith("|---", StringComparison.Ordinal) && !line.StartsWith("| safeguard", StringComparison.Ordinal) && !line.StartsWith("| threat", StringComparison.Ordinal)).ToList();
        Assert.True(rows.Count >= 20);
        Assert.Empty(rows.Where(row => !Names().IsMatch(row.Split('|')[3])));
    }

    /// <summary>Exactly the encrypted columns of the model are named as such.</summary>
    [Fact]
    public void Every_encrypted_column_is_named()
    {
        using var db = new DesignTimeFactory().CreateDbContext([]);
        var columns = db.Model.GetEntityTypes().SelectMany(type => type.GetProperties().Where(p => p.ClrType == typeof(EncryptedText)).Select(p => $"{type.GetTableName()}.{p.Name}")).Order(StringComparer.Ordinal);
        Assert.Equal(columns, Columns().Matches(Text.Split("Encrypted columns:")[1].Split('\n')[0]).Select(match => match.Groups[1].Value));
    }

    /// <summary>Free text about patients that is not encrypted is named too: no column stays in clear without anybody knowing.</summary>
    [Fact]
    public void Every_text_about_patients_in_clear_is_named()
    {
        using var db = new DesignTimeFactory().CreateDbContext([]);
        var columns = db.Model.GetEntityTypes().Where(type => typeof(IPatientOwned).IsAssignableFrom(type.ClrType) || type.ClrType == typeof(Data.Features.ActivityLog.AuditEvent))
            .SelectMany(type => type.GetProperties().Where(p => p.ClrType == typeof(string) && (p.GetMaxLength() ?? int.MaxValue) >= 100).Select(p => $"{type.GetTableName()}.{p.Name}")).Order(StringComparer.Ordinal);
        Assert.Equal(columns, Columns().Matches(Text.Split("Texts in clear:")[1].Split('\n')[0]).Select(match => match.Groups[1].Value));
    }

    /// <summary>docs/asvs.csv: every requirement of levels 1 and 2 of OWASP ASVS 5.0 and the chosen ones of level 3, once each; met ones name what proves it, the others say why not.</summary>
    [Fact]
    public void Every_requirement_of_the_standard_has_an_answer_and_each_that_is_met_its_proof()
    {
        var classes = typeof(SecurityDocumentTests).Assembly.GetTypes().Select(type => type.Name).ToHashSet();
        using var csv = new CsvHelper.CsvReader(new StreamReader(Path.Combine(RepositoryFiles.Root, "docs/asvs.csv")), new CsvHelper.Configuration.CsvConfiguration(System.Globalization.CultureInfo.InvariantCulture) { PrepareHeaderForMatch = header => header.Header.ToUpperInvariant() });
        var rows = csv.GetRecords<Requirement>().ToList();
        Assert.Equal((70, 183), (rows.Count(row => row.Level == 1), rows.Count(row => row.Level == 2)));
        Assert.Equal(["1.2.10", "2.3.5", "8.3.2", "11.3.4", "15.4.1", "15.4.2", "15.4.3", "15.4.4"], rows.Where(row => row.Level == 3).Select(row => row.Id));
        Assert.Equal(rows.Count, rows.Select(row => row.Id).Distinct().Count());
        Assert.Empty(rows.Where(row => row.Applies is not ("yes" or "no" or "open") || row.Answer.Length is < 15 or > 200).Select(row => row.Id));
        Assert.Empty(rows.Where(row => row.Applies == "yes" ? !Proofs(row).Any() : row.Proof.Length > 0).Select(row => row.Id));
        Assert.Empty(rows.SelectMany(Proofs).Distinct().Where(proof => !classes.Contains(proof) && !Path.Exists(Path.Combine(RepositoryFiles.Root, proof))));
        var (yes, no, open) = (rows.Count(row => row.Applies == "yes"), rows.Count(row => row.Applies == "no"), rows.Count(row => row.Applies == "open"));
        Assert.Contains($"{yes} are met, {no} do not apply, {open} are open", Text, StringComparison.Ordinal);

        static IEnumerable<string> Proofs(Requirement row) => row.Proof.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    private sealed record Requirement(string Id, int Level, string Applies, string Answer, string Proof);

    /// <summary>The numbers of the checks are those that tests carry.</summary>
    [Fact]
    public void Every_check_is_carried_by_a_test()
    {
        var carried = typeof(SecurityDocumentTests).Assembly.GetTypes().SelectMany(type => type.GetCustomAttributes(typeof(TraitAttribute), true).Concat(type.GetMethods().SelectMany(m => m.GetCustomAttributes(typeof(TraitAttribute), true))))
            .Cast<TraitAttribute>().Where(trait => trait.Name == "Check").Select(trait => trait.Value).ToHashSet();
        var listed = Text.Split("| check | passes when |")[1].Split("\n\n")[0].Split('\n').Select(line => line.Split('|')).Where(cells => cells.Length > 2 && int.TryParse(cells[1].Trim(), out _)).Select(cells => cells[1].Trim()).ToList();
        Assert.Equal(18, listed.Count);
        Assert.Empty(listed.Where(number => !carried.Contains(number)));
    }

    [GeneratedRegex(@"`([A-Za-z]+\.[A-Za-z]+)`")]
    private static partial Regex Columns();

    private static string Here([CallerFilePath] string path = "") => path;

    [GeneratedRegex("`([A-Z][A-Za-z0-9]*(?:Tests|Checks|OnSqlite|OnPostgres))`")]
    private static partial Regex Names();
}
