using MediSecure.Data.Access;
using MediSecure.Web.Features.Allergies;
using MediSecure.Web.Features.Appointments;
using MediSecure.Web.Features.Beds;
using MediSecure.Web.Features.ClinicalNotes;
using MediSecure.Web.Features.Deaths;
using MediSecure.Web.Features.Encounters;
using MediSecure.Web.Features.History;
using MediSecure.Web.Features.Nutrition;
using MediSecure.Web.Features.Problems;
using MediSecure.Web.Features.Referrals;
using MediSecure.Web.Features.Timeline;
using MediSecure.Web.Features.Triage;
using MediSecure.Web.Features.Vitals;

namespace MediSecure.Web.Features.Patients;

/// <summary>A tab of the chart.</summary>
/// <param name="Key">In the address: <c>?tab=notes</c>.</param>
/// <param name="Title">On the tab.</param>
/// <param name="Permission">Who holds it sees the tab.</param>
/// <param name="Panel">A component with a <c>PatientId</c>; made when the tab is opened. It may take the cascaded <c>PatientDetail</c>.</param>
public sealed record ChartTab(string Key, string Title, Permission Permission, Type Panel);

/// <summary>A part of the banner or of the overview: a component with a <c>PatientId</c>.</summary>
public sealed record ChartPart(Permission Permission, Type Component);

/// <summary>The one list of what a patient's chart is made of. Features own the components; here stands only which, in which order, and for whom.</summary>
public static class PatientChart
{
    public const string Overview = "overview";

    public static IReadOnlyList<ChartTab> Tabs { get; } =
    [
        new(Overview, "Overview", Permission.ViewPatient, typeof(OverviewPanel)),
        new("timeline", "Timeline", Permission.ViewTimeline, typeof(TimelinePanel)),
        new("notes", "Notes", Permission.ViewNotes, typeof(NotesPanel)),
        new("vitals", "Vitals", Permission.ViewVitals, typeof(VitalsPanel)),
        new("nutrition", "Nutrition", Permission.ViewNutrition, typeof(NutritionPanel)),
        new("problems", "Problems and allergies", Permission.ViewAllergies, typeof(ProblemsTab)),
        new("visits", "Visits", Permission.ViewPatient, typeof(VisitsPanel)),
        new("referrals", "Referrals", Permission.ViewReferrals, typeof(ReferralsPanel)),
        new("history", "History", Permission.ViewHistory, typeof(HistoryPanel)),
        new("certificates", "Certificates", Permission.ViewCertificates, typeof(Certificates.CertificatesPanel)),
        new("amendments", "Corrections", Permission.ViewAmendments, typeof(Amendments.AmendmentsPanel)),
        new("detail-amendments", "Corrections of details", Permission.AnswerDetailAmendment, typeof(Amendments.DetailAmendmentsPanel)),
        new("rights", "Sign-in and consent", Permission.ManageCarers, typeof(Carers.PatientRightsPanel)),
    ];

    /// <summary>First line of the banner, after name and identifiers: where the patient is.</summary>
    public static IReadOnlyList<ChartPart> Facts { get; } =
    [
        new(Permission.ViewPatient, typeof(PlaceFact)),
        new(Permission.ViewPatient, typeof(TriageFact)),
    ];

    /// <summary>Second line of the banner: what must not be missed. A part shows nothing when there is nothing to say.</summary>
    public static IReadOnlyList<ChartPart> Alerts { get; } =
    [
        new(Permission.ViewAllergies, typeof(AllergyAlert)),
        new(Permission.ViewVitals, typeof(News2Alert)),
    ];

    /// <summary>Beside it, above the contact data.</summary>
    public static IReadOnlyList<ChartPart> OverviewSide { get; } =
    [
        new(Permission.ViewTimeline, typeof(TimelinePanel)),
    ];

    /// <summary>Main column of the overview.</summary>
    public static IReadOnlyList<ChartPart> OverviewParts { get; } =
    [
        new(Permission.ViewProblems, typeof(ActiveProblemsPart)),
        new(Permission.ViewNutrition, typeof(NutritionPart)),
        new(Permission.ViewAppointments, typeof(PatientVisitsPanel)),
        new(Permission.ViewPatient, typeof(PatientStaysPanel)),
        new(Permission.ViewDeath, typeof(DeathPart)),
    ];

    /// <summary>What the summary on paper is made of.</summary>
    public static IReadOnlyList<ChartPart> Print { get; } =
    [
        new(Permission.ViewAllergies, typeof(AllergiesPanel)),
        new(Permission.ViewProblems, typeof(ProblemsPanel)),
        new(Permission.ViewHistory, typeof(HistoryPanel)),
        new(Permission.ViewEncounters, typeof(EncountersPanel)),
    ];

    /// <summary>The tabs that this person sees.</summary>
    public static IReadOnlyList<ChartTab> For(Viewer? viewer) => [.. Tabs.Where(tab => viewer?.May(tab.Permission) == true)];

    /// <summary>The tab that the address names, else the first.</summary>
    public static ChartTab? Chosen(IReadOnlyList<ChartTab> tabs, string? key) => tabs.FirstOrDefault(tab => tab.Key == key) ?? (tabs.Count > 0 ? tabs[0] : null);
}
