namespace MediSecure.Data.Features.EmergencyAccess;

/// <summary>How reasons read: on screens, in mails, and in the events of what was opened, where the patient reads them.</summary>
public static class EmergencyWords
{
    public static string Words(this EmergencyReason reason) => reason switch
    {
        EmergencyReason.LifeThreatening => "Life-threatening emergency",
        EmergencyReason.UrgentCare => "Urgent care, nobody responsible could be reached",
        EmergencyReason.CoveringColleague => "Covering for a colleague",
        EmergencyReason.PatientAsked => "The patient asked for it",
        EmergencyReason.Other => "Another reason",
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };
}
