#include "model/drawing/annotation.h"

#include <algorithm>
#include <array>

namespace netdraft::model {

namespace {

constexpr std::array<std::string_view, 3> annotationKindWords{"text", "box", "arrow"};
constexpr std::array<std::string_view, 6> annotationColourWords{"grey", "blue", "green", "yellow", "orange", "purple"};

template <typename T, std::size_t Count>
std::optional<T> wordIn(const std::array<std::string_view, Count> &words, std::string_view word)
{
    const auto found = std::ranges::find(words, word);
    if (found == words.end())
        return std::nullopt;
    return static_cast<T>(found - words.begin());
}

} // namespace

std::string_view annotationKindName(AnnotationKind kind)
{
    return annotationKindWords[static_cast<std::size_t>(kind)];
}

std::optional<AnnotationKind> annotationKindNamed(std::string_view name)
{
    return wordIn<AnnotationKind>(annotationKindWords, name);
}

std::string_view annotationColourName(AnnotationColour colour)
{
    return annotationColourWords[static_cast<std::size_t>(colour)];
}

std::optional<AnnotationColour> annotationColourNamed(std::string_view name)
{
    return wordIn<AnnotationColour>(annotationColourWords, name);
}

Annotation upright(Annotation annotation)
{
    if (annotation.kind == AnnotationKind::Arrow)
        return annotation;
    if (annotation.to.x < annotation.from.x)
        std::swap(annotation.from.x, annotation.to.x);
    if (annotation.kind == AnnotationKind::Text)
        annotation.to.y = annotation.from.y;
    else if (annotation.to.y < annotation.from.y)
        std::swap(annotation.from.y, annotation.to.y);
    return annotation;
}

Annotation shifted(Annotation annotation, Point shift)
{
    for (Point *point : {&annotation.from, &annotation.to}) {
        point->x += shift.x;
        point->y += shift.y;
    }
    return annotation;
}

} // namespace netdraft::model
