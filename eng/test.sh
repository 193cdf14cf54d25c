#!/usr/bin/env bash
# The whole test suite, but for the long products (eng/long.sh, eng/a11y.sh) and the checks of a running host (eng/secure.sh). Installs PostgreSQL and Chromium when they are missing, builds once,
# and closes with "N passed, N failed". Arguments go to the test runner, for example: eng/test.sh --filter "FullyQualifiedName~Beds"
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=eng/lib.sh
. eng/lib.sh
export DOTNET_CLI_UI_LANGUAGE=en DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

need_dotnet
need_services
build_once

# What runs for long is chosen by its own script. The runner takes one kind of filter at a time.
arguments=()
filtered=false
while [ $# -gt 0 ]; do
  if [ "$1" = "--filter" ] && [ $# -gt 1 ]; then
    arguments+=(--filter "($2)&Category!=Long&Category!=A11y&Category!=Screenshots&Category!=Secure"); filtered=true; shift 2
  else
    arguments+=("$1"); shift
  fi
done
$filtered || arguments+=(--filter-not-trait Category=Long --filter-not-trait Category=A11y --filter-not-trait Category=Screenshots --filter-not-trait Category=Secure)

run_tests "${arguments[@]}"
