# shellcheck shell=bash
# Shared by the scripts beside it; sourced, not run.
# What a test run needs besides the .NET SDK: a PostgreSQL server's programs and a Chromium. Nothing here starts or changes a service.

say() { printf '%s\n' "$*" >&2; }

need_dotnet() {
  command -v dotnet >/dev/null || { say "The .NET 10 SDK is missing: https://dotnet.microsoft.com/download/dotnet/10.0"; exit 1; }
}

have_postgres() {
  [ -n "${MEDISECURE_TEST_POSTGRES:-}" ] && return 0
  [ -n "${MEDISECURE_PG_BIN:-}" ] && [ -x "$MEDISECURE_PG_BIN/initdb" ] && return 0
  compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null && return 0
  command -v initdb >/dev/null && command -v pg_ctl >/dev/null
}

# Prints the browser's path. The shell is the same Chromium without a window's frame: a page in it costs a quarter of the processor.
find_chromium() {
  local candidate
  for candidate in "${CHROMIUM:-}" /usr/bin/chromium-headless-shell /usr/bin/chromium /usr/bin/chromium-browser /usr/bin/google-chrome; do
    [ -n "$candidate" ] && [ -x "$candidate" ] && { printf '%s\n' "$candidate"; return 0; }
  done
  command -v chromium || command -v chromium-browser || command -v google-chrome
}

# Installs what is missing with apt-get, as root or with sudo; else says what to install and gives up.
need_services() {
  local packages=() runner=()
  have_postgres || packages+=(postgresql)
  find_chromium >/dev/null || packages+=(chromium)
  if [ ${#packages[@]} -gt 0 ]; then
    if ! command -v apt-get >/dev/null; then
      say "Missing: ${packages[*]}. Install them, or set MEDISECURE_TEST_POSTGRES, MEDISECURE_PG_BIN or CHROMIUM."; exit 1
    fi
    if [ "$(id -u)" -ne 0 ]; then
      if command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
        runner=(sudo -n)
      else
        say "Missing: ${packages[*]}. Run: sudo apt-get install ${packages[*]}"; exit 1
      fi
    fi
    say "Installing ${packages[*]} ..."
    # Debian would make and start a cluster of its own: the tests start theirs, on a unix socket.
    if [[ " ${packages[*]} " == *" postgresql "* ]]; then
      "${runner[@]}" mkdir -p /etc/postgresql-common/createcluster.d
      echo 'create_main_cluster = false' | "${runner[@]}" tee /etc/postgresql-common/createcluster.d/medisecure.conf >/dev/null
    fi
    "${runner[@]}" apt-get update -qq || say "apt-get update failed; trying with the lists there are"
    "${runner[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${packages[@]}" >/dev/null
  fi
  # Only a try, and only where nobody is asked: any Chromium does.
  if [ -z "${CHROMIUM:-}" ] && [ ! -x /usr/bin/chromium-headless-shell ] && [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
    env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends -o Acquire::http::Timeout=10 -o Acquire::Retries=0 chromium-headless-shell >/dev/null 2>&1 || say "No chromium-headless-shell to be had: the tests take the Chromium there is, and longer."
  fi
  CHROMIUM=$(find_chromium) || { say "Chromium is missing: apt-get install chromium, or set CHROMIUM"; exit 1; }
  export CHROMIUM
  have_postgres || { say "PostgreSQL is missing: apt-get install postgresql, or set MEDISECURE_TEST_POSTGRES or MEDISECURE_PG_BIN"; exit 1; }
}

build_once() {
  dotnet restore MediSecure.sln -v q -nologo
  dotnet build MediSecure.sln --no-restore -v q -nologo
}

# Runs the test project and closes with "N passed, N failed". A skipped test and a run without tests are failures.
run_tests() {
  local log rc=0
  mkdir -p artifacts
  log=$(mktemp artifacts/test.XXXXXX.log)
  # Everything here is short: measuring hot methods in order to compile them better costs more than it brings, in the tests and in the hosts they start.
  export DOTNET_TieredPGO=0
  dotnet test --project MediSecure.Tests --no-build --no-progress --no-ansi "$@" 2>&1 | tee "$log" || rc=$?
  # What failed stands last, whatever the hosts under test have printed since.
  awk '/^failed /{left=14} left>0{print; left--}' "$log" | tail -n 300
  awk '/^  failed:/{f+=$2} /^  succeeded:/{s+=$2} /^  skipped:/{k+=$2}
       END {if (k > 0) printf "%d skipped: a skipped test is a failure\n", k; printf "%d passed, %d failed\n", s, f; exit k > 0 || s == 0}' "$log" || rc=1
  return "$rc"
}
