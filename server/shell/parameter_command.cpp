#include "server/shell/parameter_command.h"

#include "graph/error.h"
#include "graph/print.h"
#include "graph/trimmed.h"
#include "server/json/json_reader.h"
#include "server/shell/shell.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace lintas::server {

namespace {

[[noreturn]] void refuse(std::string_view text) {
    throw Error{ErrorCode::Syntax,
                fmt::format("`:param {}` is not of the form `:param NAME => VALUE`, "
                            "`:param {{NAME: VALUE}}`, `:param list` or `:param clear`",
                            text)};
}

// `$name`, `name` or `` `name` ``.
std::string read_name(std::string_view text, std::string_view whole) {
    if (text.starts_with('$')) text.remove_prefix(1);
    if (text.size() > 2 && text.front() == '`' && text.find('`', 1) == text.size() - 1)
        return std::string{text.substr(1, text.size() - 2)};
    if (text.empty() || text.find_first_of(" \t\"'`$:,;.()[]{}") != text.npos) refuse(whole);
    return std::string{text};
}

// An entity is one of a state of the graph; the next query may ask another.
bool holds_entity(const Value& value) {
    if (value.is(ValueType::List)) return std::ranges::any_of(value.list(), holds_entity);
    if (value.is(ValueType::Map))
        return std::ranges::any_of(value.map(),
                                   [](const auto& entry) { return holds_entity(entry.second); });
    return value.is(ValueType::Node) || value.is(ValueType::Relationship) ||
           value.is(ValueType::Path);
}

Value read_value(Session& session, const std::string& text) {
    if (auto json = find_json(text)) return *json;
    auto value = session.evaluate(text);
    if (holds_entity(value))
        throw Error{ErrorCode::Type, "A parameter cannot hold a node, a relationship or a path"};
    return value;
}

void list(Session& session) {
    const auto graph = session.snapshot();
    std::vector<std::vector<Value>> rows;
    for (const auto& [name, value] : session.parameters())
        rows.push_back({Value{"$" + name}, Value{to_text(value, *graph)}});
    session.write_table({"parameter", "value"}, rows, *graph);
}

void clear(Session& session, const std::string& name) {
    if (name.empty()) return session.parameters().clear();
    if (session.parameters().erase(name) == 0)
        throw Error{ErrorCode::ParameterMissing, fmt::format("Parameter `${}` has no value", name)};
}

void set_all(Session& session, const std::string& expression) {
    const auto values = read_value(session, expression);
    if (!values.is(ValueType::Map)) refuse(expression);
    for (const auto& [name, value] : values.map()) session.parameters()[name] = value;
}

} // namespace

ParameterRequest read_parameter_request(std::string_view text) {
    const auto whole = trimmed(text);
    if (whole.empty() || whole == "list") return {};
    if (whole.starts_with('{')) return {ParameterAct::SetAll, {}, std::string{whole}};
    const auto equals = whole.find('=');
    if (equals != whole.npos) {
        auto value = whole.substr(equals + 1);
        if (value.starts_with('>')) value.remove_prefix(1);
        value = trimmed(value);
        if (value.empty()) refuse(whole);
        return {ParameterAct::Set, read_name(trimmed(whole.substr(0, equals)), whole),
                std::string{value}};
    }
    if (whole == "clear") return {ParameterAct::Clear, {}, {}};
    if (whole.starts_with("clear "))
        return {ParameterAct::Clear, read_name(trimmed(whole.substr(6)), whole), {}};
    refuse(whole);
}

void change_parameters(Shell& shell, const std::string& argument) {
    auto& session = shell.session();
    const auto [act, name, expression] = read_parameter_request(argument);
    switch (act) {
    case ParameterAct::List: return list(session);
    case ParameterAct::Clear: return clear(session, name);
    case ParameterAct::Set: session.parameters()[name] = read_value(session, expression); return;
    case ParameterAct::SetAll: return set_all(session, expression);
    }
}

} // namespace lintas::server
