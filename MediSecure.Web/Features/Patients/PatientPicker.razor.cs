using MediSecure.Data.Features.Patients;
using MediSecure.Web.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;

namespace MediSecure.Web.Features.Patients;

/// <summary>A field that holds one patient. Needs the permission SearchPatients.</summary>
/// <example><code>&lt;PatientPicker Label="Patient" @bind-Value="_patient" Error="@_missing" Autofocus="true" /&gt;</code></example>
public partial class PatientPicker : FeatureComponent
{
    private const int Most = 8;
    private const string FieldName = "PatientId";
    private static readonly TimeSpan TypingPause = TimeSpan.FromMilliseconds(200);
    private LoadState<PatientMatches> _found = LoadState<PatientMatches>.Empty(PatientMatches.NothingAsked);
    private ElementReference _input;
    private string _text = "";
    private string _count = "";
    private int _active;
    private bool _open;
    private bool _focus;

    [Parameter] public string Label { get; set; } = "Patient";

    /// <summary>Null until one is chosen.</summary>
    [Parameter] public PatientRow? Value { get; set; }

    [Parameter] public EventCallback<PatientRow?> ValueChanged { get; set; }

    [Parameter] public string? Help { get; set; }

    /// <summary>What is wrong with the choice, or with there being none, beside what the form round it says of its <c>PatientId</c>.</summary>
    [Parameter] public string? Error { get; set; }

    /// <summary>One more fact of each patient, e.g. where they lie.</summary>
    [Parameter] public Func<PatientRow, string?>? Extra { get; set; }

    [CascadingParameter] public EditContext? Form { get; set; }

    [Parameter] public bool Disabled { get; set; }

    [Parameter] public bool Autofocus { get; set; }

    /// <summary>Element id; the default is where an <c>Error</c> with the field <c>PatientId</c> leads.</summary>
    [Parameter] public string Id { get; set; } = FieldIds.Of(FieldName);

    private IReadOnlyList<PatientRow> Options => _open && _found.Value is { } found ? found.Rows : [];

    private string? Wrong => Error ?? Form?.GetValidationMessages(Form.Field(FieldName)).FirstOrDefault();

    private string ListId => $"{Id}-list";

    private string OptionId(int index) => $"{Id}-option-{index}";

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_focus && Value is null)
        {
            _focus = false;
            await _input.FocusAsync();
        }
    }

    private async Task OnInputAsync(string? text)
    {
        var typed = _text = text ?? "";
        await Task.Delay(TypingPause, Time, Closing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        if (typed != _text || Closing.IsCancellationRequested)
        {
            return;
        }

        var found = await LoadAsync(_found, ct => Patients.SearchAsync(typed, ct, Most));
        if (typed != _text)
        {
            return; // an answer to older letters
        }

        _found = found;
        _active = 0;
        _open = _found.Problem is not null || _found.Value is { TooShort: false };
        _count = _found.Value is { TooShort: false } value ? value.Rows.Count == 1 ? "1 patient" : $"{value.Rows.Count} patients{(value.More ? ", and more" : "")}" : "";
    }

    private async Task OnKeyAsync(KeyboardEventArgs e)
    {
        // That Enter chooses and does not send the form round the picker is frame.js's doing: an answer from here would come after the key.
        switch (e.Key)
        {
            case "ArrowDown" or "ArrowUp" when Options.Count > 0:
                _active = (_active + (e.Key == "ArrowDown" ? 1 : -1) + Options.Count) % Options.Count;
                await using (var module = await Js.InvokeAsync<IJSObjectReference>("import", "./js/frame.js"))
                {
                    await module.InvokeVoidAsync("scrollToOption", OptionId(_active));
                }

                break;
            case "Enter" when _active < Options.Count:
                await ChooseAsync(Options[_active]);
                break;
            case "Escape":
                _open = false;
                break;
        }
    }

    private async Task ChooseAsync(PatientRow row)
    {
        _open = false;
        (_text, _count) = ("", "");
        await ValueChanged.InvokeAsync(row);
        Form?.NotifyFieldChanged(Form.Field(FieldName));
    }

    private async Task ChangeAsync()
    {
        _focus = true;
        await ValueChanged.InvokeAsync(null);
        Form?.NotifyFieldChanged(Form.Field(FieldName));
    }

    private async Task CloseSoonAsync()
    {
        await Task.Delay(TypingPause, Time, Closing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        _open = false;
    }
}
