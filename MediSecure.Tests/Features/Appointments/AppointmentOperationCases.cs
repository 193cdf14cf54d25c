using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Features.Appointments;
using MediSecure.Data.Features.Departments;
using MediSecure.Data.Features.Encounters;
using MediSecure.Data.Features.Patients;
using MediSecure.Data.Features.Rooms;
using MediSecure.Data.Features.Staff;
using MediSecure.Tests.Access;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Tests.Features.Appointments;

/// <summary>A legal call for every operation of appointments and working hours.</summary>
public sealed class AppointmentOperationCases : IOperationCases
{
    private static readonly CancellationToken None = CancellationToken.None;

    public IEnumerable<OperationCase> Cases =>
    [
        Read(nameof(AppointmentService.ClinicianOptionsAsync), Permission.ViewAppointments, (s, _) => s.ClinicianOptionsAsync(None)),
        Read(nameof(AppointmentService.SlotsAsync), Permission.ViewSlots, (s, scene) => s.SlotsAsync(scene.ClinicianId, null, 7, None)),
        Read(nameof(AppointmentService.NextFreeAsync), Permission.ViewSlots, (s, scene) => s.NextFreeAsync(scene.ClinicianId, null, 3, None)),
        Read(nameof(AppointmentService.CalendarAsync), Permission.ViewSlots, (s, scene) => s.CalendarAsync(scene.ClinicianId, null, 7, None)),
        Read(nameof(AppointmentService.ListAsync), Permission.ViewAppointments, (s, _) => s.ListAsync(new AppointmentFilter(), new PageRequest(), None)),
        Change(nameof(AppointmentService.GetAsync), Permission.ViewAppointments, AppointmentStatus.Booked, (s, scene) => s.GetAsync(scene.AppointmentId, None)),
        Read(nameof(AppointmentService.OwnAsync), Permission.BookOwnAppointment, (s, _) => s.OwnAsync(None)),
        Read(nameof(AppointmentService.DayAsync), Permission.ConductVisit, (s, _) => s.DayAsync(null, None)),
        Read(nameof(AppointmentService.ArrivalsAsync), Permission.ViewArrivals, (s, _) => s.ArrivalsAsync(None)),
        Read(nameof(AppointmentService.CheckInQueueAsync), Permission.CheckInPatient, (s, _) => s.CheckInQueueAsync(None)),
        Read(nameof(AppointmentService.PatientAppointmentsAsync), Permission.ViewAppointments, (s, scene) => s.PatientAppointmentsAsync(scene.PatientId, None)),

        Read(nameof(AppointmentService.BookAsync), Permission.BookAppointment, (s, scene) => s.BookAsync(scene.Book(), None)),
        Read(nameof(AppointmentService.BookOwnAsync), Permission.BookOwnAppointment, (s, scene) => s.BookOwnAsync(scene.Book(), None)),
        Change(nameof(AppointmentService.RescheduleAsync), Permission.BookAppointment, AppointmentStatus.Booked, (s, scene) => s.RescheduleAsync(scene.Move(), None)),
        Change(nameof(AppointmentService.RescheduleOwnAsync), Permission.BookOwnAppointment, AppointmentStatus.Booked, (s, scene) => s.RescheduleOwnAsync(scene.Move(), None)),
        Change(nameof(AppointmentService.CancelAsync), Permission.BookAppointment, AppointmentStatus.Booked, (s, scene) => s.CancelAsync(scene.Cancel(), None)),
        Change(nameof(AppointmentService.CancelOwnAsync), Permission.BookOwnAppointment, AppointmentStatus.Booked, (s, scene) => s.CancelOwnAsync(scene.Cancel(), None)),
        Change(nameof(AppointmentService.EnterInErrorAsync), Permission.BookAppointment, AppointmentStatus.Booked, (s, scene) => s.EnterInErrorAsync(scene.Cancel(), None)),
        Change(nameof(AppointmentService.ArriveAsync), Permission.CheckInPatient, AppointmentStatus.Booked, (s, scene) => s.ArriveAsync(scene.AppointmentId, None), hours: 1),
        Change(nameof(AppointmentService.CheckInAsync), Permission.CheckInPatient, AppointmentStatus.Booked, (s, scene) => s.CheckInAsync(scene.AppointmentId, None), hours: 1),
        Change(nameof(AppointmentService.MarkNoShowAsync), Permission.CheckInPatient, AppointmentStatus.Booked, (s, scene) => s.MarkNoShowAsync(scene.AppointmentId, None), hours: -1),
        Change(nameof(AppointmentService.UndoNoShowAsync), Permission.CheckInPatient, AppointmentStatus.NoShow, (s, scene) => s.UndoNoShowAsync(scene.AppointmentId, None), hours: -1),
        Change(nameof(AppointmentService.StartAsync), Permission.ConductVisit, AppointmentStatus.CheckedIn, (s, scene) => s.StartAsync(scene.AppointmentId, None), hours: 1),
        Change(nameof(AppointmentService.FulfilAsync), Permission.ConductVisit, AppointmentStatus.CheckedIn, (s, scene) => s.FulfilAsync(scene.AppointmentId, None), hours: 1, started: true),

        Hours(nameof(WorkingHoursService.WeekAsync), (s, scene) => s.WeekAsync(scene.ClinicianId, None)),
        Hours(nameof(WorkingHoursService.RoomWeekAsync), (s, scene) => s.RoomWeekAsync(scene.RoomId, None)),
        Hours(nameof(WorkingHoursService.SetHoursAsync), (s, scene) => s.SetHoursAsync(Sent.Form(new SetWorkingHoursForm { RoomId = scene.RoomId, Day = DayOfWeek.Sunday }), None)),
        Hours(nameof(WorkingHoursService.EndHoursAsync), (s, scene) => s.EndHoursAsync(scene.Hours.Id, scene.Hours.Version, None)),
        Hours(nameof(WorkingHoursService.AddAbsenceAsync), (s, scene) => s.AddAbsenceAsync(Sent.Form(new AddAbsenceForm { ClinicianId = scene.ClinicianId, FromOn = new DateOnly(2026, 8, 1), ToOn = new DateOnly(2026, 8, 2), Reason = "Leave" }), None)),
        Hours(nameof(WorkingHoursService.RemoveAbsenceAsync), (s, scene) => s.RemoveAbsenceAsync(scene.Absence.Id, scene.Absence.Version, None)),
    ];

