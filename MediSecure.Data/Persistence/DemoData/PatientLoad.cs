using System.Globalization;
using MediSecure.Data.Common;
using MediSecure.Data.Features.Organizations;
using MediSecure.Data.Features.Patients;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace MediSecure.Data.Persistence.DemoData;

/// <summary>Invented patients by the hundred thousand, for measuring. Written with COPY; columns and conversions are read from the model.</summary>
internal static class PatientLoad
{
    private static readonly string[] Given =
        ["Adaeze", "Bukola", "Fatima", "Ngozi", "Hadiza", "Temitope", "Khadija", "Chiamaka", "Ruth", "Grace", "Emeka", "Musa", "Tochukwu", "Yakubu", "Rotimi", "Uche", "Godwin", "Sunday",
         "Babajide", "Ibrahim", "Oluwaseun", "Samuel", "Nnamdi", "Abdulrahman", "Adébáyọ̀", "Femi", "Chukwudi", "Suleiman", "Dele", "Kunle"];

    private static readonly string[] First = ["Ade", "Olu", "Chi", "Nna", "Oke", "Ba", "Ku", "Fa", "Eme", "Oba", "Ola", "Eke", "Uzo", "Ndu", "Aku", "Obi", "Ife", "Ogu", "Mba", "Da", "La", "Ya", "Ga", "Su"];
    private static readonly string[] Middle = ["", "da", "ru", "yin", "lo", "mi", "ka", "nu", "wo", "ti"];
    private static readonly string[] Last = ["yemi", "kwu", "nwa", "shola", "la", "me", "ji", "de", "ra", "ke", "na", "fe", "bola", "kunle", "tayo", "su", "wan", "ma", "go", "diya"];

    public static async Task AddAsync(MediSecureDbContext db, NpgsqlConnection connection, Organization organization, int seed, int count, DateTime now, CancellationToken ct)
    {
        var random = DemoWorld.Random($"load:{seed}");
        await using var lastNumber = new NpgsqlCommand("""SELECT "Last" FROM "RecordNumberCounters" WHERE "OrganizationId" = $1""", connection);
        lastNumber.Parameters.AddWithValue(organization.Id);
        var number = (long)(await lastNumber.ExecuteScalarAsync(ct) ?? 100_000L);

        var patients = new List<Patient>(count);
        for (var i = 0; i < count; i++)
        {
            var name = new PersonName(Given[random.Next(Given.Length)], First[random.Next(First.Length)] + Middle[random.Next(Middle.Length)] + Last[random.Next(Last.Length)]);
            var patient = new Patient(DemoWorld.Id("load", organization.Name, i.ToString(CultureInfo.InvariantCulture)), organization.Id,
                string.Create(CultureInfo.InvariantCulture, $"{organization.RecordNumberPrefix}-{++number}"), name, random.Next(2) == 0 ? Sex.Female : Sex.Male,
                DateOnly.FromDateTime(now).AddDays(-random.Next(1, 33_000)), now.AddDays(-random.Next(1, 2_000)));
            patient.SetContact($"+234 80{random.Next(10_000_000, 99_999_999)}", null, $"{random.Next(1, 400)} Broad Street, Lagos", null, null);
            patients.Add(patient);
        }

        await CopyAsync(db, connection, patients, ct);
        await CopyAsync(db, connection, patients.SelectMany(p => SearchText.Words(p.DisplayName).Select(word => new PatientSearchWord(organization.Id, p.Id, word))), ct);
        await using var move = new NpgsqlCommand("""UPDATE "RecordNumberCounters" SET "Last" = $1 WHERE "OrganizationId" = $2""", connection);
        move.Parameters.AddWithValue(number);
        move.Parameters.AddWithValue(organization.Id);
        await move.ExecuteNonQueryAsync(ct);
    }

    private static async Task CopyAsync<T>(MediSecureDbContext db, NpgsqlConnection connection, IEnumerable<T> rows, CancellationToken ct) where T : class
    {
        var entity = db.Model.FindEntityType(typeof(T))!;
        var columns = entity.GetProperties().Select(property => new Column(property)).ToList();
        await using var writer = await connection.BeginBinaryImportAsync(
            $"COPY \"{entity.GetTableName()}\" ({string.Join(", ", columns.Select(column => $"\"{column.Name}\""))}) FROM STDIN (FORMAT BINARY)", ct);
        foreach (var row in rows)
        {
            await writer.StartRowAsync(ct);
            foreach (var column in columns)
            {
                if (column.Value(row) is { } value)
                {
                    await writer.WriteAsync(value, column.Type, ct);
                }
                else
                {
                    await writer.WriteNullAsync(ct);
                }
            }
        }

        await writer.CompleteAsync(ct);
    }

    private sealed class Column(IProperty property)
    {
        private readonly Func<object?, object?>? _convert = property.GetTypeMapping().Converter?.ConvertToProvider;

        public string Name { get; } = property.GetColumnName();

        /// <summary>PostgreSQL's type without its length.</summary>
        public string Type { get; } = property.GetColumnType().Split('(')[0];

        public object? Value(object row) =>
            property.Name == nameof(IVersioned.Version) ? Guid.NewGuid()
            : property.PropertyInfo!.GetValue(row) is not { } value ? null
            : _convert is null ? value : _convert(value);
    }
}
