using System.Security.Cryptography;
using MediSecure.Data;
using MediSecure.Data.Persistence;
using MediSecure.Tests.Support;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace MediSecure.Tests.Hosting;

/// <summary>The keys of cookies lie encrypted in the database; the master key opens them in any process, another one does not.</summary>
public sealed class KeyRingTests(PostgresDatabase db) : IClassFixture<PostgresDatabase>
{
    [Fact]
    public async Task Keys_are_encrypted_and_open_with_the_same_master_key_only()
    {
        var protectedText = Protector(db.Services).Protect("signed in");
        await using var look = db.Unscoped();
        var stored = await look.DataProtectionKeys.Select(k => k.Xml).ToListAsync();
        Assert.NotEmpty(stored);
        Assert.All(stored, xml =>
        {
            Assert.Contains("encryptedKey", xml, StringComparison.Ordinal);
            Assert.DoesNotContain("<masterKey", xml, StringComparison.Ordinal);
            Assert.Contains("<encryption algorithm=\"AES_256_GCM\"", xml, StringComparison.Ordinal); // of the cookies and links under it
        });

        await using var second = With(TestKey.File);
        Assert.Equal("signed in", Protector(second).Unprotect(protectedText));

        var other = Path.Combine(Path.GetTempPath(), $"other-{Guid.NewGuid():N}.key");
        MasterKey.Create(other);
        await using var stranger = With(other);
        Assert.ThrowsAny<CryptographicException>(() => Protector(stranger).Unprotect(protectedText));
        Assert.Null(await second.GetRequiredService<DatabaseGate>().KeyProblemAsync());
        Assert.Contains("does not open", await stranger.GetRequiredService<DatabaseGate>().KeyProblemAsync(), StringComparison.Ordinal);
        File.Delete(other);
    }

    /// <summary>Data Protection itself takes a key that lies there in clear. Who may write a row, as the application's role may, must not forge sign-ins with one of their own making.</summary>
    [Fact]
    public async Task A_key_that_the_master_key_did_not_seal_opens_nothing()
    {
        Protector(db.Services).Protect("there is a key");
        var folder = Directory.CreateTempSubdirectory("medi-planted-");
        try
        {
            var forger = DataProtectionProvider.Create(folder, builder => builder.SetApplicationName("MediSecure"));
            var forged = forger.CreateProtector("test").Protect("signed in as anybody");
            var plain = await File.ReadAllTextAsync(Assert.Single(folder.GetFiles("key-*.xml")).FullName);
            Assert.Contains("masterKey", plain, StringComparison.Ordinal);
            await using (var application = db.Unscoped()) // as the application's own role: it may
            {
                await application.Database.ExecuteSqlAsync($"""INSERT INTO "DataProtectionKeys" ("FriendlyName", "Xml") VALUES ('planted', {plain})""");
            }

            await using var host = With(TestKey.File);
            Assert.Equal("still opens", Protector(host).Unprotect(Protector(db.Services).Protect("still opens")));
            Assert.ThrowsAny<CryptographicException>(() => Protector(host).Unprotect(forged));
        }
        finally
        {
            await using var owner = NpgsqlDataSource.Create(db.Connections.Admin); // the application deletes no key
            await using var command = owner.CreateCommand("""DELETE FROM "DataProtectionKeys" WHERE "FriendlyName" = 'planted'""");
            await command.ExecuteNonQueryAsync();
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_key_file_is_made_once_for_its_owner_alone_and_checked()
    {
        var path = Path.Combine(Path.GetTempPath(), $"made-{Guid.NewGuid():N}.key");
        MasterKey.Create(path);
        Assert.Null(MasterKey.Problem(path));
        Assert.Throws<InvalidOperationException>(() => MasterKey.Create(path));
        if (!OperatingSystem.IsWindows()) // there the folder's list says who reads
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
            Assert.Contains("open to others", MasterKey.Problem(path), StringComparison.Ordinal);
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        File.WriteAllText(path, "c2hvcnQ=");
        Assert.Contains("32 bytes", MasterKey.Problem(path), StringComparison.Ordinal);
        File.Delete(path);
        Assert.Contains("cannot be read", MasterKey.Problem(path), StringComparison.Ordinal);
        Assert.Contains("Encryption__KeyFile", MasterKey.Problem(null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_under_a_passphrase_brings_the_key_back()
    {
        var (copy, back) = (Path.Combine(Path.GetTempPath(), $"escrow-{Guid.NewGuid():N}.json"), Path.Combine(Path.GetTempPath(), $"back-{Guid.NewGuid():N}.key"));
        Assert.Throws<InvalidOperationException>(() => KeyEscrow.Seal(TestKey.File, "too short", DateTime.UnixEpoch));
        var text = KeyEscrow.Seal(TestKey.File, "a horse and a battery", DateTime.UnixEpoch);
        Assert.DoesNotContain((await File.ReadAllTextAsync(TestKey.File)).Trim(), text, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => KeyEscrow.Open(text, "a horse and a batterie"));
        Assert.Throws<InvalidOperationException>(() => KeyEscrow.Open("{}", "a horse and a battery"));

        var (code, _, error) = await HostProcess.RunAsync(["escrow-keys", copy], "a horse and a battery");
        Assert.True(code == 0, error);
        (code, _, error) = await HostProcess.RunAsync(["create-key", back, "--from-escrow", copy], "a horse and a battery");
        Assert.True(code == 0, error);
        Assert.Equal(await File.ReadAllTextAsync(TestKey.File), await File.ReadAllTextAsync(back));
        File.Delete(copy);
        File.Delete(back);
    }

    private static IDataProtector Protector(IServiceProvider services) => services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");

    private ServiceProvider With(string keyFile)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddMediSecureData(new DataOptions(db.Connections.App, Demo: false, ResetInterval: null, keyFile));
        return services.BuildServiceProvider();
    }
}
