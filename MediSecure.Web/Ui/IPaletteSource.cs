namespace MediSecure.Web.Ui;

/// <summary>Something the palette can open.</summary>
/// <param name="Detail">Identifiers beside the title; for a patient birth date and record number.</param>
/// <param name="Href">Address to go to. Ids only.</param>
public sealed record PaletteItem(string Title, string Icon, string Href, string? Detail = null);

/// <summary>Finds things for the Ctrl+K palette. Register as scoped; the palette asks every source and shows a group for each.</summary>
public interface IPaletteSource
{
    /// <summary>Heading of the group, e.g. <c>Patients</c>.</summary>
    string Group { get; }

    /// <summary>Groups come in this order; pages are 100.</summary>
    int Order { get; }

    /// <summary>At most eight items, best first. Answers nothing, without asking the database, when the viewer may not or the text is too short.</summary>
    Task<IReadOnlyList<PaletteItem>> FindAsync(string text, Viewer viewer, CancellationToken ct);
}
