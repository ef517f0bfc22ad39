#include "model/phrase.h"

#include <atomic>

namespace netdraft::model {

namespace {

std::atomic<Translate> spoken = nullptr;

} // namespace

void speak(Translate translate)
{
    spoken = translate;
}

std::string filled(const char *context, std::string_view english, fmt::format_args words)
{
    if (const Translate translate = spoken) {
        const std::string translated = translate(context, std::string(english).c_str());
        try {
            if (!translated.empty())
                return fmt::vformat(translated, words);
        } catch (const fmt::format_error &) { // NOLINT(bugprone-empty-catch): English is better than nothing
        }
    }
    return fmt::vformat(fmt::string_view(english.data(), english.size()), words);
}

} // namespace netdraft::model
