#include "model/terminal/session.h"

#include "model/terminal/network_world.h"

namespace netdraft::model {

namespace {

class TypedWorld : public terminal::NetworkWorld
{
public:
    using NetworkWorld::NetworkWorld;

    void print(Stream stream, std::string_view text) override
    {
        const bool isError = stream == Stream::Err;
        if (text.empty())
            return;
        if (printed.empty() || printed.back().isError != isError)
            printed.push_back({isError, {}});
        printed.back().text += text;
    }
    void diagnose(const Position &, std::string) override {} // the tool, or the shell, has printed it
    void beginEnd() override {}
    void openShell(const std::string &where) override { opened.push_back(where); }

    std::vector<TypedLine::Piece> printed;
    std::vector<std::string> opened;
};

} // namespace

Session openSession(std::string netns)
{
    Session session;
    session.shells.push_back(shell::freshState(std::move(netns)));
    return session;
}

std::string TypedLine::text() const
{
    std::string all;
    for (const Piece &piece : printed)
        all += piece.text;
    return all;
}

TypedLine typeLine(const Project &project, Session &session, std::string_view line)
{
    if (session.shells.empty())
        return {};
    TypedWorld world(project);
    world.setFiles(session.files);
    world.listen(std::move(session.listeners), std::move(session.monitors), session.clock);
    shell::Interpreter interpreter(world, session.shells.back());
    TypedLine result;
    result.status = interpreter.runTyped(line);
    result.printed = std::move(world.printed);
    result.edits = world.edits();
    result.waits = interpreter.waits();
    result.frames = world.frames();
    result.sent = world.lastSent();
    session.listeners = world.listeners();
    session.monitors = world.monitors();
    if (result.waits && world.began() == terminal::NetworkWorld::Began::Tcpdump)
        session.listeners.back().waitedFor = true;
    if (result.waits && world.began() == terminal::NetworkWorld::Began::Monitor)
        session.monitors.back().waitedFor = true;
    session.clock = world.clock();
    session.shells.back() = interpreter.state();
    session.files = world.files();
    if (interpreter.exited()) {
        session.shells.pop_back();
        if (!session.shells.empty())
            session.shells.back().status = result.status;
    }
    for (const std::string &where : world.opened)
        session.shells.push_back(shell::freshState(where));
    return result;
}

std::vector<TypedLine::Piece> hearFrames(const Project &project, Session &session,
                                         std::span<const simulation::SeenFrame> frames)
{
    std::vector<TypedLine::Piece> printed;
    for (terminal::Listener &listener : session.listeners) {
        std::string text = hear(listener, project.network, frames);
        if (!text.empty())
            printed.push_back({false, std::move(text)});
        if (listener.isOver())
            printed.push_back({true, ended(listener)});
    }
    std::erase_if(session.listeners, &terminal::Listener::isOver);
    return printed;
}

std::vector<TypedLine::Piece> watchNetwork(const Network &network, Session &session)
{
    std::vector<TypedLine::Piece> printed;
    for (terminal::Monitor &monitor : session.monitors) {
        std::string text = watch(monitor, network);
        if (!text.empty())
            printed.push_back({false, std::move(text)});
    }
    return printed;
}

std::vector<TypedLine::Piece> interrupt(Session &session)
{
    std::erase_if(session.monitors, &terminal::Monitor::waitedFor);
    const auto found = std::ranges::find(session.listeners, true, &terminal::Listener::waitedFor);
    if (found == session.listeners.end())
        return {};
    std::vector<TypedLine::Piece> printed{{true, ended(*found)}};
    session.listeners.erase(found);
    return printed;
}

} // namespace netdraft::model
