-- Checks in Neovim, started by tests/editors_nvim.rs: the function named by NETLINT_CHECK runs in the folder of a
-- journal, and what it says is written to the file NETLINT_RESULT.
local checks = {}

local function wait(what, condition)
  assert(vim.wait(60000, condition, 20), "waited in vain for " .. what)
end

local function equal(left, right)
  assert(vim.deep_equal(left, right), vim.inspect(left) .. " is not " .. vim.inspect(right))
end

local function contains(text, part)
  assert(text:find(part, 1, true), vim.inspect(part) .. " is not in " .. vim.inspect(text))
end

local function all()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), "\n")
end

local function messages()
  return vim.tbl_map(function(found)
    return found.message
  end, vim.diagnostic.get(0))
end

local function finds(part)
  wait(part, function()
    return table.concat(messages(), "\n"):find(part, 1, true) ~= nil
  end)
end

local function open(file)
  vim.cmd.edit(file)
  finds("@ghost")
end

--- The cursor goes to where this text begins.
local function go(text)
  vim.api.nvim_win_set_cursor(0, { 1, 0 })
  assert(vim.fn.search("\\V" .. text, "cW") > 0, text .. " is not in " .. all())
end

local function request(method, extra)
  local client = vim.lsp.get_clients({ name = "netlint" })[1]
  local params = vim.tbl_extend("force", vim.lsp.util.make_position_params(0, client.offset_encoding), extra or {})
  local answer = client:request_sync(method, params, 60000, vim.api.nvim_get_current_buf())
  assert(answer and answer.result, method .. " was answered by " .. vim.inspect(answer))
  return answer.result
end

function checks.file_type()
  vim.cmd.edit("2026.net.md")
  equal(vim.bo.filetype, "netlint")
  equal(vim.bo.commentstring, "<!-- %s -->")
  contains(vim.bo.makeprg, "netlint check")
  vim.cmd.edit("other.md")
  equal(vim.bo.filetype, "markdown")
end

function checks.highlighting()
  vim.cmd.edit("2026.net.md")
  local function group(text)
    go(text)
    return vim.fn.synIDattr(vim.fn.synID(vim.fn.line("."), vim.fn.col("."), 1), "name")
  end
  equal({ group("2026-10-20"), group("coffee"), group("@ada") }, { "netlintDate", "netlintVerb", "netlintMention" })
end

function checks.diagnostics()
  open("2026.net.md")
  finds("nobody is declared as @ghost")
  local found = vim.diagnostic.get(0, { severity = vim.diagnostic.severity.ERROR })[1]
  equal({ found.source, found.code, found.lnum, found.col }, { "netlint", "unknown-handle", 7, 7 })
  go("ghost")
  vim.cmd("normal! cwbob")
  wait("no finding any more", function()
    return not table.concat(messages()):find("ghost")
  end)
end

function checks.code_action()
  open("2026.net.md")
  go("coffe with")
  finds("coffe")
  vim.lsp.buf.code_action({
    apply = true,
    filter = function(action)
      return action.title:find("`coffee`") ~= nil or action.title:find("coffee") ~= nil
    end,
  })
  wait("the fix", function()
    return all():find("- coffee with @bob: über", 1, true) ~= nil
  end)
end

function checks.formatting()
  open("2026.net.md")
  vim.lsp.buf.format({ timeout_ms = 60000 })
  contains(all(), "- mail to @bob: hi")
end

function checks.command_log()
  open("2026.net.md")
  go("@ghost")
  vim.cmd("normal! C@ada: saved before")
  vim.cmd("NetlintLog call @bob: by the command")
  contains(table.concat(vim.fn.readfile("2026.net.md"), "\n"), "- call @ada: saved before")
  contains(all(), "## 2026-11-22\n\n- call @bob: by the command")
  equal(vim.bo.modified, false)
end

function checks.command_log_refuses()
  open("2026.net.md")
  local said
  vim.notify = function(text, level)
    said = { text, level }
  end
  local before = all()
  vim.cmd("NetlintLog call @stranger: hi")
  equal(said[2], vim.log.levels.ERROR)
  contains(said[1], "@stranger")
  equal(all(), before)
  vim.cmd("NetlintLog! call @stranger: hi")
  contains(all(), "- call @stranger: hi")
