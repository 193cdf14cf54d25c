using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Time.Testing;

namespace MediSecure.Tests.Support;

/// <summary>
/// Presses and types as a person does: only when the thing is on the screen, and on what is on the screen at that moment. A screen renders again by itself (a list that loads,
/// the live feed), so an element found a moment ago may be gone, or its handler be another: finding and acting are one turn of the renderer here.
/// The forms without "Async" return when the handler has run up to its first wait, those with it when it has ended.
/// </summary>
internal static class UserActions
{
    public static void Click<T>(this IRenderedComponent<T> screen, string selector) where T : IComponent =>
        screen.On(() => screen.Find(selector), element => element.Click());

    /// <summary>Presses one of those that the selector finds: <c>page.Click("button", all => all.Single(b => b.TextContent == "Save"))</c>.</summary>
    public static void Click<T>(this IRenderedComponent<T> screen, string selector, Func<IReadOnlyList<IElement>, IElement> choose) where T : IComponent =>
        screen.On(() => choose(screen.FindAll(selector)), element => element.Click());

    public static Task ClickAsync<T>(this IRenderedComponent<T> screen, string selector) where T : IComponent =>
        screen.OnAsync(() => screen.Find(selector), element => element.ClickAsync(new MouseEventArgs()));

    public static Task ClickAsync<T>(this IRenderedComponent<T> screen, string selector, Func<IReadOnlyList<IElement>, IElement> choose) where T : IComponent =>
        screen.OnAsync(() => choose(screen.FindAll(selector)), element => element.ClickAsync(new MouseEventArgs()));

    public static void Change<T, TValue>(this IRenderedComponent<T> screen, string selector, TValue value) where T : IComponent =>
        screen.On(() => screen.Find(selector), element => element.Change(value));

    /// <summary>Types into a field that answers while one types, and lets the pause after the last key pass: it has begun when the handler has run up to its first wait.</summary>
    public static async Task TypeAsync<T>(this IRenderedComponent<T> screen, string selector, string text, FakeTimeProvider clock) where T : IComponent
    {
        Task typing = Task.CompletedTask;
        screen.On(() => screen.Find(selector), element => typing = element.InputAsync(new ChangeEventArgs { Value = text }));
        clock.Advance(TimeSpan.FromMilliseconds(250));
        await typing.WaitAsync(BunitContext.DefaultWaitTimeout);
    }

    public static void KeyDown<T>(this IRenderedComponent<T> screen, string selector, string key) where T : IComponent =>
        screen.On(() => screen.Find(selector), element => element.KeyDown(key));

    public static void Submit<T>(this IRenderedComponent<T> screen, string selector = "form") where T : IComponent =>
        screen.On(() => screen.Find(selector), element => element.Submit());

    public static Task SubmitAsync<T>(this IRenderedComponent<T> screen, string selector = "form") where T : IComponent =>
        screen.OnAsync(() => screen.Find(selector), element => element.SubmitAsync());

    /// <summary>For a way to the element that is the test's own, such as by the words of its label. Throwing means "not there yet".</summary>
    public static void On<T>(this IRenderedComponent<T> screen, Func<IElement> find, Action<IElement> act) where T : IComponent => screen.OnAsync(find, element =>
    {
        act(element);
        return Task.CompletedTask;
    }).GetAwaiter().GetResult();

    /// <summary>As <see cref="On"/>, to the end of the handler.</summary>
    public static async Task OnAsync<T>(this IRenderedComponent<T> screen, Func<IElement> find, Func<IElement, Task> act) where T : IComponent
    {
        for (var tries = 0; ; tries++)
        {
            screen.WaitForAssertion(() => find()); // asks again after an exception, which WaitForState does not
            IElement? found = null;
            await screen.InvokeAsync(() =>
            {
                try
                {
                    found = find();
                }
                catch (Exception) when (tries < 5)
                {
                    return Task.CompletedTask; // drawn away in between
                }

                return act(found);
            });
            if (found is not null)
            {
                return;
            }
        }
    }
}
