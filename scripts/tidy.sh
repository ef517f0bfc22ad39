#!/usr/bin/env bash
# clang-tidy over the source files of model/, views/ and app/, on all cores; any finding fails.
# usage: scripts/tidy.sh BUILD_DIRECTORY [COUNT]   BUILD_DIRECTORY was configured, and built once by ninja;
#        with COUNT, only so many files, those that were changed last
#
# A file that was clean is not looked at again until it, a header of the project that it includes, or .clang-tidy
# changes: its fingerprint is kept in the user's cache, like a compiler cache.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
build=$1
count=${2-}
stamps=${XDG_CACHE_HOME:-$HOME/.cache}/netdraft/tidy
mkdir -p "$stamps"
find "$stamps" -type f -mtime +30 -delete

settings=$(clang-tidy-19 --version | cat - .clang-tidy "$build/CMakeCache.txt" | grep -v "$PWD" | sha256sum)

# One line a source file: the file, then the project's headers that it includes.
dependencies=$(ninja -C "$build" -t deps | awk -v root="$PWD/" '
    /^[^ ].*: #deps/ { line = ""; next }
    /^$/ { if (line != "") print line; line = ""; next }
    {
        path = $1
        if (index(path, root) == 1)
            path = substr(path, length(root) + 1)
        sub(/^(\.\.\/)+/, "", path)
        if (path !~ /^\// && path !~ /^build\// && path !~ /_autogen\//)
            line = line == "" ? path : line " " path
    }
    END { if (line != "") print line }' | grep -E '^(model|views|app)/[^ ]*\.cpp' | sort -u)

# Most recently changed first: what is not committed, then commit by commit.
by_age() {
    { git diff --name-only HEAD && git log --format= --name-only --no-renames -- model views app; } |
        grep '\.cpp$' | awk '!seen[$0]++'
}

stale=()
declare -A fingerprint
while read -r -a files; do
    [ -e "${files[0]}" ] || continue # generated
    sum=$({ echo "$settings"; cat -- "${files[@]}"; } | sha256sum)
    fingerprint[${files[0]}]=${sum%% *}
    [ -e "$stamps/${sum%% *}" ] || stale+=("${files[0]}")
done <<<"$dependencies"

if [ -n "$count" ]; then
    declare -A is_stale
    for file in "${stale[@]}"; do is_stale[$file]=yes; done
    stale=()
    while read -r file && [ "${#stale[@]}" -lt "$count" ]; do
        [ -z "${is_stale[$file]-}" ] || stale+=("$file")
    done < <(by_age)
fi
echo "clang-tidy: ${#stale[@]} of ${#fingerprint[@]} files to look at"
[ "${#stale[@]}" -gt 0 ] || exit 0

# The checker prints nothing for a clean file but counts of what it suppressed elsewhere.
tidy_one() {
    local output
    if output=$(clang-tidy-19 --quiet --warnings-as-errors='*' --extra-arg=-Wno-ignored-gch -p "$1" "$3" 2>/dev/null); then
        : >"$2"
    else
        printf '%s\n' "$output"
        return 1
    fi
}
export -f tidy_one
for file in "${stale[@]}"; do
    printf '%s\0%s\0%s\0' "$build" "$stamps/${fingerprint[$file]}" "$file"
done | xargs -0 -n 3 -P "$(nproc)" bash -c 'tidy_one "$@"' tidy_one
