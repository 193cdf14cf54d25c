using MediSecure.Data.Features.Accounts;

namespace MediSecure.Web.Components.Account;

/// <summary>Why somebody sees the sign-in page although they were signed in, as a word in the address and as a sentence. A word that is not known says nothing.</summary>
internal static class EndWords
{
    public static string Code(SessionEnd why) => why switch
    {
        SessionEnd.Idle => "idle",
        SessionEnd.Limit => "limit",
        SessionEnd.EndedByOwner => "ended",
        SessionEnd.EndedByAdministrator => "administrator",
        SessionEnd.Replaced => "replaced",
        SessionEnd.SignedOut => "out",
        _ => throw new ArgumentOutOfRangeException(nameof(why)),
    };

    public static string? Sentence(string? code) => code switch
    {
        "idle" => "You were signed out because nobody had used the page for a while. Sign in to go on where you were.",
        "limit" => "You were signed out because one sign-in lasts only so long. Sign in to go on where you were.",
        "ended" => "This session was ended from another of your browsers. If that was not you, sign in, change your password and tell your administrator.",
        "administrator" => "An administrator ended this session. Sign in again, or ask them why.",
        "replaced" => "Somebody signed in anew in this browser. Sign in to go on.",
        "passkey" => "The passkey did not open this house. Try again, or sign in with your password.",
        "password" => "Your password is set. Sign in with it now.",
        "email" => "Your new e-mail is confirmed. Sign in with it now.",
        "out" => "You signed out in another tab of this browser.",
        _ => null,
    };
}
