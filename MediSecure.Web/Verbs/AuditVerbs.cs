using MediSecure.Data;
using MediSecure.Data.Features.ActivityLog;
using MediSecure.Data.Jobs;

namespace MediSecure.Web.Verbs;

internal sealed class SealAuditVerb : Verb
{
    public override string Name => "seal-audit";

    public override string Purpose => "seals every event of the activity log that has no seal yet";

    public override string Help => "For after a restore from a dump, before people come in: the running host looks at the latest events only, and at all of them every quarter of an hour.";

    public override async Task<string> RunAsync(VerbInput input, CancellationToken ct)
    {
        await using var services = AuditServices.Of(input);
        var count = await services.GetRequiredService<AuditSealer>().SealAsync(everything: true, ct);
        return $"Sealed {count} event(s).";
    }
}

internal sealed class VerifyAuditVerb : Verb
{
    public override string Name => "verify-audit";

    public override string Purpose => "walks the chains of the activity log and names what is wrong";

    public override string Help =>
        """
        verify-audit [--organization ID] [--anchors FILE]
        --anchors takes the file of Audit__CheckpointFile: only it shows a tail that was cut, or a chain that was written anew, by somebody who owns the database.
        Exit code 1 and one line for each organisation whose chain is broken, with the first number and the kind:
          mac               an event was edited
          hash, link        a seal was edited
          gap               a seal or its event is missing
          unsealed-too-old  an event was never sealed
          anchor-mismatch   the chain differs from its signed checkpoint
          tail-missing      the chain is shorter than its signed checkpoint
        """;

    public override IReadOnlyDictionary<string, bool> Options { get; } = new Dictionary<string, bool> { ["organization"] = true, ["anchors"] = true };

    public override async Task<string> RunAsync(VerbInput input, CancellationToken ct)
    {
        Guid? organization = input.Get("organization") is not { } text ? null : Guid.TryParse(text, out var id) ? id : throw new VerbException("--organization needs an id.");
        string[]? anchors = null;
        if (input.Get("anchors") is { } path)
        {
            anchors = File.Exists(path) ? await File.ReadAllLinesAsync(path, ct) : throw new VerbException($"there is no file {path}.");
        }

        await using var services = AuditServices.Of(input);
        var report = await services.GetRequiredService<AuditVerification>().VerifyAsync(organization, anchors, ct);
        var seen = $"{report.Events} sealed events, {report.Checkpoints} checkpoints, {report.Organizations} organisations{(anchors is null ? ", without anchors" : $", {anchors.Length} anchors")}";
        return report.Defects.Count == 0 ? $"Verified: {seen}." : throw new VerbException($"BROKEN ({seen}):\n{string.Join('\n', report.Defects)}");
    }
}

file static class AuditServices
{
    public static ServiceProvider Of(VerbInput input)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddMediSecureData(new DataOptions(input.Connection("MediSecure"), Demo: false, ResetInterval: null, input.KeyFile(), input.Configuration["Audit:CheckpointFile"]));
        return services.BuildServiceProvider();
    }
}
