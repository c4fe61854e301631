# Worauf jede Meldung sich beziehen darf, etwa mit `{ days }`; `-dative` steht nach „vor“, „seit“ und „in“.

days = { $days ->
    [one] 1 Tag
   *[other] { $days } Tage
}
days-dative = { $days ->
    [one] 1 Tag
   *[other] { $days } Tagen
}
# Seit wann, bis heute.
lately = { $days ->
    [one] am letzten Tag
   *[other] in den letzten { $days } Tagen
}
# Die, von denen etwas gesagt wird: so viele wie `$people`.
were = { $people ->
    [one] { $who } wurde
   *[other] { $who } wurden
}
