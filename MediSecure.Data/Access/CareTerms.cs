namespace MediSecure.Data.Access;

/// <summary>How long a chart stays open to those who treated the patient, and how long emergency access lasts. Settings of the organisation.</summary>
/// <param name="DaysAfterVisit">After a visit with the clinician.</param>
/// <param name="DaysAfterStay">After an inpatient stay for which the clinician was responsible.</param>
/// <param name="EmergencyMinutes">At most <see cref="MostEmergencyMinutes"/>.</param>
public sealed record CareTerms(int DaysAfterVisit, int DaysAfterStay, int EmergencyMinutes)
{
    public const int MostDays = 365;

    public const int FewestEmergencyMinutes = 5;

    /// <summary>The database refuses more as well.</summary>
    public const int MostEmergencyMinutes = 60;

    public static readonly CareTerms Usual = new(30, 30, MostEmergencyMinutes);
}
