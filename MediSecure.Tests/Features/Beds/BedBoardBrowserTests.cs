using System.Diagnostics;
using MediSecure.Tests.Support;
using Microsoft.Playwright;

namespace MediSecure.Tests.Features.Beds;

/// <summary>Beds in real browsers: the way of a patient, two people at once, everything by keyboard, and nobody who may not.</summary>
public sealed class BedBoardBrowserTests(MediSecureApp app, Chromium chromium) : BrowserTest(app, chromium), IClassFixture<MediSecureApp>
{
    private const string Joy = "nurse.joy@chihealth.example";
    private const string Tola = "nurse.tola@chihealth.example";

    [Fact]
    public async Task A_patient_is_admitted_transferred_discharged_and_the_bed_cleaned_by_somebody_else()
    {
        var joy = await BoardAsync(Joy);
        var tola = await BoardAsync(Tola);
        await SelectAsync(joy, "Bed 305-B, free");
        await PressAsync(Panel(joy), "Admit");
        await FillAdmissionAsync(joy, "Amina");
        await PressAsync(joy.GetByRole(AriaRole.Dialog), "Admit");
        await SaidAsync(joy, "Amina Bello admitted to 305-B.");
        await Tile(tola, "Bed 305-B, occupied, Amina Bello").WaitForAsync();

        await PressAsync(Panel(joy), "Transfer");
        await joy.GetByLabel("New bed").SelectOptionAsync(new SelectOptionValue { Label = "306-A · Ward 3 Medical" });
        await PressAsync(joy.GetByRole(AriaRole.Dialog), "Transfer");
        await Tile(joy, "Bed 305-B, cleaning").WaitForAsync();
        await Tile(tola, "Bed 306-A, occupied, Amina Bello").WaitForAsync();

        await SelectAsync(joy, "Bed 306-A, occupied, Amina Bello");
        await PressAsync(Panel(joy), "Order discharge");
        await PressAsync(joy.GetByRole(AriaRole.Dialog), "Order discharge");
        await Tile(joy, "Bed 306-A, discharge ordered, Amina Bello").WaitForAsync();
        await PressAsync(Panel(joy), "Patient left");
        await PressAsync(joy.GetByRole(AriaRole.Dialog), "Patient left");
        await Tile(joy, "Bed 306-A, cleaning").WaitForAsync();

        await PressAsync(Panel(joy), "Mark clean");
        await SaidAsync(joy, "somebody else must confirm");
        await SelectAsync(tola, "Bed 306-A, cleaning");
        await PressAsync(Panel(tola), "Mark clean");
        await Tile(joy, "Bed 306-A, free").WaitForAsync();
    }

    /// <summary>Three beds, because other tests use this machine too: what is slow by itself is slow three times.</summary>
    [Fact]
    public async Task A_change_reaches_the_other_browser_within_a_second()
    {
        var joy = await BoardAsync(Joy);
        var tola = await BoardAsync(Tola);
        var took = new List<TimeSpan>();
        foreach (var bed in new[] { "Bed 203-A, cleaning", "Bed 301-D, cleaning", "Bed 303-C, deep cleaning" })
        {
            await SelectAsync(joy, bed);
            await PressAsync(Panel(joy), "Start cleaning");
            await Panel(joy).GetByText("by Joy Okafor").First.WaitForAsync();
            var watch = Stopwatch.StartNew();
            await Tile(tola, bed).GetByText("Joy Okafor").WaitForAsync();
            took.Add(watch.Elapsed);
            if (watch.Elapsed < TimeSpan.FromSeconds(1))
            {
                return;
            }
        }

        Assert.Fail($"The other browser showed it {string.Join(", ", took.Select(one => $"{one.TotalMilliseconds:0} ms"))} after the first.");
    }

