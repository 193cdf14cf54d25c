using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Departments;
using MediSecure.Tests.Access;

namespace MediSecure.Tests.Features.Departments;

internal sealed class DepartmentOperationCases : IOperationCases
{
    public IEnumerable<OperationCase> Cases =>
    [
        new("DepartmentService.ListAsync", Permission.ViewDepartments, (_, p) => Call(async () => Read(await Service(p).ListAsync(default)))),
        new("DepartmentService.CreateAsync", Permission.EditDepartments, (_, p) => Call(() => Service(p).CreateAsync(Sent.Form(new CreateDepartmentForm { Name = Unique() }), default))),
        new("DepartmentService.EditAsync", Permission.EditDepartments, async (w, p) =>
        {
            var department = await DepartmentAsync(w);
            return () => Service(p).EditAsync(Sent.Form(new EditDepartmentForm { Id = department.Id, Version = department.Version, Name = Unique() }), default);
        }),
        new("DepartmentService.CloseAsync", Permission.EditDepartments, async (w, p) =>
        {
            var department = await DepartmentAsync(w);
            return () => Service(p).CloseAsync(Sent.Form(new CloseDepartmentForm { Id = department.Id, Reason = "Rebuilding" }), default);
        }),
        new("DepartmentService.ReopenAsync", Permission.EditDepartments, async (w, p) =>
        {
            var department = await DepartmentAsync(w, closed: true);
            return () => Service(p).ReopenAsync(department.Id, default);
        }),
        new("DepartmentService.CreateWardAsync", Permission.EditDepartments, async (w, p) =>
        {
            var department = await DepartmentAsync(w);
            return () => Service(p).CreateWardAsync(Sent.Form(new CreateWardForm { DepartmentId = department.Id, Name = Unique() }), default);
        }),
        new("DepartmentService.EditWardAsync", Permission.EditDepartments, async (w, p) =>
        {
            var ward = await WardAsync(w);
            return () => Service(p).EditWardAsync(Sent.Form(new EditWardForm { Id = ward.Id, Version = ward.Version, Name = Unique() }), default);
        }),
        new("DepartmentService.CloseWardAsync", Permission.EditDepartments, async (w, p) =>
        {
            var ward = await WardAsync(w);
            return () => Service(p).CloseWardAsync(Sent.Form(new CloseDepartmentForm { Id = ward.Id, Reason = "Rebuilding" }), default);
        }),
        new("DepartmentService.ReopenWardAsync", Permission.EditDepartments, async (w, p) =>
        {
            var ward = await WardAsync(w, closed: true);
            return () => Service(p).ReopenWardAsync(ward.Id, default);
        }),
    ];

    private static DepartmentService Service(ActingPerson person) => person.Service<DepartmentService>();

    private static string Unique() => $"Place {Guid.NewGuid():N}";

    private static Task<Func<Task<Result>>> Call(Func<Task<Result>> call) => Task.FromResult(call);

    private static Result Read(object rows) => rows is null ? Error.NotFound : Result.Ok;

    private static async Task<Department> DepartmentAsync(ITestWorld world, bool closed = false)
    {
        var department = new Department(Guid.CreateVersion7(), world.OrganizationId, Unique(), null);
        if (closed)
        {
            department.Close("Before", world.Clock.GetUtcNow().UtcDateTime);
        }

        await world.GivenAsync(open => Task.FromResult(open.Add(department)));
        return department;
    }

    private static async Task<Ward> WardAsync(ITestWorld world, bool closed = false)
    {
        var ward = new Ward(Guid.CreateVersion7(), world.OrganizationId, (await DepartmentAsync(world)).Id, Unique());
        if (closed)
        {
            ward.Close("Before", world.Clock.GetUtcNow().UtcDateTime);
        }

        await world.GivenAsync(open => Task.FromResult(open.Add(ward)));
        return ward;
    }
}
