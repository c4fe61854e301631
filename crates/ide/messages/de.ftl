# Was ein Editor zeigt und anbietet.

when-today = heute
when-yesterday = gestern
when-tomorrow = morgen
when-past = vor { days-dative }
when-future = in { days-dative }
weekday = { $day ->
    [mon] Montag
    [tue] Dienstag
    [wed] Mittwoch
    [thu] Donnerstag
    [fri] Freitag
    [sat] Samstag
   *[sun] Sonntag
}

hover-last = zuletzt notiert am { $day }, { $when }; { $contacts ->
    [one] der einzige notierte Kontakt
   *[other] einer von { $contacts } notierten Kontakten
}
hover-never = kein Kontakt ist notiert
hover-due = { $every }: fällig am { $day }, { $when }
hover-paused = Pause bis { $until }
hover-favors = Gefallen: { $received } erhalten, { $given } erwiesen, { $open } nicht erwidert
hover-birthday = Geburtstag am { $day }, { $when }
hover-plan = geplant für den { $day }: { $told }
hover-note = { $day } { $told }
hover-undefined = kein Eintrag heißt so
hover-day = { $day }, { $when }
hover-date = { $weekday }, { $when }
hover-mine = Du hast dich gemeldet, außer wenn `von` vor den Namen steht.
hover-class = { $class ->
    [online] Ein schriftlicher Kontakt.
    [voice] Ein Kontakt mit der Stimme.
    [in-person] Ein persönlicher Kontakt.
    [attempt] Versucht und nicht erreicht: kein Kontakt.
    [event] Ein Kontakt auf einer Veranstaltung.
    [conference] Ein Kontakt auf einer Konferenz.
    [courtesy] Eine Aufmerksamkeit.
    [thanks] Dank, auch für einen Gefallen: `für ^name`.
    [favor] Ein Gefallen.
    [request] Eine Bitte oder ein Versprechen, oder wie es ausging.
   *[note] Eine Notiz: kein Kontakt.
}
hover-act = { $act ->
    [got] Für dich getan: zu bedanken und eines Tages zu erwidern.
    [gave] Von dir getan, für alle, die teilnehmen.
    [asked] Du hast um etwas gebeten; `verlaufen` oder `abgelehnt` beendet es.
    [offered] Du hast etwas versprochen.
   *[ended] Es beendet, worauf sich `für ^name` bezieht.
}
hover-key = { $key ->
    [circle] Wie nah die Person ist; jeder Kreis hat seine Größe und seinen Rhythmus.
    [every] Wie oft Kontakt sein soll: weekly, 3 weeks, never.
    [kind] Was die Person für dich ist: professional, friend, family.
    [status] Ob die Verbindung lebt: active, dormant, ended.
    [pause] So lange ist nichts fällig: until 2027-01-31.
    [role] Was die Person tut.
    [org] Wo die Person arbeitet.
    [met] Wann und wo ihr euch kennengelernt habt: ein Tag, dann Worte. Das zählt als Kontakt.
    [via] Wer euch einander vorgestellt hat.
    [born] Der Geburtstag: 12-10, oder mit Jahr.
    [city] Wo die Person wohnt.
    [language] Die Sprache, die ihr miteinander sprecht.
    [email] Eine Mailadresse; es darf mehrere geben.
    [phone] Eine Telefonnummer; es darf mehrere geben.
    [url] Eine Seite im Web; es darf mehrere geben.
    [aka] Andere Namen und Handles, durch Kommas getrennt.
    [tags] Tags, durch Kommas getrennt.
   *[ignore] Regeln, die von dieser Person schweigen, jede vielleicht bis zu einem Tag.
}

rename-nothing = hier steht nichts, was umbenannt werden kann; setz den Cursor auf ein Handle, einen ^Verweis oder ein #Tag
rename-no-name = { $new } lässt sich in einem Journal nicht schreiben; nimm Buchstaben, Ziffern, `-` und `_`
rename-exists = { $new } steht schon in { $path }; wähle einen anderen Namen
rename-same = es heißt schon { $new }
rename-taken = { $new } ist das Handle von { $name }; wähle ein anderes
rename-alias = { $new } ist ein anderer Name von { $name }; wähle ein anderes
rename-named = { $new } steht in { $path } und würde ab jetzt diese Person meinen; wähle ein anderes
rename-unreadable = { $path } ist nicht UTF-8 und kann nicht geändert werden; wandle die Datei erst um

assist-declare = { $name } { $handle } einführen
assist-log = Für heute notieren: { $line }
assist-done = Den Plan als erledigt markieren
assist-snooze = Zwei Wochen Pause für { $who }, bis { $until }

complete-person = Person
complete-name = Name
complete-day = Tag
complete-plan = ein Vorhaben

hint-favors = { $received } erhalten, { $given } gegeben

lens-last = zuletzt notiert { $when }
lens-last-every = zuletzt notiert { $when }, { $every }
lens-over = zuletzt notiert { $when }, { $every }: { $days ->
    [one] 1 Tag darüber
   *[other] { $days } Tage darüber
}
lens-never = kein Kontakt ist notiert
lens-never-every = kein Kontakt ist notiert, { $every }
lens-thanks = noch offen: Dank für { $what }
