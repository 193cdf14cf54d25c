using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Patients;

/// <summary>One word of a patient's name, so that any part of a name is found by a range on one index (2–4 pages at any size). Kept by the service that saves the
/// patient; rebuilt from the patient, never edited.</summary>
public sealed class PatientSearchWord : IPatientOwned
{
    private PatientSearchWord()
    {
    }

    public PatientSearchWord(Guid organizationId, Guid patientId, string word)
    {
        OrganizationId = organizationId;
        PatientId = patientId;
        Word = word;
    }

    public Guid OrganizationId { get; private set; }

    public Guid PatientId { get; private set; }

    public string Word { get; private set; } = "";
}

/// <summary>The last record number given at an organisation. Changed only under its lock.</summary>
public sealed class RecordNumberCounter : IOrganizationOwned
{
    private RecordNumberCounter()
    {
    }

    public RecordNumberCounter(Guid organizationId, long last)
    {
        OrganizationId = organizationId;
        Last = last;
    }

    public Guid OrganizationId { get; private set; }

    public long Last { get; private set; }

    public long Next() => ++Last;
}
