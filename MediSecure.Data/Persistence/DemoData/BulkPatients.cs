using MediSecure.Data.Access;
using MediSecure.Data.Features.Organizations;
using MediSecure.Data.Features.Patients;
using MediSecure.Data.Persistence.Encryption;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace MediSecure.Data.Persistence.DemoData;

/// <summary>Very many invented patients of one organisation, streamed into PostgreSQL, to see how the house behaves at size. The same number gives the same people.</summary>
public static class BulkPatients
{
    private const string PatientColumns = """
        COPY "Patients" ("OrganizationId", "Id", "RecordNumber", "GivenName", "FamilyName", "DisplayName", "SearchName", "Sex", "BirthDate", "Phone", "PhoneIndex", "RegisteredAt", "Version") FROM STDIN (FORMAT BINARY)
        """;

    private const string WordColumns = """COPY "PatientSearchWords" ("OrganizationId", "Word", "PatientId") FROM STDIN (FORMAT BINARY)""";

    private static readonly string[] Given =
    [
        "Adaeze", "Adébáyọ̀", "Abdulrahman", "Aisha", "Amaka", "Babajide", "Blessing", "Bukola", "Chiamaka", "Chidi", "Chinedu", "Chukwudi", "Dele", "Ebere", "Efe", "Emeka", "Esther", "Fatima", "Femi", "Funke", "Godwin",
        "Grace", "Hadiza", "Halima", "Ibrahim", "Ifeoma", "Ijeoma", "Jumoke", "Kemi", "Khadija", "Kunle", "Lydia", "Maryam", "Musa", "Ngozi", "Nkechi", "Nneka", "Nnamdi", "Obinna", "Ọláolúwa", "Olumide", "Oluwaseun",
        "Ọmọ́lará", "Patience", "Rotimi", "Ruth", "Samuel", "Segun", "Simisola", "Suleiman", "Sunday", "Temitope", "Tochukwu", "Tunde", "Uche", "Yakubu", "Yewande", "Yusuf", "Zainab", "Zubairu",
    ];

    private static readonly string[] Starts = ["Ade", "Aki", "Ani", "Ba", "Bam", "Chi", "Dan", "Edo", "Eke", "Eze", "Fa", "Gar", "Ibi", "Iro", "Ka", "Kolá", "La", "Ma", "Mba", "Nwa", "Oba", "Odu", "Oko", "Olu", "Ony", "Ore", "Sa", "Ta", "Ugo", "Wil", "Ya", "Zu"];
    private static readonly string[] Middles = ["", "ba", "bi", "chu", "da", "fe", "gbo", "jo", "ka", "ku", "la", "lo", "mi", "na", "ni", "ra", "ro", "sa", "so", "ta", "wa", "we", "ya", "zi"];
    private static readonly string[] Ends = ["bo", "di", "dike", "fe", "gu", "hin", "ji", "kwu", "la", "lere", "mi", "mola", "na", "nde", "nne", "nya", "o", "ola", "ra", "re", "so", "ta", "tunde", "u", "wale", "yin", "yo", "zie"];

    /// <summary>Makes an organisation with <paramref name="count"/> patients in an empty database, and lets PostgreSQL look at its new tables.</summary>
    /// <param name="owner">As the role that owns the tables.</param>
    /// <param name="count">At least one.</param>
    /// <param name="master">Wraps the organisation's keys.</param>
    /// <param name="now">UTC.</param>
    /// <param name="ct">Stops; nothing is kept.</param>
    /// <returns>The organisation.</returns>
    public static async Task<Guid> SeedAsync(NpgsqlDataSource owner, int count, MasterKey master, DateTime now, CancellationToken ct)
    {
        var organization = Hospital();
        await using (var connection = await owner.OpenConnectionAsync(ct))
        {
            await using var transaction = await connection.BeginTransactionAsync(ct);
            var options = new DbContextOptionsBuilder<MediSecureDbContext>().UseNpgsql(connection, o => o.SetPostgresVersion(15, 0)).AddInterceptors(new VersionInterceptor()).Options;
            await using var db = new MediSecureDbContext(options) { Scope = new AccessScope { OrganizationId = organization.Id, Job = DemoSeed.Job, Operation = DemoSeed.Job, CanWrite = true } };
            db.Database.UseTransaction(transaction);
            db.Add(organization);
            db.AddRange(DemoSeed.MakeKeys(db, master, organization.Id, now));
            await db.SaveChangesAsync(ct);
            await FillAsync(db, connection, organization, count, now, ct);
            await transaction.CommitAsync(ct);
        }

        // Statistics, and the visibility map that lets an index answer without its table.
        await using var vacuum = owner.CreateCommand("""VACUUM (ANALYZE) "Patients", "PatientSearchWords", "RecordNumberCounters" """);
        vacuum.CommandTimeout = 0;
        await vacuum.ExecuteNonQueryAsync(ct);
        return organization.Id;
    }

