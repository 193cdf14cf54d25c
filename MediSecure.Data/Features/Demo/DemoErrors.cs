using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Demo;

public static class DemoErrors
{
    public static readonly Error NotADemo = Error.Conflict("demo.not-a-demo", "This is not a demo, so nothing was reset: the data here is kept. Only a host in demo mode starts anew.");
}
