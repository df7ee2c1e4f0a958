// The one map of options that a procedure takes, read by the procedure's table of options.
//
// Invariant: after construction every option of the table has a value of its type, in its range, or
// null where it was not given and has no default. A null in the map stands for an absent option.
#pragma once

#include "graph/value.h"
#include "query/functions/function.h"

#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lintas::query {

struct Option {
    std::string name;
    Accepts type = Accepts::Any;         // Float takes integers too
    Value fallback;                      // null: none
    std::string summary;                 // what it means, a sentence without a full stop
    std::vector<std::string> words = {}; // the texts that are allowed; empty: any
    double least = -std::numeric_limits<double>::infinity();
    double most = std::numeric_limits<double>::infinity();
};

class Options {
public:
    // Argument InvalidArgumentValue for an unknown key, word or a number out of range; Type
    // InvalidArgumentType for a value of another type.
    Options(std::string_view procedure, const std::vector<Option>& table, const Map& given);

    // Is there a value, given or by default?
    bool has(std::string_view name) const { return !value(name).is_null(); }
    // Did the caller write it?
    bool was_given(std::string_view name) const;
    const Value& value(std::string_view name) const;

    // REQUIRES: has(name), and the option is of that type.
    bool boolean(std::string_view name) const { return value(name).boolean(); }
    std::int64_t integer(std::string_view name) const { return value(name).integer(); }
    double number(std::string_view name) const { return value(name).number(); }
    const std::string& string(std::string_view name) const { return value(name).string(); }
    NodeId node(std::string_view name) const { return value(name).node(); }
    // A text or a list of texts; empty where there is none. Type error for other elements.
    std::vector<std::string> strings(std::string_view name) const;
    // A node or a list of nodes; empty where there is none. Type error for other elements.
    std::vector<NodeId> nodes(std::string_view name) const;

    // An error that names the procedure and the option: for rules that a table cannot state.
    // `what`: "needs ... with ..."
    [[noreturn]] void refuse(std::string_view name, std::string_view what) const;

private:
    std::vector<Value> elements(std::string_view name, ValueType type, std::string_view what) const;

    std::string procedure_;
    std::map<std::string, Value, std::less<>> values_;
    Map given_;
};

} // namespace lintas::query
