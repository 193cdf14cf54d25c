using MediSecure.Data.Features.History;

namespace MediSecure.Web.Features.History;

/// <summary>How a history reads on a screen.</summary>
public static class HistoryLooks
{
    public static IReadOnlyList<FamilyRelation?> Relations { get; } = [.. Enum.GetValues<FamilyRelation>().Select(one => (FamilyRelation?)one)];

    public static IReadOnlyList<SmokingStatus> Smoking { get; } = [SmokingStatus.Never, SmokingStatus.Former, SmokingStatus.Current, SmokingStatus.Unknown];

    public static IReadOnlyList<AlcoholUse> Alcohol { get; } = [AlcoholUse.None, AlcoholUse.Occasional, AlcoholUse.Regular, AlcoholUse.Harmful, AlcoholUse.Unknown];

    public static IReadOnlyList<PregnancyOutcome?> Outcomes { get; } = [.. Enum.GetValues<PregnancyOutcome>().Select(one => (PregnancyOutcome?)one)];

    public static string Word(this FamilyRelation relation) => relation == FamilyRelation.AuntOrUncle ? "Aunt or uncle" : relation.ToString();

    public static string Word(this SmokingStatus smoking) => smoking switch
    {
        SmokingStatus.Never => "Never smoked",
        SmokingStatus.Former => "Stopped smoking",
        SmokingStatus.Current => "Smokes",
        _ => "Smoking not known",
    };

    public static string Word(this AlcoholUse alcohol) => alcohol switch
    {
        AlcoholUse.None => "No alcohol",
        AlcoholUse.Occasional => "Alcohol now and then",
        AlcoholUse.Regular => "Alcohol regularly",
        AlcoholUse.Harmful => "Harmful alcohol use",
        _ => "Alcohol not known",
    };
}
