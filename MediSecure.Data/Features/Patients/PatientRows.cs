namespace MediSecure.Data.Features.Patients;

/// <summary>A patient in a list: name and two identifiers (record number, birth date).</summary>
public sealed record PatientRow(Guid Id, string Name, string RecordNumber, DateOnly BirthDate, Sex Sex, bool IsDeceased)
{
    /// <summary>The chart opens to who asked without emergency access; see <c>CareRelationship</c>.</summary>
    public bool Opens { get; init; }

    /// <summary>The chart asks for a reason; false too for who may not know (<see cref="Access.ProtectedField.ChartRestriction"/>).</summary>
    public bool IsRestricted { get; init; }
}

/// <summary>What a search found.</summary>
/// <param name="Rows">At most as many as were asked for, best first.</param>
/// <param name="More">There are others: more of the name or a birth date narrows it down.</param>
/// <param name="TooShort">Nothing was searched: fewer than two letters or digits.</param>
public sealed record PatientMatches(IReadOnlyList<PatientRow> Rows, bool More, bool TooShort)
{
    public static readonly PatientMatches NothingAsked = new([], false, true);
}

/// <summary>What came of a registration: a patient, or the question whether it is one of these.</summary>
/// <param name="Registered">The new patient; null while the question stands.</param>
/// <param name="Similar">People with the same birth date and a similar name; empty once registered.</param>
public sealed record RegistrationOutcome(PatientRow? Registered, IReadOnlyList<PatientRow> Similar);

/// <summary>One patient's page: banner and contact data.</summary>
/// <param name="Id">The patient.</param>
/// <param name="Name">In reading order, title included.</param>
/// <param name="Parts">The name in parts, for editing.</param>
/// <param name="Sex">Administrative sex.</param>
/// <param name="BirthDate">A pure date.</param>
/// <param name="AgeYears">Whole years today, or at death.</param>
/// <param name="AgeMonths">Whole months, for small children.</param>
/// <param name="RecordNumber">Here.</param>
/// <param name="Phone">As written.</param>
/// <param name="Email">As written.</param>
/// <param name="Address">May have several lines.</param>
/// <param name="NextOfKinName">As written.</param>
/// <param name="NextOfKinPhone">As written.</param>
/// <param name="NationalId">As written.</param>
/// <param name="Unreadable">At least one of the six above stands in the database and cannot be read; IT support has been told.</param>
/// <param name="HasSignIn">The patient can sign in.</param>
/// <param name="RegisteredAt">UTC.</param>
/// <param name="DeceasedAt">UTC; null while alive as far as known.</param>
/// <param name="Version">For <see cref="EditPatientForm"/>.</param>
public sealed record PatientDetail(Guid Id, string Name, PersonName Parts, Sex Sex, DateOnly BirthDate, int AgeYears, int AgeMonths, string RecordNumber, string? Phone, string? Email, string? Address,
    string? NextOfKinName, string? NextOfKinPhone, string? NationalId, bool Unreadable, bool HasSignIn, DateTime RegisteredAt, DateTime? DeceasedAt, Guid Version)
{
    /// <summary>Why everybody gives a reason to open this chart; null too for who may not know (<see cref="Access.ProtectedField.ChartRestriction"/>).</summary>
    public ChartRestriction? Restriction { get; init; }

    /// <summary>Since when; UTC.</summary>
    public DateTime? RestrictedAt { get; init; }

    /// <summary>Admitted and not gone: in no queue.</summary>
    public bool Inpatient { get; init; }
}
