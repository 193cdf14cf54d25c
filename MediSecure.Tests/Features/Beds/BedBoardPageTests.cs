using Bunit;
using MediSecure.Data.Access;
using MediSecure.Data.Changes;
using MediSecure.Data.Features.Beds;
using MediSecure.Data.Features.Patients;
using MediSecure.Data.Features.Vitals;
using MediSecure.Tests.Access;
using MediSecure.Tests.Support;
using MediSecure.Web;
using MediSecure.Web.Features.Beds;
using MediSecure.Web.Features.Patients;
using MediSecure.Web.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace MediSecure.Tests.Features.Beds;

/// <summary>The board with the real services below it and no browser above it.</summary>
public sealed class BedBoardPageTests : BunitContext, IClassFixture<SqliteDatabase>
{
    private static readonly TimeZoneInfo Lagos = TimeZoneInfo.FindSystemTimeZoneById("Africa/Lagos");
    private readonly SqliteDatabase _db;
    private readonly List<string> _said = [];

    public BedBoardPageTests(SqliteDatabase db)
    {
        _db = db;
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddLogging();
        Services.AddSingleton<TimeProvider>(db.Clock);
        Services.AddSingleton(db.Services.GetRequiredService<ChangeFeed>());
        var announcer = new Announcer();
        announcer.Said += (text, _) => _said.Add(text);
        Services.AddSingleton<IAnnouncer>(announcer);
    }

    [Fact]
    public async Task Every_bed_is_a_group_named_with_its_state_and_patient()
    {
        var ward = await WardOf.NewAsync(_db);
        await ward.AdmittedAsync((await ward.PatientAsync("Chinedu", "Eze")).Id, (await ward.BedAsync("A-1")).Id);
        await ward.BedAsync("A-2");
        var page = Show(ward, ward.Nurse, Role.Nurse);
        Assert.Equal(["Bed A-1, occupied, Chinedu Eze", "Bed A-2, free"], page.FindAll("[role=group].bed-cell").Select(tile => tile.GetAttribute("aria-label")).Order(StringComparer.Ordinal));
        Assert.Contains("1 of 2 taken, 1 free", page.Find(".page-head").TextContent);
    }

    [Fact]
    public void A_score_that_a_newer_set_left_incomplete_is_said_in_words()
    {
        var words = new BedWords(new OrganizationClock(Lagos, _db.Clock), _db.Now);
        BedRow Bed(News2Status status, int? score, News2Response? response) => new()
        {
            Id = Guid.Empty, Label = "A-1", RoomId = Guid.Empty, Room = "A", WardId = Guid.Empty, Ward = "A", State = BedBoardState.Occupied, Since = _db.Now, Version = Guid.Empty, News2 = status, News2Score = score, News2Response = response, News2ScoredAt = score is null ? null : _db.Now,
        };

        (string?, string?, string?) Said(BedRow bed) => (BedWords.Score(bed), BedWords.ScoreCss(bed), words.ScoreWords(bed));
        Assert.Equal(("9?", "bed-score-high", $"NEWS2 incomplete, was 9 at {new OrganizationClock(Lagos, _db.Clock).TimeOfDay(_db.Now)}"), Said(Bed(News2Status.Incomplete, 9, News2Response.Emergency)));
        Assert.Equal(("?", "bed-score-medium", "NEWS2 incomplete"), Said(Bed(News2Status.Incomplete, null, null)));
        Assert.Equal(("9", "bed-score-high", null), Said(Bed(News2Status.Scored, 9, News2Response.Emergency)));
    }

    [Fact]
    public async Task A_house_without_beds_says_so_and_offers_the_next_step()
    {
        var ward = await WardOf.NewAsync(_db);
        var admin = await _db.People.AdministratorAsync(ward.OrganizationId);
        var page = Show(ward, admin, Role.Administrator);
        Assert.Contains("No beds here", page.Markup);
        Assert.Equal("/rooms", page.Find("a.btn[href='/rooms']").GetAttribute("href"));
    }

    [Fact]
    public async Task The_legend_filters_and_counts()
    {
        var ward = await WardOf.NewAsync(_db);
        await ward.AdmittedAsync((await ward.PatientAsync()).Id, (await ward.BedAsync()).Id);
        await ward.BedAsync("B-9");
        var page = Show(ward, ward.Nurse, Role.Nurse);
        var free = page.FindAll(".bed-filter").Single(button => button.TextContent.Trim().StartsWith("Free", StringComparison.Ordinal));
        Assert.EndsWith("1", free.TextContent.Trim());
        await free.ClickAsync(new());
        Assert.Equal("Bed B-9, free", Assert.Single(page.FindAll(".bed-cell")).GetAttribute("aria-label"));
        Assert.EndsWith("/?state=Free", Services.GetRequiredService<NavigationManager>().Uri);
    }

