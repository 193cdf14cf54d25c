namespace MediSecure.Data.Changes;

/// <summary>One changed row: what and which, never its content.</summary>
public sealed record EntityChange(Guid OrganizationId, string EntityType, Guid Id, Guid? PatientId = null);

/// <summary>Something changed at an organisation. Carries ids only: whoever is told asks its service again and sees what it may see.</summary>
/// <param name="OrganizationId">Whose rows.</param>
/// <param name="Entities">Names of the changed entities, e.g. <c>Bed</c>.</param>
/// <param name="Ids">Ids of the changed rows.</param>
/// <param name="Number">Rises with every notice of this process.</param>
public sealed record ChangeNotice(Guid OrganizationId, IReadOnlySet<string> Entities, IReadOnlySet<Guid> Ids, long Number)
{
    /// <summary>The whole database was replaced (demo reset): everything is to be asked again.</summary>
    public bool IsReset { get; init; }

    /// <summary>Ids of the patients whose rows changed: an open chart asks again only when it is about its own patient.</summary>
    public IReadOnlySet<Guid> Patients { get; init; } = new HashSet<Guid>();

    /// <summary>Rows of these entities changed, and rows of this patient.</summary>
    public bool ConcernsPatient(Guid patientId, params ReadOnlySpan<string> entities) => IsReset || (Patients.Contains(patientId) && Concerns(entities));

    public bool Concerns(params ReadOnlySpan<string> entities)
    {
        if (IsReset)
        {
            return true;
        }

        foreach (var entity in entities)
        {
            if (Entities.Contains(entity))
            {
                return true;
            }
        }

        return false;
    }
}
