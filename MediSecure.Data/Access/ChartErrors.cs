using MediSecure.Data.Common;

namespace MediSecure.Data.Access;

/// <summary>Why a chart of the caller's own organisation does not open. Neither says more of the patient than the search did.</summary>
public static class ChartErrors
{
    public static readonly Error NotYourPatient = new("chart.not-your-patient",
        "This patient is not in your care: you have no visit or stay with them, and they are not in a department of yours now. The attempt has been recorded. "
        + "In an emergency you can open the chart for a limited time; a colleague who is responsible for it can also add you to the treatment.", ErrorKind.Denied);

    public static readonly Error ReasonNeeded = new("chart.reason-needed",
        "This chart is restricted. Say why you open it; the reason is recorded and the patient can read it.", ErrorKind.Denied, "Reason");

    public static readonly Error ReasonTooShort = Error.Invalid("chart.reason-too-short", $"Say why you open this chart in at least {ShortestReason} characters.", "Reason");

    /// <summary>Characters of the reason for a restricted chart.</summary>
    public const int ShortestReason = 8;

    public const int LongestReason = 200;
}
