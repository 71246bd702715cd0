-- Decisions, each under a key of its own, over the crises of the file CRISES, in turn. For wrk; see ops/bench.sh.
local token = os.getenv("TOKEN")
local run = os.getenv("RUN")
local threads = 0
local crises = {}

function setup(thread)
    thread:set("id", threads)
    threads = threads + 1
end

function init(args)
    for line in io.lines(os.getenv("CRISES")) do
        crises[#crises + 1] = line .. "/decisions"
    end
    n = 0
    body = '{"decision":"Evakuera trapphus B och öppna mottagningsplats","motive":"Rök sprids via hisschaktet","executor":"property-operations","evenSo":true}'
    headers = { ["Authorization"] = "Bearer " .. token, ["Content-Type"] = "application/json" }
end

function request()
    n = n + 1
    headers["Idempotency-Key"] = '"' .. run .. "-" .. id .. "-" .. n .. '"'
    return wrk.format("POST", crises[(n * 7 + id) % #crises + 1], headers, body)
end

function done(summary, latency)
    local errors = summary.errors
    io.write(string.format("wrk\t%d\t%d\t%.3f\t%.3f\t%d\t%d\n", summary.requests, summary.duration, latency:percentile(50) / 1000,
        latency:percentile(99) / 1000, errors.status, errors.connect + errors.read + errors.write + errors.timeout))
end
