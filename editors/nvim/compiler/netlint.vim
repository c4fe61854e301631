" Vim compiler file: netlint, https://github.com/netlint/netlint
" `:compiler netlint | make` checks the journal of the current folder.

if exists("current_compiler")
  finish
endif
let current_compiler = "netlint"

let s:save_cpo = &cpo
set cpo&vim

CompilerSet makeprg=netlint\ check\ --format\ compact\ --quiet\ --color\ never\ $*
CompilerSet errorformat=%f:%l:%c:\ %trror[%.%#]:\ %m,%f:%l:%c:\ %tarning[%.%#]:\ %m,%f:%l:%c:\ %tnfo[%.%#]:\ %m

let &cpo = s:save_cpo
unlet s:save_cpo
