namespace MediSecure.Data.Common;

/// <summary>What kind of refusal an <see cref="Error"/> is; decides how a screen shows it, never what it says.</summary>
public enum ErrorKind
{
    /// <summary>The input breaks a rule of shape or range; the person can correct it.</summary>
    Invalid,
    /// <summary>Somebody or something else got there first, or the state no longer allows it.</summary>
    Conflict,
    /// <summary>No such thing for this person: unknown id, another organisation's id, another patient's id.</summary>
    NotFound,
    /// <summary>The person may not do this.</summary>
    Denied,
    /// <summary>The database is busy or away; trying again is safe.</summary>
    Busy,
}

/// <summary>An expected failure. <paramref name="Message"/> says what happened, why, and what to do next; it carries no patient data beyond
/// what the person asked about and may already see. Open for kinds that bring data with them, such as the free times after a lost slot.</summary>
/// <param name="Code">Stable dotted name, e.g. <c>bed.already-occupied</c>.</param>
/// <param name="Message">A sentence or two for the person at the screen.</param>
/// <param name="Kind">How a screen treats it.</param>
/// <param name="Field">Name of the form field it belongs to, when there is one.</param>
public record Error(string Code, string Message, ErrorKind Kind = ErrorKind.Invalid, string? Field = null)
{
    /// <summary>The same answer for an unknown id and for an id of somebody else.</summary>
    public static readonly Error NotFound = new("not-found", "This does not exist, or it is not yours to see. Check the address or go back to the list.", ErrorKind.NotFound);

    public static readonly Error Stale = new("stale", "Somebody else changed this while you had it open. What you typed is kept; look at the current values, then save again.", ErrorKind.Conflict);

    public static readonly Error Busy = new("busy", "The database did not answer in time, so nothing was saved. Try again in a moment.", ErrorKind.Busy);

    public static Error Invalid(string code, string message, string? field = null) => new(code, message, ErrorKind.Invalid, field);

    public static Error Conflict(string code, string message, string? field = null) => new(code, message, ErrorKind.Conflict, field);
}
