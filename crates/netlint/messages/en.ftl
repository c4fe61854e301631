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

rule-begun = written: { $path }; `netlint rules test` tries it
rule-untested = { $rule } ({ $origin }): no example; `[[rule.test]]` holds one
rules-tested = examples of your own rules: { $passed } passed, { $failed } failed

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

date = { $day }
when-today = today
when-yesterday = yesterday
when-tomorrow = tomorrow
days-ago = { days } ago
in-days = in { days }
weeks-ago = { $count ->
    [one] 1 week
   *[other] { $count } weeks
} ago
in-weeks = in { $count ->
    [one] 1 week
   *[other] { $count } weeks
}
months-ago = { $count ->
    [one] 1 month
   *[other] { $count } months
} ago
in-months = in { $count ->
    [one] 1 month
   *[other] { $count } months
}
years-ago = { $count ->
    [one] 1 year
   *[other] { $count } years
} ago
in-years = in { $count ->
    [one] 1 year
   *[other] { $count } years
}
not-understood = { $errors ->
    [one] 1 line is
   *[other] { $errors } lines are
} not understood and may be missing here: see `netlint check`

show-professional = professional
show-friend = friend
show-family = family
show-dormant = dormant
show-ended-tie = ended
show-circle = circle { $circle }
show-paused = paused until { $until }
show-last = last contact { $when } ({ $day }), { $contacts ->
    [one] the only one noted
   *[other] one of { $contacts } noted
}
show-no-contact = no contact is noted
show-overdue = due since { $day }: { days } overdue, { $every }
show-due = due { $when } ({ $day }), { $every }
show-every = { $every }
show-rhythm = usually { $usual ->
    [one] every day
   *[other] every { $usual } days
}
show-silent = usually { $usual ->
    [one] every day
   *[other] every { $usual } days
}; now silent for { days }, { $factor } times as long
show-birthday = birthday { $when } ({ $day })
show-birthday-age = turns { $age } { $when } ({ $day })
show-fields = Fields
show-findings = What netlint finds
show-plans = Plans
show-introductions = Introductions
show-via = introduced by { $who }
show-brought = brought { $who }
show-favors = Favors: { $received } received, { $given } given, { $open } open
show-open = open
show-settled = returned { $days }
show-settles = returns { $days }
show-requests = Requests
show-ended = ended { $days }
show-answered = answered
show-timeline = Time line
show-broadcast = { $told } (to very many: no contact)
show-met = met { $words }
show-section = a day that is told of in prose
show-more = { $more } more: --all
show-several = { $count } people are called { $words }; which one?
show-nobody = nobody is called { $words }
show-nobody-near = nobody is called { $words }; did you mean one of these?

list-person = Person
list-circle = Circle
list-last = Last contact
list-date = Date
list-due = Due
list-favors = Got/gave
list-overdue = { days } overdue
list-nobody = nobody is as you ask

stats-weeks = Contacts in the last { $weeks } weeks (* not over yet)
stats-week = W{ $week }
stats-own = last contact of yours: { $when }, with { $who }
stats-streak = longest run of weeks with contact: { $weeks } ({ $first } to { $last }), now { $current }
stats-months = Contacts in the last 12 months (* not over yet)
stats-month = { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[other] Dec
}
stats-channels = Channels of the last year, { $contacts ->
    [one] 1 contact
   *[other] { $contacts } contacts
}, beside the study's
stats-study = {"  "}study
stats-without-channel = { $count } more without a channel: thanks, favors, requests, courtesies
channel-online = online
channel-voice = voice
channel-in-person = in person
channel-event = events
channel-conference = conference
stats-circles = Circles
stats-circle = { $people } of { $size }
stats-two-way = { $two_way } of { $active } active people ({ $percent } %) met, called or answered you within a year
stats-favors = Favors
stats-balance = { $received } received, { $given } given; { $open } not returned yet
stats-cadences = Cadences: { $all }, { $overdue } overdue
stats-best = best kept
stats-worst = most overdue
stats-kept = { $times } of { $all } times in time

