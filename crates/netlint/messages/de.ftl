# Was die Befehle ausgeben. Die Namen sind die von en.ftl.

errors = { $count } Fehler
warnings = { $count ->
    [one] 1 Warnung
   *[other] { $count } Warnungen
}
infos = { $count ->
    [one] 1 Hinweis
   *[other] { $count } Hinweise
}
nothing = nichts zu melden
hidden = { $count ->
    [one] 1 leiserer Befund
   *[other] { $count } leisere Befunde
} nicht gezeigt (--min-level info)
suppressed = { $count } unterdrückt

files = { $files ->
    [one] 1 Datei
   *[other] { $files } Dateien
}
people = { $people ->
    [one] 1 Person
   *[other] { $people } Personen
}
entries = { $entries ->
    [one] 1 Eintrag
   *[other] { $entries } Einträge
}
read = gelesen: { files }, { people }, { entries }; Stand { $today }
read-period = gelesen: { files }, { people }, { entries } vom { $first } bis zum { $last }; Stand { $today }

check-explain = `netlint explain { $rule }` erklärt den ersten Befund genauer
level-error = Fehler
level-warning = Warnung
level-info = Hinweis
help = Hilfe
fix = Korrektur

known = { $count } bekannt
more = { $count } weitere nicht gezeigt (--max-diagnostics)
solved = { $count ->
    [one] 1 Befund
   *[other] { $count } Befunde
} aus dem Verzeichnis erledigt: eine Prüfung des ganzen Journals streicht das
solved-pruned = { $count ->
    [one] 1 Befund
   *[other] { $count } Befunde
} aus dem Verzeichnis erledigt: gestrichen
findings = { $findings ->
    [one] 1 Befund
   *[other] { $findings } Befunde
}
fixed = { findings } in { files } korrigiert
fixable = { $safe } korrigierbar mit --fix
fixable-unsafe = { $more } korrigierbar mit --unsafe-fixes
fixable-both = { $safe } korrigierbar mit --fix, { $more } weitere mit --unsafe-fixes
silenced = { findings } in { files } stummgeschaltet
baseline-written = { findings } nach { $path } geschrieben; --baseline lässt sie weg

explain-title = { $rule }: { $title }. Die ausführliche Seite gibt es nur auf Englisch:
rules-count = { $count } Regeln; `netlint explain REGEL` zeigt die Seite einer davon, auf Englisch.

init-written = geschrieben: { $path }
init-kept = unverändert: { $path }
init-extended = ergänzt: { $path } um `{ $line }`
init-above = darüber steht { $path }; es gilt immer die nächste
init-next = weiter: schreib auf, was heute war, und rufe `netlint` auf; in einem Git-Repository prüft `netlint hook install` jeden Commit

next-head = bei wem du dich bis { $until } melden könntest
next-none = bis { $until } wartet niemand auf ein Wort von dir
next-more = { $count } weitere (--all)
next-few = { $count ->
    [one] `netlint next` zeigt, warum, und was zuletzt notiert ist
   *[other] `netlint next` zeigt alle { $count }, warum, und was zuletzt notiert ist
}
next-idle = { $message }. Ein kurzes Wort genügt, vielleicht an { $who }
next-done = erledigt? Schreib [x] in { $place }
next-about = { $message }: { $words }
next-opener = { $day } { $words }
next-last = zuletzt
next-thanks = Dank
next-overdue = fällig
next-due = bald
next-plan = Plan
next-birthday = Geburtstag
next-favor = Gefallen
next-promise = Angebot
next-request = Bitte
next-drifting = seltener
next-first = erstes Wort
