using MediSecure.Data.Features.Consents;

namespace MediSecure.Web.Features.Consents;

/// <summary>How decisions are called.</summary>
public static class ConsentLooks
{
    public static IReadOnlyList<ConsentScope?> Scopes { get; } = [.. Enum.GetValues<ConsentScope>().Select(one => (ConsentScope?)one)];

    public static string Word(this ConsentScope scope) => scope switch
    {
        ConsentScope.ElectronicMail => "The hospital may write by e-mail",
        ConsentScope.KeepOutPerson => "Keep a person out of the record",
        ConsentScope.KeepOutDepartment => "Keep a department out of the record",
        _ => throw new ArgumentOutOfRangeException(nameof(scope)),
    };

    public static string Sentence(ConsentRow row) => row.Scope switch
    {
        ConsentScope.ElectronicMail => "The hospital may write by e-mail",
        _ => $"{row.Grantee ?? "Somebody who left"} does not open the record, but in an emergency",
    };
}
