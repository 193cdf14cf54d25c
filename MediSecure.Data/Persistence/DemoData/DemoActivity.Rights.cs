using MediSecure.Data.Access;
using MediSecure.Data.Features.ActivityLog;
using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Features.ActivityReviews;
using MediSecure.Data.Features.Patients;

namespace MediSecure.Data.Persistence.DemoData;

/// <summary>Who opened Amina Bello's record, and one finding of each kind for the activity review: some wait, some too long, one is reviewed.</summary>
internal sealed partial class DemoActivity
{
    private void Rights()
    {
        if (_organization.Name != DemoAccounts.General)
        {
            return;
        }

        _reach = TimeSpan.FromDays(20);
        var amina = _world.Patient(_organization.Name, "Amina Bello").Id;
        Opens("Joy Okafor", amina, TimeSpan.FromHours(3));
        Opens("Dr Tunde Adebayo", amina, TimeSpan.FromHours(2.6));
        Opens("Bisi Lawal", amina, TimeSpan.FromHours(26));
        Opens("Grace Udoh", amina, TimeSpan.FromHours(51));
        Opens("Dr Efua Mensah", amina, TimeSpan.FromDays(12));
        Tell(nameof(Permission.EditPatient), AuditAction.Update, Person("Grace Udoh"), _world.Now.AddHours(-50.9), amina, nameof(Patient), amina, AuditOutcome.Success, null, (nameof(Patient.Phone), null, null));
        Opens(DemoWorld.UserId("amina.bello@example.com"), amina, TimeSpan.FromHours(30));
        Opens(DemoWorld.UserId("amina.bello@example.com"), amina, TimeSpan.FromHours(9));

        _onBehalfOf = amina;
        Opens(DemoWorld.UserId("musa.bello@example.com"), amina, TimeSpan.FromHours(20));
        _onBehalfOf = null;

        Opens(DemoRights.StaffPatient, _world.Patient(_organization.Name, DemoRights.StaffPatient).Id, TimeSpan.FromHours(7));
        if (_world.PatientsAt(_organization.Name).FirstOrDefault(p => p.FamilyName == "Okafor") is { } namesake)
        {
            Opens("Joy Okafor", namesake.Id, TimeSpan.FromHours(98));
        }

        var hour = new DateTime(_world.Now.Year, _world.Now.Month, _world.Now.Day, _world.Now.Hour, 0, 0, DateTimeKind.Utc).AddHours(-22);
        foreach (var (patient, minute) in _world.PatientsAt(_organization.Name).Skip(2).Take(ActivityFinding.ManyRecords + 4).Select((patient, minute) => (patient, minute)))
        {
            Tell(nameof(Permission.ViewPatient), AuditAction.Read, Person("Kemi Balogun"), hour.AddMinutes(5 + minute), patient.Id, nameof(Patient), patient.Id);
        }

        Tell(nameof(Permission.ExportActivityLog), AuditAction.Read, Person("Ifeoma Obi"), _world.Now.AddHours(-33), type: nameof(AuditEvent), reason: "1240 events, filter: days");
        Tell(nameof(Permission.GrantRole), AuditAction.Create, Person(DemoPeople.SecondAdministrator), _world.Now.AddHours(-20), type: nameof(AdministratorProposal), id: DemoPeople.Proposal);
        Tell(nameof(Permission.GrantRole), AuditAction.Create, Person(DemoPeople.SecondAdministrator), _world.Now.AddDays(-2), type: nameof(OrganizationMembership), id: DemoPeople.OwnRole);
        for (var i = 0; i < ActivityFinding.ManyRefusals + 1; i++)
        {
            Tell(nameof(Permission.ViewPatient), AuditAction.Execute, Person("Sam Etim"), _world.Now.AddDays(-4).AddSeconds(i * 20), outcome: AuditOutcome.Refused, reason: "page");
            Tell(nameof(Permission.ViewActivityLog), AuditAction.Execute, Person("Femi Ojo"), _world.Now.AddDays(-6).AddSeconds(i * 20), outcome: AuditOutcome.Refused, reason: "page");
        }

        if (Person("Femi Ojo") is { } accountant && Person("Ifeoma Obi") is { } reviewer)
        {
            var finding = new ActivityFinding(FindingKind.Refusals, accountant, null, _world.Now.AddDays(-6), _world.Now.AddDays(-6).AddSeconds(60), ActivityFinding.ManyRefusals + 1);
            _seed.Add(ActivityReview.Make(DemoWorld.Id("activity-review", "refusals"), _organization.Id, finding, reviewer, _world.Now.AddDays(-5),
                "Looked for the list of payments and took the log for it. Shown where the bills are; nothing was seen.").Value);
        }

        _reach = Reach;
    }

    private void Opens(string who, Guid patient, TimeSpan ago) => Opens(Person(who), patient, ago);

    private void Opens(Guid? who, Guid patient, TimeSpan ago) => Tell(nameof(Permission.ViewPatient), AuditAction.Read, who, _world.Now - ago, patient, nameof(Patient), patient);
}
