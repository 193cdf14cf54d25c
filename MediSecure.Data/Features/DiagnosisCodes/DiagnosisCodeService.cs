using MediSecure.Data.Access;
using MediSecure.Data.Features.Patients;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Features.DiagnosisCodes;

/// <summary>Finds diagnosis codes by the beginning of the code or by words of the title.</summary>
public sealed class DiagnosisCodeService(MediSecureDb doors)
{
    private const int Most = 20;
    private const int MostWords = 6;

    /// <summary>At most twenty, the plainest titles first. Nothing for fewer than two letters or digits.</summary>
    public async Task<IReadOnlyList<DiagnosisCodeRow>> SearchAsync(string? text, CancellationToken ct)
    {
        await using var db = await doors.OpenAsync(Permission.SearchDiagnosisCodes, ct);
        var words = SearchText.Words(Common.Text.Search(text) ?? "").Take(MostWords).ToList();
        if (words.Sum(word => word.Length) < 2)
        {
            return [];
        }

        var codes = db.DiagnosisCodes.AsNoTracking().Where(c => c.IsBillable && !c.IsRetired);
        if (Prefix(words) is { } prefix)
        {
            codes = codes.Where(c => c.SearchCode.StartsWith(prefix));
        }
        else
        {
            foreach (var word in words)
            {
                codes = codes.Where(c => c.SearchTitle.Contains(word));
            }
        }

        return await codes.OrderBy(c => c.Title.Length).ThenBy(c => c.Code).Take(Most).Select(c => new DiagnosisCodeRow(c.Code, c.Title)).ToListAsync(ct);
    }

    /// <summary>A letter and a digit begin a code: <c>e11</c>, <c>E11.9</c>, <c>e 11</c>.</summary>
    private static string? Prefix(IReadOnlyList<string> words)
    {
        var joined = string.Concat(words).ToUpperInvariant();
        return joined.Length is >= 2 and <= 7 && char.IsAsciiLetterUpper(joined[0]) && char.IsAsciiDigit(joined[1]) && joined.All(char.IsAsciiLetterOrDigit) ? joined : null;
    }
}
