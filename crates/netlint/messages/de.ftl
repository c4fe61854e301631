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

nothing-staged = kein Journal ist vorgemerkt
not-staged = { $count } in Dateien, die nicht vorgemerkt sind
older = { $count } auf älteren Zeilen nicht gezeigt
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
fmt-done = { files } formatiert
fmt-done-some = { files } formatiert, { $unchanged } unverändert
fmt-done-none = { files } unverändert
fmt-would = { $path } würde formatiert
fmt-would-all = { files } zu formatieren
fmt-would-some = { files } zu formatieren, { $unchanged } schon formatiert
fmt-would-none = { files } schon formatiert
baseline-written = { findings } nach { $path } geschrieben; --baseline lässt sie weg

explain-title = { $rule }: { $title }. Die ausführliche Seite gibt es nur auf Englisch:
rules-count = { $count } Regeln; `netlint explain REGEL` zeigt die Seite einer davon, auf Englisch.

rule-begun = geschrieben: { $path }; `netlint rules test` probiert sie aus
rule-untested = { $rule } ({ $origin }): kein Beispiel; `[[rule.test]]` nimmt eines auf
rules-tested = Beispiele eigener Regeln: { $passed } bestanden, { $failed } nicht

init-written = geschrieben: { $path }
init-kept = unverändert: { $path }
init-extended = ergänzt: { $path } um `{ $line }`
init-above = darüber steht { $path }; es gilt immer die nächste
init-next = weiter: schreib auf, was heute war, und rufe `netlint` auf; in einem Git-Repository prüft `netlint hook install` jeden Commit
hook-written = { $path } prüft vor jedem Commit, was in { $folders } vorgemerkt ist
hook-already = { $path } ist schon da und prüft, was in { $folders } vorgemerkt ist
hook-former = { $path }, was vorher da war, läuft zuerst
hook-removed = { $path } ist entfernt
hook-restored = { $path } ist wieder, was es vorher war
hook-none = { $path } ist nicht von uns; es gibt nichts zu entfernen
hook-absent = { $path } gibt es nicht; `netlint hook install` schreibt es
hook-ours = { $path } prüft, was in { $folders } vorgemerkt ist
hook-edited = { $path } wurde geändert, seit `netlint hook install` es schrieb
hook-foreign = { $path } ist nicht von uns; `netlint hook install` behält es und lässt es zuerst laufen
hook-managed = { $path } gehört { $program }
merge-driver-ours = git kann Journale mit netlint zusammenführen (merge.netlint), wo .gitattributes merge=netlint sagt
merge-driver-absent = git führt Journale wie jeden Text zusammen; mit `netlint hook install` tut es netlint
merge-driver-foreign = merge.netlint ist anders eingestellt und bleibt, wie es ist
merge-driver-removed = merge.netlint ist aus der Einstellung genommen

date = { $day }
when-today = heute
when-yesterday = gestern
when-tomorrow = morgen
days-ago = vor { days-dative }
in-days = in { days-dative }
weeks-ago = vor { $count ->
    [one] 1 Woche
   *[other] { $count } Wochen
}
in-weeks = in { $count ->
    [one] 1 Woche
   *[other] { $count } Wochen
}
months-ago = vor { $count ->
    [one] 1 Monat
   *[other] { $count } Monaten
}
in-months = in { $count ->
    [one] 1 Monat
   *[other] { $count } Monaten
}
years-ago = vor { $count ->
    [one] 1 Jahr
   *[other] { $count } Jahren
}
in-years = in { $count ->
    [one] 1 Jahr
   *[other] { $count } Jahren
}
not-understood = { $errors ->
    [one] 1 Zeile ist unverständlich und fehlt
   *[other] { $errors } Zeilen sind unverständlich und fehlen
} hier vielleicht: siehe `netlint check`

