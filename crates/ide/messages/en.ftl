# What an editor shows and offers.

when-today = today
when-yesterday = yesterday
when-tomorrow = tomorrow
when-past = { days } ago
when-future = in { days }
weekday = { $day ->
    [mon] Monday
    [tue] Tuesday
    [wed] Wednesday
    [thu] Thursday
    [fri] Friday
    [sat] Saturday
   *[sun] Sunday
}

hover-last = last noted { $day }, { $when }; { $contacts ->
    [one] the only contact noted
   *[other] one of { $contacts } contacts noted
}
hover-never = no contact is noted
hover-due = { $every }: due { $day }, { $when }
hover-paused = paused until { $until }
hover-favors = favors: { $received } received, { $given } given, { $open } not returned
hover-birthday = birthday { $day }, { $when }
hover-plan = planned for { $day }: { $told }
hover-note = { $day } { $told }
hover-undefined = no entry has this name
hover-day = { $day }, { $when }
hover-date = { $weekday }, { $when }
hover-mine = You reached out, unless `from` or `by` stands before the names.
hover-class = { $class ->
    [online] A contact in writing.
    [voice] A contact by voice.
    [in-person] A contact in person.
    [attempt] Tried and not reached: no contact.
    [event] A contact at an event.
    [conference] A contact at a conference.
    [courtesy] A courtesy.
    [thanks] Thanks, for a favor too: `for ^name`.
    [favor] A favor.
    [request] A request or a promise, or how one ended.
   *[note] A note: no contact.
}
hover-act = { $act ->
    [got] Done for you: to be thanked for, and to be returned one day.
    [gave] Done by you, for everybody who takes part.
    [asked] You asked for something; `fizzled` or `declined` ends it.
    [offered] You promised something.
   *[ended] It ends what `for ^name` refers to.
}
hover-key = { $key ->
    [circle] How close the person is; each circle has a size and a rhythm of its own.
    [every] How often to be in contact: weekly, 3 weeks, never.
    [kind] What the person is to you: professional, friend, family.
    [status] Whether the tie is alive: active, dormant, ended.
    [pause] Nothing is due for so long: until 2027-01-31.
    [role] What the person does.
    [org] Where the person works.
    [met] When you met, and where: a day, then words. It counts as a contact.
    [via] Who introduced you.
    [born] The birthday: 12-10, or with the year.
    [city] Where the person lives.
    [language] The language that you speak with each other.
    [email] A mail address; there may be several.
    [phone] A phone number; there may be several.
    [url] A page on the web; there may be several.
    [aka] Other names and handles, separated by commas.
    [tags] Tags, separated by commas.
   *[ignore] Rules that say nothing of this person, each perhaps until a day.
}

rename-nothing = nothing that can be renamed stands here; put the cursor on a handle, a ^reference or a #tag
rename-no-name = { $new } cannot be written in a journal; use letters, digits, `-` and `_`
rename-exists = { $new } stands in { $path } already; choose another name
rename-same = it is { $new } already
rename-taken = { $new } is the handle of { $name }; choose another one
rename-alias = { $new } is another name of { $name }; choose another one
rename-named = { $new } stands in { $path } and would mean this person from now on; choose another one
rename-unreadable = { $path } is not UTF-8 and cannot be changed; convert it first

assist-declare = Declare { $name } { $handle }
assist-log = Note for today: { $line }
assist-done = Mark the plan as done
assist-snooze = Pause { $who } for two weeks, until { $until }

complete-person = person
complete-name = Name
complete-day = day
complete-plan = a plan

hint-favors = { $received } received, { $given } given

lens-last = last noted { $when }
lens-last-every = last noted { $when }, { $every }
lens-over = last noted { $when }, { $every }: { $days ->
    [one] 1 day over
   *[other] { $days } days over
}
lens-never = no contact is noted
lens-never-every = no contact is noted, { $every }
lens-thanks = owed: thanks for { $what }
