using MediSecure.Data.Features.Patients;

namespace MediSecure.Data.Features.DiagnosisCodes;

/// <summary>A code of ICD-10-CM, the same for everybody: public, of no organisation and about no patient. Codes are never deleted, because rows name them; what the list drops is retired.
/// FHIR: CodeSystem.concept.</summary>
public sealed class DiagnosisCode
{
    public const int MaxTitleLength = 300;

    private DiagnosisCode()
    {
    }

    public DiagnosisCode(string code, string title, bool isBillable)
    {
        Code = code;
        Describe(title, isBillable);
    }

    /// <summary>With its point: <c>E11.9</c>.</summary>
    public string Code { get; private set; } = "";

    /// <summary>As the list has it, in English.</summary>
    public string Title { get; private set; } = "";

    /// <summary>Without the point, for finding by its beginning.</summary>
    public string SearchCode { get; private set; } = "";

    /// <summary>Words of the title as they are searched.</summary>
    public string SearchTitle { get; private set; } = "";

    /// <summary>Complete, so that a diagnosis may carry it; headings of the list may not.</summary>
    public bool IsBillable { get; private set; }

    /// <summary>Not in the newest list any more: kept for old rows, not offered.</summary>
    public bool IsRetired { get; private set; }

    /// <summary>True when something differs.</summary>
    public bool Describe(string title, bool isBillable)
    {
        var differs = Title != title || IsBillable != isBillable || IsRetired;
        Title = title;
        SearchCode = Code.Replace(".", "", StringComparison.Ordinal);
        SearchTitle = SearchText.Normalize(title);
        IsBillable = isBillable;
        IsRetired = false;
        return differs;
    }

    public void Retire() => IsRetired = true;

    /// <summary><c>E119</c> → <c>E11.9</c>; a category of three characters has no point.</summary>
    public static string WithPoint(string bare) => bare.Length <= 3 ? bare : $"{bare[..3]}.{bare[3..]}";
}
