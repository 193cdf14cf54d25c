using MediSecure.Data.Access;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Tests.Architecture;

/// <summary>Each rule of the house, and its twin: the same rule over small offenders, which it must name, and over their blameless neighbours, which it must not.</summary>
public sealed class DependencyRulesTests
{
    private const string Offenders = "MediSecure.Tests.Architecture.Offenders";

    /// <summary>Entities: whatever has a mapping of its own.</summary>
    internal static readonly HashSet<Type> Entities = [.. typeof(Permission).Assembly.GetTypes()
        .SelectMany(type => type.GetInterfaces())
        .Where(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IEntityTypeConfiguration<>))
        .Select(face => face.GetGenericArguments()[0])];

    private static readonly HashSet<string> EntityNames = [.. Entities.Select(entity => entity.FullName!)];

    /// <summary>Who may go round filters, guard or audit, and why.</summary>
    private static readonly string[] Bypasses =
    [
        "MediSecure.Data.Features.Organizations.OrganizationService",   // the rows of organisations directly below, to reopen one that is closed
        "MediSecure.Data.Features.Appointments.BusyTimesService",       // when a clinician or room is taken, without saying by whom, past a patient's compartment
        "MediSecure.Data.Features.Patients.PatientService",             // inner parts of names, by a function that compares the organisation itself
        "MediSecure.Data.Access.OrganizationTree",                      // the one function that reads organisation ids across the boundary
        "MediSecure.Data.Access.ReferralExchange",                      // names of departments that take referrals from elsewhere
        "MediSecure.Data.Persistence.DatabaseGate",                     // role and schema questions at start and for health
        "MediSecure.Data.Persistence.DatabaseProbe",                    // asks the database's catalogues about itself
        "MediSecure.Data.Persistence.DatabaseRules",                    // the rules EF cannot express, and the tables of the memory database
        "MediSecure.Data.Persistence.Encryption.KeyRotation",           // encrypts rows anew: nothing of what they say changes
        "MediSecure.Data.Persistence.KeyRing",                          // the key ring of cookies
        "MediSecure.Data.Persistence.MediSecureDbContext",              // advisory locks of LockAsync
        "MediSecure.Data.Persistence.RowSecurity",                      // the policies, put on by the verb migrate
        "MediSecure.Data.Persistence.RowSecurityInterceptor",           // the settings that the policies compare with
        "MediSecure.Data.Persistence.SchemaMigration",                  // advisory lock and grants of the verb migrate
        "MediSecure.Data.Persistence.DemoData.BulkPatients",            // COPY into an empty database
        "MediSecure.Data.Persistence.DemoData.SeedRows",                // the demo's rows into an empty database
        "MediSecure.Data.Persistence.DemoData.DatabaseSeed",            // counts organisations of an empty database, VACUUM
    ];

    [Fact]
    public void Data_knows_no_screen() => Holds(DependencyRules.DataKnowsNoScreen(Code.Data, "MediSecure.Data"));

    [Fact]
    public void Data_knows_no_screen_can_fail() =>
        Names(DependencyRules.DataKnowsNoScreen(Code.Tests, $"{Offenders}.D1"), ["ReadsTheRequest"], ["KeepsToItself"]);

    [Fact]
    public void Only_services_and_configurations_know_entity_framework() =>
        Holds(DependencyRules.OnlyServicesAndConfigurationsKnowEntityFramework(Code.Data, DependencyRules.Features));

    [Fact]
    public void Only_services_and_configurations_know_entity_framework_can_fail() =>
        Names(DependencyRules.OnlyServicesAndConfigurationsKnowEntityFramework(Code.Tests, $"{Offenders}.D2"), ["EntityThatKnowsTheDatabase"], ["BedService"]);

    [Fact]
    public void Screens_know_no_database() =>
        Holds(DependencyRules.ScreensKnowNoDatabase(Code.Web, "MediSecure.Web.Features", "MediSecure.Web.Dashboards", "MediSecure.Web.Ui"));

    [Fact]
    public void Screens_know_no_database_can_fail() =>
        Names(DependencyRules.ScreensKnowNoDatabase(Code.Tests, $"{Offenders}.D2", $"{Offenders}.D1"), ["EntityThatKnowsTheDatabase"], ["KeepsToItself"]);

    [Fact]
    public void Only_the_doors_make_contexts()
    {
        string[] allowed = ["MediSecure.Data.Access.MediSecureDb", "MediSecure.Data.DataSetup"];
        Holds(DependencyRules.OnlyTheDoorsMakeContexts(Code.Data, "MediSecure.Data", allowed)
            .Concat(DependencyRules.OnlyTheDoorsMakeContexts(Code.Web, "MediSecure.Web", allowed)));
    }

    [Fact]
    public void Only_the_doors_know_the_maker_of_contexts() => Holds(new[] { Code.Data, Code.Web }.SelectMany(code => DependencyRules.IsKnownOnlyTo(code, "MediSecure",
        "MediSecure.Data.Persistence.DatabaseSource", "MediSecure.Data.Access", "MediSecure.Data.Persistence", "MediSecure.Data.DataSetup")));

    /// <summary>Who acts as a job, and why.</summary>
    [Fact]
    public void Only_jobs_use_the_door_of_jobs() => Holds(new[] { Code.Data, Code.Web }.SelectMany(code => DependencyRules.IsKnownOnlyTo(code, "MediSecure",
        "MediSecure.Data.Access.SystemDb", "MediSecure.Data.Access", "MediSecure.Data.Persistence", "MediSecure.Data.DataSetup", "MediSecure.Data.Jobs",
        "MediSecure.Data.Features.Accounts",                            // the first administrator; sign-in events happen before anybody is signed in
        "MediSecure.Web.Verbs", "MediSecure.Web.Hosting")));

    /// <summary>Who crosses from one organisation to another: referrals, by the rows of one referral (decision 0047).</summary>
    [Fact]
    public void Only_referrals_know_the_way_across() => Holds(new[] { Code.Data, Code.Web }.SelectMany(code => DependencyRules.IsKnownOnlyTo(code, "MediSecure",
        "MediSecure.Data.Access.ReferralExchange", "MediSecure.Data.Access", "MediSecure.Data.DataSetup", "MediSecure.Data.Features.Referrals.ReferralService", "MediSecure.Data.Features.Referrals.IncomingReferralService", "MediSecure.Data.Jobs.ReferralVisitJob",
        "MediSecure.Data.Features.ActivityLog.ActivityWords")));

    [Fact]
    public void Who_may_know_a_door_can_fail() =>
        Names(DependencyRules.IsKnownOnlyTo(Code.Tests, $"{Offenders}.D4", "Microsoft.EntityFrameworkCore.IDbContextFactory`1", $"{Offenders}.D4.AllowedToMakeContexts"),
            ["MakesItsOwnContext"], ["AllowedToMakeContexts"]);

    [Fact]
    public void Only_the_doors_make_contexts_can_fail() =>
        Names(DependencyRules.OnlyTheDoorsMakeContexts(Code.Tests, $"{Offenders}.D4", $"{Offenders}.D4.AllowedToMakeContexts"), ["MakesItsOwnContext"], ["AllowedToMakeContexts"]);

    [Fact]
    public void Ways_round_filters_guard_and_audit_are_listed() =>
        Holds(DependencyRules.BypassesAreListed(Code.Data, "MediSecure.Data", Bypasses)
            .Where(violation => !violation.Contains(".Migrations.", StringComparison.Ordinal))
            .Concat(DependencyRules.BypassesAreListed(Code.Web, "MediSecure.Web")));

    [Fact]
    public void Ways_round_filters_guard_and_audit_are_listed_can_fail() =>
        Names(DependencyRules.BypassesAreListed(Code.Tests, $"{Offenders}.D5", $"{Offenders}.D5.Listed"),
            ["LooksRoundTheFilter", "DeletesWithoutAudit", "SpeaksSql", "SpeaksSqlByCommand"], ["Listed"]);

    [Fact]
    public void The_list_of_ways_round_names_only_what_needs_it() => Assert.All(Bypasses, type =>
        Assert.Contains(DependencyRules.BypassesAreListed(Code.Data, "MediSecure.Data"), violation => violation.Contains($" {type}.", StringComparison.Ordinal)));

    [Fact]
    public void Few_call_out() => Holds(new[] { Code.Data, Code.Web }.SelectMany(code => DependencyRules.FewCallOut(code, "MediSecure", "MediSecure.Data.Jobs.SmtpDelivery", "MediSecure.Web.Verbs.CheckHealthVerb")));

    [Fact]
    public void Few_call_out_can_fail() => Names(DependencyRules.FewCallOut(Code.Tests, $"{Offenders}.D14", $"{Offenders}.D14.AsksItsOwnHost"), ["AsksSomebodyElse"], ["AsksItsOwnHost"]);

    private static readonly HashSet<string> Algorithms =
    [
        "AesGcm", "HMACSHA256", "SHA256", "HKDF", "Rfc2898DeriveBytes", "HashAlgorithmName", "ECDsa", "ECCurve", "NamedCurves", "ECParameters", "ECPoint", "RandomNumberGenerator", "CryptographicOperations",
        "CryptographicException", "AuthenticationTagMismatchException", "IncrementalHash", "AsymmetricAlgorithm", "ECAlgorithm", "KeySizes",
    ];

    // RFC 6238 as authenticator apps know it.
    private static readonly Dictionary<string, string> InOnePlace = new() { ["HMACSHA1"] = "MediSecure.Data.Features.Accounts.AuthenticatorCode" };

    [Fact]
    public void Algorithms_are_known_ones() => Holds(new[] { Code.Data, Code.Web }.SelectMany(code => DependencyRules.KnownAlgorithms(code, "MediSecure", Algorithms, InOnePlace)));

    [Fact]
    public void Algorithms_are_known_ones_can_fail() =>
        Names(DependencyRules.KnownAlgorithms(Code.Tests, $"{Offenders}.D14", Algorithms, InOnePlace), ["SumsWithAnOldHash", "MarksWithAnOldHash"], ["SumsRightly"]);

    [Fact]
    public void Signing_in_is_one_place() =>
        Holds(new[] { Code.Data, Code.Web }.SelectMany(code =>
            DependencyRules.SigningInIsOnePlace(code, "MediSecure", "MediSecure.Web.Components.Account", "MediSecure.Data.Features.Accounts")));

    [Fact]
    public void Signing_in_is_one_place_can_fail() =>
        Names(DependencyRules.SigningInIsOnePlace(Code.Tests, $"{Offenders}.D6", $"{Offenders}.D6.Pages", $"{Offenders}.D6.Accounts"),
            ["SignsIn", "KeepsAccounts"], ["KeepsAccountsRightly"]);

    [Fact]
    public void Entities_of_other_features_are_ids() =>
        Holds(DependencyRules.ForeignEntitiesAreIds(Code.Data, DependencyRules.Features, EntityNames)
            // Events of sign-ins belong to the platform's reserved organisation, whose id stands with Organization.
            .Where(violation => !violation.EndsWith("uses MediSecure.Data.Features.Organizations.Organization.PlatformId", StringComparison.Ordinal)));

    [Fact]
    public void Entities_of_other_features_are_ids_can_fail() =>
        Names(DependencyRules.ForeignEntitiesAreIds(Code.Tests, $"{Offenders}.D7", new HashSet<string> { $"{Offenders}.D7.Patients.Patient" }), ["Beds.Bed"], ["BedService", "PatientService"]);

    [Fact]
    public void Features_form_no_cycle() => Holds(DependencyRules.FeaturesFormNoCycle(Code.Data, DependencyRules.Features));

    [Fact]
    public void Features_form_no_cycle_can_fail()
    {
        var violations = DependencyRules.FeaturesFormNoCycle(Code.Tests, $"{Offenders}.D7").ToList();
        Assert.Contains(violations, violation => violation.Contains("Beds → Patients → Wards → Beds", StringComparison.Ordinal));
        Assert.Empty(DependencyRules.FeaturesFormNoCycle(Code.Tests, $"{Offenders}.D2"));
    }

    [Fact]
    public void Service_operations_are_closed() =>
        Holds(ServiceRules.OperationsAreClosed(typeof(Permission).Assembly, DependencyRules.Features, Entities));

    [Fact]
    public void Service_operations_are_closed_can_fail() =>
        Names(ServiceRules.OperationsAreClosed(typeof(Code).Assembly, $"{Offenders}.D8", new HashSet<Type> { typeof(Offenders.D8.Thing) }),
            ["LeakyService.EntityAsync", "LeakyService.EntitiesAsync", "LeakyService.QueryAsync", "LeakyService.UnstoppableAsync", "LeakyService.NotAsync", "LeakyService.TakesAsync"], ["LeakyService.RightAsync"]);

    [Fact]
    public void Pages_name_permissions() => Holds(PageRules.PagesNamePermissions(
        PageRules.Pages(typeof(Program).Assembly, "MediSecure.Web"), Access.OpenPages.Anonymous, Access.OpenPages.SignedIn));

    [Fact]
    public void Pages_name_permissions_can_fail() =>
        Names(PageRules.PagesNamePermissions(PageRules.Pages(typeof(Code).Assembly, $"{Offenders}.D9"), new HashSet<string> { "/listed" }, new HashSet<string>()),
            ["OpenToAll", "NoSuchPolicy", "MerelySignedIn"], ["Guarded", "ListedAsOpen"]);

    [Fact]
    public void Parts_of_pages_ask_the_address_themselves() => Holds(PageRules.PartsAskTheAddressThemselves(Components(typeof(Program).Assembly), nameof(Web.Features.Appointments.AppointmentList))); // the whole of its page, made with it

    [Fact]
    public void Parts_of_pages_ask_the_address_themselves_can_fail() =>
        Names(PageRules.PartsAskTheAddressThemselves(Components(typeof(Code).Assembly).Where(type => type.Namespace == $"{Offenders}.D15"), "WholeOfItsPage"), ["TabThatListens"], ["PageThatListens", "WholeOfItsPage"]);

    [Fact]
    public void Dialogs_say_whose_chart_it_is() => Holds(PageRules.DialogsSayWhose(Code.Web, Components(typeof(Program).Assembly), typeof(Web.Ui.Dialog).FullName!, typeof(Web.Ui.ChartIdentity).FullName!));

    [Fact]
    public void Dialogs_say_whose_chart_it_is_can_fail() =>
        Names(PageRules.DialogsSayWhose(Code.Tests, [.. Components(typeof(Code).Assembly).Where(type => type.Namespace == $"{Offenders}.D13")], typeof(Web.Ui.Dialog).FullName!, typeof(Web.Ui.ChartIdentity).FullName!),
            ["ListWithoutNames", "PageOfOnePatient"], ["StrikeDialog", "EntriesPanel", "ListWithNames"]);

    private static Type[] Components(System.Reflection.Assembly assembly) => [.. assembly.GetTypes().Where(typeof(Microsoft.AspNetCore.Components.IComponent).IsAssignableFrom)];

    [Fact]
    public void Time_is_given_and_nothing_blocks()
    {
        Holds(DependencyRules.TimeIsGivenAndNothingBlocks(Code.Data, "MediSecure.Data", DependencyRules.Features)
            .Concat(DependencyRules.TimeIsGivenAndNothingBlocks(Code.Web, "MediSecure.Web", "MediSecure.Web.Features", "MediSecure.Web.Dashboards", "MediSecure.Web.Ui")));
    }

    [Fact]
    public void Time_is_given_and_nothing_blocks_can_fail() =>
        Names(DependencyRules.TimeIsGivenAndNothingBlocks(Code.Tests, $"{Offenders}.D11", $"{Offenders}.D11"),
            ["ReadsTheWallClock", "FiresAndForgets", "Blocks", "Prints"], ["AsksTheClock"]);

    [Fact]
    public void Only_services_decrypt() => Holds(new[] { Code.Data, Code.Web }.SelectMany(code => DependencyRules.OnlyServicesDecrypt(code, "MediSecure", "MediSecure.Data.Persistence.Encryption",
        "MediSecure.Data.Persistence.Encryption", "MediSecure.Data.Persistence.DemoData", "MediSecure.Data.DataSetup", "MediSecure.Data.Jobs.PatientClaims"))); // the last tells the patient by mail who came in

    [Fact]
    public void Only_services_decrypt_can_fail() =>
        Names(DependencyRules.OnlyServicesDecrypt(Code.Tests, $"{Offenders}.D12", "MediSecure.Data.Persistence.Encryption"), ["DecryptsInAList"], ["NoteService"]);

    [Fact]
    public void Nothing_encrypted_leaves_a_service() => Holds(ServiceRules.NothingEncryptedLeaves(typeof(Permission).Assembly, DependencyRules.Features, typeof(Data.Common.EncryptedText)));

    [Fact]
    public void Nothing_encrypted_leaves_a_service_can_fail() =>
        Names(ServiceRules.NothingEncryptedLeaves(typeof(Code).Assembly, $"{Offenders}.D12", typeof(Data.Common.EncryptedText)), ["NoteService.ListAsync"], ["NoteService.CountAsync"]);

    /// <summary>Operations that show patients and record nothing, each with its reason.</summary>
    private static readonly Dictionary<string, string> SilentReads = new()
    {
        ["EmergencyAccessService.OwnAsync"] = "whether the caller's own emergency access runs, and nothing of the record",
        ["PatientInvitationService.StateAsync"] = "whether a code for a sign-in waits, and nothing of the record",
    };

    [Fact]
    public void Reads_about_patients_are_recorded() => Holds(ReadRules.ReadsAreRecorded(Code.Data, DependencyRules.Features, SilentReads.Keys));

    [Fact]
    public void Reads_about_patients_are_recorded_can_fail() =>
        Names(ReadRules.ReadsAreRecorded(Code.Tests, $"{Offenders}.D13", ["WardService.ListedAsync", "Gone.WardService.LongAgoAsync"]), ["WardService.SilentAsync", "WardService.OfOneAsync", "WardService.LongAgoAsync"],
            ["WardService.ListedAsync", "WardService.RecordedAsync", "WardService.CountAsync", "WardService.ChartAsync"]);

    internal static void Holds(IEnumerable<string> violations) => Assert.Empty(violations.Distinct().Order(StringComparer.Ordinal));

    /// <summary>The twin: every offender is named and no blameless neighbour is.</summary>
    internal static void Names(IEnumerable<string> violations, string[] offenders, string[] blameless)
    {
        var all = violations.ToList();
        Assert.All(offenders, offender => Assert.Contains(all, violation => Mentions(violation, offender)));
        Assert.All(blameless, neighbour => Assert.DoesNotContain(all, violation => Mentions(violation, neighbour)));

        static bool Mentions(string violation, string name) =>
            System.Text.RegularExpressions.Regex.IsMatch(violation.Split(" uses ")[0], $@"\.{System.Text.RegularExpressions.Regex.Escape(name)}(?![A-Za-z0-9])");
    }
}
