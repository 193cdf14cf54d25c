using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Summaries;

namespace MediSecure.Web.Features.Summaries;

/// <summary>Hands out the patient's summary as a file.</summary>
internal static class SummaryDownload
{
    public static IEndpointRouteBuilder MapSummaryDownload(this IEndpointRouteBuilder app)
    {
        app.MapGet("/patients/{id:guid}/summary.pdf", DownloadAsync).RequireAuthorization(nameof(Permission.ExportSummary));
        return app;
    }

    public static string AddressOf(Guid patientId) => $"/patients/{patientId}/summary.pdf";

    private static async Task<IResult> DownloadAsync(Guid id, SummaryService summaries, HttpContext http, CancellationToken ct)
    {
        var made = await summaries.PdfAsync(id, ct);
        http.Response.Headers.CacheControl = "no-store";
        return made switch
        {
            { Failed: false } => TypedResults.File(made.Value.Content, "application/pdf", made.Value.FileName),
            { Error.Kind: ErrorKind.NotFound } => TypedResults.NotFound(),
            _ => TypedResults.Text(made.Error!.Message, "text/plain; charset=utf-8", statusCode: StatusCodes.Status409Conflict),
        };
    }
}
