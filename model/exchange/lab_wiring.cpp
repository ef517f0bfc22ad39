#include "model/exchange/lab_wiring.h"

#include "model/address/name.h"
#include "model/exchange/lab_startup.h"
#include "model/exchange/line_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>

namespace netdraft::model {

namespace {

std::optional<double> coordinate(std::string_view text)
{
    double value = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || stop != text.data() + text.size() || !std::isfinite(value) || std::abs(value) > 1e6)
        return std::nullopt;
    return value;
}

std::optional<NodeDrawing> drawingOf(const std::vector<Word> &words)
{
    if (words.size() != 8)
        return std::nullopt;
    const auto kind = kindNamed(words[5].text);
    const auto x = coordinate(words[6].text);
    const auto y = coordinate(words[7].text);
    if (!kind || !x || !y)
        return std::nullopt;
    return NodeDrawing{*kind, {*x, *y}};
}

} // namespace

std::map<std::string, NodeRemark, std::less<>> nodeRemarks(std::string_view text)
{
    std::map<std::string, NodeRemark, std::less<>> remarks;
    std::set<std::string, std::less<>> originals;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::vector<Word> words = wordsIn(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (words.size() < 5 || words[0].text != "#" || words[1].text != "netdraft:" || words[2].text != "node" ||
            !checkNetnsName(words[4].text) || !originals.emplace(words[4].text).second)
            continue;
        remarks.emplace(words[3].text, NodeRemark{std::string(words[4].text), drawingOf(words)});
    }
    return remarks;
}

LabWiring::LabWiring(Imported &into, std::map<std::string, NodeRemark, std::less<>> remarks)
    : m_into(into), m_remarks(std::move(remarks))
{
}

void LabWiring::complain(const Position &where, std::string what)
{
    m_into.troubles.push_back({ErrorCode::Input, std::move(what), where});
}

bool LabWiring::perform(const EditList &edits, const Position &where)
{
    const auto applied = apply(m_into.project, edits);
    if (!applied)
        complain(where, describe(applied.error()));
    return applied.has_value();
}

const std::string *LabWiring::netnsOf(std::string_view device) const
{
    const auto found = m_devices.find(device);
    return found == m_devices.end() ? nullptr : &found->second;
}

std::string LabWiring::freeName(const std::string &wanted) const
{
    const auto isTaken = [&](std::string_view name) {
        return m_into.project.network.find(name) ||
               std::ranges::any_of(m_remarks, [&](const auto &remark) { return remark.second.original == name; });
    };
    std::string name = wanted;
    for (int number = 2; isTaken(name); ++number)
        name = fmt::format("{}-{}", wanted, number);
    return name;
}

std::optional<std::string> LabWiring::addDevice(const std::string &name, const Position &where)
{
    const auto remark = m_remarks.find(name);
    const bool remarked = remark != m_remarks.end();
    // The machine itself is one of the lab's devices only where the lab was made of it.
    const std::string netns = remarked ? remark->second.original : freeName(name);
    if (const auto sound = checkNetnsName(netns); !sound) {
        complain(where, sound.error().subject);
        return std::nullopt;
    }
    EditList edits = handOverDevice(netns);
    if (remarked && remark->second.drawing)
        edits.add(PlaceNode{netns, *remark->second.drawing});
    if (!perform(edits, where))
        return std::nullopt;
    m_devices[name] = netns;
    return netns;
}

bool LabWiring::addCable(const WiredEnd &one, const LinkName &other, const std::optional<MacAddress> &mac, int mtu)
{
    const LinkName link{one.netns, one.link};
    EditList edits{AddVeth{link, other, one.mac, mac, {}}};
    if (mtu != 1500)
        edits.add(EditList{SetLinkMtu{link, mtu}, SetLinkMtu{other, mtu}});
    edits.add(EditList{SetLinkUp{link, true}, SetLinkUp{other, true}});
    return perform(edits, one.where);
}

void LabWiring::addSegment(const std::string &name, const std::vector<WiredEnd> &ends, int mtu)
{
    if (ends.size() == 2) {
        addCable(ends[0], {ends[1].netns, ends[1].link}, ends[1].mac, mtu);
        return;
    }
    const std::string netns = freeName(name);
    const LinkName bridge{netns, "br0"};
    if (ends.empty() || !perform(handOverDevice(netns), ends.front().where))
        return;
    perform({AddBridge{bridge, {}}, SetLinkUp{bridge, true}}, ends.front().where);
    for (std::size_t i = 0; i < ends.size(); ++i) {
        const LinkName port{netns, fmt::format("p{}", i + 1)};
        if (addCable(ends[i], port, {}, mtu))
            perform({SetLinkMaster{port, bridge.link}}, ends[i].where);
    }
}

} // namespace netdraft::model
