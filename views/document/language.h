#pragma once

#include <QStringList>

#include <span>

namespace netdraft::views {

/// A language that the window speaks.
struct Language {
    const char *locale; ///< `pt_BR`, as Qt names it; of its file as well: translations/netdraft_pt_BR.ts
    const char *name;   ///< in itself
};

/// All of them, English first.
std::span<const Language> languages();

/// The first of them that somebody reads who reads these, as QLocale::uiLanguages() lists them; English if none is
/// there.
const Language &languageFor(const QStringList &read);

/// From now on the window speaks this one of languages(), its sentences from the model too; with an empty name, the
/// first of those that the system's user reads. What is on the screen already must be made anew, which
/// QEvent::LanguageChange tells. Tools, commands and file formats are English everywhere.
void setLanguage(const QString &locale);

/// The one that the window speaks.
const Language &currentLanguage();

} // namespace netdraft::views
