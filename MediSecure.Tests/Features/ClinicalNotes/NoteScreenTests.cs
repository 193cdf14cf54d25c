using Bunit;
using MediSecure.Data.Access;
using MediSecure.Data.Features.ActivityLog;
using MediSecure.Data.Features.ClinicalNotes;
using MediSecure.Data.Features.Encounters;
using MediSecure.Tests.Support;
using MediSecure.Web.Features.ClinicalNotes;
using MediSecure.Web.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MediSecure.Tests.Features.ClinicalNotes;

/// <summary>The tab with its dialogs over the real services.</summary>
public sealed class NoteScreenTests(SqliteDatabase db) : ComponentTest(db), IClassFixture<SqliteDatabase>
{
    private async Task<NoteScene> LookAsync(bool asColleague = false)
    {
        var scene = await NoteScene.NewAsync(Db);
        await LookAsAsync(asColleague ? await scene.ColleagueAsync() : scene.Doctor);
        RenderTree.Add<CascadingValue<OrganizationClock>>(value => value.Add(one => one.Value, new OrganizationClock(TimeZoneInfo.FindSystemTimeZoneById("Africa/Lagos"), Db.Clock)));
        return scene;
    }

    private IRenderedComponent<NotesPanel> Open(NoteScene scene, Guid? note)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo($"/patients/{scene.Patient.Id}?tab=notes{(note is null ? null : $"&note={note}")}");
        return Render<NotesPanel>(p => p.Add(one => one.PatientId, scene.Patient.Id));
    }

    private static AngleSharp.Dom.IElement Field(IRenderedComponent<NotesPanel> panel, string begins) =>
        panel.Find("#" + Assert.Single(panel.FindAll("[role=dialog] label"), one => one.TextContent.Trim().StartsWith(begins, StringComparison.Ordinal)).GetAttribute("for"));

    private static void Press(IRenderedComponent<NotesPanel> panel, string name) => panel.Click("button", all => all.First(b => b.TextContent.Trim() == name));

    [Fact]
    public async Task An_old_draft_opens_for_writing_wherever_it_stands_and_stays_open_while_the_list_is_turned()
    {
        var scene = await LookAsync();
        var draft = await scene.DraftAsync();
        Db.Clock.Advance(TimeSpan.FromMinutes(1));
        for (var i = 0; i < 21; i++)
        {
            await scene.SignedAsync($"{i}");
        }

        var panel = Open(scene, draft.Id);
        panel.WaitForElement("textarea");
        Assert.DoesNotContain(panel.FindAll("a"), link => link.GetAttribute("href")?.Contains($"note={draft.Id}", StringComparison.Ordinal) == true); // it is not on this page of the list
        Assert.Contains(panel.FindAll("button"), button => button.TextContent.Trim() == "Sign note");
        var editor = panel.FindComponent<NoteEditor>().Instance;
        Press(panel, "Older");
        panel.WaitForAssertion(() => Assert.Contains(panel.FindAll("a"), link => link.GetAttribute("href")?.Contains($"note={draft.Id}", StringComparison.Ordinal) == true));
        Assert.Same(editor, panel.FindComponent<NoteEditor>().Instance);
        Assert.False(await Db.LookAsync(scene.OrganizationId, look => look.AuditEvents.AnyAsync(e => e.EntityId == draft.Id && e.Action == AuditAction.Read))); // nobody read it as a note
    }

    /// <summary>A save that breaks off is "Not saved", not for ever "Saving": the writer must see that the text is in the field alone.</summary>
    [Fact]
    public async Task A_save_that_breaks_off_says_so()
    {
        var scene = await LookAsync();
        var panel = Open(scene, (await scene.DraftAsync()).Id);
        panel.WaitForElement("textarea");
        var editor = panel.FindComponent<NoteEditor>();
        await Assert.ThrowsAsync<IOException>(() => editor.InvokeAsync(() => editor.Instance.SaveAsync(nameof(NoteHeading.Note), new BrokenStream())));
        panel.WaitForAssertion(() => Assert.Equal("Not saved", panel.Find("[role=status].small").TextContent));
    }

    private sealed class BrokenStream : Microsoft.JSInterop.IJSStreamReference
    {
        public long Length => 10;

        public ValueTask<Stream> OpenReadStreamAsync(long maxAllowedSize = 512_000, CancellationToken cancellationToken = default) => throw new IOException("The line is gone");

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_new_note_proposes_the_visit_that_goes_on_and_a_letter_the_newest()
    {
        var scene = await LookAsync();
        var visit = Encounter.Visit(Guid.CreateVersion7(), scene.OrganizationId, scene.Patient.Id, Db.Now.AddHours(-3), scene.Doctor.StaffMemberId!.Value, null, "Cough");
        visit.StartVisit(Db.Now.AddHours(-3));
        visit.FinishVisit(Db.Now.AddHours(-2));
        await Db.AddAsync(scene.OrganizationId, visit);
        var panel = Open(scene, null);
        panel.WaitForElement("button");
        Press(panel, "New note");
        panel.WaitForAssertion(() => Assert.Contains("Visit of", Field(panel, "Visit or stay").TextContent, StringComparison.Ordinal));
        Assert.True(string.IsNullOrEmpty(Field(panel, "Visit or stay").GetAttribute("value"))); // nothing goes on now
        panel.On(() => Field(panel, "Kind"), field => field.Change(NoteKinds.Of([Role.Doctor]).ToList().IndexOf(NoteKind.DischargeLetter).ToString(System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal("0", Field(panel, "Visit or stay").GetAttribute("value"));
        panel.Submit("[role=dialog] form");
        panel.WaitForElement("textarea");
        Assert.Equal((NoteKind.DischargeLetter, (Guid?)visit.Id), await Db.LookAsync(scene.OrganizationId, look => look.ClinicalNotes.Select(n => new ValueTuple<NoteKind, Guid?>(n.Kind, n.EncounterId)).SingleAsync()));
    }

    [Fact]
    public async Task A_colleague_whose_author_is_here_can_only_strike_what_is_about_another_patient()
    {
        var scene = await LookAsync(asColleague: true);
        var id = await scene.SignedAsync();
        var panel = Open(scene, id);
        panel.WaitForAssertion(() => Assert.Contains(panel.FindAll("button"), button => button.TextContent.Trim() == "Wrong patient"));
        Assert.DoesNotContain(panel.FindAll("button"), button => button.TextContent.Trim() is "Hold back" or "Entered in error");
        Press(panel, "Wrong patient");
        panel.On(() => Field(panel, "Reason"), field => field.Change("Written into the chart of a namesake"));
        panel.Submit("[role=dialog] form");
        panel.WaitForAssertion(() => Assert.Contains("The note is struck through.", Announced.All));
        panel.WaitForAssertion(() => Assert.Contains("Written into the chart of a namesake", panel.Markup, StringComparison.Ordinal));
        Assert.Contains("Withdrawn, wrong patient", panel.Markup, StringComparison.Ordinal);
    }
}
