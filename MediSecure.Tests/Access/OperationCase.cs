using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Persistence;
using Microsoft.Extensions.Time.Testing;

namespace MediSecure.Tests.Access;

/// <summary>One database under test with two unrelated organisations; <c>Support/TestDatabase</c> (SQLite and PostgreSQL) implements it.</summary>
public interface ITestWorld
{
    FakeTimeProvider Clock { get; }

    /// <summary>The organisation under test (zone Africa/Lagos).</summary>
    Guid OrganizationId { get; }

    /// <summary>A stranger: none of its rows may ever show.</summary>
    Guid OtherOrganizationId { get; }

    /// <summary>A fresh service scope acting as a person with these roles at <see cref="OrganizationId"/> (one person per set of roles; has a StaffMember row, or a Patient row for the role Patient).</summary>
    ActingPerson As(params Role[] roles);

    /// <summary>The same at the other organisation.</summary>
    ActingPerson AsStranger(params Role[] roles);

    /// <summary>Writes rows directly, as given facts, without permission or audit, in the organisation's scope.</summary>
    Task GivenAsync(Func<MediSecureDbContext, Task> write, Guid? organizationId = null);

    /// <summary>From now on this person may open that patient's chart (a finished visit with them): what every case of a chart operation prepares. Nothing for who needs no relationship.</summary>
    Task TreatsAsync(ActingPerson person, Guid patientId);

    /// <summary>Reads what is in the database now, in the organisation's scope.</summary>
    Task<T> LookAsync<T>(Func<MediSecureDbContext, Task<T>> read, Guid? organizationId = null);
}

/// <summary>Somebody who acts in a test.</summary>
/// <param name="UserId">The sign-in.</param>
/// <param name="StaffMemberId">The staff row, unless a patient.</param>
/// <param name="PatientId">The patient row of a person with the role Patient.</param>
/// <param name="Services">Scoped services acting as this person: <c>person.Services.GetRequiredService&lt;BedService&gt;()</c>.</param>
public sealed record ActingPerson(Guid UserId, Guid? StaffMemberId, Guid? PatientId, IServiceProvider Services)
{
    /// <summary>Where this person is working.</summary>
    public Guid OrganizationId { get; init; }

    public T Service<T>() where T : notnull => (T)Services.GetService(typeof(T))!;

    /// <summary>The doors themselves.</summary>
    public MediSecureDb Doors => Service<MediSecureDb>();
}

/// <summary>One service operation for the access matrix: run for all thirteen roles on both databases. An allowed cell passes only when the call succeeds (and, when it changes
/// something or opens a chart, leaves its audit event); a refused cell only when it is refused with <see cref="AccessDeniedException"/>, nothing changed and the refusal is recorded.</summary>
/// <param name="Operation"><c>BedService.AdmitAsync</c>: class and method, so that reflection can name what has no case.</param>
/// <param name="Permission">What it demands.</param>
/// <param name="Prepare">Makes fresh rows on which the call is legal for the acting person and returns the call. Runs once per cell.</param>
public sealed record OperationCase(string Operation, Permission Permission, Func<ITestWorld, ActingPerson, Task<Func<Task<Result>>>> Prepare);

/// <summary>Each feature's tests have one of these; the matrix finds them by reflection and fails for a public service method without a case.</summary>
public interface IOperationCases
{
    IEnumerable<OperationCase> Cases { get; }
}
