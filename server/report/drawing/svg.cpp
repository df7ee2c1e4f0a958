#include "server/report/drawing/svg.h"

#include <fmt/format.h>

#include <cmath>

namespace lintas::report {

namespace {

std::string_view name(Anchor anchor) {
    switch (anchor) {
    case Anchor::Start: return "start";
    case Anchor::Middle: return "middle";
    case Anchor::End: return "end";
    }
    return "";
}

bool is_allowed(char character) {
    const auto byte = static_cast<unsigned char>(character);
    return byte >= 0x20 || character == '\t' || character == '\n' || character == '\r';
}

} // namespace

std::string escape_xml(std::string_view text) {
    std::string escaped;
    escaped.reserve(text.size());
    for (const char character : text) {
        switch (character) {
        case '&': escaped += "&amp;"; break;
        case '<': escaped += "&lt;"; break;
        case '>': escaped += "&gt;"; break;
        case '"': escaped += "&quot;"; break;
        case '\'': escaped += "&#39;"; break;
        default:
            if (is_allowed(character)) escaped += character;
        }
    }
    return escaped;
}

std::string coordinate(double value) {
    const auto tenths = std::llround(value * 10);
    if (tenths % 10 == 0) return std::to_string(tenths / 10);
    return fmt::format("{}{}.{}", tenths < 0 ? "-" : "", std::abs(tenths) / 10,
                       std::abs(tenths) % 10);
}

Svg::Svg(const Caption& caption, double width, double height) : id_{caption.id} {
    text_ = fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" lang=\"{4}\" viewBox=\"0 0 {1} "
        "{2}\" width=\"{1}\" height=\"{2}\" aria-labelledby=\"{0}-title {0}-description\" "
        "font-family=\"Noto Sans, DejaVu Sans, Arial, sans-serif\">"
        "<title id=\"{0}-title\">{3}</title><desc id=\"{0}-description\">{5}</desc>"
        "<defs><pattern id=\"{0}-hatch\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\" "
        "patternTransform=\"rotate(45)\"><path d=\"M2.5 0V5\" stroke=\"#ffffff\" "
        "stroke-width=\"3\"/><path d=\"M2.5 0V5\" stroke=\"#1a1a1a\" "
        "stroke-width=\"1\"/></pattern></defs>",
        escape_xml(id_), coordinate(width), coordinate(height), escape_xml(caption.title),
        escape_xml(caption.language), escape_xml(caption.description));
}

void Svg::stroke_attributes(const Stroke& stroke) {
    if (stroke.color.empty()) return;
    text_ +=
        fmt::format(" stroke=\"{}\" stroke-width=\"{}\"", stroke.color, coordinate(stroke.width));
    if (!stroke.dashes.empty()) text_ += fmt::format(" stroke-dasharray=\"{}\"", stroke.dashes);
    if (stroke.opacity < 1)
        text_ += fmt::format(" stroke-opacity=\"{}\"", coordinate(stroke.opacity));
}

void Svg::rectangle(double x, double y, double width, double height, std::string_view fill,
                    const Stroke& stroke) {
    text_ += fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{}\"",
                         coordinate(x), coordinate(y), coordinate(width), coordinate(height),
                         fill.empty() ? "none" : fill);
    stroke_attributes(stroke);
    text_ += "/>";
}

void Svg::circle(double x, double y, double radius, std::string_view fill, const Stroke& stroke) {
    text_ += fmt::format("<circle cx=\"{}\" cy=\"{}\" r=\"{}\" fill=\"{}\"", coordinate(x),
                         coordinate(y), coordinate(radius), fill.empty() ? "none" : fill);
    stroke_attributes(stroke);
    text_ += "/>";
}

void Svg::line(double x1, double y1, double x2, double y2, const Stroke& stroke) {
    text_ += fmt::format("<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\"", coordinate(x1),
                         coordinate(y1), coordinate(x2), coordinate(y2));
    stroke_attributes(stroke);
    text_ += "/>";
}

void Svg::path(std::string_view data, std::string_view fill, const Stroke& stroke,
               double fill_opacity) {
    text_ += fmt::format("<path d=\"{}\" fill=\"{}\"", data, fill.empty() ? "none" : fill);
    if (fill_opacity < 1) text_ += fmt::format(" fill-opacity=\"{}\"", coordinate(fill_opacity));
    stroke_attributes(stroke);
    text_ += "/>";
}

void Svg::text(double x, double y, std::string_view content, const Font& font) {
    text_ += fmt::format("<text x=\"{}\" y=\"{}\" font-size=\"{}\" fill=\"{}\"", coordinate(x),
                         coordinate(y), coordinate(font.size), font.color);
    if (font.anchor != Anchor::Start)
        text_ += fmt::format(" text-anchor=\"{}\"", name(font.anchor));
    if (font.bold) text_ += " font-weight=\"bold\"";
    if (font.turned != 0)
        text_ += fmt::format(" transform=\"rotate({} {} {})\"", coordinate(font.turned),
                             coordinate(x), coordinate(y));
    if (!font.language.empty()) text_ += fmt::format(" lang=\"{}\"", escape_xml(font.language));
    text_ += fmt::format(">{}</text>", escape_xml(content));
}

void Svg::hatch(double x, double y, double width, double height) {
    rectangle(x, y, width, height, fmt::format("url(#{}-hatch)", escape_xml(id_)));
}

void Svg::begin_hint(std::string_view hint) {
    text_ += fmt::format("<g><title>{}</title>", escape_xml(hint));
}

void Svg::end_hint() { text_ += "</g>"; }

std::string Svg::finish() {
    text_ += "</svg>";
    return std::move(text_);
}

} // namespace lintas::report
