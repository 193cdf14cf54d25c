using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Beds;
using MediSecure.Data.Features.Departments;
using MediSecure.Data.Features.Encounters;
using MediSecure.Data.Features.Patients;
using MediSecure.Data.Features.Rooms;
using MediSecure.Tests.Access;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Tests.Features.Beds;

/// <summary>A legal call of every operation of beds and rooms, for the access matrix.</summary>
public sealed class BedOperationCases : IOperationCases
{
    public IEnumerable<OperationCase> Cases =>
    [
        Beds("BoardAsync", Permission.ViewBeds, (beds, _) => Read(beds.BoardAsync(default))),
        Beds("HistoryAsync", Permission.ViewBeds, async (beds, given) => await beds.HistoryAsync(given.BedId, default)),
        Beds("CliniciansAsync", Permission.AdmitPatient, (beds, _) => Read(beds.CliniciansAsync(default))),
        Beds("AdmitAsync", Permission.AdmitPatient, async (beds, given) =>
            await beds.AdmitAsync(Sent.Form(new AdmitPatientForm { PatientId = given.OtherPatientId, BedId = given.FreeBedId, Reason = "Pneumonia", ClinicianId = given.ClinicianId }), default)),
        Beds("ReserveAsync", Permission.ReserveBed, async (beds, given) => await beds.ReserveAsync(Sent.Form(new ReserveBedForm { PatientId = given.OtherPatientId, BedId = given.FreeBedId }), default)),
        Beds("CancelReservationAsync", Permission.ReserveBed, (beds, given) => beds.CancelReservationAsync(given.ReservationId, default)),
        Beds("TransferAsync", Permission.TransferPatient, (beds, given) => beds.TransferAsync(Sent.Form(new TransferPatientForm { EncounterId = given.EncounterId, BedId = given.FreeBedId }), default)),
        Beds("OrderDischargeAsync", Permission.OrderDischarge, (beds, given) => beds.OrderDischargeAsync(Sent.Form(new OrderDischargeForm { EncounterId = given.EncounterId }), default)),
        Beds("CancelDischargeOrderAsync", Permission.OrderDischarge, (beds, given) => beds.CancelDischargeOrderAsync(given.OrderedEncounterId, default)),
        Beds("RecordDepartureAsync", Permission.RecordDeparture, (beds, given) =>
            beds.RecordDepartureAsync(Sent.Form(new RecordDepartureForm { EncounterId = given.OrderedEncounterId, Outcome = DischargeOutcome.Home }), default)),
        Beds("IsolateAsync", Permission.IsolateBed, (beds, given) => beds.IsolateAsync(Sent.Form(new IsolatePatientForm { EncounterId = given.EncounterId, Reason = "Contact" }), default)),
        Beds("EndIsolationAsync", Permission.IsolateBed, (beds, given) => beds.EndIsolationAsync(given.IsolatedEncounterId, default)),
        Beds("StayAsync", Permission.EditStay, async (beds, given) => await beds.StayAsync(given.EncounterId, default)),
        Beds("EditStayAsync", Permission.EditStay, (beds, given) =>
            beds.EditStayAsync(Sent.Form(new EditStayForm { EncounterId = given.EncounterId, Version = given.EncounterVersion, Reason = "Sepsis", ClinicianId = given.ClinicianId }), default)),
        Beds("EnterStayInErrorAsync", Permission.CorrectStay, (beds, given) => beds.EnterStayInErrorAsync(Sent.Form(new VoidStayForm { EncounterId = given.EncounterId, Reason = "Another patient" }), default)),
        Beds("TakeBackDepartureAsync", Permission.CorrectStay, (beds, given) => beds.TakeBackDepartureAsync(Sent.Form(new TakeBackDepartureForm { EncounterId = given.LeftEncounterId, Reason = "Another patient left" }), default)),
        Beds("CleaningQueueAsync", Permission.CleanBed, (beds, _) => Read(beds.CleaningQueueAsync(default))),
        Beds("StartCleaningAsync", Permission.CleanBed, (beds, given) => beds.StartCleaningAsync(given.TaskId, default)),
        Beds("CompleteCleaningAsync", Permission.CleanBed, (beds, given) => beds.CompleteCleaningAsync(given.TaskId, default)),
        Beds("StaysAsync", Permission.ViewStays, (beds, _) => Read(beds.StaysAsync(new(), default))),
        // A patient opens their own chart, staff anybody's.
        new("BedService.PatientStaysAsync", Permission.ViewPatient, async (world, person) =>
        {
            var patientId = person.PatientId ?? (await GivenRows.AddAsync(world)).OtherPatientId;
            await world.TreatsAsync(person, patientId);
            return async () => await person.Service<BedService>().PatientStaysAsync(patientId, default);
        }),
        new("BedService.PatientPlaceAsync", Permission.ViewPatient, async (world, person) =>
        {
            var patientId = person.PatientId ?? (await GivenRows.AddAsync(world)).OtherPatientId;
            await world.TreatsAsync(person, patientId);
            return async () => await person.Service<BedService>().PatientPlaceAsync(patientId, default);
        }),
        Beds("OccupancyAsync", Permission.ViewOccupancy, (beds, _) => Read(beds.OccupancyAsync(default))),
        Beds("CreateBedAsync", Permission.EditRooms, async (beds, given) => await beds.CreateBedAsync(Sent.Form(new CreateBedForm { RoomId = given.RoomId, Label = Short() }), default)),
        Beds("EditBedAsync", Permission.EditRooms, (beds, given) => beds.EditBedAsync(Sent.Form(new EditBedForm { Id = given.FreeBedId, Version = given.FreeBedVersion, RoomId = given.RoomId, Label = Short() }), default)),
        Beds("CloseBedAsync", Permission.EditRooms, (beds, given) => beds.CloseBedAsync(Sent.Form(new CloseBedForm { BedId = given.FreeBedId, Reason = "Broken" }), default)),
        Beds("ReopenBedAsync", Permission.EditRooms, (beds, given) => beds.ReopenBedAsync(given.ClosedBedId, default)),
        Rooms("ListAsync", Permission.ViewRooms, (rooms, _) => Read(rooms.ListAsync(default))),
        Rooms("PlacesAsync", Permission.EditRooms, (rooms, _) => Read(rooms.PlacesAsync(default))),
        Rooms("CreateAsync", Permission.EditRooms, async (rooms, given) =>
            await rooms.CreateAsync(Sent.Form(new CreateRoomForm { Number = Short(), Kind = RoomKind.PatientRoom, DepartmentId = given.DepartmentId, WardId = given.WardId }), default)),
        Rooms("EditAsync", Permission.EditRooms, (rooms, given) => rooms.EditAsync(
            Sent.Form(new EditRoomForm { Id = given.EmptyRoomId, Version = given.EmptyRoomVersion, Number = Short(), Kind = RoomKind.PatientRoom, DepartmentId = given.DepartmentId, WardId = given.WardId }), default)),
        Rooms("CloseAsync", Permission.EditRooms, (rooms, given) => rooms.CloseAsync(Sent.Form(new CloseRoomForm { RoomId = given.EmptyRoomId, Reason = "Painting" }), default)),
        Rooms("ReopenAsync", Permission.EditRooms, (rooms, given) => rooms.ReopenAsync(given.ClosedRoomId, default)),
    ];

