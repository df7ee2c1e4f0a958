// Where text of an answer goes, piece by piece.
//
// Invariant: write() takes all of the text or throws; pieces arrive in order.
#pragma once

#include <string>
#include <string_view>

namespace lintas::server {

class Sink {
public:
    virtual ~Sink() = default;
    virtual void write(std::string_view text) = 0;
    // Hands on what was kept back.
    virtual void flush() {}
};

class StringSink final : public Sink {
public:
    void write(std::string_view text) override { text_ += text; }
    const std::string& text() const { return text_; }

private:
    std::string text_;
};

} // namespace lintas::server
