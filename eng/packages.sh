#!/usr/bin/env bash
# Known vulnerabilities of the packages in use, transitive ones included. Exit code 1 when there is one, each with its severity. Asks the package source.
set -euo pipefail
cd "$(dirname "$0")/.."
report=$(dotnet list package --vulnerable --include-transitive)
printf '%s\n' "$report"
if grep -qE '^\s*>' <<<"$report"; then
  echo "See docs/operations.md, Updates, for how soon each must be gone." >&2
  exit 1
fi
