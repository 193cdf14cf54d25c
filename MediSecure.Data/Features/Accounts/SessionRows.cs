namespace MediSecure.Data.Features.Accounts;

/// <summary>A sign-in that counts now.</summary>
/// <param name="StartedAt">UTC.</param>
/// <param name="SeenAt">UTC, to about half a minute.</param>
/// <param name="EndsAt">UTC; at the latest.</param>
/// <param name="Address">Network address of the browser when it signed in.</param>
/// <param name="Agent">Browser and system, e.g. <c>Firefox on Windows</c>.</param>
/// <param name="IsThis">The one that asks.</param>
public sealed record SessionRow(Guid Id, DateTime StartedAt, DateTime SeenAt, DateTime EndsAt, string? Address, string Agent, SecondFactor SecondFactor, bool IsThis);
