using MediSecure.Data.Common;
using MediSecure.Data.Features.Appointments;
using MediSecure.Data.Features.Encounters;
using MediSecure.Data.Features.Organizations;
using MediSecure.Data.Features.Patients;
using MediSecure.Data.Features.Staff;

namespace MediSecure.Data.Persistence.DemoData;

/// <summary>Working hours, leave, and four weeks of appointments around today, in every state. Dr Adebayo works round the clock at General Hospital, and his bookings stand only on
/// even steps of his twenty-minute grid, at either of his houses: every second slot of his is free at any time of day.</summary>
internal static class DemoAppointments
{
    private const int Weeks = 2;
    private const int KeptMinute = (14 * 60) + 30; // the cardiologist's last time of the day is Amina's
    private const string RoundTheClock = "Dr Tunde Adebayo";

    private static readonly string[] Reasons =
    [
        "Blood pressure review", "Chest pain follow-up", "Thyroid results", "Headache, new", "Asthma review", "Heart failure review", "Diabetes, HbA1c due", "Migraine follow-up",
        "Medicines review", "Joint pain, new", "Anaemia follow-up", "Wound check", "Antenatal visit", "Vaccination advice", "Sleep problems", "Abdominal pain, review of scan",
    ];

    private static readonly Dictionary<string, (string Room, int From, int To, int Slot)> Desks = new()
    {
        ["Dr Chiamaka Nwosu"] = ("C-3", 8, 14, 30),
        ["Dr Babatunde Alli"] = ("C-4", 9, 16, 30),
        ["Dr Efua Mensah"] = ("C-5", 8, 15, 20),
        ["Dr Ibrahim Sule"] = ("C-2", 13, 17, 30),
        ["Dr Ọláolúwa Fágbèmí"] = ("C-6", 9, 15, 30),
        ["Dr Ngozi Okoro"] = ("K-2", 9, 17, 20),
        ["Dr Aisha Musa"] = ("LC-1", 8, 16, 20),
    };

    public static void Fill(SeedRows seed, DemoWorld world, Organization organization)
    {
        var rows = new Part(seed, world, organization);
        foreach (var clinician in world.StaffAt(organization.Name).Where(s => s.IsBookable && s.LeftAt is null).OrderBy(s => s.Name, StringComparer.Ordinal).ToList())
        {
            rows.FillClinician(clinician);
        }
    }

    private sealed class Part(SeedRows seed, DemoWorld world, Organization organization)
    {
        private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(organization.TimeZone);
        private readonly DateOnly _today = world.Today(organization);
        private readonly DateTime _now = world.Now;
        private readonly Guid _actor = DemoWorld.UserId(organization.Name == DemoAccounts.Lekki ? "admin@lekki.example" : "receptionist@chihealth.example");
        // Amina's and Chinedu's visits are placed by hand; nobody of the others comes twice in one day.
        private readonly List<Patient> _patients = [.. world.PatientsAt(organization.Name).Where(p => p.DeceasedAt is null && p.DisplayName is not ("Amina Bello" or "Chinedu Eze"))];
        private readonly HashSet<(Guid, DateOnly)> _seen = [];
        private int _nextPatient;
        private int _number;

        public void FillClinician(StaffMember clinician)
        {
            var hours = Hours(clinician);
            seed.AddRange(hours);
            var leave = clinician.Name == "Dr Chiamaka Nwosu" ? (From: _today.AddDays(9), Days: 5) : (From: _today, Days: 0);
            var random = DemoWorld.Random($"appointments:{organization.Name}:{clinician.Name}");
            for (var offset = -7 * Weeks; offset <= 7 * Weeks; offset++)
            {
                var on = _today.AddDays(offset);
                if (on < leave.From || on >= leave.From.AddDays(leave.Days))
                {
                    FillDay(clinician, hours, on, random);
                }
            }

            if (leave.Days > 0)
            {
                seed.Add(new Absence(DemoWorld.Id("absence", organization.Name, clinician.Name), organization.Id, clinician.Id, LocalDay.Bounds(_zone, leave.From).StartsAt,
                    LocalDay.Bounds(_zone, leave.From.AddDays(leave.Days)).StartsAt, "Annual leave"));
            }

            if (organization.Name == DemoAccounts.General && clinician.Name == "Dr Ọláolúwa Fágbèmí")
            {
                FillAmina(clinician, hours);
            }

            if (organization.Name == DemoAccounts.General && clinician.Name == RoundTheClock)
            {
                // He treats her too: in a slot that nobody else gets.
                Add(clinician, world.Patient(DemoAccounts.General, "Amina Bello"), hours[0].RoomId, At(_today.AddDays(-3), (14 * 60) + 20), At(_today.AddDays(-3), (14 * 60) + 40), AppointmentStatus.Fulfilled,
                    "Blood pressure review", 9);
            }
        }

