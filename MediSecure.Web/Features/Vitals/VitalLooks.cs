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
    /// <param name="status">Of the newest set.</param>
    /// <param name="score">The last that counts.</param>
    /// <param name="response">What it asks for.</param>
    /// <param name="was"><see cref="Was"/>: said of an incomplete set, which alarms as the last score does.</param>
    public static ChipLook? Of(News2Status? status, int? score, News2Response? response, string? was = null) => status switch
    {
        News2Status.Scored => response switch
        {
            News2Response.Emergency => new(Tone.Critical, Icons.Material.Outlined.Emergency, $"{score} high"),
            News2Response.UrgentReview or News2Response.WardReview => new(Tone.Warning, Icons.Material.Outlined.PriorityHigh, $"{score} medium"),
            _ => new(Tone.Neutral, Icons.Material.Outlined.MonitorHeart, $"{score} low"),
        },
        News2Status.Incomplete => new(response == News2Response.Emergency ? Tone.Critical : Tone.Warning, Icons.Material.Outlined.HelpOutline, was is null ? "incomplete" : $"incomplete, {was}"),
        News2Status.NotApplicable => new(Tone.Neutral, Icons.Material.Outlined.RemoveCircleOutline, "not applicable"),
        _ => null,
    };

    /// <summary><c>was 9 at 08:00</c>, with the day when it was another: the last score while the newest set is incomplete. Null without one.</summary>
    public static string? Was(OrganizationClock clock, int? score, DateTime? scoredAt) =>
        score is { } points && scoredAt is { } at ? string.Create(CultureInfo.InvariantCulture, $"was {points} {(clock.IsToday(at) ? "at" : "on")} {clock.Moment(at)}") : null;

    /// <summary>What is known of a patient who is not here, or was measured before this stay: <c>Last NEWS2 9, Mon 3 Mar 2025, 08:00</c>. Null when there is nothing to say.</summary>
    public static string? Past(OrganizationClock clock, News2Row row)
    {
        var said = row.Status == News2Status.Scored ? Number(row.Score) : Of(row.Status, row.Score, row.Response, Was(clock, row.Score, row.ScoredAt))?.Word;
        return said is null ? null : $"Last NEWS2 {said}, {clock.Format(row.TakenAt)}";
    }

    /// <summary>By when somebody has to come, and how late it is: <c>by 09:30, 12 min late</c>.</summary>
    public static string By(OrganizationClock clock, EscalationRow row) =>
        $"by {clock.Moment(row.DueAt)}{(row is { IsOpen: true, AttendedAt: null } && clock.Late(row.DueAt) is { } late ? $", {late}" : null)}";

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
        { IsFirstDue: true } => new(Tone.Warning, Icons.Material.Outlined.FiberNew, "First set"),
        { Status: News2Status.NotApplicable } => new(Tone.Neutral, Icons.Material.Outlined.RemoveCircleOutline, "As ordered"),
        { Status: News2Status.Incomplete } when row.IsScoreOverdue(now) => new(Tone.Critical, Icons.Material.Filled.Error, "Overdue"),
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
