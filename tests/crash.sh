#!/usr/bin/env bash
# Kills a process that publishes, again and again, and compares what Telegram has with what the ledger says. The last line is
# kills=N published=… unknown=… lost=… twice=… half=…, and the exit code is 1 if the promise of docs/reliability.md is broken.
#   tests/crash.sh --kills N --store sqlite|postgresql [--processes 1|2] [--evidence page|review|none] [--posts N] [--seed N] [--speed N] [--log FILE]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_NOLOGO=true DOTNET_CLI_TELEMETRY_OPTOUT=1
project=tests/TelegramMarketing.CrashTest
program="$project/bin/Release/net10.0/TelegramMarketing.CrashTest.dll"
if [ "${CRASH_NO_BUILD:-}" != 1 ]; then
    dotnet build "$project" --configuration Release --verbosity quiet
fi
exec dotnet "$program" "$@"
