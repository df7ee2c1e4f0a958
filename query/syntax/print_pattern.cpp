#include "query/syntax/balanced_run.h"
#include "query/syntax/print.h"
#include "query/syntax/printer.h"

#include <fmt/format.h>

namespace lintas::query::syntax {

namespace {

// Both halves of a tree that Form joins.
template <typename Form>
std::pair<const LabelExpression*, const LabelExpression*> halves(const LabelExpression& tree) {
    const auto* const pair = std::get_if<Form>(&tree.form);
    if (pair == nullptr) return {nullptr, nullptr};
    return {pair->left.get(), pair->right.get()};
}

std::string_view text_of(PathMode mode) {
    switch (mode) {
    case PathMode::Walk: return "WALK ";
    case PathMode::Trail: return "TRAIL ";
    case PathMode::Acyclic: return "ACYCLIC ";
    case PathMode::Simple: return "SIMPLE ";
    }
    return "";
}

std::string_view text_of(const PathSelector& selector) {
    switch (selector.kind) {
    case SelectorKind::All: return "ALL ";
    case SelectorKind::Any: return "ANY ";
    case SelectorKind::Shortest: return selector.count ? "SHORTEST " : "ANY SHORTEST ";
    case SelectorKind::AllShortest: return "ALL SHORTEST ";
    case SelectorKind::ShortestGroups: return "SHORTEST ";
    }
    return "";
}

std::string_view text_of(ShortestFunction shortest) {
    switch (shortest) {
    case ShortestFunction::None: return "";
    case ShortestFunction::ShortestPath: return "shortestPath(";
    case ShortestFunction::AllShortestPaths: return "allShortestPaths(";
    }
    return "";
}

bool is_bare(const RelationshipPattern& relationship) {
    return !relationship.variable && !relationship.types && !relationship.properties &&
           !relationship.where && (!relationship.repetition || relationship.repetition->gql);
}

} // namespace

struct Printer::WriteLabels {
    Printer& to;
    const LabelExpression& labels;

    void operator()(const LabelName& label) const { to.key(label.name); }
    void operator()(const LabelAny&) const { to.add("%"); }
    void operator()(const LabelNot& negation) const {
        to.add("!");
        to.label_operand(*negation.operand);
    }
    void operator()(const LabelAnd&) const { run<LabelAnd>("&"); }
    void operator()(const LabelOr&) const { run<LabelOr>("|"); }

    template <typename Form> void run(std::string_view text) const {
        std::string_view separator;
        for (const auto* const part : operands_of(labels, halves<Form>)) {
            to.add(separator);
            to.label_operand(*part);
            separator = text;
        }
    }
};

void Printer::write(const LabelExpression& labels) {
    std::visit(WriteLabels{*this, labels}, labels.form);
}

// Joined labels in parentheses: a bar may also end what they stand in.
void Printer::label_operand(const LabelExpression& labels) {
    const bool is_joined = std::holds_alternative<LabelAnd>(labels.form) ||
                           std::holds_alternative<LabelOr>(labels.form);
    if (is_joined) add("(");
    write(labels);
    if (is_joined) add(")");
}

void Printer::element_variable(const std::optional<Name>& name) {
    if (name) variable(name->text);
}

void Printer::element_labels(const LabelExpressionPointer& labels) {
    if (!labels) return;
    add(":");
    write(*labels);
}

void Printer::element_rest(const ExpressionPointer& properties, const ExpressionPointer& where_) {
    optional_part(" ", properties);
    where(where_);
}

struct Printer::WriteElement {
    Printer& to;

    void operator()(const NodePattern& node) const {
        to.add("(");
        to.element_variable(node.variable);
        to.element_labels(node.labels);
        to.element_rest(node.properties, node.where);
        to.add(")");
    }
    void operator()(const RelationshipPattern& relationship) const {
        to.add(relationship.arrow == ArrowKind::Left ? "<-" : "-");
        if (!is_bare(relationship)) details(relationship);
        to.add(relationship.arrow == ArrowKind::Right ? "->" : "-");
        const auto& repetition = relationship.repetition;
        if (repetition && repetition->gql) to.repetition(*repetition);
    }
    void details(const RelationshipPattern& relationship) const {
        to.add("[");
        to.element_variable(relationship.variable);
        to.element_labels(relationship.types);
        const auto& repetition = relationship.repetition;
        if (repetition && !repetition->gql) to.repetition(*repetition);
        to.element_rest(relationship.properties, relationship.where);
        to.add("]");
    }
    void operator()(const ParenthesizedPath& path) const {
        to.add("(");
        to.write(*path.path);
        to.where(path.where);
        to.add(")");
        if (path.repetition) to.repetition(*path.repetition);
    }
};

void Printer::repetition(const Repetition& repetition) {
    const auto upper = repetition.upper ? std::to_string(*repetition.upper) : std::string{};
    add(repetition.gql ? fmt::format("{{{},{}}}", repetition.lower, upper)
                       : fmt::format("*{}..{}", repetition.lower, upper));
}

void Printer::prefix(const PathPattern& path) {
    if (path.selector) {
        add(text_of(*path.selector));
        if (path.selector->count) {
            write(*path.selector->count);
            add(" ");
        }
    }
    if (path.mode) add(text_of(*path.mode));
    const bool is_grouped = path.selector && path.selector->kind == SelectorKind::ShortestGroups;
    if (is_grouped) add("GROUPS ");
}

void Printer::write(const PathPattern& path) {
    if (path.variable) {
        variable(path.variable->text);
        add(" = ");
    }
    add(text_of(path.shortest));
    prefix(path);
    bool may_join = true; // neighbours that no relationship joins are kept apart
    for (const auto& element : path.elements) {
        const bool is_relationship = std::holds_alternative<RelationshipPattern>(element);
        if (!may_join && !is_relationship) add(" ");
        may_join = is_relationship;
        std::visit(WriteElement{*this}, element);
    }
    if (path.shortest != ShortestFunction::None) add(")");
}

void Printer::write(const Pattern& pattern) {
    if (pattern.match_mode) {
        const bool repeatable = *pattern.match_mode == MatchMode::RepeatableElements;
        add(repeatable ? "REPEATABLE ELEMENTS " : "DIFFERENT RELATIONSHIPS ");
    }
    list(pattern.paths, [this](const PathPattern& path) { write(path); });
}

std::string print(const LabelExpression& labels) {
    Printer printer;
    printer.write(labels);
    return printer.take();
}

std::string print(const PathPattern& path) {
    Printer printer;
    printer.write(path);
    return printer.take();
}

} // namespace lintas::query::syntax
