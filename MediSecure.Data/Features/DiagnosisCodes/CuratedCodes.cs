namespace MediSecure.Data.Features.DiagnosisCodes;

/// <summary>The codes that ship: the common ones of a general hospital, out of <c>curated-codes.tsv</c>. The whole list is loaded by the verb <c>import-diagnoses</c>.</summary>
public static class CuratedCodes
{
    private const string Resource = "MediSecure.Data.Features.DiagnosisCodes.curated-codes.tsv";

    public static IReadOnlyList<DiagnosisCode> All { get; } = Read();

    private static List<DiagnosisCode> Read()
    {
        using var reader = new StreamReader(typeof(CuratedCodes).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException($"The resource {Resource} is missing."));
        var found = new List<DiagnosisCode>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && !line.StartsWith('#'))
            {
                var tab = line.IndexOf('\t', StringComparison.Ordinal);
                found.Add(new DiagnosisCode(line[..tab], line[(tab + 1)..], isBillable: true));
            }
        }

        return found;
    }
}
