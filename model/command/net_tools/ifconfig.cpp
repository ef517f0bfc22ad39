#include "model/command/net_tools/net_tools.h"
#include "model/drawing/project.h"
#include "model/edit/apply.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::command {

namespace {

constexpr std::string_view seeHelp = "ifconfig: `--help' gives usage information.\n";

/// What strerror(3) says of the errno that an ioctl(2) ends with.
std::string errorText(const Error &error)
{
    constexpr std::string_view netlink = "RTNETLINK answers: ";
    switch (error.code) {
    case ErrorCode::AddressAlreadyAssigned: return "File exists";
    case ErrorCode::AddressNotFound: return "Cannot assign requested address";
    default: break;
    }
    const std::string text = describe(error);
    if (text.ends_with("address already assigned."))
        return "File exists";
    if (text.ends_with("address not found."))
        return "Cannot assign requested address";
    return text.starts_with(netlink) ? text.substr(netlink.size()) : "Invalid argument";
}

/// The length of the mask that a network had before there were masks (inet_abc_len); none for no host's address.
std::optional<int> classLength(Ipv4Address address)
{
    const std::uint32_t first = address.bits() >> 24U;
    if (address.bits() == 0)
        return 0;
    if (first < 128)
        return 8;
    if (first < 192)
        return 16;
    if (first < 224)
        return 24;
    if (first >= 240)
        return 32;
    return std::nullopt;
}

/// `ifconfig INTERFACE WORDS…`: one ioctl(2) after the other, each on what the ones before made.
class Configuring
{
public:
    Configuring(const Network &network, const Netns &netns, std::string name)
        : m_netns(netns.name), m_name(std::move(name)), m_alias(m_name.find(':') != std::string::npos)
    {
        m_built.network = network;
    }

    Response run(std::span<const std::string> words)
    {
        m_words = words;
        while (!m_words.empty() && !m_ended)
            word(next());
        m_response.reply.status = m_status;
        return std::move(m_response);
    }

private:
    std::string next()
    {
        std::string word = m_words.front();
        m_words = m_words.subspan(1);
        return word;
    }

    const Netns &netns() const { return *m_built.network.find(m_netns); }
    const Link *link() const { return linkOfInterface(netns(), m_name); }
    LinkName linkName() const { return {m_netns, m_name.substr(0, m_name.find(':'))}; }

    const LinkAddress *address() const
    {
        const Link *own = link();
        if (!own)
            return nullptr;
        const auto found = std::ranges::find_if(own->addresses4,
                                                [&](const LinkAddress &each) { return labelOf(*own, each) == m_name; });
        return found == own->addresses4.end() ? nullptr : &*found;
    }

    void say(std::string_view text) { m_response.reply.err += text; }

    void failed(std::string_view request, std::string_view what)
    {
        say(fmt::format("{}: {}\n", request, what));
        m_status = m_status == 0 ? 1 : m_status;
    }

    /// Whether the kernel takes it.
    bool perform(const EditList &edits, std::string_view request)
    {
        if (const auto done = apply(m_built, edits); !done) {
            failed(request, errorText(done.error()));
            return false;
        }
        m_response.edits.add(edits);
        return true;
    }

    void usage()
    {
        m_response = notSimulated("ifconfig's list of options");
        m_status = m_response.reply.status;
        m_ended = true;
    }

    void word(const std::string &word)
    {
        if (word == "up")
            return setUp(true);
        if (word == "down")
            return takeDown();
        if (word == "arp" || word == "-arp") {
            if (hasDevice())
                perform({SetLinkArp{linkName(), word == "arp"}}, "SIOCSIFFLAGS");
            return;
        }
        if (word == "multicast")
            return;
        if (word == "inet" || word == "inet6") {
            m_isInet6 = word == "inet6";
            return;
        }
        for (const std::string_view other :
             {"promisc",   "-promisc", "allmulti", "-allmulti",  "-multicast",  "trailers",
              "-trailers", "dynamic",  "-dynamic", "-broadcast", "pointopoint", "-pointopoint",
              "dstaddr",   "tunnel",   "metric",   "txqueuelen", "keepalive",   "outfill",
              "mem_start", "io_addr",  "irq",      "media",      "name"}) {
            if (word == other)
                return refuse(fmt::format("{} of ifconfig", word));
        }
        for (const auto &[name, take] : {std::pair{"netmask", &Configuring::setMask},
                                         {"broadcast", &Configuring::setBroadcast},
                                         {"mtu", &Configuring::setMtu},
                                         {"add", &Configuring::addIpv6},
                                         {"del", &Configuring::removeIpv6}}) {
            if (word != name)
                continue;
            return m_words.empty() ? usage() : (this->*take)(next());
        }
        if (word == "hw") {
            if (m_words.size() < 2 || next() != "ether")
                return usage();
            return setMac(next());
        }
        setAddress(word);
    }

