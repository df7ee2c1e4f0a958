#include "loaders/pajek_file.h"

#include "graph/error.h"
#include "loaders/ascii.h"
#include "loaders/csv_scalar.h"
#include "loaders/line_reader.h"
#include "loaders/shown_text.h"
#include "loaders/utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace lintas::loaders {
namespace {

// A file of few bytes may not ask for much memory.
constexpr std::uint32_t most_vertices = 50'000'000;

bool is_space(char letter) { return letter == ' ' || letter == '\t'; }

// The words of a line; quotes hold words together.
class Words {
public:
    explicit Words(std::string_view line) : rest_{line} {}

    std::optional<std::string_view> next() {
        while (!rest_.empty() && is_space(rest_.front())) rest_.remove_prefix(1);
        if (rest_.empty()) return {};
        if (rest_.front() == '"') {
            const auto end = rest_.find('"', 1);
            if (end != std::string_view::npos) {
                const auto word = rest_.substr(1, end - 1);
                rest_.remove_prefix(end + 1);
                return word;
            }
        }
        const auto end = std::min(rest_.find_first_of(" \t"), rest_.size());
        const auto word = rest_.substr(0, end);
        rest_.remove_prefix(end);
        return word;
    }

private:
    std::string_view rest_;
};

// The lines of a file that say something.
class PajekLines {
public:
    explicit PajekLines(const Input& input) : name_{input.name()}, lines_{input.open()} {}

    bool next(std::string_view& line) {
        while (lines_.next(line)) {
            while (!line.empty() && is_space(line.front())) line.remove_prefix(1);
            if (line.empty() || line.starts_with('%')) continue;
            if (!is_utf8(line)) fail("has text that is not UTF-8", line);
            return true;
        }
        return false;
    }

    [[noreturn]] void fail(std::string_view what, std::string_view line) const {
        throw Error{ErrorCode::Input, fmt::format("Line {} of `{}` {}: `{}`", lines_.line(), name_,
                                                  what, shown_text(line))};
    }
    [[noreturn]] void fail(std::string_view what) const {
        throw Error{ErrorCode::Input, fmt::format("`{}` {}", name_, what)};
    }

    std::uint32_t whole_number(std::optional<std::string_view> word, std::string_view line) const {
        const auto number = word ? canonical_integer(*word) : std::nullopt;
        if (!number || *number < 0 || *number > most_vertices) fail("needs a whole number", line);
        return static_cast<std::uint32_t>(*number);
    }

private:
    std::string name_;
    LineReader lines_;
};

class NetworkReader {
public:
    explicit NetworkReader(const Input& input) : lines_{input} {}

    PajekNetwork read() {
        for (std::string_view line; lines_.next(line);) {
            if (line.starts_with('*'))
                begin_part(line);
            else
                take(line);
        }
        if (!has_vertices_) lines_.fail("has no line `*Vertices`");
        if (matrix_row_ > 0 && matrix_row_ != rows_of_matrix())
            lines_.fail("has a matrix with too few rows");
        return std::move(network_);
    }

private:
    enum class Part { Nothing, Vertices, Ties, Lists, Matrix };

    void begin_part(std::string_view line) {
        Words words{line};
        const auto word = lower(*words.next());
        if (word == "*network") return;
        if (word == "*vertices") return begin_vertices(words, line);
        if (!has_vertices_) lines_.fail("comes before `*Vertices`", line);
        if (word == "*arcs" || word == "*edges") {
            part_ = Part::Ties;
        } else if (word == "*arcslist" || word == "*edgeslist") {
            part_ = Part::Lists;
        } else if (word == "*matrix") {
            part_ = Part::Matrix;
            matrix_row_ = 0;
        } else {
            lines_.fail("is of no known part of a network", line);
        }
        name_relation(words);
    }

    // `*Arcs :2 "name"`
    void name_relation(Words& words) {
        std::string name;
        while (const auto word = words.next())
            if (!word->starts_with(':')) name = *word;
        const auto found = std::ranges::find(network_.relations, name);
        relation_ = static_cast<std::size_t>(found - network_.relations.begin());
        if (found == network_.relations.end()) network_.relations.push_back(std::move(name));
    }

