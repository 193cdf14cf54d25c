using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Features.EmergencyAccess;
using MediSecure.Data.Features.Patients;
using MediSecure.Tests.Access;
using MediSecure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Tests.Features.EmergencyAccess;

/// <summary>A legal call of every operation of emergency access, for the access matrix.</summary>
public sealed class EmergencyOperationCases : IOperationCases
{
    /// <summary>What everybody types who has to type one.</summary>
    public const string Password = "correct horse battery staple";

    private static readonly string Hash = QuickPasswords.Hash(Password);

    public IEnumerable<OperationCase> Cases =>
    [
        Own("OwnAsync", async (service, patientId, _) => await service.OwnAsync(patientId, default), granted: true),
        Own("OpenAsync", async (service, patientId, _) => await service.OpenAsync(Form(patientId), default), granted: false),
        Own("EndAsync", (service, patientId, _) => service.EndAsync(patientId, default), granted: true),
        Review("ListAsync", async (service, _, _) => await service.ListAsync(false, new PageRequest(), default)),
        Review("FiguresAsync", async (service, _, _) => await service.FiguresAsync(default)),
        Review("DetailAsync", async (service, grantId, _) => await service.DetailAsync(grantId, default)),
        Review("ReviewAsync", (service, grantId, version) => service.ReviewAsync(Sent.Form(new ReviewEmergencyAccessForm { GrantId = grantId, Version = version, Outcome = EmergencyOutcome.Justified }), default)),
    ];

    public static OpenEmergencyAccessForm Form(Guid patientId) =>
        Sent.Form(new OpenEmergencyAccessForm { PatientId = patientId, Reason = EmergencyReason.LifeThreatening, Explanation = "Collapsed in the corridor, nobody else here", Password = Password, Confirmed = true });

    /// <summary>Lets this person type <see cref="Password"/>.</summary>
    public static Task HasPasswordAsync(ITestWorld world, Guid userId, Guid? organizationId = null) =>
        world.GivenAsync(async db =>
        {
            var user = await db.Users.SingleAsync(u => u.Id == userId);
            (user.PasswordHash, user.LockoutEnabled) = (Hash, true);
        }, organizationId);

    private static OperationCase Own(string method, Func<EmergencyAccessService, Guid, Guid, Task<Result>> call, bool granted) =>
        new($"{nameof(EmergencyAccessService)}.{method}", Permission.UseEmergencyAccess, async (world, person) =>
        {
            await HasPasswordAsync(world, person.UserId);
            var patientId = await PatientAsync(world);
            if (granted)
            {
                await GrantAsync(world, patientId, person.UserId);
            }

            return () => call(person.Service<EmergencyAccessService>(), patientId, Guid.Empty);
        });

    private static OperationCase Review(string method, Func<EmergencyAccessService, Guid, Guid, Task<Result>> call) =>
        new($"{nameof(EmergencyAccessService)}.{method}", Permission.ReviewEmergencyAccess, async (world, person) =>
        {
            // Another case marks somebody; here everybody who may is one.
            await world.GivenAsync(async db => (await db.OrganizationMemberships.Where(m => m.OrganizationId == world.OrganizationId && m.PrivacyOfficerFromAt != null && m.EndedAt == null).ToListAsync())
                .ForEach(m => m.MarkPrivacyOfficer(false, world.Clock.GetUtcNow().UtcDateTime)));
            var grant = await GrantAsync(world, await PatientAsync(world), world.As(Role.Nurse, Role.Logistics).UserId);
            return () => call(person.Service<EmergencyAccessService>(), grant.Id, grant.Version);
        });

    private static async Task<Guid> PatientAsync(ITestWorld world)
    {
        var patient = new Patient(Guid.CreateVersion7(), world.OrganizationId, $"E-{Guid.NewGuid():N}"[..20], new PersonName("Emergency", "Case"), Sex.Female, new DateOnly(1980, 1, 2), world.Clock.GetUtcNow().UtcDateTime);
        await world.GivenAsync(db =>
        {
            db.Add(patient);
            return Task.CompletedTask;
        });
        return patient.Id;
    }

    private static async Task<EmergencyGrant> GrantAsync(ITestWorld world, Guid patientId, Guid userId)
    {
        var grant = new EmergencyGrant(Guid.CreateVersion7(), world.OrganizationId, patientId, userId, EmergencyReason.UrgentCare, null, StepUpKind.Password, world.Clock.GetUtcNow().UtcDateTime, 60);
        await world.GivenAsync(db =>
        {
            db.Add(grant);
            return Task.CompletedTask;
        });
        return grant;
    }
}
