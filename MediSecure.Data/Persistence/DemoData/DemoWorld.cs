using System.Security.Cryptography;
using System.Text;
using MediSecure.Data.Features.Beds;
using MediSecure.Data.Features.Departments;
using MediSecure.Data.Features.Encounters;
using MediSecure.Data.Features.Organizations;
using MediSecure.Data.Features.Patients;
using MediSecure.Data.Features.Rooms;
using MediSecure.Data.Features.Staff;
using MediSecure.Data.Persistence.Encryption;

namespace MediSecure.Data.Persistence.DemoData;

/// <summary>What the parts of the demo build on, in memory while it is filled: the same seed and the same day give the same rows. Ids derive from names, so that people stay signed
/// in over a reset and links stay valid.</summary>
public sealed class DemoWorld(DateTime now)
{
    /// <summary>The moment of filling, UTC, cut to the minute; every date is relative to it.</summary>
    public DateTime Now { get; } = new(now.Ticks - (now.Ticks % TimeSpan.TicksPerMinute), DateTimeKind.Utc);

    /// <summary>Encrypts what the demo's rows hold encrypted.</summary>
    public IFieldCipher Cipher { get; } = new FieldCipher(null);

    public List<Organization> Organizations { get; } = [];

    public List<Department> Departments { get; } = [];

    public List<Ward> Wards { get; } = [];

    public List<Room> Rooms { get; } = [];

    public List<StaffMember> Staff { get; } = [];

    public List<Patient> Patients { get; } = [];

    public List<Bed> Beds { get; } = [];

    public List<BedStay> BedStays { get; } = [];

    public List<CleaningTask> CleaningTasks { get; } = [];

    internal List<DemoNotes.Plan> Notes { get; } = [];

    /// <summary>Inpatient stays of the beds.</summary>
    public List<Encounter> Stays { get; } = [];

    /// <summary>Sign-in ids of demo accounts by e-mail.</summary>
    public static Guid UserId(string email) => Id("user", email);

    public Organization Organization(string name) => Organizations.Single(o => o.Name == name);

    public IEnumerable<StaffMember> StaffAt(string organization) => Staff.Where(s => s.OrganizationId == Organization(organization).Id);

    public StaffMember StaffMember(string organization, string name) => StaffAt(organization).Single(s => s.Name == name);

    public IEnumerable<Patient> PatientsAt(string organization) => Patients.Where(p => p.OrganizationId == Organization(organization).Id);

    public Patient Patient(string organization, string name) => PatientsAt(organization).Single(p => p.DisplayName == name);

    /// <summary>The organisation's local day now.</summary>
    public DateOnly Today(Organization organization) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(Now, TimeZoneInfo.FindSystemTimeZoneById(organization.TimeZone)));

    /// <summary>A generator of its own for each part, so that adding rows in one part does not move the others.</summary>
    public static Random Random(string part) => new(BitConverter.ToInt32(SHA256.HashData(Encoding.UTF8.GetBytes("medisecure-demo:" + part)), 0));

    /// <summary>The id of a demo row: the same for the same name, for ever.</summary>
    public static Guid Id(string kind, params ReadOnlySpan<string> parts) => new(SHA256.HashData(Encoding.UTF8.GetBytes("medisecure-demo:" + kind + ":" + string.Join(':', parts.ToArray()))).AsSpan(0, 16));
}
