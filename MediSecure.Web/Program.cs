using MediSecure.Web.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.AddMediSecureWeb();
var app = builder.Build();
app.UseMediSecureWeb();
app.Run();

/// <summary>Named so that tests can start the host.</summary>
public partial class Program;
