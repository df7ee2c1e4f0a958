#include "query/plan/check_pattern.h"

#include "query/plan/refuse_syntax.h"

#include <fmt/format.h>

#include <algorithm>

namespace lintas::query {

namespace {

bool forbids_repeats(const std::optional<syntax::PathMode>& mode) {
    return mode && *mode != syntax::PathMode::Walk;
}

void check_count(const syntax::PathSelector& selector) {
    if (!selector.count) return;
    const auto* literal = std::get_if<syntax::Literal>(&selector.count->form);
    if (literal == nullptr || !literal->value.is(ValueType::Integer)) return;
    if (literal->value.integer() == 0)
        refuse_syntax(ErrorDetail::InvalidArgumentValue, "A selector chooses at least one path",
                      selector.count->span);
}

} // namespace

bool is_selective(const syntax::PathPattern& path) {
    return path.selector && path.selector->kind != syntax::SelectorKind::All;
}

void check_mode(const syntax::PathPattern& path, bool repeatable) {
    if (path.selector) check_count(*path.selector);
    if (path.shortest != syntax::ShortestFunction::None) check_shortest_form(path);
    if (repeatable && forbids_repeats(path.mode))
        refuse_syntax(ErrorDetail::InvalidClauseComposition,
                      "With `REPEATABLE ELEMENTS` a path may be a `WALK` only", path.span);
    if (repeatable && path.shortest != syntax::ShortestFunction::None)
        refuse_syntax(
            ErrorDetail::InvalidClauseComposition,
            "With `REPEATABLE ELEMENTS` write `ANY SHORTEST` or `ALL SHORTEST` instead of "
            "`shortestPath()` or `allShortestPaths()`",
            path.span);
    for (const auto& element : path.elements)
        if (const auto* inner = std::get_if<syntax::ParenthesizedPath>(&element))
            check_mode(*inner->path, repeatable);
}

void check_modes(const syntax::Pattern& pattern) {
    const bool repeatable = pattern.match_mode == syntax::MatchMode::RepeatableElements;
    for (const auto& path : pattern.paths) check_mode(path, repeatable);
    const auto selective = std::ranges::find_if(pattern.paths, is_selective);
    if (repeatable || selective == pattern.paths.end() || pattern.paths.size() == 1) return;
    refuse_syntax(
        ErrorDetail::InvalidClauseComposition,
        "A path with a selector stands alone in its `MATCH`, since no relationship is used "
        "twice in it; write several `MATCH` clauses or `MATCH REPEATABLE ELEMENTS`",
        selective->selector->span);
}

void check_walk(const syntax::PathPattern& path, const FlatPath& flat, bool repeatable) {
    if (is_selective(path) || (!repeatable && path.mode != syntax::PathMode::Walk)) return;
    for (const auto& link : flat.links) {
        const auto& repetition = link.repetition();
        if (!repetition || repetition->upper) continue;
        refuse_syntax(
            ErrorDetail::InvalidRelationshipPattern,
            fmt::format("{} may go on for ever: a part that repeats needs an upper bound, or "
                        "the path a selector such as `SHORTEST 3`",
                        repeatable ? "A path with `REPEATABLE ELEMENTS`" : "A `WALK`"),
            repetition->span);
    }
}

void check_shortest_form(const syntax::PathPattern& path) {
    const auto is_relationship = [](const syntax::PatternElement& element) {
        return std::holds_alternative<syntax::RelationshipPattern>(element);
    };
    const auto relationships = std::ranges::count_if(path.elements, is_relationship);
    if (path.elements.size() == 3 && relationships == 1) return;
    const auto name = path.shortest == syntax::ShortestFunction::ShortestPath ? "shortestPath"
                                                                              : "allShortestPaths";
    refuse_syntax(
        ErrorDetail::InvalidRelationshipPattern,
        fmt::format("`{0}()` takes two nodes with one relationship between them, as in "
                    "`{0}((a)-[*]-(b))`; a longer pattern takes a selector such as `{1} SHORTEST`",
                    name, path.shortest == syntax::ShortestFunction::ShortestPath ? "ANY" : "ALL"),
        path.span);
}

void check_shortest(const syntax::PathPattern& path,
                    const syntax::RelationshipPattern& relationship, bool is_bound) {
    const auto lower = relationship.repetition ? relationship.repetition->lower : 1;
    if (lower > 1)
        refuse_syntax(
            ErrorDetail::InvalidArgumentValue,
            fmt::format("A shortest path starts at 0 or 1 relationships, not at {}", lower),
            relationship.repetition->span);
    if (is_bound)
        throw Error{ErrorCode::Unsupported,
                    "A shortest path along bound relationships cannot run yet", path.span};
}

} // namespace lintas::query
