--- The language server: how it is started, and started anew.
local program = require("netlint.program")

local M = {}

--- What `vim.lsp.config` wants. `vim.g.netlint_settings` holds the settings, as `{ minLevel = "warning" }`.
function M.config()
  return {
    name = "netlint",
    cmd = { program.name(), "lsp" },
    filetypes = { "netlint" },
    root_dir = function(buffer, found)
      found(program.root(buffer))
    end,
    settings = { netlint = vim.g.netlint_settings or vim.empty_dict() },
  }
end

--- Starts it for one buffer, or joins the one that serves its journal.
function M.start(buffer)
  if vim.fn.executable(program.name()) == 0 then
    return
  end
  local config = vim.lsp.config and vim.lsp.config.netlint or M.config()
  config = vim.tbl_extend("force", config, { root_dir = program.root(buffer) })
  vim.lsp.start(config, { bufnr = buffer })
end

--- Starts it for each journal that is opened from now on.
function M.enable()
  if vim.lsp.enable then
    vim.lsp.enable("netlint")
    return
  end
  vim.api.nvim_create_autocmd("FileType", {
    group = vim.api.nvim_create_augroup("netlint", {}),
    pattern = "netlint",
    callback = function(event)
      M.start(event.buf)
    end,
  })
end

--- Ends all that run, and starts one for each journal that is open.
function M.restart()
  local clients = vim.lsp.get_clients({ name = "netlint" })
  local function stop(force)
    for _, client in ipairs(clients) do
      if vim.fn.has("nvim-0.11") == 1 then
        client:stop(force)
      else
        client.stop(force)
      end
    end
  end
  local function ended()
    return #vim.lsp.get_clients({ name = "netlint" }) == 0
  end
  stop(false)
  if not vim.wait(3000, ended, 20) then
    stop(true)
    vim.wait(1000, ended, 20)
  end
  for _, buffer in ipairs(vim.api.nvim_list_bufs()) do
    if vim.api.nvim_buf_is_loaded(buffer) and vim.bo[buffer].filetype == "netlint" then
      M.start(buffer)
    end
  end
end

return M
