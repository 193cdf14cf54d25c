using Bunit;
using Bunit.TestDoubles;
using MediSecure.Data.Access;
using MediSecure.Tests.Access;
using MediSecure.Web;
using MediSecure.Web.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;

namespace MediSecure.Tests.Support;

/// <summary>A component over the real services of a SQLite database, looked at by a person with real roles: loading, empty, failed, ready; what each role sees; the flow of dialogs.
/// Test logic, not markup. <c>public sealed class BedBoardPageTests(SqliteDatabase db) : ComponentTest(db), IClassFixture&lt;SqliteDatabase&gt;</c></summary>
public abstract class ComponentTest : BunitContext
{
    protected ComponentTest(SqliteDatabase db)
    {
        Db = db;
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices();
        Services.AddSingleton<TimeProvider>(db.Clock);
        Services.AddSingleton<IAnnouncer>(Announced);
    }

    protected SqliteDatabase Db { get; }

    /// <summary>What the live region said.</summary>
    protected RecordedAnnouncer Announced { get; } = new();

    /// <summary>This person looks: services act as them, policies and the cascaded viewer are theirs. Call it once, before rendering.</summary>
    protected async Task LookAsAsync(ActingPerson person)
    {
        Services.AddFallbackServiceProvider(person.Services);
        var viewer = await new ViewerSource(person.Service<CurrentAccess>(), Db.Clock).GetAsync() ?? throw new InvalidOperationException("This person belongs to no organisation.");
        RenderTree.Add<CascadingValue<Viewer>>(value => value.Add(one => one.Value, viewer));
        var authorization = this.AddAuthorization();
        authorization.SetAuthorized(viewer.Name);
        authorization.SetPolicies([.. viewer.Roles.SelectMany(RolePermissions.Of).Distinct().Select(permission => permission.ToString())]);
    }

    /// <summary>The known person with these roles looks.</summary>
    protected async Task<ActingPerson> LookAsAsync(params Role[] roles)
    {
        var person = Db.As(roles);
        await LookAsAsync(person);
        return person;
    }
}

/// <summary>Remembers what was announced.</summary>
public sealed class RecordedAnnouncer : IAnnouncer
{
    public List<string> All { get; } = [];

    public void Say(string text) => All.Add(text);

    public void Done(string text) => All.Add(text);
}
