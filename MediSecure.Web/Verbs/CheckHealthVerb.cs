namespace MediSecure.Web.Verbs;

/// <summary>For the container's health check: its image has no other program that can ask.</summary>
internal sealed class CheckHealthVerb : Verb
{
    public override string Name => "check-health";

    public override string Purpose => "asks a running host whether it lives";

    public override string Help => "--url ADDRESS   default http://127.0.0.1:8080/healthz/live";

    public override IReadOnlyDictionary<string, bool> Options { get; } = new Dictionary<string, bool> { ["url"] = true };

    public override async Task<string> RunAsync(VerbInput input, CancellationToken ct)
    {
        var address = input.Get("url") ?? "http://127.0.0.1:8080/healthz/live";
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url))
        {
            throw new VerbException($"'{address}' is no address.");
        }

        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(4) };
        try
        {
            using var answer = await client.GetAsync(url, ct);
            var said = await answer.Content.ReadAsStringAsync(ct);
            return answer.IsSuccessStatusCode ? said : throw new VerbException($"{(int)answer.StatusCode}: {said}");
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            throw new VerbException($"no answer from {url}.");
        }
    }
}
