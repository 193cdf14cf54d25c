#!/usr/bin/env bash
# The long tests: all rounds of the races, kills and walks, minute-long loads. Prints their counts.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=eng/lib.sh
. eng/lib.sh
export DOTNET_CLI_UI_LANGUAGE=en DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

need_dotnet
need_services
build_once
run_tests --filter-trait Category=Long "$@"
