using MediSecure.Data.Common;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace MediSecure.Tests.Architecture;

public sealed class ModelRulesTests
{
    /// <summary>Not owned by an organisation, and why.</summary>
    private static readonly HashSet<string> Exempt =
    [
        "AppUser", "IdentityUserClaim", "IdentityUserLogin", "IdentityUserToken", "IdentityUserPasskey",   // sign-ins: Identity needs them unfiltered; they carry no name and no chart
        "RecoveryCode",                                                                                     // of a person, as the sign-in
        "UserSession",                                                                                      // of a person, who may work at several organisations
        "ClinicianBusy",                                                                                    // the one declared exception: when, never where or whose
        "DiagnosisCode",                                                                                    // a public list of codes, the same for everybody: no patient, no organisation
        "DatabaseMark", "DataProtectionKey",                                                               // facts and keys of the whole database
    ];

    /// <summary>Keys and indexes that cannot begin with the organisation, and why.</summary>
    private static readonly HashSet<string> ExemptKeys =
    [
        "IX_OrganizationMemberships_User",                                                                  // a person's roles anywhere, for the switcher
    ];

    /// <summary>Texts without an end, and why.</summary>
    private static readonly HashSet<string> Unbounded =
    [
        "IdentityPasskeyData.Name",                                                                         // inside a JSON column; Identity cuts it
        "AuditEvent.Changes",                                                                               // JSON that AuditWriter cuts at 30,000 characters
    ];

    private static IModel House => Model<MediSecureDbContext>(options => new MediSecureDbContext(options), o => o.UseNpgsql("Host=nowhere"));

    private static IModel Offenders => Model<OffendingContext>(options => new OffendingContext(options), o => o.UseNpgsql("Host=nowhere"));

    private static IModel Model<T>(Func<DbContextOptions<T>, T> make, Action<DbContextOptionsBuilder<T>> configure) where T : DbContext
    {
        var builder = new DbContextOptionsBuilder<T>();
        configure(builder);
        using var db = make(builder.Options);
        return db.GetService<IDesignTimeModel>().Model;
    }

    [Fact]
    public void Everything_is_owned_by_an_organisation() => DependencyRulesTests.Holds(ModelRules.EverythingIsOwned(House, Exempt));

    [Fact]
    public void The_list_of_the_unowned_names_only_what_is_there() =>
        Assert.Empty(Exempt.Except(House.GetEntityTypes().Select(entity => entity.ClrType.Name.Split('`')[0])));

    [Fact]
    public void Everything_is_owned_by_an_organisation_can_fail() =>
        Assert.Equal(["Nobodys", "Unfiltered", "Unfiltered"], ModelRules.EverythingIsOwned(Offenders, new HashSet<string>()).Select(Named).Order());

    [Fact]
    public void Keys_begin_with_the_organisation() => DependencyRulesTests.Holds(ModelRules.KeysBeginWithTheOrganisation(House, ExemptKeys));

    [Fact]
    public void Keys_begin_with_the_organisation_can_fail()
    {
        var violations = ModelRules.KeysBeginWithTheOrganisation(Offenders, new HashSet<string>()).ToList();
        Assert.Contains(violations, violation => violation.Contains("Crossing → Unfiltered", StringComparison.Ordinal));
        Assert.Contains(violations, violation => violation.Contains("Crossing: IX_ByName begins with Name", StringComparison.Ordinal));
        Assert.Contains(violations, violation => violation.Contains("Unfiltered: PK_", StringComparison.Ordinal));
    }

    [Fact]
    public void Columns_are_bounded() => DependencyRulesTests.Holds(ModelRules.ColumnsAreBounded(House, Unbounded));

    [Fact]
    public void Columns_are_bounded_can_fail()
    {
        var violations = ModelRules.ColumnsAreBounded(Offenders, new HashSet<string>()).ToList();
        Assert.Contains(violations, violation => violation.Contains("Crossing.Name has no greatest length", StringComparison.Ordinal));
        Assert.Contains(violations, violation => violation.Contains("Crossing.Day is not stored as text", StringComparison.Ordinal));
        Assert.Contains(violations, violation => violation.Contains("Crossing has no version", StringComparison.Ordinal));
    }

    /// <summary>A value is bound to its row's id, and a rotation goes through a table by it.</summary>
    [Fact]
    public void Rows_with_encrypted_fields_have_the_usual_key() => Assert.All(House.GetEntityTypes().Where(entity => entity.GetProperties().Any(property => property.ClrType == typeof(EncryptedText))),
        entity => Assert.Equal(["OrganizationId", "Id"], entity.FindPrimaryKey()!.Properties.Select(property => property.Name)));

    private static string Named(string violation) => violation.Split(' ')[1];

    private sealed class Nobodys
    {
        public Guid Id { get; set; }
    }

    private sealed class Unfiltered : IPatientOwned
    {
        public Guid Id { get; set; }

        public Guid OrganizationId { get; set; }

        public Guid PatientId { get; set; }
    }

    private sealed class Crossing : IOrganizationOwned, IVersioned
    {
        public Guid Id { get; set; }

        public Guid OrganizationId { get; set; }

        public Guid UnfilteredId { get; set; }

        public string Name { get; set; } = "";

        public DayOfWeek Day { get; set; }

        public Guid Version { get; set; }
    }

    private sealed class OffendingContext(DbContextOptions<OffendingContext> options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.Entity<Nobodys>();
            modelBuilder.Entity<Unfiltered>();
            modelBuilder.Entity<Crossing>(crossing =>
            {
                crossing.HasQueryFilter("Organization", row => row.OrganizationId == Guid.Empty);
                crossing.HasKey(row => new { row.OrganizationId, row.Id });
                crossing.HasOne<Unfiltered>().WithMany().HasForeignKey(row => row.UnfilteredId);
                crossing.HasIndex(row => row.Name).HasDatabaseName("IX_ByName");
            });
        }
    }
}
