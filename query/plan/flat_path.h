// A written path as a plain chain of places and links: parentheses that do not repeat are opened.
//
// Invariant: there is one place more than links. A link that repeats as a whole is a path in
// parentheses; what is within it is a chain of its own.
#pragma once

#include "query/syntax/ast.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace lintas::query {

// One of the two.
struct PathLink {
    const syntax::RelationshipPattern* relationship = nullptr;
    const syntax::ParenthesizedPath* repeated = nullptr;

    const std::optional<syntax::Repetition>& repetition() const {
        return relationship ? relationship->repetition : repeated->repetition;
    }
};

// Parentheses that were opened: what they say of the places from `first` to `last`.
struct PathSection {
    std::size_t first = 0;
    std::size_t last = 0;
    const syntax::PathPattern* path = nullptr;
    const syntax::Expression* where = nullptr; // may lack
};

struct FlatPath {
    // All node patterns that stand for the same node; none where two parts meet.
    std::vector<std::vector<const syntax::NodePattern*>> places;
    std::vector<PathLink> links;
    std::vector<PathSection> sections;
};

// SyntaxError for what cannot stand within parentheses, and for bounds that nothing fits.
FlatPath flatten(const syntax::PathPattern& path);

} // namespace lintas::query
