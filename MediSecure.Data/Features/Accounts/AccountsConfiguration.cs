using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MediSecure.Data.Features.Accounts;

internal sealed class AppUserConfiguration : IEntityTypeConfiguration<AppUser>
{
    public void Configure(EntityTypeBuilder<AppUser> builder)
    {
        builder.ToTable("Users");
        builder.Property(u => u.PhoneNumber).HasMaxLength(64);
        builder.Property(u => u.PasswordHash).HasMaxLength(512);
        builder.Property(u => u.AuthenticatorKey).HasMaxLength(512);
        builder.Property(u => u.SecurityStamp).HasMaxLength(64);
        builder.Property(u => u.ConcurrencyStamp).HasMaxLength(64);
        // Identity looks users up by these alone; an e-mail belongs to one sign-in.
        builder.HasIndex(u => u.NormalizedEmail).IsUnique().HasDatabaseName("UX_Users_Email").Explained(MembershipErrors.EmailTaken);
        ConstraintErrors.Register("UserNameIndex", MembershipErrors.EmailTaken);
    }
}

internal sealed class OrganizationMembershipConfiguration : IEntityTypeConfiguration<OrganizationMembership>
{
    public void Configure(EntityTypeBuilder<OrganizationMembership> builder)
    {
        builder.ToTable("OrganizationMemberships");
        builder.HasKey(m => new { m.OrganizationId, m.Id });
        builder.BelongsToOrganization();
        builder.HasOne<AppUser>().WithMany().HasForeignKey(m => m.UserId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(m => new { m.OrganizationId, m.UserId, m.Role }).IsUnique().HasFilter("\"EndedAt\" IS NULL")
            .HasDatabaseName("UX_OrganizationMemberships_Role")
            .Explained(MembershipErrors.Exists);
        builder.HasIndex(m => m.UserId).HasDatabaseName("IX_OrganizationMemberships_User");
    }
}

internal sealed class AdministratorProposalConfiguration : IEntityTypeConfiguration<AdministratorProposal>
{
    public void Configure(EntityTypeBuilder<AdministratorProposal> builder)
    {
        builder.ToTable("AdministratorProposals", t => t.HasCheckConstraint("CK_AdministratorProposals_AnotherPerson",
            "\"Outcome\" IS NULL OR (\"DecidedBy\" IS NOT NULL AND (\"Outcome\" <> 'Confirmed' OR (\"DecidedBy\" <> \"ProposedBy\" AND \"DecidedBy\" <> \"UserId\")))"));
        ConstraintErrors.Register("CK_AdministratorProposals_AnotherPerson", MembershipErrors.NeedsAnotherPerson);
        builder.HasKey(p => new { p.OrganizationId, p.Id });
        builder.BelongsToOrganization();
        builder.HasOne<AppUser>().WithMany().HasForeignKey(p => p.UserId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(p => p.ProposedBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(p => p.DecidedBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => new { p.OrganizationId, p.UserId }).IsUnique().HasFilter("\"Outcome\" IS NULL").HasDatabaseName("UX_AdministratorProposals_Open")
            .Explained(MembershipErrors.AlreadyProposed);
    }
}

internal sealed class UserSessionConfiguration : IEntityTypeConfiguration<UserSession>
{
    public void Configure(EntityTypeBuilder<UserSession> builder)
    {
        builder.ToTable("UserSessions");
        builder.Property(s => s.Address).HasMaxLength(UserSession.AddressLength);
        builder.Property(s => s.Agent).HasMaxLength(UserSession.AgentLength);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(s => s.UserId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(s => s.UserId).HasDatabaseName("IX_UserSessions_User");
    }
}

internal sealed class RecoveryCodeConfiguration : IEntityTypeConfiguration<RecoveryCode>
{
    public void Configure(EntityTypeBuilder<RecoveryCode> builder)
    {
        builder.ToTable("RecoveryCodes");
        builder.Property(c => c.Mac).HasMaxLength(RecoveryCode.MacBytes);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(c => c.UserId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => c.UserId).HasDatabaseName("IX_RecoveryCodes_User");
    }
}
