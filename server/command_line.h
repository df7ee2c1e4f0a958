// What a command declares of its arguments, and the parsing of them.
//
// Invariant: bound variables have been set when parse() returns; they outlive the CommandLine.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace lintas::server {

class CommandLine {
public:
    // `name` is how the command is called, "lintas load".
    CommandLine(const std::string& name, const std::string& help);
    ~CommandLine();
    CommandLine(const CommandLine&) = delete;
    CommandLine& operator=(const CommandLine&) = delete;

    // Required, in this order.
    void argument(const std::string& name, std::string& value, const std::string& help);
    // May lack, behind those.
    void optional_argument(const std::string& name, std::string& value, const std::string& help);
    void arguments(const std::string& name, std::vector<std::string>& values,
                   const std::string& help);
    // Optional: "--delimiter", or "-p,--parameter" with a short form.
    void option(const std::string& name, std::string& value, const std::string& help);
    void option(const std::string& name, std::uint64_t& value, const std::string& help);
    void option(const std::string& name, std::vector<std::string>& values, const std::string& help);
    void flag(const std::string& name, bool& value, const std::string& help);
    // More text below the help.
    void footer(const std::string& text);

    // The text to show instead of running, for --help and --version. Usage error for arguments that
    // do not fit.
    std::optional<std::string> parse(const std::vector<std::string>& arguments);

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace lintas::server
