#include "query/functions/value_type.h"

#include "graph/error.h"

#include <fmt/format.h>

#include <cstddef>
#include <set>
#include <unordered_map>

namespace lintas::query {

namespace {

// The order in which a union names its members, after Neo4j's type normalization. Lists come last
// but one and are ordered by their names.
int rank(ValueType type) {
    switch (type) {
        using enum ValueType;
    case Null: return 0;
    case Boolean: return 1;
    case String: return 2;
    case Integer: return 3;
    case Float: return 4;
    case Date: return 5;
    case LocalTime: return 6;
    case ZonedTime: return 7;
    case LocalDateTime: return 8;
    case ZonedDateTime: return 9;
    case Duration: return 10;
    case Point: return 11;
    case Node: return 12;
    case Relationship: return 13;
    case Map: return 14;
    case List: return 15;
    case Path: return 16;
    }
    return 17;
}

// Lists may share their elements, so that a small value spells a huge tree: each list is named
// once, and names are kept short.
class TypeNamer {
public:
    // Without NOT NULL.
    std::string name_of(const Value& value) {
        if (!value.is(ValueType::List)) return std::string{lintas::name(value.type())};
        const auto* list = &value.list();
        if (const auto known = names_.find(list); known != names_.end()) return known->second;
        check_limit(++depth_, 1000, "depth");
        auto name = fmt::format("LIST<{}>", name_of_elements(*list));
        --depth_;
        names_.emplace(list, name);
        return name;
    }

private:
    std::string name_of_elements(const List& list) {
        if (list.empty()) return "NOTHING";
        bool has_null = false;
        std::set<std::pair<int, std::string>> members;
        for (const auto& element : list) {
            if (element.is_null()) {
                has_null = true;
            } else {
                members.emplace(rank(element.type()), name_of(element));
            }
        }
        if (members.empty()) return "NULL";
        std::string union_name;
        for (const auto& [order, name] : members) {
            if (!union_name.empty()) union_name += " | ";
            union_name += has_null ? name : name + " NOT NULL";
            check_limit(union_name.size(), 64 << 10, "length");
        }
        return union_name;
    }

    static void check_limit(std::size_t found, std::size_t allowed, std::string_view what) {
        if (found <= allowed) return;
        throw Error{ErrorCode::Limit, ErrorDetail::NumberOutOfRange,
                    fmt::format("The {} of the type of a list is more than {}", what, allowed)};
    }

    std::size_t depth_ = 0;
    std::unordered_map<const List*, std::string> names_;
};

} // namespace

std::string value_type_name(const Value& value) {
    if (value.is_null()) return "NULL";
    return TypeNamer{}.name_of(value) + " NOT NULL";
}

} // namespace lintas::query
