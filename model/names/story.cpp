#include "model/names/story.h"

#include "model/phrase.h"
#include "model/reachability/probe.h"

#include <fmt/ranges.h>

#include <algorithm>

namespace netdraft::model::names {

namespace {

std::string shownName(std::string_view name)
{
    return std::string(name.size() > 1 && name.ends_with('.') ? name.substr(0, name.size() - 1) : name);
}

std::string listed(const std::vector<std::string> &words)
{
    return fmt::format("{}", fmt::join(words, ", "));
}

using Sense = Story::Sense;

class Telling
{
public:
    Telling(const DataPlane &plane, NetnsId at, const std::string &name, const Resolution &resolution)
        : m_plane(plane), m_at(at), m_name(name), m_resolution(resolution)
    {
    }

    Story tell()
    {
        for (const Resolution::Step &step : m_resolution.steps) {
            if (step.isFile)
                tellFile(step);
            else
                tellQuestion(step);
        }
        tellEnd();
        return std::move(m_story);
    }

private:
    const std::string &nodeName(NetnsId id) const { return m_plane.network().find(id)->name; }
    void add(std::string text, Sense sense, NetnsId node) { m_story.steps.push_back({std::move(text), node, sense}); }

    std::vector<std::string> addresses() const
    {
        std::vector<std::string> words;
        for (const IpAddress &address : m_resolution.addresses)
            words.push_back(address.toString());
        return words;
    }

    void tellFile(const Resolution::Step &step)
    {
        const std::string &node = nodeName(m_at);
        if (step.decided)
            add(NameWords::phrase("{} finds {} in /etc/hosts: {}", node, m_name, listed(addresses())), Sense::Good,
                m_at);
        else
            add(NameWords::phrase("{} does not find {} in /etc/hosts", node, m_name), Sense::Neutral, m_at);
    }

    void tellQuestion(const Resolution::Step &step)
    {
        const Exchanged &exchanged = step.exchanged;
        const Sending &sending = step.sending;
        const std::string &node = nodeName(sending.from);
        const std::string server = sending.server.toString();
        const std::string asked = shownName(sending.question.name);
        const std::string type = typeName(sending.question.type);
        if (sending.transport == Transport::Tcp)
            add(NameWords::phrase("{} asks {} for {} ({}) again, over TCP", node, server, asked, type), Sense::Neutral,
                sending.from);
        else
            add(NameWords::phrase("{} asks {} for {} ({})", node, server, asked, type), Sense::Neutral, sending.from);
        if (exchanged.asked.outcome != Asked::Outcome::Answered && exchanged.program.empty())
            return tellSilence(sending);
        tellForwarded(exchanged);
        if (!exchanged.asked.answer)
            return add(NameWords::phrase("{} at {} does not answer", exchanged.program, nodeName(exchanged.node)),
                       Sense::Bad, exchanged.node);
        if (exchanged.truncated)
            return add(NameWords::phrase("the answer of {} at {} is too long for a datagram", exchanged.program,
                                         nodeName(exchanged.node)),
                       Sense::Neutral, exchanged.node);
        tellAnswer(exchanged, asked, type);
    }

    /// Nobody was reached, or the answer did not come back.
    void tellSilence(const Sending &sending)
    {
        const Probe probe = model::probe(m_plane, sending.from, sending.server, sending.transport, sending.port);
        add(NameWords::phrase("no answer comes: {}", reason(m_plane.network(), probe)), Sense::Bad, sending.from);
        if (!m_story.mends.empty())
            return;
        m_story.mends = mends(m_plane, probe);
        // Anything that listens there would do for a probe, but not for a question.
        std::erase_if(m_story.mends, [](const Mend &mend) {
            return std::ranges::any_of(mend.edits.edits,
                                       [](const Edit &edit) { return std::holds_alternative<AddSocket>(edit.kind); });
        });
    }

    void tellForwarded(const Exchanged &exchanged)
    {
        for (const auto &[sending, outcome] : exchanged.forwarded) {
            const std::string &node = nodeName(sending.from);
            const std::string server = sending.server.toString();
            if (outcome == Asked::Outcome::Answered)
                add(NameWords::phrase("{} at {} asks {}, which answers", exchanged.program, node, server),
                    Sense::Neutral, sending.from);
            else
                add(NameWords::phrase("{} at {} asks {}, which does not answer", exchanged.program, node, server),
                    Sense::Bad, sending.from);
        }
    }

    void tellAnswer(const Exchanged &exchanged, const std::string &asked, const std::string &type)
    {
        const Message &answer = *exchanged.asked.answer;
        const std::string &program = exchanged.program;
        const std::string &node = nodeName(exchanged.node);
        if (answer.rcode == Rcode::NxDomain)
            return add(NameWords::phrase("{} at {} knows no name {}", program, node, asked), Sense::Bad,
                       exchanged.node);
        if (answer.rcode != Rcode::NoError)
            return add(NameWords::phrase("{} at {} answers with the error {}", program, node, rcodeName(answer.rcode)),
                       Sense::Bad, exchanged.node);
        for (const Record &record : answer.answers) {
            if (record.type == RecordType::Cname)
                add(NameWords::phrase("{} at {} knows {} as another name of {}", program, node, shownName(record.owner),
                                      shownName(record.data)),
                    Sense::Neutral, exchanged.node);
        }
        std::vector<std::string> data;
        for (const Record &record : answer.answers) {
            if (typeName(record.type) == type)
                data.push_back(shownName(record.data));
        }
        if (data.empty())
            add(NameWords::phrase("{} at {} knows {}, but no record {} of it", program, node, asked, type),
                Sense::Neutral, exchanged.node);
        else
            add(NameWords::phrase("{} at {} answers: {}", program, node, listed(data)), Sense::Good, exchanged.node);
    }

    void tellEnd()
    {
        m_story.found = m_resolution.status == Resolution::Status::Found;
        if (m_story.found && m_resolution.canonical == m_name)
            m_story.end = NameWords::phrase("{} is {}", m_name, listed(addresses()));
        else if (m_story.found)
            m_story.end =
                NameWords::phrase("{} is {}, and that is {}", m_name, m_resolution.canonical, listed(addresses()));
        else if (m_resolution.status == Resolution::Status::NotFound)
            m_story.end = NameWords::phrase("there is no such name as {}", m_name);
        else if (m_resolution.status == Resolution::Status::NoAddress)
            m_story.end = NameWords::phrase("{} has no address", m_name);
        else
            m_story.end = NameWords::phrase("nobody could tell what {} is", m_name);
    }

    const DataPlane &m_plane;
    NetnsId m_at;
    const std::string &m_name;
    const Resolution &m_resolution;
    Story m_story;
};

} // namespace

Story storyOf(const DataPlane &plane, NetnsId at, const std::string &name, const Resolution &resolution)
{
    return Telling(plane, at, name, resolution).tell();
}

} // namespace netdraft::model::names
