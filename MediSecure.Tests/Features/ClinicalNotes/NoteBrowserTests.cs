using MediSecure.Data.Persistence.DemoData;
using MediSecure.Tests.Support;
using Microsoft.Playwright;
using UglyToad.PdfPig;

namespace MediSecure.Tests.Features.ClinicalNotes;

/// <summary>Writing in real browsers: saved while typed, two windows, signed, and read by the patient on a phone.</summary>
public sealed class NoteBrowserTests(MediSecureApp app, Chromium chromium) : BrowserTest(app, chromium), IClassFixture<MediSecureApp>
{
    private static readonly string Chart = $"/patients/{DemoWorld.Id("patient", DemoAccounts.General, "Amina Bello")}?tab=notes";

    [Fact]
    public async Task A_note_is_saved_while_it_is_typed_taken_over_signed_added_to_and_read_by_the_patient_on_a_phone()
    {
        var desk = await AsAsync("dr.adebayo@chihealth.example");
        await BeginAsync(desk);
        var plan = desk.GetByLabel("Plan", new() { Exact = true });
        await plan.PressSequentiallyAsync("Walk half an hour each day");
        await SavedAsync(desk);

        // Nothing was pressed, and the page is loaded again.
        await desk.ReloadAsync();
        await Assertions.Expect(plan).ToHaveValueAsync("Walk half an hour each day");

        // The same doctor in another browser: told first, then takes over; the first window is told and keeps its words.
        var ward = await AsAsync("dr.adebayo@chihealth.example");
        await GoAsync(ward, new Uri(desk.Url).PathAndQuery, "Amina Bello");
        await Assertions.Expect(ward.GetByRole(AriaRole.Alert)).ToContainTextAsync("being written in another window");
        Assert.False(await ward.GetByLabel("Plan", new() { Exact = true }).IsEditableAsync());
        await PressAsync(ward.GetByRole(AriaRole.Main), "Continue here");
        await ward.GetByLabel("Assessment", new() { Exact = true }).FillAsync("Blood pressure at target");
        await SavedAsync(ward);
        await plan.PressAsync("End");
        await plan.PressSequentiallyAsync(", and swim");
        await Assertions.Expect(desk.GetByRole(AriaRole.Alert)).ToContainTextAsync("opened in another window");
        await Assertions.Expect(plan).ToHaveValueAsync("Walk half an hour each day, and swim");
        await AccessibleAsync(desk, "two editors");
        await PressAsync(desk.GetByRole(AriaRole.Main), "Continue here with my text");
        await SavedAsync(desk);
        await Assertions.Expect(desk.GetByLabel("Assessment", new() { Exact = true })).ToHaveValueAsync("Blood pressure at target"); // what this window had not typed
        await Assertions.Expect(desk.GetByRole(AriaRole.Main).GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
        await ward.Context.CloseAsync();

        await PressAsync(desk.GetByRole(AriaRole.Main), "Sign note");
        await PressAsync(desk.GetByRole(AriaRole.Dialog, new() { Name = "Sign note" }), "Sign");
        await SaidAsync(desk, "Note signed.");
        await PressAsync(desk.GetByRole(AriaRole.Main), "Add addendum");
        var addendum = desk.GetByRole(AriaRole.Dialog, new() { Name = "Add addendum" });
        await addendum.GetByLabel("Addendum").FillAsync("Telephoned: feels well.");
        await PressAsync(addendum, "Sign addendum");
        await SaidAsync(desk, "Addendum signed.");

        var phone = await AsAsync("amina.bello@example.com", 390, 844);
        await phone.GetByRole(AriaRole.Table, new() { Name = "Notes about you" }).GetByRole(AriaRole.Link, new() { Name = "SOAP note" }).First.ClickAsync();
        await Assertions.Expect(phone.GetByText("Walk half an hour each day, and swim")).ToBeVisibleAsync();
        await Assertions.Expect(phone.GetByText("Telephoned: feels well.")).ToBeVisibleAsync();
        await AccessibleAsync(phone, "a note on a phone");
    }

    [Fact]
    public async Task A_pasted_text_of_100000_characters_is_saved_signed_and_printed_with_numbered_sheets_in_bundled_fonts()
    {
        var desk = await AsAsync("dr.adebayo@chihealth.example");
        await BeginAsync(desk);
        var text = string.Concat(Enumerable.Repeat("🩺 العربية \"é\" ", 100_000 / 15)) + new string('x', 100_000 % 15);
        Assert.Equal(100_000, text.Length);
        await desk.GetByLabel("Subjective", new() { Exact = true }).FillAsync(text);
        await SavedAsync(desk);
        await PressAsync(desk.GetByRole(AriaRole.Main), "Sign note");
        await PressAsync(desk.GetByRole(AriaRole.Dialog, new() { Name = "Sign note" }), "Sign");
        await SaidAsync(desk, "Note signed.");
        var shown = await desk.Locator(".written").First.TextContentAsync();
        Assert.Equal(text.Trim(), shown?.Trim());

        await desk.GetByRole(AriaRole.Link, new() { Name = "Print note" }).ClickAsync();
        await Heading(desk, "Note").WaitForAsync();
        await Assertions.Expect(desk.Locator(".written")).ToHaveCountAsync(1);
        await desk.EvaluateAsync("() => document.fonts.ready.then(() => true)"); // as the page's own Print does
        using var pdf = PdfDocument.Open(await desk.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = true }));
        Assert.True(pdf.NumberOfPages > 10, $"{pdf.NumberOfPages} sheets");
        foreach (var sheet in pdf.GetPages())
        {
            var foot = string.Concat(sheet.Text.Where(c => !char.IsWhiteSpace(c)));
            Assert.Contains($"page{sheet.Number}of{pdf.NumberOfPages}", foot, StringComparison.Ordinal);
            Assert.Contains("AminaBello", foot, StringComparison.Ordinal);
        }

        // The letters come from the fonts of the house: no machine needs its own. A font with many weights is drawn into the sheet without its name, so the browser is asked.
        var loaded = await desk.EvaluateAsync<string[]>("() => [...document.fonts].filter(face => face.status === 'loaded').map(face => `${face.family} ${face.unicodeRange}`)");
        Assert.Contains(loaded, face => face.Contains("Noto Scripts", StringComparison.Ordinal) && face.Contains("600-6FF", StringComparison.OrdinalIgnoreCase));
        Assert.Contains(pdf.GetPage(2).Letters, letter => letter.FontName?.Contains("NotoEmoji", StringComparison.Ordinal) == true);
    }

    private static async Task BeginAsync(IPage page)
    {
        await GoAsync(page, Chart, "Amina Bello");
        await PressAsync(page.GetByRole(AriaRole.Main), "New note");
        await PressAsync(page.GetByRole(AriaRole.Dialog, new() { Name = "New note" }), "Start writing");
        await Assertions.Expect(page.GetByLabel("Subjective", new() { Exact = true })).ToBeEditableAsync();
    }

    private static Task SavedAsync(IPage page) => Assertions.Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasTextRegex = new("^Saved$") })).ToBeVisibleAsync();
}
