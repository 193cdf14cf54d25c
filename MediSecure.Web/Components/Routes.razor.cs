using MediSecure.Data.Access;
using MediSecure.Data.Changes;
using MediSecure.Data.Features.Accounts;
using MediSecure.Web.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace MediSecure.Web.Components;

/// <summary>Root of both kinds of page: knows who looks and on whose clock, then routes.</summary>
public sealed partial class Routes : ComponentBase, IDisposable
{
    private IDisposable? _membershipChanges;
    private Viewer? _viewer;
    private OrganizationClock _clock = new(TimeZoneInfo.Utc, TimeProvider.System);
    private bool _ready;

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

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        if (RendererInfo.IsInteractive)
        {
            (CurrentUser as CurrentUser)?.FromCircuit(Address, Session);
            _viewer = await Viewers.GetAsync();
            if (_viewer is null)
            {
                // The cookie names a person or a place that is no longer there.
                Leave();
                return;
            }

            SignIns.AuthenticationStateChanged += OnSignInChanged;
            _membershipChanges = Changes.Subscribe(_viewer.OrganizationId, notice => notice.Concerns(nameof(OrganizationMembership)) ? InvokeAsync(ReloadViewerAsync) : Task.CompletedTask);
        }

        _clock = new OrganizationClock(_viewer?.Zone ?? DemoZone, Time);
        _ready = true;
    }

    /// <summary>A role was granted or taken, or the demo started anew: menus and buttons follow at once.</summary>
    private async Task ReloadViewerAsync()
    {
        _viewer = await Viewers.GetAsync();
        if (_viewer is null)
        {
            Leave();
            return;
        }

        StateHasChanged();
    }

    private void OnSignInChanged(Task<AuthenticationState> task) => _ = InvokeAsync(async () =>
    {
        if ((await task).User.Identity?.IsAuthenticated != true)
        {
            Leave();
        }
    });

    /// <summary>The page is left by force: a circuit must show nothing to who may no longer be here.</summary>
    private void Leave()
    {
        _ready = false;
        StateHasChanged();
        Navigation.NavigateTo("/account/login", forceLoad: true);
    }

    public void Dispose()
    {
        SignIns.AuthenticationStateChanged -= OnSignInChanged;
        _membershipChanges?.Dispose();
    }

    /// <summary>On signed-out pages there is no organisation yet: the demo's is shown.</summary>
    private static TimeZoneInfo DemoZone => TimeZoneInfo.TryFindSystemTimeZoneById("Africa/Lagos", out var zone) ? zone : TimeZoneInfo.Utc;
}
