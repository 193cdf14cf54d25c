using System.Globalization;
using MediSecure.Data.Common;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.TrueType;
using UglyToad.PdfPig.Fonts.TrueType.Parser;
using UglyToad.PdfPig.Writer;

namespace MediSecure.Data.Features.Summaries;

/// <summary>Plain text on A4, with the patient's identifiers and page x of y on every sheet. Latin with the tone marks of Yoruba and Igbo; what the font cannot draw is refused, never left out.</summary>
internal sealed class PdfPaper(string identity)
{
    private const double Width = 595, Height = 842, Left = 42, Right = 42, Top = 48, Bottom = 54;
    private static readonly byte[] FontBytes = ReadFont();
    private static readonly TrueTypeFont Glyphs = TrueTypeFontParser.Parse(new TrueTypeDataBytes(FontBytes));
    private readonly List<(string Text, double Size, double Before, double Indent)> _lines = [];

    public void Title(string text) => _lines.Add((text, 16, 0, 0));

    public void Heading(string text) => _lines.Add((text, 12, 12, 0));

    public void Line(string text) => _lines.AddRange(text.Split('\n').Select((part, i) => (part.Trim(), 10.0, i == 0 ? 3.0 : 0.0, i == 0 ? 0.0 : 10.0)));

    /// <summary>The file; refused when a letter is missing.</summary>
    public Result<byte[]> Build(string footer)
    {
        if (_lines.Select(line => line.Text).Append(identity).Append(footer).Any(text => !HasAll(text)))
        {
            return SummaryErrors.MissingGlyphs;
        }

        var builder = new PdfDocumentBuilder();
        var font = builder.AddTrueTypeFont(FontBytes);
        var sheets = new List<(PdfPageBuilder Page, double Y)>();
        PdfPageBuilder? page = null;
        var y = 0.0;
        foreach (var (text, size, before, indent) in _lines)
        {
            page ??= NewPage();
            foreach (var (row, first) in Wrap(page, text, size, font, Width - Left - Right - indent))
            {
                var height = (size * 1.35) + (first ? before : 0);
                if (y - height < Bottom)
                {
                    page = NewPage();
                }

                y -= height;
                if (row.Length > 0)
                {
                    page.AddText(row, size, new PdfPoint(Left + indent, y), font);
                }
            }
        }

        for (var i = 0; i < sheets.Count; i++)
        {
            var number = string.Create(CultureInfo.InvariantCulture, $"{footer} · page {i + 1} of {sheets.Count}");
            sheets[i].Page.AddText(identity, 8, new PdfPoint(Left, 30), font);
            sheets[i].Page.AddText(number, 8, new PdfPoint(Width - Right - Measure(sheets[i].Page, number, 8, font), 30), font);
        }

        return builder.Build();

        PdfPageBuilder NewPage()
        {
            var made = builder.AddPage(PageSize.A4);
            y = Height - Top;
            sheets.Add((made, y));
            return made;
        }
    }

    /// <summary>Whether the font draws every letter of it.</summary>
    internal static bool HasAll(string text) => text.EnumerateRunes().All(rune => rune.IsBmp && (rune.Value == ' ' || (Glyphs.TableRegister.CMapTable?.TryGetGlyphIndex(rune.Value, out var glyph) == true && glyph > 0)));

    private static IEnumerable<(string Row, bool First)> Wrap(PdfPageBuilder page, string text, double size, PdfDocumentBuilder.AddedFont font, double width)
    {
        var row = "";
        var first = true;
        foreach (var word in text.Split(' '))
        {
            var longer = row.Length == 0 ? word : $"{row} {word}";
            if (row.Length > 0 && Measure(page, longer, size, font) > width)
            {
                yield return (row, first);
                (row, first) = (word, false);
            }
            else
            {
                row = longer;
            }

            // A word that is wider than the sheet is cut, so that nothing runs off it.
            while (Measure(page, row, size, font) > width && row.Length > 1)
            {
                var fits = row.Length - 1;
                while (fits > 1 && Measure(page, row[..fits], size, font) > width)
                {
                    fits--;
                }

                yield return (row[..fits], first);
                (row, first) = (row[fits..], false);
            }
        }

        yield return (row, first);
    }

    private static double Measure(PdfPageBuilder page, string text, double size, PdfDocumentBuilder.AddedFont font) =>
        text.Length == 0 ? 0 : page.MeasureText(text, size, new PdfPoint(0, 0), font) is { Count: > 0 } letters ? letters[^1].EndBaseLine.X : 0;

    private static byte[] ReadFont()
    {
        using var stream = typeof(PdfPaper).Assembly.GetManifestResourceStream("MediSecure.Data.Features.Summaries.NotoSans-Regular.ttf") ?? throw new InvalidOperationException("The font of the summary is missing.");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
