--- The findings of the whole journal as a quickfix list.
local program = require("netlint.program")

local M = {}

local TYPES = { error = "E", warning = "W", info = "I" }

--- A column of a report counts characters, one of the list bytes.
local function byte(lines, place)
  local line = lines[place.line] or ""
  local at = vim.fn.byteidxcomp(line, place.column - 1)
  return at < 0 and #line + 1 or at + 1
end

--- Checks, fills the list and opens it if there is something in it.
function M.run(arguments, with_quiet)
  local folder = program.root(0)
  local text = program.run(vim.list_extend({ "check", "--format", "json" }, arguments), folder)
  if not text then
    return
  end
  local items, texts = {}, {}
  for _, found in ipairs(vim.json.decode(text).diagnostics) do
    local file = vim.fs.joinpath(folder, found.file)
    if not texts[file] then
      local read, lines = pcall(vim.fn.readfile, file)
      texts[file] = read and lines or {}
    end
    if with_quiet or found.level ~= "info" then
      table.insert(items, {
        filename = file,
        lnum = found.start.line,
        col = byte(texts[file], found.start),
        end_lnum = found["end"].line,
        end_col = byte(texts[file], found["end"]),
        type = TYPES[found.level],
        text = ("%s [%s]"):format(found.message, found.rule),
      })
    end
  end
  vim.fn.setqflist({}, " ", { title = "netlint check", items = items })
  if #items > 0 then
    vim.cmd("botright copen")
  else
    vim.cmd("cclose")
    vim.notify("netlint found nothing")
  end
end

return M
