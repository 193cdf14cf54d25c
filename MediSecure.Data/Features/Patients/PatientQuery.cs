using System.Globalization;
using System.Text.RegularExpressions;
using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Patients;

/// <summary>One way to read what was typed into the search box. All parts that are set must hold.</summary>
/// <param name="Words">Beginnings of words of the name, in normalised form.</param>
/// <param name="BirthDates">One of these, when any is given.</param>
/// <param name="RecordNumber">Beginning of the number: digits, or letters, a hyphen and digits.</param>
/// <param name="Phone">A whole telephone number.</param>
/// <param name="NationalId">A whole national id.</param>
public sealed record PatientReading(IReadOnlyList<string> Words, IReadOnlyList<DateOnly> BirthDates, string? RecordNumber = null, string? Phone = null, string? NationalId = null)
{
    /// <summary>What kind of search it is, for the audit: never what was typed.</summary>
    public string Shape => string.Join(", ", new[]
    {
        Phone is null ? null : "phone", NationalId is null ? null : "national id", RecordNumber is null ? null : "record number", BirthDates.Count == 0 ? null : "birth date",
        Words.Count switch { 0 => null, 1 => "1 word", var n => $"{n} words" },
    }.OfType<string>());
}

/// <summary>Turns a line of the search box into its possible readings, the surest first. <c>12/04/1988</c> is a day, <c>bello 12 Apr 1988</c> a name and a day, <c>ch 100061</c>
/// a record number, <c>0803 123 4567</c> a telephone; eight digits may be all of these and a national id. Everything that is no letter or digit separates words, so <c>%</c> and <c>'</c> mean nothing.</summary>
public static partial class PatientQuery
{
    public const int FewestCharacters = 2;
    private const int MostWords = 6;

    // With fewer it is a name, or the beginning of a record number.
    private const int FewestDigitsOfId = 6;

    private static readonly string[] DayFirst = ["d/M/yyyy", "d/M/yy", "ddMMyyyy", "d MMM yyyy", "d MMMM yyyy", "d MMM yy"];
    private static readonly string[] MonthFirst = ["M/d/yyyy", "MMM d yyyy", "MMMM d yyyy"];
    private static readonly string[] YearFirst = ["yyyy/M/d", "yyyyMMdd", "yyyy MMM d", "yyyy MMMM d"];

    /// <summary>Empty when there is too little to search for.</summary>
    /// <param name="typed">Any text at all.</param>
    /// <param name="today">The organisation's day: two-digit years lie before it.</param>
    public static IReadOnlyList<PatientReading> Read(string? typed, DateOnly today)
    {
        var text = Text.Search(typed);
        if (text is null || SearchText.Normalize(text).Count(c => c != ' ') < FewestCharacters)
        {
            return [];
        }

        var readings = new List<PatientReading>();
        if (RecordNumber(text) is { } number)
        {
            readings.Add(new([], [], RecordNumber: number));
        }

        if (PhoneNumber.IsValid(text))
        {
            readings.Add(new([], [], Phone: text));
        }

        if (Identifier.IsValid(text) && Identifier.Normalize(text)!.Count(char.IsDigit) >= FewestDigitsOfId)
        {
            readings.Add(new([], [], NationalId: text));
        }

        var days = new List<DateOnly>();
        var rest = Dates().Replace(text, match =>
        {
            var found = Days(match.Value, today);
            days.AddRange(found);
            return found.Count > 0 ? " " : match.Value;
        });
        var words = SearchText.Words(rest).OrderByDescending(w => w.Length).Take(MostWords).ToList();
        if (days.Count > 0)
        {
            readings.Add(new(words, days));
        }
        else if (words.Count > 0)
        {
            readings.Add(new(words, []));
        }

        return readings;
    }

    private static string? RecordNumber(string text) =>
        Record().Match(text) is { Success: true } match
            ? (match.Groups[1].Value is { Length: > 0 } letters ? letters.ToUpperInvariant() + "-" : "") + match.Groups[2].Value
            : null;

    private static List<DateOnly> Days(string text, DateOnly today)
    {
        var even = Separators().Replace(text.Trim(), " ");
        even = even.All(c => char.IsAsciiDigit(c) || c == ' ') ? even.Replace(' ', '/') : even;
        // Day first, as it is written here; month first only where that makes no day, year first where the year leads.
        foreach (var formats in new[] { YearFirst, DayFirst, MonthFirst })
        {
            var found = formats.Select(f => DateOnly.TryParseExact(even, f, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Past(day, f, today) : (DateOnly?)null)
                .OfType<DateOnly>().Where(day => day <= today && day.Year >= today.Year - Patient.MaxAge).Distinct().ToList();
            if (found.Count > 0)
            {
                return found;
            }
        }

        return [];
    }

    // Two digits of a year name the latest one that has come: nobody is born tomorrow.
    private static DateOnly Past(DateOnly day, string format, DateOnly today)
    {
        if (format.Contains("yyyy", StringComparison.Ordinal))
        {
            return day;
        }

        while (day > today)
        {
            day = day.AddYears(-100);
        }

        return day;
    }

    [GeneratedRegex(@"^([A-Za-z]{1,6})?[\s-]*([0-9]{2,18})$", RegexOptions.CultureInvariant)]
    private static partial Regex Record();

    [GeneratedRegex(@"(?<![\p{L}\p{N}])(?:\d{1,4}[\s./-]+(?:\d{1,2}|[A-Za-z]{3,9})\.?,?[\s./-]+\d{1,4}|[A-Za-z]{3,9}\.?\s+\d{1,2},?\s+\d{4}|\d{8})(?![\p{L}\p{N}])", RegexOptions.CultureInvariant)]
    private static partial Regex Dates();

    [GeneratedRegex(@"[\s.,/-]+")]
    private static partial Regex Separators();
}
