using System.Globalization;

namespace MediSecure.Data.Features.DiagnosisCodes;

/// <summary>One line of the public list.</summary>
public sealed record DiagnosisCodeLine(string Code, string Title, bool IsBillable);

/// <summary>Reads the "order file" in which the United States publish ICD-10-CM: fixed width, number (1–5), code without its point (7–13), whether it is complete (15), short title (17–76),
/// long title (from 78). The long title is what people read.</summary>
public static class DiagnosisCodeFile
{
    private const int ShortTitleAt = 16;
    private const int LongTitleAt = 77;

    /// <exception cref="FormatException">A line is no line of such a file; the message names it.</exception>
    public static IEnumerable<DiagnosisCodeLine> Read(TextReader reader)
    {
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (line.Trim().Length == 0)
            {
                continue;
            }

            yield return Parse(line) ?? throw new FormatException(string.Create(CultureInfo.InvariantCulture,
                $"line {number} is not a line of an ICD-10-CM order file: expected a number of five digits, a code of three to seven characters, 0 or 1, and titles at columns 17 and 78."));
        }
    }

    private static DiagnosisCodeLine? Parse(string line)
    {
        if (line.Length <= ShortTitleAt || !line[..5].All(char.IsAsciiDigit) || line[5] != ' ' || line[13] != ' ' || line[14] is not ('0' or '1') || line[15] != ' ')
        {
            return null;
        }

        var code = line[6..13].Trim();
        var title = line.Length > LongTitleAt ? line[LongTitleAt..].Trim() : line[ShortTitleAt..].Trim();
        return IsCode(code) && title.Length is > 0 and <= DiagnosisCode.MaxTitleLength ? new DiagnosisCodeLine(DiagnosisCode.WithPoint(code), title, line[14] == '1') : null;
    }

    private static bool IsCode(string code) => code.Length is >= 3 and <= 7 && char.IsAsciiLetterUpper(code[0]) && code.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c));
}
