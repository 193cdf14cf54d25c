using System.Collections.Frozen;

namespace MediSecure.Data.Features.Accounts;

/// <summary>What people choose first, and what guessers therefore try first: words that passwords are made of, and how they are disguised.</summary>
internal static class PasswordWords
{
    /// <summary>Written down in public.</summary>
    public static readonly FrozenSet<string> Published = new[] { Persistence.DemoData.DemoAccounts.Password.ToLowerInvariant(), "correct horse battery staple", "correcthorsebatterystaple" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The 17,000 passwords of eight characters and more that were found most often in what leaked. Read once, when the first password is set.</summary>
    public static FrozenSet<string> Tried => Leaked.Value;

    private static readonly Lazy<FrozenSet<string>> Leaked = new(() =>
    {
        using var stream = typeof(PasswordWords).Assembly.GetManifestResourceStream("MediSecure.Data.Features.Accounts.common-passwords.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && !line.StartsWith("# ", StringComparison.Ordinal)).ToFrozenSet(StringComparer.Ordinal);
    });

    public static readonly string[] Rows = ["qwertyuiop", "qwertzuiop", "azertyuiop", "asdfghjkl", "qsdfghjklm", "zxcvbnm", "yxcvbnm", "1234567890", "!@#$%^&*()", "!\"£$%^&*()"];

    /// <summary>Signs that stand for a letter.</summary>
    public static readonly FrozenDictionary<char, string> Disguises = new Dictionary<char, string>
    {
        ['a'] = "4@", ['b'] = "8", ['c'] = "(", ['e'] = "3", ['g'] = "9", ['i'] = "1!|", ['l'] = "1|", ['o'] = "0", ['s'] = "5$", ['t'] = "7+", ['z'] = "2",
    }.ToFrozenDictionary();

    public static readonly string[] Common = string.Join(' ',
        // the word itself, in several languages, and what stands beside it
        "password passwort passwords passw0rd motdepasse contrasena senha parola geslo haslo wachtwoord pass word code secret geheim login logon signin account user username usuario guest admin administrator root",
        "superuser sysadmin system server default changeme change temp temporary test testing tester demo sample example access open opensesame sesame welcome willkommen bienvenue hello hallo bonjour letmein",
        "trustno iloveyou iloveu loveyou love lovely lover liebe amour amor forever always never baby babygirl babyboy honey sweet sweetheart sugar darling angel princess prince queen king princesa",
        // the house and the trade
        "medisecure chihealth health healthcare hospital clinic clinique klinik medical medicine medic doctor doc nurse nursing patient patients pharmacy pharma pharmacist laboratory lab labs radiology ward surgery surgeon",
        "emergency ambulance reception receptionist accountant finance billing office staff team work worker company business manager support helpdesk security secure safe safety",
        // seasons, months, days
        "spring summer autumn fall winter january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday weekend today tomorrow",
        // people, as lists of leaked passwords have them
        "michael jordan jennifer jessica ashley daniel matthew andrew joshua anthony thomas robert william charlie george maggie nicole michelle hannah amanda samantha sophie andrea alexander david james john maria anna",
        "emmanuel blessing chidi chinedu ngozi adebayo okafor okoro ibrahim musa fatima amina aisha precious sunday faith grace joy gift favour peace mercy goodness godwin victor victoria emeka chioma",
        // what people like
        "football soccer baseball basketball hockey tennis golf chelsea arsenal liverpool manchester united barcelona madrid juventus ronaldo messi superman batman spiderman pokemon pikachu starwars naruto",
        "dragon monkey tiger lion eagle shadow master killer hunter ranger buster cookie chocolate banana orange apple cheese pepper ginger coffee whiskey flower rose butterfly rainbow sunshine sunflower moonlight star stars",
        "computer internet google facebook instagram twitter youtube microsoft windows samsung android iphone samsung yahoo gmail matrix music guitar piano freedom nothing whatever money dollar diamond silver golden gold",
        "jesus christ god heaven church lord praise amen blessed nigeria lagos abuja ikoyi lekki africa naija london paris berlin america canada ghana kenya",
        "black white red blue green yellow purple pink mustang ferrari porsche mercedes harley yamaha corvette camaro biteme fuckyou fuck shit asshole sexy hottie",
        "asdf qwer zxcv qazwsx qaz wsx edc rfv abc xyz one two three four five six seven eight nine ten hundred").Split(' ');
}
