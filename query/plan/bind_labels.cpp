#include "query/plan/bind_expression.h"

namespace lintas::query {

namespace {

struct FormulaWriter {
    LabelFormula& formula;

    void write(const syntax::LabelExpression& labels) const { std::visit(*this, labels.form); }
    void add(LabelFormula::Operation operation, std::string name = {}) const {
        formula.terms.push_back({operation, std::move(name)});
    }
    void operator()(const syntax::LabelName& form) const {
        add(LabelFormula::Operation::Name, form.name);
    }
    void operator()(const syntax::LabelAny&) const { add(LabelFormula::Operation::Any); }
    void operator()(const syntax::LabelNot& form) const {
        write(*form.operand);
        add(LabelFormula::Operation::Not);
    }
    void operator()(const syntax::LabelAnd& form) const {
        write(*form.left);
        write(*form.right);
        add(LabelFormula::Operation::And);
    }
    void operator()(const syntax::LabelOr& form) const {
        write(*form.left);
        write(*form.right);
        add(LabelFormula::Operation::Or);
    }
};

} // namespace

LabelFormula bind_labels(const syntax::LabelExpression& labels) {
    LabelFormula formula;
    FormulaWriter{formula}.write(labels);
    return formula;
}

} // namespace lintas::query
