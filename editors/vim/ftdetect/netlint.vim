" `setfiletype` would not do: the built-in detection has said Markdown by now.
autocmd BufRead,BufNewFile *.net.md set filetype=netlint
