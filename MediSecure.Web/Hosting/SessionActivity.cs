using MediSecure.Data.Access;
using Microsoft.AspNetCore.Components.Endpoints;

namespace MediSecure.Web.Hosting;

/// <summary>Asking for a page or posting a form is something a person does; styles, scripts and the traffic of a circuit are not.</summary>
public static class SessionActivity
{
    public static IApplicationBuilder UseSessionActivity(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (http.Features.Get<SessionStanding>() is { } session && IsOfAPerson(http))
        {
            await http.RequestServices.GetRequiredService<SessionStore>().TouchAsync(session.Id);
        }

        await next();
    });

    private static bool IsOfAPerson(HttpContext http) => http.GetEndpoint()?.Metadata is { } metadata
        && (metadata.GetMetadata<ComponentTypeMetadata>() is not null || (HttpMethods.IsPost(http.Request.Method) && metadata.GetMetadata<NotOfAPersonAttribute>() is null
            && !http.Request.Path.StartsWithSegments("/_blazor", StringComparison.OrdinalIgnoreCase)));
}

/// <summary>Posted by the page itself, not by the person in front of it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NotOfAPersonAttribute : Attribute;
