using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Organizations;

public static class OrganizationErrors
{
    public static readonly Error NameTaken = Error.Conflict("organization.name-taken",
        "An organisation with this name stands at the same place of the tree already; it may be closed. Choose another name.", "Name");

    public static readonly Error AlreadyClosed = Error.Conflict("organization.already-closed", "This organisation is closed already, so nothing was changed.");

    public static readonly Error NotClosed = Error.Conflict("organization.not-closed", "This organisation is open already, so nothing was changed.");

    public static readonly Error TopCannotClose = Error.Conflict("organization.top-cannot-close",
        "This organisation stands at the top of its tree, and only an administrator above it could reopen it, so it cannot be closed here.");

    /// <param name="what">What is still going on, e.g. <c>2 patients in beds and 14 coming visits</c>.</param>
    public static Error InUse(string what) => Error.Conflict("organization.in-use", $"The organisation cannot be closed: it still has {what}. End or move them first.");

    public static readonly Error CountryInUse = Error.Conflict("organization.country-in-use",
        "The country cannot be changed once patients are registered: telephone numbers without a country code were read as numbers of the present country.", "Country");

    /// <param name="visits">How many visits are booked.</param>
    public static Error ZoneInUse(int visits) => Error.Conflict("organization.zone-in-use",
        $"The time zone cannot be changed while {Listing.Count(visits, "coming visit is", "coming visits are")} booked: their times were agreed in the present zone. Move or cancel them first.", "TimeZone");
}
