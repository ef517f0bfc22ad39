#include "model/recipe/kubernetes/kubectl/json_path.h"
#include "model/recipe/kubernetes/kubectl/kubectl.h"
#include "model/recipe/kubernetes/manifest.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::kubernetes {

namespace {

/// Formats that kubectl has and that are not simulated.
constexpr std::string_view templates[] = {"go-template",   "go-template-file", "jsonpath-as-json",
                                          "jsonpath-file", "template",         "templatefile"};

std::string lowerCase(std::string text)
{
    std::ranges::transform(text, text.begin(),
                           [](unsigned char each) { return static_cast<char>(std::tolower(each)); });
    return text;
}

/// Prints what is at a path, by `-o jsonpath=…` or with `--template`.
Printed printPath(Request &request, const Json &object, std::string_view expression)
{
    const auto text = expression.empty()
                          ? std::unexpected(std::string("error: template format specified but no template given\n"))
                          : jsonPath(object, expression);
    if (text)
        request.out += *text;
    else
        request.fail(text.error());
    return text ? Printed::Whole : Printed::Failed;
}

} // namespace

const std::string_view noResources = "error: You must provide one or more resources by argument or filename.\nExample "
                                     "resource specifications include:\n   '-f "
                                     "rsrc.yaml'\n   '--filename=rsrc.json'\n   '<resource> <name>'\n   '<resource>'\n";

std::string unknownFormat(std::string_view format, bool prints)
{
    return fmt::format(
        "error: unable to match a printer suitable for the output format \"{}\", allowed formats are: {}go-"
        "template,go-template-file,json,jsonpath,jsonpath-as-json,jsonpath-file,name,template,templatefile,"
        "{}yaml\n",
        format, prints ? "custom-columns,custom-columns-file," : "", prints ? "wide," : "");
}

std::string dryRunMark(const Flags &flags)
{
    const std::string how = flags.value("dry-run");
    return how.empty() || how == "none" ? "" : how == "server" ? " (server dry run)" : " (dry run)";
}

std::string formatRefusal(const Flags &flags)
{
    static constexpr std::string_view printed[] = {"", "json", "jsonpath", "name", "yaml"};
    const std::string output = flags.value("output");
    const std::string format = lowerCase(output.substr(0, output.find('=')));
    const bool isKnown = std::ranges::find(printed, std::string_view(format)) != std::end(printed) ||
                         std::ranges::find(templates, std::string_view(format)) != std::end(templates);
    return isKnown ? std::string() : unknownFormat(output, false);
}

Printed printWhole(Request &request, const Json &object, std::span<const Chosen> chosen, Members members)
{
    const std::string output = request.flags.value("output");
    const std::string format = lowerCase(output.substr(0, output.find('=')));
    const std::string_view rest = std::string_view(output).substr(std::min(output.size(), format.size() + 1));
    if (format == "yaml" || format == "json") {
        request.out += format == "yaml" ? printedYaml(object) : printedJson(object, members);
    } else if (format == "name") {
        for (const Chosen &one : chosen)
            if (one.object)
                request.out += fmt::format("{}/{}\n", one.kind->singular(), one.name);
    } else if (format == "jsonpath") {
        return printPath(request, object, rest.empty() ? request.flags.value("template") : std::string(rest));
    } else if (std::ranges::find(templates, std::string_view(format)) != std::end(templates)) {
        if (rest.empty() && !request.flags.has("template"))
            request.fail("error: template format specified but no template given\n");
        else
            request.leave(fmt::format("netdraft: kubectl's format {} is not simulated\n", format));
        return Printed::Failed;
    } else {
        return Printed::Unknown;
    }
    return Printed::Whole;
}

bool printDone(Request &request, const Kind &kind, const Json &object, std::string_view done, Members members)
{
    if (request.flags.value("output").empty()) {
        request.out += fmt::format("{}/{} {}{}\n", kind.singular(), nameOf(object), done, dryRunMark(request.flags));
        return true;
    }
    const Chosen one{&kind, namespaceOf(object), nameOf(object), &object, {}};
    const Printed printed = printWhole(request, object, std::span(&one, 1), members);
    if (printed == Printed::Unknown)
        request.fail(unknownFormat(request.flags.value("output"), false));
    return printed == Printed::Whole;
}

} // namespace netdraft::model::kubernetes
