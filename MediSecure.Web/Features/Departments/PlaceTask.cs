namespace MediSecure.Web.Features.Departments;

/// <summary>What can be done with a department or a ward.</summary>
public enum PlaceTask
{
    CreateDepartment,
    CreateWard,
    Edit,
    Close,
    Reopen,
}
