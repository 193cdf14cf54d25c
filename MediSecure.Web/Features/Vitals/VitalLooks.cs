using System.Globalization;
using MediSecure.Data.Features.Vitals;
using MediSecure.Web.Ui;
using MudBlazor;

namespace MediSecure.Web.Features.Vitals;

/// <summary>How scores, states and values read and look.</summary>
public static class VitalLooks
{
    /// <summary>What saving says in the live region.</summary>
    public static string Announcement(News2Result news2) => news2.Status switch
    {
        News2Status.Scored => string.Create(CultureInfo.InvariantCulture, $"NEWS2 {news2.Score}"),
        News2Status.Incomplete => "NEWS2 incomplete",
        News2Status.NotApplicable => "NEWS2 not applicable",
        _ => "Measurements saved",
    };

    /// <summary>A score beside a patient: <c>7 high</c>. Null when there is nothing to say.</summary>
    public static ChipLook? Of(News2Status? status, int? score, News2Response? response) => status switch
    {
        News2Status.Scored => response switch
        {
            News2Response.Emergency => new(Tone.Critical, Icons.Material.Outlined.Emergency, $"{score} high"),
            News2Response.UrgentReview or News2Response.WardReview => new(Tone.Warning, Icons.Material.Outlined.PriorityHigh, $"{score} medium"),
            _ => new(Tone.Neutral, Icons.Material.Outlined.MonitorHeart, $"{score} low"),
        },
        News2Status.Incomplete => new(Tone.Warning, Icons.Material.Outlined.HelpOutline, "incomplete"),
        News2Status.NotApplicable => new(Tone.Neutral, Icons.Material.Outlined.RemoveCircleOutline, "not applicable"),
        _ => null,
    };

    /// <summary>Where the score went since the one before.</summary>
    public static (string Icon, string Word)? Trend(int? score, int? before) => (score, before) switch
    {
        ({ } now, { } then) when now > then => (Icons.Material.Outlined.ArrowUpward, "rising"),
        ({ } now, { } then) when now < then => (Icons.Material.Outlined.ArrowDownward, "falling"),
        ({ }, { }) => (Icons.Material.Outlined.TrendingFlat, "steady"),
        _ => null,
    };

    public static ChipLook Of(EscalationRow row, DateTime now) => row switch
    {
        { Status: EscalationStatus.EnteredInError } => new(Tone.Neutral, Icons.Material.Outlined.RemoveCircleOutline, "Withdrawn"),
        { Status: EscalationStatus.PatientLeft } => new(Tone.Neutral, Icons.Material.Outlined.Logout, "Patient left"),
        { Status: EscalationStatus.PatientDied } => new(Tone.Neutral, Icons.Material.Outlined.Info, "Patient died"),
        { Status: EscalationStatus.Closed } => new(Tone.Success, Icons.Material.Outlined.CheckCircle, "Closed"),
        { Status: EscalationStatus.Attended } => new(Tone.Info, Icons.Material.Outlined.PersonPinCircle, "At the bed"),
        _ when row.IsOverdue(now) => new(Tone.Critical, Icons.Material.Filled.Error, "Overdue"),
        { Status: EscalationStatus.Acknowledged } => new(Tone.Info, Icons.Material.Outlined.DirectionsRun, "Acknowledged"),
        _ => new(Tone.Warning, Icons.Material.Outlined.NotificationImportant, "Requested"),
    };

    /// <summary>Whether observations are due.</summary>
    public static ChipLook Due(WardRiskRow row, DateTime now) => row switch
    {
        { Status: News2Status.NotApplicable } => new(Tone.Neutral, Icons.Material.Outlined.RemoveCircleOutline, "As ordered"),
        { Status: null } => new(Tone.Warning, Icons.Material.Outlined.FiberNew, "First set"),
        { Status: News2Status.Incomplete } => new(Tone.Warning, Icons.Material.Outlined.HelpOutline, "Complete the set"),
        _ when row.Overdue < now => new(Tone.Critical, Icons.Material.Filled.Error, "Overdue"),
        { Response: News2Response.Emergency } => new(Tone.Warning, Icons.Material.Outlined.MonitorHeart, "Continuous"),
        _ when row.Due <= now => new(Tone.Info, Icons.Material.Outlined.Schedule, "Due"),
        _ => new(Tone.Neutral, Icons.Material.Outlined.Schedule, "Later"),
    };

    public static string Word(Consciousness state) => state == Consciousness.NewConfusion ? "New confusion" : state.ToString();

    public static string Word(SaturationScale scale) => scale == SaturationScale.One ? "1" : "2";

    public static string Word(OxygenDevice device) => device switch
    {
        OxygenDevice.NasalCannula => "Nasal cannula",
        OxygenDevice.SimpleMask => "Simple mask",
        OxygenDevice.VenturiMask => "Venturi mask",
        OxygenDevice.ReservoirMask => "Reservoir mask",
        OxygenDevice.HighFlow => "High flow",
        OxygenDevice.NonInvasiveVentilation => "Non-invasive ventilation",
        _ => "Ventilator",
    };

    public static string Word(News2Parameter parameter) => parameter switch
    {
        News2Parameter.Respiration => "respiration rate",
        News2Parameter.Saturation => "SpO2",
        News2Parameter.Oxygen => "air or oxygen",
        News2Parameter.Systolic => "systolic",
        News2Parameter.Pulse => "pulse",
        News2Parameter.Consciousness => "consciousness",
        _ => "temperature",
    };

    public static string Word(BmiClass bmi) => bmi switch
    {
        BmiClass.Underweight => "underweight",
        BmiClass.Normal => "normal",
        BmiClass.Overweight => "overweight",
        _ => "obese",
    };

    /// <summary>Who has to come.</summary>
    public static string Ask(News2Response response) => News2Words.Ask(response);

    public static string Number(decimal? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";

    public static string Pressure(VitalValues values) => (values.Systolic, values.Diastolic) switch
    {
        ({ } systolic, { } diastolic) => $"{Number(systolic)}/{Number(diastolic)}",
        ({ } systolic, null) => $"{Number(systolic)}/–",
        (null, { } diastolic) => $"–/{Number(diastolic)}",
        _ => "",
    };

    public static string Oxygen(VitalValues values) => values.OnOxygen switch
    {
        true => string.Join(", ", new[] { values.OxygenFlow is { } flow ? $"{Number(flow)} L/min" : "oxygen", values.Device is { } device ? Word(device).ToLowerInvariant() : null }.OfType<string>()),
        false => "air",
        _ => "",
    };

    /// <summary>What else was measured: <c>62.4 kg, 171 cm, pain 2, GCS 15</c>.</summary>
    public static string Others(VitalValues values) => string.Join(", ", new[]
    {
        values.Weight is { } weight ? $"{Number(weight)} kg" : null,
        values.Height is { } height ? $"{Number(height)} cm" : null,
        values.Pain is { } pain ? $"pain {Number(pain)}" : null,
        values.GcsTotal is { } gcs ? $"GCS {Number(gcs)}" : null,
    }.OfType<string>());
}
