#!/usr/bin/env bash
# Breaks one protection after the other on purpose, in a throwaway copy of the tree, and shows that the matching check of eng/secure.sh turns red, and by which test: a check that stays green would be
# decoration. Breaks that do not touch each other share one build. Prints a table; exit code 0 only when every break was caught. "wall" means that the check must stay green: another protection holds.
set -uo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=eng/lib.sh
. eng/lib.sh
export DOTNET_CLI_UI_LANGUAGE=en DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
need_dotnet
need_services

copy=$(mktemp -d)/tree
git worktree add -q --detach "$copy" HEAD
trap 'git worktree remove --force "$copy"; rmdir "$(dirname "$copy")"' EXIT

# build | check | what is broken | file | perl substitution | expected | what of the check is run (nothing: all of it)
breaks=(
  '1|12|an export no longer disarms formulas|MediSecure.Data/Features/ActivityLog/CsvText.cs|s/public static string Safe\(string\? text\) => .*/public static string Safe(string? text) => text ?? "";/|red|'
  '1|16|a link of the chain no longer covers the one before|MediSecure.Data/Features/ActivityLog/AuditChain.cs|s/hash\.AppendData\(previous\);/_ = previous;/|red|'
  '1|10|the hub takes any origin|MediSecure.Web/Hosting/HubGuard.cs|s/if \(!IsOurs\(http\.Request\)\)/if (!IsOurs(http.Request) \&\& http.Request.Method == "NONE")/|red|'
  '1|5|answers may be read as another type|MediSecure.Web/Hosting/SecurityHeaders.cs|s/headers\.XContentTypeOptions = "nosniff";//|red|'
  '1|14|fields are stored in clear|MediSecure.Data/Persistence/Encryption/FieldCipher.cs|s/aes\.Encrypt\(.*?\);/_ = (aes, nonce.Length, bound); plain.CopyTo(bytes, 5 + NonceBytes);/; s/aes\.Decrypt\(.*?\);/_ = (aes, bound); bytes.AsSpan(5 + NonceBytes, plain.Length).CopyTo(plain);/|red|'
  '2|2|the query filter of the organisation is gone|MediSecure.Data/Persistence/ScopeFilters.cs|s/filter = e => e\.OrganizationId == FilterOrganizationId .*;/filter = e => true;/|red|-class *.OrganizationBoundaryOnSqlite'
  '2|2|... and on PostgreSQL row security still holds|-|-|wall|-class *.OrganizationBoundaryOnPostgres'
  '2|10|a return address may leave the host|MediSecure.Web/Components/Account/LocalAddress.cs|s/address\[1\] is not \(.*?\)\)/true)/|red|'
  '2|16|the log has no trigger against changes (SQLite)|MediSecure.Data/Persistence/DatabaseRules.cs|s/BEFORE UPDATE ON "\{table\}" BEGIN SELECT RAISE\(ABORT, .TR_\{table\}_AppendOnly.\); END/BEFORE UPDATE ON "{table}" BEGIN SELECT 1; END/|red|'
  '2|7|staff come in without a second factor|MediSecure.Data/Access/SignInSteps.cs|s/await _changes\.NeedsFactorAsync\(user\.Id\) \? NextStep\.Enrol/false ? NextStep.Enrol/|red|'
  '3|3|the row policy lets everything through|MediSecure.Data/Persistence/RowSecurity.cs|s/USING \(\{seen\}\) WITH CHECK \(\{written\}\)/USING (true) WITH CHECK (true)/|red|'
  '3|2|writes are no longer compared with the scope|MediSecure.Data/Persistence/ScopeGuardInterceptor.cs|s/foreach \(var entry in changed\)/foreach (var entry in changed.Take(0))/|red|-class *.ScopeOnSqlite'
  '3|19|a form is not checked by its service|MediSecure.Data/Common/FormRules.cs|s/public static Error\? Check\(object form\)\n    \{/public static Error? Check(object form)\n    {\n        if (form is not null) return null;/|red|'
  '3|4|what a person may is remembered for hours|MediSecure.Data/Access/AccessCache.cs|s/Life = TimeSpan\.FromSeconds\(2\)/Life = TimeSpan.FromHours(2)/|red|'
  '3|13|the title of a record names the patient|MediSecure.Web/Features/Patients/PatientPage.razor|s/<PatientBanner Patient="patient">/<PageTitle>\@patient.Name<\/PageTitle><PatientBanner Patient="patient">/|red|'
  '3|15|an opened chart leaves no event|MediSecure.Data/Access/MediSecureDb.cs|s/await WriteAsync\(_audit\.For\(scope, permission\.ToString\(\), AuditAction\.Read, AuditOutcome\.Success, patientId, "Patient", patientId, scope\.Reason\), scope\);//|red|'
  '4|1|the door no longer asks for the permission|MediSecure.Data/Access/MediSecureDb.cs|s/if \(granting\.Count == 0\)/if (granting.Count < 0)/|red|'
  '4|18|every clinician treats every patient|MediSecure.Data/Access/MediSecureDb.cs|s/IsTreated = !asked .. treated\.Contains\(p\.Id\),/IsTreated = true,/|red|'
  '4|24|a page writes its title as mark-up|MediSecure.Web/Ui/PageHeader.razor|s/\@Title<\/h1>/\@((MarkupString)Title)<\/h1>/|red|'
)

