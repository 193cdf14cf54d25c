using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Organizations;
using MediSecure.Tests.Access;
using MediSecure.Tests.Support;

namespace MediSecure.Tests.Features.Organizations;

internal sealed class OrganizationOperationCases : IOperationCases
{
    public IEnumerable<OperationCase> Cases =>
    [
        new("OrganizationService.TreeAsync", Permission.ViewOrganizations, (_, p) => Call(async () => await Service(p).TreeAsync(default) is { Count: > 0 } ? Result.Ok : Error.NotFound)),
        new("OrganizationService.DetailAsync", Permission.ViewOrganizations, (_, p) => Call(async () => await Service(p).DetailAsync(default))),
        new("OrganizationService.FiguresAsync", Permission.ViewOrganizations, (_, p) => Call(async () => await Service(p).FiguresAsync(default) is not null ? Result.Ok : Error.NotFound)),
        new("OrganizationService.CreateAsync", Permission.CreateOrganization, (_, p) => Call(() => Service(p).CreateAsync(Sent.Form(new CreateOrganizationForm
        {
            Name = $"Clinic {Guid.NewGuid():N}", Type = OrganizationType.Clinic, TimeZone = "Africa/Lagos", Currency = "NGN", Country = "NG", RecordNumberPrefix = "XX",
        }), default))),
        new("OrganizationService.EditAsync", Permission.EditOrganization, async (w, p) =>
        {
            var form = EditOrganizationForm.From((await w.As(Role.Administrator).Service<OrganizationService>().DetailAsync(default)).Value);
            form.Name = $"Hospital {Guid.NewGuid():N}";
            return () => Service(p).EditAsync(Sent.Form(form), default);
        }),
        new("OrganizationService.CloseAsync", Permission.EditOrganization, async (w, p) =>
        {
            // The organisation under test stands at the top and stays open for the other cells: whoever may close does so at a child of their own.
            var database = (TestDatabase)w;
            var actor = p;
            if (await p.Service<CurrentAccess>().HoldsAsync(Permission.EditOrganization))
            {
                actor = await database.People.AlsoAtAsync(p, await database.Given.OrganizationAsync(parentId: w.OrganizationId), Role.Administrator);
            }

            return () => Service(actor).CloseAsync(Sent.Form(new CloseOrganizationForm { Reason = "The lease ended" }), default);
        }),
        new("OrganizationService.ReopenAsync", Permission.EditOrganization, async (w, p) =>
        {
            var child = new Organization(Guid.CreateVersion7(), $"Clinic {Guid.NewGuid():N}", OrganizationType.Clinic, "Africa/Lagos", w.OrganizationId, "XX", "NGN", "NG");
            child.Close(w.Clock.GetUtcNow().UtcDateTime);
            await w.GivenAsync(open => Task.FromResult(open.Add(child)), child.Id);
            return () => Service(p).ReopenAsync(child.Id, default);
        }),
    ];

    private static OrganizationService Service(ActingPerson person) => person.Service<OrganizationService>();

    private static Task<Func<Task<Result>>> Call(Func<Task<Result>> call) => Task.FromResult(call);
}
