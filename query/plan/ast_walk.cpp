#include "query/plan/ast_walk.h"

namespace lintas::query {

namespace {

struct Walker {
    const ExpressionVisitor& visit;

    void see(const syntax::ExpressionPointer& part) const {
        if (part) visit(*part);
    }

    void operator()(const syntax::Literal&) const {}
    void operator()(const syntax::Variable&) const {}
    void operator()(const syntax::Parameter&) const {}
    void operator()(const syntax::CountStar&) const {}
    void operator()(const syntax::PatternPredicate&) const {}
    void operator()(const syntax::Subquery&) const {}
    void operator()(const syntax::ListLiteral& form) const {
        for (const auto& item : form.items) see(item);
    }
    void operator()(const syntax::MapLiteral& form) const {
        for (const auto& entry : form.entries) see(entry.value);
    }
    void operator()(const syntax::PropertyAccess& form) const { see(form.base); }
    void operator()(const syntax::LabelTest& form) const { see(form.base); }
    void operator()(const syntax::Index& form) const {
        see(form.base);
        see(form.index);
    }
    void operator()(const syntax::Slice& form) const {
        see(form.base);
        see(form.from);
        see(form.to);
    }
    void operator()(const syntax::Unary& form) const { see(form.operand); }
    void operator()(const syntax::Binary& form) const {
        see(form.left);
        see(form.right);
    }
    void operator()(const syntax::Chain& form) const {
        for (const auto& operand : form.operands) see(operand);
    }
    void operator()(const syntax::Comparison& form) const {
        for (const auto& operand : form.operands) see(operand);
    }
    void operator()(const syntax::TypeTest& form) const { see(form.operand); }
    void operator()(const syntax::NormalizedTest& form) const { see(form.operand); }
    void operator()(const syntax::CaseSubject&) const {}
    void operator()(const syntax::Case& form) const {
        see(form.subject);
        for (const auto& branch : form.branches) {
            for (const auto& condition : branch.when) see(condition);
            see(branch.then);
        }
        see(form.otherwise);
    }
    void operator()(const syntax::FunctionCall& form) const {
        for (const auto& argument : form.arguments) see(argument);
    }
    void operator()(const syntax::ListComprehension& form) const {
        see(form.list);
        see(form.filter);
        see(form.result);
    }
    void operator()(const syntax::Quantifier& form) const {
        see(form.list);
        see(form.predicate);
    }
    void operator()(const syntax::Reduce& form) const {
        see(form.initial);
        see(form.list);
        see(form.step);
    }
    void operator()(const syntax::PatternComprehension& form) const {
        see(form.filter);
        see(form.result);
    }
    void operator()(const syntax::MapProjection& form) const {
        see(form.base);
        for (const auto& item : form.items) see(item.value);
    }
};

} // namespace

void for_each_part(const syntax::Expression& expression, const ExpressionVisitor& visit) {
    std::visit(Walker{visit}, expression.form);
}

} // namespace lintas::query
