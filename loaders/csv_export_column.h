// How the values of one property are written in a column of an exported file: plainly where they
// are of one type, otherwise each with its type.
//
// Invariant: see() is called for every value before the first field() is asked for.
#pragma once

#include "graph/value.h"
#include "loaders/csv_header.h"

#include <optional>
#include <string>
#include <string_view>

namespace lintas::loaders {

class CsvExportColumn {
public:
    void see(const Value& value);
    bool has_values() const { return has_values_; }

    // `name:long`, `name:string[]`, `name:any`.
    std::string header(std::string_view name) const;
    // Nothing for null.
    std::optional<std::string> field(const Value& value) const;

private:
    struct Form {
        ScalarType type = ScalarType::Any;
        bool is_list = false;

        bool operator==(const Form&) const = default;
    };
    static Form form_of(const Value& value);

    bool has_values_ = false;
    Form form_;
};

} // namespace lintas::loaders
