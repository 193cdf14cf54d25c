using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Vitals;

/// <summary>An unusual number of which the person said that it is right.</summary>
public sealed record ConfirmedValue(VitalKind Kind, decimal Value);

/// <summary>A set of observations. What is left empty was not measured.</summary>
public sealed class RecordVitalsForm
{
    /// <summary>Made by the form: saving twice is one set.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>UTC; now when left out.</summary>
    public DateTime? TakenAt { get; set; }

    public decimal? Respiration { get; set; }

    public decimal? Saturation { get; set; }

    [EnumDataType(typeof(SaturationScale))]
    public SaturationScale Scale { get; set; }

    public bool OnOxygen { get; set; }

    public decimal? OxygenFlow { get; set; }

    [EnumDataType(typeof(OxygenDevice))]
    public OxygenDevice? Device { get; set; }

    public decimal? Systolic { get; set; }

    public decimal? Diastolic { get; set; }

    public decimal? Pulse { get; set; }

    [EnumDataType(typeof(Consciousness))]
    public Consciousness? Consciousness { get; set; }

    public decimal? Temperature { get; set; }

    public decimal? Weight { get; set; }

    public decimal? Height { get; set; }

    public decimal? Pain { get; set; }

    public decimal? GcsEye { get; set; }

    public decimal? GcsVerbal { get; set; }

    public decimal? GcsMotor { get; set; }

    public decimal? GcsTotal { get; set; }

    /// <summary>The patient is pregnant: NEWS2 does not apply.</summary>
    public bool Pregnant { get; set; }

    public IReadOnlyList<ConfirmedValue> Confirmed { get; set; } = [];

    public VitalValues Values() => new()
    {
        Respiration = Respiration, Saturation = Saturation, Scale = Scale, OnOxygen = OnOxygen, OxygenFlow = OxygenFlow, Device = Device, Systolic = Systolic, Diastolic = Diastolic, Pulse = Pulse,
        Consciousness = Consciousness, Temperature = Temperature, Weight = Weight, Height = Height, Pain = Pain, GcsEye = GcsEye, GcsVerbal = GcsVerbal, GcsMotor = GcsMotor, GcsTotal = GcsTotal,
    };
}

/// <summary>Weight and height alone.</summary>
public sealed class RecordMeasuresForm
{
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>UTC; now when left out.</summary>
    public DateTime? TakenAt { get; set; }

    public decimal? Weight { get; set; }

    public decimal? Height { get; set; }

    public IReadOnlyList<ConfirmedValue> Confirmed { get; set; } = [];
}

/// <summary>Marks observations as entered in error.</summary>
public sealed class CorrectVitalsForm
{
    public Guid SetId { get; set; }

    [Required(ErrorMessage = "Say what was wrong, for example \"Another patient's values\".")]
    [CleanText(400)]
    [DisplayName("Reason")]
    public string? Reason { get; set; }
}

/// <summary>Orders SpO2 scale 2.</summary>
public sealed class OrderScaleForm
{
    public Guid Id { get; set; } = Guid.CreateVersion7();

    [Required(ErrorMessage = "Say why, for example \"COPD with hypercapnic failure, target 88–92 %\".")]
    [CleanText(400)]
    [DisplayName("Reason")]
    public string? Reason { get; set; }
}

/// <summary>A nurse is worried and asks for a ward review.</summary>
public sealed class RequestReviewForm
{
    public Guid Id { get; set; } = Guid.CreateVersion7();

    [Required(ErrorMessage = "Say what worries you.")]
    [CleanText(400)]
    [DisplayName("Reason")]
    public string? Reason { get; set; }
}

/// <summary>Closes an escalation.</summary>
public sealed class CloseEscalationForm
{
    public Guid EscalationId { get; set; }

    [Required(ErrorMessage = "Say what came of it, for example \"Fluids given, reviewed again at 14:00\".")]
    [CleanText(400)]
    [DisplayName("Outcome")]
    public string? Outcome { get; set; }
}
