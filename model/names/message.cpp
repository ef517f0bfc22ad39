#include "model/names/message.h"

#include <algorithm>
#include <charconv>
#include <map>

namespace netdraft::model::names {

namespace {

constexpr std::uint16_t classIn = 1;
constexpr std::uint16_t classChaos = 3;
constexpr std::uint16_t typeOpt = 41;

/// Writes a message as RFC 1035, 4.1 has it.
class Writer
{
public:
    Writer(bool compresses, bool compressesData)
        : m_compresses(compresses), m_compressesData(compresses && compressesData)
    {
    }

    void byte(unsigned value) { m_bytes += static_cast<char>(value & 255U); }
    void word(unsigned value)
    {
        byte(value >> 8);
        byte(value);
    }
    void number(std::uint32_t value)
    {
        word(value >> 16);
        word(value & 0xffffU);
    }

    /// A name, which from where an earlier one goes on alike points there (RFC 1035, 4.1.4).
    void name(std::string_view text, bool compress = true)
    {
        constexpr std::size_t farthest = 0x3fff;
        while (text != "." && !text.empty()) {
            const std::string key = lowered(text);
            const auto earlier = m_places.find(key);
            if (compress && m_compresses && earlier != m_places.end())
                return word(0xc000U | static_cast<unsigned>(earlier->second));
            if (m_bytes.size() <= farthest)
                m_places.try_emplace(key, m_bytes.size());
            const std::string_view label = text.substr(0, text.find('.'));
            byte(static_cast<unsigned>(label.size()));
            m_bytes += label;
            text.remove_prefix(std::min(label.size() + 1, text.size()));
        }
        byte(0);
    }

    void record(const Record &record)
    {
        name(record.owner);
        word(static_cast<unsigned>(record.type));
        word(classIn);
        number(record.ttl);
        const std::size_t start = m_bytes.size();
        word(0);
        data(record);
        const std::size_t length = m_bytes.size() - start - 2;
        m_bytes[start] = static_cast<char>(length >> 8);
        m_bytes[start + 1] = static_cast<char>(length & 255U);
    }

    /// EDNS's record, with the extended error if there is one.
    void options(int udpSize, std::optional<int> error)
    {
        constexpr unsigned extendedError = 15;
        byte(0);
        word(typeOpt);
        word(static_cast<unsigned>(udpSize));
        number(0);
        word(error ? 6 : 0);
        if (error) {
            word(extendedError);
            word(2);
            word(static_cast<unsigned>(*error));
        }
    }

    std::string take() { return std::move(m_bytes); }

private:
    void data(const Record &record)
    {
        std::string_view text = record.data;
        const auto next = [&] {
            const std::string_view taken = text.substr(0, text.find(' '));
            text.remove_prefix(std::min(taken.size() + 1, text.size()));
            return taken;
        };
        const auto integer = [&] {
            std::uint32_t value = 0;
            const std::string_view digits = next();
            std::from_chars(digits.data(), digits.data() + digits.size(), value);
            return value;
        };
        switch (record.type) {
        case RecordType::A:
            if (const auto address = IpAddress::parse(text))
                number(address->v4().bits());
            break;
        case RecordType::Aaaa:
            if (const auto address = IpAddress::parse(text)) {
                for (const std::uint64_t half : {address->high(), address->low()}) {
                    number(static_cast<std::uint32_t>(half >> 32));
                    number(static_cast<std::uint32_t>(half));
                }
            }
            break;
        case RecordType::Ns:
        case RecordType::Cname:
        case RecordType::Ptr: name(text, m_compressesData); break;
        case RecordType::Mx:
            word(integer());
            name(text, m_compressesData);
            break;
        case RecordType::Srv: // RFC 2782: its target is not compressed
            word(integer());
            word(integer());
            word(integer());
            name(text, false);
            break;
        case RecordType::Soa:
            name(next(), m_compressesData);
            name(next(), m_compressesData);
            for (int at = 0; at < 5; ++at)
                number(integer());
            break;
        case RecordType::Txt:
            for (const std::string &string : stringsOf(text)) {
                byte(static_cast<unsigned>(string.size()));
                m_bytes += string;
            }
            break;
        case RecordType::Any: break;
        }
    }

    /// `"one" "two"`, with `\"` and `\\` in them.
    static std::vector<std::string> stringsOf(std::string_view text)
    {
        std::vector<std::string> strings;
        bool inside = false;
        for (std::size_t at = 0; at < text.size(); ++at) {
            if (text[at] == '"') {
                inside = !inside;
                if (inside)
                    strings.emplace_back();
            } else if (inside) {
                at += text[at] == '\\' && at + 1 < text.size() ? 1 : 0;
                strings.back() += text[at];
            }
        }
        return strings;
    }

    std::string m_bytes;
    std::map<std::string, std::size_t> m_places;
    bool m_compresses;
    bool m_compressesData;
};

} // namespace

std::string_view rcodeName(Rcode rcode)
{
    constexpr std::string_view words[] = {"NOERROR", "FORMERR", "SERVFAIL", "NXDOMAIN", "NOTIMP", "REFUSED"};
    return words[static_cast<std::size_t>(rcode)];
}

std::string wireBytes(const Question &question, const Message *answer, bool edns)
{
    constexpr unsigned response = 0x8000;
    constexpr unsigned authoritative = 0x400;
    constexpr unsigned recursionDesired = 0x100;
    constexpr unsigned recursionAvailable = 0x80;
    Writer writer(!answer || answer->compresses, !answer || answer->compressesData);
    const bool hasOptions = edns && (!answer || answer->edns);
    writer.word(0); // the number of the question, which its client draws
    unsigned flags = question.recursion ? recursionDesired : 0;
    if (answer) {
        flags |= response | static_cast<unsigned>(answer->rcode);
        flags |= answer->authoritative ? authoritative : 0;
        flags |= answer->recursionAvailable ? recursionAvailable : 0;
    }
    writer.word(flags);
    writer.word(1);
    const auto count = [&](const std::vector<Record> *records, unsigned more = 0) {
        writer.word((records ? static_cast<unsigned>(records->size()) : 0) + more);
    };
    count(answer ? &answer->answers : nullptr);
    count(answer ? &answer->authority : nullptr);
    count(answer ? &answer->additional : nullptr, hasOptions ? 1 : 0);
    writer.name(question.name);
    writer.word(static_cast<unsigned>(question.type));
    writer.word(question.isChaos ? classChaos : classIn);
    if (answer) {
        for (const auto *section : {&answer->answers, &answer->authority, &answer->additional})
            for (const Record &record : *section)
                writer.record(record);
    }
    if (hasOptions)
        writer.options(answer ? answer->udpSize : static_cast<int>(largestDatagram),
                       answer ? answer->extendedError : std::nullopt);
    return writer.take();
}

} // namespace netdraft::model::names
