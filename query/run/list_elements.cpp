#include "query/run/list_elements.h"

#include "graph/error.h"

#include <algorithm>
#include <string>

namespace lintas::query {

ListElements::ListElements(const Column& lists, NotAList otherwise, std::string_view user)
    : lists_{lists}, values_{lists}, otherwise_{otherwise}, user_{user} {}

bool ListElements::next(std::size_t limit, RowNumbers& rows, Boxed& elements) {
    rows.clear();
    elements.clear();
    while (row_ < lists_.size() && elements.size() < limit) {
        take_some(values_[row_], limit, rows, elements);
    }
    return !elements.empty();
}

void ListElements::take_some(const Value& value, std::size_t limit, RowNumbers& rows,
                             Boxed& elements) {
    const auto row = static_cast<std::uint32_t>(row_);
    if (!value.is(ValueType::List)) {
        ++row_;
        if (value.is_null()) return;
        if (otherwise_ == NotAList::Refuse) {
            throw Error{ErrorCode::Type, ErrorDetail::InvalidArgumentType,
                        std::string{user_} + " needs a list, but found `" + to_text(value) + "`"};
        }
        rows.push_back(row);
        elements.push_back(value);
        return;
    }
    const auto& list = value.list();
    const auto end = std::min(list.size(), at_ + (limit - elements.size()));
    rows.insert(rows.end(), end - at_, row);
    elements.insert(elements.end(), list.begin() + static_cast<std::ptrdiff_t>(at_),
                    list.begin() + static_cast<std::ptrdiff_t>(end));
    at_ = end;
    if (at_ < list.size()) return;
    at_ = 0;
    ++row_;
}

} // namespace lintas::query
