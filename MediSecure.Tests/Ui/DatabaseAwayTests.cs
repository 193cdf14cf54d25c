using System.Security.Claims;
using Bunit;
using MediSecure.Data.Access;
using MediSecure.Web.Components.Layout;
using MediSecure.Web.Hosting;
using MediSecure.Web.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace MediSecure.Tests.Ui;

/// <summary>The database goes away under an open page: nothing is granted, the page says so, and goes on by itself. With a real database and a real browser: <c>HostStartTests</c>.</summary>
public sealed class DatabaseAwayTests : KitTest, ICurrentUser
{
    private readonly CurrentAccess _access;
    private Exception? _trouble = new NpgsqlException("The line is dead");

    public DatabaseAwayTests()
    {
        _access = new CurrentAccess(this, null!, null!); // nobody is signed in, so that it asks no further
        Services.AddSingleton(_access);
    }

    ValueTask<Caller?> ICurrentUser.GetAsync() => _trouble is null ? ValueTask.FromResult<Caller?>(null) : ValueTask.FromException<Caller?>(_trouble);

    [Fact]
    public async Task A_permission_is_not_granted_and_not_refused_either()
    {
        var asked = new AuthorizationHandlerContext([new PermissionRequirement(Permission.ViewBeds)], new ClaimsPrincipal(), null);
        await Assert.ThrowsAsync<NpgsqlException>(() => new PermissionHandler(_access).HandleAsync(asked));
        Assert.False(asked.HasSucceeded || asked.HasFailed);
    }

    [Fact]
    public void A_page_says_so_shows_nothing_and_comes_back_by_itself()
    {
        var page = Page();
        page.WaitForAssertion(() => Assert.Equal(DatabaseAway.Title, page.Find("[role=alert] h1").TextContent));
        var drawn = page.RenderCount;

        Time.Advance(NextTry.After);
        Time.Advance(NextTry.After);
        Assert.Equal(drawn, page.RenderCount); // stands still, and is read out once

        _trouble = null;
        Time.Advance(NextTry.After);
        page.WaitForAssertion(() => page.MarkupMatches("<p>The page</p>"));
    }

    [Fact]
    public void A_defect_is_not_tried_again()
    {
        _trouble = new InvalidOperationException("A defect");
        var page = Page();
        page.WaitForAssertion(() => Assert.Equal("This page stopped working", page.Find("[role=alert] h1").TextContent));
        _trouble = null;
        Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("This page stopped working", page.Find("[role=alert] h1").TextContent);
        page.Find("button").Click();
        page.WaitForAssertion(() => page.MarkupMatches("<p>The page</p>"));
    }

    private IRenderedComponent<PageErrorBoundary> Page() => Show<PageErrorBoundary>(p => p.AddChildContent<Guarded>());

    /// <summary>Asks who looks before it shows anything, as the router's view does.</summary>
    private sealed class Guarded : ComponentBase
    {
        private bool _known;

        [Inject] private CurrentAccess Access { get; set; } = default!;

        protected override async Task OnInitializedAsync()
        {
            await Task.Yield();
            await Access.GetAsync();
            _known = true;
        }

        protected override void BuildRenderTree(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder)
        {
            if (_known)
            {
                builder.AddMarkupContent(0, "<p>The page</p>");
            }
        }
    }
}
