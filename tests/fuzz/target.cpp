#include "tests/fuzz/target.h"

#include "model/exchange/exchange.h"
#include "model/exchange/import.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace {

using namespace netdraft::model;

constexpr std::string_view fileMark = "=== ";

/// A folder as one text: before each file stands a line with its name.
void splitFiles(ImportSource &source, std::string_view text)
{
    std::string name = "lab.conf";
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.starts_with(fileMark))
            name = line.substr(fileMark.size());
        else
            source.files[name].append(line).push_back('\n');
    }
}

ImportSource sourceOf(std::string_view text)
{
    ImportSource source{.path = "input", .folder = text.starts_with(fileMark), .files = {}};
    if (source.folder)
        splitFiles(source, text);
    else
        source.files.emplace("", text);
    return source;
}

[[noreturn]] void fault(std::string_view what)
{
    fmt::print(stderr, "{}\n", what);
    std::abort();
}

} // namespace

/// Reads any bytes in the form that this program is for. Whatever comes out must be a network that can be saved and
/// read again.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const ImportFormat *format = importFormat(NETDRAFT_FUZZ_FORM);
    if (!format)
        fault("there is no such form");
    const auto read = import(sourceOf({reinterpret_cast<const char *>(data), size}), format);
    if (!read)
        return 0;
    const std::string saved = writeProject(read->project);
    const auto again = readProject(saved, "saved.netdraft");
    if (!again)
        fault("what was read cannot be read again: " + describe(again.error()));
    if (const std::string second = writeProject(*again); second != saved) {
        const auto at = static_cast<std::size_t>(std::ranges::mismatch(saved, second).in1 - saved.begin());
        const std::size_t line = at == 0 ? 0 : saved.rfind('\n', at - 1) + 1;
        fault(fmt::format("what was read is saved otherwise the second time:\n{}\n{}",
                          saved.substr(line, saved.find('\n', at) - line),
                          second.substr(line, second.find('\n', at) - line)));
    }
    return 0;
}
