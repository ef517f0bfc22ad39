#include "model/exchange/lab_conf.h"

#include "model/exchange/kathara_device.h"
#include "model/exchange/line_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

namespace netdraft::model {

namespace {

constexpr std::string_view titles[] = {"LAB_NAME",   "LAB_DESCRIPTION", "LAB_VERSION",
                                       "LAB_AUTHOR", "LAB_EMAIL",       "LAB_WEB"};

bool isWord(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    });
}

class ConfReader
{
public:
    explicit ConfReader(std::string file) : m_file(std::move(file)) {}

    LabConf read(std::string_view text)
    {
        while (!text.empty()) {
            const std::size_t end = std::min(text.find('\n'), text.size());
            m_line = text.substr(0, end);
            text.remove_prefix(std::min(end + 1, text.size()));
            ++m_number;
            readLine();
        }
        checkNumbers();
        return std::move(m_conf);
    }

private:
    Position at(std::size_t offset) const { return {m_file, m_number, static_cast<int>(offset) + 1}; }
    Position at(std::string_view part) const { return at(static_cast<std::size_t>(part.data() - m_line.data())); }
    void wrong(Position where, std::string what)
    {
        m_conf.troubles.push_back({ErrorCode::Input, std::move(what), std::move(where)});
    }

    void readLine()
    {
        const std::string_view line = trimmed(m_line);
        if (line.empty() || line.starts_with('#'))
            return;
        const std::size_t open = line.find('[');
        const std::size_t equals = line.find('=');
        if (std::ranges::find(titles, line.substr(0, std::min(equals, line.size()))) != std::end(titles))
            return;
        const std::size_t close = line.find(']', std::min(open, line.size()));
        if (open == std::string_view::npos || close == std::string_view::npos || equals != close + 1) {
            wrong(at(line),
                  "expected DEVICE[NUMBER]=DOMAIN, DEVICE[OPTION]=VALUE or a title such as LAB_DESCRIPTION=TEXT");
            return;
        }
        const std::string_view device = line.substr(0, open);
        const std::string_view key = line.substr(open + 1, close - open - 1);
        if (!isDevice(device) || !isKey(key))
            return;
        const auto value = valueOf(line.substr(equals + 1));
        if (!value)
            return;
        if (std::ranges::find(m_conf.devices, device, &LabConf::Device::name) == m_conf.devices.end())
            m_conf.devices.push_back({std::string(device), at(device)});
        if (std::ranges::all_of(key, [](char c) { return c >= '0' && c <= '9'; }))
            readInterface(device, key, *value);
        else
            m_conf.options.push_back({std::string(device), std::string(key), std::string(*value), at(*value)});
    }

    bool isDevice(std::string_view device)
    {
        const bool sound =
            !device.empty() && device.size() <= longestKatharaName && std::ranges::all_of(device, [](char c) {
                return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
            });
        const bool reserved = std::ranges::find(katharaReserved, device) != std::end(katharaReserved);
        if (!sound || reserved)
            wrong(at(device),
                  fmt::format("\"{}\" is no name of a device; expected 1 to {} lower-case letters, digits or _"
                              "{}",
                              device, longestKatharaName, reserved ? ", and not this reserved one" : ""));
        return sound && !reserved;
    }

    bool isKey(std::string_view key)
    {
        if (!isWord(key))
            wrong(at(key), fmt::format("\"{}\" is neither the number of an interface nor an option", key));
        return isWord(key);
    }

    /// Between quotes of one sort, or up to a comment.
    std::optional<std::string_view> valueOf(std::string_view text)
    {
        std::string_view rest;
        std::string_view value;
        if (!text.empty() && (text.front() == '"' || text.front() == '\'')) {
            const std::size_t end = text.find(text.front(), 1);
            if (end == std::string_view::npos) {
                wrong(at(text), "this quote is not closed; expected another one at the end of the value");
                return std::nullopt;
            }
            value = text.substr(1, end - 1);
            rest = trimmed(text.substr(end + 1));
        } else {
            const std::size_t hash = text.find(" #");
            const std::size_t tab = std::min(hash, text.find("\t#"));
            value = trimmed(text.substr(0, tab));
        }
        if (value.empty() || (!rest.empty() && !rest.starts_with('#')) || value.find_first_of("\"'") != value.npos) {
            wrong(at(text), "expected one value after the =, without quotes or between two of them");
            return std::nullopt;
        }
        return value;
    }

