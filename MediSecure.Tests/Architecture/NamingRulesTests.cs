using System.Reflection;
using MediSecure.Data.Access;

namespace MediSecure.Tests.Architecture;

public sealed class NamingRulesTests
{
    private static readonly Type[] Data = [.. typeof(Permission).Assembly.GetTypes().Where(Written)];
    private static readonly Type[] Web = [.. typeof(Program).Assembly.GetTypes().Where(Written)];

    private static bool Written(Type type) => !type.IsNested && !type.Name.Contains('<', StringComparison.Ordinal)
        && type.Namespace?.StartsWith("MediSecure", StringComparison.Ordinal) == true && !type.Namespace.Contains("Migrations", StringComparison.Ordinal);

    private sealed class BedHelper
    {
        public DateTime Moment { get; set; }

        public DateTime StartsAt { get; set; }

        public DateOnly Day { get; set; }

        public DateOnly BirthDate { get; set; }

        public Task Save() => Task.CompletedTask;

        public Task SaveAsync() => Task.CompletedTask;
    }

    private sealed class Bedform;

    private sealed class BedForm;

    [Fact]
    public void No_type_has_a_name_that_says_nothing() => DependencyRulesTests.Holds(NamingRules.NoVagueNames(Data.Concat(Web)));

    [Fact]
    public void No_type_has_a_name_that_says_nothing_can_fail() => Assert.Single(NamingRules.NoVagueNames([typeof(BedHelper), typeof(NamingRulesTests)]));

    [Fact]
    public void Instants_end_in_At_and_days_in_On() => DependencyRulesTests.Holds(NamingRules.TimesAreNamed(DependencyRulesTests.Entities.Where(Written)));

    [Fact]
    public void Instants_end_in_At_and_days_in_On_can_fail() =>
        Assert.Equal(["Moment", "Day"], NamingRules.TimesAreNamed([typeof(BedHelper)]).Select(violation => violation.Split(" is a ")[0].Split('.')[^1]));

    [Fact]
    public void Components_with_a_route_are_called_page() => DependencyRulesTests.Holds(NamingRules.RoutedComponentsArePages(PageRules.Pages(typeof(Program).Assembly, "MediSecure.Web")));

    [Fact]
    public void Components_with_a_route_are_called_page_can_fail() => Assert.Single(NamingRules.RoutedComponentsArePages([typeof(BedHelper)]));

    [Fact]
    public void Routes_are_kebab() => DependencyRulesTests.Holds(NamingRules.RoutesAreKebab(PageRules.Pages(typeof(Program).Assembly, "MediSecure.Web").SelectMany(PageRules.Routes)));

    [Theory]
    [InlineData("/Beds", false)]
    [InlineData("/lab_tests", false)]
    [InlineData("beds", false)]
    [InlineData("/lab-tests/{id:guid}", true)]
    [InlineData("/", true)]
    public void Routes_are_kebab_can_fail(string route, bool good) => Assert.Equal(good, !NamingRules.RoutesAreKebab([route]).Any());

    [Fact]
    public void What_can_be_awaited_says_so() => DependencyRulesTests.Holds(NamingRules.AsyncMethodsSayAsync(
        ServiceRules.Services(typeof(Permission).Assembly, DependencyRules.Features).SelectMany(ServiceRules.Operations)));

    [Fact]
    public void What_can_be_awaited_says_so_can_fail() => Assert.Single(NamingRules.AsyncMethodsSayAsync(typeof(BedHelper).GetMethods()));

    [Fact]
    public void Forms_are_called_after_a_verb() => DependencyRulesTests.Holds(NamingRules.FormsStandInForms(Data));

    [Fact]
    public void Forms_are_called_after_a_verb_can_fail() => Assert.Single(NamingRules.FormsStandInForms([typeof(Bedform), typeof(BedForm)]));

    [Fact]
    public void Test_names_are_sentences() => DependencyRulesTests.Holds(NamingRules.TestNamesAreSentences(typeof(NamingRulesTests).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
        .Where(method => method.GetCustomAttributes().Any(attribute => attribute is FactAttribute))));

    [Fact]
    public void Test_names_are_sentences_can_fail() => Assert.Single(NamingRules.TestNamesAreSentences([typeof(BedHelper).GetMethod(nameof(BedHelper.Save))!]));
}
