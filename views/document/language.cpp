#include "views/document/language.h"

#include "model/phrase.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <algorithm>
#include <memory>

namespace netdraft::views {

namespace {

constexpr Language english{"en", "English"};

/// What is installed while a language other than English is spoken.
struct Spoken {
    const Language *language = &english;
    std::unique_ptr<QTranslator> ours;
    std::unique_ptr<QTranslator> ofQt; ///< of its dialogs, where it is installed
};

Spoken &spoken()
{
    static Spoken now;
    return now;
}

const Language *languageNamed(const QString &locale)
{
    const auto found = std::ranges::find(languages(), locale, &Language::locale);
    return found == languages().end() ? nullptr : &*found;
}

/// What one reads who reads `locale`: that very one, else one of the same language.
const Language *languageLike(const QString &locale)
{
    if (const Language *same = languageNamed(QString(locale).replace(u'-', u'_')))
        return same;
    const QLocale read(locale);
    for (const Language &one : languages()) {
        const QLocale its{QLatin1String(one.locale)};
        if (its.language() == read.language() && its.script() == read.script())
            return &one;
    }
    return nullptr;
}

std::unique_ptr<QTranslator> install(const QString &file)
{
    auto translator = std::make_unique<QTranslator>();
    if (!translator->load(file))
        return nullptr;
    QCoreApplication::installTranslator(translator.get());
    return translator;
}

/// lupdate names a context with its namespace or without, as it makes out the function around a sentence: `std::string`
/// before its name is enough for the latter.
std::string translateForModel(const char *context, const char *sentence)
{
    const QString source = QString::fromUtf8(sentence);
    for (const std::string &name : {std::string("netdraft::model::") + context, std::string(context)}) {
        const QString translation = QCoreApplication::translate(name.c_str(), sentence);
        if (translation != source)
            return translation.toStdString();
    }
    return {};
}

} // namespace

std::span<const Language> languages()
{
    static constexpr Language all[] = {
        english,          {"de", "Deutsch"},     {"es", "Español"}, {"fr", "Français"}, {"pt_BR", "Português (Brasil)"},
        {"ja", "日本語"}, {"zh_CN", "简体中文"},
    };
    return all;
}

const Language &languageFor(const QStringList &read)
{
    for (const QString &locale : read) {
        if (const Language *language = languageLike(locale))
            return *language;
    }
    return english;
}

void setLanguage(const QString &locale)
{
    const Language *chosen = languageNamed(locale);
    const Language &language = chosen ? *chosen : languageFor(QLocale::system().uiLanguages());
    Spoken &now = spoken();
    now = {};
    now.language = &language;
    const bool isEnglish = QLatin1String(language.locale) == QLatin1String(english.locale);
    // The numbers of the system's user are written as always.
    QLocale::setDefault(chosen ? QLocale(QLatin1String(language.locale)) : QLocale::system());
    model::speak(isEnglish ? nullptr : &translateForModel);
    if (isEnglish)
        return;
    const QString name = QLatin1String(language.locale);
    now.ofQt = install(QLibraryInfo::path(QLibraryInfo::TranslationsPath) + QStringLiteral("/qtbase_") + name);
    now.ours = install(QStringLiteral(":/translations/netdraft_") + name);
}

const Language &currentLanguage()
{
    return *spoken().language;
}

} // namespace netdraft::views
