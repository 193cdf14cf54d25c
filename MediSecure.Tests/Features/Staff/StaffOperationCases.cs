using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Features.Staff;
using MediSecure.Tests.Access;
using MediSecure.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Tests.Features.Staff;

internal sealed class StaffOperationCases : IOperationCases
{
    public IEnumerable<OperationCase> Cases =>
    [
        new("StaffService.ListAsync", Permission.ViewStaff, (_, p) => Call(async () => Read(await Service(p).ListAsync(new StaffQuery(new PageRequest()), default)))),
        new("StaffService.DetailAsync", Permission.ViewStaff, async (w, p) =>
        {
            var nurse = await NurseAsync(w);
            return async () => await Service(p).DetailAsync(nurse.StaffMemberId!.Value, default);
        }),
        new("StaffService.LicencesAsync", Permission.ViewStaff, (_, p) => Call(async () => Read(await Service(p).LicencesAsync(default)))),
        new("StaffService.AddAsync", Permission.EditStaff, (_, p) => Call(() =>
            Service(p).AddAsync(Sent.Form(new AddStaffForm { Email = $"{Guid.NewGuid():N}@example.com", Name = "Somebody New", Roles = [Role.Nurse] }), default))),
        new("StaffService.EditAsync", Permission.EditStaff, async (w, p) =>
        {
            var nurse = await NurseAsync(w);
            var version = await w.LookAsync(look => look.StaffMembers.Where(s => s.Id == nurse.StaffMemberId).Select(s => s.Version).SingleAsync());
            return () => Service(p).EditAsync(Sent.Form(new EditStaffForm { Id = nurse.StaffMemberId!.Value, Version = version, Name = "Another Name" }), default);
        }),
        new("StaffService.MarkAsLeftAsync", Permission.EditStaff, async (w, p) =>
        {
            var nurse = await NurseAsync(w);
            return () => Service(p).MarkAsLeftAsync(nurse.StaffMemberId!.Value, default);
        }),
        new("StaffService.ReturnAsync", Permission.EditStaff, async (w, p) =>
        {
            var nurse = await NurseAsync(w);
            await w.GivenAsync(async open => (await open.StaffMembers.SingleAsync(s => s.Id == nurse.StaffMemberId)).Leave(w.Clock.GetUtcNow().UtcDateTime));
            return () => Service(p).ReturnAsync(nurse.StaffMemberId!.Value, default);
        }),
        new("MembershipService.HistoryAsync", Permission.ViewStaff, async (w, p) =>
        {
            var nurse = await NurseAsync(w);
            return async () => Read(await Roles(p).HistoryAsync(nurse.UserId, default));
        }),
        new("MembershipService.GrantAsync", Permission.GrantRole, async (w, p) =>
        {
            var nurse = await NurseAsync(w);
            return async () => await Roles(p).GrantAsync(Sent.Form(new GrantRoleForm { UserId = nurse.UserId, Role = Role.Logistics }), default);
        }),
        new("MembershipService.ProposalsAsync", Permission.GrantRole, async (w, p) =>
        {
            await ProposalAsync(w);
            return async () => Read(await Roles(p).ProposalsAsync(default));
        }),
        new("MembershipService.ConfirmAdministratorAsync", Permission.GrantRole, async (w, p) =>
        {
            var proposal = await ProposalAsync(w);
            return () => Roles(p).ConfirmAdministratorAsync(proposal, default);
        }),
        new("MembershipService.DeclineAdministratorAsync", Permission.GrantRole, async (w, p) =>
        {
            var proposal = await ProposalAsync(w);
            return () => Roles(p).DeclineAdministratorAsync(proposal, default);
        }),
        new("MembershipService.EndAsync", Permission.GrantRole, async (w, p) =>
        {
            var nurse = await NurseAsync(w);
            var membership = await w.LookAsync(look => look.OrganizationMemberships.Where(m => m.UserId == nurse.UserId).Select(m => m.Id).SingleAsync());
            return () => Roles(p).EndAsync(membership, default);
        }),
        new("MembershipService.MarkPrivacyOfficerAsync", Permission.GrantRole, async (w, p) =>
        {
            var administrator = await ((TestDatabase)w).People.AdministratorAsync(w.OrganizationId);
            var membership = await w.LookAsync(look => look.OrganizationMemberships.Where(m => m.UserId == administrator.UserId).Select(m => m.Id).SingleAsync());
            return () => Roles(p).MarkPrivacyOfficerAsync(membership, true, default);
        }),
    ];

    private static StaffService Service(ActingPerson person) => person.Service<StaffService>();

    private static MembershipService Roles(ActingPerson person) => person.Service<MembershipService>();

    private static async Task<Guid> ProposalAsync(ITestWorld w)
    {
        var (proposer, nurse, id) = (await ((TestDatabase)w).People.AdministratorAsync(w.OrganizationId), await NurseAsync(w), Guid.CreateVersion7());
        await w.GivenAsync(open =>
        {
            open.Add(new AdministratorProposal(id, w.OrganizationId, nurse.UserId, proposer.UserId, w.Clock.GetUtcNow().UtcDateTime));
            return Task.CompletedTask;
        });
        return id;
    }

    private static Task<ActingPerson> NurseAsync(ITestWorld world) => ((TestDatabase)world).People.NurseAsync(world.OrganizationId);

    private static Task<Func<Task<Result>>> Call(Func<Task<Result>> call) => Task.FromResult(call);

    private static Result Read(object rows) => rows is null ? Error.NotFound : Result.Ok;
}
