#include "model/exchange/annotation_line.h"

#include "model/exchange/project_line.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace netdraft::model {

namespace {

constexpr double mostInFile = 1e6;

/// `"words"`, or of several lines `["words", "more"]`.
std::string linesOf(const std::string &text)
{
    std::vector<std::string> lines;
    std::size_t from = 0;
    for (std::size_t end = 0; end != std::string::npos; from = end + 1) {
        end = text.find('\n', from);
        lines.push_back(jsonString(text.substr(from, end - from)));
    }
    return lines.size() == 1 ? lines.front() : fmt::format("[{}]", fmt::join(lines, ", "));
}

/// A line of it may be longer than any name.
std::string readLine(ProjectText &text, const Json &value)
{
    if (value.kind != Json::Kind::String)
        text.refuse(value.offset,
                    fmt::format("\"text\" has {}; expected a string, or several, a line each", kindWord(value.kind)));
    else if (std::ranges::any_of(value.string, [](unsigned char c) { return c < 0x20 || c == 0x7f; }))
        text.refuse(value.offset, "\"text\" holds a control character; expected plain text");
    return value.string;
}

std::string readText(ProjectText &text, const Json &value)
{
    if (value.kind != Json::Kind::Array)
        return readLine(text, value);
    std::string whole;
    for (const Json &line : value.items)
        whole += (&line == &value.items.front() ? "" : "\n") + readLine(text, line);
    return whole;
}

} // namespace

std::string coordinateText(double value)
{
    const double sound = std::isfinite(value) ? std::clamp(value, -mostInFile, mostInFile) : 0.0;
    return sound == std::floor(sound) ? fmt::format("{}", static_cast<int>(sound)) : fmt::format("{}", sound);
}

std::string annotationLine(const Annotation &annotation)
{
    Line line;
    line.text("kind", annotationKindName(annotation.kind))
        .raw("x", coordinateText(annotation.from.x))
        .raw("y", coordinateText(annotation.from.y))
        .raw("toX", coordinateText(annotation.to.x));
    if (annotation.kind != AnnotationKind::Text)
        line.raw("toY", coordinateText(annotation.to.y));
    if (!annotation.text.empty())
        line.raw("text", linesOf(annotation.text));
    if (annotation.colour != AnnotationColour::Grey)
        line.text("colour", annotationColourName(annotation.colour));
    return line.str();
}

std::optional<Annotation> readAnnotation(ProjectText &text, const Json &value)
{
    Fields fields(text, value, "an annotation", {"kind", "x", "y", "toX", "toY", "text", "colour"});
    fields.require("kind", "text, box or arrow");
    const std::string kindWord = fields.string("kind");
    for (const char *key : {"x", "y", "toX"})
        fields.require(key, "a number");
    const auto kind = annotationKindNamed(kindWord);
    if (text.sound() && !kind) {
        text.refuse(fields.at("kind"),
                    fmt::format("\"{}\" is no kind of annotation; expected text, box or arrow", shown(kindWord)));
    }
    if (kind != AnnotationKind::Text)
        fields.require("toY", "a number");
    const auto x = fields.number("x", mostInFile);
    const auto y = fields.number("y", mostInFile);
    const auto toX = fields.number("toX", mostInFile);
    const auto toY = fields.number("toY", mostInFile);
    Annotation annotation;
    if (const Json *words = value.find("text"))
        annotation.text = readText(text, *words);
    if (fields.has("colour")) {
        const std::string word = fields.string("colour");
        const auto colour = annotationColourNamed(word);
        if (text.sound() && !colour) {
            text.refuse(fields.at("colour"),
                        fmt::format("\"{}\" is no colour of annotations; expected grey, blue, green, yellow, orange or "
                                    "purple",
                                    shown(word)));
        }
        annotation.colour = colour.value_or(AnnotationColour::Grey);
    }
    if (!text.sound())
        return std::nullopt;
    annotation.kind = *kind;
    annotation.from = {*x, *y};
    annotation.to = {*toX, toY.value_or(*y)};
    return upright(annotation);
}

} // namespace netdraft::model
