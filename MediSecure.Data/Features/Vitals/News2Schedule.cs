namespace MediSecure.Data.Features.Vitals;

/// <summary>What a response means in time.</summary>
public static class News2Schedule
{
    /// <summary>Within which somebody has to come; null where the nurse decides.</summary>
    public static TimeSpan? ReviewWithin(News2Response response) => response switch
    {
        News2Response.Emergency => TimeSpan.FromMinutes(30),
        News2Response.UrgentReview or News2Response.WardReview => TimeSpan.FromHours(1),
        _ => null,
    };

    /// <summary>From when and until when the next set is due. Continuous monitoring is due at once.</summary>
    public static (TimeSpan From, TimeSpan Until) NextSet(News2Response response) => response switch
    {
        News2Response.Routine => (TimeSpan.FromHours(12), TimeSpan.FromHours(12)),
        News2Response.NurseDecides => (TimeSpan.FromHours(4), TimeSpan.FromHours(6)),
        News2Response.Emergency => (TimeSpan.Zero, TimeSpan.FromMinutes(30)),
        _ => (TimeSpan.FromHours(1), TimeSpan.FromHours(1)),
    };

    /// <summary>How often, in words.</summary>
    public static string Often(News2Response response) => response switch
    {
        News2Response.Routine => "every 12 hours",
        News2Response.NurseDecides => "every 4 to 6 hours",
        News2Response.Emergency => "continuously",
        _ => "hourly",
    };

    /// <summary>What has to happen, as a sentence.</summary>
    public static string Sentence(News2Response response) => response switch
    {
        News2Response.Routine => "Observations every 12 hours.",
        News2Response.NurseDecides => "Observations every 4 to 6 hours; the nurse decides whether to ask for a review.",
        News2Response.WardReview => "One parameter has 3 points: observations hourly, urgent ward review.",
        News2Response.UrgentReview => "Observations hourly, urgent review by a clinician within 1 hour. Think of sepsis.",
        _ => "Continuous monitoring, emergency team within 30 minutes. Think of sepsis.",
    };
}
