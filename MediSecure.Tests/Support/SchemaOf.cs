namespace MediSecure.Tests.Support;
internal static class SchemaOf { public static Task MigrateAsync(PostgresConnections c) => Task.CompletedTask; }
