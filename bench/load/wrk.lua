-- Asks for the paths of a file, one a line: one after the other; or, where turns have a number, for any of
-- them each time, with a parameter `z` that never comes twice.
local requests = {}
local following = 0
local threads = {}

function setup(thread)
  threads[#threads + 1] = thread
end

function init(arguments)
  local file, turn = arguments[1], arguments[2]
  local before, after = wrk.format('GET', '/@'):match('^(.-)/@(.*)$')
  for path in io.lines(file) do
    requests[#requests + 1] = turn and before .. path .. '&z=' .. turn .. '.' or before .. path .. after
  end
  if turn then
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
