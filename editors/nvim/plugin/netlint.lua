-- netlint for Neovim 0.10 and newer: starts the language server for journals, and defines the commands.
if vim.g.loaded_netlint then
  return
end
vim.g.loaded_netlint = true

if vim.fn.has("nvim-0.10") == 0 then
  vim.api.nvim_err_writeln("netlint: this plugin needs Neovim 0.10; its README has a few lines for older ones")
  return
end

-- A journal is Markdown: plugins that ask for its tree get one.
pcall(vim.treesitter.language.register, "markdown", "netlint")
require("netlint.commands").define()

if not vim.g.netlint_no_server then
  require("netlint.server").enable()
end
