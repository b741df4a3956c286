#!/usr/bin/env bash
# Kills a process that publishes, again and again, and compares what Telegram has with what the ledger says. The last line is
# kills=N published=… unknown=… lost=… twice=… half=…, and the exit code is 1 if the promise of docs/reliability.md is broken.
#   tests/crash.sh --kills N --store sqlite|postgresql [--processes 1|2] [--evidence page|review|none] [--trouble locked|gone|full] [--trouble-seconds N] [--posts N] [--seed N] [--speed N] [--log FILE]
#   tests/crash.sh stickers --kills N [--seed N] [--speed N]
# kills a process that brings a folder of pictures to Telegram, and ends with kills=N series=… stickers=… missing=… twice=… wrong=…
#   tests/crash.sh campaign --kills N --store sqlite|postgresql [--processes 1|2] [--seed N] [--speed N] [--log FILE]
# kills a process that invites customers, and ends with kills=N invited=… delivered=… unknown=… lost=… twice=…
# PostgreSQL is the one that TELEGRAMMARKETING_POSTGRES names. CRASH_NO_BUILD=1 takes the program as it was built last.
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
program="$root/artifacts/crash-test"
if [ "${CRASH_NO_BUILD:-}" != 1 ]; then
    export DOTNET_NOLOGO=true DOTNET_CLI_TELEMETRY_OPTOUT=1
    # Compiled ahead of time where that can be, since a child that is killed after a second should not spend it on compiling.
    publish() { dotnet publish "$root/tests/TelegramMarketing.CrashTest" --configuration Release --output "$program" --verbosity quiet "$@"; }
    publish -p:CrashTestAheadOfTime=true >/dev/null || publish
fi
exec dotnet "$program/TelegramMarketing.CrashTest.dll" "$@"
