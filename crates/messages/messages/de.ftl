# Worauf jede Meldung sich beziehen darf, etwa mit `{ days }`; `-dative` steht nach „vor“, „seit“ und „in“.

days = { $days ->
    [one] 1 Tag
   *[other] { $days } Tage
}
days-dative = { $days ->
    [one] 1 Tag
   *[other] { $days } Tagen
}
