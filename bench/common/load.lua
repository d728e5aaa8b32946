-- For wrk: sends one answer after the other, each with a submission key of its own.
-- The environment's ANSWERS names a file with lines of: url, cookie, showing, response.

local answers, place = {}, 0
local threads = 0

function setup(thread)
  thread:set("number", threads)
  threads = threads + 1
end

function init(args)
  math.randomseed(os.time() * 1000 + number)
  run = string.format("%08x%04d", math.random(0, 2147483647), number)
  for line in io.lines(os.getenv("ANSWERS")) do
    local url, cookie, showing, response = line:match("(%S+) (%S+) (%S+) (%S+)")
    answers[#answers + 1] = { url, "quizapp=" .. cookie, showing, response }
  end
  sent = 0
  place = (number * 997) % #answers
end

function request()
  place = place % #answers + 1
  sent = sent + 1
  local one = answers[place]
  local key = string.format("%s%012d", run, sent)
  local body = "showing_id=" .. one[3] .. "&submission_key=" .. key .. "&response=" .. one[4]
  local headers = {
    ["Content-Type"] = "application/x-www-form-urlencoded",
    ["Sec-Fetch-Site"] = "same-origin",
    ["Cookie"] = one[2],
  }
  return wrk.format("POST", one[1], headers, body)
end

function response(status)
  if status ~= 303 then io.stderr:write("status " .. status .. "\n") end
end

function done(summary, latency)
  io.write(string.format("FIGURES %d %d %f %d\n",
    summary.requests, summary.duration, latency:percentile(99), summary.errors.status))
end
