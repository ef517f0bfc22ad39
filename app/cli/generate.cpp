#include "app/cli/input.h"
#include "app/cli/verbs.h"
#include "model/recipe/shapes/shapes.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace netdraft::app {

using namespace model;

namespace {

struct GenerateArguments {
    std::string shape;
    std::vector<int> numbers;
    std::string output;
    bool list = false;
};

std::string listText()
{
    std::string text;
    for (const Shape &shape : allShapes()) {
        text += shape.name;
        for (const Shape::Number &number : shape.numbers)
            text += fmt::format(" [{}={}]", number.name, number.usual);
        text += fmt::format("\n    {}\n", shape.says);
    }
    return text;
}

/// The numbers given, and the usual ones for the rest; nothing, after a complaint, where they do not fit the shape.
std::optional<std::vector<int>> numbersFor(const Shape &shape, const std::vector<int> &given)
{
    if (given.size() > shape.numbers.size()) {
        complain(fmt::format("{} takes {} numbers, not {}; see `netdraft generate --list`", shape.name,
                             shape.numbers.size(), given.size()));
        return std::nullopt;
    }
    std::vector<int> numbers = given;
    for (std::size_t i = 0; i < shape.numbers.size(); ++i) {
        const Shape::Number &number = shape.numbers[i];
        if (i == numbers.size())
            numbers.push_back(number.usual);
        if (numbers[i] < number.least || numbers[i] > number.most) {
            complain(fmt::format("expected a number from {} to {} for the {} of {}, not {}", number.least, number.most,
                                 number.name, shape.name, numbers[i]));
            return std::nullopt;
        }
    }
    return numbers;
}

int generate(const GenerateArguments &arguments)
{
    if (arguments.list)
        return print(listText(), yes);
    const Shape *shape = shapeNamed(arguments.shape);
    if (!shape) {
        std::vector<std::string_view> names;
        for (const Shape &one : allShapes())
            names.push_back(one.name);
        return complain(
            fmt::format("there is no shape \"{}\"; expected one of {}", arguments.shape, fmt::join(names, ", ")));
    }
    const auto numbers = numbersFor(*shape, arguments.numbers);
    if (!numbers)
        return wrong;
    if (arguments.output.empty())
        return complain("expected -o FILE, the project file to write");
    if (auto written = writeFileAtomically(arguments.output, writeProject(drawn(*shape, *numbers))); !written)
        return complain(written.error());
    return yes;
}

} // namespace

void addGenerate(CLI::App &root, Action &action)
{
    auto *verb = root.add_subcommand("generate", "Make a project file of a network of a known shape, of any size");
    auto arguments = std::make_shared<GenerateArguments>();
    verb->add_option("SHAPE", arguments->shape, "Its name; see --list");
    verb->add_option("NUMBERS", arguments->numbers, "How large, in the order of --list");
    verb->add_option("-o,--output", arguments->output, "The project file to write");
    verb->add_flag("--list", arguments->list, "List the shapes, with what their numbers mean and the usual ones");
    verb->footer(
        "In each of them every host reaches every host; the cables between routers are known to their ends alone.");
    verb->callback([arguments, &action] { action = [arguments] { return generate(*arguments); }; });
}

} // namespace netdraft::app
