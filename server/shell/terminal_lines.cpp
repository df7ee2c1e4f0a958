#include "server/shell/terminal_lines.h"

#include "graph/expect.h"
#include "server/shell/candidate_list.h"
#include "server/shell/terminal_size.h"

#include <histedit.h>
#include <langinfo.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <clocale>
#include <cstdio>
#include <cstring>
#include <cwchar>
#include <exception>
#include <utility>

namespace lintas::server {

namespace {

// libedit learns from the locale that text is UTF-8. Where people have chosen none, or another one,
// it is UTF-8 all the same.
void choose_utf8() {
    std::setlocale(LC_CTYPE, "");
    if (std::strcmp(::nl_langinfo(CODESET), "UTF-8") != 0) std::setlocale(LC_CTYPE, "C.UTF-8");
}

int characters_of(const std::string& text) {
    return static_cast<int>(
        std::ranges::count_if(text, [](unsigned char byte) { return (byte & 0xC0U) != 0x80U; }));
}

bool more_was_typed() {
    int bytes = 0;
    return ::ioctl(STDIN_FILENO, FIONREAD, &bytes) == 0 && bytes > 0;
}

bool is_blank(const std::string& text) { return text.find_first_not_of(" \t") == text.npos; }

} // namespace

struct TerminalLines::Editor {
    Editor(Signals& with_signals, Completer with_completer);
    ~Editor();

    static Editor& of(EditLine* line);
    static char* give_prompt(EditLine* line);
    static int read_character(EditLine* line, wchar_t* character);
    static unsigned char on_tab(EditLine* line, int);

    // 1, or 0 at the end of the input, or -1 if it was interrupted.
    int read_character(wchar_t& character);
    void bind_keys();
    void look_at_signals();
    bool complete();
    void add_history(const std::string& entry);