    private static OperationCase Beds(string method, Permission permission, Func<BedService, GivenRows, Task<Result>> call) => new("BedService." + method, permission, async (world, person) =>
    {
        var given = await GivenRows.AddAsync(world);
        return () => call(person.Service<BedService>(), given);
    });

    private static OperationCase Rooms(string method, Permission permission, Func<RoomService, GivenRows, Task<Result>> call) => new("RoomService." + method, permission, async (world, person) =>
    {
        var given = await GivenRows.AddAsync(world);
        return () => call(person.Service<RoomService>(), given);
    });

    private static async Task<Result> Read<T>(Task<T> rows)
    {
        await rows;
        return Result.Ok;
    }

    private static string Short() => Guid.NewGuid().ToString("N")[..10];

    /// <summary>A ward with beds in the states that the operations need, new for every cell.</summary>
    private sealed class GivenRows
    {
        public Guid DepartmentId { get; } = Guid.CreateVersion7();

        public Guid WardId { get; } = Guid.CreateVersion7();

        public Guid RoomId { get; } = Guid.CreateVersion7();

        public Guid EmptyRoomId { get; } = Guid.CreateVersion7();

        public Guid EmptyRoomVersion { get; private set; }

        public Guid ClosedRoomId { get; } = Guid.CreateVersion7();

        public Guid BedId { get; } = Guid.CreateVersion7();

        public Guid FreeBedId { get; } = Guid.CreateVersion7();

        public Guid FreeBedVersion { get; private set; }

        public Guid ClosedBedId { get; } = Guid.CreateVersion7();

        public Guid EncounterId { get; } = Guid.CreateVersion7();

