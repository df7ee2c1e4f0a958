#include "query/syntax/print.h"
#include "query/syntax/printer.h"

namespace lintas::query::syntax {

namespace {

std::string_view text_of(CreateIndex::Kind kind) {
    switch (kind) {
    case CreateIndex::Kind::Range: return "RANGE ";
    case CreateIndex::Kind::Text: return "TEXT ";
    case CreateIndex::Kind::Point: return "POINT ";
    case CreateIndex::Kind::FullText: return "FULLTEXT ";
    case CreateIndex::Kind::Vector: return "VECTOR ";
    case CreateIndex::Kind::Lookup: return "LOOKUP ";
    }
    return "";
}

std::string_view text_of(Show::What what) {
    switch (what) {
    case Show::What::Indexes: return "INDEXES";
    case Show::What::Constraints: return "CONSTRAINTS";
    case Show::What::Procedures: return "PROCEDURES";
    case Show::What::Functions: return "FUNCTIONS";
    case Show::What::Databases: return "DATABASES";
    case Show::What::Settings: return "SETTINGS";
    case Show::What::Transactions: return "TRANSACTIONS";
    }
    return "";
}

std::string rule_text(const CreateConstraint& constraint) {
    switch (constraint.kind) {
    case CreateConstraint::Kind::Unique: return "UNIQUE";
    case CreateConstraint::Kind::Key: return "KEY";
    case CreateConstraint::Kind::Exists: return "NOT NULL";
    case CreateConstraint::Kind::Type: return ":: " + constraint.type;
    }
    return "";
}

} // namespace

struct Printer::WriteStatement {
    Printer& to;

    void operator()(const Query& query) const { to.write(query); }
    void operator()(const CreateIndex& index) const {
        to.add("CREATE ");
        to.add(text_of(index.kind));
        to.add("INDEX ");
        head(index.name, index.if_not_exists);
        to.schema_pattern(index.entity, index.variable, index.labels);
        to.add(" ON ");
        if (index.kind == CreateIndex::Kind::Lookup) {
            to.add(index.entity == EntityKind::Node ? "EACH labels(" : "EACH type(");
            to.variable(index.variable.text);
            to.add(")");
        } else {
            to.add(index.each ? "EACH [" : "(");
            to.schema_keys(index.variable, index.keys);
            to.add(index.each ? "]" : ")");
        }
        to.optional_part(" OPTIONS ", index.options);
    }
    void operator()(const CreateConstraint& constraint) const {
        to.add("CREATE CONSTRAINT ");
        head(constraint.name, constraint.if_not_exists);
        to.schema_pattern(constraint.entity, constraint.variable, {constraint.label});
        to.add(" REQUIRE (");
        to.schema_keys(constraint.variable, constraint.keys);
        to.add(") IS ");
        to.add(rule_text(constraint));
    }
    void operator()(const DropSchema& drop) const {
        to.add(drop.constraint ? "DROP CONSTRAINT " : "DROP INDEX ");
        to.variable(drop.name.text);
        if (drop.if_exists) to.add(" IF EXISTS");
    }
    void operator()(const Show& show) const {
        to.add("SHOW ");
        if (show.kind) to.add(show.kind->text + " ");
        to.add(text_of(show.what));
        if (show.yield_all) {
            to.add(" YIELD *");
        } else if (!show.yield.empty()) {
            to.add(" YIELD ");
            to.yield(show.yield);
        }
        to.order_and_limits(show.rest.projection);
        to.where(show.rest.where);
        if (!show.result) return;
        to.add(" RETURN ");
        to.projection(show.result->projection);
    }
    void head(const std::optional<Name>& name, bool if_not_exists) const {
        if (name) {
            to.variable(name->text);
            to.add(" ");
        }
        to.add(if_not_exists ? "IF NOT EXISTS FOR " : "FOR ");
    }
};

void Printer::schema_pattern(EntityKind entity, const Name& name, const std::vector<Name>& labels) {
    add(entity == EntityKind::Node ? "(" : "()-[");
    variable(name.text);
    std::string_view separator = ":";
    for (const auto& label : labels) {
        add(separator);
        key(label.text);
        separator = "|";
    }
    add(entity == EntityKind::Node ? ")" : "]-()");
}

void Printer::schema_keys(const Name& name, const std::vector<Name>& keys) {
    list(keys, [&](const Name& one) {
        variable(name.text);
        add(".");
        key(one.text);
    });
}

void Printer::write(const Statement& statement) {
    switch (statement.explain) {
    case ExplainMode::None: break;
    case ExplainMode::Explain: add("EXPLAIN "); break;
    case ExplainMode::Profile: add("PROFILE "); break;
    }
    std::visit(WriteStatement{*this}, statement.form);
}

void Printer::write(const Query& query) {
    for (std::size_t part = 0; part < query.parts.size(); ++part) {
        if (part > 0) {
            add(query.unions[part - 1].first == UnionKind::All ? " UNION ALL " : " UNION ");
        }
        std::string_view separator;
        for (const auto& clause : query.parts[part].clauses) {
            add(separator);
            write(clause);
            separator = " ";
        }
    }
    if (!query.next) return;
    add(" NEXT ");
    write(*query.next);
}

std::string print(const Statement& statement) {
    Printer printer;
    printer.write(statement);
    return printer.take();
}

} // namespace lintas::query::syntax
