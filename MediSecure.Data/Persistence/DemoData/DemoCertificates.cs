using MediSecure.Data.Common;
using MediSecure.Data.Features.Certificates;
using MediSecure.Data.Features.Organizations;
using MediSecure.Data.Features.Patients;

namespace MediSecure.Data.Persistence.DemoData;

/// <summary>Certificates of each kind, one with the diagnosis, one revoked and issued anew.</summary>
internal static class DemoCertificates
{
    public static void Fill(SeedRows seed, DemoWorld world, Organization organization)
    {
        if (organization.Name != DemoAccounts.General)
        {
            return;
        }

        var (now, today, zone) = (world.Now, world.Today(organization), TimeZoneInfo.FindSystemTimeZoneById(organization.TimeZone));
        var (amina, chinedu, zara) = (world.Patient(organization.Name, "Amina Bello"), world.Patient(organization.Name, "Chinedu Eze"), world.Patient(organization.Name, DemoRights.Child));
        var doctor = world.StaffMember(organization.Name, "Dr Tunde Adebayo");
        var visit = DemoWorld.Id("visit", organization.Name, "Amina Bello");
        var counters = new Dictionary<int, CertificateCounter>();

        Issue("wrong", amina, CertificateKind.SickNote, visit, -40, -37, -40, null, null, null).Revoke("The last day was wrong", doctor.UserId, now.AddDays(-39.9));
        Issue("sick", amina, CertificateKind.SickNote, visit, -40, -36, -39.9, null, null, null);
        Issue("attendance", amina, CertificateKind.Attendance, visit, -40, -40, -39.8, null, null, null);
        Issue("school", zara, CertificateKind.SchoolAbsence, null, -8, -4, -4, "The mother telephoned on the first day; the child was seen today", null, null);
        Issue("travel", amina, CertificateKind.FitnessToTravel, null, 2, 16, -0.9, null, null, "Takes her tablets along; no special seat is needed.");
        if (world.Stays.Find(s => s.PatientId == chinedu.Id && s.EndedAt is null) is { } stay)
        {
            var from = LocalDay.Of(zone, stay.StartedAt).DayNumber - today.DayNumber;
            Issue("stay", chinedu, CertificateKind.SickNote, stay.Id, from, from + 9, -0.04, null, "Heart failure, unspecified (I50.9)", null);
        }

        Certificate Issue(string name, Patient patient, CertificateKind kind, Guid? encounter, int from, int until, double daysAgo, string? reason, string? diagnosis, string? remark)
        {
            var (id, at, first, last) = (DemoWorld.Id("certificate", name), now.AddDays(daysAgo), today.AddDays(from), today.AddDays(until));
            var on = LocalDay.Of(zone, at);
            if (!counters.TryGetValue(on.Year, out var counter))
            {
                seed.Add(counters[on.Year] = counter = new CertificateCounter(organization.Id, on.Year));
            }

            var text = CertificateTemplate.Fill(kind, new CertificateFacts(patient.DisplayName, patient.BirthDate, patient.RecordNumber, first, last, encounter is null ? null : first, doctor.Name, doctor.LicenceNumber!, organization.Name, on, diagnosis, remark));
            var code = string.Concat(DemoWorld.Id("certificate-code", name).ToByteArray().Take(Certificate.CodeLength).Select(b => Certificate.CodeLetters[b % Certificate.CodeLetters.Length]));
            var certificate = Certificate.Issue(id, organization.Id, patient.Id, new CertificateTerms(kind, encounter, first, last, reason, diagnosis is not null), (on.Year, counter.Next()), code,
                world.Cipher.Row<Certificate>(seed.Db, id).Seal(nameof(Certificate.Text), text), doctor.Id, doctor.UserId, at);
            seed.Add(certificate);
            return certificate;
        }
    }
}
