#!/usr/bin/env bash
# Until the first release there is one migration, Initial: this makes it anew from the model. After the first release use `dotnet ef migrations add NAME` instead.
set -euo pipefail
cd "$(dirname "$0")/../.."
dotnet tool restore >/dev/null
rm -rf MediSecure.Data/Persistence/Migrations
dotnet build MediSecure.Data -v q -nologo
dotnet ef migrations add Initial --no-build --project MediSecure.Data --startup-project MediSecure.Data --context MediSecureDbContext --output-dir Persistence/Migrations
# One name for ever: a branch that makes it anew changes the text of the same files.
made=$(basename "$(ls MediSecure.Data/Persistence/Migrations/*_Initial.cs)" .cs)
for file in MediSecure.Data/Persistence/Migrations/"$made"*; do
  sed -i "s/$made/20261123090112_Initial/g" "$file"
  [ "$made" = 20261123090112_Initial ] || mv "$file" "${file/$made/20261123090112_Initial}"
done
# Rules that EF cannot express come from their one list.
file=$(ls MediSecure.Data/Persistence/Migrations/*_Initial.cs)
awk '/protected override void Down/ && !done { sub(/^[ \t]*/, ""); line=$0; done=1
       # the closing brace of Up is already printed in buf; put the call before it
       n=split(buf, L, "\n"); out=""; last=0
       for (i=n; i>0; i--) if (L[i] ~ /^[ \t]*}[ \t]*\r?$/) { last=i; break }
       for (i=1; i<=n; i++) { if (i==last) out = out "\n            DatabaseRules.CreateAll(migrationBuilder);\n"; out = out L[i] (i<n ? "\n" : "") }
       buf = out "        " line "\n"; next }
     { buf = buf $0 "\n" } END { printf "%s", buf }' "$file" > "$file.tmp" && mv "$file.tmp" "$file"
grep -q "DatabaseRules.CreateAll" "$file" || { echo "could not add the rules to $file" >&2; exit 1; }
# The memory database has its tables from a file.
dotnet build MediSecure.Tests -v q -nologo
MEDISECURE_WRITE_SQLITE_SCHEMA="$PWD/MediSecure.Data/Persistence/sqlite-schema.sql" dotnet test --project MediSecure.Tests --no-build --filter "FullyQualifiedName~The_tables_of_the_memory_database"
# Migrations live in Persistence/Migrations and are compiled as they are generated.
echo "$file"
