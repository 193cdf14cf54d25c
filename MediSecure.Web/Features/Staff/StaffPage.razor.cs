using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Features.Staff;
using MediSecure.Web.Ui;
using Microsoft.AspNetCore.Components;

namespace MediSecure.Web.Features.Staff;

public partial class StaffPage
{
    private LoadState<StaffDetail> _state = LoadState<StaffDetail>.Loading;
    private Opened? _open;
    private MembershipRow? _ending;
    private Guid _shown;

    private enum Opened
    {
        Edit,
        Grant,
        End,
        Leave,
    }

    [Parameter] public Guid Id { get; set; }

    protected override void OnInitialized() => Live(_ => ReloadAsync(), "StaffMember", "StaffDepartment", "OrganizationMembership", "Appointment");

    protected override async Task OnParametersSetAsync()
    {
        if (_shown != Id)
        {
            (_shown, _open, _state) = (Id, null, LoadState<StaffDetail>.Loading);
            await ReloadAsync();
        }
    }

    private async Task ReloadAsync() => _state = await LoadAsync(_state, ct => Staff.DetailAsync(Id, ct));

    private void Open(Opened what) => (_open, Problem) = (what, null);

    private void Close() => (_open, _ending, Problem) = (null, null, null);

    private Task SavedAsync()
    {
        Close();
        return ReloadAsync();
    }

    private void EndAskedAsync(MembershipRow role)
    {
        _ending = role;
        Open(Opened.End);
    }

    private async Task MarkAsync(MembershipRow role)
    {
        if (await RunAsync(() => Memberships.MarkPrivacyOfficerAsync(role.Id, !role.IsPrivacyOfficer, CancellationToken.None),
            role.IsPrivacyOfficer ? $"{_state.Value?.Name} is no longer a privacy officer." : $"{_state.Value?.Name} is a privacy officer now."))
        {
            await ReloadAsync();
        }
    }

    private async Task EndAsync()
    {
        if (_ending is { } role && await RunAsync(() => Memberships.EndAsync(role.Id, CancellationToken.None), $"{role.Role.Words()} ended for {_state.Value?.Name}."))
        {
            await SavedAsync();
        }
    }

    private async Task LeaveAsync()
    {
        if (await RunAsync(() => Staff.MarkAsLeftAsync(Id, CancellationToken.None), $"{_state.Value?.Name} marked as left. All roles ended."))
        {
            await SavedAsync();
        }
    }

    private async Task ReturnAsync()
    {
        if (await RunAsync(() => Staff.ReturnAsync(Id, CancellationToken.None), $"Return of {_state.Value?.Name} recorded. Give roles now."))
        {
            await SavedAsync();
        }
    }
}
