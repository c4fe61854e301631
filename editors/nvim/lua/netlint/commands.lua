--- The commands.
local check = require("netlint.check")
local program = require("netlint.program")

local M = {}

--- Shows a text in a window of its own, which `q` closes. The same report takes the place of the last one.
local function show(name, text)
  name = "netlint://" .. name
  local buffer
  for _, other in ipairs(vim.api.nvim_list_bufs()) do
    if vim.api.nvim_buf_get_name(other) == name then
      buffer = other
    end
  end
  if not buffer then
    buffer = vim.api.nvim_create_buf(false, true)
    vim.api.nvim_buf_set_name(buffer, name)
    vim.keymap.set("n", "q", "<Cmd>close<CR>", { buffer = buffer, desc = "Close" })
  end
  vim.bo[buffer].modifiable = true
  vim.api.nvim_buf_set_lines(buffer, 0, -1, false, vim.split(vim.trim(text), "\n"))
  vim.bo[buffer].modifiable = false
  local window = vim.fn.bufwinid(buffer)
  if window ~= -1 then
    vim.api.nvim_set_current_win(window)
  else
    vim.cmd("botright sbuffer " .. buffer)
  end
end

local function report(name, arguments)
  local text = program.run(arguments, program.root(0))
  if text then
    show(name, text)
  end
end

--- The handle below the cursor, else the first one in its line.
local function handle_here()
  local line, column = vim.api.nvim_get_current_line(), vim.api.nvim_win_get_cursor(0)[2] + 1
  local first
  for from, handle, to in line:gmatch("()(@[%w_%-%.\128-\255]+)()") do
    handle = handle:gsub("%.+$", "")
    first = first or handle
    if from <= column and column < to then
      return handle
    end
  end
  return first
end

--- Handles that begin as what is typed so far.
local function handles(typed)
  local json = program.run({ "list", "--format", "json" }, program.root(0))
  local good, list = pcall(vim.json.decode, json or "")
  local found = {}
  for _, person in ipairs(good and list.list or {}) do
    local handle = "@" .. person.handle
    if vim.startswith(handle, typed) then
      table.insert(found, handle)
    end
  end
  return found
end

--- Saves the journals, as the program reads and writes files.
local function save()
  for _, buffer in ipairs(vim.api.nvim_list_bufs()) do
    local is_journal = vim.api.nvim_buf_is_loaded(buffer) and vim.bo[buffer].filetype == "netlint"
    if is_journal and vim.bo[buffer].modified and vim.api.nvim_buf_get_name(buffer) ~= "" then
      vim.api.nvim_buf_call(buffer, function()
        vim.cmd("silent update")
      end)
    end
  end
end

local function log(text, yes)
  save()
  local arguments = { "log" }
  if yes then
    table.insert(arguments, "--yes")
  end
  local said = program.run(vim.list_extend(arguments, { "--", text }), program.root(0))
  if said then
    vim.notify(vim.trim(said))
    vim.cmd("checktime")
  end
end

--- Defines them all.
function M.define()
  local define = vim.api.nvim_create_user_command
  define("NetlintLog", function(command)
    if command.args ~= "" then
      log(command.args, command.bang)
      return
    end
    vim.ui.input({ prompt = "What happened? " }, function(text)
      if text and text ~= "" then
        log(text, command.bang)
      end
    end)
  end, { nargs = "*", bang = true, complete = handles, desc = "Note what happened; with ! declare who is not known" })
  define("NetlintNext", function(command)
    save()
    report("next", vim.list_extend({ "next" }, command.fargs))
  end, { nargs = "*", desc = "Show whom to contact in the next days, and why" })
  define("NetlintShow", function(command)
    local who = command.args ~= "" and command.args or handle_here()
    if not who then
      vim.notify("there is no @handle in this line; name somebody", vim.log.levels.ERROR)
      return
    end
    save()
    report("show", { "show", "--", who })
  end, { nargs = "*", complete = handles, desc = "Show all that is known of one person" })
  define("NetlintCheck", function(command)
    save()
    check.run(command.fargs, command.bang)
  end, { nargs = "*", bang = true, complete = "file", desc = "Fill the quickfix list; with ! the quiet findings, too" })
  define("NetlintRestart", function()
    require("netlint.server").restart()
  end, { desc = "Start the language server anew" })
end

return M
