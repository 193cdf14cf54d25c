using MediSecure.Data.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Persistence;

public sealed partial class MediSecureDbContext
{
    public DbSet<OrganizationMembership> OrganizationMemberships => Set<OrganizationMembership>();

    public DbSet<AdministratorProposal> AdministratorProposals => Set<AdministratorProposal>();

    public DbSet<UserSession> UserSessions => Set<UserSession>();

    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();
}
