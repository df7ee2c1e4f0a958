// Writes a tree as text, one method a kind of node. print() is its only user.
//
// Invariant: what is written where an expression of some level is expected is of that level or
// stands in parentheses.
#pragma once

#include "query/syntax/ast.h"

#include <string>
#include <string_view>
#include <vector>

namespace lintas::query::syntax {

// The levels of the grammar, from loose to tight. A Bounded one stands in parentheses wherever
// more than itself is written.
enum class Level {
    Bounded,
    Or,
    Xor,
    And,
    Not,
    Comparison,
    Predicate,
    Additive,
    Multiplicative,
    Power,
    Unary,
    Postfix,
    Atom,
};

class Printer {
public:
    std::string take() { return std::move(text_); }

    // print_statement.cpp
    void write(const Statement& statement);
    void write(const Query& query);

    // print_clause.cpp
    void write(const Clause& clause);

    // print_pattern.cpp
    void write(const Pattern& pattern);
    void write(const PathPattern& path);
    void write(const LabelExpression& labels);

    // print_expression.cpp: in parentheses when it is looser than `level`.
    void write(const Expression& expression, Level level = Level::Or);

    // print_name.cpp: a label, type or key.
    void key(std::string_view name);

private:
    struct WriteExpression;
    struct WriteClause;
    struct WriteLabels;
    struct WriteElement;
    struct WriteStatement;

    void add(std::string_view text) { text_ += text; }
    // Each item with `write_one`, commas between.
    template <typename Items, typename WriteOne> void list(const Items& items, WriteOne write_one) {
        std::string_view separator;
        for (const auto& item : items) {
            add(separator);
            write_one(item);
            separator = ", ";
        }
    }

    // print_name.cpp
    void variable(std::string_view name);
    void dotted(std::string_view name);
    void function_name(std::string_view name);
    void parameter(std::string_view name);
    void quoted(std::string_view name);

    // print_expression.cpp
    void expressions(const std::vector<ExpressionPointer>& items);
    void logical(const Expression& expression, const Binary& binary);
    void operand(const Expression& expression, Level level);
    void base(const Expression& expression);
    void map_projection_item(const MapProjectionItem& item);

    // print_pattern.cpp
    void label_operand(const LabelExpression& labels);
    void element_labels(const LabelExpressionPointer& labels);
    void element_rest(const ExpressionPointer& properties, const ExpressionPointer& where);
    void prefix(const PathPattern& path);
    void repetition(const Repetition& repetition);
    void element_variable(const std::optional<Name>& variable);

    // print_clause.cpp
    void projection(const Projection& projection);
    void order_and_limits(const Projection& projection);
    void projection_item(const ProjectionItem& item);
    void where(const ExpressionPointer& condition);
    void optional_part(std::string_view keyword, const ExpressionPointer& value);
    void set_items(const std::vector<SetItem>& items);
    void set_item(const SetItem& item);
    void remove_item(const RemoveItem& item);
    void labels(const std::vector<Name>& labels);
    void yield(const std::vector<YieldItem>& items);
    void transactions(const InTransactions& transactions);

    // print_statement.cpp
    void schema_pattern(EntityKind entity, const Name& name, const std::vector<Name>& labels);
    void schema_keys(const Name& name, const std::vector<Name>& keys);

    std::string text_;
};

} // namespace lintas::query::syntax
