using System.Text;
using MediSecure.Data.Common;
using MediSecure.Data.Features.ClinicalNotes;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.JSInterop;

namespace MediSecure.Web.Features.ClinicalNotes;

/// <summary>The editor of one draft.</summary>
public partial class NoteEditor
{
    private readonly string _id = Ui.ElementId.Next("editor");
    private NoteDraft? _draft;
    private IReadOnlyList<NoteText>? _theirs;
    private NoteSaveState? _state;
    private ElementReference _root;
    private IJSObjectReference? _module;
    private IJSObjectReference? _writing; // the script's hold on the fields, which lasts when they have left the page
    private DotNetObjectReference<NoteEditor>? _self;
    private bool _attached;
    private bool _taking; // while the draft changes hands, what is typed waits in the page
    private bool _ready; // what is typed before the script listens would be seen and not saved
    private bool _signing;
    private bool _discarding;

    [Parameter, EditorRequired] public Guid PatientId { get; set; }

    [Parameter, EditorRequired] public Guid NoteId { get; set; }

    [Parameter] public EventCallback OnSigned { get; set; }

    [Parameter] public EventCallback OnDiscarded { get; set; }

    protected override Task OnInitializedAsync() => OpenAsync(false);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_draft?.EditorId is not null && !_attached)
        {
            _attached = true;
            _module ??= await Js.InvokeAsync<IJSObjectReference>("import", "./js/notes.js");
            _self ??= DotNetObjectReference.Create(this);
            _writing = await _module.InvokeAsync<IJSObjectReference>("attach", _root, _self);
            if (Closing.IsCancellationRequested)
            {
                await _writing.InvokeVoidAsync("close"); // gone meanwhile, and nobody else knows of it
                await _writing.DisposeAsync();
                return;
            }

            _ready = true;
            StateHasChanged();
        }
    }

    /// <summary>Called by notes.js with the text under one heading.</summary>
    /// <returns>True when it was taken; false keeps the text in the field, to be sent again.</returns>
    [JSInvokable]
    public async Task<bool> SaveAsync(string heading, IJSStreamReference text)
    {
        if (_taking || _draft?.EditorId is not { } editor || !Enum.TryParse<NoteHeading>(heading, out var under))
        {
            return false;
        }

        _state?.Saving();
        Result<DraftSaved>? result;
        try
        {
            await using var stream = await text.OpenReadStreamAsync(NotePart.MaxLength * 4L);
            using var reader = new StreamReader(stream, Encoding.UTF8);
            var written = await reader.ReadToEndAsync();
            result = await SavingAsync(() => Notes.SaveDraftAsync(PatientId, NoteId, editor, under, written, CancellationToken.None));
        }
        catch
        {
            _state?.NotSaved(); // the text is in the field, and the page sends it again
            throw;
        }

        if (result is { Failed: false })
        {
            _state?.Saved(result.Value.At);
            if (Problem is not null)
            {
                Problem = null;
                StateHasChanged();
            }

            return true;
        }

        _state?.NotSaved();
        if (result?.Error is { } error && error.Code != Problem?.Code)
        {
            Problem = error;
            if (error.Code == ClinicalNoteErrors.OpenElsewhere.Code)
            {
                await CompareAsync();
            }

            StateHasChanged();
        }

        return false;
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        try
        {
            if (_writing is not null)
            {
                // What was typed within the last second is still sent: the fields may have left the page already, their text has not.
                await _writing.InvokeVoidAsync("close");
                await _writing.DisposeAsync();
            }

            if (_module is not null)
            {
                await _module.DisposeAsync();
            }
        }
        catch (Exception gone) when (gone is JSDisconnectedException or OperationCanceledException)
        {
            // The page is gone; what was typed went out at the latest a second ago.
        }

        _self?.Dispose();
        await base.DisposeAsyncCore();
    }

    private async Task OpenAsync(bool takeOver)
    {
        if (await RunAsync(() => Notes.OpenDraftAsync(PatientId, NoteId, takeOver, CancellationToken.None)) is { } opened)
        {
            (_draft, _theirs) = (opened, null);
        }
    }

    /// <summary>Writes here again; what stands in the fields here is what is saved next.</summary>
    private async Task TakeBackAsync()
    {
        _taking = true;
        var opened = await RunAsync(() => Notes.OpenDraftAsync(PatientId, NoteId, true, CancellationToken.None));
        _draft = opened is null ? _draft : _draft! with { EditorId = opened.EditorId, SavedAt = opened.SavedAt };
        _taking = false;
        if (opened is not null)
        {
            _theirs = null;
            await _writing!.InvokeVoidAsync("takeBack", opened.Parts.ToDictionary(part => part.Heading.ToString(), part => part.Text));
        }
    }

    /// <summary>What the other window has saved, to be seen beside what was typed here.</summary>
    private async Task CompareAsync()
    {
        var there = await SavingAsync(() => Notes.ReadAsync(PatientId, NoteId, CancellationToken.None));
        _theirs = there is { Failed: false } ? there.Value.Parts : null;
    }

    /// <summary>What cannot be saved now is tried again by the page: a database that is away is no reason to leave it.</summary>
    private static async Task<Result<T>?> SavingAsync<T>(Func<Task<Result<T>>> save)
    {
        try
        {
            return await save();
        }
        catch (Data.Access.AccessDeniedException)
        {
            return new Error("note.not-allowed", "Your role here does not allow this any more, so nothing was saved. Your text is still in the fields.", ErrorKind.Denied);
        }
    }

    private async Task FlushAsync(LocationChangingContext context)
    {
        if (_writing is not null && _draft?.EditorId is not null)
        {
            await _writing.InvokeVoidAsync("flush");
        }
    }

    private async Task AskToSignAsync()
    {
        if (_writing is null || !await _writing.InvokeAsync<bool>("flush"))
        {
            return; // the reason stands above the fields
        }

        Problem = null;
        _signing = true;
    }

    private async Task SignedAsync()
    {
        _signing = false;
        await OnSigned.InvokeAsync();
    }

    private async Task DiscardAsync()
    {
        if (await RunAsync(() => Notes.DiscardAsync(PatientId, NoteId, CancellationToken.None), "Draft discarded."))
        {
            _discarding = false;
            await OnDiscarded.InvokeAsync();
        }
    }
}
