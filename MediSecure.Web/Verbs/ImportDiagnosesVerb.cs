using System.Globalization;
using MediSecure.Data.Persistence;

namespace MediSecure.Web.Verbs;

internal sealed class ImportDiagnosesVerb : Verb
{
    public override string Name => "import-diagnoses";

    public override string Purpose => "loads the public ICD-10-CM list of diagnosis codes";

    public override string Help =>
        """
        FILE        the "order file" of the list (icd10cm_order_YEAR.txt), fixed width, in the public domain
        --dry-run   says what would change and changes nothing

        Needs ConnectionStrings__MediSecureOwner. All or nothing. Codes that the list no longer has are kept for old records and offered no more.
        """;

    public override string? Argument => "FILE";

    public override IReadOnlyDictionary<string, bool> Options { get; } = new Dictionary<string, bool> { ["dry-run"] = false };

    public override async Task<string> RunAsync(VerbInput input, CancellationToken ct)
    {
        if (input.Arguments is not [var path])
        {
            throw new VerbException($"needs {Argument}. Try: {Name} --help");
        }

        if (!File.Exists(path))
        {
            throw new VerbException($"there is no file {path}.");
        }

        try
        {
            using var file = File.OpenText(path);
            var dryRun = input.Has("dry-run");
            var result = await DiagnosisCodeImport.RunAsync(input.Connection("MediSecureOwner"), file, dryRun, ct);
            return string.Create(CultureInfo.InvariantCulture,
                $"{(dryRun ? "Would load" : "Loaded")} {result.Lines} codes: {result.Added} new, {result.Changed} changed, {result.Retired} retired, {result.Unchanged} as they were.{(dryRun ? " Nothing was changed." : "")}");
        }
        catch (FormatException wrong)
        {
            throw new VerbException($"nothing was loaded: {wrong.Message}");
        }
    }
}
