using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Nutrition;

/// <summary>A screening or assessment. Weight and height are not typed: they are those of the observations, named here as they were shown.</summary>
public sealed class AssessNutritionForm
{
    /// <summary>Made by the form: saving twice is one assessment.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>The observations with the weight that was shown; null when none was.</summary>
    public Guid? WeightSetId { get; set; }

    public Guid? HeightSetId { get; set; }

    [Range(0.0, 100.0, ErrorMessage = "The loss is a number from 0 to 100 percent; who gained weight lost 0.")]
    [DisplayName("Unplanned loss of weight")]
    public decimal? LossPercent { get; set; }

    [CleanText(200)]
    [DisplayName("Reason")]
    public string? LossReason { get; set; }

    public bool? AcutelyIll { get; set; }

    [CleanText(400, Lines = true)]
    [DisplayName("Summary")]
    public string? Summary { get; set; }
}

/// <summary>Marks an assessment as entered in error.</summary>
public sealed class CorrectAssessmentForm
{
    public Guid AssessmentId { get; set; }

    [Required(ErrorMessage = "Say what was wrong, for example \"Another patient's weight\".")]
    [CleanText(200)]
    [DisplayName("Reason")]
    public string? Reason { get; set; }
}

/// <summary>Asks a dietitian to see the patient.</summary>
public sealed class RequestConsultForm
{
    /// <summary>Made by the form: asking twice is one consult.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    [Required(ErrorMessage = "Say why a dietitian should come, for example \"Eats less than half of the meals\".")]
    [CleanText(400)]
    [DisplayName("Reason")]
    public string? Reason { get; set; }

    [EnumDataType(typeof(ConsultUrgency))]
    public ConsultUrgency Urgency { get; set; }
}

/// <summary>Declines or withdraws a consult.</summary>
public sealed class CloseConsultForm
{
    public Guid ConsultId { get; set; }

    [Required(ErrorMessage = "Say why, in a few words.")]
    [CleanText(200)]
    [DisplayName("Reason")]
    public string? Reason { get; set; }
}
