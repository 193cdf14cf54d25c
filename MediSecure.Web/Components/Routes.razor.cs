using MediSecure.Data.Access;
using MediSecure.Web.Ui;
using Microsoft.AspNetCore.Components;

namespace MediSecure.Web.Components;

/// <summary>Root of both kinds of page: knows who looks and on whose clock, then routes.</summary>
public partial class Routes : ComponentBase
{
    private Viewer? _viewer;
    private OrganizationClock _clock = new(TimeZoneInfo.Utc, TimeProvider.System);
    private bool _ready;

    /// <summary>Network address of the browser for the audit; only in a circuit, which cannot see the request.</summary>
    [Parameter] public string? Address { get; set; }

    /// <summary>Opaque mark of the sign-in for the audit.</summary>
    [Parameter] public string? Session { get; set; }

    /// <summary>The request for this page was refused and recorded.</summary>
    [Parameter] public bool Refused { get; set; }

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
                Navigation.NavigateTo("/account/login", forceLoad: true);
                return;
            }
        }

        _clock = new OrganizationClock(_viewer?.Zone ?? DemoZone, Time);
        _ready = true;
    }

    /// <summary>On signed-out pages there is no organisation yet: the demo's is shown.</summary>
    private static TimeZoneInfo DemoZone => TimeZoneInfo.TryFindSystemTimeZoneById("Africa/Lagos", out var zone) ? zone : TimeZoneInfo.Utc;
}
