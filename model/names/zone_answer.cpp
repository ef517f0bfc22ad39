#include "model/names/coredns.h"

#include <algorithm>

namespace netdraft::model::names {

namespace {

class ZoneLookup
{
public:
    ZoneLookup(std::span<const Record> records, std::string_view origin, RecordType type)
        : m_records(records), m_origin(origin), m_type(type)
    {
    }

    Message answer(const std::string &asked)
    {
        m_message.authoritative = true;
        std::string name = asked;
        constexpr int longestChain = 9; // maxChain of plugin/file
        for (int step = 0; step < longestChain; ++step) {
            if (refer(name))
                return m_message;
            std::string source = name;
            if (!exists(name) && !findWildcard(name, source))
                return negative(step == 0 ? Rcode::NxDomain : Rcode::NoError);
            const auto alias = recordsOf(source, RecordType::Cname);
            if (!alias.empty() && m_type != RecordType::Cname && m_type != RecordType::Any) {
                add(*alias.front(), name);
                name = alias.front()->data;
                if (!isWithin(name, m_origin))
                    return positive();
                continue;
            }
            const std::size_t before = m_message.answers.size();
            for (const Record &record : m_records) {
                if (isSameName(record.owner, source) && (record.type == m_type || m_type == RecordType::Any))
                    add(record, name);
            }
            return m_message.answers.size() > before ? positive() : negative(Rcode::NoError);
        }
        return positive();
    }

private:
    std::vector<const Record *> recordsOf(std::string_view owner, RecordType type) const
    {
        std::vector<const Record *> found;
        for (const Record &record : m_records) {
            if (record.type == type && isSameName(record.owner, owner))
                found.push_back(&record);
        }
        return found;
    }
    /// Also of what has no records, but has names below it.
    bool exists(std::string_view name) const
    {
        return std::ranges::any_of(m_records, [&](const Record &record) { return isWithin(record.owner, name); });
    }

    bool findWildcard(std::string_view name, std::string &source) const
    {
        for (std::string_view parent = parentOf(name); isWithin(parent, m_origin); parent = parentOf(parent)) {
            const std::string wildcard = "*." + std::string(parent == "." ? "" : parent);
            if (std::ranges::any_of(m_records,
                                    [&](const Record &record) { return isSameName(record.owner, wildcard); })) {
                source = wildcard;
                return true;
            }
            if (exists(parent) || parent == ".")
                return false;
        }
        return false;
    }

    void add(const Record &record, std::string_view owner)
    {
        m_message.answers.push_back(record);
        m_message.answers.back().owner = owner;
    }

    /// The name servers of a zone below that the name is in, with their addresses.
    bool refer(std::string_view name)
    {
        for (std::string_view zone = name; isWithin(zone, m_origin) && !isSameName(zone, m_origin);
             zone = parentOf(zone)) {
            const auto servers = recordsOf(zone, RecordType::Ns);
            if (servers.empty())
                continue;
            m_message.authoritative = false;
            for (const Record *server : servers) {
                m_message.authority.push_back(*server);
                addAddresses(server->data);
            }
            return true;
        }
        return false;
    }

    void addAddresses(std::string_view name)
    {
        for (const RecordType type : {RecordType::A, RecordType::Aaaa}) {
            for (const Record *record : recordsOf(name, type))
                m_message.additional.push_back(*record);
        }
    }

    Message positive()
    {
        for (const Record *server : recordsOf(m_origin, RecordType::Ns)) {
            if (m_type != RecordType::Ns)
                m_message.authority.push_back(*server);
        }
        for (const Record &record : m_message.answers) {
            if (record.type == RecordType::Srv || record.type == RecordType::Mx)
                addAddresses(targetOf(record));
        }
        return m_message;
    }

    Message negative(Rcode rcode)
    {
        m_message.rcode = rcode;
        for (const Record *soa : recordsOf(m_origin, RecordType::Soa))
            m_message.authority.push_back(*soa);
        return m_message;
    }

    std::span<const Record> m_records;
    std::string_view m_origin;
    RecordType m_type;
    Message m_message;
};

} // namespace

Message answerOfZone(std::span<const Record> records, std::string_view origin, const Question &question)
{
    return ZoneLookup(records, origin, question.type).answer(lowered(question.name));
}

} // namespace netdraft::model::names
