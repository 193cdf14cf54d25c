using MediSecure.Data.Features.Patients;

namespace MediSecure.Web.Features.Patients;

/// <summary>How a patient's facts are written on a screen.</summary>
public static class PatientLooks
{
    public static IReadOnlyList<Sex?> Sexes { get; } = [Sex.Female, Sex.Male, Sex.Other, Sex.Unknown];

    public static string Word(this Sex sex) => sex switch
    {
        Sex.Female => "Female",
        Sex.Male => "Male",
        Sex.Other => "Other",
        _ => "Unknown",
    };

    /// <summary>For tables and banners: F, M, X or U.</summary>
    public static string Letter(this Sex sex) => sex switch
    {
        Sex.Female => "F",
        Sex.Male => "M",
        Sex.Other => "X",
        _ => "U",
    };

    public static IReadOnlyList<ChartRestriction?> Restrictions { get; } = [ChartRestriction.Staff, ChartRestriction.Vip, ChartRestriction.Psychiatric];

    public static string Words(this ChartRestriction kind) => kind switch
    {
        ChartRestriction.Staff => "Works here",
        ChartRestriction.Vip => "In the public eye",
        _ => "Psychiatric",
    };
}
