// The recursive descent: one method a production of the grammar. parse() is its only user.
//
// Invariant: methods enter with the cursor on the first token of what they read and leave it
// behind the last. No more than syntax_depth_limit productions that may contain themselves are
// open at a time, and no tree is built that is deeper than that.
#pragma once

#include "query/syntax/ast.h"
#include "query/syntax/cursor.h"
#include "query/syntax/temporarily.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace lintas::query::syntax {

// Where a query stands decides how it may end and what it may do.
enum class QueryPlace { Statement, Call, Subquery };

class Grammar {
public:
    explicit Grammar(std::string_view text) : cursor_{text} {}

    // parse_statement.cpp
    Statement statement();

private:
    // Counts an open production that may contain itself.
    class Nested {
    public:
        explicit Nested(Grammar& grammar);
        ~Nested() { --grammar_.nesting_; }
        Nested(const Nested&) = delete;
        Nested& operator=(const Nested&) = delete;

    private:
        Grammar& grammar_;
    };

    // Measures the tree built while it lives: its own nodes, put above the highest subtree that
    // was built meanwhile, add to the tree around it.
    class Height {
    public:
        explicit Height(Grammar& grammar) : grammar_{grammar}, outer_{grammar.height_} {
            grammar.height_ = 0;
        }
        ~Height();
        Height(const Height&) = delete;
        Height& operator=(const Height&) = delete;

        // One more node (or `nodes` of them) above what was built.
        void grow(std::size_t nodes = 1);

    private:
        Grammar& grammar_;
        std::size_t outer_;
    };

    // parse_statement.cpp
    void query_options();
    ExplainMode explain_mode();
    void end_of_statement();

    // parse_schema.cpp
    bool at_schema_change() const;
    std::optional<CreateIndex::Kind> index_kind();
    CreateIndex create_index();
    CreateConstraint create_constraint();
    bool if_not_exists();
    std::optional<Name> schema_name();
    DropSchema drop_schema();
    struct SchemaTarget;
    SchemaTarget schema_target();
    void schema_labels(SchemaTarget& target);
    void index_keys(CreateIndex& index);
    std::vector<Name> schema_keys(const Name& variable, TokenKind close);
    Name schema_key(const Name& variable);
    void lookup_target(const CreateIndex& index);
    void constraint_rule(CreateConstraint& constraint);

    // parse_show.cpp
    struct ShowRow;
    static const ShowRow show_rows[];
    const ShowRow* find_subject(std::size_t ahead) const;
    Show show();
    void show_subject(Show& show);
    void show_yield(Show& show);

    // parse_query.cpp
    QueryPointer braced_query(QueryPlace place);
    QueryPointer subquery_body();
    Query query(QueryPlace place);
    SingleQuery single_query(QueryPlace place);
    Clause conditional(QueryPlace place);
    QueryPointer branch(QueryPlace place);
    void check_end(const SingleQuery& query, QueryPlace place) const;
    UnionKind union_kind();
    bool begins_query(std::size_t position) const;

    // parse_clause.cpp
    struct ClauseRow;
    static const ClauseRow clause_rows[];
    const ClauseRow* find_clause() const;
    bool at_clause() const;
    Clause clause();
    Clause match();
    void index_hint();
    Clause optional_clause();
    Clause unwind();
    Clause for_clause();
    Clause with();
    Clause order_clause();
    Clause return_clause();
    Clause let();
    Clause filter();
    Clause finish();
    Clause load_csv();
    Clause refuse_clause();
    ExpressionPointer where();

    // parse_projection.cpp
    Projection projection();
    ProjectionItem projection_item();
    void order_and_limits(Projection& projection);
    std::vector<SortItem> order();
    SortItem sort_item();

    // parse_update.cpp
    Clause create();
    Clause merge();
    Clause set();
    Clause remove();
    Clause delete_clause();
    Clause foreach_clause();
    std::vector<SetItem> set_items();
    SetItem set_item();
    RemoveItem remove_item();
    ExpressionPointer property_target();
    bool at_label_item() const;
    std::vector<Name> label_names();

    // parse_call.cpp
    Clause call();
    Clause call_procedure(bool optional);
    Clause call_subquery(bool optional);
    Name dotted_name(std::string_view expected);
    void yield(CallProcedure& call);
    std::vector<YieldItem> yield_items();
    void scope_clause(CallSubquery& call);
    std::optional<InTransactions> in_transactions();
    bool transactions_option(InTransactions& transactions);
    OnError on_error();

    // parse_pattern.cpp
    Pattern pattern();
    std::optional<MatchMode> match_mode();
    PathPattern path_pattern();
    void path_prefix(PathPattern& path);
    SelectorKind selector_kind();
    std::optional<PathMode> path_mode();
    ExpressionPointer selector_count();
    bool at_selector() const;
    PathPattern shortest_function();
    void path_elements(PathPattern& path);
    void path_chain(PathPattern& path);
    bool at_parenthesized_path() const;
    ParenthesizedPath parenthesized_path();

