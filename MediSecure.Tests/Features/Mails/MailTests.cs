using System.Net;
using System.Net.Sockets;
using System.Text;
using MediSecure.Data.Access;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Mails;
using MediSecure.Data.Features.Organizations;
using MediSecure.Data.Jobs;
using MediSecure.Data.Persistence.DemoData;
using MediSecure.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MediSecure.Tests.Features.Mails;

/// <summary>Mail goes out with what it tells, once, and is forgotten.</summary>
public abstract class MailTests(TestDatabase db)
{
    private const string Secret = "https://hospital.example/account/set-password?link=abc";

    private SystemDb Doors => db.Services.GetRequiredService<SystemDb>();

    private MailQueue Queue => db.Services.GetRequiredService<MailQueue>();

    private MailJob Job(IMailDelivery delivery) =>
        new(Doors, Queue, delivery, db.Services.GetRequiredService<DemoMode>(), db.Services.GetRequiredService<JobBoard>(), db.Clock);

    private Task<Result> QueueAsync(Guid organization, string to, Result? answer = null) => Doors.ChangeSystemAsync("test", organization, async (open, ct) =>
    {
        Queue.Add(open, to, "A link for you", Secret);
        var saved = await open.SaveAsync(ct);
        return answer ?? saved;
    });

    private Task<OutgoingMail> RowAsync(Guid organization) => db.LookAsync(organization, look => look.OutgoingMails.AsNoTracking().SingleAsync());

    [Fact]
    public async Task A_mail_is_sent_once_and_its_text_is_forgotten()
    {
        var here = await db.Given.OrganizationAsync();
        var to = $"{here:N}@people.example";
        Assert.False((await QueueAsync(here, to)).Failed);
        var waiting = await RowAsync(here);
        Assert.DoesNotContain("people.example", waiting.Sealed, StringComparison.Ordinal);
        Assert.DoesNotContain("link", waiting.Sealed, StringComparison.Ordinal);

        await Job(db.Mails).SendAsync(CancellationToken.None);
        await Job(db.Mails).SendAsync(CancellationToken.None);

        Assert.Equal(new Mail(to, "A link for you", Secret), Assert.Single(db.Mails.Sent, mail => mail.To == to));
        var sent = await RowAsync(here);
        Assert.Equal((null, null, (DateTime?)db.Now, 1), (sent.Sealed, sent.DueAt, sent.SentAt, sent.Attempts));
        Assert.Equal(0, await db.LookAsync(here, look => look.AuditEvents.CountAsync(e => e.EntityType == nameof(OutgoingMail))));
    }

    [Fact]
    public async Task What_was_rolled_back_sends_nothing()
    {
        var here = await db.Given.OrganizationAsync();
        await QueueAsync(here, "nobody@people.example", Error.Stale);
        Assert.Equal(0, await db.LookAsync(here, look => look.OutgoingMails.CountAsync()));
    }

    [Fact]
    public async Task The_platform_sends_too()
    {
        var to = $"{Guid.NewGuid():N}@people.example";
        await QueueAsync(Organization.PlatformId, to);
        await Job(db.Mails).SendAsync(CancellationToken.None);
        Assert.Single(db.Mails.Sent, mail => mail.To == to);
    }

    [Fact]
    public async Task A_server_that_fails_is_asked_again_later_and_later_until_the_mail_is_given_up()
    {
        var here = await db.Given.OrganizationAsync();
        await QueueAsync(here, "late@people.example");
        var failing = new Failing();
        var job = Job(failing);
        for (var attempt = 1; attempt <= OutgoingMail.Pauses.Count + 1; attempt++)
        {
            var failed = await Assert.ThrowsAsync<MailNotSentException>(() => job.SendAsync(CancellationToken.None));
            Assert.DoesNotContain("people.example", failed.Message, StringComparison.Ordinal);
            var row = await RowAsync(here);
            Assert.Equal((attempt, nameof(SocketException)), (row.Attempts, row.Problem));
            if (row.DueAt is { } due)
            {
                Assert.Equal(OutgoingMail.Pauses[attempt - 1], due - db.Now);
                await job.SendAsync(CancellationToken.None); // not due yet
                Assert.Equal(attempt, failing.Asked);
                db.Clock.SetUtcNow(new DateTimeOffset(due, TimeSpan.Zero));
            }
        }

        var given = await RowAsync(here);
        Assert.Equal((null, null, (DateTime?)db.Now), (given.Sealed, given.DueAt, given.GivenUpAt));
        db.Clock.Advance(TimeSpan.FromDays(31));
        await QueueAsync(here, "later@people.example");
        await Job(db.Mails).SendAsync(CancellationToken.None);
        Assert.NotNull((await RowAsync(here)).SentAt); // the old row is gone
    }

    [Fact]
    public async Task Many_hosts_at_once_send_a_mail_once()
    {
        var here = await db.Given.OrganizationAsync();
        var to = $"{here:N}@people.example";
        await QueueAsync(here, to);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => Job(db.Mails).SendAsync(CancellationToken.None))));
        Assert.Single(db.Mails.Sent, mail => mail.To == to);
    }

    private sealed class Failing : IMailDelivery
    {
        public int Asked { get; private set; }

        public Task SendAsync(Mail mail, CancellationToken ct)
        {
            Asked++;
            throw new SocketException((int)SocketError.ConnectionRefused);
        }
    }
}

public sealed class MailOnSqlite(SqliteDatabase db) : MailTests(db), IClassFixture<SqliteDatabase>;

public sealed class MailOnPostgres(PostgresDatabase db) : MailTests(db), IClassFixture<PostgresDatabase>;

