using Microsoft.AspNetCore.Components;

namespace MediSecure.Web.Ui;

/// <summary>A column of <see cref="DataTable{TRow}"/> or <see cref="ServerGrid{TRow}"/>. The first column is the row's identity.</summary>
public sealed class TableColumn<TRow> : ComponentBase
{
    /// <summary>Head of the column, and the label beside the value when a row becomes a card.</summary>
    [Parameter, EditorRequired] public string Title { get; set; } = "";

    /// <summary>Key of the service's allow-list of sort keys; null when the column does not sort.</summary>
    [Parameter] public string? Sort { get; set; }

    /// <summary>Right-aligned figures.</summary>
    [Parameter] public bool Number { get; set; }

    /// <summary>Buttons with words; the head is read but not seen.</summary>
    [Parameter] public bool Actions { get; set; }

    /// <summary>A first column that is short, such as a time: in a card it stands at the left of the others, which then need no labels.</summary>
    [Parameter] public bool Lead { get; set; }

    /// <summary>Left out on a narrow screen.</summary>
    [Parameter] public bool WideOnly { get; set; }

    /// <summary>CSS width, e.g. <c>120px</c>.</summary>
    [Parameter] public string? Width { get; set; }

    [Parameter] public RenderFragment<TRow>? ChildContent { get; set; }

    [CascadingParameter] internal TableColumns<TRow>? Columns { get; set; }

    internal string? CellClass => (Number, Actions, WideOnly) switch
    {
        (true, _, false) => "number",
        (true, _, true) => "number wide-only",
        (_, true, _) => "row-actions",
        (_, _, true) => "wide-only",
        _ => Lead ? "row-lead" : null,
    };

    protected override void OnInitialized() => Columns?.Add(this);
}

/// <summary>The columns in the order in which they were declared.</summary>
internal sealed class TableColumns<TRow>
{
    public List<TableColumn<TRow>> All { get; } = [];

    public void Add(TableColumn<TRow> column) => All.Add(column);
}
