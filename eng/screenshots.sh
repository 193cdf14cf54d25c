#!/usr/bin/env bash
# Makes the pictures of docs/screenshots/ from the running demo: the main ones at 1440x900 and 390x844, light and dark; the others at 1440x900, light.
# One picture in every size and theme: eng/screenshots.sh start   (names: MediSecure.Tests/Support/Screenshots.cs)
# Every picture so: MEDISECURE_SCREENSHOT_ALL=1 eng/screenshots.sh
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