    Signals& signals;
    Completer completer;
    EditLine* line = nullptr;
    History* history = nullptr;
    std::string prompt;
    bool was_interrupted = false;
};

TerminalLines::Editor::Editor(Signals& with_signals, Completer with_completer)
    : signals{with_signals}, completer{std::move(with_completer)} {
    choose_utf8();
    line = ::el_init("lintas", stdin, stdout, stderr);
    history = ::history_init();
    expect(line != nullptr && history != nullptr, "there is memory for a line");
    ::el_set(line, EL_CLIENTDATA, this);
    ::el_set(line, EL_PROMPT, give_prompt);
    ::el_set(line, EL_EDITOR, "emacs");
    ::el_set(line, EL_GETCFN, static_cast<int (*)(EditLine*, wchar_t*)>(read_character));
    ::el_set(line, EL_ADDFN, "complete-word", "Completes the word", on_tab);
    bind_keys();
    HistEvent event{};
    ::history(history, &event, H_SETSIZE, static_cast<int>(history_entries));
    ::history(history, &event, H_SETUNIQUE, 1);
    ::el_set(line, EL_HIST, ::history, history);
    ::el_source(line, nullptr); // ~/.editrc, which may say `lintas:bind ...`
}

TerminalLines::Editor::~Editor() {
    ::history_end(history);
    ::el_end(line);
}

void TerminalLines::Editor::bind_keys() {
    constexpr std::pair<const char*, const char*> keys[] = {
        {"^I", "complete-word"},           {"^R", "em-inc-search-prev"},
        {"\\e[H", "ed-move-to-beg"},       {"\\e[F", "ed-move-to-end"},
        {"\\e[1~", "ed-move-to-beg"},      {"\\e[4~", "ed-move-to-end"},
        {"\\e[3~", "ed-delete-next-char"}, {"\\e[1;5C", "em-next-word"},
        {"\\e[1;5D", "ed-prev-word"},
    };
    for (const auto& [key, function] : keys) ::el_set(line, EL_BIND, key, function, nullptr);
}

TerminalLines::Editor& TerminalLines::Editor::of(EditLine* line) {
    void* data = nullptr;
    ::el_get(line, EL_CLIENTDATA, &data);
    return *static_cast<Editor*>(data);
}

char* TerminalLines::Editor::give_prompt(EditLine* line) { return of(line).prompt.data(); }

int TerminalLines::Editor::read_character(EditLine* line, wchar_t* character) {
    return of(line).read_character(*character);
}

void TerminalLines::Editor::look_at_signals() {
    signals.drain();
    if (signals.take_resize()) ::el_resize(line);
    if (signals.take_resumption()) {
        ::el_set(line, EL_PREP_TERM, 1);
        ::el_set(line, EL_REFRESH);
    }
    was_interrupted = signals.take_interrupt();
}

int TerminalLines::Editor::read_character(wchar_t& character) {
    std::mbstate_t state{};
    while (true) {
        pollfd waits[] = {{STDIN_FILENO, POLLIN, 0}, {signals.descriptor(), POLLIN, 0}};
        if (::poll(waits, 2, -1) < 0) continue; // a signal came, and the descriptor tells of it
        if (waits[1].revents != 0) look_at_signals();
        if (was_interrupted) return -1;
        if (waits[0].revents == 0) continue;
        char byte = 0;
        const auto size = ::read(STDIN_FILENO, &byte, 1);
        if (size < 0 && errno == EINTR) continue;
        if (size <= 0) return 0;
        const auto taken = std::mbrtowc(&character, &byte, 1, &state);
        if (taken == static_cast<std::size_t>(-2)) continue; // more bytes of it follow
        if (taken == static_cast<std::size_t>(-1)) character = L'\uFFFD';
        return 1;
    }
}

// Nothing may be thrown through libedit. Text that cannot be completed is not worth a message.
unsigned char TerminalLines::Editor::on_tab(EditLine* line, int) {
    try {
        return of(line).complete() ? CC_REDISPLAY : CC_REFRESH;
    } catch (const std::exception&) {
        return CC_ERROR;
    }
}

// Has something been written below the line?
bool TerminalLines::Editor::complete() {
    const auto* info = ::el_line(line);
    const std::string before{info->buffer, info->cursor};
    // Text that is pasted is not there to be completed.
    if (more_was_typed() || is_blank(before)) {
        ::el_insertstr(line, "  ");
        return false;
    }
    const auto completion = completer(before);
    const auto word = before.substr(completion.begin);
    const auto completed = completed_word(word, completion.candidates);
    if (completed != word) {
        ::el_deletestr(line, characters_of(word));
        ::el_insertstr(line, completed.c_str());
        return false;
    }
    if (completion.candidates.empty()) ::el_beep(line);
    if (completion.candidates.size() < 2) return false;
    const auto list = candidate_list(completion.candidates, terminal_columns(STDOUT_FILENO));
    std::fprintf(stdout, "\n%s", list.c_str());
    return true;
}

void TerminalLines::Editor::add_history(const std::string& entry) {
    HistEvent event{};
    ::history(history, &event, H_ENTER, entry.c_str());
}

TerminalLines::TerminalLines(Signals& signals, HistoryFile history, Completer completer)
    : editor_{std::make_unique<Editor>(signals, std::move(completer))}, history_{
                                                                            std::move(history)} {
    for (const auto& entry : history_.load()) editor_->add_history(entry);
}

TerminalLines::~TerminalLines() = default;

LineRead TerminalLines::read(const std::string& prompt, std::string& line) {
    editor_->prompt = prompt;
    editor_->look_at_signals();
    editor_->was_interrupted = false; // what was interrupted is over
    // Before the prompt is shown, since who sees it types.
    ::el_set(editor_->line, EL_PREP_TERM, 1);
    int size = 0;
    const auto* text = ::el_gets(editor_->line, &size);
    if (editor_->was_interrupted) {
        std::fputs("^C\n", stdout);
        return LineRead::Interrupted;
    }
    if (text == nullptr || size <= 0) {
        std::fputs("\n", stdout);
        return LineRead::End;
    }
    line.assign(text, static_cast<std::size_t>(size));
    if (line.ends_with('\n')) line.pop_back();
    return LineRead::Line;
}

void TerminalLines::remember(const std::string& entry) {
    if (entry == newest_) return;
    newest_ = entry;
    editor_->add_history(entry);
    history_.add(entry);
}

} // namespace lintas::server
