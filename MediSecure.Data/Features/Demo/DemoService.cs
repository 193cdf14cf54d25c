using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Persistence.DemoData;

namespace MediSecure.Data.Features.Demo;

/// <summary>What an administrator may do with the demo itself.</summary>
public sealed class DemoService(MediSecureDb db, DemoMode demo)
{
    /// <summary>Replaces everything with fresh demo data now: what anybody changed is gone, people stay signed in, open pages ask again. Refused on a real database.</summary>
    public async Task<Result> ResetAsync(CancellationToken ct)
    {
        DemoResetBy by;
        await using (var open = await db.OpenAsync(Permission.ResetDemo, ct))
        {
            by = new DemoResetBy(open.ActorId, open.OrganizationId, open.ActorRoles);
        }

        if (!demo.Enabled)
        {
            return DemoErrors.NotADemo;
        }

        await demo.ResetAsync(by, CancellationToken.None);
        return Result.Ok;
    }
}