    // parse_element.cpp
    NodePattern node_pattern();
    RelationshipPattern relationship_pattern();
    void relationship_details(RelationshipPattern& relationship);
    void dash(std::string_view expected);
    bool at_dash() const;
    bool at_relationship() const;
    std::optional<Name> element_variable();
    LabelExpressionPointer element_labels();
    ExpressionPointer element_properties();
    ExpressionPointer element_where();
    std::optional<Repetition> star_range();
    std::optional<Repetition> quantifier();
    void quantifier_bounds(Repetition& repetition);
    std::uint64_t count(std::string_view expected);

    // parse_label.cpp
    LabelExpressionPointer label_expression();
    void check_label_signs(std::size_t first) const;
    LabelExpressionPointer label_and();
    LabelExpressionPointer label_not();
    LabelExpressionPointer label_atom();
    LabelExpressionPointer make_label(LabelExpression label, std::size_t first) const;

    // parse_lookahead.cpp: decide, without taking a token, what an opening bracket begins.
    struct BracketContent {
        bool has_comma = false;
        bool has_where = false;
        std::size_t first_bar = 0; // positions of `|` directly in the brackets; 0: none
        std::size_t last_bar = 0;
    };
    // Of the tokens directly in the brackets, none deeper.
    BracketContent bracket_content(std::size_t open) const;
    std::size_t behind_bracket(std::size_t open) const;
    bool is_node_pattern(std::size_t open) const;
    std::size_t behind_arrow(std::size_t position) const;
    bool is_pattern(std::size_t open) const;
    bool is_list_comprehension() const;
    bool is_pattern_comprehension() const;
    bool is_call() const;
    bool starts_expression(const Token& token) const;

    // parse_expression.cpp
    // `value` is what stands anywhere; `condition` may also be a pattern.
    ExpressionPointer value();
    ExpressionPointer condition();
    ExpressionPointer expression();
    ExpressionPointer logical(std::size_t level);
    ExpressionPointer negation();
    ExpressionPointer comparison();
    std::optional<ComparisonOperator> comparison_operator();
    ExpressionPointer predicate();
    bool join_predicate(ExpressionPointer& operand, std::size_t first, Height& height);
    ExpressionPointer is_predicate(ExpressionPointer operand, std::size_t first);
    ExpressionPointer arithmetic(std::size_t level);
    ExpressionPointer chain(std::vector<ExpressionPointer> operands,
                            std::vector<BinaryOperator> operators, std::size_t first);
    ExpressionPointer unary();
    ExpressionPointer postfix(bool with_labels);
    ExpressionPointer bracket_suffix(ExpressionPointer base, std::size_t first);
    void check_chain(std::size_t operands) const;

    // parse_atom.cpp
    ExpressionPointer atom();
    ExpressionPointer number(bool negative);
    ExpressionPointer string();
    ExpressionPointer parameter();
    ExpressionPointer parenthesized();
    void refuse_operator() const;
    ExpressionPointer word();
    ExpressionPointer constant(Value value);
    ExpressionPointer variable();
    ExpressionPointer list();
    ExpressionPointer map();
    MapEntry map_entry();
    ExpressionPointer map_projection(ExpressionPointer base, std::size_t first);
    MapProjectionItem map_projection_item();
    ExpressionPointer function_call();
    ExpressionPointer count_star();
    ExpressionPointer case_expression();
    std::vector<ExpressionPointer> case_conditions();
    ExpressionPointer case_condition();
    bool at_case_predicate() const;
    bool at_case() const;
    std::vector<ExpressionPointer> expressions_until(TokenKind close, std::string_view expected);

    // parse_text_function.cpp
    std::string_view trim_side();
    void trim_arguments(FunctionCall& call);
    std::size_t behind_normalized(std::size_t ahead) const;
    std::string normal_form(std::size_t words);
    void read_normal_form(FunctionCall& call) const;

    // parse_comprehension.cpp
    ExpressionPointer list_comprehension();
    ExpressionPointer pattern_comprehension();
    ExpressionPointer quantified(QuantifierKind kind);
    ExpressionPointer reduce();
    ExpressionPointer pattern_predicate();
    ExpressionPointer subquery(SubqueryKind kind);
    std::optional<SubqueryKind> subquery_kind() const;
    std::optional<QuantifierKind> quantifier_kind() const;

    // parse_type.cpp
    std::string type_name();
    std::string single_type();
    std::string plain_type();

    template <typename Form> ExpressionPointer make(Form form, std::size_t first) const {
        return std::make_unique<Expression>(Expression{std::move(form), cursor_.span_from(first)});
    }
    template <typename Form> Clause make_clause(Form form, std::size_t first) const {
        return {std::move(form), cursor_.span_from(first)};
    }

    Cursor cursor_;
    std::size_t nesting_ = 0;
    std::size_t height_ = 0;              // of the highest tree since the last Height began
    std::size_t bar_ = 0;                 // the `|` that ends the filter of the comprehension here
    bool patterns_allowed_ = false;       // may (a)-->(b) stand here as an expression?
    bool dotted_keys_allowed_ = false;    // may a map have keys such as vector.dimensions?
    bool patterns_in_expression_ = false; // is the path read here one?
};

} // namespace lintas::query::syntax