end

function checks.command_next()
  vim.cmd.edit("2026.net.md")
  vim.cmd("NetlintNext --days 30")
  contains(all(), "@ada")
  equal(vim.bo.buftype, "nofile")
  local windows = #vim.api.nvim_list_wins()
  vim.cmd("NetlintNext")
  equal(#vim.api.nvim_list_wins(), windows)
  vim.cmd("normal q")
  equal(#vim.api.nvim_list_wins(), windows - 1)
end

function checks.command_show()
  vim.cmd.edit("2026.net.md")
  go("coffe with @bob")
  vim.cmd("NetlintShow")
  contains(all(), "Bob Babbage")
  vim.cmd("NetlintShow @ada")
  contains(all(), "Ada Lovelace")
  equal(vim.fn.getcompletion("NetlintShow @a", "cmdline"), { "@ada" })
end

function checks.command_check()
  vim.cmd.edit("people.net.md")
  vim.cmd("NetlintCheck")
  local found = vim.tbl_filter(function(item)
    return item.text:find("@ghost", 1, true) ~= nil
  end, vim.fn.getqflist())
  equal(#found, 1)
  local name = vim.fs.basename(vim.api.nvim_buf_get_name(found[1].bufnr))
  equal({ name, found[1].lnum, found[1].col, found[1].type }, { "2026.net.md", 8, 8, "E" })
  equal(vim.bo.buftype, "quickfix")
  local loud = #vim.fn.getqflist()
  vim.cmd("NetlintCheck! --extend-select all")
  assert(#vim.fn.getqflist() >= loud)
end

function checks.command_restart()
  open("2026.net.md")
  local before = vim.lsp.get_clients({ name = "netlint" })[1].id
  vim.cmd("NetlintRestart")
  wait("another server", function()
    local clients = vim.lsp.get_clients({ name = "netlint", bufnr = 0 })
    return #clients == 1 and clients[1].id ~= before
  end)
  vim.diagnostic.reset()
  vim.cmd("normal! Go- call @phantom")
  finds("@phantom")
end

function checks.health()
  open("2026.net.md")
  vim.cmd("checkhealth netlint")
  local text = all()
  for _, part in ipairs({ "netlint 0", "*.net.md is a journal", "the language server runs for " }) do
    contains(text, part)
  end
  assert(not text:find("ERROR"), text)
end

function checks.health_without_program()
  vim.g.netlint_program = "no-such-netlint"
  vim.cmd("checkhealth netlint")
  contains(all(), "no-such-netlint is not found")
end

function checks.help()
  for _, tag in ipairs({ "netlint", "g:netlint_program", "g:netlint_settings", "netlint-health" }) do
    vim.cmd.help(tag)
    contains(all(), "netlint.txt")
  end
  for name in pairs(vim.api.nvim_get_commands({})) do
    if name:match("^Netlint") then
      vim.cmd.help(":" .. name)
      contains(vim.api.nvim_get_current_line(), ":" .. name)
    end
  end
end

function checks.hover()
  open("2026.net.md")
  go("@ada")
  contains(vim.inspect(request("textDocument/hover")), "Ada Lovelace")
end

function checks.completion()
  open("2026.net.md")
  vim.api.nvim_buf_set_lines(0, -1, -1, false, { "- call @" })
  vim.api.nvim_win_set_cursor(0, { vim.fn.line("$"), 7 })
  local position = { line = vim.fn.line("$") - 1, character = 8 }
  contains(vim.inspect(request("textDocument/completion", { position = position })), '"@ada"')
end

function checks.rename()
  open("2026.net.md")
  go("ada")
  vim.lsp.buf.rename("lovelace")
  wait("the new handle", function()
    return all():find("- coffee with @lovelace", 1, true) ~= nil
  end)
  vim.cmd.edit("people.net.md")
  contains(all(), "## Ada Lovelace @lovelace")
end

local name = vim.env.NETLINT_CHECK
local good, message = xpcall(checks[name] or error, debug.traceback)
vim.fn.writefile(vim.split(good and "ok" or tostring(message), "\n"), vim.env.NETLINT_RESULT)
vim.cmd("qall!")
