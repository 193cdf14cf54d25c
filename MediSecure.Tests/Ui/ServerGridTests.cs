using Bunit;
using MediSecure.Data.Common;
using MediSecure.Web.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace MediSecure.Tests.Ui;

public sealed class ServerGridTests : KitTest
{
    private readonly List<PageRequest> _asked = [];
    private int _total = 60;

    private NavigationManager Address => Services.GetRequiredService<NavigationManager>();

    private IRenderedComponent<ServerGrid<int>> Grid(bool searchInUrl = true) => Show<ServerGrid<int>>(p => p
        .Add(g => g.Label, "Rooms").Add(g => g.What, "rooms").Add(g => g.Key, row => row).Add(g => g.DefaultSort, "name").Add(g => g.SearchLabel, "Search rooms").Add(g => g.SearchInUrl, searchInUrl)
        .Add(g => g.Load, (request, _) =>
        {
            _asked.Add(request);
            var rows = Enumerable.Range(request.Skip + 1, Math.Max(0, Math.Min(request.Size, _total - request.Skip))).ToList();
            return Task.FromResult<Result<Paged<int>>>(new Paged<int>(request.Search == "nothing" ? [] : rows, request.Search == "nothing" ? 0 : _total, request));
        })
        .Add<RenderFragment>(g => g.Columns!, builder =>
        {
            builder.OpenComponent<TableColumn<int>>(0);
            builder.AddComponentParameter(1, "Title", "Room");
            builder.AddComponentParameter(2, "Sort", "name");
            builder.AddComponentParameter(3, "ChildContent", (RenderFragment<int>)(row => b => b.AddContent(0, $"Room {row}")));
            builder.CloseComponent();
            builder.OpenComponent<TableColumn<int>>(4);
            builder.AddComponentParameter(5, "Title", "Beds");
            builder.AddComponentParameter(6, "Number", true);
            builder.AddComponentParameter(7, "ChildContent", (RenderFragment<int>)(row => b => b.AddContent(0, row)));
            builder.CloseComponent();
        }));

    [Fact]
    public void It_is_a_named_table_whose_first_column_heads_the_row()
    {
        var grid = Grid();
        Assert.Equal("Rooms", grid.Find("table").GetAttribute("aria-label"));
        Assert.Equal(2, grid.FindAll("thead th[scope=col]").Count);
        Assert.Equal("Room 1", grid.Find("tbody tr th[scope=row]").TextContent);
        Assert.Equal("Beds", grid.Find("tbody tr td").GetAttribute("data-label"));
        Assert.Contains("1 to 25 of 60", grid.Find(".panel-foot").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Paging_asks_the_server_and_stands_in_the_address()
    {
        var grid = Grid();
        grid.FindAll("nav button")[1].Click();
        Assert.Equal(1, _asked[^1].Page);
        Assert.EndsWith("?page=2", Address.Uri, StringComparison.Ordinal);
        grid.FindAll("nav button")[1].Click();
        Assert.Equal("true", grid.FindAll("nav button")[1].GetAttribute("aria-disabled"));
        var before = _asked.Count;
        grid.FindAll("nav button")[1].Click();
        Assert.Equal(before, _asked.Count);
    }

    [Fact]
    public void Back_shows_the_page_before()
    {
        var grid = Grid();
        grid.FindAll("nav button")[1].Click();
        Address.NavigateTo(Address.Uri.Split('?')[0]);
        grid.WaitForAssertion(() => Assert.Equal("Room 1", grid.Find("tbody th").TextContent));
    }

    [Fact]
    public void Sorting_is_a_button_and_says_its_direction()
    {
        var grid = Grid();
        Assert.Equal("ascending", grid.Find("thead th").GetAttribute("aria-sort"));
        grid.Find("thead th button").Click();
        Assert.Equal("descending", grid.Find("thead th").GetAttribute("aria-sort"));
        Assert.True(_asked[^1].Descending);
        Assert.Contains("sort=name&desc=1", Address.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_with_page_and_order_is_shown_as_it_says()
    {
        Address.NavigateTo("/rooms?page=3&sort=name&desc=1");
        Grid();
        Assert.Equal(new PageRequest(2, 25, "name", true), _asked[0]);
    }

    [Fact]
    public void Searching_waits_for_a_pause_in_typing_and_announces_what_it_found()
    {
        var grid = Grid();
        grid.Find("input").Input("no");
        grid.Find("input").Input("nothing");
        Time.Advance(TimeSpan.FromMilliseconds(300));
        grid.WaitForAssertion(() => Assert.Contains("No rooms match", grid.Markup, StringComparison.Ordinal));
        Assert.Equal(2, _asked.Count);
        grid.WaitForAssertion(() => Assert.Contains("No rooms match", Said));
    }

    [Fact]
    public void A_search_for_people_never_stands_in_the_address()
    {
        var grid = Grid(searchInUrl: false);
        grid.Find("input").Input("Eze");
        Time.Advance(TimeSpan.FromMilliseconds(300));
        grid.WaitForAssertion(() => Assert.Equal("Eze", _asked[^1].Search));
        Assert.DoesNotContain("Eze", Address.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void Beyond_the_count_limit_it_says_more_than()
    {
        _total = 1_001;
        Assert.Contains("1 to 25 of more than 1,000", Grid().Find(".panel-foot").TextContent, StringComparison.Ordinal);
    }
}
