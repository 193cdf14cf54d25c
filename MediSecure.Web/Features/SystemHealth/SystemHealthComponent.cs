using MediSecure.Data.Features.SystemHealth;
using MediSecure.Web.Ui;
using Microsoft.AspNetCore.Components;

namespace MediSecure.Web.Features.SystemHealth;

/// <summary>Base of what shows the system's health: asks at once and then every ten seconds, because machinery changes without anybody saving anything.</summary>
public abstract class SystemHealthComponent : FeatureComponent
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    [Inject] private SystemHealthService Health { get; set; } = default!;

    [Inject] private TimeProvider Time { get; set; } = default!;

    protected LoadState<SystemHealthDetail> State { get; private set; } = LoadState<SystemHealthDetail>.Loading;

    protected override async Task OnInitializedAsync()
    {
        Live(_ => ReloadAsync(), "AppUser");
        await ReloadAsync();
        _ = RepeatAsync();
    }

    protected async Task ReloadAsync() => State = await LoadAsync(State, Health.ReadAsync);

    private async Task RepeatAsync()
    {
        while (true)
        {
            await Task.Delay(Every, Time, Closing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            if (Closing.IsCancellationRequested)
            {
                return;
            }

            await ReloadAsync();
            await InvokeAsync(StateHasChanged);
        }
    }
}
