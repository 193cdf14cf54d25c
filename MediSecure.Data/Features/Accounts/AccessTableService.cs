using MediSecure.Data.Access;
using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Accounts;

/// <summary>The table of roles and operations as the code has it now.</summary>
public sealed class AccessTableService(MediSecureDb db, OperationTable operations)
{
    public async Task<Result<IReadOnlyList<Operation>>> TableAsync(CancellationToken ct)
    {
        await using var open = await db.OpenAsync(Permission.ViewAccessTable, ct);
        return Result.Of(await operations.GetAsync());
    }
}
