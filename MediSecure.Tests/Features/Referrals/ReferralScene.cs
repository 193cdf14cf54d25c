using MediSecure.Data.Common;
using MediSecure.Data.Features.Departments;
using MediSecure.Data.Features.Patients;
using MediSecure.Data.Features.Referrals;
using MediSecure.Data.Features.Staff;
using MediSecure.Tests.Access;
using MediSecure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Tests.Features.Referrals;

/// <summary>A doctor with a patient at one organisation; a department that takes referrals at another, with its reception and a consultant.</summary>
internal sealed record ReferralScene(TestDatabase Db, ActingPerson Doctor, Patient Patient, Department Department, ActingPerson Desk, ActingPerson Consultant)
{
    public const string Secret = "Zebraword in the letter";

    public Guid Here => Doctor.OrganizationId;

    public Guid There => Desk.OrganizationId;

    public ReferralService Referrals => Doctor.Service<ReferralService>();

    public IncomingReferralService Reception => Desk.Service<IncomingReferralService>();

    public static async Task<ReferralScene> NewAsync(TestDatabase db)
    {
        var (here, there) = (await db.Given.OrganizationAsync(), await db.Given.OrganizationAsync());
        var doctor = await db.People.DoctorAsync(here);
        var department = await db.Given.DepartmentAsync(there);
        var consultant = await db.People.DoctorAsync(there);
        await db.ArrangeAsync(there, async open =>
        {
            var row = await open.Departments.SingleAsync(d => d.Id == department.Id);
            row.Edit(department.Name, "Cardiology");
            row.OpenToReferrals(true);
            open.Add(new StaffDepartment(there, consultant.StaffMemberId!.Value, department.Id));
        });
        return new ReferralScene(db, doctor, await db.Given.PatientOfAsync(doctor), department, await db.People.ReceptionistAsync(there), consultant);
    }

    public WriteReferralForm Form() => new()
    {
        OrganizationId = There, DepartmentId = Department.Id, Urgency = ReferralUrgency.Urgent, Category = ReferralCategory.Opinion, Reason = "Murmur", Question = "Echo?", Letter = Secret,
    };

    public async Task<Guid> DraftAsync(WriteReferralForm? form = null)
    {
        form ??= Form();
        Ok(await Referrals.SaveAsync(Patient.Id, form, default));
        return form.Id;
    }

    public async Task<Guid> SentAsync(WriteReferralForm? form = null)
    {
        var id = await DraftAsync(form);
        Ok(await Referrals.SendAsync(Patient.Id, id, default));
        return id;
    }

    /// <summary>Sent, accepted and registered there.</summary>
    public async Task<(Guid Id, Patient Registered)> RegisteredAsync()
    {
        var id = await SentAsync();
        Ok(await Reception.AcceptAsync(id, default));
        var registered = await Db.Given.PatientAsync(There, Patient.GivenName, Patient.FamilyName, Patient.BirthDate);
        Ok(await Reception.LinkAsync(new LinkReferralForm { ReferralId = id, PatientId = registered.Id }, default));
        return (id, registered);
    }

    /// <summary>Sent, accepted, registered there and booked.</summary>
    public async Task<(Guid Id, Patient Registered)> BookedAsync()
    {
        var (id, registered) = await RegisteredAsync();
        var visit = await Db.Given.AppointmentAsync(Consultant, registered.Id, Db.Now.AddDays(2));
        Ok(await Reception.AttachVisitAsync(new AttachVisitForm { ReferralId = id, AppointmentId = visit.Id }, default));
        return (id, registered);
    }

    public Task<Referral> SenderRowAsync(Guid id) => Db.LookAsync(Here, look => look.Referrals.AsNoTracking().SingleAsync(r => r.Id == id));

    public Task<IncomingReferral> CopyAsync(Guid id) => Db.LookAsync(There, look => look.IncomingReferrals.AsNoTracking().SingleAsync(r => r.Id == id));

    public static void Ok(Result result) => Assert.True(!result.Failed, result.Error?.Message);
}
