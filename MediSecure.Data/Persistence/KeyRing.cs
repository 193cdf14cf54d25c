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
        return [.. db.DataProtectionKeys.AsNoTracking().Select(key => key.Xml).ToList().OfType<string>().Select(XElement.Parse)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var connection = source.Postgres!.OpenConnection();
        using var command = new NpgsqlCommand("""INSERT INTO "DataProtectionKeys" ("FriendlyName", "Xml") VALUES ($1, $2)""", connection);
        command.Parameters.AddWithValue(friendlyName);
        command.Parameters.AddWithValue(element.ToString(SaveOptions.DisableFormatting));
        command.ExecuteNonQuery();
    }
}
