// Writes JSON text piece by piece: the values of containers between begin and end, keys before the
// values of an object.
//
// Invariant: what has been written is the beginning of valid JSON, as long as begins and ends
// match and each value of an object has its key. Strings must be UTF-8; bytes that are not are
// written as U+FFFD.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace lintas::server {

class JsonWriter {
public:
    JsonWriter();
    ~JsonWriter();
    JsonWriter(const JsonWriter&) = delete;
    JsonWriter& operator=(const JsonWriter&) = delete;

    void begin_object();
    void end_object();
    void begin_array();
    void end_array();
    void key(std::string_view name);

    void null();
    void boolean(bool value);
    void integer(std::int64_t value);
    void integer(std::uint64_t value);
    // Always with a point or an exponent; NaN and the infinities as strings.
    void floating(double value);
    void string(std::string_view value);

    // A value that is JSON already.
    void raw(std::string_view json);

    // A key and its string, a common pair.
    void member(std::string_view name, std::string_view value);

    // The bytes written and not yet taken.
    std::size_t size() const;
    // Moves the text written so far out; writing goes on where it was.
    std::string take();

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace lintas::server
