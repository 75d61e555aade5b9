#!/usr/bin/env bash
# Checks what this program sends against the platforms' own schemas, which stand outside the repository.
set -euo pipefail

usage() { echo "Usage: tests/checks/shared.sh DIR, where DIR/schemas holds the platforms' schemas" >&2; exit 2; }
if [ "${1:-}" = "--help" ] || [ "${1:-}" = "-h" ]; then usage; fi
[ $# = 1 ] || usage
[ -d "$1" ] || { echo "shared.sh: $1 is missing. Name the folder that holds schemas/." >&2; exit 1; }
shared=$(cd "$1" && pwd)
for schema in adaptive-card-1.5 botframework-channel directline-3.0 teams-app-manifest slack-app-manifest-v1 slack-app-manifest-v2; do
  [ -f "$shared/schemas/$schema.json" ] || { echo "shared.sh: $shared/schemas/$schema.json is missing" >&2; exit 1; }
done
for tool in dotnet node npm; do
  command -v $tool >/dev/null 2>&1 || { echo "shared.sh: $tool is missing. Install the .NET 10 SDK and Node 20." >&2; exit 1; }
done

cd "$(dirname "$0")/../.."
installed=tests/peers/node_modules/.package-lock.json
if [ ! -f $installed ] || [ tests/peers/package-lock.json -nt $installed ]; then
  (cd tests/peers && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error)
fi
program=src/HelpDeskBot/bin/Release/net10.0/HelpDeskBot.dll
if [ ! -f $program ] || [ -n "$(find src cards Directory.*.props -newer $program -not -path '*/obj/*' -not -path '*/bin/*' -not -path '*/node_modules/*' -type f -print -quit)" ]; then
  dotnet build src/HelpDeskBot -c Release --nologo -v quiet
  touch $program
fi

status=0
node tests/checks/cards.mjs "$shared" || status=1
node tests/checks/connector-routes.mjs "$shared" || status=1
node tests/checks/directline-routes.mjs "$shared" || status=1
node tests/checks/directline-server.mjs "$shared" $program || status=1
node tests/checks/manifests.mjs "$shared" || status=1
[ $status = 0 ] || echo "shared.sh: something does not match the platforms' schemas" >&2
exit $status
