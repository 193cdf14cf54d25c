using MediSecure.Data.Access;
using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Features.Patients;
using MediSecure.Data.Features.Staff;
using MediSecure.Tests.Access;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Tests.Support;

/// <summary>People with a role at an organisation: sign-in, membership, and the staff or patient row, all real.</summary>
/// <example><c>var nurse = await db.People.NurseAsync(org); var board = await nurse.Service&lt;BedService&gt;().BoardAsync(ct);</c></example>
public sealed class People(TestDatabase db)
{
    /// <summary>Signed in with the patient's own row: a new one, or the one given.</summary>
    public async Task<ActingPerson> PatientAsync(Guid organizationId, Guid? patientId = null)
    {
        var id = patientId ?? (await db.Given.PatientAsync(organizationId)).Id;
        var user = NewUser();
        await db.ArrangeAsync(organizationId, async open =>
        {
            open.Add(user);
            open.Add(Membership(organizationId, user.Id, Role.Patient));
            (await open.Patients.SingleAsync(patient => patient.Id == id)).LinkSignIn(user.Id);
        });
        return db.Begin(user.Id, organizationId, null, id);
    }

    public Task<ActingPerson> DoctorAsync(Guid organizationId, string? name = null) => StaffAsync(organizationId, name, Role.Doctor);

    public Task<ActingPerson> NurseAsync(Guid organizationId, string? name = null) => StaffAsync(organizationId, name, Role.Nurse);

    public Task<ActingPerson> PharmacistAsync(Guid organizationId, string? name = null) => StaffAsync(organizationId, name, Role.Pharmacist);

    public Task<ActingPerson> LabTechnicianAsync(Guid organizationId, string? name = null) => StaffAsync(organizationId, name, Role.LabTechnician);

    public Task<ActingPerson> RadiologistAsync(Guid organizationId, string? name = null) => StaffAsync(organizationId, name, Role.Radiologist);

    public Task<ActingPerson> DietitianAsync(Guid organizationId, string? name = null) => StaffAsync(organizationId, name, Role.Dietitian);

    public Task<ActingPerson> ReceptionistAsync(Guid organizationId, string? name = null) => StaffAsync(organizationId, name, Role.Receptionist);

    public Task<ActingPerson> AccountantAsync(Guid organizationId, string? name = null) => StaffAsync(organizationId, name, Role.Accountant);

    public Task<ActingPerson> LogisticsAsync(Guid organizationId, string? name = null) => StaffAsync(organizationId, name, Role.Logistics);

    public Task<ActingPerson> AdministratorAsync(Guid organizationId, string? name = null) => StaffAsync(organizationId, name, Role.Administrator);

    public Task<ActingPerson> CommandCenterAsync(Guid organizationId, string? name = null) => StaffAsync(organizationId, name, Role.CommandCenter);

    public Task<ActingPerson> ItSupportAsync(Guid organizationId, string? name = null) => StaffAsync(organizationId, name, Role.ItSupport);

    /// <summary>Somebody with exactly this role.</summary>
    public Task<ActingPerson> RoleAsync(Role role, Guid organizationId) => role == Role.Patient ? PatientAsync(organizationId) : StaffAsync(organizationId, null, role);

    /// <summary>A staff member with these roles; bookable when one of them is Doctor.</summary>
    public async Task<ActingPerson> StaffAsync(Guid organizationId, string? name, params Role[] roles)
    {
        var user = NewUser();
        var staff = NewStaff(organizationId, user.Id, name ?? $"{roles[0]} {user.Id.ToString("N")[^6..]}", roles);
        await db.AddAsync(organizationId, [user, staff, .. roles.Select(role => Membership(organizationId, user.Id, role))]);
        return db.Begin(user.Id, organizationId, staff.Id, null);
    }

    /// <summary>The same person, employed at another organisation too and working there now.</summary>
    public async Task<ActingPerson> AlsoAtAsync(ActingPerson person, Guid organizationId, params Role[] roles)
    {
        var staff = NewStaff(organizationId, person.UserId, $"{roles[0]} {person.UserId.ToString("N")[^6..]}", roles);
        await db.AddAsync(organizationId, [staff, .. roles.Select(role => Membership(organizationId, person.UserId, role))]);
        return db.Begin(person.UserId, organizationId, staff.Id, null);
    }

    /// <summary>A sign-in without any role, working nowhere in truth.</summary>
    public async Task<ActingPerson> NobodyAsync(Guid organizationId)
    {
        var user = NewUser();
        await db.AddAsync(organizationId, user);
        return db.Begin(user.Id, organizationId, null, null);
    }

    /// <summary>Not signed in.</summary>
    public ActingPerson Anonymous() => db.Begin(null, Guid.Empty, null, null);

    private OrganizationMembership Membership(Guid organizationId, Guid userId, Role role) => new(Guid.CreateVersion7(), organizationId, userId, role, db.Now.AddDays(-1));

    private static StaffMember NewStaff(Guid organizationId, Guid userId, string name, Role[] roles)
    {
        var staff = new StaffMember(Guid.CreateVersion7(), organizationId, userId, name);
        staff.Describe(name, roles.Contains(Role.Doctor) ? "Internal medicine" : null, null, null, roles.Contains(Role.Doctor));
        return staff;
    }

    private static AppUser NewUser()
    {
        var user = new AppUser { EmailConfirmed = true, SecurityStamp = Guid.NewGuid().ToString("N") };
        var email = $"{user.Id:N}@test.example";
        (user.UserName, user.Email) = (email, email);
        (user.NormalizedUserName, user.NormalizedEmail) = (email.ToUpperInvariant(), email.ToUpperInvariant());
        return user;
    }
}
