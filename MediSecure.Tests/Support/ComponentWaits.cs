using System.Runtime.CompilerServices;
using Bunit;

namespace MediSecure.Tests.Support;

/// <summary>Component tests over real services wait for what they assert as long as a loaded machine needs; one second is bUnit's own limit.</summary>
internal static class ComponentWaits
{
    [ModuleInitializer]
    internal static void Set() => BunitContext.DefaultWaitTimeout = TimeSpan.FromSeconds(20);
}
