using MediSecure.Data.Access;
using MediSecure.Data.Changes;
using MediSecure.Data.Features.Accounts;
using MediSecure.Web.Components.Account;
using MediSecure.Web.Hosting;
using MediSecure.Web.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.JSInterop;

namespace MediSecure.Web.Components;

/// <summary>Root of both kinds of page: knows who looks and on whose clock, then routes.</summary>
public sealed partial class Routes : ComponentBase, IDisposable
{
    private string _path = "";
    private IDisposable? _membershipChanges;
    private IDisposable? _seat;
    private string? _stamp;
    private bool _leaving;
    private Viewer? _viewer;
    private OrganizationClock _clock = new(TimeZoneInfo.Utc, TimeProvider.System);
    private const string SignInPage = "/account/login";
    private bool _ready;
    private bool _tooMany;
    private bool _away;
    private bool _old;

    /// <summary>Network address of the browser for the audit; only in a circuit, which cannot see the request.</summary>
    [Parameter] public string? Address { get; set; }

    /// <summary>Opaque mark of the sign-in for the audit.</summary>
    [Parameter] public string? Session { get; set; }

    /// <summary>Antiforgery token for the forms that post from inside the circuit.</summary>
    [Parameter] public string? Token { get; set; }

    /// <summary>The request for this page was refused and recorded.</summary>
    [Parameter] public bool Refused { get; set; }

    [Inject] private AuthenticationStateProvider SignIns { get; set; } = default!;

    [Inject] private ChangeFeed Changes { get; set; } = default!;

    [Inject] private ViewerSource Viewers { get; set; } = default!;

    [Inject] private ICurrentUser CurrentUser { get; set; } = default!;

    [Inject] private TimeProvider Time { get; set; } = default!;

    [Inject] private MediSecureDb Doors { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Inject] private CircuitSeats Seats { get; set; } = default!;

    [Inject] private WebLimits Limits { get; set; } = default!;

    [Inject] private CircuitPresence Presence { get; set; } = default!;

    [Inject] private IJSRuntime Js { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        if (RendererInfo.IsInteractive)
        {
            (CurrentUser as CurrentUser)?.FromCircuit(Address, Session);
            await StartAsync();
        }
        else
        {
            Show();
        }
    }

    /// <summary>Finds out who sits here. Nothing is shown before that is known; while the database is away, the page says so and this runs again.</summary>
    private async Task StartAsync()
    {
        try
        {
            _viewer = await Viewers.GetAsync();
        }
        catch (Exception exception) when (DatabaseAway.Concerns(exception))
        {
            _away = true;
            return;
        }

        _away = false;
        if (_viewer is null)
        {
            // The cookie names a person or a place that is no longer there.
            await LeaveAsync(SignInPage);
            return;
        }

        var user = (await SignIns.GetAuthenticationStateAsync()).User;
        _stamp = SignIn.StampOf(user);
        SignIns.AuthenticationStateChanged += OnSignInChanged;
        // Before the router is there, and so before it: a page finds its own view when it asks for its first row.
        _path = PathOf(Navigation.Uri);
        Navigation.LocationChanged += OnLocationChanged;
        _membershipChanges = Changes.Subscribe(_viewer.OrganizationId, notice => notice.Concerns(nameof(OrganizationMembership), nameof(Data.Features.Carers.CareProxy)) ? InvokeAsync(ReloadViewerAsync) : Task.CompletedTask);
        if (Guid.TryParse(SignIn.SessionOf(user), out var session))
        {
            var seat = new Seat(session, _viewer.UserId, _viewer.OrganizationId, _viewer.Acting?.PatientId);
            if (Seats.CountLike(seat) >= Limits.CircuitsPerUser)
            {
                _tooMany = true;
                return;
            }

            _seat = Seats.Take(seat, standing => InvokeAsync(() => TakeStandingAsync(standing)), () => Presence.IsUp);
        }

        Show();
    }

    private void Show()
    {
        _clock = new OrganizationClock(_viewer?.Zone ?? DemoZone, Time);
        _ready = true;
    }

    /// <summary>What the rows say now about who sits here. Whoever may not stay, or lost a role, leaves by force; a role that was given only changes what is offered.</summary>
    private async Task TakeStandingAsync(SeatStanding standing)
    {
        if (_leaving || !standing.IsLive || standing.SecurityStamp != _stamp)
        {
            (SignIns as CircuitSignIn)?.End();
            await LeaveAsync(null);
        }
        else if (_viewer is not null && (_old || !standing.Roles.SequenceEqual(_viewer.Roles)))
        {
            await (_viewer.Roles.Except(standing.Roles).Any() ? LeaveAsync(standing.Roles.Count == 0 && _viewer.Acting is null ? SignInPage : null) : ReloadViewerAsync());
        }
    }

    /// <summary>A role was granted or taken, or the demo started anew: menus and buttons follow at once.</summary>
    private async Task ReloadViewerAsync()
    {
        var before = _viewer;
        try
        {
            _viewer = await Viewers.GetAsync();
        }
        catch (Exception exception) when (DatabaseAway.Concerns(exception))
        {
            _old = true; // the next look, which comes when the database is back, reads it
            return;
        }

        _old = false;
        if (_viewer is null)
        {
            await LeaveAsync(before?.Acting is null ? SignInPage : null); // who acted for a patient goes on as themselves
        }
        else if (before?.Roles.Except(_viewer.Roles).Any() == true)
        {
            await LeaveAsync(null); // the page asks anew what this person may see
        }
        else
        {
            StateHasChanged();
        }
    }

    /// <summary>Another page is another view of whatever it shows; another tab, filter or choice of the same page is not.</summary>
    private void OnLocationChanged(object? sender, LocationChangedEventArgs change)
    {
        if (PathOf(change.Location) is var path && path != _path)
        {
            _path = path;
            Doors.BeginView();
        }
    }

    private static string PathOf(string address) => new Uri(address).AbsolutePath;

    private void OnSignInChanged(Task<AuthenticationState> task) => _ = InvokeAsync(async () =>
    {
        if ((await task).User.Identity?.IsAuthenticated != true)
        {
            await LeaveAsync(null);
        }
    });

    /// <summary>The page is left by force: a circuit must show nothing to who may no longer be here. While its browser cannot be reached, the next look tries again.</summary>
    /// <param name="address">Null to ask the server for the same page again.</param>
    private async Task LeaveAsync(string? address)
    {
        _ready = false;
        _leaving = true;
        StateHasChanged();
        if (!Presence.IsUp)
        {
            return;
        }

        try
        {
            await Js.InvokeVoidAsync("mediSecureSession.leave", address);
        }
        catch (Exception exception) when (exception is JSDisconnectedException or OperationCanceledException or InvalidOperationException)
        {
            // The browser went away meanwhile; it finds nothing here when it comes back.
        }
    }

    public void Dispose()
    {
        SignIns.AuthenticationStateChanged -= OnSignInChanged;
        if (_path.Length > 0)
        {
            Navigation.LocationChanged -= OnLocationChanged;
        }

        _membershipChanges?.Dispose();
        _seat?.Dispose();
    }

    /// <summary>On signed-out pages there is no organisation yet: the demo's is shown.</summary>
    private static TimeZoneInfo DemoZone => TimeZoneInfo.TryFindSystemTimeZoneById("Africa/Lagos", out var zone) ? zone : TimeZoneInfo.Utc;
}
