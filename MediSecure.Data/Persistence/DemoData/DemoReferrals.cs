using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Appointments;
using MediSecure.Data.Features.Patients;
using MediSecure.Data.Features.Referrals;
using MediSecure.Data.Persistence.Encryption;

namespace MediSecure.Data.Persistence.DemoData;

/// <summary>Referrals in every state: within General Hospital, from there to outside and to Clinic Ikoyi, and from Clinic Ikoyi to General Hospital. They need both houses, so they are written last.</summary>
internal sealed class DemoReferrals
{
    /// <summary>At Clinic Ikoyi; referred to cardiology at General Hospital, which has not answered.</summary>
    public const string Waiting = "Folasade Martins";

    /// <summary>At Clinic Ikoyi, and registered at General Hospital, which has reported.</summary>
    public const string Reported = "Kayode Peters";

    /// <summary>Key of Amina Bello's referral to cardiology.</summary>
    public const string Amina = "amina-cardiology";

    private readonly DemoWorld _world;
    private readonly SeedRows _general;
    private readonly SeedRows _ikoyi;

    private DemoReferrals(DemoWorld world, SeedRows general, SeedRows ikoyi) => (_world, _general, _ikoyi) = (world, general, ikoyi);

    public static async Task FillAsync(DemoWorld world, SeedRows general, SeedRows ikoyi, CancellationToken ct)
    {
        new DemoReferrals(world, general, ikoyi).Fill();
        foreach (var seed in new[] { general, ikoyi })
        {
            await seed.InsertAsync(ct);
            await seed.UpdateAsync(seed.Of<RecordNumberCounter>(), ct);
        }
    }