    void refuse(std::string_view what)
    {
        m_response = notSimulated(what);
        m_status = m_response.reply.status;
        m_ended = true;
    }

    bool hasDevice()
    {
        if (link())
            return true;
        say(fmt::format("{}: ERROR while getting interface flags: No such device\n", m_name));
        m_status = 255;
        return false;
    }

    void setUp(bool up)
    {
        if (hasDevice() && link()->up != up)
            perform({SetLinkUp{linkName(), up}}, "SIOCSIFFLAGS");
    }

    /// Of an alias its address goes, and its link stays up.
    void takeDown()
    {
        if (!m_alias)
            return setUp(false);
        if (!hasDevice())
            return;
        const LinkAddress *own = address();
        if (own) {
            perform({RemoveAddress{linkName(), own->local, own->peer}}, "SIOCSIFFLAGS");
            return;
        }
        failed("SIOCSIFFLAGS", "Cannot assign requested address");
        m_status = 255;
    }

    /// A new address in the place of the one that the interface has (devinet_ioctl).
    bool replace(const std::optional<LinkAddress> &address, std::string_view request)
    {
        EditList edits;
        if (const LinkAddress *old = this->address())
            edits.add(RemoveAddress{linkName(), old->local, old->peer});
        if (address)
            edits.add(AddAddress{linkName(), *address});
        return edits.empty() || perform(edits, request);
    }

    void setAddress(const std::string &word)
    {
        if (m_isInet6) {
            say(fmt::format("getaddrinfo: {}: -2\n{}: Unknown host\n{}", word, word, seeHelp));
            return end(1);
        }
        const std::size_t slash = word.find('/');
        const std::string host = word.substr(0, slash);
        const auto read = readAddress(host == "default" ? "0.0.0.0" : host, Family::Ipv4);
        const bool looksLikeAddress = host.find_first_not_of("0123456789.") == std::string::npos;
        if (!read || !read->isV4() || host == "any" || host == "all") {
            say(fmt::format("{}: {}\n{}", host,
                            looksLikeAddress || host.find(':') != std::string::npos ? "Unknown host"
                                                                                    : "Host name lookup failure",
                            seeHelp));
            return end(1);
        }
        setAddress(read->v4());
        if (link())
            setUp(true);
        else
            hasDevice();
        if (slash != std::string::npos) {
            const auto length = readNumber(word.substr(slash + 1));
            if (!length || *length > 32)
                return refuse("so long a prefix of ifconfig");
            setMaskLength(static_cast<int>(*length));
        }
    }

    void setAddress(Ipv4Address address)
    {
        if (!link())
            return failed("SIOCSIFADDR", "No such device");
        const auto length = classLength(address);
        if (!length)
            return failed("SIOCSIFADDR", "Invalid argument");
        if (this->address() && this->address()->local.address == IpAddress(address))
            return;
        if (address.bits() == 0) {
            replace(std::nullopt, "SIOCSIFADDR");
            return;
        }
        const bool pointToPoint = link()->as<Tunnel>() && link()->as<Tunnel>()->remote;
        LinkAddress made;
        made.local = {IpAddress(address), static_cast<std::uint8_t>(pointToPoint ? 32 : *length)};
        if (!pointToPoint && !link()->isLoopback() && *length < 31)
            made.broadcast = broadcastOf(made.local);
        made.scope = IpAddress(address).isLoopback() ? Scope::Host : Scope::Global;
        made.label = m_alias ? m_name : std::string();
        replace(made, "SIOCSIFADDR");
    }

    static IpAddress broadcastOf(const InterfaceAddress &local)
    {
        const std::uint32_t hosts = ~masked(Ipv4Address(0xffffffffU), local.length).v4().bits();
        return IpAddress(Ipv4Address(local.address.v4().bits() | hosts));
    }

    void setMask(const std::string &word)
    {
        const auto mask = readPrefix(fmt::format("0.0.0.0/{}", word), Family::Ipv4);
        if (word.starts_with("0x")) {
            const auto bits = readNumber(word);
            for (int length = 0; bits && length <= 32; ++length) {
                if (masked(Ipv4Address(0xffffffffU), length).v4().bits() == *bits)
                    return setMaskLength(length);
            }
        }
        if (!readAddress(word, Family::Ipv4) || word.find_first_not_of("0123456789.") != std::string::npos) {
            say(fmt::format("{}: Host name lookup failure\n", word));
            m_status = 1;
            return;
        }
        if (!mask || word.find('.') == std::string::npos)
            return failed(link() ? "SIOCSIFNETMASK" : "SIOCSIFNETMASK", link() ? "Invalid argument" : "No such device");
        setMaskLength(mask->length);
    }

