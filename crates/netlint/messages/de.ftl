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
