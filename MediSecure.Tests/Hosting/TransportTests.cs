using MediSecure.Data.Persistence;
using MediSecure.Web.Verbs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace MediSecure.Tests.Hosting;

/// <summary>The way to the database: over a network it is encrypted and the server shows who it is, for the application and for the owner.</summary>
public sealed class TransportTests
{
    [Theory]
    [InlineData("Host=localhost;Database=m", true)]
    [InlineData("Host=127.0.0.1;Database=m", true)]
    [InlineData("Host=::1;Database=m", true)]
    [InlineData("Host=/var/run/postgresql;Database=m", true)]
    [InlineData("Host=db;Database=m", false)]
    [InlineData("Host=db;Database=m;SSL Mode=Require", false)]
    [InlineData("Host=db;Database=m;SSL Mode=VerifyCA", false)]
    [InlineData("Host=db;Database=m;SSL Mode=VerifyFull", true)]
    [InlineData("Host=localhost.elsewhere.example;Database=m", false)]
    public void Over_a_network_the_server_shows_who_it_is(string connection, bool right)
    {
        Assert.Equal(right, DatabaseGate.TransportProblem(connection) is null);
        foreach (var (environment, refused) in new[] { (Environments.Production, !right), (Environments.Development, false) })
        {
            var input = Input(connection, environment);
            if (refused)
            {
                Assert.Contains("add SSL Mode=VerifyFull;Root Certificate=… to ConnectionStrings__MediSecureOwner", Assert.Throws<VerbException>(() => input.Connection("MediSecureOwner")).Message, StringComparison.Ordinal);
            }
            else
            {
                Assert.Equal(connection, input.Connection("MediSecureOwner"));
            }
        }
    }

    private static VerbInput Input(string connection, string environment) => new(new Dictionary<string, string?>(),
        new ConfigurationBuilder().AddInMemoryCollection([new("ConnectionStrings:MediSecureOwner", connection)]).Build(), new Place(environment), TextReader.Null, TextWriter.Null);

    private sealed class Place(string name) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;

        public string ApplicationName { get; set; } = "";

        public string ContentRootPath { get; set; } = "";

        public Microsoft.Extensions.FileProviders.IFileProvider ContentRootFileProvider { get; set; } = new Microsoft.Extensions.FileProviders.NullFileProvider();
    }
}