# SECURE_BREAKS="chain" tries those only whose words match.
[ -z "${SECURE_BREAKS:-}" ] || mapfile -t breaks < <(printf '%s\n' "${breaks[@]}" | grep -E "^[0-9]+\|[0-9]+\|[^|]*($SECURE_BREAKS)")

missed=0
printf '%-5s  %-54s %-5s %-5s %s\n' 'check' 'broken on purpose' 'must' 'is' 'by'
for build in $(printf '%s\n' "${breaks[@]}" | cut -d'|' -f1 | sort -un); do
  git -C "$copy" checkout -q -- .
  for line in "${breaks[@]}"; do
    IFS='|' read -r in _ what file change _ _ <<<"$line"
    [ "$in" = "$build" ] && [ "$file" != - ] || continue
    # A break that changes nothing proves nothing.
    before=$(sha1sum <"$copy/$file")
    perl -0pi -e "$change" "$copy/$file"
    [ "$(sha1sum <"$copy/$file")" = "$before" ] && { printf '%-62s the text to break is no longer in %s\n' "$what" "$file"; missed=$((missed + 1)); }
  done
  if ! (cd "$copy" && dotnet build MediSecure.sln -v q -nologo -p:TreatWarningsAsErrors=false -p:RunAnalyzers=false >"$copy.build.log" 2>&1); then
    say "build $build: the broken tree does not compile:"; grep -m3 'error' "$copy.build.log" >&2; missed=$((missed + 1)); continue
  fi
  for line in "${breaks[@]}"; do
    IFS='|' read -r in check what _ _ expected part <<<"$line"
    [ "$in" = "$build" ] || continue
    read -ra arguments <<<"-trait Check=$check -trait- Category=Long $part"
    [ "$expected" = red ] && arguments+=(-stopOnFail)        # one red is enough
    if (cd "$copy" && dotnet MediSecure.Tests/bin/Debug/net10.0/MediSecure.Tests.dll -noLogo -noColor "${arguments[@]}" >"$copy.test.log" 2>&1); then is=green; else is=red; fi
    by=$(sed -nE 's/^ *(MediSecure[^ ]*\.)?([A-Za-z_]+\.[A-Za-z_]+).*\[FAIL\].*/\2/p' "$copy.test.log" | head -1)
    # Red without a test that failed, or green without a test, is no answer.
    { [ "$is" = red ] && [ -z "$by" ]; } || { [ "$is" = green ] && grep -q 'Total: 0,' "$copy.test.log"; } && is=none
    want=red; [ "$expected" = wall ] && want=green
    [ "$is" = "$want" ] || missed=$((missed + 1))
    printf '%-5s  %-54s %-5s %-5s %s\n' "$check" "$what" "$want" "$is" "$by"
  done
done
rm -f "$copy.build.log" "$copy.test.log"
[ "$missed" -eq 0 ] && echo "every break was caught" || echo "$missed not caught"
exit "$((missed > 0))"
