-- What a person does in Neovim with a report, by Neovim's own commands. Started by scripts/neovim.ts in a copy of the
-- samples, after the set-up of docs/editors.md. Tests of what VS Code's suite tries as well have its titles.

local DRAFT = 'draft-2025.gca.md'
local LIMIT_MS = 20000
local outcomes = {}

local function ok(value, message)
  if not value then
    error(message, 2)
  end
  return value
end

--- Waits until a question has an answer that is true; gives it.
local function await(what, ask)
  local answer
  vim.wait(LIMIT_MS, function()
    answer = ask()
    return answer
  end, 20)
  return ok(answer, 'Waited ' .. LIMIT_MS / 1000 .. ' s in vain: ' .. what)
end

local function it(suite, title, run)
  local fine, message = pcall(run)
  table.insert(outcomes, { suite = suite, title = title, outcome = fine and 'passed' or 'failed' })
  print((fine and '  ✔ ' or '  ✖ ') .. suite .. ': ' .. title .. (fine and '' or '\n      ' .. tostring(message)) .. '\n')
  vim.cmd('silent! only!')
  vim.cmd('silent! %bwipeout!')
end

local function lines()
  return vim.api.nvim_buf_get_lines(0, 0, -1, false)
end

local function text()
  return table.concat(lines(), '\n')
end

--- The language servers that are running.
local function clients()
  return (vim.lsp.get_clients or vim.lsp.get_active_clients)()
end

--- Gives every server the settings that a person has.
local function set(settings)
  for _, client in ipairs(clients()) do
    client.notify('workspace/didChangeConfiguration', { settings = { gcaReport = settings } })
  end
end

--- Puts the cursor on words, or so many bytes behind their beginning.
local function put(words, into)
  for row, line in ipairs(lines()) do
    local at = line:find(words, 1, true)
    if at then
      vim.api.nvim_win_set_cursor(0, { row, at - 1 + (into or 0) })
      return row
    end
  end
  error('“' .. words .. '” is not in the draft', 2)
end

--- The client's own word for a finding: its rule, its page, its places.
local function lsp(finding)
  return (finding.user_data or {}).lsp or {}
end

local function findings(rule)
  return vim.tbl_filter(function(finding)
    return rule == nil or lsp(finding).code == rule or finding.code == rule
  end, vim.diagnostic.get(0))
end

local function some(rule)
  return await('findings of ' .. rule, function()
    local found = findings(rule)
    return #found > 0 and found
  end)
end

local function open(name)
  vim.cmd('edit ' .. name)
end

local function openDraft()
  open(DRAFT)
  some('structure/missing-section')
  some('figure/decreased')
end

--- Chooses among the code actions at the cursor as a person does, by a part of the title.
local function act(part, only)
  local offered
  local select = vim.ui.select
  vim.ui.select = function(items, options, choose)
    offered = {}
    for index, item in ipairs(items) do
      local title = (options.format_item or tostring)(item)
      table.insert(offered, title)
      if title:find(part, 1, true) then
        vim.ui.select = select
        return choose(item, index)
      end
    end
    choose(nil)
  end
  local before = text()
  local context = only and { only = { only }, diagnostics = {} } or nil
  if vim.fn.has('nvim-0.8') == 1 then
    vim.lsp.buf.code_action({ context = context })
  else
    vim.lsp.buf.code_action(context)
  end
  vim.wait(LIMIT_MS, function()
    return text() ~= before
  end, 20)
  vim.ui.select = select
  ok(text() ~= before, 'nothing was changed; offered: ' .. table.concat(offered or {}, '; '))
end

--- What the floating window of a hover says.
local function hover()
  vim.lsp.buf.hover()
  local window = await('the hover', function()
    for _, one in ipairs(vim.api.nvim_list_wins()) do
      if vim.api.nvim_win_get_config(one).relative ~= '' then
        return one
      end
    end
  end)
  local said = table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false), '\n')
  vim.api.nvim_win_close(window, true)
  return said
end

--- What a command that fills the list of places puts there.
local function places(fill)
  vim.fn.setqflist({}, 'r')
  vim.fn.setloclist(0, {}, 'r')
  fill()
  return await('the list of places', function()
    local list = vim.fn.getqflist()
    if #list == 0 then
      list = vim.fn.getloclist(0)
    end
    return #list > 0 and list
  end)
end

local function format()
  if vim.fn.has('nvim-0.8') == 1 then
    vim.lsp.buf.format({ timeout_ms = LIMIT_MS })
  else
    vim.lsp.buf.formatting_sync(nil, LIMIT_MS)
  end
end

