using MediSecure.Data.Persistence.DemoData;

namespace MediSecure.Web;

public static class DemoAccountWords
{
    /// <summary>Where the account works, as the start page says it: <c>General Hospital and Clinic Ikoyi</c>.</summary>
    public static string Where(this DemoAccount account)
    {
        var places = string.Join(" and ", account.Organizations.Select(name => name is DemoAccounts.Network ? name : name.Replace("ChiHealth ", "", StringComparison.Ordinal)));
        return account.Note is null ? places : $"{places} ({account.Note})";
    }
}
