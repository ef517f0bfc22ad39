#include "model/recipe/cni/host.h"

#include "model/command/response.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace netdraft::model::cni {

namespace {

constexpr std::string_view netnsFolders[] = {"/var/run/netns/", "/run/netns/"};

} // namespace

std::string errnoText(const Error &error)
{
    switch (error.code) {
    case ErrorCode::AddressAlreadyAssigned: return "file exists";
    case ErrorCode::AddressNotFound: return "cannot assign requested address";
    case ErrorCode::NexthopInvalidGateway: return "network is unreachable";
    case ErrorCode::NexthopDeviceDown: return "network is down";
    case ErrorCode::NexthopHasNoAddress: return "no such device";
    case ErrorCode::DeviceLoop: return "too many levels of symbolic links";
    case ErrorCode::DeviceNotAllowed: return "operation not supported";
    case ErrorCode::EgressDeviceRequired: return "no such device";
    default: break;
    }
    if (source(error.code) == ErrorSource::KernelMessage)
        return error.code == ErrorCode::MessageOther && error.subject.ends_with("IPv6 is disabled on this device.")
                   ? "permission denied"
                   : "invalid argument";
    if (source(error.code) != ErrorSource::KernelErrno)
        return describe(error);
    std::string text = describe(error);
    text.erase(0, std::string_view("RTNETLINK answers: ").size());
    if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z')
        text[0] = static_cast<char>(text[0] - 'A' + 'a');
    return text;
}

Expected<void> Host::perform(Edit edit)
{
    if (const auto done = apply(m_project, {edit}); !done)
        return failed(errnoText(done.error()));
    m_edits.add(std::move(edit));
    return {};
}

Expected<std::string> Host::sandbox(const std::string &path) const
{
    for (const std::string_view folder : netnsFolders) {
        if (!path.starts_with(folder))
            continue;
        const Netns *found = network().find(std::string_view(path).substr(folder.size()));
        if (found && found->id != hostNetns)
            return found->name;
    }
    if (path == "/proc/self/ns/net")
        return m_name;
    if (readFile(path))
        return failed(fmt::format("unknown FS magic on {}: 1021994", goQuoted(path)));
    return failed(fmt::format("failed to Statfs {}: no such file or directory", goQuoted(path)));
}

bool Host::hasNoSandbox(const std::string &path) const
{
    return !sandbox(path) && !readFile(path);
}

const std::string *Host::readFile(const std::string &path) const
{
    const auto &files = own().files;
    const auto found = files.find(path);
    return found == files.end() ? nullptr : &found->second;
}

Expected<void> Host::writeFile(const std::string &path, std::string text)
{
    return perform(WriteFile{m_name, path, std::move(text)});
}

Expected<void> Host::removeFile(const std::string &path)
{
    return perform(WriteFile{m_name, path, std::nullopt});
}

std::vector<std::string> Host::filesIn(const std::string &directory) const
{
    std::vector<std::string> names;
    const std::string start = directory.ends_with('/') ? directory : directory + '/';
    for (auto at = own().files.lower_bound(start); at != own().files.end() && at->first.starts_with(start); ++at)
        if (at->first.find('/', start.size()) == std::string::npos)
            names.push_back(at->first.substr(start.size()));
    return names;
}

bool Host::Ended::saysNotThere() const
{
    return status == 1 &&
           (message.find("Bad rule (does a matching rule exist in that chain?).\n") != std::string::npos ||
            message.find("No chain/target/match by that name.\n") != std::string::npos);
}

Expected<void> Host::run(std::string_view command)
{
    std::vector<std::string> words;
    while (!command.empty()) {
        const auto end = std::min(command.find(' '), command.size());
        words.emplace_back(command.substr(0, end));
        command.remove_prefix(std::min(end + 1, command.size()));
    }
    Response response = respond(network(), own().id, words);
    if (response.reply.status != 0)
        return failed(response.reply.err.substr(0, response.reply.err.find('\n')));
    for (Edit &edit : response.edits.edits)
        if (auto done = perform(std::move(edit)); !done)
            return done;
    return {};
}

Host::Ended Host::tryIptables(Family family, std::vector<std::string> words)
{
    const std::string_view tool = family == Family::Ipv4 ? "iptables" : "ip6tables";
    words.emplace_back("--wait");
    const std::string line = fmt::format("running [/usr/sbin/{} {}]", tool, fmt::join(words, " "));
    words.insert(words.begin(), std::string(tool));
    Response response = respond(network(), own().id, words);
    Ended ended{response.reply.status, response.reply.err, {}, response.reply.status == 127};
    for (Edit &edit : response.edits.edits) {
        if (const auto done = apply(m_project, {edit}); !done) {
            const Reply refused = refusal(done.error());
            ended.status = refused.status;
            ended.message = refused.err;
            break;
        }
        m_edits.add(std::move(edit));
    }
    if (ended.status != 0)
        ended.line = fmt::format("{}: exit status {}: {}", line, ended.status, ended.message);
    return ended;
}

Expected<void> Host::iptables(Family family, std::vector<std::string> words)
{
    const Ended ended = tryIptables(family, std::move(words));
    if (ended.status == 0)
        return {};
    if (ended.isUnknown)
        return notSimulatedHere(ended.message);
    return failed(ended.line);
}

} // namespace netdraft::model::cni
