#include "loaders/xml_reader.h"

#include "graph/error.h"
#include "loaders/character_entities.h"
#include "loaders/utf8.h"

#include <fmt/format.h>

#include <algorithm>

namespace lintas::loaders {
namespace {

constexpr std::size_t deepest_element = 256;
constexpr std::string_view xml_spaces = " \t\r\n";

std::string whole(const Input& input) {
    constexpr std::size_t chunk = 1 << 16;
    const auto stream = input.open();
    std::string bytes;
    while (true) {
        const auto before = bytes.size();
        bytes.resize(before + chunk);
        const auto count = stream->read(bytes.data() + before, chunk);
        bytes.resize(before + count);
        if (count == 0) break;
    }
    if (bytes.starts_with(byte_order_mark)) bytes.erase(0, byte_order_mark.size());
    return bytes;
}

} // namespace

XmlReader::XmlReader(const Input& input) : file_{input.name()}, bytes_{whole(input)} {
    if (!is_utf8(bytes_)) fail("has text that is not UTF-8");
}

void XmlReader::fail(std::string_view what) const {
    throw Error{ErrorCode::Input, fmt::format("Line {} of `{}` {}", line_, file_, what)};
}

void XmlReader::move(std::size_t count) {
    const auto begin = bytes_.begin() + static_cast<std::ptrdiff_t>(at_);
    line_ += static_cast<std::uint64_t>(
        std::count(begin, begin + static_cast<std::ptrdiff_t>(count), '\n'));
    at_ += count;
}

void XmlReader::skip_spaces() {
    const auto end = std::min(bytes_.find_first_not_of(xml_spaces, at_), bytes_.size());
    move(end - at_);
}

// Past the next `end`. False if there is none.
bool XmlReader::skip_to(std::string_view end) {
    const auto found = bytes_.find(end, at_);
    if (found == std::string::npos) return false;
    move(found + end.size() - at_);
    return true;
}

std::string XmlReader::attribute(std::string_view name) const {
    const auto found = attributes_.find(name);
    return found == attributes_.end() ? std::string{} : found->second;
}

std::string XmlReader::read_name() {
    const auto end = std::min(bytes_.find_first_of(" \t\r\n/>=<\"'", at_), bytes_.size());
    const auto name = std::string_view{bytes_}.substr(at_, end - at_);
    if (name.empty()) fail("needs a name");
    move(name.size());
    const auto colon = name.find(':');
    return std::string{colon == std::string_view::npos ? name : name.substr(colon + 1)};
}

void XmlReader::read_attributes() {
    attributes_.clear();
    for (skip_spaces(); at_ < bytes_.size() && bytes_[at_] != '>' && bytes_[at_] != '/';
         skip_spaces()) {
        const auto name = read_name();
        skip_spaces();
        if (at_ == bytes_.size() || bytes_[at_] != '=') fail("has an attribute without a value");
        move(1);
        skip_spaces();
        const auto quote = at_ < bytes_.size() ? bytes_[at_] : ' ';
        if (quote != '"' && quote != '\'') fail("has an attribute whose value has no quotes");
        move(1);
        const auto end = bytes_.find(quote, at_);
        if (end == std::string::npos) fail("has an attribute without its end");
        attributes_[name] = without_entities(std::string_view{bytes_}.substr(at_, end - at_));
        move(end + 1 - at_);
    }
}

XmlEvent XmlReader::read_open() {
    move(1);
    name_ = read_name();
    read_attributes();
    if (at_ == bytes_.size()) fail("ends inside a tag");
    closes_at_once_ = bytes_[at_] == '/';
    if (closes_at_once_) move(1);
    if (at_ == bytes_.size() || bytes_[at_] != '>') fail("has a tag without its `>`");
    move(1);
    if (open_.size() == deepest_element) fail("has elements in elements, too deep");
    open_.push_back(name_);
    return XmlEvent::Open;
}

XmlEvent XmlReader::read_close() {
    move(2);
    name_ = read_name();
    skip_spaces();
    if (at_ == bytes_.size() || bytes_[at_] != '>') fail("has a tag without its `>`");
    move(1);
    if (open_.empty() || open_.back() != name_)
        fail(fmt::format("closes `{}`, which is not open", name_));
    open_.pop_back();
    return XmlEvent::Close;
}

XmlEvent XmlReader::next() {
    if (closes_at_once_) {
        closes_at_once_ = false;
        name_ = open_.back();
        open_.pop_back();
        return XmlEvent::Close;
    }
    text_.clear();
    while (at_ < bytes_.size()) {
        const auto rest = std::string_view{bytes_}.substr(at_);
        if (rest.starts_with("<![CDATA[")) {
            const auto begin = at_ + 9;
            if (!skip_to("]]>")) fail("has a CDATA without its end");
            text_ += bytes_.substr(begin, at_ - 3 - begin);
        } else if (rest.starts_with("<!--")) {
            if (!skip_to("-->")) fail("has a comment without its end");
        } else if (rest.starts_with("<?")) {
            if (!skip_to("?>")) fail("has an instruction without its end");
        } else if (rest.starts_with("<!")) {
            if (rest.substr(0, rest.find('>')).find('[') != std::string_view::npos)
                fail("declares entities or a grammar, which is not read");
            if (!skip_to(">")) fail("has a declaration without its end");
        } else if (rest.starts_with('<')) {
            if (!text_.empty()) return XmlEvent::Text;
            return rest.starts_with("</") ? read_close() : read_open();
        } else {
            const auto text = rest.substr(0, rest.find('<'));
            text_ += without_entities(text);
            move(text.size());
        }
    }
    if (!open_.empty()) fail(fmt::format("ends before `{}` is closed", open_.back()));
    return XmlEvent::End;
}

} // namespace lintas::loaders
