--- The program: where it is, where it runs, and what it says.
local M = {}

--- How it is started: `vim.g.netlint_program`, else found on the PATH.
function M.name()
  return vim.g.netlint_program or "netlint"
end

--- The folder of the journal of a buffer: that of the nearest netlint.toml, else of the repository, else of the file.
function M.root(buffer)
  local file = vim.api.nvim_buf_get_name(buffer)
  if file == "" or file:match("^%a+://") then
    file = vim.fs.joinpath(vim.fn.getcwd(), "none")
  end
  return vim.fs.root(file, "netlint.toml") or vim.fs.root(file, ".git") or vim.fs.dirname(file)
end

--- Runs it in a folder. Returns what it said on standard output and its exit code, or nothing after saying what was
--- wrong.
function M.run(arguments, folder)
  local command = vim.list_extend({ M.name() }, arguments)
  local started, process = pcall(vim.system, command, { cwd = folder, text = true, env = { NO_COLOR = "1" } })
  if not started then
    vim.notify(M.name() .. " cannot be started; install it, or set vim.g.netlint_program", vim.log.levels.ERROR)
    return nil
  end
  local result = process:wait()
  if result.code > 1 or (result.code == 1 and result.stdout == "") then
    vim.notify(vim.trim(result.stderr), vim.log.levels.ERROR)
    return nil
  end
  return result.stdout, result.code
end

return M
