" Vim filetype plugin: netlint, https://github.com/netlint/netlint
" A journal is Markdown, so it is edited as such.

if exists('b:did_ftplugin')
  finish
endif
runtime! ftplugin/markdown.vim
let b:did_ftplugin = 1

setlocal commentstring=<!--\ %s\ -->
" Enter continues a list of entries with its own mark, which Markdown's settings leave out.
setlocal comments=b:-,b:*,b:+,n:> formatoptions+=r
compiler netlint
" In Neovim, K asks the language server.
if !has('nvim')
  setlocal keywordprg=netlint\ show
endif

let b:undo_ftplugin = get(b:, 'undo_ftplugin', 'execute')
      \ . ' | setlocal commentstring< comments< formatoptions< makeprg< errorformat< keywordprg<'
