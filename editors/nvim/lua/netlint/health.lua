--- What `:checkhealth netlint` says.
local program = require("netlint.program")

local M = {}

local function check_program()
  local name = program.name()
  if vim.fn.executable(name) == 0 then
    vim.health.error(name .. " is not found", { "install netlint, or set vim.g.netlint_program to its path" })
    return
  end
  local result = vim.system({ name, "--version" }, { text = true }):wait()
  if result.code == 0 then
    vim.health.ok(("%s, at %s"):format(vim.trim(result.stdout), vim.fn.exepath(name)))
  else
    vim.health.error(name .. " does not run", { vim.trim(result.stderr) })
  end
end

local function check_file_type()
  if #vim.api.nvim_get_autocmds({ event = "BufRead", pattern = "*.net.md" }) > 0 then
    vim.health.ok("*.net.md is a journal")
  else
    vim.health.error("*.net.md is not known as a journal", { "`:filetype on` after the plugin is on the runtimepath" })
  end
end

local function check_server()
  local clients = vim.lsp.get_clients({ name = "netlint" })
  if #clients == 0 then
    vim.health.info("the language server does not run; it starts when a journal is opened")
  end
  for _, client in ipairs(clients) do
    local folder = client.config.root_dir or "no folder"
    vim.health.ok(("the language server runs for %s, %d open"):format(folder, vim.tbl_count(client.attached_buffers)))
  end
end

--- Checks all.
function M.check()
  vim.health.start("netlint")
  check_program()
  check_file_type()
  check_server()
end

return M
