-- Asks for the paths of a file, one a line: one after the other (`posted`: with what stands behind the `?` as a form);
-- or, `drawn`, for any of them each time, with a parameter `z` that never comes twice, by the number of the turn.
local requests = {}
local following = 0
local threads = {}

function setup(thread)
  threads[#threads + 1] = thread
end

function init(arguments)
  local file, order, turn = arguments[1], arguments[2], arguments[3]
  local before, after = wrk.format('GET', '/@'):match('^(.-)/@(.*)$')
  if order == 'posted' then wrk.headers['Content-Type'] = 'application/x-www-form-urlencoded' end
  for path in io.lines(file) do
    if order == 'drawn' then
      requests[#requests + 1] = before .. path .. '&z=' .. turn .. '.'
    elseif order == 'posted' then
      local address, form = path:match('^(.-)?(.*)$')
      requests[#requests + 1] = wrk.format('POST', address, nil, form)
    else
      requests[#requests + 1] = before .. path .. after
    end
  end
  if order == 'drawn' then
    math.randomseed(tonumber(turn))
    request = function()
      following = following + 1
      return requests[math.random(#requests)] .. following .. after
    end
  else
    request = function()
      following = following % #requests + 1
      return requests[following]
    end
  end
  loaded = os.clock()
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '\n{"requests": %d, "seconds": %f, "p50": %f, "p99": %f, "failed": %d, "generator": %f}\n',
    summary.requests, summary.duration / 1e6, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout,
    os.clock() - threads[1]:get('loaded')))
end