    [Fact]
    public async Task A_figure_leads_to_the_very_beds_it_counts()
    {
        var ward = await WardOf.NewAsync(_db);
        await ward.AdmittedAsync((await ward.PatientAsync()).Id, (await ward.BedAsync("T-1")).Id);
        await ward.BedAsync("T-2");
        var page = Show(ward, ward.Nurse, Role.Nurse);
        Services.GetRequiredService<NavigationManager>().NavigateTo(BedBoardAddress.Of([.. BedBoardStates.All.Where(state => state.IsTaken())]));
        page.WaitForAssertion(() => Assert.StartsWith("Bed T-1, occupied", Assert.Single(page.FindAll(".bed-cell")).GetAttribute("aria-label")));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("nonsense,99,,Occupiedd")]
    public void A_filter_that_cannot_be_read_filters_nothing(string? text) => Assert.Empty(BedBoardAddress.States(text));

    [Fact]
    public async Task Who_cleans_sees_the_state_but_neither_names_nor_other_actions()
    {
        var ward = await WardOf.NewAsync(_db);
        await ward.AdmittedAsync((await ward.PatientAsync("Chinedu", "Eze")).Id, (await ward.BedAsync("C-1")).Id);
        var page = Show(ward, await _db.People.LogisticsAsync(ward.OrganizationId), Role.Logistics);
        await page.ClickAsync("[data-bed]");
        Assert.Contains("Bed C-1, occupied", page.Find(".bed-cell").GetAttribute("aria-label"));
        Assert.DoesNotContain("Chinedu", page.Markup);
        Assert.Empty(page.FindAll(".bed-actions button"));
    }

    [Fact]
    public async Task The_panel_offers_what_the_state_and_the_role_allow()
    {
        var ward = await WardOf.NewAsync(_db);
        var encounter = await ward.AdmittedAsync((await ward.PatientAsync()).Id, (await ward.BedAsync()).Id);
        var page = Show(ward, ward.Doctor, Role.Doctor);
        await page.ClickAsync("[data-bed]");
        Assert.Equal(["Transfer", "Order discharge", "Isolate", "Edit stay", "Entered in error", "Open chart"], Commands(page));
        await ward.Beds.OrderDischargeAsync(new() { EncounterId = encounter }, default);
        page.WaitForAssertion(() => Assert.Equal(["Transfer", "Cancel discharge", "Isolate", "Edit stay", "Entered in error", "Open chart"], Commands(page)), TimeSpan.FromSeconds(15));
    }

    [Fact]
    public async Task A_change_by_somebody_else_is_pointed_out_announced_and_redraws_one_tile()
    {
        var ward = await WardOf.NewAsync(_db);
        var (bed, neighbour) = (await ward.BedAsync("D-1"), await ward.BedAsync("D-2"));
        var patient = await ward.PatientAsync("Ruth", "Ekpo");
        var page = Show(ward, ward.OtherNurse, Role.Nurse);
        var quiet = page.FindComponents<BedTile>().Single(tile => tile.Instance.BedId == neighbour.Id);
        var drawn = quiet.RenderCount;
        await ward.AdmittedAsync(patient.Id, bed.Id);
        page.WaitForAssertion(() => Assert.Contains("changed", page.Find($"[data-bed='{bed.Id}']").ClassList), TimeSpan.FromSeconds(15));
        Assert.Contains("Bed D-1, occupied, Ruth Ekpo.", _said);
        Assert.Equal(drawn, quiet.RenderCount);
        page.WaitForAssertion(() => Assert.DoesNotContain("changed", page.Find($"[data-bed='{bed.Id}']").ClassList), TimeSpan.FromSeconds(15));
    }

