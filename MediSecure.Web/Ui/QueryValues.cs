using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.WebUtilities;

namespace MediSecure.Web.Ui;

/// <summary>Values in the address for what appears while the address changes, such as a tab of the chart. <c>[SupplyParameterFromQuery]</c> is for pages: it goes through its listeners while it tells them of
/// the change, and the circuit ends when one of them makes a component that listens too.</summary>
/// <example><code>Own(_query = new QueryValues(Navigation, () =&gt; InvokeAsync(StateHasChanged)));</code></example>
public sealed class QueryValues : IDisposable
{
    private readonly NavigationManager _navigation;
    private readonly Func<Task> _changed;

    public QueryValues(NavigationManager navigation, Func<Task> changed)
    {
        (_navigation, _changed) = (navigation, changed);
        navigation.LocationChanged += Moved;
    }

    /// <summary>Null when the address has no such value.</summary>
    public string? this[string name] => QueryHelpers.ParseQuery(_navigation.ToAbsoluteUri(_navigation.Uri).Query).TryGetValue(name, out var values) ? values.ToString() : null;

    /// <summary>The value as an id.</summary>
    public Guid? Id(string name) => Guid.TryParse(this[name], out var id) ? id : null;

    public void Dispose() => _navigation.LocationChanged -= Moved;

    private void Moved(object? sender, LocationChangedEventArgs args) => _ = _changed();
}