    private static OperationCase Read<T>(string method, Permission permission, Func<AppointmentService, Scene, Task<Result<T>>> call) =>
        new($"{nameof(AppointmentService)}.{method}", permission, async (world, person) =>
        {
            var scene = await Scene.MakeAsync(world, person, null, 5, false);
            await world.TreatsAsync(person, scene.PatientId);
            return async () => await call(person.Service<AppointmentService>(), scene);
        });

    private static OperationCase Change<T>(string method, Permission permission, AppointmentStatus status, Func<AppointmentService, Scene, Task<T>> call, int hours = 5, bool started = false) where T : Result =>
        new($"{nameof(AppointmentService)}.{method}", permission, async (world, person) =>
        {
            var scene = await Scene.MakeAsync(world, person, status, hours, started);
            return async () => await call(person.Service<AppointmentService>(), scene);
        });

    private static OperationCase Hours<T>(string method, Func<WorkingHoursService, Scene, Task<T>> call) where T : Result =>
        new($"{nameof(WorkingHoursService)}.{method}", Permission.EditWorkingHours, async (world, person) =>
        {
            var scene = await Scene.MakeAsync(world, person, null, 5, false);
            return async () => await call(person.Service<WorkingHoursService>(), scene);
        });

    /// <summary>A clinician with hours (the person themselves when they treat), a patient (the person themselves when they are one), and a visit of both.</summary>
    private sealed record Scene(DateTime Now, Guid ClinicianId, Guid PatientId, Guid AppointmentId, Guid Version, Guid RoomId, WorkingHours Hours, Absence Absence)
    {
        private static int _minute;

        public BookAppointmentForm Book() => Sent.Form(new BookAppointmentForm { PatientId = PatientId, ClinicianId = ClinicianId, StartsAt = Now.AddDays(40) });

        public RescheduleAppointmentForm Move() => Sent.Form(new RescheduleAppointmentForm { AppointmentId = AppointmentId, Version = Version, StartsAt = Now.AddDays(40) });

