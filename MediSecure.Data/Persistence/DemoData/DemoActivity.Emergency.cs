using MediSecure.Data.Access;
using MediSecure.Data.Features.ActivityLog;
using MediSecure.Data.Features.EmergencyAccess;

namespace MediSecure.Data.Persistence.DemoData;

internal sealed partial class DemoActivity
{
    /// <summary>What was opened under emergency access, and who judged it; told however long ago, because a review shows it.</summary>
    private void Emergencies()
    {
        _reach = TimeSpan.FromDays(30);
        foreach (var grant in Added<EmergencyGrant>())
        {
            _purpose = AuditPurpose.BreakGlass;
            Tell(nameof(Permission.UseEmergencyAccess), AuditAction.Create, grant.UserId, grant.GrantedAt, grant.PatientId, nameof(EmergencyGrant), grant.Id, AuditOutcome.Success, grant.Reason.Words());
            Tell(nameof(Permission.ViewPatient), AuditAction.Read, grant.UserId, grant.GrantedAt.AddSeconds(8), grant.PatientId, "Patient", grant.PatientId, AuditOutcome.Success, grant.Reason.Words());
            _purpose = AuditPurpose.Operations;
            Tell(nameof(Permission.ReviewEmergencyAccess), AuditAction.Update, grant.ReviewedBy, grant.ReviewedAt, grant.PatientId, nameof(EmergencyGrant), grant.Id, AuditOutcome.Success, null,
                (nameof(EmergencyGrant.Outcome), null, grant.Outcome?.ToString()));
        }

        (_purpose, _reach) = (null, Reach);
    }
}
