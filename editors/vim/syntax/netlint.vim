" Vim syntax file: netlint, https://github.com/netlint/netlint
" Markdown, and in it what netlint reads: people, dates, verbs, keys, tags, references, directives.

if exists('b:current_syntax')
  finish
endif
runtime! syntax/markdown.vim
unlet! b:current_syntax

let s:save_cpo = &cpo
set cpo&vim

" A letter of any script; what a handle may hold; and how an item begins, before its verb or key.
let s:letter = '[^[:space:][:punct:][:digit:][:cntrl:]]'
let s:part = '\%([^[:space:][:punct:][:cntrl:]]\|[_-]\)\+'
let s:handle = s:part . '\%(\.\+' . s:part . '\)*'
let s:word = s:letter . '\%([^[:space:][:punct:][:cntrl:]]\|[_-]\)*'
let s:free = '\%(^\|[^[:alnum:]_@#^\\-]\)\@1<='
let s:item = '\%(^ \{0,3}[-*+]\s\+\%(\[[ xX]\]\s\+\)\=\%(\d\+-\d\+-\d\+:\=\s\+\)\=\)\@<='
let s:preposition = '\%(\%(with\|to\|from\|by\|mit\|an\|von\|für\)\s\+\)\='

" Verbs are told by what follows them, not by a list: the configuration may add some.
execute 'syntax match netlintVerb /\c' . s:item . s:word . '\ze\s\+' . s:preposition . '\%(@\|\[\[\)/'
execute 'syntax match netlintKey /' . s:item . s:word . '\ze\s*:\%(\s\|$\)/'
execute 'syntax match netlintMention /' . s:free . '@' . s:handle . '/'
syntax match netlintMention /\[\[[^][|#]\+\%(#[^][|]*\)\=\%(|[^][]*\)\=\]\]/
execute 'syntax match netlintTag /' . s:free . '#' . s:handle . '/'
execute 'syntax match netlintReference /' . s:free . '\^' . s:handle . '/'
syntax match netlintDate /\<\d\{4}-\d\{2}-\d\{2}\>/
syntax match netlintPlanned /\%(^ \{0,3}[-*+]\s\+\)\@<=\[ \]/
syntax match netlintDone /\%(^ \{0,3}[-*+]\s\+\)\@<=\[[xX]\]/
syntax match netlintDirective /<!--\s*netlint-.\{-}-->/

" Headings and emphasis hold them, too; code does not.
syntax cluster markdownInline add=netlintMention,netlintTag,netlintReference,netlintDate

highlight default link netlintVerb Statement
highlight default link netlintKey Identifier
highlight default link netlintMention Type
highlight default link netlintTag Tag
highlight default link netlintReference Label
highlight default link netlintDate Constant
highlight default link netlintPlanned Todo
highlight default link netlintDone Comment
highlight default link netlintDirective SpecialComment

unlet s:letter s:part s:handle s:word s:free s:item s:preposition
let &cpo = s:save_cpo
unlet s:save_cpo

let b:current_syntax = 'netlint'
