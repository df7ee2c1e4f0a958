// What WITH and RETURN share: items, ORDER BY, SKIP and LIMIT.
#include "query/syntax/grammar.h"

namespace lintas::query::syntax {

Projection Grammar::projection() {
    const auto first = cursor_.position();
    Projection result;
    if (cursor_.at(Keyword::Distinct)) {
        const auto& next = cursor_.token(1);
        result.distinct = starts_expression(next) || next.kind == TokenKind::Star;
        if (result.distinct) cursor_.advance();
    }
    result.all = cursor_.accept(TokenKind::Star);
    if (!result.all || cursor_.accept(TokenKind::Comma)) {
        do result.items.push_back(projection_item());
        while (cursor_.accept(TokenKind::Comma));
    }
    order_and_limits(result);
    result.span = cursor_.span_from(first);
    return result;
}

void Grammar::order_and_limits(Projection& projection) {
    projection.order = order();
    if (cursor_.accept(Keyword::Skip) || cursor_.accept(Keyword::Offset)) projection.skip = value();
    if (cursor_.accept(Keyword::Limit)) projection.limit = value();
}

ProjectionItem Grammar::projection_item() {
    const auto first = cursor_.position();
    ProjectionItem item;
    item.value = value();
    item.text = cursor_.text(cursor_.span_from(first));
    if (cursor_.accept(Keyword::As)) item.alias = cursor_.expect_name("a name for the column");
    return item;
}

std::vector<SortItem> Grammar::order() {
    std::vector<SortItem> result;
    if (!cursor_.accept(Keyword::Order)) return result;
    cursor_.expect(Keyword::By);
    do result.push_back(sort_item());
    while (cursor_.accept(TokenKind::Comma));
    return result;
}

SortItem Grammar::sort_item() {
    SortItem item{value(), false};
    if (cursor_.accept(Keyword::Descending) || cursor_.accept(Keyword::Desc)) {
        item.descending = true;
    } else if (!cursor_.accept(Keyword::Ascending)) {
        cursor_.accept(Keyword::Asc);
    }
    return item;
}

} // namespace lintas::query::syntax
