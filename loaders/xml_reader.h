// Reads XML one element at a time: enough of it for files that hold data (XML 1.0 in UTF-8, without
// entities of their own).
//
// Invariant: elements are closed in the order in which they were opened; what is not so is an Input
// error that names the file and the line.
#pragma once

#include "loaders/input.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace lintas::loaders {

enum class XmlEvent { Open, Close, Text, End };

class XmlReader {
public:
    explicit XmlReader(const Input& input);

    // An element that is empty (`<a/>`) is opened and closed.
    XmlEvent next();

    // Of what was opened or closed, without its prefix.
    const std::string& name() const { return name_; }
    // Of what was opened. Empty where there is none of that name.
    std::string attribute(std::string_view name) const;
    // Between tags, with entities resolved.
    const std::string& text() const { return text_; }
    std::size_t depth() const { return open_.size(); }

    [[noreturn]] void fail(std::string_view what) const;

private:
    bool skip_to(std::string_view end);
    XmlEvent read_open();
    XmlEvent read_close();
    void read_attributes();
    std::string read_name();
    void skip_spaces();
    void move(std::size_t count);

    std::string file_;
    std::string bytes_;
    std::size_t at_ = 0;
    std::uint64_t line_ = 1;
    std::string name_;
    std::map<std::string, std::string, std::less<>> attributes_;
    std::string text_;
    std::vector<std::string> open_;
    bool closes_at_once_ = false;
};

} // namespace lintas::loaders
