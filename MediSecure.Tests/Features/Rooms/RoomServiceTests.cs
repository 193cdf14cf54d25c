using MediSecure.Data.Features.Appointments;
using MediSecure.Data.Features.Beds;
using MediSecure.Data.Features.Rooms;
using MediSecure.Tests.Features.Beds;
using MediSecure.Tests.Support;

namespace MediSecure.Tests.Features.Rooms;

/// <summary>Rooms and the beds in them, as an administrator keeps them.</summary>
public abstract class RoomServiceTests(TestDatabase db)
{
    [Fact]
    public async Task A_room_is_created_edited_filled_with_beds_closed_and_reopened()
    {
        var organization = await db.Given.OrganizationAsync();
        var ward = await db.Given.WardAsync(organization);
        var admin = await db.People.AdministratorAsync(organization);
        var (rooms, beds) = (admin.Service<RoomService>(), admin.Service<BedService>());
        var form = new CreateRoomForm { Number = " 501 ", Kind = RoomKind.PatientRoom, DepartmentId = ward.DepartmentId, WardId = ward.Id, Label = "Side room" };
        Assert.Equal(form.Id, (await rooms.CreateAsync(form, default)).Value);
        Assert.Equal(form.Id, (await rooms.CreateAsync(form, default)).Value);
        Assert.Equal("room.number-taken", (await rooms.CreateAsync(new() { Number = "501", Kind = RoomKind.Utility, DepartmentId = ward.DepartmentId }, default)).Error?.Code);
        Assert.Null((await beds.CreateBedAsync(new() { RoomId = form.Id, Label = "501-A" }, default)).Error);
        Assert.Equal("bed.label-taken", (await beds.CreateBedAsync(new() { RoomId = form.Id, Label = "501-A" }, default)).Error?.Code);

        var room = Assert.Single(await rooms.ListAsync(default));
        Assert.Equal(("501", "501-A", BedStatus.Free), (room.Number, room.Beds.Single().Label, room.Beds.Single().Status));
        var edit = new EditRoomForm { Id = room.Id, Version = room.Version, Number = "502", Kind = RoomKind.PatientRoom, DepartmentId = room.DepartmentId, WardId = room.WardId };
        Assert.Null((await rooms.EditAsync(edit, default)).Error);
        Assert.Equal("stale", (await rooms.EditAsync(edit, default)).Error?.Code);
        room = Assert.Single(await rooms.ListAsync(default));
        Assert.Equal("room.has-beds", (await rooms.EditAsync(new() { Id = room.Id, Version = room.Version, Number = "502", Kind = RoomKind.Utility, DepartmentId = room.DepartmentId }, default)).Error?.Code);
        var bed = room.Beds.Single();
        Assert.Null((await beds.EditBedAsync(new() { Id = bed.Id, Version = bed.Version, RoomId = room.Id, Label = "502-A" }, default)).Error);
        Assert.Equal("stale", (await beds.EditBedAsync(new() { Id = bed.Id, Version = bed.Version, RoomId = room.Id, Label = "502-B" }, default)).Error?.Code);

        Assert.Null((await rooms.CloseAsync(new() { RoomId = room.Id, Reason = "Painting" }, default)).Error);
        room = Assert.Single(await rooms.ListAsync(default));
        Assert.Equal(("Painting", BedStatus.Closed, "Painting"), (room.ClosedReason, room.Beds.Single().Status, room.Beds.Single().ClosedReason));
        Assert.Equal("room.already-closed", (await rooms.CloseAsync(new() { RoomId = room.Id, Reason = "x" }, default)).Error?.Code);
        Assert.Equal("bed.room-closed", (await beds.ReopenBedAsync(bed.Id, default)).Error?.Code);
        Assert.Equal("bed.unknown-room", (await beds.CreateBedAsync(new() { RoomId = room.Id, Label = "502-C" }, default)).Error?.Code);
        Assert.Null((await rooms.ReopenAsync(room.Id, default)).Error);
        Assert.Equal("room.not-closed", (await rooms.ReopenAsync(room.Id, default)).Error?.Code);
        Assert.Null((await beds.ReopenBedAsync(bed.Id, default)).Error);
    }

    [Fact]
    public async Task A_patient_room_needs_a_ward_of_its_department_and_no_other_room_has_one()
    {
        var organization = await db.Given.OrganizationAsync();
        var (ward, other) = (await db.Given.WardAsync(organization), await db.Given.WardAsync(organization));
        var rooms = (await db.People.AdministratorAsync(organization)).Service<RoomService>();
        Task<string?> TryAsync(RoomKind kind, Guid departmentId, Guid? wardId) => CodeAsync(rooms, new() { Number = Guid.NewGuid().ToString("N")[..8], Kind = kind, DepartmentId = departmentId, WardId = wardId });
        Assert.Equal("room.ward-missing", await TryAsync(RoomKind.PatientRoom, ward.DepartmentId, null));
        Assert.Equal("room.ward-not-wanted", await TryAsync(RoomKind.Theatre, ward.DepartmentId, ward.Id));
        Assert.Equal("room.ward-elsewhere", await TryAsync(RoomKind.PatientRoom, ward.DepartmentId, other.Id));
        Assert.Equal("room.department-closed", await TryAsync(RoomKind.Utility, Guid.CreateVersion7(), null));
        Assert.Null(await TryAsync(RoomKind.Theatre, ward.DepartmentId, null));
        Assert.Contains(await rooms.PlacesAsync(default), place => place.DepartmentId == ward.DepartmentId && place.Wards.Single().Id == ward.Id);
    }

