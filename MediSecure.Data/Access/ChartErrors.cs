using MediSecure.Data.Common;

namespace MediSecure.Data.Access;

/// <summary>Why a chart of the caller's own organisation does not open. Neither says more of the patient than the search did.</summary>
public static class ChartErrors
{
    public static readonly Error NotYourPatient = new("chart.not-your-patient",
        "This patient is not in your care: you have no visit or stay with them, and they are not in a department of yours now. The attempt has been recorded. "
        + "In an emergency you can open the chart for a limited time; a colleague who is responsible for it can also add you to the treatment.", ErrorKind.Denied);

    /// <summary>The same code: what can be done about it is the same.</summary>
    public static readonly Error KeptOut = NotYourPatient with
    {
        Message = "This patient has decided that you, or your department, do not open the chart. The attempt has been recorded and the patient can read it. "
            + "In an emergency you can open the chart for a limited time, with a reason that somebody else reviews.",
    };

    public static readonly Error NoExport = new("chart.no-export-in-emergency",
        "Emergency access opens the chart to read and to treat: no file is exported under it. The attempt has been recorded.", ErrorKind.Denied);

    public static readonly Error ReasonNeeded = new("chart.reason-needed",
        "This chart is restricted. Say why you open it; the reason is recorded and the patient can read it.", ErrorKind.Denied, "Reason");

    public static readonly Error ReasonTooShort = Error.Invalid("chart.reason-too-short", $"Say why you open this chart in at least {ShortestReason} characters.", "Reason");

    /// <summary>Characters of the reason for a restricted chart.</summary>
    public const int ShortestReason = 8;

    public const int LongestReason = 200;
}
