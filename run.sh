#!/usr/bin/env bash
# Starts HelpDeskBot. Needs the .NET 10 SDK and Node 20, nothing else.
set -euo pipefail
cd "$(dirname "$0")"

if [ "${1:-}" = "--help" ] || [ "${1:-}" = "-h" ]; then
  cat <<'HELP'
Usage: ./run.sh [--urls URL] [--data DIR] [--demo] [--Section:Key=value ...]

  --urls URL   where to listen (default http://127.0.0.1:3978)
  --data DIR   folder of the database and of files (default ./data)
  --demo       adds a control that moves the business clock
  --HelpDesk:Postgres="Host=...;Database=...;Username=...;Password=..."
               PostgreSQL instead of the embedded database
  Any other configuration is passed on; the README has the table.

Choosing who you are in the web chat works on this machine's own addresses only.
HELP
  exit 0
fi

need() { command -v "$1" >/dev/null 2>&1 || { echo "run.sh: $1 is missing. Install $2." >&2; exit 1; }; }
need dotnet "the .NET 10 SDK"
need node "Node 20"

app=src/HelpDeskBot
if [ ! -f $app/wwwroot/lib/adaptivecards.min.js ] || [ $app/package-lock.json -nt $app/wwwroot/lib/adaptivecards.min.js ]; then
  (cd $app && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error && npm run --silent copy)
fi

program=$app/bin/Release/net10.0/HelpDeskBot.dll
if [ ! -f $program ] || [ -n "$(find src cards Directory.*.props -newer $program -not -path '*/obj/*' -not -path '*/bin/*' -not -path '*/node_modules/*' -type f -print -quit)" ]; then
  dotnet build $app -c Release --nologo -v quiet
  touch $program
fi

case " $* " in
  *" --data "*) set -- "$@" ;;
  *) set -- --data "$PWD/data" "$@" ;;
esac
export ASPNETCORE_ENVIRONMENT="${ASPNETCORE_ENVIRONMENT:-Development}"
exec dotnet $program "$@"
