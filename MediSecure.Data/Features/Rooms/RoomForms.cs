using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Rooms;

/// <summary>A new room.</summary>
public class CreateRoomForm
{
    public Guid Id { get; set; } = Guid.CreateVersion7();

    [Required(ErrorMessage = "Give the room its number, as the door says it.")]
    [CleanText(20)]
    [DisplayName("Number")]
    public string? Number { get; set; }

    [Required(ErrorMessage = "Choose the kind of room.")]
    public RoomKind? Kind { get; set; } = RoomKind.PatientRoom;

    [Required(ErrorMessage = "Choose the department.")]
    public Guid? DepartmentId { get; set; }

    /// <summary>Required for a patient room, empty for any other.</summary>
    public Guid? WardId { get; set; }

    [CleanText(60)]
    [DisplayName("Remark")]
    public string? Label { get; set; }
}

/// <summary>Changes to a room.</summary>
public sealed class EditRoomForm : CreateRoomForm
{
    /// <summary>Of the room as it was read.</summary>
    public Guid Version { get; set; }
}

/// <summary>Takes a room, and its beds, out of use.</summary>
public sealed class CloseRoomForm
{
    public Guid RoomId { get; set; }

    [Required(ErrorMessage = "Say why the room is closed.")]
    [CleanText(400)]
    [DisplayName("Reason")]
    public string? Reason { get; set; }
}