        public CancelAppointmentForm Cancel() => Sent.Form(new CancelAppointmentForm { AppointmentId = AppointmentId, Version = Version, Reason = "Cannot come" });

        public static async Task<Scene> MakeAsync(ITestWorld world, ActingPerson person, AppointmentStatus? status, int hours, bool started)
        {
            var organization = world.OrganizationId;
            // Each scene at times of its own: a person acts in many.
            var now = world.Clock.GetUtcNow().UtcDateTime;
            var at = now.AddHours(hours).AddSeconds(-Interlocked.Increment(ref _minute));
            Scene? scene = null;
            await world.GivenAsync(async db =>
            {
                // Their own visits when they conduct any, else those of a doctor.
                var clinician = await db.StaffMembers.SingleOrDefaultAsync(s => s.Id == person.StaffMemberId
                    && db.OrganizationMemberships.Any(m => m.OrganizationId == organization && m.UserId == s.UserId && m.Role == Role.Doctor && m.EndedAt == null));
                if (clinician is null)
                {
                    var user = new AppUser { UserName = $"{Guid.NewGuid():N}", NormalizedUserName = $"{Guid.NewGuid():N}", NormalizedEmail = $"{Guid.NewGuid():N}", SecurityStamp = "x" };
                    clinician = new StaffMember(Guid.CreateVersion7(), organization, user.Id, "Dr Case");
                    db.AddRange(user, clinician, new OrganizationMembership(Guid.CreateVersion7(), organization, user.Id, Role.Doctor, now));
                }

                clinician.Describe(clinician.Name, null, null, null, true);
                var patientId = person.PatientId;
                if (patientId is null)
                {
                    var patient = new Patient(Guid.CreateVersion7(), organization, $"C{Guid.NewGuid():N}"[..20], new PersonName("Case", "Patient"), Sex.Male, new DateOnly(1990, 1, 1), now);
                    db.Add(patient);
                    patientId = patient.Id;
                }

                var earlier = await db.Appointments.Where(a => a.ClinicianId == clinician.Id || a.PatientId == patientId).ToListAsync();
                foreach (var old in earlier.Where(a => a.Status != AppointmentStatus.EnteredInError))
                {
                    old.EnterInError("Scene of another case", now); // its time is free again
                }

                await db.SaveAsync(None);
                db.WorkingHours.RemoveRange(await db.WorkingHours.Where(w => w.ClinicianId == clinician.Id).ToListAsync());
                db.Absences.RemoveRange(await db.Absences.Where(w => w.ClinicianId == clinician.Id).ToListAsync());
                var department = new Department(Guid.CreateVersion7(), organization, $"Case {Guid.NewGuid():N}", null);
                var room = new Room(Guid.CreateVersion7(), organization, $"{Guid.NewGuid():N}"[..8], RoomKind.ConsultingRoom, department.Id, null, null);
                var week = Enum.GetValues<DayOfWeek>().Select(day => new WorkingHours(Guid.CreateVersion7(), organization, clinician.Id, room.Id, day, 0, 1440, 20)).ToList();
                var absence = new Absence(Guid.CreateVersion7(), organization, clinician.Id, now.AddDays(90), now.AddDays(91), "Leave");
                db.AddRange(department, room, absence);
                db.AddRange(week);
                var first = status is AppointmentStatus.NoShow ? AppointmentStatus.NoShow : AppointmentStatus.Booked;
                var visit = new Appointment(Guid.CreateVersion7(), organization, patientId.Value, clinician.Id, clinician.UserId, room.Id, null, at, at.AddMinutes(20), "Case", first, now, clinician.UserId);
                if (status is not null)
                {
                    if (status == AppointmentStatus.CheckedIn)
                    {
                        var encounter = Encounter.Visit(Guid.CreateVersion7(), organization, patientId.Value, now, clinician.Id, null, null);
                        visit.CheckIn(encounter.Id, now);
                        if (started)
                        {
                            encounter.StartVisit(now);
                        }

                        db.Add(encounter);
                    }

                    db.Add(visit);
                }

                // Versions are set by saving; the arrangement is saved again afterwards, with nothing left to do.
                await db.SaveAsync(None);
                scene = new Scene(now, clinician.Id, patientId.Value, visit.Id, visit.Version, room.Id, week[0], absence);
            });
            return scene!;
        }
    }
}
