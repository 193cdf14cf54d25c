using MediSecure.Data.Features.DiagnosisCodes;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Persistence;

/// <summary>What an import did, or would do.</summary>
public sealed record DiagnosisImportResult(int Lines, int Added, int Changed, int Retired, int Unchanged);

/// <summary>Loads the public ICD-10-CM list into PostgreSQL as the owner; run by the verb <c>import-diagnoses</c>. All or nothing; codes that the list no longer has are retired, never deleted.</summary>
public static class DiagnosisCodeImport
{
    /// <param name="owner">Connection string of the role that owns the database.</param>
    /// <param name="file">An order file.</param>
    /// <param name="dryRun">Says what would happen and changes nothing.</param>
    /// <param name="ct">Stops; nothing is kept then.</param>
    /// <exception cref="FormatException">The file is none.</exception>
    public static async Task<DiagnosisImportResult> RunAsync(string owner, TextReader file, bool dryRun, CancellationToken ct)
    {
        var lines = new Dictionary<string, DiagnosisCodeLine>(StringComparer.Ordinal);
        foreach (var line in DiagnosisCodeFile.Read(file))
        {
            if (!lines.TryAdd(line.Code, line))
            {
                throw new FormatException($"the code {line.Code} stands twice in the file.");
            }
        }

        if (lines.Count == 0)
        {
            throw new FormatException("the file is empty.");
        }

        await using var db = new MediSecureDbContext(new DbContextOptionsBuilder<MediSecureDbContext>().UseNpgsql(owner, o => o.SetPostgresVersion(15, 0).MaxBatchSize(500).CommandTimeout(0)).Options);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var known = await db.DiagnosisCodes.ToDictionaryAsync(c => c.Code, StringComparer.Ordinal, ct);
        var (added, changed, retired) = (0, 0, 0);
        foreach (var line in lines.Values)
        {
            if (!known.TryGetValue(line.Code, out var code))
            {
                added++;
                db.Add(new DiagnosisCode(line.Code, line.Title, line.IsBillable));
            }
            else if (code.Describe(line.Title, line.IsBillable))
            {
                changed++;
            }
        }

        foreach (var gone in known.Values.Where(code => !code.IsRetired && !lines.ContainsKey(code.Code)))
        {
            retired++;
            gone.Retire();
        }

        if (!dryRun)
        {
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }

        return new DiagnosisImportResult(lines.Count, added, changed, retired, lines.Count - added - changed);
    }
}
