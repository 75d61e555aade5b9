#!/usr/bin/env bash
# Runs every test. Needs nothing outside this folder but the package registries.
set -euo pipefail
cd "$(dirname "$0")"

if [ "${1:-}" = "--help" ] || [ "${1:-}" = "-h" ]; then
  cat <<'HELP'
Usage: ./test.sh [options of the test program, such as -class or -namespace]
       ./test.sh --pictures [DIR]

Builds everything, checks the format, and runs all tests on SQLite and PostgreSQL and in a real browser.
Installs PostgreSQL and Chromium with apt where it may; otherwise it says what to install and stops.

--pictures draws every card in every state, language, theme and width into DIR (artifacts/pictures).
HELP
  exit 0
fi
if [ "${1:-}" = "--pictures" ]; then
  mkdir -p "${2:-artifacts/pictures}"
  HELPDESK_CARD_PICTURES=$(cd "${2:-artifacts/pictures}" && pwd)
  export HELPDESK_CARD_PICTURES
  set -- -class HelpDeskBot.Tests.Browser.CardTests
fi

install() { # command-or-file, Debian package
  [ -e "$1" ] && return 0
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "test.sh: installing $2"
    { apt-get install -y -qq "$2" || { apt-get update -qq && apt-get install -y -qq "$2"; }; } >/dev/null 2>&1 || true
  fi
  [ -e "$1" ] || { echo "test.sh: $1 is missing. Install the package $2 (Debian), then run this again." >&2; exit 1; }
}
postgres() { ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1; }
[ -n "$(postgres)" ] || install /usr/lib/postgresql/15/bin/initdb postgresql-15
install /usr/bin/chromium chromium
for tool in dotnet node npm; do
  command -v $tool >/dev/null 2>&1 || { echo "test.sh: $tool is missing. Install the .NET 10 SDK and Node 20." >&2; exit 1; }
done

(cd src/HelpDeskBot && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error && npm run --silent copy)
(cd tests/peers && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error)
dotnet restore --locked-mode HelpDeskBot.sln -v quiet
dotnet build HelpDeskBot.sln --no-restore --nologo -v quiet -c Release
dotnet format HelpDeskBot.sln --no-restore --verify-no-changes

log=$(mktemp)
trap 'rm -f "$log"' EXIT
status=0
run() { tests/"$1"/bin/Release/net10.0/"$1" -noColor "${@:2}" | tee -a "$log" || status=$?; }
run HelpDeskBot.Tests -parallel collections -maxThreads 3 "$@"
[ $# != 0 ] || run HelpDeskBot.Reliability

# One closing line: how many passed, how many failed.
read -r total failed skipped <<<"$(sed -nE 's/.*Total: ([0-9]+), Errors: ([0-9]+), Failed: ([0-9]+), Skipped: ([0-9]+).*/\1 \2 \3 \4/p' "$log" |
  awk '{ total += $1; failed += $2 + $3; skipped += $4 } END { print total + 0, failed + 0, skipped + 0 }')"
if [ "$total" = 0 ]; then
  echo "test.sh: no test ran" >&2
  exit 1
fi
[ "$skipped" = 0 ] || { echo "test.sh: $skipped tests were skipped" >&2; status=1; }
echo "$((total - failed - skipped)) passed, $failed failed"
exit $status
