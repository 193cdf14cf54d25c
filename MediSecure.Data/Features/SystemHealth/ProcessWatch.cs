using System.Diagnostics;
using System.Reflection;

namespace MediSecure.Data.Features.SystemHealth;

/// <summary>What this process says of itself. Its own clock is the machine's, also in tests. Singleton.</summary>
public sealed class ProcessWatch
{
    private readonly DateTimeOffset _started = new(Process.GetCurrentProcess().StartTime.ToUniversalTime(), TimeSpan.Zero);

    private static readonly string Version = typeof(ProcessWatch).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    public ProcessFigures Read()
    {
        var memory = GC.GetGCMemoryInfo();
        return new ProcessFigures(Version, Environment.Version.ToString(), Environment.MachineName, TimeProvider.System.GetUtcNow() - _started, Environment.WorkingSet, GC.GetTotalMemory(false),
            memory.TotalAvailableMemoryBytes, Environment.ProcessorCount, ThreadPool.ThreadCount, ThreadPool.PendingWorkItemCount);
    }
}
