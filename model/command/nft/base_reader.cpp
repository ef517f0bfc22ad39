#include "model/command/nft/base_reader.h"

#include "model/command/nft/keys.h"
#include "model/command/nft/listing.h"

#include <algorithm>

namespace netdraft::model::command::nfttool {

namespace {

using netfilter::BaseChain;
using netfilter::Hook;

void expectEnd(Reading &reading)
{
    const Token &token = reading.peek();
    if (token.is("}"))
        reading.complain({"syntax error, unexpected '}', expecting newline or semicolon", token.span, {}, true});
    if (!token.is(";") && token.kind != Token::Kind::NewLine)
        reading.refuse();
    else
        reading.take();
}

std::optional<int> readInteger(std::string_view word)
{
    const bool negative = word.starts_with('-');
    const auto number = readNumber(word.substr(negative ? 1 : 0));
    if (!number || *number > 0x7fffffff)
        return std::nullopt;
    return negative ? -static_cast<int>(*number) : static_cast<int>(*number);
}

int readPriority(Reading &reading, Hook hook)
{
    const Span begin = reading.last().span;
    const Token word = reading.take();
    if (const auto number = readInteger(word.text))
        return *number;
    int distance = 0;
    const bool more = reading.peek().is("+");
    if (more || reading.peek().is("-")) {
        reading.take();
        const auto number = readInteger(reading.take().text);
        if (!number)
            reading.refuse();
        distance = more ? number.value_or(0) : -number.value_or(0);
    }
    const auto named = namedPriority(word.text, hook);
    if (word.kind != Token::Kind::Word || word.text.empty() || word.text[0] < 'a' || word.text[0] > 'z')
        reading.refuse();
    if (!named)
        reading.complain({"invalid priority expression value in this context.", spanning(begin, reading.last().span)});
    return named.value_or(0) + distance;
}

} // namespace

BaseChain readBaseChain(Reading &reading)
{
    using Type = BaseChain::Type;
    constexpr Type types[] = {Type::Filter, Type::Route, Type::Nat};
    constexpr Hook hooks[] = {Hook::Prerouting, Hook::Input, Hook::Forward, Hook::Output, Hook::Postrouting};
    BaseChain base;
    reading.take();
    const Token type = reading.take();
    const auto *foundType = std::ranges::find(types, type.text, typeName);
    if (foundType == std::end(types))
        reading.complain({"unknown chain type", type.span});
    else
        base.type = *foundType;
    if (!reading.takeIf("hook"))
        reading.refuse();
    const Token hook = reading.take();
    const auto *foundHook = std::ranges::find(hooks, hook.text, hookName);
    if (hook.text == "ingress" || hook.text == "egress")
        reading.refuse();
    if (foundHook == std::end(hooks))
        reading.complain({"unknown chain hook", hook.span});
    else
        base.hook = *foundHook;
    if (!reading.takeIf("priority"))
        reading.refuse();
    base.priority = readPriority(reading, base.hook);
    expectEnd(reading);
    return base;
}

bool readPolicy(Reading &reading, Span &span)
{
    const Span begin = reading.take().span;
    const bool drops = reading.peek().is("drop");
    if (!drops && !reading.peek().is("accept"))
        reading.refuse();
    span = spanning(begin, reading.take().span);
    expectEnd(reading);
    return drops;
}

} // namespace netdraft::model::command::nfttool
