using MediSecure.Data.Persistence.DemoData;
using MediSecure.Web.Hosting;
using MediSecure.Web.Verbs;

if (VerbLine.Concerns(args))
{
    return await VerbLine.RunAsync(args, Console.In, Console.Out, Console.Error);
}

var builder = WebApplication.CreateBuilder(args);
if (StartCheck.OfSettings(builder.Configuration, builder.Environment) is { } wrong)
{
    return await RefuseAsync(wrong);
}

builder.AddMediSecureWeb();
await using var app = builder.Build();
if (await StartCheck.OfDatabaseAsync(app.Services) is { } refusal)
{
    return await RefuseAsync(refusal);
}

app.UseMediSecureWeb();
var demo = app.Services.GetRequiredService<DemoMode>();
await app.RunAsync();
return demo.Failed ? 1 : 0;

static async Task<int> RefuseAsync(string why)
{
    await Console.Error.WriteLineAsync($"MediSecure does not start. {why}");
    return 1;
}

/// <summary>Named so that tests can start the host.</summary>
public partial class Program;