        public Guid EncounterVersion { get; private set; }

        public Guid LeftEncounterId { get; } = Guid.CreateVersion7();

        public Guid OrderedEncounterId { get; } = Guid.CreateVersion7();

        public Guid IsolatedEncounterId { get; } = Guid.CreateVersion7();

        public Guid ReservationId { get; } = Guid.CreateVersion7();

        public Guid TaskId { get; } = Guid.CreateVersion7();

        public Guid OtherPatientId { get; } = Guid.CreateVersion7();

        public Guid ClinicianId { get; private set; }

        public static async Task<GivenRows> AddAsync(ITestWorld world)
        {
            var rows = new GivenRows { ClinicianId = world.As(Role.Doctor).StaffMemberId!.Value };
            var (org, at, nobody) = (world.OrganizationId, world.Clock.GetUtcNow().UtcDateTime, world.As(Role.ItSupport).UserId);
            await world.GivenAsync(db =>
            {
                db.Add(new Department(rows.DepartmentId, org, Short(), null));
                db.Add(new Ward(rows.WardId, org, rows.DepartmentId, Short()));
                db.Add(NewRoom(rows.RoomId));
                db.Add(NewRoom(rows.EmptyRoomId));
                var closed = NewRoom(rows.ClosedRoomId);
                closed.Close("Painting", at);
                db.Add(closed);
                db.Add(NewBed(rows.FreeBedId));
                var closedBed = NewBed(rows.ClosedBedId);
                closedBed.Close("Broken", null, at);
                db.Add(closedBed);
                db.Add(NewPatient(rows.OtherPatientId));
                Lies(rows.BedId, rows.EncounterId);
                var (_, ordered, _) = Lies(Guid.CreateVersion7(), rows.OrderedEncounterId);
                ordered.OrderDischarge(DateOnly.FromDateTime(at), at);
                var (leftBed, left, leftStay) = Lies(Guid.CreateVersion7(), rows.LeftEncounterId);
                left.Finish(DischargeOutcome.AgainstAdvice, at);
                leftStay.Complete(at);
                leftBed.Vacate(at);
                var (isolatedBed, isolated, _) = Lies(Guid.CreateVersion7(), rows.IsolatedEncounterId);
                isolated.Isolate("Contact");
                isolatedBed.Isolate(at);
                var (kept, waiting, dirty) = (NewBed(Guid.CreateVersion7()), NewPatient(Guid.CreateVersion7()), NewBed(Guid.CreateVersion7()));
                dirty.Occupy(at);
                dirty.Vacate(at);
                db.AddRange(kept, waiting, dirty);
                db.Add(BedStay.Reserve(rows.ReservationId, org, kept.Id, waiting.Id, null, at, at.AddHours(4), nobody).Value);
                db.Add(new CleaningTask(rows.TaskId, org, dirty.Id, CleaningKind.Housekeeping, at, nobody));
                return Task.CompletedTask;

                Room NewRoom(Guid id) => new(id, org, Short(), RoomKind.PatientRoom, rows.DepartmentId, rows.WardId, null);
                Bed NewBed(Guid id) => new(id, org, rows.RoomId, Short(), at);
                Patient NewPatient(Guid id) => new(id, org, Short(), new PersonName("Ada", "Obi"), Sex.Female, new DateOnly(1980, 1, 1), at);
                (Bed, Encounter, BedStay) Lies(Guid bedId, Guid encounterId)
                {
                    var (bed, patient) = (NewBed(bedId), NewPatient(Guid.CreateVersion7()));
                    var encounter = Encounter.Admit(encounterId, org, patient.Id, at, rows.ClinicianId, rows.DepartmentId, "Pneumonia", null);
                    bed.Occupy(at);
                    var stay = BedStay.Begin(Guid.CreateVersion7(), org, bed.Id, patient.Id, encounter.Id, at, nobody);
                    db.AddRange(bed, patient, encounter, stay);
                    return (bed, encounter, stay);
                }
            });
            (rows.EncounterVersion, rows.FreeBedVersion, rows.EmptyRoomVersion) = await world.LookAsync(async db =>
                (await db.Encounters.Where(e => e.Id == rows.EncounterId).Select(e => e.Version).SingleAsync(), await db.Beds.Where(b => b.Id == rows.FreeBedId).Select(b => b.Version).SingleAsync(), await db.Rooms.Where(r => r.Id == rows.EmptyRoomId).Select(r => r.Version).SingleAsync()));
            return rows;
        }
    }
}