it('findings', 'shows the findings of the draft in Problems, each with its rule and a page behind it', function()
  openDraft()
  some('numbering/gap')
  for _, finding in ipairs(findings()) do
    ok(finding.source == 'gca-report', 'the source of ' .. finding.message)
    local page = (lsp(finding).codeDescription or {}).href or ''
    ok(page:match('/docs/rules/.+%.md$'), 'the page of ' .. finding.message)
    ok(vim.fn.filereadable(vim.uri_to_fname(page)) == 1, page .. ' is not there')
  end
end)

it('findings', 'leads to the other place that a finding is about', function()
  openDraft()
  local repeated = some('numbering/repeat')[1]
  local related = ok((lsp(repeated).relatedInformation or {})[1], 'a related place')
  ok(related.location.range.start.line < repeated.lnum, 'the first paragraph of that number')
end)

it('findings', 'says one thing of a text that is no report, and goes on', function()
  vim.fn.writefile({ '# Shopping', '', 'Milk and and bread.' }, 'shopping.gca.md')
  open('shopping.gca.md')
  some('structure/not-a-report')
  ok(#findings() == 1, #findings() .. ' findings')
end)

it('findings', 'takes its findings back when the cause is gone', function()
  openDraft()
  local repeated = some('numbering/repeat')[1]
  vim.api.nvim_win_set_cursor(0, { repeated.lnum + 1, 0 })
  vim.api.nvim_set_current_line((vim.api.nvim_get_current_line():gsub('^%d+%.%d+', '2.44')))
  await('the repeated number is no more', function()
    for _, finding in ipairs(findings('numbering/repeat')) do
      if finding.lnum == repeated.lnum then
        return false
      end
    end
    return true
  end)
end)

it('detection', 'leaves other Markdown files alone', function()
  openDraft()
  vim.fn.writefile({ '# Shopping', '', 'Milk and and bread.' }, 'other.md')
  open('other.md')
  local answered = vim.lsp.buf_request_sync(0, 'textDocument/documentSymbol', {
    textDocument = vim.lsp.util.make_text_document_params(),
  }, LIMIT_MS)
  ok(answered and next(answered), 'the server has seen the file')
  ok(#findings() == 0, #findings() .. ' findings')
end)

it('fixes', 'inserts the missing section by the lightbulb, and undo takes it back', function()
  openDraft()
  local before = text()
  local missing = some('structure/missing-section')[1]
  vim.api.nvim_win_set_cursor(0, { missing.lnum + 1, missing.col })
  act('International Cooperation')
  ok(text():find('\n## 5. International Cooperation\n', 1, true), 'the section stands in its place')
  vim.cmd('undo')
  ok(text() == before, 'one undo takes everything back')
end)

it('fixes', 'fixes on request all that has one right answer, and a second time nothing', function()
  openDraft()
  act('fixes that guess nothing', 'source.fixAll')
  local answers = vim.lsp.buf_request_sync(0, 'textDocument/codeAction', {
    textDocument = vim.lsp.util.make_text_document_params(),
    range = { start = { line = 0, character = 0 }, ['end'] = { line = #lines(), character = 0 } },
    context = { only = { 'source.fixAll' }, diagnostics = {} },
  }, LIMIT_MS)
  for _, answer in pairs(answers) do
    ok(#(answer.result or {}) == 0, 'something is left')
  end
end)

it('outline', 'shows the sections with their paragraphs', function()
  openDraft()
  local list = places(vim.lsp.buf.document_symbol)
  local legal = vim.tbl_filter(function(place)
    return place.text:find('Legal Measures', 1, true) or place.text:find(' 1.3', 1, true)
  end, list)
  ok(#legal >= 2, #list .. ' symbols, ' .. #legal .. ' of them looked for')
end)

it('settings', 'judges by the mode', function()
  openDraft()
  local before = some('structure/missing-section')[1].severity
  set({ mode = 'drafting' })
  await('a missing section weighs less at the draft', function()
    local found = findings('structure/missing-section')[1]
    return found and found.severity > before
  end)
  set({ mode = 'review' })
  await('and as before in review', function()
    local found = findings('structure/missing-section')[1]
    return found and found.severity == before
  end)
end)

it('settings', 'follows the configuration of the workspace', function()
  openDraft()
  some('numbering/gap')
  local config = vim.fn.readfile('.gca-report/config.json')
  vim.fn.writefile({ '{ "rules": { "numbering/gap": "off" } }' }, '.gca-report/config.json')
  vim.cmd('silent write')
  await('the rule is off', function()
    return #findings() > 0 and #findings('numbering/gap') == 0
  end)
  vim.fn.writefile(config, '.gca-report/config.json')
  vim.cmd('silent write')
  some('numbering/gap')
end)

it('identifiers', 'explains X.1205 on hover', function()
  openDraft()
  put('X.1205', 1)
  local said = hover()
  ok(said:find('Overview of cybersecurity', 1, true) and said:find('In force on 11 April 2025', 1, true), said)
end)

it('identifiers', 'completes a number behind “ITU-T X.12”', function()
  openDraft()
  local row = put('2.7 Recommendation')
  vim.api.nvim_buf_set_text(0, row - 1, 4, row - 1, 4, { 'ITU-T X.12 ' })
  vim.api.nvim_win_set_cursor(0, { row, 4 + #'ITU-T X.12' })
  local answers = vim.lsp.buf_request_sync(0, 'textDocument/completion', vim.lsp.util.make_position_params(0, 'utf-16'), LIMIT_MS)
  local words = {}
  for _, answer in pairs(answers) do
    for _, item in ipairs(answer.result.items or answer.result) do
      table.insert(words, item.label)
    end
  end
  ok(vim.tbl_contains(words, 'X.1205'), #words .. ' proposals')
end)

it('identifiers', 'finds a Recommendation in the reports of two years', function()
  openDraft()
  put('X.1282', 1)
  local files = {}
  for _, place in ipairs(places(vim.lsp.buf.references)) do
    files[vim.fn.fnamemodify(vim.fn.bufname(place.bufnr), ':t')] = true
  end
  ok(files[DRAFT] and #vim.tbl_keys(files) >= 2, table.concat(vim.tbl_keys(files), ', '))
end)

it('identifiers', 'spells “X. 1384” as it was meant', function()
  openDraft()
  put('X. 1384', 1)
  act('X.1384')
  ok(not text():find('X. 1384', 1, true), 'the spelling is mended')
end)

it('figures', 'warns of a running total below last year’s, with the place in last year’s report', function()
  openDraft()
  local row = put('21 national CIRTs')
  local line = vim.api.nvim_get_current_line()
  vim.api.nvim_set_current_line((line:gsub('21 national CIRTs', '12 national CIRTs')))
  local warning = await('the warning', function()
    for _, finding in ipairs(findings('figure/decreased')) do
      if finding.lnum == row - 1 then
        return finding
      end
    end
  end)
  local related = ok((lsp(warning).relatedInformation or {})[1], 'a related place')
  ok(related.location.uri:find('archive/2024.gca.md', 1, true), related.location.uri)
end)

it('figures', 'tells a figure’s history on hover', function()
  openDraft()
  put('40 CyberDrills', 1)
  local said = hover()
  ok(said:find('2022: 33 · 2023: 37 · 2024: 42 · 2025: 40', 1, true), said)
end)

it('finding the way', 'goes from a reference to the paragraph that it means', function()
  openDraft()
  put('(see paragraph 4.4 above)', #'(see paragraph 4')
  vim.lsp.buf.definition()
  await('the cursor is on 4.4', function()
    return vim.api.nvim_get_current_line():find('^4%.4 ')
  end)
end)

it('finding the way', 'marks every mention of the Recommendation under the caret', function()
  openDraft()
  put('X.1282', 1)
  local function marks()
    local count = 0
    for name, space in pairs(vim.api.nvim_get_namespaces()) do
      if name:find('reference') then
        count = count + #vim.api.nvim_buf_get_extmarks(0, space, 0, -1, {})
      end
    end
    return count
  end
  vim.lsp.buf.document_highlight()
  await('marks', function()
    return marks() > 0
  end)
end)

it('finding the way', 'finds an identifier anywhere in the workspace by its name', function()
  openDraft()
  local list = places(function()
    vim.lsp.buf.workspace_symbol('X.1282')
  end)
  local archived = vim.tbl_filter(function(place)
    return vim.fn.bufname(place.bufnr):find('archive/', 1, true)
  end, list)
  ok(#archived > 0, #list .. ' places')
end)

it('editing', 'gives a paragraph another number, and the references follow', function()
  openDraft()
  for row, line in ipairs(lines()) do
    if line:find('^4%.4 ') then
      vim.api.nvim_win_set_cursor(0, { row, 1 })
    end
  end
  vim.lsp.buf.rename('4.9')
  await('the paragraph has its new number', function()
    return text():find('\n4%.9 ') and not text():find('\n4%.4 ')
  end)
  ok(text():find('(see paragraph 4.9 above)', 1, true), 'the reference follows')
end)

it('editing', 'puts a report in form, and a second time changes nothing', function()
  openDraft()
  local before = text()
  format()
  local once = text()
  ok(once ~= before, 'something was put in form')
  format()
  ok(text() == once, 'the second time changes nothing')
end)

it('a server of one’s own', 'ends when the editor tells it to', function()
  open(DRAFT)
  some('structure/missing-section')
  ok(#clients() == 1, #clients() .. ' servers run')
  vim.lsp.stop_client(clients())
  await('no server is left', function()
    return #clients() == 0
  end)
end)

vim.fn.writefile({ vim.fn.json_encode(outcomes) }, vim.env.GCA_OUTCOMES)
vim.cmd('qall!')
