using MediSecure.Data.Access;
using MediSecure.Data.Features.ActivityLog;
using Microsoft.AspNetCore.Mvc;

namespace MediSecure.Web.Features.ActivityLog;

/// <summary>Hands out the log as a file. A form posts it, with its antiforgery token, because an export leaves an event.</summary>
internal static class ActivityLogExport
{
    public const string Path = "/activity-log/export";

    public static IEndpointRouteBuilder MapActivityLogExport(this IEndpointRouteBuilder app)
    {
        app.MapPost(Path, ExportAsync).RequireAuthorization(nameof(Permission.ExportActivityLog));
        return app;
    }

    private static async Task<IResult> ExportAsync([FromForm] string? person, [FromForm] string? patient, [FromForm] string? operation, [FromForm] string? outcome, [FromForm] string? from, [FromForm] string? until,
        ActivityLogService log, HttpContext http, CancellationToken ct)
    {
        var export = await log.ExportAsync(ActivityLogAddress.Read(person, patient, operation, outcome, from, until), ct);
        if (export.Failed)
        {
            return TypedResults.NotFound();
        }

        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.File(export.Value.Content, "text/csv; charset=utf-8", export.Value.FileName);
    }
}
