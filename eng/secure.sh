#!/usr/bin/env bash
# The checks of docs/security.md, one line each; the exit code is the number that failed.
#   eng/secure.sh              starts its own: PostgreSQL, migrate, seed --demo, a throwaway certificate, the host on https://localhost; all gone at the end
#   eng/secure.sh BASE_URL     asks a host that runs already, filled by seed --demo and not in Production. It must be told ConnectionStrings__MediSecure, ConnectionStrings__MediSecureOwner and
#                              Encryption__KeyFile, and may be told MEDISECURE_SECURE_PLAIN_URL (its http address). What would tamper with its database is left out there.
# Checks that ask no host run on databases of their own either way. SECURE_CHECKS="3 16" runs these only. The whole corpus of check 19 and the writers of a whole minute are in eng/long.sh.
set -uo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=eng/lib.sh
. eng/lib.sh
export DOTNET_CLI_UI_LANGUAGE=en DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
export MEDISECURE_SECURE_URL="${1:-}"

titles=(
  "1|every role x every operation and page"
  "2|ids of another organisation in every route and operation"
  "3|row security on every table with an organisation"
  "4|role taken, locked, switched off, signed out elsewhere: powerless within 5 s (one node)"
  "5|headers"
  "6|cookie, TLS, http"
  "7|staff without a second factor"
  "8|known and unknown names: same answer, same time"
  "9|many bad sign-ins"
  "10|foreign origins, posts without a token, return addresses"
  "12|formulas in exports"
  "13|patients' data in logs, traces, metrics, addresses, browser storage"
  "14|encrypted fields in dump and write-ahead log"
  "15|every step stands in the activity log"
  "16|the activity log cannot be changed unseen"
  "18|emergency access"
  "19|bad input and forced errors"
  "24|scripts in every text field"
)

need_dotnet
need_services
mkdir -p artifacts
if [ -z "${SECURE_NO_BUILD:-}" ]; then build_once >&2 || { say "The build failed."; exit 99; }; fi

traits=()
for title in "${titles[@]}"; do
  number=${title%%|*}
  case " ${SECURE_CHECKS:-$number} " in *" $number "*) traits+=(-trait "Check=$number");; esac
done
results=$(mktemp artifacts/secure.XXXXXX.xml)
log=${results%.xml}.log
dotnet MediSecure.Tests/bin/Debug/net10.0/MediSecure.Tests.dll -noLogo -noColor "${traits[@]}" -trait- Category=Long -xml "$results" >"$log" 2>&1

# One record for each test: result, numbers, its lines "check N: ...", and what it said when it failed.
tests=$(tr '\n' '\r' <"$results" | sed -E 's/<test /\n&/g' | awk -F'\r' '
  /^<test / {
    text = $0
    result = match(text, /result="[A-Za-z]+"/) ? substr(text, RSTART + 8, RLENGTH - 9) : "?"
    name = match(text, / name="[^"]*"/) ? substr(text, RSTART + 7, RLENGTH - 8) : "?"
    rest = text; numbers = ""
    while (match(rest, /name="Check" value="[0-9]+"/)) { part = substr(rest, RSTART, RLENGTH); gsub(/[^0-9]/, "", part); numbers = numbers " " part; rest = substr(rest, RSTART + RLENGTH) }
    at = index(text, "<message>"); why = at ? substr(text, at + 9, 300) : ""
    gsub(/\r/, " ", why); sub(/<!\[CDATA\[/, "", why); sub(/\]\]>.*/, "", why); sub(/<.message>.*/, "", why)
    print result "\t" numbers " \t" name "\t" why
    rest = text
    while (match(rest, /check [0-9]+: [^]\r<]*/)) { print "said\t " substr(rest, RSTART + 6, RLENGTH - 6) "\t\t"; rest = substr(rest, RSTART + RLENGTH) }
  }')

failed=0
for title in "${titles[@]}"; do
  number=${title%%|*}
  case " ${SECURE_CHECKS:-$number} " in *" $number "*) ;; *) continue;; esac
  of=$(awk -F'\t' -v mark=" $number " '$1 != "said" && index($2, mark)' <<<"$tests")
  passed=$(grep -c '^Pass' <<<"$of" || true)
  bad=$(grep -v '^Pass\|^Skip\|^$' <<<"$of" || true)
  left=$(grep -c '^Skip' <<<"$of" || true)
  said=$(sed -n "s/^said\t $number: //p" <<<"$tests" | sed 's/[[:space:]]*$//' | sort -u | paste -sd';' - | sed 's/;/; /g')
  if [ -z "$bad" ] && [ "$passed" -gt 0 ]; then
    printf 'check %-3s %-7s %s (%s tests%s)%s\n' "$number" "$([ "$left" -gt 0 ] && echo partly || echo ok)" "${title#*|}" "$passed" "$([ "$left" -gt 0 ] && echo ", $left left out")" "${said:+: $said}"
  elif [ -z "$bad" ] && [ "$left" -gt 0 ]; then
    printf 'check %-3s left out %s: it would tamper with a database that is not thrown away\n' "$number" "${title#*|}"
  else
    failed=$((failed + 1))
    printf 'check %-3s FAILED  %s: %s\n' "$number" "${title#*|}" "$([ -n "$bad" ] && cut -f3,4 <<<"$bad" | tr '\t' ' ' | paste -sd';' - | cut -c1-400 || echo "no test ran, see $log")"
  fi
done
printf '%d failed\n' "$failed"
exit "$failed"
