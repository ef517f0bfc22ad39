#include "model/recipe/cni/go_json.h"
#include "model/recipe/kubernetes/kubectl/kubectl.h"
#include "model/recipe/kubernetes/kubectl/selector.h"
#include "model/recipe/kubernetes/manifest.h"
#include "model/utf8.h"

#include <fmt/format.h>

namespace netdraft::model::kubernetes {

namespace {

/// The text of a file as UTF-8, its name in messages, or why there is none.
struct ReadFile {
    std::string text;
    std::string name;
    std::string error;
};

/// Some read objects as what their kinds are in Go, and know no other.
bool readsTypes(const Flags &flags)
{
    return flags.path == "expose" || flags.path.starts_with("rollout ") || flags.path.starts_with("set ");
}

/// Why a document that is no object cannot be read.
std::string decodingRefusalOf(const Flags &flags, const Json &document, const std::string &file)
{
    const std::string_view type = document.is_array()     ? "array"
                                  : document.is_boolean() ? "bool"
                                  : document.is_number()  ? "number"
                                                          : "string";
    constexpr std::string_view head =
        R"(struct { APIVersion string "json:\"apiVersion,omitempty\""; Kind string "json:\"kind,omitempty\"" })";
    return readsTypes(flags)
               ? fmt::format(
                     "error: unable to decode \"{}\": couldn't get version/kind; json parse error: json: cannot "
                     "unmarshal {} into Go value of type {}\n",
                     file, type, head)
               : fmt::format("error: unable to decode \"{}\": json: cannot unmarshal {} into Go value of type "
                             "unstructured.detector\n",
                             file, type);
}

ReadFile readNamed(const Call &call, const std::string &file)
{
    if (file == "-")
        return {validUtf8(call.input), "STDIN", {}};
    if (file.starts_with("http://") || file.starts_with("https://"))
        return {{},
                file,
                fmt::format("error: unable to read URL \"{}\", there is no internet here; write the manifest into a "
                            "file\n",
                            file)};
    const std::string *found = call.readFile ? call.readFile(call.context, file) : nullptr;
    if (!found)
        return {{}, file, fmt::format("error: the path \"{}\" does not exist\n", file)};
    return {validUtf8(*found), file, {}};
}

/// An object with its Kubernetes namespace, or why it is none of this cluster.
FromFile placed(const Request &request, Json object, const std::string &file)
{
    if (const std::string why = decodingRefusal(object); !why.empty())
        return {{}, file, fmt::format("error: unable to decode \"{}\": {}\n", file, why)};
    const std::string name = textAt(object, "kind");
    const std::string version = textAt(object, "apiVersion");
    const Kind *kind = kindNamed(name);
    if (!kind && readsTypes(request.flags))
        return {{},
                file,
                fmt::format("error: unable to decode \"{}\": no kind \"{}\" is registered for version \"{}\" in scheme "
                            "\"pkg/scheme/scheme.go:28\"\n",
                            file, name, version)};
    if (!kind || kind->apiVersion != version)
        return {{},
                file,
                fmt::format(
                    "error: resource mapping not found for name: \"{}\" namespace: \"{}\" from \"{}\": no matches for "
                    "kind \"{}\" in version \"{}\"\nensure CRDs are installed first\n",
                    nameOf(object), namespaceOf(object), file, name, version)};
    if (!kind->namespaced) {
        if (object.contains("metadata"))
            object["metadata"].erase("namespace");
        return {std::move(object), file, {}};
    }
    const std::string own = namespaceOf(object);
    if (!own.empty() && own != request.netns && request.flags.given.contains("namespace"))
        return {{},
                file,
                fmt::format(
                    "error: the namespace from the provided object \"{0}\" does not match the namespace \"{1}\". You "
                    "must pass '--namespace={0}' to perform this operation.\n",
                    own, request.netns)};
    if (own.empty())
        object["metadata"]["namespace"] = request.netns;
    return {std::move(object), file, {}};
}

/// What -l asks of the objects of files.
std::expected<std::vector<Requirement>, std::string> fileSelector(const Flags &flags)
{
    const std::string text = objectSelector(flags);
    auto requirements = parseSelector(text);
    if (!requirements)
        return std::unexpected(fmt::format("error: the provided selector {} is not valid: {}\n", cni::goQuoted(text),
                                           requirements.error()));
    return requirements;
}

/// Whether a verb goes by what there is of an object, not by what a file says of it.
bool goesByServer(const Flags &flags)
{
    return flags.path != "apply" && flags.path != "create" && flags.path != "delete";
}

} // namespace

std::string validateFlagRefusal(const Flags &flags)
{
    const std::string how = flags.value("validate");
    for (const std::string_view known : {"", "unchanged", "strict", "true", "warn", "ignore", "false"})
        if (how == known)
            return {};
    return fmt::format(
        "error: invalid - validate option \"{}\"; must be one of: strict (or true), warn, ignore (or false)\n", how);
}

NamedObjects namedObjects(const Request &request, Validates validates)
{
    NamedObjects all;
    const auto files = request.flags.given.find("filename");
    if (files == request.flags.given.end())
        return all;
    std::vector<ReadFile> read;
    for (const std::string &file : files->second) {
        read.push_back(readNamed(request.call, file));
        if (!read.back().error.empty()) {
            all.error = read.back().error;
            return all;
        }
    }
    const auto requirements = fileSelector(request.flags);
    if (!requirements) {
        all.error = requirements.error();
        return all;
    }
    const auto isAsked = [&](const FromFile &one) {
        if (!one.error.empty())
            return true;
        const Kind &kind = *kindNamed(textAt(one.object, "kind"));
        const Json *there = request.cluster.find(kind.plural, namespaceOf(one.object), nameOf(one.object));
        return goesByServer(request.flags) ? !there || fitsLabels(*there, *requirements)
                                           : fitsLabels(one.object, *requirements);
    };
    const std::string how = request.flags.value("validate");
    const bool isChecked = validates == Validates::Yes && how != "false" && how != "ignore";
    for (const ReadFile &file : read) {
        Documents documents = readDocuments(file.text);
        for (Json &document : documents.documents) {
            if (!isChecked && !document.is_object()) {
                all.objects.push_back({{}, file.name, decodingRefusalOf(request.flags, document, file.name)});
                documents.error.clear();
                break;
            }
            if (const std::string why = validationRefusal(document); !why.empty() && isChecked) {
                all.objects.push_back(
                    {{},
                     file.name,
                     fmt::format(
                         "error: error validating \"{}\": error validating data: {}; if you choose to ignore these "
                         "errors, turn validation off with --validate=false\n",
                         file.name, why)});
                documents.error.clear();
                break;
            }
            for (Json &object : objectsOf(std::move(document)))
                if (FromFile one = placed(request, std::move(object), file.name); isAsked(one))
                    all.objects.push_back(std::move(one));
        }
        if (!documents.error.empty())
            all.objects.push_back(
                {{}, file.name, fmt::format("error: error parsing {}: {}\n", file.name, documents.error)});
    }
    return all;
}

} // namespace netdraft::model::kubernetes
