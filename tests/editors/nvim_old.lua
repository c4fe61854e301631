-- Checks in Neovim 0.7, with the lines of editors/nvim/README.md as configuration; see nvim.lua.
local function wait(what, condition)
  assert(vim.wait(60000, condition, 20), "waited in vain for " .. what)
end

local function all()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), "\n")
end

local function check()
  vim.cmd("edit 2026.net.md")
  assert(vim.bo.filetype == "netlint", vim.bo.filetype)
  assert(vim.fn.exists("b:current_syntax") == 1 and vim.b.current_syntax == "netlint")
  wait("the finding", function()
    return vim.inspect(vim.diagnostic.get(0)):find("nobody is declared as @ghost", 1, true) ~= nil
  end)
  if vim.lsp.buf.format then
    vim.lsp.buf.format({ timeout_ms = 60000 })
  else
    vim.lsp.buf.formatting_sync(nil, 60000)
  end
  assert(all():find("- mail to @bob: hi", 1, true), all())
end

local good, message = xpcall(check, debug.traceback)
vim.fn.writefile(vim.split(good and "ok" or tostring(message), "\n"), vim.env.NETLINT_RESULT)
vim.cmd("qall!")
