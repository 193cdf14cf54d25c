using MediSecure.Data.Features.Consents;
using MediSecure.Data.Persistence;

namespace MediSecure.Data.Access;

/// <summary>Whose records a member of staff does not open because the patient said so: asked by the doors beside <see cref="CareRelationship"/>, in the same query. Only emergency access opens them.</summary>
internal static class KeptOut
{
    /// <summary>Patients in the scope of <paramref name="db"/> who keep this member of staff, or a department of theirs, out at <paramref name="now"/>; to be put into a query.</summary>
    public static IQueryable<Guid> Patients(MediSecureDbContext db, Guid staffMemberId, DateTime now)
    {
        var departments = db.StaffDepartments.Where(d => d.StaffMemberId == staffMemberId).Select(d => d.DepartmentId);
        return db.Consents.Where(c => c.WithdrawnAt == null && c.StartsAt <= now && (c.EndsAt == null || c.EndsAt > now)
            && ((c.Scope == ConsentScope.KeepOutPerson && c.StaffMemberId == staffMemberId) || (c.Scope == ConsentScope.KeepOutDepartment && c.DepartmentId != null && departments.Contains(c.DepartmentId.Value)))).Select(c => c.PatientId);
    }
}