    internal static Organization Hospital() => new(DemoWorld.Id("organization", "bulk"), "Bulk Hospital", OrganizationType.Hospital, "Africa/Lagos", null, "BH", "NGN", "NG");

    /// <param name="db">Has the organisation's keys.</param>
    /// <param name="connection">The same connection, for COPY.</param>
    /// <param name="organization">Saved already.</param>
    /// <param name="count">At least one.</param>
    /// <param name="now">UTC.</param>
    /// <param name="ct">Stops.</param>
    internal static async Task FillAsync(MediSecureDbContext db, NpgsqlConnection connection, Organization organization, int count, DateTime now, CancellationToken ct)
    {
        var organizationId = organization.Id;
        var people = People(organizationId, organization.RecordNumberPrefix, count, now);
        var cipher = new FieldCipher(null);
        await using (var writer = await connection.BeginBinaryImportAsync(PatientColumns, ct))
        {
            writer.Timeout = TimeSpan.Zero;
            foreach (var (patient, number) in people)
            {
                var phone = cipher.Row<Patient>(db, patient.Id).SealIndexed(nameof(Patient.Phone), number, organization.Country);
                await writer.StartRowAsync(ct);
                await writer.WriteAsync(organizationId, NpgsqlDbType.Uuid, ct);
                await writer.WriteAsync(patient.Id, NpgsqlDbType.Uuid, ct);
                await writer.WriteAsync(patient.RecordNumber, NpgsqlDbType.Varchar, ct);
                await writer.WriteAsync(patient.GivenName!, NpgsqlDbType.Varchar, ct);
                await writer.WriteAsync(patient.FamilyName!, NpgsqlDbType.Varchar, ct);
                await writer.WriteAsync(patient.DisplayName, NpgsqlDbType.Varchar, ct);
                await writer.WriteAsync(patient.SearchName, NpgsqlDbType.Varchar, ct);
                await writer.WriteAsync(patient.Sex.ToString(), NpgsqlDbType.Varchar, ct);
                await writer.WriteAsync(patient.BirthDate, NpgsqlDbType.Date, ct);
                await writer.WriteAsync(phone.Text!.Bytes, NpgsqlDbType.Bytea, ct);
                await writer.WriteAsync(phone.Index!, NpgsqlDbType.Bytea, ct);
                await writer.WriteAsync(patient.RegisteredAt, NpgsqlDbType.TimestampTz, ct);
                await writer.WriteAsync(Guid.NewGuid(), NpgsqlDbType.Uuid, ct);
            }

            await writer.CompleteAsync(ct);
        }

        // Without statistics the foreign key of the words would look every patient up by the organisation alone: 100,000 rows then take minutes instead of seconds.
        await using (var analyze = new NpgsqlCommand("""ANALYZE "Patients" """, connection))
        {
            await analyze.ExecuteNonQueryAsync(ct);
        }

        await using (var writer = await connection.BeginBinaryImportAsync(WordColumns, ct))
        {
            writer.Timeout = TimeSpan.Zero;
            foreach (var (patient, _) in people)
            {
                foreach (var word in SearchText.Words(patient.DisplayName))
                {
                    await writer.StartRowAsync(ct);
                    await writer.WriteAsync(organizationId, NpgsqlDbType.Uuid, ct);
                    await writer.WriteAsync(word, NpgsqlDbType.Varchar, ct);
                    await writer.WriteAsync(patient.Id, NpgsqlDbType.Uuid, ct);
                }
            }

            await writer.CompleteAsync(ct);
        }

        await using var counter = new NpgsqlCommand("""INSERT INTO "RecordNumberCounters" ("OrganizationId", "Last") VALUES ($1, $2)""", connection);
        counter.Parameters.AddWithValue(organizationId);
        counter.Parameters.AddWithValue(100_000L + count);
        await counter.ExecuteNonQueryAsync(ct);
    }

    // Made anew for each pass, so that a million of them never stand in memory.
    private static IEnumerable<(Patient Patient, string Phone)> People(Guid organizationId, string prefix, int count, DateTime now)
    {
        var random = DemoWorld.Random("bulk-patients");
        var today = DateOnly.FromDateTime(now);
        for (var i = 1; i <= count; i++)
        {
            var name = new PersonName(Pick(random, Given), Pick(random, Starts) + Pick(random, Middles) + Pick(random, Ends));
            var patient = new Patient(NewId(random), organizationId, $"{prefix}-{100_000 + i}", name, (Sex)random.Next(1, 3), today.AddDays(-random.Next(1, 33_000)), now.AddMinutes(-random.Next(1_000_000)));
            yield return (patient, $"+234 80{random.Next(10_000_000, 99_999_999)}");
        }
    }

    private static Guid NewId(Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }

    private static string Pick(Random random, string[] from) => from[random.Next(from.Length)];
}
