" What the linter of ALE asks for.

" The folder of the journal: that of the nearest netlint.toml, else of the repository, else of the file.
function! netlint#ale#Root(buffer) abort
  let l:found = ale#path#FindNearestFile(a:buffer, 'netlint.toml')
  if empty(l:found)
    let l:found = ale#path#FindNearestDirectory(a:buffer, '.git')
    let l:found = empty(l:found) ? '' : fnamemodify(l:found, ':p:h')
  endif
  return fnamemodify(empty(l:found) ? bufname(a:buffer) : l:found, ':p:h' . (l:found =~# '\.git$' ? ':h' : ''))
endfunction

" The fixer: the buffer goes in, its canonical form comes out.
function! netlint#ale#Fix(buffer) abort
  return {'command': ale#Escape(ale#Var(a:buffer, 'netlint_executable')) . ' fmt - --stdin-filename %s'}
endfunction
