#include "model/command/tc/qdisc_words.h"

#include "model/command/arguments.h"
#include "model/command/ip.h"
#include "model/command/tc/units.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <bit>
#include <cctype>
#include <charconv>
#include <limits>

namespace netdraft::model::command {

namespace {

/// 2^32 ticks of 64 ns, in which the kernel counts netem's times.
constexpr std::uint32_t longestDelay = 274'877'906;

bool nextIsNumber(const Arguments &arguments)
{
    const std::string_view word = arguments.peek();
    return !word.empty() && std::isdigit(static_cast<unsigned char>(word.front())) != 0;
}

/// A value that must be readable; else what netem says of it.
template <typename T>
T netemValue(Arguments &arguments, std::optional<T> (*read)(std::string_view), std::string_view what)
{
    const std::string word = arguments.next();
    const std::optional<T> value = read(word);
    if (!value && !arguments.refused())
        arguments.refuse(complaint(1, fmt::format("Illegal \"{}\"", what)));
    return value.value_or(T());
}

std::uint32_t netemTime(Arguments &arguments)
{
    const std::uint32_t time = netemValue(arguments, readTime, "latency");
    if (time > longestDelay)
        arguments.refuse(complaint(1, fmt::format("Illegal {} time (too large)\nIllegal \"latency\"", time)));
    return time;
}

void refuseCorrelation(Arguments &arguments, std::string_view of)
{
    if (nextIsNumber(arguments))
        arguments.refuse(notSimulated(fmt::format("a correlation of netem's {}", of)));
}

void readLoss(Arguments &arguments, Netem &netem)
{
    if (netem.loss > 0)
        return arguments.refuse(complaint(1, "Illegal \"duplicate loss argument\n\""));
    if (!arguments.is("random") && arguments.more() && !nextIsNumber(arguments)) {
        const std::string word = arguments.next();
        arguments.refuse(word == "state" || word == "gemodel"
                             ? notSimulated(fmt::format("netem's loss {}", word))
                             : complaint(1, fmt::format("Unknown loss parameter: {}", word)));
    }
    netem.loss = netemValue(arguments, readPercent, "loss percent");
    if (netem.loss == std::numeric_limits<std::uint32_t>::max())
        arguments.refuse(notSimulated("a loss of 100% (ip link set dev … down does the same)"));
    refuseCorrelation(arguments, "loss");
}

std::variant<QdiscWords, Reply> readNetem(std::span<const std::string> words)
{
    Arguments arguments(words);
    Netem netem;
    bool rateGiven = false;
    while (arguments.more()) {
        if (arguments.matches("limit")) {
            netem.limit = netemValue(arguments, readSize, "limit");
        } else if (arguments.matches("latency", "delay")) {
            netem.delay = netemTime(arguments);
            netem.jitter = 0;
            if (nextIsNumber(arguments))
                netem.jitter = netemTime(arguments);
            refuseCorrelation(arguments, "delay");
        } else if (arguments.matches("loss", "drop")) {
            readLoss(arguments, netem);
        } else if (arguments.matches("rate")) {
            rateGiven = true;
            if (arguments.peek().contains('%'))
                return notSimulated("a rate in percent");
            netem.rate = netemValue(arguments, readRate, "rate");
            if (nextIsNumber(arguments))
                return notSimulated("an overhead of netem's packets");
        } else {
            const std::string word = arguments.next();
            for (const std::string_view other :
                 {"ecn", "reorder", "corrupt", "gap", "duplicate", "distribution", "slot"}) {
                if (abbreviates(word, other))
                    return notSimulated(fmt::format("netem's {}", other));
            }
            Reply said = usage("tc netem");
            if (word != "help")
                said.err.insert(0, fmt::format("What is \"{}\"?\n", word));
            return said;
        }
    }
    if (arguments.refused())
        return arguments.refusal();
    return QdiscWords{{0, netem}, rateGiven};
}

/// A size with `/BYTES` behind it, a power of two, as burst has it: the step of tc's table of rates, which a kernel
/// that is told the burst itself does not look at (get_size_and_cell, tbf_change).
std::optional<std::uint32_t> readBurst(std::string_view word)
{
    const std::size_t slash = word.find('/');
    if (slash != std::string_view::npos) {
        const auto cell = readNumber(word.substr(slash + 1));
        if (!cell || !std::has_single_bit(*cell))
            return std::nullopt;
    }
    return readSize(word.substr(0, slash));
}

/// What get_size_and_cell leaves of a word that it could not read.
std::string_view unreadBurst(std::string_view word)
{
    const std::size_t slash = std::min(word.find('/'), word.size());
    std::string_view cell = word.substr(std::min(slash + 1, word.size()));
    if (cell.starts_with('-'))
        cell.remove_prefix(1);
    return readSize(word.substr(0, slash)) && readNumber(cell) ? word : word.substr(0, slash);
}

template <typename T>
T tbfValue(Arguments &arguments, std::optional<T> (*read)(std::string_view), std::string_view what, T before)
{
    const std::string word = arguments.next();
    if (arguments.refused())
        return {};
    if (before != T())
        arguments.refuse(complaint(
            1, fmt::format("tbf: duplicate \"{}\" specification", what == "burst" ? "buffer/burst/maxburst" : what)));
    const std::optional<T> value = read(word);
    if (!value)
        arguments.refuse(complaint(
            1, fmt::format("tbf: illegal value for \"{}\": \"{}\"", what, what == "burst" ? unreadBurst(word) : word)));
    return value.value_or(T());
}

std::variant<QdiscWords, Reply> readTbf(std::span<const std::string> words)
{
    Arguments arguments(words);
    Tbf tbf;
    std::uint32_t latency = 0;
    while (arguments.more()) {
        if (arguments.matches("limit")) {
            if (latency != 0)
                return complaint(1, "tbf: specifying both \"latency\" and \"limit\" is not allowed");
            tbf.limit = tbfValue(arguments, readSize, "limit", tbf.limit);
        } else if (arguments.matches("latency")) {
            if (tbf.limit != 0)
                return complaint(1, "tbf: specifying both \"limit\" and \"/latency\" is not allowed");
            latency = tbfValue(arguments, readTime, "latency", latency);
        } else if (arguments.matches("burst") || arguments.is("buffer") || arguments.is("maxburst")) {
            tbf.burst = tbfValue(arguments, readBurst, "burst", tbf.burst);
        } else if (arguments.is("rate")) {
            if (arguments.peek().contains('%'))
                return notSimulated("a rate in percent");
            tbf.rate = tbfValue(arguments, readRate, "rate", tbf.rate);
        } else {
            const std::string word = arguments.next();
            for (const std::string_view other : {"mtu", "minburst", "mpu", "peakrate", "overhead", "linklayer"}) {
                if (word == other)
                    return notSimulated(fmt::format("tbf's {}", other));
            }
            Reply said = usage("tc tbf");
            if (word != "help")
                said.err.insert(0, fmt::format("tbf: unknown parameter \"{}\"\n", word));
            return said;
        }
    }
    if (arguments.refused())
        return arguments.refusal();
    std::string missing;
    if (tbf.rate == 0)
        missing += "tbf: the \"rate\" parameter is mandatory.\n";
    if (tbf.burst == 0)
        missing += "tbf: the \"burst\" parameter is mandatory.\n";
    if (tbf.limit == 0 && latency == 0)
        missing += "tbf: either \"limit\" or \"latency\" is required.\n";
    if (!missing.empty()) {
        Reply said = usage("tc tbf");
        said.err.insert(0, missing);
        return said;
    }
    if (tbf.limit == 0) {
        const double limit = static_cast<double>(tbf.rate) * latency / 1e6 + tbf.burst;
        tbf.limit = static_cast<std::uint32_t>(std::min(limit, 4294967295.));
    }
    return QdiscWords{{0, tbf}, true};
}

/// The text that tc prints of a value, in the small letters of manuals, where the same is read again; else `exact`.
template <typename T>
std::string readable(std::string text, T value, std::optional<T> (*read)(std::string_view), std::string exact)
{
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return read(text) == value ? text : exact;
}

std::string timeWord(std::uint32_t time)
{
    return readable(timeText(time), time, readTime, fmt::format("{}us", time));
}

std::string rateWord(std::uint64_t rate)
{
    return readable(rateText(rate), rate, readRate, fmt::format("{}bit", rate * 8));
}

std::string sizeWord(std::uint32_t size)
{
    return readable(sizeText(size), size, readSize, fmt::format("{}b", size));
}

void appendOptions(std::vector<std::string> &words, const Netem &netem)
{
    if (netem.limit != Netem().limit)
        words.insert(words.end(), {"limit", std::to_string(netem.limit)});
    if (netem.delay != 0 || netem.jitter != 0)
        words.insert(words.end(), {"delay", timeWord(netem.delay)});
    if (netem.jitter != 0)
        words.push_back(timeWord(netem.jitter));
    if (netem.loss != 0) {
        const double percent = 100. * netem.loss / std::numeric_limits<std::uint32_t>::max();
        words.insert(words.end(), {"loss", readable(percentText(netem.loss), netem.loss, readPercent,
                                                    fmt::format("{:.14g}%", percent))});
    }
    if (netem.rate != 0)
        words.insert(words.end(), {"rate", rateWord(netem.rate)});
}

void appendOptions(std::vector<std::string> &words, const Tbf &tbf)
{
    words.insert(words.end(), {"rate", rateWord(tbf.rate), "burst", sizeWord(tbf.burst)});
    const double latency =
        tbf.rate == 0 ? 0 : (static_cast<double>(tbf.limit) - tbf.burst) * 1e6 / static_cast<double>(tbf.rate);
    if (latency >= 1 && latency < longestDelay) {
        std::vector<std::string> trial = words;
        trial.insert(trial.end(), {"latency", timeWord(static_cast<std::uint32_t>(latency + 0.5))});
        const auto read = readTbf(std::span(trial).last(6));
        const auto *same = std::get_if<QdiscWords>(&read);
        if (same && std::get<Tbf>(same->qdisc.kind) == tbf) {
            words = std::move(trial);
            return;
        }
    }
    words.insert(words.end(), {"limit", sizeWord(tbf.limit)});
}

} // namespace

std::variant<QdiscWords, Reply> readQdiscWords(std::string_view kind, std::span<const std::string> words)
{
    return kind == "netem" ? readNetem(words) : readTbf(words);
}

std::optional<std::uint16_t> readHandle(std::string_view word)
{
    std::uint32_t value = 0;
    const char *const last = word.data() + word.size();
    const auto [end, error] = std::from_chars(word.data(), last, value, 16);
    if (error != std::errc() || value > 0xffff || (end != last && *end != ':'))
        return std::nullopt;
    return static_cast<std::uint16_t>(value);
}

void appendQdiscWords(std::vector<std::string> &words, const Qdisc &qdisc)
{
    std::visit([&](const auto &kind) { appendOptions(words, kind); }, qdisc.kind);
}

std::string qdiscLine(const Qdisc &qdisc)
{
    std::vector<std::string> words;
    if (qdisc.handle != 0)
        words.insert(words.end(), {"handle", fmt::format("{:x}:", qdisc.handle)});
    words.emplace_back(qdisc.name());
    appendQdiscWords(words, qdisc);
    return fmt::format("{}", fmt::join(words, " "));
}

Result<SetQdisc> qdiscOfLine(const LinkName &link, std::string_view line)
{
    const auto bad = [&](std::string_view why) {
        return fail(
            ErrorCode::Input,
            fmt::format("\"{}\" is no queueing discipline{}{}; expected one such as \"netem delay 20ms loss 1%\"", line,
                        why.empty() ? "" : ": ", why));
    };
    const auto words = splitWords(line);
    if (!words)
        return fail(words.error());
    std::span<const std::string> rest(*words);
    std::uint16_t handle = 0;
    if (rest.size() > 1 && rest[0] == "handle") {
        const auto read = readHandle(rest[1]);
        if (!read)
            return bad("its handle");
        handle = *read;
        rest = rest.subspan(2);
    }
    if (rest.empty() || (rest[0] != "netem" && rest[0] != "tbf"))
        return bad("");
    auto read = readQdiscWords(rest[0], rest.subspan(1));
    if (const auto *said = std::get_if<Reply>(&read))
        return bad(std::string_view(said->err).substr(0, said->err.find('\n')));
    Qdisc qdisc = std::get<QdiscWords>(read).qdisc;
    qdisc.handle = handle;
    return SetQdisc{link, qdisc, AddMode::Replace, true};
}

} // namespace netdraft::model::command
