using System.Runtime.CompilerServices;

namespace MediSecure.Tests.Support;

/// <summary>Where the sources lie.</summary>
internal static class RepositoryFiles
{
    public static string Root { get; } = Find();

    private static string Find([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "../.."));
}
