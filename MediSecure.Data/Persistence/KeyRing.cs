using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace MediSecure.Data.Persistence;

/// <summary>Keeps the keys of sign-in cookies in PostgreSQL. Data Protection asks synchronously, which the context's guard refuses on purpose; hence its own two statements.</summary>
internal sealed class KeyRing(DatabaseSource source) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = source.Create(Access.AccessScope.None);
        return [.. db.DataProtectionKeys.AsNoTracking().Select(key => key.Xml).ToList().OfType<string>().Select(XElement.Parse).Where(IsOurs)];
    }

    /// <summary>Data Protection would also take a key that lies there in clear, and whoever may write a row could plant one and sign anybody in with it. Only what the master key sealed counts; a revocation is no key.</summary>
    private static bool IsOurs(XElement element) => element.Name.LocalName != "key"
        || (element.Descendants().Attributes("decryptorType").Select(type => type.Value.Split(',')[0].Trim()).ToList() is [var only] && only == typeof(KeyRingDecryptor).FullName
            && !element.Descendants().Any(part => part.Name.LocalName.Contains("masterKey", StringComparison.OrdinalIgnoreCase)));

    public void StoreElement(XElement element, string friendlyName)
    {
        using var connection = source.Postgres!.OpenConnection();
        using var command = new NpgsqlCommand("""INSERT INTO "DataProtectionKeys" ("FriendlyName", "Xml") VALUES ($1, $2)""", connection);
        command.Parameters.AddWithValue(friendlyName);
        command.Parameters.AddWithValue(element.ToString(SaveOptions.DisableFormatting));
        command.ExecuteNonQuery();
    }
}
