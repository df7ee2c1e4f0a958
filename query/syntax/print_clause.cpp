#include "query/syntax/printer.h"

namespace lintas::query::syntax {

struct Printer::WriteClause {
    Printer& to;

    void operator()(const Match& match) const {
        to.add(match.optional ? "OPTIONAL MATCH " : "MATCH ");
        to.write(match.pattern);
        to.where(match.where);
    }
    void operator()(const Unwind& unwind) const {
        to.add("UNWIND ");
        to.write(*unwind.list);
        to.add(" AS ");
        to.variable(unwind.variable.text);
    }
    void operator()(const With& with) const {
        to.add("WITH ");
        to.projection(with.projection);
        to.where(with.where);
    }
    void operator()(const Return& result) const {
        to.add("RETURN ");
        to.projection(result.projection);
    }
    void operator()(const Create& create) const {
        to.add("CREATE ");
        to.write(create.pattern);
    }
    void operator()(const Set& set) const {
        to.add("SET ");
        to.set_items(set.items);
    }
    void operator()(const Remove& remove) const {
        to.add("REMOVE ");
        to.list(remove.items, [this](const RemoveItem& item) { to.remove_item(item); });
    }
    void operator()(const Merge& merge) const {
        to.add("MERGE ");
        to.write(merge.pattern);
        if (!merge.on_create.empty()) to.add(" ON CREATE SET ");
        to.set_items(merge.on_create);
        if (!merge.on_match.empty()) to.add(" ON MATCH SET ");
        to.set_items(merge.on_match);
    }
    void operator()(const Delete& removal) const {
        to.add(removal.detach ? "DETACH DELETE " : "DELETE ");
        to.expressions(removal.targets);
    }
    void operator()(const Foreach& loop) const {
        to.add("FOREACH (");
        to.variable(loop.variable.text);
        to.add(" IN ");
        to.write(*loop.list);
        to.add(" |");
        for (const auto& update : loop.updates) {
            to.add(" ");
            to.write(update);
        }
        to.add(")");
    }
    void operator()(const CallProcedure& call) const;
    void operator()(const CallSubquery& call) const;
    void operator()(const LoadCsv& load) const {
        to.add(load.headers ? "LOAD CSV WITH HEADERS FROM " : "LOAD CSV FROM ");
        to.write(*load.url);
        to.add(" AS ");
        to.variable(load.variable.text);
        to.optional_part(" FIELDTERMINATOR ", load.terminator);
    }
    void operator()(const Let& let) const {
        to.add("LET ");
        to.list(let.items, [this](const auto& item) {
            to.variable(item.first.text);
            to.add(" = ");
            to.write(*item.second);
        });
    }
    void operator()(const Filter& filter) const {
        to.add("FILTER ");
        to.write(*filter.condition);
    }
    void operator()(const Finish&) const { to.add("FINISH"); }
    void operator()(const Conditional& conditional) const {
        std::string_view separator;
        for (const auto& branch : conditional.branches) {
            to.add(separator);
            to.add("WHEN ");
            to.write(*branch.condition);
            to.add(" THEN ");
            braced(*branch.query);
            separator = " ";
        }
        if (!conditional.otherwise) return;
        to.add(" ELSE ");
        braced(*conditional.otherwise);
    }
    void braced(const Query& query) const {
        to.add("{ ");
        to.write(query);
        to.add(" }");
    }
};

void Printer::WriteClause::operator()(const CallProcedure& call) const {
    to.add(call.optional ? "OPTIONAL CALL " : "CALL ");
    to.dotted(call.procedure.text);
    if (call.arguments) {
        to.add("(");
        to.expressions(*call.arguments);
        to.add(")");
    }
    if (call.yield_all) {
        to.add(" YIELD *");
    } else if (call.yield) {
        to.add(call.yield->empty() ? " YIELD -" : " YIELD ");
        to.yield(*call.yield);
    }
    to.where(call.where);
}

void Printer::WriteClause::operator()(const CallSubquery& call) const {
    to.add(call.optional ? "OPTIONAL CALL " : "CALL ");
    if (call.imports) {
        to.add(call.imports_all ? "(*" : "(");
        to.list(*call.imports, [this](const Name& name) { to.variable(name.text); });
        to.add(") ");
    }
    braced(*call.query);
    if (call.transactions) to.transactions(*call.transactions);
}

void Printer::write(const Clause& clause) { std::visit(WriteClause{*this}, clause.form); }

void Printer::where(const ExpressionPointer& condition) { optional_part(" WHERE ", condition); }

void Printer::optional_part(std::string_view keyword, const ExpressionPointer& value) {
    if (!value) return;
    add(keyword);
    write(*value);
}

void Printer::projection(const Projection& projection) {
    if (projection.distinct) add("DISTINCT ");
    if (projection.all) add(projection.items.empty() ? "*" : "*, ");
    list(projection.items, [this](const ProjectionItem& item) { projection_item(item); });
    order_and_limits(projection);
}

void Printer::order_and_limits(const Projection& projection) {
    if (!projection.order.empty()) add(" ORDER BY ");
    list(projection.order, [this](const SortItem& item) {
        write(*item.key);
        if (item.descending) add(" DESC");
    });
    optional_part(" SKIP ", projection.skip);
    optional_part(" LIMIT ", projection.limit);
}

void Printer::projection_item(const ProjectionItem& item) {
    write(*item.value);
    if (!item.alias) return;
    add(" AS ");
    variable(item.alias->text);
}

void Printer::labels(const std::vector<Name>& labels) {
    for (const auto& label : labels) {
        add(":");
        key(label.text);
    }
}

void Printer::set_items(const std::vector<SetItem>& items) {
    list(items, [this](const SetItem& item) { set_item(item); });
}

void Printer::set_item(const SetItem& item) {
    if (const auto* const property = std::get_if<SetProperty>(&item.form)) {
        write(*property->target);
        add(" = ");
        write(*property->value);
    } else if (const auto* const whole = std::get_if<SetVariable>(&item.form)) {
        variable(whole->variable.text);
        add(whole->add ? " += " : " = ");
        write(*whole->value);
    } else {
        const auto& of = std::get<SetLabels>(item.form);
        variable(of.variable.text);
        labels(of.labels);
    }
}

void Printer::remove_item(const RemoveItem& item) {
    if (const auto* const property = std::get_if<RemoveProperty>(&item.form)) {
        write(*property->target);
    } else {
        const auto& of = std::get<RemoveLabels>(item.form);
        variable(of.variable.text);
        labels(of.labels);
    }
}

void Printer::yield(const std::vector<YieldItem>& items) {
    list(items, [this](const YieldItem& item) {
        variable(item.column.text);
        if (!item.alias) return;
        add(" AS ");
        variable(item.alias->text);
    });
}

void Printer::transactions(const InTransactions& transactions) {
    add(" IN");
    optional_part(" ", transactions.concurrent);
    add(transactions.concurrently ? " CONCURRENT TRANSACTIONS" : " TRANSACTIONS");
    optional_part(" OF ", transactions.rows);
    if (transactions.rows) add(" ROWS");
    switch (transactions.on_error) {
    case OnError::Fail: break;
    case OnError::Continue: add(" ON ERROR CONTINUE"); break;
    case OnError::Break: add(" ON ERROR BREAK"); break;
    }
    if (!transactions.report) return;
    add(" REPORT STATUS AS ");
    variable(transactions.report->text);
}

} // namespace lintas::query::syntax
