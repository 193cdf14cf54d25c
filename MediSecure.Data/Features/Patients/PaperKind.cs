using MediSecure.Data.Access;

namespace MediSecure.Data.Features.Patients;

/// <summary>What of a record goes to paper.</summary>
public enum PaperKind
{
    /// <summary>The summary of the chart.</summary>
    Chart,
    Note,
    Visit,
    Referral,
    Certificate,
}

/// <summary>Who prints what they may read.</summary>
public static class PaperKinds
{
    public static Permission Permission(this PaperKind paper) => paper switch
    {
        PaperKind.Note => Access.Permission.ViewNotes,
        PaperKind.Visit => Access.Permission.ViewEncounters,
        PaperKind.Referral => Access.Permission.ViewReferrals,
        PaperKind.Certificate => Access.Permission.ViewCertificates,
        _ => Access.Permission.ViewPatient,
    };

    /// <summary>As the activity log names it.</summary>
    public static string EntityType(this PaperKind paper) => paper switch
    {
        PaperKind.Note => "ClinicalNote",
        PaperKind.Visit => "Encounter",
        PaperKind.Referral => "Referral",
        PaperKind.Certificate => "Certificate",
        _ => nameof(Patient),
    };
}
