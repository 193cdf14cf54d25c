using Bunit;
using MediSecure.Data.Common;
using MediSecure.Web.Ui;

namespace MediSecure.Tests.Ui;

public sealed class LoadViewTests : KitTest
{
    private static readonly Error Away = new("busy", "The database did not answer in time.", ErrorKind.Busy);

    private IRenderedComponent<LoadView<string>> View(LoadState<string> state, Action? retry = null) => Show<LoadView<string>>(p => p
        .Add(v => v.State, state).Add(v => v.What, "beds").Add(v => v.Ready, rows => $"<p>{rows}</p>").Add(v => v.Empty, "<p>No beds here.</p>").Add(v => v.Retry, () => retry?.Invoke()));

    [Fact]
    public void Loading_shows_a_skeleton_and_says_what_loads()
    {
        var view = View(LoadState<string>.Loading);
        Assert.Equal("Loading beds", view.Find("[aria-busy=true] .hidden-text").TextContent);
        Assert.NotEmpty(view.FindAll(".skeleton"));
    }

    [Fact]
    public void Empty_says_what_the_page_says() => View(LoadState<string>.Empty("")).Find("p").MarkupMatches("<p>No beds here.</p>");

    [Fact]
    public void Failed_says_what_happened_with_a_code_and_tries_again()
    {
        var tried = 0;
        var view = View(LoadState<string>.Failed(Away, "DB-1"), () => tried++);
        Assert.Contains("Could not load beds", view.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal("Code DB-1", view.Find(".code").TextContent);
        view.Find("button").Click();
        Assert.Equal(1, tried);
    }

    [Fact]
    public void What_a_busy_database_did_not_answer_is_tried_without_a_press_unless_its_component_does_so()
    {
        var tried = 0;
        var view = View(LoadState<string>.Failed(Away), () => tried++);
        Assert.Contains("tries again every few seconds", view.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Time.Advance(NextTry.After);
        Assert.Equal(1, tried);

        View(LoadState<string>.Failed(Away) with { AsksAgain = true }, () => tried++);
        View(LoadState<string>.Failed(Error.NotFound), () => tried++);
        Time.Advance(NextTry.After);
        Assert.Equal(1, tried);
    }

    [Fact]
    public void Not_found_offers_no_second_try() => Assert.Empty(View(LoadState<string>.Failed(Error.NotFound)).FindAll("button"));

    [Fact]
    public void Denied_shows_no_rows_and_says_that_it_was_recorded()
    {
        var view = View(LoadState<string>.Denied);
        Assert.Contains("You may not see beds", view.Markup, StringComparison.Ordinal);
        Assert.Contains("recorded", view.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failed_refresh_keeps_the_rows_and_says_they_may_be_old()
    {
        var view = View(LoadState<string>.Ready("301-A").RefreshFailed(Away));
        Assert.Contains("301-A", view.Markup, StringComparison.Ordinal);
        Assert.Contains("Could not refresh beds", view.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_first_failure_has_nothing_to_keep() => Assert.Equal(LoadPhase.Failed, LoadState<string>.Loading.RefreshFailed(Away).Phase);
}
