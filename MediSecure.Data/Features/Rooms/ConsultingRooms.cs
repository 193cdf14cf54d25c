namespace MediSecure.Data.Features.Rooms;

/// <summary>Where visits can be: asked wherever hours are set, times are offered or a visit is booked.</summary>
internal static class ConsultingRooms
{
    /// <summary>Open consulting rooms among these.</summary>
    public static IQueryable<Room> ForVisits(this IQueryable<Room> rooms) => rooms.Where(r => r.Kind == RoomKind.ConsultingRoom && r.ClosedAt == null);
}