        private List<WorkingHours> Hours(StaffMember clinician)
        {
            if (clinician.Name == RoundTheClock && organization.Name == DemoAccounts.General)
            {
                return [.. Enum.GetValues<DayOfWeek>().Select(day => Period(clinician, "C-1", day, 0, 24, 20))];
            }

            if (clinician.Name == RoundTheClock)
            {
                return [Period(clinician, "K-1", DayOfWeek.Tuesday, 9, 13, 20), Period(clinician, "K-1", DayOfWeek.Thursday, 9, 13, 20)];
            }

            var desk = Desks.GetValueOrDefault(clinician.Name, ("", 9, 13, 30));
            var days = new[] { DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday };
            return desk.Item3 - desk.Item2 > 5
                ? [.. days.SelectMany(day => new[] { Period(clinician, desk.Item1, day, desk.Item2, 12, desk.Item4), Period(clinician, desk.Item1, day, 13, desk.Item3, desk.Item4) })]
                : [.. days.Select(day => Period(clinician, desk.Item1, day, desk.Item2, desk.Item3, desk.Item4))];
        }

        private WorkingHours Period(StaffMember clinician, string room, DayOfWeek day, int fromHour, int toHour, int slotMinutes) =>
            new(DemoWorld.Id("hours", organization.Name, clinician.Name, day.ToString(), $"{fromHour}"), organization.Id, clinician.Id,
                world.Rooms.FirstOrDefault(r => r.OrganizationId == organization.Id && r.Number == room)?.Id, day, fromHour * 60, toHour * 60, slotMinutes);

        private void FillDay(StaffMember clinician, List<WorkingHours> hours, DateOnly on, Random random)
        {
            var roundTheClock = clinician.Name == RoundTheClock;
            var wanted = roundTheClock && organization.Name == DemoAccounts.General ? 10 : 6;
            var slots = hours.Where(h => h.Day == on.DayOfWeek).SelectMany(h => Enumerable.Range(0, (h.ToMinute - h.FromMinute) / h.SlotMinutes)
                .Select(step => (h.RoomId, Minute: h.FromMinute + (step * h.SlotMinutes), h.SlotMinutes)))
                .Where(s => s.Minute != KeptMinute)
                .Where(s => !roundTheClock || s.Minute / 20 % 2 == 0)
                .SelectMany(s => LocalDay.Instants(_zone, on, s.Minute).Take(1).Select(at => (s.RoomId, s.Minute, s.SlotMinutes, At: at, Near: roundTheClock && IsNear(at, s.SlotMinutes)))).ToList();
            // Whatever the hour, somebody is with Dr Adebayo, waits, and arrives at General Hospital; so he is not at Ikoyi just then.
            var near = organization.Name == DemoAccounts.General ? slots.Where(s => s.Near).ToList() : [];
            var usual = slots.Where(s => !s.Near && (!roundTheClock || IsUsual(s.Minute, on))).OrderBy(_ => random.Next()).Take(wanted).ToList();
            foreach (var slot in near.Concat(usual).OrderBy(s => s.Minute).ToList())
            {
                Visit(clinician, slot.RoomId, slot.At, slot.SlotMinutes, random, slot.Near);
            }
        }

        private bool IsNear(DateTime at, int minutes) => at.AddMinutes(minutes) > _now.AddMinutes(-20) && at < _now.AddMinutes(100);

        // He sits at Ikoyi on two mornings, and there is a little night work at General Hospital.
        private bool IsUsual(int minute, DateOnly on)
        {
            var atIkoyi = on.DayOfWeek is DayOfWeek.Tuesday or DayOfWeek.Thursday && minute is >= 540 and < 780;
            return organization.Name != DemoAccounts.General || (!atIkoyi && (minute is >= 480 and < 1140 || minute % 240 == 0));
        }

        private void Visit(StaffMember clinician, Guid? roomId, DateTime startsAt, int minutes, Random random, bool near)
        {
            var patient = NextPatient(LocalDay.Of(_zone, startsAt));
            var roll = random.Next(100);
            var endsAt = startsAt.AddMinutes(minutes);
            var reason = Reasons[random.Next(Reasons.Length)];
            var past = endsAt <= _now;
            var status = past
                ? roll < 84 ? AppointmentStatus.Fulfilled : roll < 91 ? AppointmentStatus.NoShow : roll < 98 ? AppointmentStatus.Cancelled : AppointmentStatus.EnteredInError
                : roll < 78 ? AppointmentStatus.Booked : roll < 84 ? AppointmentStatus.Cancelled : roll < 89 ? AppointmentStatus.Proposed : roll < 94 ? AppointmentStatus.Pending
                : roll < 98 ? AppointmentStatus.Waitlist : AppointmentStatus.Booked;
            if (near && endsAt > _now)
            {
                status = startsAt <= _now.AddMinutes(20) ? AppointmentStatus.CheckedIn : startsAt <= _now.AddMinutes(60) ? AppointmentStatus.Arrived : AppointmentStatus.Booked;
                Add(clinician, patient, roomId, startsAt, endsAt, status, reason, random.Next(4, 25));
                return;
            }

            // The next hour and a half is alive: some sit in the waiting room, one is with the doctor.
            if (status == AppointmentStatus.Booked && startsAt - _now < TimeSpan.FromMinutes(90))
            {
                status = startsAt <= _now || roll % 3 == 0 ? AppointmentStatus.CheckedIn : roll % 3 == 1 ? AppointmentStatus.Arrived : AppointmentStatus.Booked;
            }

            Add(clinician, patient, roomId, startsAt, endsAt, status, reason, random.Next(4, 25));
        }

