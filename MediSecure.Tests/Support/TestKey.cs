using MediSecure.Data.Persistence;

namespace MediSecure.Tests.Support;

/// <summary>The master key of this run, in a file as an operator has it.</summary>
internal static class TestKey
{
    private static readonly Lazy<string> Made = new(() =>
    {
        var path = Path.Combine(Path.GetTempPath(), $"medisecure-test-{Environment.ProcessId}-{Guid.NewGuid():N}.key");
        MasterKey.Create(path);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => System.IO.File.Delete(path);
        return path;
    });

    public static string File => Made.Value;
}
