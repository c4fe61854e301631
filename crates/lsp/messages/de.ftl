# Was der Language-Server neben den Befunden sagt.

more = { $count ->
    [one] 1 weiterer Befund in dieser Datei wird nicht gezeigt
   *[other] { $count } weitere Befunde in dieser Datei werden nicht gezeigt
}; `netlint check` zeigt alle
unreadable = die Datei kann nicht gelesen werden: { $why }
fix-all = Alles beheben, was sicher zu beheben ist (netlint)
silence-line = { $rule } hier stillschalten
silence-person = { $rule } für { $who } stillschalten
silence-file = { $rule } in dieser Datei stillschalten
loading = Das Journal wird gelesen
