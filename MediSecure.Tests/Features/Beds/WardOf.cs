using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Beds;
using MediSecure.Data.Features.Encounters;
using MediSecure.Data.Features.Patients;
using MediSecure.Tests.Access;
using MediSecure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Tests.Features.Beds;

/// <summary>A hospital of its own with a ward, people and shortcuts to the operations of beds: so that a fact reads as what it says.</summary>
internal sealed class WardOf
{
    private WardOf(TestDatabase db, Guid organizationId, ActingPerson doctor, ActingPerson nurse, ActingPerson other) =>
        (Db, OrganizationId, Doctor, Nurse, OtherNurse) = (db, organizationId, doctor, nurse, other);

    public TestDatabase Db { get; }

    public Guid OrganizationId { get; }

    public ActingPerson Doctor { get; }

    public ActingPerson Nurse { get; }

    public ActingPerson OtherNurse { get; }

    public BedService Beds => Nurse.Service<BedService>();

    public static async Task<WardOf> NewAsync(TestDatabase db)
    {
        var organization = await db.Given.OrganizationAsync();
        return new(db, organization, await db.People.DoctorAsync(organization, "Dr Ada Obi"), await db.People.NurseAsync(organization, "Joy Okafor"), await db.People.NurseAsync(organization, "Tola Bakare"));
    }

    public Task<Bed> BedAsync(string? label = null) => Db.Given.BedAsync(OrganizationId, label: label);

    public Task<Patient> PatientAsync(string? given = null, string? family = null) => Db.Given.PatientAsync(OrganizationId, given, family);

    public AdmitPatientForm Admission(Guid patientId, Guid bedId) => new() { PatientId = patientId, BedId = bedId, Reason = "Pneumonia", ClinicianId = Doctor.StaffMemberId };

    public async Task<Guid> AdmittedAsync(Guid patientId, Guid bedId) => (await Beds.AdmitAsync(Admission(patientId, bedId), default)).Value;

    public Task<Result> LeftAsync(Guid encounterId, DischargeOutcome outcome = DischargeOutcome.AgainstAdvice) =>
        Beds.RecordDepartureAsync(new() { EncounterId = encounterId, Outcome = outcome }, default);

    public Task<T> LookAsync<T>(Func<MediSecure.Data.Persistence.MediSecureDbContext, Task<T>> look) => Db.LookAsync(OrganizationId, look);

    public Task<BedStatus> StatusAsync(Guid bedId) => LookAsync(look => look.Beds.Where(b => b.Id == bedId).Select(b => b.Status).SingleAsync());

    /// <summary>The bed on the board of the doctor, who treats everybody admitted here.</summary>
    public async Task<BedRow> TileAsync(Guid bedId) => (await Doctor.Service<BedService>().BoardAsync(default)).Beds.Single(b => b.Id == bedId);

    /// <summary>Success events of one operation.</summary>
    public Task<int> SuccessesAsync(Permission permission) => LookAsync(look =>
        look.AuditEvents.CountAsync(e => e.EventCode == permission.ToString() && e.Outcome == MediSecure.Data.Features.ActivityLog.AuditOutcome.Success));
}
