" Checks in Vim 9, started by tests/editors_vim.rs: the function named by NETLINT_CHECK runs in the folder of a journal,
" and what it says is written to the file NETLINT_RESULT. The errors of assertions are gathered in v:errors.

function! s:WaitFor(what, Condition) abort
  let l:tries = 0
  while !a:Condition()
    let l:tries += 1
    if l:tries > 1200
      throw 'waited in vain for ' . a:what . "\n" . join(getline(1, '$'), "\n")
    endif
    sleep 50m
  endwhile
endfunction

function! s:Group(text) abort
  call cursor(1, 1)
  let [l:line, l:column] = searchpos('\V' . a:text, 'cW')
  call assert_notequal(0, l:line, a:text . ' is not here')
  return synIDattr(synID(l:line, l:column, 1), 'name')
endfunction

function! s:Texts() abort
  return join(map(copy(ale#engine#GetLoclist(bufnr(''))), 'v:val.text'), "\n")
endfunction

function! Check_file_type() abort
  edit 2026.net.md
  call assert_equal('netlint', &filetype)
  call assert_equal('<!-- %s -->', &commentstring)
  call assert_equal('netlint show', &keywordprg)
  call assert_equal('netlint', b:current_syntax)
  edit other.md
  call assert_equal('markdown', &filetype)
  call assert_notequal('netlint show', &keywordprg)
endfunction

function! Check_highlighting() abort
  edit new.net.md
  call setline(1, ['## Zoë @zoë-x', '', '- every: 3 weeks', '', '## 2026-11-20', '',
        \ '- coffee with @ada.b: hi #rust, mail a@b.org', '- [ ] 2026-12-01 Kaffee mit [[Ada Lovelace|Ada]]',
        \ '- gave @bob: a hand, for ^intro', '- [x] note: nothing', '  nested text with 2026-01-02', '',
        \ '`- call @code`', '<!-- netlint-disable-file overdue-contact -->', '- prose goes here'])
  syntax sync fromstart
  let l:groups = {'## ': 'markdownH2Delimiter', '@zoë-x': 'netlintMention', 'every': 'netlintKey',
        \ '2026-11-20': 'netlintDate', 'coffee': 'netlintVerb', '@ada.b': 'netlintMention', '.b: hi': 'netlintMention',
        \ ': hi': '', '#rust': 'netlintTag', '@b.org': '', '[ ]': 'netlintPlanned', '2026-12-01': 'netlintDate',
        \ 'Kaffee': 'netlintVerb', '[[Ada': 'netlintMention', 'gave': 'netlintVerb', '^intro': 'netlintReference',
        \ '[x]': 'netlintDone', 'note:': 'netlintKey', 'nested': '', '2026-01-02': 'netlintDate',
        \ 'call @code': 'markdownCode', '@code': 'markdownCode', '<!-- netlint': 'netlintDirective', 'prose': ''}
  for [l:text, l:group] in items(l:groups)
    call assert_equal(l:group, s:Group(l:text), l:text)
  endfor
endfunction

function! Check_make() abort
  edit people.net.md
  silent make
  let l:found = filter(getqflist(), {_, it -> it.text =~# 'nobody is declared as @ghost'})
  call assert_equal(1, len(l:found), string(getqflist()))
  call assert_equal(['2026.net.md', 8, 8, 'e'],
        \ [fnamemodify(bufname(l:found[0].bufnr), ':t'), l:found[0].lnum, l:found[0].col, l:found[0].type])
endfunction

function! Check_list_goes_on() abort
  edit 2026.net.md
  execute "normal! Go- call @ada\<CR>call @bob"
  call assert_equal(['- call @ada', '- call @bob'], getline(line('$') - 1, '$'))
endfunction

function! Check_ale() abort
  packadd ale
  edit 2026.net.md
  call s:WaitFor('the finding', {-> s:Texts() =~# 'nobody is declared as @ghost'})
  call assert_match('coffe. is no verb', s:Texts())
  call cursor(8, 1)
  silent substitute/@ghost/@bob/
  doautocmd TextChanged
  call s:WaitFor('the end of the finding', {-> s:Texts() !~# '@ghost'})
endfunction

function! Check_ale_fixes() abort
  packadd ale
  edit 2026.net.md
  call s:WaitFor('the finding', {-> s:Texts() =~# '@ghost'})
  ALEFix
  call s:WaitFor('the canonical form', {-> index(getline(1, '$'), '- mail to @bob: hi') >= 0})
endfunction

try
  call call('Check_' . $NETLINT_CHECK, [])
catch
  call add(v:errors, v:exception . ' at ' . v:throwpoint)
endtry
call writefile(empty(v:errors) ? ['ok'] : v:errors, $NETLINT_RESULT)
qall!