show-professional = beruflich
show-friend = Freundschaft
show-family = Familie
show-dormant = ruht
show-ended-tie = beendet
show-circle = Kreis { $circle }
show-paused = pausiert bis { $until }
show-last = letzter Kontakt { $when } ({ $day }), { $contacts ->
    [one] der einzige notierte
   *[other] einer von { $contacts } notierten
}
show-no-contact = kein Kontakt ist notiert
show-overdue = fällig seit { $day }: { days } überfällig, { $every }
show-due = fällig { $when } ({ $day }), { $every }
show-every = { $every }
show-rhythm = sonst etwa { $usual ->
    [one] jeden Tag
   *[other] alle { $usual } Tage
}
show-silent = sonst etwa { $usual ->
    [one] jeden Tag
   *[other] alle { $usual } Tage
}; jetzt still seit { days-dative }, { $factor }-mal so lange
show-birthday = Geburtstag { $when } ({ $day })
show-birthday-age = wird { $when } { $age } ({ $day })
show-fields = Felder
show-findings = Was netlint findet
show-plans = Pläne
show-introductions = Bekanntmachungen
show-via = vorgestellt von { $who }
show-brought = hat { $who } vorgestellt
show-favors = Gefallen: { $received } bekommen, { $given } gegeben, { $open } offen
show-open = offen
show-settled = erwidert { $days }
show-settles = erwidert den vom { $days }
show-requests = Bitten
show-ended = beendet { $days }
show-answered = beantwortet
show-timeline = Verlauf
show-broadcast = { $told } (an sehr viele: kein Kontakt)
show-met = kennengelernt { $words }
show-section = ein Tag, von dem Fließtext erzählt
show-more = { $more } weitere: --all
show-several = { $count } Personen heißen { $words }; welche?
show-nobody = niemand heißt { $words }
show-nobody-near = niemand heißt { $words }; ist eine von diesen gemeint?

list-person = Person
list-circle = Kreis
list-last = Letzter Kontakt
list-date = Tag
list-due = Fällig
list-favors = Bek./geg.
list-overdue = seit { days-dative }
list-nobody = niemand ist so, wie du fragst

stats-weeks = Kontakte der letzten { $weeks } Wochen (* noch nicht vorbei)
stats-week = KW{ $week }
stats-own = dein letzter Kontakt: { $when }, mit { $who }
stats-streak = längste Wochenfolge mit Kontakt: { $weeks } ({ $first } bis { $last }), jetzt { $current }
stats-months = Kontakte der letzten 12 Monate (* noch nicht vorbei)
stats-month = { $month ->
    [1] Jan
    [2] Feb
    [3] Mär
    [4] Apr
    [5] Mai
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Okt
    [11] Nov
   *[other] Dez
}
stats-channels = Kanäle des letzten Jahres, { $contacts ->
    [one] 1 Kontakt
   *[other] { $contacts } Kontakte
}, neben denen der Studie
stats-study = {"  "}Studie
stats-without-channel = { $count } weitere ohne Kanal: Dank, Gefallen, Bitten, Aufmerksamkeiten
channel-online = online
channel-voice = Telefon
channel-in-person = persönlich
channel-event = Treffen
channel-conference = Konferenz
stats-circles = Kreise
stats-circle = { $people } von { $size }
stats-two-way = Treffen, Anruf oder Antwort binnen eines Jahres: { $two_way } von { $active } Aktiven ({ $percent } %)
stats-favors = Gefallen
stats-balance = { $received } bekommen, { $given } gegeben; { $open } noch nicht erwidert
stats-cadences = Rhythmen: { $all }, davon { $overdue } überfällig
stats-best = am treusten
stats-worst = überfällig
stats-kept = { $times } von { $all } Malen rechtzeitig

watch-waiting = { $path } wird beobachtet: Änderungen werden sofort gezeigt, Strg-C beendet
watch-change = { $time } { $appeared } neu, { $resolved } erledigt
watch-day = { $time } heute ist der { $today }: { $appeared } neu, { $resolved } erledigt
watch-resolved = erledigt: { $line }
watch-notify = netlint: { $count ->
    [one] 1 neuer Befund
   *[other] { $count } neue Befunde
}
watch-notify-more = und { $count ->
    [one] 1 weitere Regel
   *[other] { $count } weitere Regeln
}

doctor-init = `netlint init` schreibt ein erstes
doctor-journal = das Journal in { $folder }: { files }, { people }, { entries }
doctor-config = eingestellt durch { $path }
doctor-no-config = keine netlint.toml: es gelten die Vorgaben
doctor-no-errors = darin findet sich kein Fehler
doctor-errors = { $count ->
    [one] 1 Fehler findet
   *[other] { $count } Fehler finden
} sich darin: `netlint check` zeigt, wo
doctor-private = andere auf diesem Rechner können es nicht lesen: { $folder } ist ihnen verschlossen
doctor-readable = alle auf diesem Rechner können { $folder } lesen: `chmod go-rwx` verschließt es
doctor-rights = wer den Ordner des Journals lesen kann, steht in seinen Eigenschaften
doctor-no-git = kein Git-Repository: ein Journal in Git hat seine Geschichte und einen Weg zurück
doctor-git = das Repository in { $folder }
doctor-no-remote = es hat kein Remote: nichts verlässt diesen Rechner, und nichts ist anderswo aufgehoben
doctor-remote = es hat ein Remote ({ $remotes }): Journale handeln von Menschen, also sieh nach, wer es dort lesen kann
doctor-attributes = .gitattributes gibt Journale dem Merge-Treiber
doctor-no-attributes = .gitattributes gibt Journale nicht dem Merge-Treiber: `netlint init` ergänzt die Zeile
doctor-editor = { $editor } kennt netlint: { $path }
doctor-editor-without = { $editor } kennt netlint noch nicht: { $page }
doctor-no-editor = kein Editor, den wir kennen, ist im PATH zu finden: { $page }

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