    private void Fill()
    {
        var now = _world.Now;
        var cardiologist = _world.StaffMember(DemoAccounts.General, "Dr Ọláolúwa Fágbèmí").Id;
        var amina = _world.Patient(DemoAccounts.General, "Amina Bello");
        var visit = _general.Of<Appointment>().Where(a => a.PatientId == amina.Id && a.ClinicianId == cardiologist && a.Status == AppointmentStatus.Booked && a.StartsAt > now).MinBy(a => a.StartsAt);
        var adebayo = DemoWorld.UserId("dr.adebayo@chihealth.example");

        // Within the house, and to outside.
        var cardiology = Inside(Amina, amina, "Cardiology", -20, ReferralUrgency.Routine, ReferralCategory.Opinion, "Palpitations with effort, murmur", "Is an echocardiogram needed before her treatment is changed?",
            "Thank you for seeing Amina Bello, who has had palpitations on the stairs for two months. Blood pressure is at target on lisinopril. ECG: sinus rhythm, no changes.\n\nKind regards");
        cardiology.Receive(now.AddDays(-19));
        cardiology.Accept(now.AddDays(-18));
        if (visit is not null)
        {
            cardiology.Book(visit.StartsAt, now.AddDays(-18));
            cardiology.Attach(visit.Id);
        }

        Outside("amina-eye", amina, "Lagos Eye Clinic, 3 Awolowo Road, Ikoyi", "Ophthalmology", -17, ReferralUrgency.Urgent, "Blurred vision in the left eye"); // overdue: 14 days
        Inside("siobhan-surgery", _world.Patient(DemoAccounts.General, "Siobhán O'Brien"), "Surgery", -5, ReferralUrgency.Urgent, ReferralCategory.Treatment, "Gallstones with pain", null, null)
            .Reject("Please send the ultrasound first, then refer again.", now.AddDays(-2));
        var chinedu = _world.Patient(DemoAccounts.General, "Chinedu Eze");
        Inside("chinedu-surgery", chinedu, "Surgery", -3, ReferralUrgency.Routine, ReferralCategory.Opinion, "Inguinal hernia", null, null).Hold("Not fit for surgery before he is home.", now.AddDays(-2));
        Inside("chinedu-nutrition", chinedu, "Nutrition", -9, ReferralUrgency.Routine, ReferralCategory.SharedCare, "Weight loss of 3 kg in two months", null, null)
            .Revoke("Seen on the ward instead.", now.AddDays(-7), adebayo);
        Draft(_general, "amina-nutrition", amina, DemoAccounts.General, "Dr Tunde Adebayo", Place(DemoAccounts.General, "Nutrition"), null, "Dietetics", now.AddHours(-2), ReferralUrgency.Routine, ReferralCategory.SharedCare, "Salt in her food", null, null);

        // To Clinic Ikoyi and back: closed with its report.
        var (closed, closedCopy) = Across("amina-family", _general, _ikoyi, amina, DemoAccounts.General, "Dr Tunde Adebayo", DemoAccounts.Ikoyi, "Family Medicine", -62, ReferralUrgency.Routine, ReferralCategory.SharedCare,
            "Blood pressure checks near her home", "Could she have her pressure taken with you every fortnight?", null);
        Both(closed, closedCopy, r => r.Receive(now.AddDays(-61)), r => r.Accept(now.AddDays(-60)), r => r.Book(now.AddDays(-50), now.AddDays(-60)));
        Report(_general, _ikoyi, closed, closedCopy, "Seen with her home readings: 128 to 136 over 78 to 84. We take her pressure every two weeks and write when it leaves this range.", "Dr Ngozi Okoro", now.AddDays(-49));
        closed.Close(null, now.AddDays(-48), adebayo);

        // From Clinic Ikoyi: waiting, overdue, accepted, rejected, reported.
        var folasade = Register(_ikoyi, DemoAccounts.Ikoyi, new PersonName("Folasade", "Martins"), Sex.Female, new DateOnly(1975, 5, 20));
        Across("folasade-cardiology", _ikoyi, _general, folasade, DemoAccounts.Ikoyi, "Dr Ngozi Okoro", DemoAccounts.General, "Cardiology", -3, ReferralUrgency.Urgent, ReferralCategory.Opinion, "Ankle swelling and breathlessness on two pillows",
            "Heart failure?", "She has been short of breath at night for three weeks. Furosemide 20 mg started on Monday.");
        var others = _world.PatientsAt(DemoAccounts.Ikoyi).Where(p => p.DeceasedAt is null && p.DisplayName is not (Waiting or Reported)).OrderBy(p => p.DisplayName, StringComparer.Ordinal).Take(3).ToList();
        var (late, lateCopy) = Across("ikoyi-late", _ikoyi, _general, others[0], DemoAccounts.Ikoyi, "Dr Ngozi Okoro", DemoAccounts.General, "Surgery", -88, ReferralUrgency.Routine, ReferralCategory.Treatment, "Lump on the back, growing", null, null);
        Both(late, lateCopy, r => r.Receive(now.AddDays(-87)));
        var (taken, takenCopy) = Across("ikoyi-accepted", _ikoyi, _general, others[1], DemoAccounts.Ikoyi, "Dr Ngozi Okoro", DemoAccounts.General, "General Medicine", -6, ReferralUrgency.Urgent, ReferralCategory.Opinion, "Unexplained fever for ten days", null, null);
        Both(taken, takenCopy, r => r.Receive(now.AddDays(-5)), r => r.Accept(now.AddDays(-4)));
        var (refused, refusedCopy) = Across("ikoyi-rejected", _ikoyi, _general, others[2], DemoAccounts.Ikoyi, "Dr Ngozi Okoro", DemoAccounts.General, "General Medicine", -4, ReferralUrgency.Routine, ReferralCategory.Opinion, "Yearly check-up", null, null);
        Both(refused, refusedCopy, r => r.Reject("Check-ups are done at the clinic.", now.AddDays(-3)));
        var kayode = Register(_ikoyi, DemoAccounts.Ikoyi, new PersonName("Kayode", "Peters"), Sex.Male, new DateOnly(1962, 9, 14));
        var kayodeHere = Register(_general, DemoAccounts.General, new PersonName("Kayode", "Peters"), Sex.Male, new DateOnly(1962, 9, 14));
        var (seen, seenCopy) = Across("kayode-medicine", _ikoyi, _general, kayode, DemoAccounts.Ikoyi, "Dr Ngozi Okoro", DemoAccounts.General, "General Medicine", -12, ReferralUrgency.Urgent, ReferralCategory.Opinion, "Diabetes, HbA1c 11 % on two tablets",
            "Is it time for insulin?", "Metformin and gliclazide at full dose. Weight 92 kg, no ketones.");
        Both(seen, seenCopy, r => r.Receive(now.AddDays(-11)), r => r.Accept(now.AddDays(-11)));
        seenCopy.Link(kayodeHere.Id, kayode.BirthDate, now.AddDays(-11));
        Both(seen, seenCopy, r => r.Book(now.AddDays(-4), now.AddDays(-11)));
        Report(_ikoyi, _general, seen, seenCopy, "Started on basal insulin 10 units at night, metformin continued, gliclazide stopped. Taught to measure. Please titrate by 2 units every three days to a fasting 5 to 7 mmol/l.", "Dr Tunde Adebayo", now.AddDays(-3));
    }

    private Referral Inside(string key, Patient patient, string department, int days, ReferralUrgency urgency, ReferralCategory category, string reason, string? question, string? letter)
    {
        var row = Draft(_general, key, patient, DemoAccounts.General, "Dr Tunde Adebayo", Place(DemoAccounts.General, department), null, null, _world.Now.AddDays(days).AddMinutes(-8), urgency, category, reason, question, letter);
        Send(row, days);
        return row;
    }

    private void Outside(string key, Patient patient, string address, string specialty, int days, ReferralUrgency urgency, string reason) =>
        Send(Draft(_general, key, patient, DemoAccounts.General, "Dr Tunde Adebayo", null, address, specialty, _world.Now.AddDays(days).AddMinutes(-8), urgency, ReferralCategory.Opinion, reason, null, null), days);

