// A type as it is written after IS ::, ready to be matched with values.
//
// Invariant: a pattern matches null unless it says NOT NULL, as the standard has it.
#pragma once

#include "graph/value.h"

#include <memory>
#include <string_view>
#include <vector>

namespace lintas::query {

class TypePattern {
public:
    // From the normalised text, such as "LIST<INTEGER NOT NULL>" or "STRING | FLOAT". SyntaxError
    // for a text that names no type.
    explicit TypePattern(std::string_view text);
    ~TypePattern();

    bool matches(const Value& value) const;

private:
    struct Member;
    class Reader;
    static bool matches(const std::vector<Member>& members, const Value& value);
    static bool matches(const Member& member, const Value& value);

    std::vector<Member> members_; // the value has to match one
};

} // namespace lintas::query
