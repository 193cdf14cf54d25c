#!/usr/bin/env bash
# Makes the pictures of docs/screenshots/ from the running demo: each screen at 1440x900 and 390x844, light and dark.
# Some of them only: eng/screenshots.sh start beds   (names: MediSecure.Tests/Support/Screenshots.cs)
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=eng/lib.sh
. eng/lib.sh
export DOTNET_CLI_UI_LANGUAGE=en DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

need_dotnet
need_services
build_once
MEDISECURE_SCREENSHOTS="$PWD/docs/screenshots" MEDISECURE_SCREENSHOT_NAMES="$*" run_tests --filter-trait Category=Screenshots
# Smaller files where the tool is at hand; the pictures are the same to the eye.
if command -v pngquant >/dev/null; then pngquant --force --skip-if-larger --quality 70-95 --ext .png docs/screenshots/*.png || true; fi
