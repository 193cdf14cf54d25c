namespace MediSecure.Data.Features.Encounters;

/// <summary>Questions about visits and stays that several features ask.</summary>
internal static class EncounterQueries
{
    /// <summary>Those for which the patient came: not planned, cancelled or entered in error.</summary>
    public static IQueryable<Encounter> TookPlace(this IQueryable<Encounter> encounters) =>
        encounters.Where(e => e.Status == EncounterStatus.Arrived || e.Status == EncounterStatus.InProgress || e.Status == EncounterStatus.OnLeave || e.Status == EncounterStatus.Finished);
}
