#include "tck/feature.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <stdexcept>

namespace lintas::tck {

namespace {

std::string trimmed(const std::string& text) {
    const auto begin = text.find_first_not_of(" \t\r");
    if (begin == std::string::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t\r") + 1 - begin);
}

std::vector<std::string> read_cells(const std::string& line) {
    std::vector<std::string> cells;
    std::string cell;
    for (std::size_t i = 1; i < line.size(); ++i) {
        if (line[i] == '\\' && i + 1 < line.size()) {
            const auto next = line[++i];
            if (next == 'n')
                cell += '\n';
            else if (next == '|' || next == '\\')
                cell += next;
            else
                (cell += '\\') += next;
        } else if (line[i] == '|') {
            cells.push_back(trimmed(cell));
            cell.clear();
        } else {
            cell += line[i];
        }
    }
    return cells;
}

std::string replaced(std::string text, const std::vector<std::string>& columns,
                     const std::vector<std::string>& cells) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto mark = "<" + columns[i] + ">";
        for (auto at = text.find(mark); at != std::string::npos;
             at = text.find(mark, at + cells[i].size()))
            text.replace(at, mark.size(), cells[i]);
    }
    return text;
}

struct Template {
    std::string name;
    bool outline = false;
    bool ignored = false;
    std::vector<Step> steps;
    std::vector<Table> examples;
};

class Reader {
public:
    explicit Reader(const std::filesystem::path& file) : input_{file}, name_{file.string()} {}

    std::vector<Step> background;
    std::vector<Template> templates;

    void read() {
        for (std::string line; next(line);) take(line);
    }

private:
    bool next(std::string& line) {
        ++number_;
        return static_cast<bool>(std::getline(input_, line));
    }

    void take(const std::string& raw) {
        const auto line = trimmed(raw);
        if (line.empty() || line[0] == '#') return;
        if (line[0] == '@') {
            ignore_next_ = ignore_next_ || line.find("@ignore") != std::string::npos;
        } else if (line.starts_with("Feature:")) {
            in_description_ = true;
        } else if (line.starts_with("Background:")) {
            begin(&background);
        } else if (line.starts_with("Scenario Outline:")) {
            begin_scenario(trimmed(line.substr(17)), true);
        } else if (line.starts_with("Scenario:")) {
            begin_scenario(trimmed(line.substr(9)), false);
        } else if (line.starts_with("Examples:")) {
            templates.back().examples.emplace_back();
            in_examples_ = true;
        } else if (line.starts_with("\"\"\"")) {
            steps_->back().document = read_document(raw.find('"'));
        } else if (line[0] == '|') {
            take_row(read_cells(line));
        } else {
            take_step(line);
        }
    }

    void begin(std::vector<Step>* steps) {
        steps_ = steps;
        in_description_ = false;
        in_examples_ = false;
    }

    void begin_scenario(const std::string& name, bool outline) {
        templates.push_back({name, outline, ignore_next_, {}, {}});
        ignore_next_ = false;
        begin(&templates.back().steps);
    }

    void take_row(std::vector<std::string> cells) {
        if (in_examples_) {
            templates.back().examples.back().push_back(std::move(cells));
            return;
        }
        auto& table = steps_->back().table;
        if (!table) table.emplace();
        table->push_back(std::move(cells));
    }

    void take_step(const std::string& line) {
        constexpr std::array<const char*, 6> keywords{"Given ", "When ", "Then ",
                                                      "And ",   "But ",  "* "};
        for (const std::string keyword : keywords)
            if (line.starts_with(keyword) && steps_ != nullptr) {
                steps_->push_back({trimmed(line.substr(keyword.size())), {}, {}});
                return;
            }
        if (!in_description_)
            throw std::runtime_error{name_ + ":" + std::to_string(number_) + ": " + line};
    }

    std::string read_document(std::size_t indent) {
        std::string text;
        auto first = true;
        for (std::string line; next(line); first = false) {
            if (trimmed(line) == "\"\"\"") return text;
            const auto blank = std::min(line.find_first_not_of(" \t"), indent);
            if (!first) text += '\n';
            text += blank == std::string::npos ? std::string{}
                                               : line.substr(std::min(blank, line.size()));
        }
        throw std::runtime_error{name_ + ": a doc string does not end"};
    }

    std::ifstream input_;
    std::string name_;
    int number_ = 0;
    std::vector<Step>* steps_ = nullptr;
    bool in_description_ = false;
    bool in_examples_ = false;
    bool ignore_next_ = false;
};

Step expanded(const Step& step, const std::vector<std::string>& columns,
              const std::vector<std::string>& cells) {
    auto result = step;
    result.text = replaced(step.text, columns, cells);
    if (step.document) result.document = replaced(*step.document, columns, cells);
    if (result.table)
        for (auto& row : *result.table)
            for (auto& cell : row) cell = replaced(cell, columns, cells);
    return result;
}

void expand(const Template& source, const std::string& file, const std::string& folder,
            const std::vector<Step>& background, std::vector<Scenario>& out) {
    auto row = 0;
    const auto add = [&](const std::vector<std::string>& columns,
                         const std::vector<std::string>& cells) {
        Scenario scenario{file + "::" + source.name + "#" + std::to_string(++row), folder,
                          background};
        for (const auto& step : source.steps)
            scenario.steps.push_back(expanded(step, columns, cells));
        out.push_back(std::move(scenario));
    };
    if (!source.outline) add({}, {});
    for (const auto& examples : source.examples)
        for (std::size_t i = 1; i < examples.size(); ++i) add(examples[0], examples[i]);
}

} // namespace

std::vector<Scenario> read_feature(const std::filesystem::path& root,
                                   const std::filesystem::path& file) {
    Reader reader{file};
    reader.read();
    std::vector<Scenario> scenarios;
    const auto folder = std::filesystem::relative(file.parent_path(), root).string();
    for (const auto& source : reader.templates)
        if (!source.ignored)
            expand(source, file.stem().string(), folder, reader.background, scenarios);
    return scenarios;
}

std::vector<Scenario> read_features(const std::filesystem::path& root) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator{root})
        if (entry.path().extension() == ".feature") files.push_back(entry.path());
    std::ranges::sort(files);
    std::vector<Scenario> all;
    for (const auto& file : files) {
        auto scenarios = read_feature(root, file);
        all.insert(all.end(), std::make_move_iterator(scenarios.begin()),
                   std::make_move_iterator(scenarios.end()));
    }
    return all;
}

} // namespace lintas::tck
