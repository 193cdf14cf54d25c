using MediSecure.Data.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace MediSecure.Web.Hosting;

/// <summary>One policy per <see cref="Permission"/>, by its name. Whether it is held is read from the membership rows, as the doors read it, never from the cookie.</summary>
public sealed record PermissionRequirement(Permission Permission) : IAuthorizationRequirement;

/// <summary>Grants what is held. While the database is away nobody knows, so this throws and grants nothing: a request is answered by <see cref="DatabaseAway"/>, and in a circuit the boundary
/// round the router says so and goes on when the database is back. No refusal is recorded, because nobody was refused.</summary>
internal sealed class PermissionHandler(CurrentAccess access) : AuthorizationHandler<PermissionRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        if (await access.HoldsAsync(requirement.Permission))
        {
            context.Succeed(requirement);
        }
    }
}

/// <summary>A refused page is answered with 403 at its own address, and the refusal is recorded.</summary>
internal sealed class RefusedPages : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler _usual = new();

    public async Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (!authorizeResult.Forbidden)
        {
            await _usual.HandleAsync(next, context, policy, authorizeResult);
            return;
        }

        if (PagePermissions.Of(context.GetEndpoint()) is { } permission)
        {
            await context.RequestServices.GetRequiredService<MediSecureDb>().RecordRefusalAsync(permission, context.RequestAborted);
        }

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
    }
}

public static class PermissionPolicies
{
    public static IServiceCollection AddPermissionPolicies(this IServiceCollection services)
    {
        services.AddAuthorization(options =>
        {
            foreach (var permission in Enum.GetValues<Permission>())
            {
                options.AddPolicy(permission.ToString(), policy => policy.RequireAuthenticatedUser().AddRequirements(new PermissionRequirement(permission)));
            }

            // Whoever forgets to say who may come in lets nobody in without a sign-in.
            options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
        });
        services.AddScoped<IAuthorizationHandler, PermissionHandler>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, RefusedPages>();
        return services;
    }
}
