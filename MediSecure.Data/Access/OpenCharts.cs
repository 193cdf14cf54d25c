using MediSecure.Data.Common;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Access;

/// <summary>Whose rows a list of work shows: of patients whose chart opens to the caller, and of nobody else.</summary>
internal static class OpenCharts
{
    /// <summary>The rows of patients whom the caller treats and who do not keep the caller out; all of them for who needs no such relationship.</summary>
    public static IQueryable<T> Openable<T>(this IQueryable<T> rows, MediSecureDbContext db, DateTime now)
        where T : class, IPatientOwned =>
        ListedCharts.Openable(db, rows, row => EF.Property<Guid>(row, nameof(IPatientOwned.PatientId)), now);
}
