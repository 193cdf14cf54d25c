using MediSecure.Data.Features.Departments;
using MediSecure.Data.Features.Staff;
using MediSecure.Data.Features.Organizations;
using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Access;

namespace MediSecure.Tests.Features.Departments;

/// <summary>Open and closed: every state × every action.</summary>
public sealed class DepartmentTests
{
    private static readonly DateTime At = new(2026, 3, 2, 8, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(false, "close", null)]
    [InlineData(true, "close", "department.already-closed")]
    [InlineData(true, "reopen", null)]
    [InlineData(false, "reopen", "department.not-closed")]
    public void A_department_closes_once_and_reopens_once(bool closed, string action, string? refusal)
    {
        var department = new Department(Guid.NewGuid(), Guid.NewGuid(), "Surgery", null);
        if (closed)
        {
            department.Close("Moved", At);
        }

        var result = action == "close" ? department.Close("Painting", At.AddDays(1)) : department.Reopen();

        Assert.Equal(refusal, result.Error?.Code);
        Assert.Equal(refusal is null ? action == "close" : closed, department.ClosedAt is not null);
        Assert.Equal(department.ClosedAt is null, department.ClosedReason is null);
    }

    [Theory]
    [InlineData(false, "close", null)]
    [InlineData(true, "close", "ward.already-closed")]
    [InlineData(true, "reopen", null)]
    [InlineData(false, "reopen", "ward.not-closed")]
    public void A_ward_closes_once_and_reopens_once(bool closed, string action, string? refusal)
    {
        var ward = new Ward(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), "Ward 1");
        if (closed)
        {
            ward.Close("Moved", At);
        }

        var result = action == "close" ? ward.Close("Painting", At.AddDays(1)) : ward.Reopen();

        Assert.Equal(refusal, result.Error?.Code);
        Assert.Equal(refusal is null ? action == "close" : closed, ward.ClosedAt is not null);
    }

    [Theory]
    [InlineData(true, false, "close", null)]
    [InlineData(false, false, "close", "organization.top-cannot-close")]
    [InlineData(true, true, "close", "organization.already-closed")]
    [InlineData(true, true, "reopen", null)]
    [InlineData(true, false, "reopen", "organization.not-closed")]
    public void An_organisation_closes_only_below_another_that_can_reopen_it(bool hasParent, bool closed, string action, string? refusal)
    {
        var organization = new Organization(Guid.NewGuid(), "Clinic", OrganizationType.Clinic, "Africa/Lagos", hasParent ? Guid.NewGuid() : null, "CL", "NGN", "NG");
        if (closed)
        {
            organization.Close(At);
        }

        var result = action == "close" ? organization.Close(At) : organization.Reopen();

        Assert.Equal(refusal, result.Error?.Code);
        Assert.Equal(refusal is null ? action == "close" : closed, organization.ClosedAt is not null);
    }

    [Fact]
    public void Somebody_who_leaves_cannot_be_booked_and_leaves_once()
    {
        var member = new StaffMember(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), "Dr Siobhán O'Brien");
        member.Describe("Dr Siobhán O'Brien", null, null, null, isBookable: true);
        Assert.Equal("dr siobhan obrien", member.SearchName);
        Assert.Equal("staff.still-here", member.Return().Error?.Code);

        Assert.False(member.Leave(At).Failed);
        Assert.False(member.IsBookable);
        Assert.Equal("staff.already-left", member.Leave(At.AddDays(1)).Error?.Code);
        Assert.Equal(At, member.LeftAt);

        Assert.False(member.Return().Failed);
        Assert.Null(member.LeftAt);
    }

    [Fact]
    public void A_role_ends_once_and_keeps_its_end()
    {
        var membership = new OrganizationMembership(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Role.Nurse, At);
        Assert.False(membership.End(At.AddDays(1)).Failed);
        Assert.Equal("membership.already-ended", membership.End(At.AddDays(2)).Error?.Code);
        Assert.Equal(At.AddDays(1), membership.EndedAt);
    }
}
