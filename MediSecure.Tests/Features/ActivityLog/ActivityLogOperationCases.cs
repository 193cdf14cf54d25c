using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.ActivityLog;
using MediSecure.Tests.Access;

namespace MediSecure.Tests.Features.ActivityLog;

public sealed class ActivityLogOperationCases : IOperationCases
{
    public IEnumerable<OperationCase> Cases =>
    [
        Case("ListAsync", Permission.ViewActivityLog, async log => await log.ListAsync(new ActivityFilter(), null, default)),
        Case("RecentAsync", Permission.ViewActivityLog, async log => Result.Of(await log.RecentAsync(5, default))),
        Case("ActorsAsync", Permission.ViewActivityLog, async log => Result.Of(await log.ActorsAsync(default))),
        Case("ExportAsync", Permission.ExportActivityLog, async log => await log.ExportAsync(new ActivityFilter(EventCode: nameof(Permission.ViewSlots)), default)),
    ];

    private static OperationCase Case(string method, Permission permission, Func<ActivityLogService, Task<Result>> call) =>
        new($"ActivityLogService.{method}", permission, (_, person) => Task.FromResult<Func<Task<Result>>>(() => call(person.Service<ActivityLogService>())));
}
