using System.Reflection;

namespace MediSecure.Data.Features.SystemHealth;

/// <summary>What this process says of itself. Made when the host starts. Singleton.</summary>
public sealed class ProcessWatch(TimeProvider clock)
{
    private readonly long _started = clock.GetTimestamp();

    private static readonly string Version = typeof(ProcessWatch).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    public ProcessFigures Read()
    {
        var memory = GC.GetGCMemoryInfo();
        return new ProcessFigures(Version, Environment.Version.ToString(), Environment.MachineName, clock.GetElapsedTime(_started), Environment.WorkingSet, GC.GetTotalMemory(false),
            memory.TotalAvailableMemoryBytes, Environment.ProcessorCount, ThreadPool.ThreadCount, ThreadPool.PendingWorkItemCount);
    }
}
