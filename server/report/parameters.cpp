#include "server/report/parameters.h"

#include "graph/memory_store.h"
#include "server/json/json_writer.h"
#include "server/json/value_json.h"

namespace lintas::report {

namespace {

bool is_name(char character) {
    return character == '_' || (character >= '0' && character <= '9') ||
           (character >= 'A' && character <= 'Z') || (character >= 'a' && character <= 'z');
}

// Parameters hold no entities, so any graph will do.
std::string json_text(const Value& value) {
    static const auto nothing = make_memory_store()->snapshot();
    server::JsonWriter writer;
    server::write_value(writer, server::Encoding::Plain, value, *nothing);
    return writer.take();
}

// As one word of a POSIX shell.
std::string shell_word(std::string_view text) {
    std::string word = "'";
    for (const char character : text) {
        if (character == '\'')
            word += "'\\''";
        else
            word += character;
    }
    return word + "'";
}

} // namespace

// The report's own queries have no `$` in texts or comments, so that looking for it is enough.
Map parameters_of(std::string_view query, const Map& all) {
    Map used;
    for (auto at = query.find('$'); at != query.npos; at = query.find('$', at + 1)) {
        auto end = at + 1;
        while (end < query.size() && is_name(query[end])) ++end;
        const auto found = all.find(query.substr(at + 1, end - at - 1));
        if (found != all.end()) used.insert(*found);
    }
    return used;
}

std::string parameters_json(const Map& parameters) { return json_text(Value{parameters}); }

std::string command_for(std::string_view query_file, const Map& parameters) {
    std::string command = "lintas query STORE - ";
    for (const auto& [name, value] : parameters)
        command += "-p " + shell_word(name + "=" + json_text(value)) + " ";
    return command + "--format csv <" + std::string{query_file} + " | sha256sum";
}

} // namespace lintas::report
