using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Summaries;

/// <summary>Why a summary cannot be made.</summary>
public static class SummaryErrors
{
    public static readonly Error MissingGlyphs = Error.Conflict("summary.missing-glyphs",
        "The summary contains letters that the file's font does not have, and gaps in a medical record are dangerous. "
        + "Print from the browser instead, where the fonts for Arabic, Ethiopic, Devanagari, Chinese and other scripts are; look the sheets over before you hand them out.");
}
