using System.Globalization;

namespace MediSecure.Data.Features.Certificates;

/// <summary>What is filled into a certificate.</summary>
/// <param name="Name">The patient's.</param>
/// <param name="BirthDate">A pure date.</param>
/// <param name="RecordNumber">Here.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day, included.</param>
/// <param name="SeenOn">Day of the visit; null for none.</param>
/// <param name="Doctor">Who certifies.</param>
/// <param name="Licence">The doctor's number.</param>
/// <param name="Organization">Where.</param>
/// <param name="IssuedOn">Today.</param>
/// <param name="Diagnosis">Only when the patient agreed.</param>
/// <param name="Remark">The doctor's own words.</param>
public sealed record CertificateFacts(string Name, DateOnly BirthDate, string RecordNumber, DateOnly From, DateOnly Until, DateOnly? SeenOn, string Doctor, string Licence, string Organization, DateOnly IssuedOn, string? Diagnosis, string? Remark);

/// <summary>The texts of certificates with their placeholders.</summary>
public static class CertificateTemplate
{
    private const string Person = "This is to certify that {name}, born {born}, record number {record},";

    /// <summary>The text of a kind, placeholders unfilled.</summary>
    public static string Of(CertificateKind kind) => kind switch
    {
        CertificateKind.SickNote => Person + "[ was seen here on {seen} and] is unfit for work from {from} until {until}, both days included.",
        CertificateKind.Attendance => Person + " attended {organisation} from {from} until {until}, both days included.",
        CertificateKind.FitnessToTravel => Person + "[ was seen here on {seen} and] is fit to travel by land, sea and air from {from} until {until}, both days included, as far as could be judged on the day of issue.",
        _ => Person + "[ was seen here on {seen} and] could not or cannot attend school from {from} until {until}, both days included.",
    };

    /// <summary>The whole text.</summary>
    public static string Fill(CertificateKind kind, CertificateFacts facts)
    {
        var text = Of(kind);
        var (open, close) = (text.IndexOf('[', StringComparison.Ordinal), text.IndexOf(']', StringComparison.Ordinal));
        if (open >= 0)
        {
            text = text[..open] + (facts.SeenOn is null ? "" : text[(open + 1)..close]) + text[(close + 1)..];
        }

        // From day to day of the same day reads as one.
        text = facts.From == facts.Until ? text.Replace("from {from} until {until}, both days included", "on {from}", StringComparison.Ordinal) : text;
        // One pass over the template: what a name says is never taken for a placeholder.
        var filled = string.Concat(Parts(text).Select(part => part switch
        {
            "{name}" => facts.Name,
            "{born}" => Day(facts.BirthDate),
            "{record}" => facts.RecordNumber,
            "{seen}" => Day(facts.SeenOn ?? facts.From),
            "{from}" => Day(facts.From),
            "{until}" => Day(facts.Until),
            "{organisation}" => facts.Organization,
            _ => part,
        }));
        var lines = new List<string> { filled };
        if (facts.Diagnosis is { } diagnosis)
        {
            lines.Add($"Diagnosis, named with the patient's agreement: {diagnosis}");
        }

        if (facts.Remark is { } remark)
        {
            lines.Add(remark);
        }

        lines.Add($"{facts.Doctor}, licence {facts.Licence}\n{facts.Organization}, {Day(facts.IssuedOn)}");
        return string.Join("\n\n", lines);
    }

    private static IEnumerable<string> Parts(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var open = text.IndexOf('{', at);
            if (open != at)
            {
                yield return text[at..(open < 0 ? text.Length : open)];
            }

            if (open < 0)
            {
                yield break;
            }

            at = text.IndexOf('}', open) + 1;
            yield return text[open..at];
        }
    }

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