        private Patient NextPatient(DateOnly on)
        {
            while (true)
            {
                var patient = _patients[_nextPatient++ % _patients.Count];
                if (_seen.Add((patient.Id, on)))
                {
                    return patient;
                }
            }
        }

        /// <summary>A past and a coming visit, far from the next hours, so that she can be booked at once.</summary>
        private void FillAmina(StaffMember cardiologist, List<WorkingHours> hours)
        {
            var amina = world.Patient(DemoAccounts.General, "Amina Bello");
            var room = hours[0].RoomId;
            Add(cardiologist, amina, room, At(Weekday(-9, -1), KeptMinute), null, AppointmentStatus.Fulfilled, "Blood pressure review", 12);
            var moved = Add(cardiologist, amina, room, At(Weekday(4, 1), KeptMinute), null, AppointmentStatus.Cancelled, "Blood pressure review", 0, "Moved to another time");
            Add(cardiologist, amina, room, At(Weekday(7, 1), KeptMinute), null, AppointmentStatus.Booked, "Blood pressure review", 0).Replace(moved.Id);

            // And Chinedu's: before his stay, and after it.
            var chinedu = world.Patient(DemoAccounts.General, "Chinedu Eze");
            Add(cardiologist, chinedu, room, At(Weekday(-20, -1), KeptMinute), null, AppointmentStatus.Fulfilled, "Tired for weeks", 8);
            Add(cardiologist, chinedu, room, At(Weekday(12, 1), KeptMinute), null, AppointmentStatus.Booked, "Check after the stay", 0);
        }

        private DateTime At(DateOnly on, int minute) => LocalDay.Instants(_zone, on, minute)[0];

        private DateOnly Weekday(int offset, int step)
        {
            var on = _today.AddDays(offset);
            while (on.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
            {
                on = on.AddDays(step);
            }

            return on;
        }

        private Appointment Add(StaffMember clinician, Patient patient, Guid? roomId, DateTime startsAt, DateTime? end, AppointmentStatus status, string reason, int waited, string? cancelReason = null)
        {
            var endsAt = end ?? startsAt.AddMinutes(30);
            var name = $"{clinician.Name}:{_number++}";
            var departmentId = roomId is { } id ? world.Rooms.Single(r => r.Id == id && r.OrganizationId == organization.Id).DepartmentId : (Guid?)null;
            var booked = Earlier(startsAt.AddDays(-6), _now.AddHours(-3));
            var begins = status is AppointmentStatus.Proposed or AppointmentStatus.Pending or AppointmentStatus.Waitlist ? status : AppointmentStatus.Booked;
            var appointment = new Appointment(DemoWorld.Id("appointment", organization.Name, name), organization.Id, patient.Id, clinician.Id, clinician.UserId, roomId, departmentId, startsAt, endsAt,
                reason, begins, booked, _actor);
            var arrived = Earlier(startsAt.AddMinutes(-waited), _now.AddMinutes(-Math.Min(waited, 20)));
            switch (status)
            {
                case AppointmentStatus.Arrived:
                    appointment.Arrive(arrived);
                    break;
                case AppointmentStatus.CheckedIn or AppointmentStatus.Fulfilled:
                    var encounterId = DemoWorld.Id("visit", organization.Name, name);
                    appointment.CheckIn(encounterId, arrived);
                    var encounter = Encounter.Visit(encounterId, organization.Id, patient.Id, arrived, clinician.Id, departmentId, reason);
                    if (status == AppointmentStatus.Fulfilled || startsAt <= _now)
                    {
                        encounter.StartVisit(startsAt);
                    }

                    if (status == AppointmentStatus.Fulfilled)
                    {
                        encounter.FinishVisit(endsAt);
                        appointment.Fulfil();
                    }

                    seed.Add(encounter);
                    break;
                case AppointmentStatus.NoShow:
                    appointment.MarkNoShow(endsAt.AddMinutes(15));
                    break;
                case AppointmentStatus.Cancelled:
                    appointment.Cancel(cancelReason ?? "The patient cannot come", Earlier(startsAt.AddDays(-1), _now.AddHours(-1)));
                    break;
                case AppointmentStatus.EnteredInError:
                    appointment.EnterInError("Booked for the wrong patient", Earlier(startsAt, _now));
                    break;
            }

            seed.Add(appointment);
            return appointment;
        }

        private static DateTime Earlier(DateTime a, DateTime b) => a < b ? a : b;
    }
}
