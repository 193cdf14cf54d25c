namespace MediSecure.Web.Features.Triage;

/// <summary>What is done about somebody in the queue; each but taking has its dialog.</summary>
public enum TriageAction
{
    Assess,
    Vitals,
    Take,
    HandBack,
    Finish,
    Left,
    Mistake,
    Details,
}

/// <summary>Which part of the queue a table shows.</summary>
public enum TriageSection
{
    ToTriage,
    Waiting,
    WithDoctor,
    Closed,
    /// <summary>A few of all who wait, for a dashboard.</summary>
    Brief,
}
