// Sets a variable for as long as the object lives.
//
// Invariant: the variable has its old value again afterwards, also when an exception passes.
#pragma once

#include <utility>

namespace lintas::query::syntax {

template <typename Type> class Temporarily {
public:
    Temporarily(Type& variable, Type value)
        : variable_{variable}, before_{std::exchange(variable, value)} {}
    ~Temporarily() { variable_ = before_; }
    Temporarily(const Temporarily&) = delete;
    Temporarily& operator=(const Temporarily&) = delete;

private:
    Type& variable_;
    Type before_;
};

} // namespace lintas::query::syntax
