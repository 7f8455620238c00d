-- Asks for the paths of a file, one a line: one after the other (`posted`: with what stands behind the `?` as a form);
-- or, `drawn`, for any of them each time, with a parameter `z` that never comes twice, by the number of the turn.
local requests = {}
local following = 0
local threads = {}

function setup(thread)
  threads[#threads + 1] = thread
end

-- As one text, and where each begins and ends: through a list of a hundred thousand texts Lua's collector goes in one
-- piece, again and again, and meanwhile nothing is sent and no answer is taken.
function pathsOf(file)
  local handle = io.open(file)
  local paths = { text = handle:read('*a'), first = {}, last = {} }
  handle:close()
  for first, behind in paths.text:gmatch('()[^\n]+()') do
    paths.first[#paths.first + 1] = first
    paths.last[#paths.last + 1] = behind - 1
  end
  return paths
end

function init(arguments)
  local file, order, turn = arguments[1], arguments[2], arguments[3]
  local before, after = wrk.format('GET', '/@'):match('^(.-)/@(.*)$')
  if order == 'posted' then wrk.headers['Content-Type'] = 'application/x-www-form-urlencoded' end
  if order == 'drawn' then
    local paths = pathsOf(file)
    math.randomseed(tonumber(turn))
    request = function()
      following = following + 1
      local drawn = math.random(#paths.first)
      local path = paths.text:sub(paths.first[drawn], paths.last[drawn])
      return before .. path .. '&z=' .. turn .. '.' .. following .. after
    end
  else
    for path in io.lines(file) do
      if order == 'posted' then
        local address, form = path:match('^(.-)?(.*)$')
        requests[#requests + 1] = wrk.format('POST', address, nil, form)
      else
        requests[#requests + 1] = before .. path .. after
      end
    end
    request = function()
      following = following % #requests + 1
      return requests[following]
    end
  end
  loaded = os.clock()
end

-- Each time to an answer, and how many took so long.
local function timesOf(latency)
  local times = {}
  for index = 1, #latency do
    local microseconds, answers = latency(index)
    times[index] = string.format('[%.3f,%d]', microseconds / 1e3, answers)
  end
  return table.concat(times, ',')
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '\n{"requests": %d, "seconds": %f, "times": [%s], "failed": %d, "generator": %f}\n',
    summary.requests, summary.duration / 1e6, timesOf(latency),
    errors.connect + errors.read + errors.write + errors.status + errors.timeout,
    os.clock() - threads[1]:get('loaded')))
end
