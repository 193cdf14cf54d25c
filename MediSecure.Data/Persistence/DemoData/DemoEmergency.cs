using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Features.EmergencyAccess;
using MediSecure.Data.Features.Organizations;
using MediSecure.Data.Features.Patients;

namespace MediSecure.Data.Persistence.DemoData;

/// <summary>Restricted charts, one of each kind, and emergency access in every state: open now, to review, overdue, judged either way.</summary>
internal static class DemoEmergency
{
    private const string Officer = "Ifeoma Obi";
    private const string VipLiesIn = "303-A";

    private static readonly (string Person, double HoursAgo, EmergencyReason Reason, string Explanation, EmergencyOutcome? Outcome, string? Note)[] Grants =
    [
        ("Dr Chiamaka Nwosu", 0.3, EmergencyReason.LifeThreatening, "Brought to theatre bleeding, allergies and blood group needed before induction.", null, null),
        ("Halima Yusuf", 9, EmergencyReason.UrgentCare, "Relatives called about chest pain; the doctor on call was in theatre.", null, null),
        ("Ken Adeyemi", 80, EmergencyReason.CoveringColleague, "Counter question about a warfarin dose, the ward pharmacist was away.", null, null),
        ("Dr Tunde Adebayo", 6 * 24, EmergencyReason.UrgentCare, "Telephone call from the ambulance, collapsed at the bus stop outside.", EmergencyOutcome.Justified, "Ambulance record seen."),
        ("Mary Ude", 12 * 24, EmergencyReason.Other, "Wanted to see whether the neighbour is doing better.", EmergencyOutcome.NotJustified, "No part in the treatment. Spoken to on the same day; the patient was informed."),
    ];

    public static void Fill(SeedRows seed, DemoWorld world, Organization organization)
    {
        if (organization.Name != DemoAccounts.General)
        {
            return;
        }

        var officer = world.StaffMember(organization.Name, Officer).UserId;
        var inpatients = world.BedStays.Where(s => s.OrganizationId == organization.Id && s.ReleasedAt is null).Select(s => s.PatientId).ToHashSet();
        var others = world.PatientsAt(organization.Name).Where(p => p.DeceasedAt is null && p.UserId is null && !inpatients.Contains(p.Id)).ToList();

        var bed = world.Beds.Single(b => b.OrganizationId == organization.Id && b.Label == VipLiesIn);
        var vip = world.BedStays.Single(s => s.BedId == bed.Id && s.ReleasedAt is null).PatientId;
        Restrict(world.Patients.Single(p => p.Id == vip), ChartRestriction.Vip, 2);
        Restrict(others[^1], ChartRestriction.Psychiatric, 40);
        Restrict(others[^2], ChartRestriction.Staff, 90);

        foreach (var (number, (person, hoursAgo, reason, explanation, outcome, note)) in Grants.Index())
        {
            var at = world.Now.AddHours(-hoursAgo);
            var id = DemoWorld.Id("emergency", organization.Name, $"{number}");
            var grant = new EmergencyGrant(id, organization.Id, others[^(3 + number)].Id, world.StaffMember(organization.Name, person).UserId, reason, world.Cipher.Row<EmergencyGrant>(seed.Db, id).Seal(nameof(EmergencyGrant.Explanation), explanation),
                StepUpKind.Password, at, organization.EmergencyMinutes);
            if (outcome is { } judged)
            {
                grant.Review(officer, at.AddHours(20), judged, note);
            }

            seed.Add(grant);
        }

        void Restrict(Patient patient, ChartRestriction kind, int daysAgo) => patient.Restrict(kind, world.Now.AddDays(-daysAgo), officer);
    }
}
