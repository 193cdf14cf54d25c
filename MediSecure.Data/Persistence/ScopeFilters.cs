using System.Linq.Expressions;
using System.Reflection;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Features.Organizations;
using MediSecure.Data.Features.Patients;
using MediSecure.Data.Features.Referrals;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Persistence;

/// <summary>Names of the query filters that every owned entity carries.</summary>
public static class ScopeFilters
{
    public const string Organization = "Organization";
    public const string PatientCompartment = "PatientCompartment";

    /// <summary>On rows that no person's request reads.</summary>
    public const string JobsOnly = "JobsOnly";
}

public sealed partial class MediSecureDbContext
{
    // Read by the filters as parameters of each query. EF folds the null tests away, so that a query in one organisation is a plain equality on the leading key column.
    private Guid? FilterOrganizationId => Scope.ReferralId is null ? Scope.OrganizationId : Guid.Empty; // on the other side of a referral nothing belongs to the scope but that referral

    private Guid? FilterReferralOrganizationId => Scope.ReferralId is null ? Guid.Empty : Scope.OrganizationId;

    private Guid? FilterReferralId => Scope.ReferralId;

    private IReadOnlyList<Guid> FilterTreeIds => Scope.TreeIds;

    private Guid? FilterPatientId => Scope.PatientId;

    private Guid? FilterUserId => Scope.UserId;

    private void ApplyScopeFilters(ModelBuilder builder)
    {
        foreach (var type in builder.Model.GetEntityTypes().Select(t => t.ClrType).Where(t => typeof(IOrganizationOwned).IsAssignableFrom(t)).ToList())
        {
            Apply(nameof(FilterByOrganization), type);
            if (type.GetProperty("PatientId") is { } property && type != typeof(Patient))
            {
                Apply(property.PropertyType == typeof(Guid) ? nameof(FilterByPatient) : nameof(FilterByNullablePatient), type);
            }
        }

        builder.Entity<Patient>().HasQueryFilter(ScopeFilters.PatientCompartment, p => FilterPatientId == null || p.Id == FilterPatientId);
        builder.Entity<Organization>().HasQueryFilter(ScopeFilters.Organization,
            o => o.Id == FilterOrganizationId || (FilterOrganizationId == null && FilterTreeIds.Contains(o.Id)));
        // Own organisation, or one's own roles anywhere: the organisation switcher needs the second.
        builder.Entity<OrganizationMembership>().HasQueryFilter(ScopeFilters.Organization,
            m => m.OrganizationId == FilterOrganizationId || (FilterOrganizationId == null && FilterTreeIds.Contains(m.OrganizationId)) || m.UserId == FilterUserId);

        builder.Entity<Referral>().HasQueryFilter(ScopeFilters.Organization, r => r.OrganizationId == FilterOrganizationId || (FilterOrganizationId == null && FilterTreeIds.Contains(r.OrganizationId))
            || (r.OrganizationId == FilterReferralOrganizationId && r.Id == FilterReferralId));
        builder.Entity<IncomingReferral>().HasQueryFilter(ScopeFilters.Organization, r => r.OrganizationId == FilterOrganizationId || (FilterOrganizationId == null && FilterTreeIds.Contains(r.OrganizationId))
            || (r.OrganizationId == FilterReferralOrganizationId && r.Id == FilterReferralId));

        builder.Entity<Encryption.OrganizationKey>().HasQueryFilter(ScopeFilters.JobsOnly, k => FilterUserId == null);

        void Apply(string method, Type type) =>
            GetType().GetMethod(method, BindingFlags.NonPublic | BindingFlags.Instance)!.MakeGenericMethod(type).Invoke(this, [builder]);
    }

    private void FilterByOrganization<T>(ModelBuilder builder) where T : class, IOrganizationOwned
    {
        if (typeof(T) == typeof(Organization) || typeof(T) == typeof(OrganizationMembership) || typeof(T).IsAssignableTo(typeof(ReferralTask)))
        {
            return;
        }

        Expression<Func<T, bool>> filter = e => e.OrganizationId == FilterOrganizationId || (FilterOrganizationId == null && FilterTreeIds.Contains(e.OrganizationId));
        builder.Entity<T>().HasQueryFilter(ScopeFilters.Organization, filter);
    }

    private void FilterByPatient<T>(ModelBuilder builder) where T : class =>
        builder.Entity<T>().HasQueryFilter(ScopeFilters.PatientCompartment, e => FilterPatientId == null || EF.Property<Guid>(e, "PatientId") == FilterPatientId);

    private void FilterByNullablePatient<T>(ModelBuilder builder) where T : class =>
        builder.Entity<T>().HasQueryFilter(ScopeFilters.PatientCompartment, e => FilterPatientId == null || EF.Property<Guid?>(e, "PatientId") == FilterPatientId);
}