/// <summary>Where mail goes, by setting.</summary>
public sealed class MailDeliveryTests
{
    private static readonly Mail Sample = new("ada@people.example", "Grüße\r\nBcc: all@people.example", "Line one\nhttps://hospital.example/x?y=z\n");

    private static MailSettings Read(bool demo, params (string Key, string Value)[] settings) =>
        MailSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build(), demo);

    [Fact]
    public async Task A_folder_gets_a_file_for_each_mail_and_no_header_comes_from_the_subject()
    {
        var folder = Directory.CreateTempSubdirectory("medi-mail-");
        try
        {
            await MailDelivery.For(Read(true, ("Mail:Folder", folder.FullName)), true, TimeProvider.System).SendAsync(Sample, CancellationToken.None);
            var file = Assert.Single(folder.GetFiles());
            Assert.Matches(@"^\d{8}-\d{6}-[0-9a-f]{32}\.eml$", file.Name); // nothing that somebody sent is in a name
            var text = await File.ReadAllTextAsync(file.FullName);
            Assert.Contains("To: ada@people.example", text, StringComparison.Ordinal);
            Assert.Contains("https://hospital.example/x?y", text, StringComparison.Ordinal);
            Assert.DoesNotContain("\nBcc:", text, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_server_on_this_machine_gets_the_mail_by_smtp()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var server = ServeAsync(listener);
        var settings = Read(false, ("Smtp:Host", "127.0.0.1"), ("Smtp:Port", $"{((IPEndPoint)listener.LocalEndpoint).Port}"), ("Smtp:From", "house@hospital.example"), ("Site:Address", "https://hospital.example/"));
        Assert.Equal("https://hospital.example", settings.Address);
        await MailDelivery.For(settings, false, TimeProvider.System).SendAsync(Sample, CancellationToken.None);
        var heard = await server.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Contains("MAIL FROM:<house@hospital.example>", heard, StringComparison.Ordinal);
        Assert.Contains("RCPT TO:<ada@people.example>", heard, StringComparison.Ordinal);
        Assert.Contains("Line one", heard, StringComparison.Ordinal);
    }

    /// <summary>Elsewhere than on this machine a server without TLS gets neither a password nor a mail.</summary>
    [Fact]
    public async Task Without_TLS_nothing_is_said_to_a_server_elsewhere()
    {
        using var listener = new TcpListener(IPAddress.Any, 0);
        listener.Start();
        var server = ServeAsync(listener);
        var elsewhere = Dns.GetHostAddresses(Dns.GetHostName()).FirstOrDefault(a => a.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(a));
        Assert.SkipWhen(elsewhere is null, "This machine has no address but loopback.");
        var settings = Read(false, ("Smtp:Host", $"{elsewhere}"), ("Smtp:Port", $"{((IPEndPoint)listener.LocalEndpoint).Port}"), ("Smtp:From", "house@hospital.example"), ("Smtp:User", "u"), ("Smtp:Password", "p"),
            ("Site:Address", "https://hospital.example"));
        await Assert.ThrowsAnyAsync<NotSupportedException>(() => MailDelivery.For(settings, false, TimeProvider.System).SendAsync(Sample, CancellationToken.None));
        listener.Stop();
        var heard = await server.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.DoesNotContain("MAIL FROM", heard, StringComparison.Ordinal);
        Assert.DoesNotContain("AUTH", heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_server_and_folder_mail_waits() =>
        await Assert.ThrowsAsync<MailServerMissingException>(() => MailDelivery.For(Read(false), false, TimeProvider.System).SendAsync(Sample, CancellationToken.None));

    [Theory]
    [InlineData("http://localhost:8080", true)]
    [InlineData("https://h.example", false, "Passkeys:Domain", "h.example")]
    [InlineData("https://h.example:8443", false, "Site:Address", "https://h.example:8443")]
    [InlineData("http://localhost:9", false, "urls", "http://localhost:9")]
    [InlineData("http://localhost:8080", false, "urls", "http://0.0.0.0:9")]
    [InlineData(null, false, "Site:Address", "http://h.example")]
    [InlineData(null, false, "Site:Address", "h.example")]
    [InlineData(null, false, "Site:Address", "https://h.example/path")]
    [InlineData(null, false, "Smtp:Host", "mail.h.example")]
    [InlineData(null, false, "Smtp:From", "nobody at home")]
    [InlineData(null, false, "Smtp:Port", "many")]
    public void Links_begin_with_what_was_set_or_the_host_does_not_start(string? address, bool demo, string key = "x", string value = "")
    {
        if (address is null)
        {
            Assert.Throws<InvalidOperationException>(() => Read(demo, (key, value)));
        }
        else
        {
            Assert.Equal(address, Read(demo, (key, value)).Address);
        }
    }

    private static async Task<string> ServeAsync(TcpListener listener)
    {
        var heard = new StringBuilder();
        try
        {
            using var client = await listener.AcceptTcpClientAsync();
            await using var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.UTF8);
            await using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
            await writer.WriteLineAsync("220 test");
            while (await reader.ReadLineAsync() is { } line)
            {
                heard.AppendLine(line);
                if (line.StartsWith("DATA", StringComparison.Ordinal))
                {
                    await writer.WriteLineAsync("354 go on");
                    while (await reader.ReadLineAsync() is { } data && data != ".")
                    {
                        heard.AppendLine(data);
                    }
                }

                await writer.WriteLineAsync(line.StartsWith("QUIT", StringComparison.Ordinal) ? "221 bye" : "250 ok");
            }
        }
        catch (Exception exception) when (exception is IOException or SocketException or ObjectDisposedException)
        {
            // The client went away.
        }

        return heard.ToString();
    }
}
