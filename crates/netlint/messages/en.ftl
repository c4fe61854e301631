# What the commands print. An id begins with its command, unless several say it.

errors = { $count ->
    [one] 1 error
   *[other] { $count } errors
}
warnings = { $count ->
    [one] 1 warning
   *[other] { $count } warnings
}
infos = { $count ->
    [one] 1 info
   *[other] { $count } infos
}
nothing = nothing to report
hidden = { $count ->
    [one] 1 quieter finding not shown
   *[other] { $count } quieter findings not shown
} (--min-level info)
suppressed = { $count } suppressed

files = { $files ->
    [one] 1 file
   *[other] { $files } files
}
people = { $people ->
    [one] 1 person
   *[other] { $people } people
}
entries = { $entries ->
    [one] 1 entry
   *[other] { $entries } entries
}
read = read { files }, { people }, { entries }, as of { $today }
read-period = read { files }, { people }, { entries } from { $first } to { $last }, as of { $today }

check-explain = `netlint explain { $rule }` tells more of the first one
level-error = error
level-warning = warning
level-info = info
help = help
fix = fix

nothing-staged = no journal is staged
not-staged = { $count } in files that are not staged
older = { $count } on older lines not shown
known = { $count } known
more = { $count } more, not shown (--max-diagnostics)
solved = { $count ->
    [one] 1 finding
   *[other] { $count } findings
} of the baseline solved: check the whole journal to prune it
solved-pruned = { $count ->
    [one] 1 finding
   *[other] { $count } findings
} of the baseline solved: taken out of the baseline
findings = { $findings ->
    [one] 1 finding
   *[other] { $findings } findings
}
fixed = fixed { findings } in { files }
fixable = { $safe } fixable with --fix
fixable-unsafe = { $more } fixable with --unsafe-fixes
fixable-both = { $safe } fixable with --fix, { $more } more with --unsafe-fixes
silenced = silenced { findings } in { files }
fmt-done = { files } formatted
fmt-done-some = { files } formatted, { $unchanged } left unchanged
fmt-done-none = { files } left unchanged
fmt-would = would format { $path }
fmt-would-all = { files } would be formatted
fmt-would-some = { files } would be formatted, { $unchanged } already formatted
fmt-would-none = { files } already formatted
baseline-written = { findings } written to { $path }; leave them out with --baseline

explain-title = { $rule }: { $title }.
rules-count = { $count } rules; `netlint explain RULE` shows the page of one.

init-written = written: { $path }
init-kept = kept as it is: { $path }
init-extended = extended: { $path } with `{ $line }`
init-above = there is { $path } above; below it, the nearest one counts
init-next = next: write what happened today, then run `netlint`; in a git repository, `netlint hook install` checks each commit
hook-written = { $path } checks what is staged in { $folders } before each commit
hook-already = { $path } is there already, and checks what is staged in { $folders }
hook-former = { $path }, which was there before, runs first
hook-removed = { $path } is taken away
hook-restored = { $path } is what it was before
hook-none = { $path } is not ours; there is nothing to take away
hook-absent = there is no { $path }; `netlint hook install` writes it
hook-ours = { $path } checks what is staged in { $folders }
hook-edited = { $path } was edited since `netlint hook install` wrote it
hook-foreign = { $path } is not ours; `netlint hook install` keeps it and lets it run first
hook-managed = { $path } is kept by { $program }
merge-driver-ours = git can merge journals with netlint (merge.netlint), where .gitattributes says merge=netlint
merge-driver-absent = git merges journals like any text; `netlint hook install` lets netlint do it
merge-driver-foreign = merge.netlint is configured otherwise, and is left as it is
merge-driver-removed = merge.netlint is taken out of the configuration
