using MediSecure.Data.Jobs;

namespace MediSecure.Data.Features.SystemHealth;

/// <summary>How the machinery is doing; nothing clinical, nobody's name.</summary>
/// <param name="At">UTC, when it was asked.</param>
/// <param name="Subscribers">Parts of open pages that listen for changes.</param>
/// <param name="FailedSignIns">The last 24 hours of this organisation, one entry per hour, oldest first, hours without any included.</param>
public sealed record SystemHealthDetail(DateTime At, DatabaseFigures Database, IReadOnlyList<JobStatus> Jobs, CircuitFigures Circuits, int Subscribers, ProcessFigures Process,
    IReadOnlyList<HourCount> FailedSignIns);

/// <summary>What the database says of itself.</summary>
/// <param name="Product">With version, e.g. <c>PostgreSQL 15.18</c>.</param>
/// <param name="InMemory">The demo: gone when the process ends.</param>
/// <param name="Latency">Of one small question, asked now; null when it did not answer.</param>
/// <param name="SizeBytes">Null when unknown.</param>
/// <param name="Pool">Null for the memory database, which needs none.</param>
/// <param name="PendingMigrations">Names of migrations that this version needs and the database does not have.</param>
public sealed record DatabaseFigures(string Product, bool InMemory, TimeSpan? Latency, long? SizeBytes, PoolFigures? Pool, IReadOnlyList<string> PendingMigrations)
{
    public bool Answers => Latency is not null;
}

/// <summary>Connections of this host's application name, as the server counts them.</summary>
/// <param name="Active">Running a statement now.</param>
/// <param name="Idle">Kept open.</param>
/// <param name="Most">Limit of one host's pool.</param>
/// <param name="ServerMost">Limit of the server for everybody.</param>
public sealed record PoolFigures(int Active, int Idle, int Most, int ServerMost);

/// <summary>Open pages of this process.</summary>
public sealed record CircuitFigures(int Open, int Connected, int Peak);

/// <summary>This process. Sizes in bytes.</summary>
public sealed record ProcessFigures(string Version, string Runtime, string Node, TimeSpan Uptime, long WorkingSet, long ManagedHeap, long MemoryLimit, int Processors, int Threads, long Waiting);

/// <param name="StartsAt">UTC, first instant of the hour.</param>
/// <param name="Count">How many in that hour.</param>
public sealed record HourCount(DateTime StartsAt, int Count);
