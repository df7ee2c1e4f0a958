// A turn that a query may leave while it waits for a writer.
#pragma once

#include "query/limits.h"
#include "server/http/turns.h"

#include <chrono>
#include <memory>
#include <optional>

namespace lintas::server {

class HeldTurn final : public query::Place {
public:
    // Null if no turn came free in that time. Must not outlive `turns`.
    static std::unique_ptr<HeldTurn> take(Turns& turns, std::chrono::milliseconds longest_wait);

    void leave() override;
    void take_again() override;

private:
    HeldTurn(Turns& turns, std::chrono::milliseconds longest_wait)
        : turns_{turns}, longest_wait_{longest_wait} {}

    Turns& turns_;
    std::chrono::milliseconds longest_wait_;
    std::optional<Turns::Turn> turn_;
};

} // namespace lintas::server
