-- What `vim.lsp.enable("netlint")` starts, in Neovim 0.11 and newer.
return require("netlint.server").config()
