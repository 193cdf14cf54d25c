using System.Reflection;
using MediSecure.Data.Access;
using Microsoft.AspNetCore.Authorization;

namespace MediSecure.Web.Hosting;

/// <summary>Which permission a page's policy names.</summary>
public static class PagePermissions
{
    public static Permission? Of(Type page) =>
        page.GetCustomAttributes<AuthorizeAttribute>(true).Select(attribute => Parse(attribute.Policy)).FirstOrDefault(permission => permission is not null);

    public static Permission? Of(Endpoint? endpoint) =>
        endpoint?.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(data => Parse(data.Policy)).FirstOrDefault(permission => permission is not null);

    private static Permission? Parse(string? policy) => Enum.TryParse<Permission>(policy, out var permission) && Enum.IsDefined(permission) ? permission : null;
}
