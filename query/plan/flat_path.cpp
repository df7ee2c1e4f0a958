#include "query/plan/flat_path.h"

#include "query/plan/refuse_syntax.h"

#include <fmt/format.h>

namespace lintas::query {

namespace {

void check_bounds(const std::optional<syntax::Repetition>& repetition) {
    if (!repetition || !repetition->gql || !repetition->upper) return;
    if (*repetition->upper == 0)
        refuse_syntax(ErrorDetail::InvalidArgumentValue,
                      "A part of a path repeats at most 0 times, so that it could be left out",
                      repetition->span);
    if (*repetition->upper < repetition->lower)
        refuse_syntax(
            ErrorDetail::InvalidArgumentValue,
            fmt::format("A part of a path repeats at least {} times and at most {}, which "
                        "nothing fits",
                        repetition->lower, *repetition->upper),
            repetition->span);
}

void check_section(const syntax::PathPattern& path) {
    if (path.selector)
        refuse_syntax(ErrorDetail::UnexpectedSyntax,
                      "A selector stands in front of a whole path, not within parentheses",
                      path.selector->span);
    if (path.shortest != syntax::ShortestFunction::None)
        refuse_syntax(ErrorDetail::UnexpectedSyntax,
                      "`shortestPath()` and `allShortestPaths()` cannot be a part of a path",
                      path.span);
}

struct Flattener {
    FlatPath& flat;

    void add(const syntax::PathPattern& path) const {
        for (const auto& element : path.elements) std::visit(*this, element);
    }
    void operator()(const syntax::NodePattern& node) const { flat.places.back().push_back(&node); }
    void operator()(const syntax::RelationshipPattern& relationship) const {
        check_bounds(relationship.repetition);
        flat.links.push_back({&relationship, nullptr});
        flat.places.emplace_back();
    }
    void operator()(const syntax::ParenthesizedPath& inner) const {
        check_section(*inner.path);
        check_bounds(inner.repetition);
        if (inner.repetition) {
            flat.links.push_back({nullptr, &inner});
            flat.places.emplace_back();
            return;
        }
        const auto first = flat.places.size() - 1;
        add(*inner.path);
        flat.sections.push_back(
            {first, flat.places.size() - 1, inner.path.get(), inner.where.get()});
    }
};

} // namespace

FlatPath flatten(const syntax::PathPattern& path) {
    FlatPath flat;
    flat.places.emplace_back();
    Flattener{flat}.add(path);
    return flat;
}

} // namespace lintas::query
