namespace MediSecure.Data.Persistence;

/// <summary>The tables of the memory database as SQL, written down once: to work them out from the model takes a second of every start. Made anew by eng/dev/regen-migration.sh; a test compares it
/// with the model.</summary>
internal static class SqliteSchema
{
    public const string Resource = "MediSecure.Data.Persistence.sqlite-schema.sql";

    public static string Sql { get; } = Read();

    private static string Read()
    {
        using var stream = typeof(SqliteSchema).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException($"{Resource} is missing from the build.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
