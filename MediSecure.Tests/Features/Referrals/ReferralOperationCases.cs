using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Appointments;
using MediSecure.Data.Features.Departments;
using MediSecure.Data.Features.Patients;
using MediSecure.Data.Features.Referrals;
using MediSecure.Data.Features.Staff;
using MediSecure.Data.Persistence;
using MediSecure.Data.Persistence.Encryption;
using MediSecure.Tests.Access;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Tests.Features.Referrals;

/// <summary>A legal call for every operation of referrals, within one organisation: the acting person treats the patient and works in the department asked. What crosses has tests of its own.</summary>
public sealed class ReferralOperationCases : IOperationCases
{
    public IEnumerable<OperationCase> Cases =>
    [
        Sender(nameof(ReferralService.ListAsync), Permission.ViewReferrals, ReferralProgress.Requested, (s, g) => s.ListAsync(g.PatientId, default)),
        Sender(nameof(ReferralService.ReadAsync), Permission.ViewReferrals, ReferralProgress.Requested, (s, g) => s.ReadAsync(g.PatientId, g.Id, default)),
        Sender(nameof(ReferralService.PlacesAsync), Permission.WriteReferral, null, (s, _) => s.PlacesAsync(default)),
        Sender(nameof(ReferralService.ToActOnAsync), Permission.WriteReferral, null, (s, _) => s.ToActOnAsync(default)),
        Sender(nameof(ReferralService.MyDraftsAsync), Permission.WriteReferral, null, (s, _) => s.MyDraftsAsync(default)),
        Sender(nameof(ReferralService.SaveAsync), Permission.WriteReferral, null, (s, g) => s.SaveAsync(g.PatientId,
            Sent.Form(new WriteReferralForm { DepartmentId = g.DepartmentId, Urgency = ReferralUrgency.Routine, Category = ReferralCategory.Opinion, Reason = "Reason" }), default)),
        Sender(nameof(ReferralService.SendAsync), Permission.WriteReferral, null, (s, g) => s.SendAsync(g.PatientId, g.Id, default)),
        Sender(nameof(ReferralService.HoldAsync), Permission.WriteReferral, ReferralProgress.Requested, (s, g) => s.HoldAsync(g.PatientId, Sent.Form(new ReferralReasonForm { ReferralId = g.Id, Reason = "Later" }), default)),
        Sender(nameof(ReferralService.ResumeAsync), Permission.WriteReferral, ReferralProgress.Requested, (s, g) => s.ResumeAsync(g.PatientId, g.Id, default), hold: true),
        Sender(nameof(ReferralService.RevokeAsync), Permission.WriteReferral, ReferralProgress.Requested, (s, g) => s.RevokeAsync(g.PatientId, Sent.Form(new ReferralReasonForm { ReferralId = g.Id, Reason = "Better" }), default)),
        Sender(nameof(ReferralService.CloseAsync), Permission.WriteReferral, ReferralProgress.Requested, (s, g) => s.CloseAsync(g.PatientId, Sent.Form(new CloseReferralForm { ReferralId = g.Id, Reason = "Moved" }), default)),
        Sender(nameof(ReferralService.AttachReportAsync), Permission.WriteReferral, ReferralProgress.Requested, (s, g) => s.AttachReportAsync(g.PatientId, Sent.Form(new ReportReferralForm { ReferralId = g.Id, Report = "Report" }), default), outside: true),
        Receiver(nameof(IncomingReferralService.ListAsync), Permission.ViewIncomingReferrals, ReferralProgress.Requested, (s, _) => s.ListAsync(true, new(), default)),
        Receiver(nameof(IncomingReferralService.ReadAsync), Permission.ReadReferralLetter, ReferralProgress.Requested, (s, g) => s.ReadAsync(g.Id, default)),
        Receiver(nameof(IncomingReferralService.PersonAsync), Permission.HandleReferral, ReferralProgress.Accepted, (s, g) => s.PersonAsync(g.CopyId, default)),
        Receiver(nameof(IncomingReferralService.ReceiveAsync), Permission.HandleReferral, ReferralProgress.Requested, (s, g) => s.ReceiveAsync(g.Id, default)),
        Receiver(nameof(IncomingReferralService.AcceptAsync), Permission.HandleReferral, ReferralProgress.Requested, (s, g) => s.AcceptAsync(g.Id, default)),
        Receiver(nameof(IncomingReferralService.RejectAsync), Permission.HandleReferral, ReferralProgress.Requested, (s, g) => s.RejectAsync(Sent.Form(new ReferralReasonForm { ReferralId = g.Id, Reason = "Full" }), default)),
        Receiver(nameof(IncomingReferralService.FailAsync), Permission.HandleReferral, ReferralProgress.Accepted, (s, g) => s.FailAsync(Sent.Form(new ReferralReasonForm { ReferralId = g.Id, Reason = "Did not come" }), default)),
        Receiver(nameof(IncomingReferralService.LinkAsync), Permission.HandleReferral, ReferralProgress.Accepted, (s, g) => s.LinkAsync(Sent.Form(new LinkReferralForm { ReferralId = g.CopyId, PatientId = g.PatientId, Confirmed = true }), default)),
        Receiver(nameof(IncomingReferralService.UnlinkAsync), Permission.HandleReferral, ReferralProgress.Accepted, (s, g) => s.UnlinkAsync(Sent.Form(new ReferralReasonForm { ReferralId = g.CopyId, Reason = "Somebody else" }), default), linked: true),
        Receiver(nameof(IncomingReferralService.AttachVisitAsync), Permission.HandleReferral, ReferralProgress.Accepted, (s, g) => s.AttachVisitAsync(Sent.Form(new AttachVisitForm { ReferralId = g.Id, AppointmentId = g.VisitId }), default)),
        Receiver(nameof(IncomingReferralService.ReportAsync), Permission.ReportReferral, ReferralProgress.InProgress, (s, g) => s.ReportAsync(Sent.Form(new ReportReferralForm { ReferralId = g.Id, Report = "Report" }), default)),
    ];