watch-waiting = watching { $path }: what changes is shown as it comes, Ctrl-C ends
watch-change = { $time } { $appeared } new, { $resolved } resolved
watch-day = { $time } it is { $today }: { $appeared } new, { $resolved } resolved
watch-resolved = resolved: { $line }
watch-notify = netlint: { $count ->
    [one] 1 new finding
   *[other] { $count } new findings
}
watch-notify-more = and { $count ->
    [one] 1 more rule
   *[other] { $count } more rules
}

doctor-init = `netlint init` writes a first one
doctor-journal = the journal in { $folder }: { files }, { people }, { entries }
doctor-config = configured by { $path }
doctor-no-config = no netlint.toml: the defaults are in force
doctor-no-errors = no error is found in it
doctor-errors = { $count ->
    [one] 1 error is
   *[other] { $count } errors are
} found in it: `netlint check` shows where
doctor-private = others on this machine cannot read it: { $folder } is closed to them
doctor-readable = everybody on this machine can read { $folder }: `chmod go-rwx` closes it
doctor-rights = see in its properties who can read the journal's folder
doctor-no-git = no git repository: a journal in git has its history, and a way back
doctor-git = the repository in { $folder }
doctor-no-remote = it has no remote: nothing leaves this machine, and nothing is kept elsewhere
doctor-remote = it has a remote ({ $remotes }): journals are about people, so look who can read it there
doctor-attributes = .gitattributes gives journals to the merge driver
doctor-no-attributes = .gitattributes does not give journals to the merge driver: `netlint init` adds the line
doctor-editor = { $editor } knows netlint: { $path }
doctor-editor-without = { $editor } does not know netlint yet: { $page }
doctor-no-editor = no editor that we know is found on the PATH: { $page }

next-head = whom to contact until { $until }
next-none = nobody is waiting to hear from you until { $until }
next-more = { $count } more (--all)
next-few = { $count ->
    [one] `netlint next` shows why, and what was last noted
   *[other] `netlint next` shows all { $count }, why, and what was last noted
}
next-idle = { $message }. A short word is enough, perhaps to { $who }
next-done = done? Write [x] in { $place }
next-about = { $message }: { $words }
next-opener = { $day } { $words }
next-last = last
next-thanks = thanks
next-overdue = overdue
next-due = due
next-plan = plan
next-birthday = birthday
next-favor = favor
next-promise = promise
next-request = request
next-drifting = drifting
next-first = first word

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

report-title = Your network
report-agenda = Agenda
report-calendar = A year of contacts
report-calendar-sum = { $contacts ->
    [one] 1 contact
   *[other] { $contacts } contacts
} on { $count ->
    [one] 1 day
   *[other] { $count } days
}
report-calendar-part = Contacts by day from { $first } to { $last }
report-day = { $day }: { $contacts ->
    [one] 1 contact
   *[other] { $contacts } contacts
}
report-table = As a table
report-contacts = Contacts
report-channels = Channels
report-channel = Channel
report-here = Here
report-study = The study
report-received = Received
report-given = Given
report-open = Not returned yet
report-more = { $count } more
report-more-people = { $count ->
    [one] 1 more person
   *[other] { $count } more people
}
report-no-introductions = no introduction is noted: the field `via` tells who introduced somebody
report-lineage = Who introduced whom, from left to right; a broken line joins those whom you introduced to each other.
report-text = As a text
report-brought = { $who } introduced { $whom }
report-linked = you introduced { $who } and { $whom }
report-people = People
report-nobody = nobody is declared yet
report-search = Search
report-sort = Order
report-by-name = Name
report-by-last = Last contact, the longest ago first
report-by-due = Due
report-by-balance = Favors received and not given back
report-found = { $shown } of { $all }
