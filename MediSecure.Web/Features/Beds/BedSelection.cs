namespace MediSecure.Web.Features.Beds;

/// <summary>What a tile tells its board.</summary>
/// <param name="Select">The person pressed this bed.</param>
public sealed record BedSelection(Func<Guid, Task> Select);