    private static OperationCase Sender<T>(string method, Permission permission, ReferralProgress? progress, Func<ReferralService, GivenRows, Task<T>> call, bool hold = false, bool outside = false) where T : Result =>
        new($"{nameof(ReferralService)}.{method}", permission, async (world, person) =>
        {
            var given = await GivenRows.AddAsync(world, person, progress, hold, outside);
            return async () => await call(person.Service<ReferralService>(), given);
        });

    private static OperationCase Receiver<T>(string method, Permission permission, ReferralProgress progress, Func<IncomingReferralService, GivenRows, Task<T>> call, bool linked = false) where T : Result =>
        new($"{nameof(IncomingReferralService)}.{method}", permission, async (world, person) =>
        {
            var given = await GivenRows.AddAsync(world, person, progress, false, false, linked);
            return async () => await call(person.Service<IncomingReferralService>(), given);
        });

    private sealed record GivenRows(Guid PatientId, Guid DepartmentId, Guid Id, Guid CopyId, Guid VisitId)
    {
        private static int _minutes;

        public static async Task<GivenRows> AddAsync(ITestWorld world, ActingPerson person, ReferralProgress? progress, bool hold, bool outside, bool linked = false)
        {
            var (organization, now) = (world.OrganizationId, world.Clock.GetUtcNow().UtcDateTime);
            var patientId = person.PatientId ?? Guid.CreateVersion7();
            var author = person.StaffMemberId is null ? world.As(Role.Doctor) : person;
            var cipher = author.Service<IFieldCipher>();
            var department = new Department(Guid.CreateVersion7(), organization, $"D {Guid.NewGuid():N}", null);
            var rows = new GivenRows(patientId, department.Id, Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
            await world.GivenAsync(async open =>
            {
                if (person.PatientId is null)
                {
                    open.Add(new Patient(patientId, organization, $"R-{Guid.NewGuid():N}"[..18], new PersonName("Ada", "Referred"), Sex.Female, new DateOnly(1980, 1, 2), now));
                }

                open.Add(department);
                open.Add(new StaffDepartment(organization, author.StaffMemberId!.Value, department.Id));
                await open.SaveChangesAsync();
                var birthDate = await open.Patients.Where(p => p.Id == patientId).Select(p => p.BirthDate).SingleAsync();
                var at = now.AddDays(40).AddMinutes(Interlocked.Increment(ref _minutes) * 20);
                open.Add(new Appointment(rows.VisitId, organization, patientId, author.StaffMemberId.Value, author.UserId, null, department.Id, at, at.AddMinutes(15), null, AppointmentStatus.Booked, now, author.UserId));
                await open.SaveChangesAsync();

                Referral Make(Guid id, ReferralTo to)
                {
                    var row = cipher.Row<Referral>(open, id);
                    var made = new Referral(id, organization, patientId, new ReferralFacts(to, to == ReferralTo.Department ? department.Id : null, to == ReferralTo.Organization ? world.OtherOrganizationId : null,
                        to == ReferralTo.Organization ? department.Id : null, "There", "Cardiology", ReferralUrgency.Routine, ReferralCategory.Opinion, row.Seal(nameof(Referral.Reason), "Reason"), null, null, null), author.StaffMemberId.Value, author.UserId, true, now);
                    return made;
                }

                var referral = Make(rows.Id, outside ? ReferralTo.Outside : ReferralTo.Department);
                Move(referral);
                if (hold)
                {
                    referral.Hold("Later", now);
                }

                open.Add(referral);
                var template = Make(rows.CopyId, ReferralTo.Organization); // not saved: only what it says is copied
                template.Send(author.UserId, now, now.AddDays(14));
                var copy = new IncomingReferral(organization, department.Id, template, new ReferralSender(world.OtherOrganizationId, "Elsewhere", "Dr Far"), new ReferredPerson(new PersonName("Ada", "Referred"), Sex.Female, birthDate, "X-1", null),
                    cipher.Row<IncomingReferral>(open, rows.CopyId).Seal(nameof(IncomingReferral.Reason), "Reason"), null, null, null);
                copy.Accept(now);
                if (linked)
                {
                    copy.Link(patientId, birthDate, now);
                }

                open.Add(copy);

                void Move(Referral row)
                {
                    if (progress is null)
                    {
                        return;
                    }

                    row.Send(author.UserId, now, now.AddDays(84));
                    if (progress is ReferralProgress.Accepted or ReferralProgress.InProgress)
                    {
                        row.Accept(now);
                    }

                    if (progress is ReferralProgress.InProgress)
                    {
                        row.Book(at, now);
                    }
                }
            });
            await world.TreatsAsync(person, patientId);
            return rows;
        }
    }
}
