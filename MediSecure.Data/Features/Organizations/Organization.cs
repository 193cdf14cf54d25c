using MediSecure.Data.Access;
using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Organizations;

/// <summary>What an organisation is; the tree may hold any mixture. FHIR: Organization.type.</summary>
public enum OrganizationType
{
    Headquarters,
    Hospital,
    Clinic,
    Laboratory,
    Pharmacy,
    Other,
}

/// <summary>A hospital, clinic or headquarters; the boundary of what anyone can see. FHIR: Organization (partOf = <see cref="ParentId"/>).</summary>
public sealed class Organization : IOrganizationOwned, IVersioned
{
    /// <summary>Owner of events that belong to no organisation, such as a sign-in with an unknown name. No row has this id.</summary>
    public static readonly Guid PlatformId = new("00000000-0000-0000-0000-0000000000f0");

    private Organization()
    {
    }

    public Organization(Guid id, string name, OrganizationType type, string timeZone, Guid? parentId, string recordNumberPrefix, string currency, string country)
    {
        Id = id;
        Name = name;
        Type = type;
        TimeZone = timeZone;
        ParentId = parentId;
        RecordNumberPrefix = recordNumberPrefix;
        Currency = currency;
        Country = country;
    }

    public Guid Id { get; private set; }

    /// <summary>An organisation owns itself.</summary>
    public Guid OrganizationId => Id;

    public Guid? ParentId { get; private set; }

    public string Name { get; private set; } = "";

    public OrganizationType Type { get; private set; }

    /// <summary>IANA zone, e.g. <c>Africa/Lagos</c>: every time shown to people here is in this zone.</summary>
    public string TimeZone { get; private set; } = "";

    /// <summary>Letters before a patient's number, e.g. <c>CH</c> in CH-100061.</summary>
    public string RecordNumberPrefix { get; private set; } = "";

    /// <summary>ISO 4217 code of money here.</summary>
    public string Currency { get; private set; } = "";

    /// <summary>ISO 3166-1 code: where a telephone number without a country code is meant.</summary>
    public string Country { get; private set; } = "";

    /// <summary>How many hours before the start a patient may still cancel or move a visit by themselves.</summary>
    public int PatientCancelHours { get; private set; } = 2;

    /// <summary>How many days after a visit the clinician may still open the patient's chart; this and the next two are <see cref="CareTerms"/>.</summary>
    public int CareDaysAfterVisit { get; private set; } = CareTerms.Usual.DaysAfterVisit;

    /// <summary>The same after an inpatient stay.</summary>
    public int CareDaysAfterStay { get; private set; } = CareTerms.Usual.DaysAfterStay;

    /// <summary>How long emergency access lasts.</summary>
    public int EmergencyMinutes { get; private set; } = CareTerms.Usual.EmergencyMinutes;

    public DateTime? ClosedAt { get; private set; }

    public Guid Version { get; private set; }

    public void Edit(string name, OrganizationType type, string timeZone, string currency, string country, int patientCancelHours)
    {
        Name = name;
        Type = type;
        TimeZone = timeZone;
        Currency = currency;
        Country = country;
        PatientCancelHours = patientCancelHours;
    }

    /// <summary>How long charts stay open to those who treated the patient, and how long emergency access lasts.</summary>
    public void SetCare(CareTerms terms)
    {
        CareDaysAfterVisit = terms.DaysAfterVisit;
        CareDaysAfterStay = terms.DaysAfterStay;
        EmergencyMinutes = terms.EmergencyMinutes;
    }

    /// <summary>Nobody works at a closed organisation any more; its parent's administrators can reopen it. What is still going on there is looked at by the service.</summary>
    public Result Close(DateTime at)
    {
        if (ClosedAt is not null)
        {
            return OrganizationErrors.AlreadyClosed;
        }

        if (ParentId is null)
        {
            return OrganizationErrors.TopCannotClose;
        }

        ClosedAt = at;
        return Result.Ok;
    }

    public Result Reopen()
    {
        if (ClosedAt is null)
        {
            return OrganizationErrors.NotClosed;
        }

        ClosedAt = null;
        return Result.Ok;
    }
}
