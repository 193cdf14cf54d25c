namespace MediSecure.Web.Ui;

/// <summary>A field that two people changed: what stands in the form and what stands in the database.</summary>
public sealed record StaleDifference(string Label, string? Yours, string? Theirs)
{
    /// <summary>Those that differ.</summary>
    public static IReadOnlyList<StaleDifference> Among(params ReadOnlySpan<StaleDifference> fields)
    {
        var differing = new List<StaleDifference>();
        foreach (var field in fields)
        {
            if ((field.Yours?.Trim() ?? "") != (field.Theirs ?? ""))
            {
                differing.Add(field);
            }
        }

        return differing;
    }
}
