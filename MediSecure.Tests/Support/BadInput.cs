using System.Collections;
using System.Globalization;
using MediSecure.Data.Common;

namespace MediSecure.Tests.Support;

/// <summary>One value of the corpus.</summary>
/// <param name="Name">What it is, for the message of a test.</param>
/// <param name="Value">Goes into the field.</param>
/// <param name="Refused">No field of this type may take it; otherwise the field decides.</param>
internal sealed record BadValue(string Name, object? Value, bool Refused);

/// <summary>What people, broken programs and attackers type: the one corpus of the tests.</summary>
internal static class BadInput
{
    /// <summary>Mark-up and formulas that must come out as the text that they are. Short ones fit into every field.</summary>
    public static IReadOnlyList<string> Scripts { get; } =
    [
        "<img src=x onerror=alert(1)>", "<script>alert(1)</script>", "\"><svg onload=alert(1)>", "'-alert(1)-'", "javascript:alert(1)", "{{7*7}}${7*7}", "</title><script>alert(1)</script>", "<b>x</b>",
    ];

    /// <summary>What a spreadsheet would compute.</summary>
    public static IReadOnlyList<string> Formulas { get; } = ["=1+1", "+1+1", "-1+1", "@SUM(1)", "\t=1+1", "\r=1+1", "=cmd|' /C calc'!A0", "=HYPERLINK(\"http://evil.example\")"];

    /// <summary>Addresses that would lead away from this host.</summary>
    public static IReadOnlyList<string> ForeignAddresses { get; } =
    [
        "//evil.example", "/\\evil.example", "\\\\evil.example", "https:evil.example", "https://evil.example", "http:///evil.example", "javascript:alert(1)", "data:text/html,x", "/%2f/evil.example/../..//evil.example",
        "%2f%2fevil.example", "/\t/evil.example", "/\r\nSet-Cookie: a=b", " //evil.example", "evil.example", "?next=//evil.example", "/account/logout", "/ACCOUNT/logout",
    ];

    /// <summary>Values for a search, a sort key or a filter: whatever they are, the answer is rows or a refusal.</summary>
    public static IReadOnlyList<string> Searches { get; } =
    [
        "%", "_", "'", "\"", "--", "1;drop table \"Patients\"", "name; select pg_sleep(9)", "(a+)+$", "\\", "a", "", "   ", "\0", "\ud800", "\u202e", "İı", "e\u0301", "👩‍⚕️", new string('a', 20_000), new string('%', 500), "Id desc, 1", "../../etc/passwd", "NULL", "00000000-0000-0000-0000-000000000000",
    ];

    /// <summary>Text that no field stores, however long it may be.</summary>
    private static readonly IReadOnlyList<(string Name, string Text)> Unstorable =
    [
        ("NUL", "a\0b"), ("bell", "a\u0007b"), ("C1 control", "a\u0085b"), ("half a character, first", "a\ud83d"), ("half a character, second", "\ude00a"), ("right-to-left override", "a\u202eb"), ("isolate", "a\u2066b"),
        ("zero-width space", "a\u200bb"), ("byte-order mark", "\ufeffa"), ("noncharacter", "a\uffff"), ("500 accents", "a" + string.Concat(Enumerable.Repeat("\u0301", 500))),
        ("16 thousand quotes", new string('"', 16_000)), ("128 thousand letters", new string('a', 128_000)),
    ];

