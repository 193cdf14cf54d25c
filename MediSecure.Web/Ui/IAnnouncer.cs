namespace MediSecure.Web.Ui;

/// <summary>Says results of actions in the page's live region. Scoped to the circuit; <see cref="LiveRegion"/> shows it.</summary>
public interface IAnnouncer
{
    /// <summary>For screen readers only, e.g. a count that changed.</summary>
    void Say(string text);

    /// <summary>Also seen: a short confirmation at the foot of the page. Refusals never come here; they stay where they happened.</summary>
    void Done(string text);
}

/// <inheritdoc/>
public sealed class Announcer : IAnnouncer
{
    /// <summary>Text, and whether it is shown too.</summary>
    public event Action<string, bool>? Said;

    public void Say(string text) => Said?.Invoke(text, false);

    public void Done(string text) => Said?.Invoke(text, true);
}
