# Adds up what `ctest --verbose` printed: the totals of every Qt Test program, and one for each other test.
# Prints "PASSED FAILED SKIPPED". A program that ended badly without saying which row failed counts as one failure.
/^[0-9]+: Totals: [0-9]+ passed, [0-9]+ failed, [0-9]+ skipped/ {
    number = $1 + 0
    seen[number] = 1
    passed += $3
    failed += $5
    failedIn[number] += $5
    skipped += $7
}
/^ *[0-9]+\/[0-9]+ Test +#[0-9]+: / {
    line = $0
    sub(/^.*#/, "", line)
    number = line + 0
    if (line ~ /\*\*\*Skipped|\*\*\*Not Run \(Disabled\)/)
        skipped += 1
    else if (line ~ /  +Passed +[0-9.]+ sec|\.\.\. +Passed/)
        passed += seen[number] ? 0 : 1
    else if (!failedIn[number])
        failed += 1
}
END { print passed + 0, failed + 0, skipped + 0 }
