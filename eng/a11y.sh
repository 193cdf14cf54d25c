#!/usr/bin/env bash
# axe on every route x role x theme. Prints its counts.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=eng/lib.sh
. eng/lib.sh
export DOTNET_CLI_UI_LANGUAGE=en DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

need_dotnet
need_services
build_once
run_tests --filter-trait Category=A11y "$@"
