using Microsoft.AspNetCore.Authentication.Cookies;

namespace MediSecure.Web.Components.Account;

/// <summary>A cookie whose name fits the scheme. The sign-in cookie is <c>__Host-ms</c> on https and <c>ms-demo</c> on http: the prefix makes a browser refuse a cookie that is not Secure.</summary>
internal sealed class SchemeCookies(string https = SchemeCookies.Https, string http = SchemeCookies.Http) : ICookieManager
{
    public const string Https = "__Host-ms";
    public const string Http = "ms-demo";
    private readonly ChunkingCookieManager _inner = new();

    private string NameFor(HttpContext context) => context.Request.IsHttps ? https : http;

    public string? GetRequestCookie(HttpContext context, string key) => _inner.GetRequestCookie(context, NameFor(context));

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
        _inner.AppendResponseCookie(context, NameFor(context), value, options);

    public void DeleteCookie(HttpContext context, string key, CookieOptions options) => _inner.DeleteCookie(context, NameFor(context), options);
}
