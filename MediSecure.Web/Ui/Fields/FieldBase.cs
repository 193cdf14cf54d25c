using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace MediSecure.Web.Ui;

/// <summary>Base of the kit's fields: label above, help below it, error under the field, all tied together for assistive technology.
/// The id follows from the property's name, so that <see cref="ErrorSummary"/> can link to it.</summary>
public abstract class FieldBase<T> : InputBase<T>
{
    /// <summary>The dialog that it stands in: asks before what was typed here is lost.</summary>
    [CascadingParameter] public Dialog? Dialog { get; set; }

    [Parameter, EditorRequired] public string Label { get; set; } = "";

    [Parameter] public string? Help { get; set; }

    /// <summary>Says "optional" beside the label. Everything else is required and not starred.</summary>
    [Parameter] public bool Optional { get; set; }

    [Parameter] public bool Disabled { get; set; }

    [Parameter] public bool Autofocus { get; set; }

    /// <summary>Only when two fields of one page share a property name.</summary>
    [Parameter] public string? Id { get; set; }

    protected string FieldId => Id ?? IdOf(FieldIdentifier);

    protected string HelpId => $"{FieldId}-help";

    protected string ErrorId => $"{FieldId}-error";

    protected IEnumerable<string> Errors => EditContext?.GetValidationMessages(FieldIdentifier) ?? [];

    protected bool Invalid => Errors.Any();

    protected string? DescribedBy => (Help, Invalid) switch
    {
        (not null, true) => $"{HelpId} {ErrorId}",
        (not null, false) => HelpId,
        (null, true) => ErrorId,
        _ => null,
    };

    protected override void OnInitialized() => Dialog?.Watch(EditContext);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Dialog?.Unwatch(EditContext);
        }

        base.Dispose(disposing);
    }

    /// <summary>The element id of a form's field.</summary>
    public static string IdOf(FieldIdentifier field) => FieldIds.Of(field.FieldName);
}

public static class FieldIds
{
    public static string Of(string fieldName) => $"field-{fieldName.ToLowerInvariant()}";
}