    void begin_vertices(Words& words, std::string_view line) {
        if (has_vertices_) lines_.fail("begins a second network; one a file is read", line);
        has_vertices_ = true;
        part_ = Part::Vertices;
        network_.vertices = lines_.whole_number(words.next(), line);
        if (const auto second = words.next()) {
            network_.first_mode = lines_.whole_number(second, line);
            if (*network_.first_mode > network_.vertices)
                lines_.fail("has more vertices of the first mode than of both", line);
        }
        network_.names.resize(network_.vertices);
    }

    void take(std::string_view line) {
        switch (part_) {
        case Part::Nothing: lines_.fail("comes before `*Vertices`", line);
        case Part::Vertices: return take_vertex(line);
        case Part::Ties: return take_tie(line);
        case Part::Lists: return take_list(line);
        case Part::Matrix: return take_row(line);
        }
    }

    std::uint32_t vertex(std::optional<std::string_view> word, std::string_view line) const {
        const auto number = lines_.whole_number(word, line);
        if (number == 0 || number > network_.vertices)
            lines_.fail(fmt::format("needs a vertex from 1 to {}", network_.vertices), line);
        return number - 1;
    }

    void take_vertex(std::string_view line) {
        Words words{line};
        const auto number = vertex(words.next(), line);
        if (const auto name = words.next()) network_.names[number] = *name;
    }

    void take_tie(std::string_view line) {
        Words words{line};
        PajekTie tie;
        tie.relation = relation_;
        tie.from = vertex(words.next(), line);
        tie.to = vertex(words.next(), line);
        if (const auto word = words.next()) {
            tie.weight = parse_float(*word);
            if (!tie.weight || !std::isfinite(*tie.weight))
                lines_.fail("needs a number as the value of the tie", line);
        }
        network_.ties.push_back(tie);
    }

    void take_list(std::string_view line) {
        Words words{line};
        const auto from = vertex(words.next(), line);
        while (const auto word = words.next())
            network_.ties.push_back({from, vertex(word, line), {}, relation_});
    }

    std::uint32_t rows_of_matrix() const { return network_.first_mode.value_or(network_.vertices); }

    // Of two modes, rows are of the first and columns of the second.
    void take_row(std::string_view line) {
        if (matrix_row_ == rows_of_matrix()) lines_.fail("is one row too many", line);
        const auto first = network_.first_mode.value_or(0);
        Words words{line};
        auto column = first;
        for (; const auto word = words.next(); ++column) {
            const auto value = parse_float(*word);
            if (!value || !std::isfinite(*value) || column == network_.vertices)
                lines_.fail("needs a number for each column", line);
            if (*value != 0) network_.ties.push_back({matrix_row_, column, value, relation_});
        }
        if (column != network_.vertices) lines_.fail("needs a number for each column", line);
        ++matrix_row_;
    }

    PajekLines lines_;
    PajekNetwork network_;
    Part part_ = Part::Nothing;
    bool has_vertices_ = false;
    std::size_t relation_ = 0;
    std::uint32_t matrix_row_ = 0;
};

} // namespace

PajekNetwork read_pajek_network(const Input& input) { return NetworkReader{input}.read(); }

std::vector<double> read_pajek_numbers(const Input& input) {
    PajekLines lines{input};
    std::string_view line;
    if (!lines.next(line)) lines.fail("has no line `*Vertices`");
    Words words{line};
    if (lower(*words.next()) != "*vertices") lines.fail("needs `*Vertices` first", line);
    const auto count = lines.whole_number(words.next(), line);
    std::vector<double> numbers;
    while (lines.next(line)) {
        const auto number = parse_float(*Words{line}.next());
        if (!number || !std::isfinite(*number) || numbers.size() == count)
            lines.fail("needs one number for each vertex", line);
        numbers.push_back(*number);
    }
    if (numbers.size() != count)
        lines.fail(fmt::format("has {} numbers for {} vertices", numbers.size(), count));
    return numbers;
}

} // namespace lintas::loaders
