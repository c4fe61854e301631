" netlint for ALE: findings by the language server, and `netlint fmt` as a fixer.

call ale#Set('netlint_executable', 'netlint')

call ale#linter#Define('netlint', {
\   'name': 'netlint',
\   'lsp': 'stdio',
\   'executable': {buffer -> ale#Var(buffer, 'netlint_executable')},
\   'command': '%e lsp',
\   'project_root': function('netlint#ale#Root'),
\})

call ale#fix#registry#Add('netlint', 'netlint#ale#Fix', ['netlint'], 'Bring a journal into its canonical form.')