    private (Referral Sent, IncomingReferral Copy) Across(string key, SeedRows from, SeedRows to, Patient patient, string sender, string referrer, string receiver, string department, int days, ReferralUrgency urgency,
        ReferralCategory category, string reason, string? question, string? letter)
    {
        var place = Place(receiver, department);
        var sent = Draft(from, key, patient, sender, referrer, place, null, null, _world.Now.AddDays(days).AddMinutes(-8), urgency, category, reason, question, letter);
        Send(sent, days);
        var row = _world.Cipher.Row<IncomingReferral>(to.Db, sent.Id);
        var copy = new IncomingReferral(to.Db.OrganizationId, place.DepartmentId, sent, new ReferralSender(from.Db.OrganizationId, sender, referrer),
            new ReferredPerson(new PersonName(patient.GivenName, patient.FamilyName, patient.MiddleName, patient.Title), patient.Sex, patient.BirthDate, patient.RecordNumber, row.Seal(nameof(IncomingReferral.Phone), "+234 8031112223")),
            row.Seal(nameof(IncomingReferral.Reason), reason), row.Seal(nameof(IncomingReferral.Question), question), row.Seal(nameof(IncomingReferral.Letter), letter), null);
        to.Add(copy);
        return (sent, copy);
    }

    private static void Both(Referral sent, IncomingReferral copy, params ReadOnlySpan<Func<ReferralTask, Result>> steps)
    {
        foreach (var step in steps)
        {
            if (step(sent).Failed || step(copy).Failed)
            {
                throw new InvalidOperationException("A referral of the demo takes a step that is not legal.");
            }
        }
    }

    private void Report(SeedRows from, SeedRows to, Referral sent, IncomingReferral copy, string text, string by, DateTime at)
    {
        sent.Complete(_world.Cipher.Row<Referral>(from.Db, sent.Id).Seal(nameof(Referral.Report), text), by, at);
        copy.Complete(_world.Cipher.Row<IncomingReferral>(to.Db, copy.Id).Seal(nameof(IncomingReferral.Report), text), by, at);
    }

    private Referral Draft(SeedRows seed, string key, Patient patient, string organization, string referrer, PlaceOf? place, string? outside, string? specialty, DateTime at, ReferralUrgency urgency, ReferralCategory category,
        string reason, string? question, string? letter)
    {
        var id = DemoWorld.Id("referral", key);
        var staff = _world.StaffMember(organization, referrer);
        var row = _world.Cipher.Row<Referral>(seed.Db, id);
        var isOwn = place?.OrganizationId == seed.Db.OrganizationId;
        var referral = new Referral(id, seed.Db.OrganizationId, patient.Id, new ReferralFacts(place is null ? ReferralTo.Outside : isOwn ? ReferralTo.Department : ReferralTo.Organization, isOwn ? place!.DepartmentId : null,
            place is null || isOwn ? null : place.OrganizationId, place is null || isOwn ? null : place.DepartmentId, outside ?? (isOwn ? place!.Department : $"{place!.Organization}, {place.Department}"), specialty ?? place!.Specialty, urgency, category,
            row.Seal(nameof(Referral.Reason), reason), row.Seal(nameof(Referral.Question), question), row.Seal(nameof(Referral.Letter), letter), null), staff.Id, staff.UserId, true, at);
        seed.Add(referral);
        return referral;
    }

    private void Send(Referral referral, int days)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Africa/Lagos");
        var at = _world.Now.AddDays(days);
        referral.Send(referral.ReferrerUserId, at, LocalDay.Bounds(zone, LocalDay.Of(zone, at).AddDays(referral.TargetDays)).EndsAt);
    }

    private PlaceOf Place(string organization, string department)
    {
        var here = _world.Organization(organization);
        var found = _world.Departments.Single(d => d.OrganizationId == here.Id && d.Name == department);
        return new PlaceOf(here.Id, here.Name, found.Id, found.Name, found.Specialty ?? found.Name);
    }

    private Patient Register(SeedRows seed, string organization, PersonName name, Sex sex, DateOnly birthDate)
    {
        var counter = seed.Of<RecordNumberCounter>().Single();
        var prefix = _world.Organization(organization).RecordNumberPrefix;
        var patient = new Patient(DemoWorld.Id("patient", organization, name.Display), seed.Db.OrganizationId, $"{prefix}-{counter.Next()}", name, sex, birthDate, _world.Now.AddDays(-40));
        var row = _world.Cipher.Row<Patient>(seed.Db, patient.Id);
        patient.SetContact(new PatientContact { Phone = row.SealIndexed(nameof(Patient.Phone), organization == DemoAccounts.General ? "+234 8031112225" : "+234 8031112224", "NG"), Address = row.Seal(nameof(Patient.Address), "27 Awolowo Road, Ikoyi") });
        _world.Patients.Add(patient);
        seed.Add(patient);
        seed.AddRange(SearchText.Words(name.Display).Select(word => new PatientSearchWord(seed.Db.OrganizationId, patient.Id, word)));
        return patient;
    }

    private sealed record PlaceOf(Guid OrganizationId, string Organization, Guid DepartmentId, string Department, string Specialty);
}
