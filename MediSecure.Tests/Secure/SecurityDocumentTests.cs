using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using MediSecure.Data.Common;
using MediSecure.Data.Persistence;
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
