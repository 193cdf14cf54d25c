namespace MediSecure.Data.Persistence;

public enum DatabaseProvider
{
    /// <summary>In memory, for the demo and for tests: created from the model, never migrated.</summary>
    Sqlite,

    /// <summary>Real work: schema from migrations only.</summary>
    PostgreSql,
}