    void setMaskLength(int length)
    {
        if (!link())
            return failed("SIOCSIFNETMASK", "No such device");
        const LinkAddress *old = address();
        if (!old)
            return failed("SIOCSIFNETMASK", "Cannot assign requested address");
        if (old->local.length == length)
            return;
        LinkAddress changed = *old;
        changed.secondary = false;
        changed.local.length = static_cast<std::uint8_t>(length);
        // A broadcast address of the old mask follows it.
        if (old->broadcast == broadcastOf(old->local) && length < 31)
            changed.broadcast = broadcastOf(changed.local);
        replace(changed, "SIOCSIFNETMASK");
    }

    void setBroadcast(const std::string &word)
    {
        const auto read = readAddress(word, Family::Ipv4);
        if (!read) {
            say(fmt::format("{}: Unknown host\n", word));
            m_status = 1;
            return;
        }
        if (!link())
            return failed("SIOCSIFBRDADDR", "No such device");
        const LinkAddress *old = address();
        if (!old)
            return failed("SIOCSIFBRDADDR", "Cannot assign requested address");
        LinkAddress changed = *old;
        changed.secondary = false;
        changed.broadcast = *read;
        if (changed != *old)
            replace(changed, "SIOCSIFBRDADDR");
    }

    void setMtu(const std::string &word)
    {
        if (!link())
            return failed("SIOCSIFMTU", "No such device");
        const auto mtu = readNumber(word);
        perform({SetLinkMtu{linkName(), mtu ? static_cast<int>(std::min(*mtu, 1U << 30U)) : 0}}, "SIOCSIFMTU");
    }

    void setMac(const std::string &word)
    {
        const auto mac = MacAddress::parse(word);
        if (!mac)
            return refuse("a hardware address of ifconfig that is none");
        if (!link())
            return failed("SIOCSIFHWADDR", "No such device");
        perform({SetLinkMac{linkName(), *mac}}, "SIOCSIFHWADDR");
    }

    std::optional<InterfaceAddress> ipv6Of(const std::string &word)
    {
        const auto read = word.find(':') == std::string::npos ? std::nullopt : readPrefix(word, Family::Ipv6);
        if (!read)
            refuse("an address of this family in `add` or `del` of ifconfig");
        return read;
    }

    void addIpv6(const std::string &word)
    {
        const auto read = ipv6Of(word);
        if (!read)
            return;
        if (!link())
            return failed("SIOGIFINDEX", "No such device");
        LinkAddress made;
        made.local = *read;
        made.scope = read->address.isLinkLocal() ? Scope::Link : Scope::Global;
        perform({AddAddress{linkName(), made}}, "SIOCSIFADDR");
    }

    void removeIpv6(const std::string &word)
    {
        const auto read = ipv6Of(word);
        if (!read)
            return;
        if (!link())
            return failed("SIOGIFINDEX", "No such device");
        perform({RemoveAddress{linkName(), *read}}, "SIOCDIFADDR");
    }

    void end(int status)
    {
        m_status = status;
        m_ended = true;
    }

    Project m_built;
    std::string m_netns;
    std::string m_name;
    bool m_alias;
    bool m_isInet6 = false;
    std::span<const std::string> m_words;
    Response m_response;
    int m_status = 0;
    bool m_ended = false;
};

/// Tunnels of packets have names of their own for what they are, which are not known here.
bool isShown(const Link &link)
{
    return link.isLoopback() || link.hasMac();
}

} // namespace

Response ifconfig(const Network &network, const Netns &netns, std::span<const std::string> words)
{
    bool all = false;
    bool brief = false;
    while (!words.empty() && words.front().starts_with('-')) {
        const std::string &option = words.front();
        if (option == "-a")
            all = true;
        else if (option == "-s")
            brief = true;
        else if (option == "-V" || option == "--version" || option == "--help" || option == "-h")
            return notSimulated("ifconfig " + option);
        else if (option != "-v")
            return Reply{1, {}, fmt::format("ifconfig: option `{}' not recognised.\n{}", option, seeHelp)};
        words = words.subspan(1);
    }
    if (words.size() > 1)
        return Configuring(network, netns, words.front()).run(words.subspan(1));
    std::vector<NamedInterface> list = ifconfigList(netns, all);
    if (!words.empty()) {
        const Link *link = linkOfInterface(netns, words.front());
        if (!link)
            return complaint(1,
                             fmt::format("{}: error fetching interface information: Device not found", words.front()));
        list.assign(1, {words.front(), link});
    }
    Reply reply;
    if (brief)
        reply.out = "Iface      MTU    RX-OK RX-ERR RX-DRP RX-OVR    TX-OK TX-ERR TX-DRP TX-OVR Flg\n";
    for (const NamedInterface &each : list) {
        if (!isShown(*each.link))
            return notSimulated(fmt::format("ifconfig of the tunnel {}", each.link->name));
        reply.out += brief ? interfaceRow(network, netns, *each.link, each.name)
                           : ifconfigText(network, netns, *each.link, each.name);
    }
    return reply;
}

} // namespace netdraft::model::command
