using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Fluids;

/// <summary>One amount in or out.</summary>
public sealed class RecordFluidForm
{
    /// <summary>Made by the form: saving twice is one entry.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    [Required(ErrorMessage = "Choose what went in or came out.")]
    [EnumDataType(typeof(FluidKind))]
    public FluidKind? Kind { get; set; }

    [Required(ErrorMessage = "Enter the amount in mL. Zero is a value.")]
    [Range(0, 10_000, ErrorMessage = "The amount lies between 0 and 10,000 mL.")]
    public int? Millilitres { get; set; }

    [CleanText(200)]
    [DisplayName("Note")]
    public string? Note { get; set; }

    /// <summary>UTC; now when left out.</summary>
    public DateTime? TakenAt { get; set; }
}

/// <summary>Marks an entry as entered in error.</summary>
public sealed class CorrectFluidForm
{
    public Guid EntryId { get; set; }

    [Required(ErrorMessage = "Say what was wrong.")]
    [CleanText(400)]
    [DisplayName("Reason")]
    public string? Reason { get; set; }
}
