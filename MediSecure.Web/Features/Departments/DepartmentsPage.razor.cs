using MediSecure.Data.Features.Departments;
using MediSecure.Data.Features.Rooms;
using MediSecure.Data.Features.Staff;
using MediSecure.Web.Ui;

namespace MediSecure.Web.Features.Departments;

public partial class DepartmentsPage
{
    private LoadState<IReadOnlyList<DepartmentRow>> _rows = LoadState<IReadOnlyList<DepartmentRow>>.Loading;
    private PlaceTask? _task;
    private PlaceRow? _chosen;
    private bool _closedToo;
    private int _closedCount;

    protected override Task OnInitializedAsync()
    {
        Live(_ => ReloadAsync(), nameof(Department), nameof(Ward), nameof(Room), nameof(StaffDepartment));
        return ReloadAsync();
    }

    private async Task ReloadAsync()
    {
        _rows = await LoadAsync(_rows, Departments.ListAsync, rows => rows.Count == 0);
        _closedCount = _rows.Value?.Sum(d => (d.IsOpen ? 0 : 1) + d.Wards.Count(w => !w.IsOpen)) ?? 0;
    }

    private Task OpenAsync(PlaceTask task, PlaceRow? row = null)
    {
        Problem = null;
        if (task == PlaceTask.Reopen && row is not null)
        {
            return ReopenAsync(row);
        }

        (_task, _chosen) = (task, row);
        return Task.CompletedTask;
    }

    private async Task ReopenAsync(PlaceRow row)
    {
        if (await RunAsync(() => row.Ward is null ? Departments.ReopenAsync(row.Id, CancellationToken.None) : Departments.ReopenWardAsync(row.Id, CancellationToken.None), $"{row.Name} is open again."))
        {
            await ReloadAsync();
        }
    }

    private void Close() => (_task, _chosen) = (null, null);

    private Task SavedAsync()
    {
        Close();
        return ReloadAsync();
    }
}
