#!/usr/bin/env bash
# Takes what the window says into translations/*.ts: new sentences come unfinished, those that are gone go.
# usage: scripts/translations.sh [FOLDER]     with a FOLDER, the files there
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
folder=${1-translations}
lupdate=/usr/lib/qt6/bin/lupdate
[ -x "$lupdate" ] || lupdate=lupdate

# The model has no Qt: ReasonWords::phrase() and term() stand for tr() and QT_TRANSLATE_NOOP() there.
"$lupdate" -silent -I . -no-obsolete -locations none -no-ui-lines \
    -tr-function-alias tr+=phrase -tr-function-alias QT_TRANSLATE_NOOP+=term \
    model views app -ts "$folder"/netdraft_*.ts 2>/dev/null