    /// <summary>All values for a property of this type.</summary>
    /// <param name="type">Of the property.</param>
    /// <param name="name">Of the property: <c>Id</c> is made by the form, <c>Version</c> was read from the row.</param>
    /// <param name="longest">What the field takes, when it says so.</param>
    public static IEnumerable<BadValue> For(Type type, string name, int? longest = null)
    {
        var inner = Nullable.GetUnderlyingType(type);
        if (inner is not null || type == typeof(string))
        {
            yield return new("nothing", null, false);
        }

        var values = (inner ?? type) switch
        {
            var t when t == typeof(string) => Texts(longest),
            var t when t == typeof(Guid) => Ids(name),
            var t when t.IsEnum => Enums(t),
            var t when t == typeof(int) => [new("smallest", int.MinValue, true), new("minus one", -1, true), new("zero", 0, false), new("largest", int.MaxValue, true)],
            var t when t == typeof(long) => [new("smallest", long.MinValue, true), new("zero", 0L, false), new("largest", long.MaxValue, true)],
            var t when t == typeof(decimal) => [new("smallest", decimal.MinValue, true), new("minus one", -1m, false), new("zero", 0m, false), new("thirteen decimals", 1.0000000000001m, false), new("largest", decimal.MaxValue, true)],
            var t when t == typeof(double) => [new("not a number", double.NaN, true), new("infinity", double.PositiveInfinity, true), new("1e308", 1e308, true), new("minus zero", -0d, false)],
            var t when t == typeof(DateOnly) => [new("year 1", DateOnly.MinValue, true), new("year 9999", DateOnly.MaxValue, true), new("29 February", new DateOnly(2028, 2, 29), false)],
            var t when t == typeof(DateTime) =>
            [
                new("year 1", new DateTime(1, 1, 1, 0, 0, 0, DateTimeKind.Utc), true), new("year 9999", new DateTime(DateTime.MaxValue.Ticks, DateTimeKind.Utc), true),
                new("of this machine's clock", new DateTime(2026, 4, 1, 9, 0, 0, DateTimeKind.Local), true), new("of no clock", new DateTime(2026, 4, 1, 9, 0, 0, DateTimeKind.Unspecified), false),
            ],
            var t when t == typeof(TimeOnly) => [new("midnight", TimeOnly.MinValue, false), new("last tick", TimeOnly.MaxValue, false)],
            var t when t == typeof(TimeSpan) => [new("negative", TimeSpan.FromDays(-1), false), new("largest", TimeSpan.MaxValue, false)],
            var t when t.IsAssignableTo(typeof(IEnumerable)) => Lists(t),
            _ => (IEnumerable<BadValue>)[],
        };
        foreach (var value in values)
        {
            yield return value;
        }
    }

    private static IEnumerable<BadValue> Texts(int? longest)
    {
        foreach (var (name, text) in Unstorable)
        {
            // Quotes are storable: a field that is long enough for them takes them.
            yield return new(name, text, text[0] != '"' || (longest ?? 0) < text.Length);
        }

        if (longest is { } most)
        {
            yield return new("one too long", new string('x', most + 1), true);
            yield return new("as long as it may be", new string('Ж', most), false);
        }

        yield return new("empty", "", false);
        yield return new("blanks", "   ", false);
        yield return new("one letter", "é", false);
        yield return new("mark-up and quotes", Cut("O'Brien <img src=x onerror=alert(1)>; DROP TABLE \"Patients\"; --", longest), false);
        yield return new("formula", "=1+1", false);
        yield return new("scripts of the world", Cut("محمد Nguye\u0302\u0303n 👩‍⚕️ 山", longest), false);
        yield return new("two lines", "a\r\nBcc: b", false);
    }

    private static IEnumerable<BadValue> Ids(string name)
    {
        yield return new("empty", Guid.Empty, true);
        if (name != "Id")
        {
            yield return new("nobody's", Guid.NewGuid(), true);
        }
    }

    private static IEnumerable<BadValue> Enums(Type type)
    {
        foreach (var value in new[] { -1, 99, int.MaxValue })
        {
            yield return new($"not on the list ({value.ToString(CultureInfo.InvariantCulture)})", Enum.ToObject(type, value), true);
        }
    }

    private static IEnumerable<BadValue> Lists(Type type)
    {
        var element = type.IsArray ? type.GetElementType()! : type.IsGenericType ? type.GetGenericArguments()[0] : typeof(object);
        yield return new("empty list", Array.CreateInstance(element, 0), false);
        if (element == typeof(Guid) || element.IsEnum)
        {
            var bad = element.IsEnum ? Enum.ToObject(element, 99) : Guid.NewGuid();
            var list = Array.CreateInstance(element, 2);
            list.SetValue(bad, 0);
            list.SetValue(bad, 1);
            yield return new("list of what is not there, twice", list, true);
        }
    }

    // Never half of a character.
    private static string Cut(string text, int? longest) => longest is not { } most || text.Length <= most ? text : Text.WellFormed(text[..most]).Replace("\ufffd", "", StringComparison.Ordinal);
}
