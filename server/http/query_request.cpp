#include "server/http/query_request.h"

#include "graph/error.h"
#include "server/json/json_reader.h"

#include <fmt/format.h>

#include <algorithm>

namespace lintas::server {

namespace {

[[noreturn]] void refuse(std::string_view key, std::string_view kind) {
    throw Error{ErrorCode::Input, fmt::format("`{}` of the request must be {}", key, kind)};
}

void read_statement(QueryRequest& request, const Value& value, Encoding) {
    if (!value.is(ValueType::String) || value.string().empty())
        refuse("statement", "a string that is not empty");
    request.statement = value.string();
}

void read_parameters(QueryRequest& request, const Value& value, Encoding encoding) {
    if (!value.is(ValueType::Map)) refuse("parameters", "an object");
    request.parameters = value.map();
    if (encoding == Encoding::Plain) return;
    for (auto& [name, parameter] : request.parameters) parameter = read_typed(parameter);
}

void read_include_counters(QueryRequest& request, const Value& value, Encoding) {
    if (!value.is(ValueType::Boolean)) refuse("includeCounters", "true or false");
    request.include_counters = value.boolean();
}

// `WRITE` is what clients say when they say nothing else, so it promises no change.
void read_access_mode(QueryRequest& request, const Value& value, Encoding) {
    constexpr auto kind = "`READ` or `WRITE`";
    if (!value.is(ValueType::String)) refuse("accessMode", kind);
    auto mode = value.string();
    std::ranges::transform(mode, mode.begin(),
                           [](unsigned char letter) { return std::toupper(letter); });
    if (mode != "READ" && mode != "WRITE") refuse("accessMode", kind);
    request.access = mode == "READ" ? query::Access::Read : query::Access::Write;
}

void read_longest_time(QueryRequest& request, const Value& value, Encoding) {
    constexpr std::int64_t week = 604'800;
    if (!value.is(ValueType::Integer) || value.integer() < 0)
        refuse("maxExecutionTime", "a number of seconds, 0 or more");
    request.longest_time = std::chrono::seconds{std::min(value.integer(), week)};
}

void read_bookmarks(QueryRequest& request, const Value& value, Encoding) {
    constexpr auto kind = "an array of strings";
    if (!value.is(ValueType::List)) refuse("bookmarks", kind);
    for (const auto& bookmark : value.list()) {
        if (!bookmark.is(ValueType::String)) refuse("bookmarks", kind);
        request.bookmarks.push_back(bookmark.string());
    }
}

void read_as_of(QueryRequest& request, const Value& value, Encoding) {
    if (!value.is(ValueType::String) || value.string().empty())
        refuse("asOf", "the name of a snapshot");
    request.as_of = value.string();
}

void read_impersonated_user(QueryRequest&, const Value&, Encoding) {
    throw Error{ErrorCode::Input,
                "`impersonatedUser` must be null, since this service has no users"};
}

struct Key {
    std::string_view name;
    void (*read)(QueryRequest& request, const Value& value, Encoding encoding);
};

constexpr Key key_table[] = {
    {"statement", read_statement},
    {"parameters", read_parameters},
    {"includeCounters", read_include_counters},
    {"accessMode", read_access_mode},
    {"maxExecutionTime", read_longest_time},
    {"bookmarks", read_bookmarks},
    {"asOf", read_as_of},
    {"impersonatedUser", read_impersonated_user},
};

QueryRequest read(std::string_view body, Encoding encoding) {
    const auto json = read_json(body);
    if (!json.is(ValueType::Map))
        throw Error{ErrorCode::Input, "The request must be a JSON object"};
    QueryRequest request;
    for (const auto& [name, read_key] : key_table) {
        const auto found = json.map().find(name);
        if (found != json.map().end() && !found->second.is_null())
            read_key(request, found->second, encoding);
    }
    return request;
}

} // namespace

QueryRequest read_query_request(std::string_view body, Encoding encoding) {
    auto request = read(body, encoding);
    if (request.statement.empty()) refuse("statement", "a string that is not empty");
    return request;
}

QueryRequest read_transaction_request(std::string_view body, Encoding encoding) {
    if (body.empty()) return {};
    auto request = read(body, encoding);
    if (!request.as_of.empty())
        throw Error{ErrorCode::Input,
                    "`asOf` goes with a single statement, not with a transaction"};
    return request;
}

} // namespace lintas::server
