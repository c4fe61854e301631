# What the language server says beside the findings.

more = { $count ->
    [one] 1 more finding in this file is not shown
   *[other] { $count } more findings in this file are not shown
}; `netlint check` shows all
unreadable = the file cannot be read: { $why }
fix-all = Mend all that can be mended safely (netlint)
silence-line = Silence { $rule } here
silence-person = Silence { $rule } for { $who }
silence-file = Silence { $rule } in this file
loading = Reading the journal
