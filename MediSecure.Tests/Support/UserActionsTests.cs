using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace MediSecure.Tests.Support;

/// <summary>What component tests press with waits for what comes later, and says so when it never comes.</summary>
public sealed class UserActionsTests : BunitContext
{
    [Fact]
    public void What_comes_later_is_waited_for()
    {
        var screen = Render<Late>(p => p.Add(one => one.After, TimeSpan.FromMilliseconds(300)));
        Assert.Empty(screen.FindAll("button"));
        screen.Click("button", all => all.Single(button => button.TextContent == "Late"));
        Assert.Equal(1, screen.Instance.Pressed);
        screen.Change("input", "typed");
        Assert.Equal("typed", screen.Instance.Typed);
    }

    [Fact]
    public void What_never_comes_fails()
    {
        DefaultWaitTimeout = TimeSpan.FromMilliseconds(300);
        try
        {
            Assert.ThrowsAny<Exception>(() => Render<Late>(p => p.Add(one => one.After, TimeSpan.FromDays(1))).Click("button"));
        }
        finally
        {
            ComponentWaits.Set();
        }
    }

    private sealed class Late : ComponentBase
    {
        private bool _there;

        [Parameter] public TimeSpan After { get; set; }

        public int Pressed { get; private set; }

        public string? Typed { get; private set; }

        protected override async Task OnInitializedAsync()
        {
            await Task.Delay(After);
            _there = true;
        }

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            if (_there)
            {
                builder.OpenElement(0, "button");
                builder.AddAttribute(1, "onclick", EventCallback.Factory.Create(this, () => { Pressed++; }));
                builder.AddContent(2, "Late");
                builder.CloseElement();
                builder.OpenElement(3, "input");
                builder.AddAttribute(4, "onchange", EventCallback.Factory.Create<ChangeEventArgs>(this, e => Typed = (string?)e.Value));
                builder.CloseElement();
            }
        }
    }
}
