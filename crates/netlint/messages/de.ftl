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
