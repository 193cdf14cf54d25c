using System.ComponentModel.DataAnnotations;
using MediSecure.Data.Common;

namespace MediSecure.Data.Features.ActivityReviews;

/// <summary>What came of looking at a finding. The first four name it.</summary>
public sealed class ReviewFindingForm
{
    /// <summary>Made by the form, so that a repeated save is the same review.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    [EnumDataType(typeof(FindingKind), ErrorMessage = "Choose a finding from the list.")]
    public FindingKind Kind { get; set; }

    public Guid ActorUserId { get; set; }

    /// <summary>UTC.</summary>
    public DateTime OccurredAt { get; set; }

    [Required(ErrorMessage = "Write what you found out, so that it can be read later."), CleanText(ActivityReview.NoteLength, Lines = true), MinLength(10, ErrorMessage = "Write at least a few words (10 characters)."), Display(Name = "Note")]
    public string? Note { get; set; }
}
