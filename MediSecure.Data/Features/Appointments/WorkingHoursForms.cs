using System.ComponentModel.DataAnnotations;
using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Appointments;

/// <summary>One weekly period: new, or a change of an existing one (then with its version).</summary>
public sealed class SetWorkingHoursForm
{
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>Null for a new period.</summary>
    public Guid? Version { get; set; }

    /// <summary>Whose hours; null for the opening hours of <see cref="RoomId"/>.</summary>
    public Guid? ClinicianId { get; set; }

    [Display(Name = "Room")]
    public Guid? RoomId { get; set; }

    [Display(Name = "Day")]
    public DayOfWeek Day { get; set; } = DayOfWeek.Monday;

    /// <summary>Local time as typed.</summary>
    [Display(Name = "From"), Required(ErrorMessage = "Type when the hours begin, for example 09:00."), StringLength(10)]
    public string From { get; set; } = "09:00";

    [Display(Name = "To"), Required(ErrorMessage = "Type when the hours end, for example 17:00."), StringLength(10)]
    public string To { get; set; } = "17:00";

    [Display(Name = "Minutes per visit"), Range(TimeSlot.MinMinutes, TimeSlot.MaxMinutes, ErrorMessage = "A visit lasts between 5 and 240 minutes.")]
    public int SlotMinutes { get; set; } = 20;
}

/// <summary>A period of leave in local days, whole days unless times are typed.</summary>
public sealed class AddAbsenceForm
{
    public Guid Id { get; set; } = Guid.CreateVersion7();

    public Guid ClinicianId { get; set; }

    [Display(Name = "First day"), Required(ErrorMessage = "Choose the first day of leave.")]
    public DateOnly? FromOn { get; set; }

    /// <summary>Empty for the beginning of the day.</summary>
    [Display(Name = "From time"), StringLength(10)]
    public string? FromTime { get; set; }

    [Display(Name = "Last day"), Required(ErrorMessage = "Choose the last day of leave.")]
    public DateOnly? ToOn { get; set; }

    /// <summary>Empty for the end of the day.</summary>
    [Display(Name = "To time"), StringLength(10)]
    public string? ToTime { get; set; }

    [Display(Name = "Reason"), Required(ErrorMessage = "Say what kind of leave it is."), CleanText(200)]
    public string? Reason { get; set; }
}