    [Fact]
    public async Task The_whole_way_goes_by_keyboard()
    {
        var page = await BoardAsync(Joy);
        await Tile(page, "Bed 401-B, free").GetByRole(AriaRole.Button).FocusAsync();
        await page.Keyboard.PressAsync("ArrowLeft");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("a");
        await Assertions.Expect(page.GetByRole(AriaRole.Combobox, new() { Name = "Patient", Exact = true })).ToBeFocusedAsync(new() { Timeout = 15_000 });
        await page.Keyboard.TypeAsync("amina bello");
        await page.GetByRole(AriaRole.Listbox, new() { Name = "Patients", Exact = true }).GetByRole(AriaRole.Option).First.WaitForAsync();
        await page.Keyboard.PressAsync("Enter");
        await TypeIntoAsync(page, page.GetByLabel("Reason"), "Sepsis");
        await TabToAsync(page, page.GetByLabel("Responsible clinician"));
        await page.Keyboard.PressAsync("ArrowDown");
        await PressByTabAsync(page, "Admit");
        await Tile(page, "Bed 401-B, occupied, Amina Bello").WaitForAsync();

        await page.Keyboard.PressAsync("t"); // the focus is on the bed again
        await Assertions.Expect(page.GetByLabel("New bed")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await PressByTabAsync(page, "Transfer");
        await Tile(page, "Bed 401-B, cleaning").WaitForAsync();

        var moved = page.GetByRole(AriaRole.Group, new() { NameRegex = new("^Bed [0-9A-Z-]+, occupied, Amina Bello") });
        var label = (await moved.GetAttributeAsync("aria-label"))!.Split(',')[0];
        await moved.GetByRole(AriaRole.Button).FocusAsync();
        await page.Keyboard.PressAsync("d");
        await PressByTabAsync(page, "Order discharge");
        await Tile(page, $"{label}, discharge ordered, Amina Bello").WaitForAsync();
        await page.Keyboard.PressAsync("l");
        await Assertions.Expect(page.GetByLabel("How the stay ended")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await PressByTabAsync(page, "Patient left");
        await Tile(page, $"{label}, cleaning").WaitForAsync();

        var other = await BoardAsync(Tola); // somebody else confirms
        await Tile(other, $"{label}, cleaning").GetByRole(AriaRole.Button).FocusAsync();
        await other.Keyboard.PressAsync("c");
        await Tile(other, $"{label}, free").WaitForAsync();

        await page.Keyboard.PressAsync("?");
        await page.GetByRole(AriaRole.Dialog, new() { Name = "Keys of the bed board" }).WaitForAsync();
        await page.Keyboard.PressAsync("Escape");

        await Tile(page, "Bed 301-A, occupied, Chinedu Eze").GetByRole(AriaRole.Button).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Heading, new() { Name = "Bed 301-A" }).WaitForAsync();
        await page.Keyboard.PressAsync("i");
        await page.GetByLabel("Reason").WaitForAsync();
        await page.Keyboard.TypeAsync("Contact: MRSA");
        await page.Keyboard.PressAsync("Enter");
        await Tile(page, "Bed 301-A, isolated, Chinedu Eze").WaitForAsync();
        await page.Keyboard.PressAsync("i");
        await page.GetByRole(AriaRole.Alertdialog).WaitForAsync();
        await page.Keyboard.PressAsync("Enter");
        await Tile(page, "Bed 301-A, occupied, Chinedu Eze").WaitForAsync();
    }

    /// <summary>A key that is pressed as soon as a dialog shows must reach it, however far away the server is: the focus goes in with the render.</summary>
    [Fact]
    public async Task A_dialog_has_the_focus_as_soon_as_it_is_there()
    {
        var page = await BoardAsync(Joy);
        await page.EvaluateAsync("""
            () => new MutationObserver(() => {
              const dialog = document.querySelector('[role="dialog"]');
              if (dialog) window.focusWasInside ??= dialog.contains(document.activeElement);
            }).observe(document.body, { childList: true, subtree: true })
            """);
        await Tile(page, "Bed 302-D, free").GetByRole(AriaRole.Button).FocusAsync();
        await page.Keyboard.PressAsync("?");
        await page.GetByRole(AriaRole.Dialog).WaitForAsync();
        Assert.True(await page.EvaluateAsync<bool>("() => window.focusWasInside"));
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Assertions.Expect(Tile(page, "Bed 302-D, free").GetByRole(AriaRole.Button)).ToBeFocusedAsync();
    }

    /// <summary>What opens on the board; the board itself is visited with every other route.</summary>
    [Fact]
    public async Task The_panel_and_a_dialog_are_accessible()
    {
        var page = await BoardAsync(Joy);
        await SelectAsync(page, "Bed 301-B");
        await page.GetByRole(AriaRole.List, new() { Name = "Bed history" }).WaitForAsync();
        await AccessibleAsync(page, "panel");
        await PressAsync(Panel(page), "Transfer");
        await page.GetByRole(AriaRole.Dialog).WaitForAsync();
        await AccessibleAsync(page, "dialog");
        await page.EvaluateAsync("() => document.getElementById('session-warning').showModal()"); // its time is not waited for
        await AccessibleAsync(page, "the question before the end of a session");
    }

    [Fact]
    public async Task Who_may_not_is_refused_the_page()
    {
        var page = await AsAsync("amina.bello@example.com");
        await page.GotoAsync("/beds");
        await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).WaitForAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("may not");
        Assert.Equal(0, await page.Locator("[data-bed], table").CountAsync());
        await AccessibleAsync(page, "refused page");
    }

    private async Task<IPage> BoardAsync(string email)
    {
        var page = await AsAsync(email);
        await GoAsync(page, "/beds", "Bed board");
        await Tile(page, "Bed 301-A").WaitForAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        return page;
    }

    private static ILocator Tile(IPage page, string name) => page.GetByRole(AriaRole.Group, new() { Name = name }).First;

    private static ILocator Panel(IPage page) => page.Locator(".bed-panel");

    private static async Task SelectAsync(IPage page, string name)
    {
        await Tile(page, name).GetByRole(AriaRole.Button).ClickAsync();
        await Panel(page).WaitForAsync();
        var label = name.Split(',')[0];
        await Panel(page).GetByRole(AriaRole.Heading, new() { Name = label }).WaitForAsync();
    }

    private static async Task TypeIntoAsync(IPage page, ILocator field, string text)
    {
        await TabToAsync(page, field);
        await page.Keyboard.TypeAsync(text);
    }

    private static async Task PressByTabAsync(IPage page, string button)
    {
        await TabToAsync(page, page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = button, Exact = true }));
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>By Tab alone, as somebody without a mouse gets there.</summary>
    private static async Task TabToAsync(IPage page, ILocator target)
    {
        for (var presses = 0; presses < 12; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                return;
            }
        }

        Assert.Fail($"Twelve Tabs do not lead to {target}");
    }

    private static async Task FillAdmissionAsync(IPage page, string patient)
    {
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Patient", Exact = true }).FillAsync(patient);
        await page.GetByRole(AriaRole.Listbox, new() { Name = "Patients", Exact = true }).GetByRole(AriaRole.Option).First.ClickAsync();
        await page.GetByLabel("Reason").FillAsync("Hypertensive crisis");
        await page.GetByLabel("Responsible clinician").SelectOptionAsync(new SelectOptionValue { Label = "Dr Tunde Adebayo, Internal medicine" });
    }
}
