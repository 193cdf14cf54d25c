namespace MediSecure.Web.Hosting;

/// <summary>The addresses that operators and load balancers ask.</summary>
public static class Health
{
    public static IEndpointRouteBuilder MapHealth(this IEndpointRouteBuilder app) => app;
}
