using MediSecure.Data.Features.Nutrition;
using MediSecure.Data.Features.Vitals;
using MediSecure.Web.Features.Vitals;
using MediSecure.Web.Ui;
using MudBlazor;

namespace MediSecure.Web.Features.Nutrition;

/// <summary>How scores and consults read and look.</summary>
public static class NutritionLooks
{
    public static ChipLook Of(MustStatus status, int? score, MustRisk? risk) => status switch
    {
        MustStatus.Scored => risk switch
        {
            MustRisk.High => new(Tone.Critical, Icons.Material.Outlined.PriorityHigh, $"MUST {score}, high risk"),
            MustRisk.Medium => new(Tone.Warning, Icons.Material.Outlined.PriorityHigh, $"MUST {score}, medium risk"),
            _ => new(Tone.Success, Icons.Material.Outlined.CheckCircle, $"MUST {score}, low risk"),
        },
        MustStatus.Incomplete => new(Tone.Warning, Icons.Material.Outlined.HelpOutline, "MUST incomplete"),
        _ => new(Tone.Neutral, Icons.Material.Outlined.RemoveCircleOutline, "MUST does not apply"),
    };

    public static ChipLook Of(ConsultStatus status) => status switch
    {
        ConsultStatus.Requested => new(Tone.Warning, Icons.Material.Outlined.NotificationImportant, "Requested"),
        ConsultStatus.Accepted => new(Tone.Info, Icons.Material.Outlined.HowToReg, "Accepted"),
        ConsultStatus.Done => new(Tone.Success, Icons.Material.Outlined.CheckCircle, "Done"),
        ConsultStatus.Declined => new(Tone.Neutral, Icons.Material.Outlined.Block, "Declined"),
        _ => new(Tone.Neutral, Icons.Material.Outlined.RemoveCircleOutline, "Withdrawn"),
    };

    public static ChipLook Of(ConsultUrgency urgency) => urgency == ConsultUrgency.Urgent
        ? new(Tone.Critical, Icons.Material.Outlined.PriorityHigh, "Urgent") : new(Tone.Neutral, Icons.Material.Outlined.Schedule, "Routine");

    public static string Word(ConsultUrgency urgency) => urgency == ConsultUrgency.Urgent ? "Urgent: today" : "Routine: within the next days";

    public static string Word(MustInput input) => input switch
    {
        MustInput.Weight => $"a weight of the last {Must.WeightDays} days",
        MustInput.Height => "a height",
        MustInput.WeightLoss => "the loss of weight",
        _ => "whether acutely ill without intake",
    };

    /// <summary><c>Missing: a height, the loss of weight.</c></summary>
    public static string Missing(IReadOnlyList<MustInput> missing) => $"Missing: {string.Join(", ", missing.Select(Word))}.";

    /// <summary>What stands in the place of a BMI, or the BMI with its class.</summary>
    public static string Words(Bmi? bmi, int ageYears, bool pregnant) => bmi is { } known ? $"{VitalLooks.Number(known.Value)} kg/m², {VitalLooks.Word(known.Class)} (WHO)"
        : pregnant ? "Not valid in pregnancy" : ageYears < Bmi.LeastAge ? $"No class under {Bmi.LeastAge} years" : "Needs weight and height";

    /// <summary>Why there is no score.</summary>
    public static string WhyNot(int ageYears, bool pregnant) => pregnant ? "MUST and BMI are not valid in pregnancy." : $"MUST is for adults: this patient is {ageYears} years old.";

    public static string Answer(bool? acutelyIll) => acutelyIll switch { true => "yes", false => "no", _ => "not assessed" };
}
