# netlint for Kakoune: `:lint` shows findings, `:format` brings a journal into its canonical form.

hook global BufCreate .+\.net\.md %{
    set-option buffer filetype markdown
    set-option buffer formatcmd 'netlint fmt -'
    # The buffer goes in, under its own name, so that the rest of the journal counts as it is on the disk.
    set-option buffer lintcmd %{netlint_lint() { netlint check - --stdin-filename "$kak_buffile" --format compact --quiet --color never < "$1"; }; netlint_lint}
}

hook global WinCreate .+\.net\.md %{
    add-highlighter window/netlint group
    add-highlighter window/netlint/mention regex (?<![\w@\\])(@[\w-]+(?:\.+[\w-]+)*|\[\[[^\[\]\n]+\]\]) 1:type
    add-highlighter window/netlint/tag regex (?<![\w#\\])(#[\w-]+) 1:attribute
    add-highlighter window/netlint/reference regex (?<![\w^\\])(\^[\w-]+) 1:function
    add-highlighter window/netlint/date regex \b\d{4}-\d{2}-\d{2}\b 0:value
    add-highlighter window/netlint/verb regex ^[-*+]\h+(?:\[[\h xX]\]\h+)?(?:[\d-]+:?\h+)?(\w[\w-]*)\h+(?:(?:with|to|from|by|mit|an|von|für)\h+)?(?:@|\[\[) 1:keyword
    add-highlighter window/netlint/key regex ^[-*+]\h+(?:\[[\h xX]\]\h+)?(?:[\d-]+:?\h+)?(\w[\w-]*)\h*:(?=\s) 1:variable
}