    [Fact]
    public async Task A_room_in_use_is_not_closed_and_the_refusal_says_who_is_in_it()
    {
        var ward = await WardOf.NewAsync(db);
        var rooms = (await db.People.AdministratorAsync(ward.OrganizationId)).Service<RoomService>();
        var (bed, patient) = (await ward.BedAsync("U-1"), await ward.PatientAsync("Chinedu", "Eze"));
        var encounter = await ward.AdmittedAsync(patient.Id, bed.Id);
        Assert.Contains("Chinedu Eze lies in U-1", (await rooms.CloseAsync(new() { RoomId = bed.RoomId, Reason = "x" }, default)).Error?.Message);
        await ward.Beds.IsolateAsync(new() { EncounterId = encounter, Reason = "Contact" }, default);
        await ward.LeftAsync(encounter);
        Assert.Equal("room.bed-contaminated", (await rooms.CloseAsync(new() { RoomId = bed.RoomId, Reason = "x" }, default)).Error?.Code);

        var consulting = await db.Given.RoomAsync(ward.OrganizationId, RoomKind.ConsultingRoom);
        await db.Given.AppointmentAsync(ward.Doctor, patient.Id, db.Now.AddDays(1), roomId: consulting.Id, status: AppointmentStatus.Booked);
        Assert.Contains("1 visit is still booked", (await rooms.CloseAsync(new() { RoomId = consulting.Id, Reason = "x" }, default)).Error?.Message);
        Assert.Equal(BedStatus.Contaminated, await ward.StatusAsync(bed.Id));
    }

    [Fact]
    public async Task A_room_in_which_somebody_works_stays_an_open_consulting_room_until_the_hours_are_elsewhere()
    {
        var organization = await db.Given.OrganizationAsync();
        var room = await db.Given.RoomAsync(organization, RoomKind.ConsultingRoom);
        var (rooms, hours) = ((await db.People.AdministratorAsync(organization)).Service<RoomService>(), (await db.People.AdministratorAsync(organization)).Service<WorkingHoursService>());
        var doctor = await db.People.DoctorAsync(organization, "Dr Ada Obi");
        var week = new SetWorkingHoursForm { ClinicianId = doctor.StaffMemberId, RoomId = room.Id };
        Assert.Null((await hours.SetHoursAsync(week, default)).Error);
        var edit = new EditRoomForm { Id = room.Id, Version = (await rooms.ListAsync(default)).Single().Version, Number = room.Number, Kind = RoomKind.Utility, DepartmentId = room.DepartmentId };
        var (closed, changed) = ((await rooms.CloseAsync(new() { RoomId = room.Id, Reason = "Painting" }, default)).Error, (await rooms.EditAsync(edit, default)).Error);
        Assert.Equal($"Room {room.Number} was not closed: it stands in the working hours of Dr Ada Obi. Give those hours another room first, or end them.", closed?.Message);
        Assert.Equal(("room.has-hours", "Kind"), (changed?.Code, changed?.Field));

        var set = (await hours.WeekAsync(doctor.StaffMemberId!.Value, default)).Value.Hours.Single();
        Assert.Null((await hours.EndHoursAsync(set.Id, set.Version, default)).Error);
        Assert.Null((await hours.SetHoursAsync(new() { RoomId = room.Id }, default)).Error); // opening hours alone: they may wait while the room is closed
        Assert.Equal("room.has-opening-hours", (await rooms.EditAsync(edit, default)).Error?.Code);
        Assert.Null((await rooms.CloseAsync(new() { RoomId = room.Id, Reason = "Painting" }, default)).Error);
        Assert.Equal("hours.no-such-room", (await hours.SetHoursAsync(new() { ClinicianId = doctor.StaffMemberId, RoomId = room.Id }, default)).Error?.Code);
    }

    [Fact]
    public async Task Another_organisation_has_no_rooms_here()
    {
        var (here, there) = (await db.Given.OrganizationAsync(), await db.Given.OrganizationAsync());
        var room = await db.Given.RoomAsync(here);
        var strange = (await db.People.AdministratorAsync(there)).Service<RoomService>();
        Assert.Empty(await strange.ListAsync(default));
        Assert.Equal("not-found", (await strange.CloseAsync(new() { RoomId = room.Id, Reason = "x" }, default)).Error?.Code);
        Assert.Equal("not-found", (await strange.ReopenAsync(room.Id, default)).Error?.Code);
        Assert.Equal("room.department-closed", (await strange.CreateAsync(new() { Number = "1", Kind = RoomKind.Utility, DepartmentId = room.DepartmentId }, default)).Error?.Code);
    }

    private static async Task<string?> CodeAsync(RoomService rooms, CreateRoomForm form) => (await rooms.CreateAsync(form, default)).Error?.Code;
}

public sealed class RoomServiceOnSqlite(SqliteDatabase db) : RoomServiceTests(db), IClassFixture<SqliteDatabase>;

public sealed class RoomServiceOnPostgres(PostgresDatabase db) : RoomServiceTests(db), IClassFixture<PostgresDatabase>;
