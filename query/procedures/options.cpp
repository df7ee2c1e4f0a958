#include "query/procedures/options.h"

#include "graph/error.h"
#include "graph/expect.h"
#include "query/procedures/near_name.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>

namespace lintas::query {

namespace {

std::string quoted(std::span<const std::string_view> names) {
    return fmt::format("`{}`", fmt::join(names, "`, `"));
}

[[noreturn]] void refuse_key(std::string_view procedure, const std::vector<Option>& table,
                             std::string_view key) {
    std::vector<std::string_view> known;
    for (const auto& option : table) known.push_back(option.name);
    const auto near = near_name(key, known);
    auto message = fmt::format("Procedure `{}` has no option `{}`; ", procedure, key);
    if (!near.empty()) message += fmt::format("did you mean `{}`? ", near);
    message += known.empty() ? "it has none" : fmt::format("it has {}", quoted(known));
    throw Error{ErrorCode::Argument, ErrorDetail::InvalidArgumentValue, message};
}

void check_type(std::string_view procedure, const Option& option, const Value& given) {
    auto allowed = option.type;
    if (overlaps(allowed, Accepts::Float)) allowed = allowed | Accepts::Integer;
    if (overlaps(accepted_by(given), allowed)) return;
    throw Error{ErrorCode::Type, ErrorDetail::InvalidArgumentType,
                fmt::format("Procedure `{}` takes {} as option `{}`, not {}", procedure,
                            describe(option.type), option.name, name(given.type()))};
}

void check_words(std::string_view procedure, const Option& option, const Value& given) {
    if (option.words.empty() || !given.is(ValueType::String)) return;
    if (std::ranges::find(option.words, given.string()) != option.words.end()) return;
    const std::vector<std::string_view> words{option.words.begin(), option.words.end()};
    const auto near = near_name(given.string(), words);
    throw Error{ErrorCode::Argument, ErrorDetail::InvalidArgumentValue,
                fmt::format("Option `{}` of `{}` cannot be `{}`; it may be {}{}", option.name,
                            procedure, given.string(), quoted(words),
                            near.empty() ? "" : fmt::format("; did you mean `{}`?", near))};
}

void check_range(std::string_view procedure, const Option& option, const Value& given) {
    if (!given.is_number()) return;
    if (given.number() >= option.least && given.number() <= option.most) return;
    const auto least = fmt::format("at least `{}`", option.least);
    const auto most = fmt::format("at most `{}`", option.most);
    const auto has_least = option.least > -std::numeric_limits<double>::infinity();
    const auto has_most = option.most < std::numeric_limits<double>::infinity();
    throw Error{ErrorCode::Argument, ErrorDetail::NumberOutOfRange,
                fmt::format("Option `{}` of `{}` cannot be `{}`; it is {}{}{}", option.name,
                            procedure, to_text(given), has_least ? least : "",
                            has_least && has_most ? " and " : "", has_most ? most : "")};
}

} // namespace

Options::Options(std::string_view procedure, const std::vector<Option>& table, const Map& given)
    : procedure_{procedure}, given_{given} {
    for (const auto& option : table) values_.emplace(option.name, option.fallback);
    for (const auto& [key, value] : given) {
        const auto option = std::ranges::find(table, key, &Option::name);
        if (option == table.end()) refuse_key(procedure, table, key);
        if (value.is_null()) continue;
        check_type(procedure, *option, value);
        check_words(procedure, *option, value);
        check_range(procedure, *option, value);
        values_.insert_or_assign(key, value);
    }
}

bool Options::was_given(std::string_view name) const {
    const auto found = given_.find(name);
    return found != given_.end() && !found->second.is_null();
}

const Value& Options::value(std::string_view name) const {
    const auto found = values_.find(name);
    expect(found != values_.end(), "a procedure reads an option that is not in its table");
    return found->second;
}

std::vector<Value> Options::elements(std::string_view name, ValueType type,
                                     std::string_view what) const {
    const auto& given = value(name);
    if (given.is_null()) return {};
    if (given.is(type)) return {given};
    if (given.is(ValueType::List) &&
        std::ranges::all_of(given.list(), [&](const Value& one) { return one.is(type); }))
        return given.list();
    throw Error{
        ErrorCode::Type, ErrorDetail::InvalidArgumentType,
        fmt::format("Option `{}` of `{}` is {}, not `{}`", name, procedure_, what, to_text(given))};
}

std::vector<std::string> Options::strings(std::string_view name) const {
    std::vector<std::string> found;
    for (const auto& one : elements(name, ValueType::String, "a string or a list of strings"))
        found.push_back(one.string());
    return found;
}

std::vector<NodeId> Options::nodes(std::string_view name) const {
    std::vector<NodeId> found;
    for (const auto& one : elements(name, ValueType::Node, "a node or a list of nodes"))
        found.push_back(one.node());
    return found;
}

void Options::refuse(std::string_view name, std::string_view what) const {
    throw Error{ErrorCode::Argument, ErrorDetail::InvalidArgumentValue,
                fmt::format("Option `{}` of `{}` {}", name, procedure_, what)};
}

} // namespace lintas::query
