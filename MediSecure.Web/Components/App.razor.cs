using MediSecure.Data.Access;
using MediSecure.Data.Persistence.DemoData;
using MediSecure.Web.Hosting;
using MediSecure.Web.Ui;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Diagnostics;

namespace MediSecure.Web.Components;

/// <summary>The document. Signed-out and account pages are static and open no circuit; everything else is one interactive circuit without prerendering,
/// so no patient data is ever in the HTML.</summary>
public partial class App
{
    private static readonly InteractiveServerRenderMode Circuit = new(prerender: false);

    [CascadingParameter] private HttpContext Http { get; set; } = default!;

    private string? _token;
    private SessionStanding? _session;

    [Inject] private SessionStore Sessions { get; set; } = default!;

    [Inject] private IAntiforgery Antiforgery { get; set; } = default!;

    [Inject] private DemoMode Demo { get; set; } = default!;

    /// <summary>A page that was refused or does not exist is shown inside the frame too, at its own address.</summary>
    private bool Interactive => Http.User.Identity?.IsAuthenticated == true && (Http.AcceptsInteractiveRouting() || IsRefusedOrMissing);

    private bool IsRefusedOrMissing => Http.Response.StatusCode is StatusCodes.Status403Forbidden or StatusCodes.Status404NotFound
        && Http.Features.Get<IStatusCodeReExecuteFeature>() is { } first && !first.OriginalPath.StartsWith("/account", StringComparison.OrdinalIgnoreCase);

    /// <summary>The first page was refused and that is recorded already; the circuit must not record it twice.</summary>
    private bool Refused => Http.Response.StatusCode == StatusCodes.Status403Forbidden;

    private SkeletonKind Kind => Http.GetEndpoint()?.Metadata.GetMetadata<SkeletonAttribute>()?.Kind ?? SkeletonKind.List;

    // Sets the cookie half of the token while headers can still be sent; the forms of the frame are rendered later, in the circuit.
    protected override async Task OnInitializedAsync()
    {
        _token = Antiforgery.GetAndStoreTokens(Http).RequestToken;
        // As it stands after this very request, which was activity.
        _session = SignIn.UserIdOf(Http.User) is { } userId ? await Sessions.LiveAsync(SignIn.SessionOf(Http.User), userId) : null;
    }
}