log-hello = je Zeile ein Eintrag: `Kaffee mit @ada: was gesagt wurde`, ein Tag kann davor stehen; Tab ergänzt, Strg-D beendet
log-empty = da steht nichts; sag, was war: `netlint log 'Kaffee mit @ada: was gesagt wurde'`
log-no-day = `{ $day }` ist kein Tag des Kalenders oder könnte zwei meinen; schreib ihn JJJJ-MM-TT
log-two-days = der Eintrag sagt `{ $day }`, aber --on nennt einen anderen Tag; lass einen von beiden weg
log-no-verb = `{ $word }` ist kein Verb; beginn mit dem, was war, etwa `Kaffee`, `Anruf`, `Mail`, `gefragt` oder `Notiz`
log-finding = { $message }; { $help }
log-ask-offer = meintest du `{ $line }`? [j/N]
log-offer = nichts wurde geschrieben; meintest du: { $command }
log-offer-stranger = nichts wurde geschrieben; so wird eingeführt, wer neu ist: { $command }
log-refused = nichts wurde geschrieben
log-ask-stranger = `## { $name } @{ $handle }` einführen? [j/N]
log-declared = eingeführt in { $path }: { $name } @{ $handle }
log-due = { $who }: wieder fällig am { $day }
log-last = { $who }: zuletzt am { $day }, ohne Rhythmus

places = { $places ->
    [one] 1 Stelle
   *[other] { $places } Stellen
}
rename-file = { $path }: { places }
renamed = @{ $old } heißt jetzt @{ $new }: { places } in { files }

triage-keys = { $circles }; e 3 weeks: wie oft; p 2 months: Pause; s: später; b: zurück; q: fertig
triage-unclear = das ist keine der Tasten; zu `e` und `p` gehört, wie lange, etwa `e 3 weeks`
triage-last-entry = zuletzt am { $day }: { $entry }
triage-last = zuletzt am { $day }
triage-never = kein Kontakt vermerkt
triage-nothing = nichts zu schreiben; gelesen: { people }
triage-ask = das für { people } in { files } schreiben? [j/N]
triage-written = geschrieben für { people } in { files }

report-title = Dein Netzwerk
report-agenda = Agenda
report-calendar = Ein Jahr Kontakte
report-calendar-sum = { $contacts ->
    [one] 1 Kontakt
   *[other] { $contacts } Kontakte
} an { $count ->
    [one] 1 Tag
   *[other] { $count } Tagen
}
report-calendar-part = Kontakte nach Tagen vom { $first } bis zum { $last }
report-day = { $day }: { $contacts ->
    [one] 1 Kontakt
   *[other] { $contacts } Kontakte
}
report-table = Als Tabelle
report-contacts = Kontakte
report-channels = Kanäle
report-channel = Kanal
report-here = Hier
report-study = Die Studie
report-received = Bekommen
report-given = Gegeben
report-open = Noch nicht erwidert
report-more = { $count } weitere
report-more-people = { $count ->
    [one] 1 weitere Person
   *[other] { $count } weitere Personen
}
report-no-introductions = keine Vorstellung ist notiert: das Feld `via` sagt, wer jemanden vorgestellt hat
report-lineage = Wer wen vorgestellt hat, von links nach rechts; eine unterbrochene Linie verbindet, wen du einander vorgestellt hast.
report-text = Als Text
report-brought = { $who } hat { $whom } vorgestellt
report-linked = du hast { $who } und { $whom } einander vorgestellt
report-people = Personen
report-nobody = noch ist niemand eingetragen
report-search = Suche
report-sort = Reihenfolge
report-by-name = Name
report-by-last = Letzter Kontakt, der älteste zuerst
report-by-due = Fällig
report-by-balance = Bekommene und nicht erwiderte Gefallen
report-found = { $shown } von { $all }
