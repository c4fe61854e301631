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
baseline-written = { findings } written to { $path }; leave them out with --baseline

explain-title = { $rule }: { $title }.
rules-count = { $count } rules; `netlint explain RULE` shows the page of one.

init-written = written: { $path }
init-kept = kept as it is: { $path }
init-extended = extended: { $path } with `{ $line }`
init-above = there is { $path } above; below it, the nearest one counts
init-next = next: write what happened today, then run `netlint`; in a git repository, `netlint hook install` checks each commit

log-hello = one entry a line: `coffee with @ada: what was said`, a day may come first; Tab completes, Ctrl-D ends
log-empty = nothing is told; say what happened: `netlint log 'coffee with @ada: what was said'`
log-no-day = `{ $day }` is no day of the calendar, or could be two; write it YYYY-MM-DD
log-two-days = the entry says `{ $day }`, but --on names another day; leave one of them out
log-no-verb = `{ $word }` is no verb; begin with what happened, such as `coffee`, `call`, `mail`, `asked` or `note`
log-finding = { $message }; { $help }
log-ask-offer = did you mean `{ $line }`? [y/N]
log-offer = nothing was written; did you mean: { $command }
log-offer-stranger = nothing was written; this declares who is new: { $command }
log-refused = nothing was written
log-ask-stranger = declare `## { $name } @{ $handle }`? [y/N]
log-declared = declared in { $path }: { $name } @{ $handle }
log-due = { $who }: next due { $day }
log-last = { $who }: last noted { $day }, no cadence

places = { $places ->
    [one] 1 place
   *[other] { $places } places
}
rename-file = { $path }: { places }
renamed = @{ $old } is @{ $new } now: { places } in { files }

triage-keys = { $circles }; e 3 weeks: how often; p 2 months: pause; s: later; b: back; q: done
triage-unclear = that is none of the keys; `e` and `p` want how long, as in `e 3 weeks`
triage-last-entry = last noted { $day }: { $entry }
triage-last = last noted { $day }
triage-never = no contact is noted
triage-nothing = nothing to write; read { people }
triage-ask = write this for { people } into { files }? [y/N]
triage-written = written for { people } into { files }