    void readInterface(std::string_view device, std::string_view key, std::string_view value)
    {
        LabConf::Interface made{std::string(device), 0, {}, {}, at(device)};
        const auto [stop, error] = std::from_chars(key.data(), key.data() + key.size(), made.number);
        if (error != std::errc{} || made.number > 999) {
            wrong(at(key), fmt::format("\"{}\" is no number of an interface; expected 0 to 999", key));
            return;
        }
        const std::size_t slash = value.find('/');
        const std::string_view domain = value.substr(0, slash);
        if (!isWord(domain)) {
            wrong(at(value),
                  fmt::format("\"{}\" is no name of a collision domain; expected letters, digits or _", domain));
            return;
        }
        made.domain = domain;
        if (slash != std::string_view::npos) {
            const std::string_view text = value.substr(slash + 1);
            const auto mac = MacAddress::parse(text);
            if (!mac || mac->isMulticast()) {
                wrong(at(text), fmt::format("\"{}\" is no MAC address of an interface; expected six octets such as "
                                            "02:00:00:00:00:01",
                                            text));
                return;
            }
            made.mac = *mac;
        }
        for (const LabConf::Interface &other : m_conf.interfaces) {
            if (other.device != made.device || (other.number != made.number && other.domain != made.domain))
                continue;
            wrong(at(device),
                  other.number == made.number
                      ? fmt::format("{} has the interface {} already, in line {}", device, key, other.where.line)
                      : fmt::format("{} is in the collision domain {} already, in line {}; Kathará connects a "
                                    "device to each but once",
                                    device, domain, other.where.line));
            return;
        }
        m_conf.interfaces.push_back(std::move(made));
    }

    void checkNumbers()
    {
        std::map<std::string, std::set<int>> numbers;
        for (const LabConf::Interface &each : m_conf.interfaces)
            numbers[each.device].insert(each.number);
        for (const LabConf::Interface &each : m_conf.interfaces) {
            const std::set<int> &known = numbers[each.device];
            if (each.number > 0 && !known.contains(each.number - 1))
                wrong(each.where,
                      fmt::format("{} has an interface {} and none with the number {}; Kathará expects all from "
                                  "0 on",
                                  each.device, each.number, each.number - 1));
        }
    }

    std::string m_file;
    std::string_view m_line;
    int m_number = 0;
    LabConf m_conf;
};

/// Devices by whom they wait for.
class StartOrder
{
public:
    StartOrder(std::map<std::string, std::vector<std::string>> waitsFor) : m_waitsFor(std::move(waitsFor)) {}

    /// False where devices wait for each other.
    bool visit(const std::string &device)
    {
        if (std::ranges::find(m_order, device) != m_order.end())
            return true;
        if (!m_open.insert(device).second)
            return false;
        for (const std::string &first : m_waitsFor[device]) {
            if (!visit(first))
                return false;
        }
        m_order.push_back(device);
        return true;
    }
    const std::vector<std::string> &order() const { return m_order; }

private:
    std::map<std::string, std::vector<std::string>> m_waitsFor;
    std::set<std::string> m_open;
    std::vector<std::string> m_order;
};

} // namespace

LabConf readLabConf(std::string_view text, const std::string &file)
{
    return ConfReader(file).read(text);
}

std::vector<std::string> startOrder(std::string_view labDep, const std::string &file,
                                    const std::vector<std::string> &devices, std::vector<Error> &troubles)
{
    const auto wrong = [&](int line, int column, std::string what) {
        troubles.push_back({ErrorCode::Input, std::move(what), Position{file, line, column}});
    };
    std::map<std::string, std::vector<std::string>> waitsFor;
    for (int number = 1; !labDep.empty(); ++number) {
        const std::size_t end = std::min(labDep.find('\n'), labDep.size());
        const std::string_view line = labDep.substr(0, end);
        labDep.remove_prefix(std::min(end + 1, labDep.size()));
        if (trimmed(line).empty() || trimmed(line).starts_with('#'))
            continue;
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos) {
            wrong(number, 1, "expected DEVICE: those that start before it");
            continue;
        }
        std::vector<std::string> &first = waitsFor[std::string(trimmed(line.substr(0, colon)))];
        for (const Word &word : wordsIn(line.substr(colon + 1))) {
            if (std::ranges::find(devices, word.text) != devices.end())
                first.emplace_back(word.text);
            else
                wrong(number, static_cast<int>(colon) + 1 + word.column,
                      fmt::format("there is no device \"{}\" in lab.conf", word.text));
        }
    }
    StartOrder order(std::move(waitsFor));
    for (const std::string &device : devices) {
        if (!order.visit(device)) {
            wrong(1, 1, fmt::format("{} waits for itself; expected an order in which all can start", device));
            return devices;
        }
    }
    return order.order();
}

} // namespace netdraft::model
