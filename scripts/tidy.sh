#!/usr/bin/env bash
# clang-tidy over the source files of model/, views/ and app/, on all cores; any finding fails.
# usage: scripts/tidy.sh [COUNT]     with COUNT, only so many files, those that were changed last
#
# A file that was clean is not looked at again until it, a header of the project that it includes, or .clang-tidy
# changes: its fingerprint is kept in the user's cache, like a compiler cache.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
count=${1-}
build=build/tidy # never built: how each file would be compiled is all that is asked
stamps=${XDG_CACHE_HOME:-$HOME/.cache}/netdraft/tidy
mkdir -p "$stamps"
find "$stamps" -type f -mtime +30 -delete
cmake --preset tidy >/dev/null

settings=$(clang-tidy-19 --version | cat - .clang-tidy CMakePresets.json cmake/*.cmake | sha256sum)
export build stamps settings

# Most recently changed first: what is not committed, then commit by commit; then what else there is.
by_age() {
    {
        git diff --name-only HEAD -- model views app
        git log --format= --name-only --no-renames -- model views app
        git ls-files -- model views app
    } | grep '\.cpp$' | awk '!seen[$0]++'
}

# fingerprint FILE: of the file and of the project's headers that it includes; nothing where it is not compiled.
fingerprint() {
    local command
    command=$(grep -B 1 -F "\"file\": \"$PWD/$1\"" "$build/compile_commands.json" | sed -n 's/^ *"command": "\(.*\)",$/\1/p')
    [ -n "$command" ] || return 0
    command=${command%% -o *}
    command=${command//\\\"/\"}
    { echo "$settings"; eval "$command -MM \"\$1\"" | sed 's/^[^ ]*://; s/ \\$//' | xargs cat --; } |
        sha256sum | cut -d ' ' -f 1
}

# stale FILE: one line, the fingerprint and the file, if it is compiled and was not clean when it was last looked at.
stale() {
    local sum
    sum=$(fingerprint "$1")
    [ -z "$sum" ] || [ -e "$stamps/$sum" ] || printf '%s %s\n' "$sum" "$1"
}

# The checker prints nothing for a clean file but counts of what it suppressed elsewhere.
tidy_one() {
    local output
    if output=$(clang-tidy-19 --quiet --warnings-as-errors='*' --extra-arg=-Wno-unknown-warning-option -p "$build" "$2" 2>/dev/null); then
        : >"$stamps/$1"
    else
        printf '%s\n' "$output"
        return 1
    fi
}
export -f fingerprint stale tidy_one

list=$(mktemp)
trap 'rm -f "$list"' EXIT
if [ -n "$count" ]; then
    while read -r file && [ "$(wc -l <"$list")" -lt "$count" ]; do
        [ ! -e "$file" ] || stale "$file" >>"$list"
    done < <(by_age)
else
    by_age | while read -r file; do [ ! -e "$file" ] || echo "$file"; done |
        xargs -n 1 -P "$(nproc)" bash -c 'stale "$@"' stale >"$list"
fi
echo "clang-tidy: $(wc -l <"$list") files to look at"
xargs -r -n 2 -P "$(nproc)" bash -c 'tidy_one "$@"' tidy_one <"$list"