    [Fact]
    public async Task A_bed_lost_while_typing_keeps_the_text_and_offers_the_next_free_one()
    {
        var ward = await WardOf.NewAsync(_db);
        var (wanted, spare) = (await ward.BedAsync("E-1"), await ward.BedAsync("E-2"));
        var (patient, faster) = (await ward.PatientAsync("Amina", "Bello"), await ward.PatientAsync());
        var page = Show(ward, ward.Nurse, Role.Nurse);
        await page.ClickAsync($"[data-bed='{wanted.Id}']");
        await page.ClickAsync(".bed-actions button", all => all.First(button => button.TextContent.Contains("Admit", StringComparison.Ordinal)));
        await page.InvokeAsync(() => page.FindComponent<PatientPicker>().Instance.ValueChanged.InvokeAsync(
            new PatientRow(patient.Id, "Amina Bello", patient.RecordNumber, patient.BirthDate, patient.Sex, false)));
        page.Change("#field-reason", "Severe malaria");
        page.Change("#field-clinicianid", "0");

        await ward.OtherNurse.Service<BedService>().AdmitAsync(ward.Admission(faster.Id, wanted.Id), default);
        await page.SubmitAsync();
        Assert.Contains("E-1 was just given to somebody else", page.Find(".error-summary").TextContent);
        Assert.Equal("Severe malaria", page.Find("#field-reason").GetAttribute("value"));

        page.WaitForAssertion(() => Assert.Equal("E-2", Assert.Single(page.FindAll(".bed-offers button")).TextContent), TimeSpan.FromSeconds(15));
        await page.ClickAsync(".bed-offers button");
        await page.SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("Amina Bello admitted to E-2.", _said), TimeSpan.FromSeconds(15));
        Assert.Equal(BedStatus.Occupied, await ward.StatusAsync(spare.Id));
    }

    [Fact]
    public async Task A_stay_is_edited_by_its_key_and_entered_in_error_by_its_button()
    {
        var ward = await WardOf.NewAsync(_db);
        var bed = await ward.BedAsync("M-1");
        await ward.AdmittedAsync((await ward.PatientAsync("Ruth", "Ekpo")).Id, bed.Id);
        var page = Show(ward, ward.Doctor, Role.Doctor);
        await page.InvokeAsync(() => page.Instance.KeyAsync("e", bed.Id.ToString()));
        page.WaitForAssertion(() => Assert.Equal("Pneumonia", page.Find("#field-reason").GetAttribute("value") ?? page.Find("#field-reason").TextContent), TimeSpan.FromSeconds(15));
        Assert.Equal("0", page.Find("#field-clinicianid").GetAttribute("value"));
        page.Change("#field-reason", "Severe malaria");
        await page.SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("Stay of Ruth Ekpo saved.", _said), TimeSpan.FromSeconds(15));
        Assert.Equal("Severe malaria", (await ward.TileAsync(bed.Id)).Reason);

        await page.ClickAsync(".bed-actions button", all => all.Single(button => button.TextContent.Contains("Entered in error", StringComparison.Ordinal)));
        page.Change("#field-reason", "Another patient of this name");
        await page.SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("Stay of Ruth Ekpo marked as entered in error.", _said), TimeSpan.FromSeconds(15));
        Assert.Equal(BedStatus.Free, await ward.StatusAsync(bed.Id));
    }

    [Fact]
    public async Task An_isolated_patient_who_may_leave_counts_among_those_who_leave_and_the_tile_says_both()
    {
        var ward = await WardOf.NewAsync(_db);
        var encounter = await ward.AdmittedAsync((await ward.PatientAsync("Ruth", "Ekpo")).Id, (await ward.BedAsync("G-1")).Id);
        await ward.BedAsync("G-2");
        Assert.Null((await ward.Beds.IsolateAsync(new() { EncounterId = encounter, Reason = "Contact: MRSA" }, default)).Error);
        Assert.Null((await ward.Beds.OrderDischargeAsync(new() { EncounterId = encounter }, default)).Error);
        var page = Show(ward, ward.Nurse, Role.Nurse);
        var leaving = page.FindAll(".bed-filter").Single(button => button.TextContent.Trim().StartsWith("Discharge ordered", StringComparison.Ordinal));
        Assert.EndsWith("1", leaving.TextContent.Trim());
        await leaving.ClickAsync(new());
        var tile = Assert.Single(page.FindAll(".bed-cell"));
        Assert.Equal("Bed G-1, isolated, discharge ordered, Ruth Ekpo", tile.GetAttribute("aria-label"));
        Assert.Equal(["Isolated", "discharge ordered"], [tile.QuerySelector(".bed-state")!.TextContent.Trim(), tile.QuerySelector(".bed-facts span:last-child")!.TextContent]);
    }

    [Fact]
    public async Task The_admission_finds_patients_as_the_search_does_says_where_they_lie_and_records_who_was_shown()
    {
        var ward = await WardOf.NewAsync(_db);
        await ward.BedAsync("F-2");
        var patient = await _db.Given.PatientAsync(ward.OrganizationId, "Amarachi", "Nwosu", new DateOnly(1991, 11, 9));
        await ward.AdmittedAsync(patient.Id, (await ward.BedAsync("F-1")).Id);
        var page = Show(ward, ward.Nurse, Role.Nurse);
        await page.ClickAsync(".page-head .btn-primary");
        foreach (var typed in new[] { "09 11 1991", "marach" })
        {
            await page.TypeAsync("[role=combobox]", typed, _db.Clock);
            page.WaitForAssertion(() => Assert.Contains("in F-1", Assert.Single(page.FindAll("[role=option]")).TextContent));
        }

        Assert.Equal(2, await ward.SuccessesAsync(Permission.SearchPatients));

        await page.SubmitAsync();
        Assert.Contains("Choose the patient.", page.Find("#field-patientid-error").TextContent);
    }

    private IRenderedComponent<BedBoardPage> Show(WardOf ward, ActingPerson person, params Role[] roles)
    {
        Services.AddSingleton(person.Service<BedService>());
        Services.AddSingleton(person.Service<PatientService>());
        var page = Render<BedBoardPage>(p =>
        {
            p.AddCascadingValue(new Viewer(person.UserId, "Somebody", ward.OrganizationId, "Test hospital", Lagos, roles, [], person.StaffMemberId));
            p.AddCascadingValue(new OrganizationClock(Lagos, _db.Clock));
        });
        page.WaitForElement(".bed-board, .state", TimeSpan.FromSeconds(20)); // the first reading runs beside the screen
        return page;
    }

    private static IEnumerable<string?> Commands(IRenderedComponent<BedBoardPage> page) =>
        page.FindAll(".bed-actions button").Select(button => button.QuerySelector(".cut")!.TextContent);
}
