#include "graph/lmdb/page_walk.h"

#include <fmt/format.h>

#include <algorithm>

namespace lintas::lmdb {

namespace {

constexpr std::uint16_t deepest_tree = 32; // LMDB's cursors hold no more
constexpr std::size_t largest_key = 511;

std::size_t even(std::size_t size) { return size + size % 2; }

bool less(ByteView left, ByteView right, KeyOrder order) {
    if (order == KeyOrder::Numbers)
        return read_at<std::uint64_t>(left, 0) < read_at<std::uint64_t>(right, 0);
    return std::ranges::lexicographical_compare(left, right);
}

} // namespace

// The walk through one tree.
class PageWalk::Tree {
public:
    Tree(PageWalk& walk, const TreeRoot& root, std::string_view name, KeyOrder order,
         const Visit& visit)
        : walk_{walk}, root_{root}, name_{name}, order_{order}, visit_{visit} {}

    bool run() {
        if (root_.root == no_page) {
            if (root_.depth != 0) report(no_page, "has a depth but no pages");
        } else if (root_.depth == 0 || root_.depth > deepest_tree) {
            report(root_.root, "is the root of a tree of an impossible depth");
        } else {
            walk_page(root_.root, 1);
        }
        if (is_sound_) compare_counts();
        return is_sound_;
    }

private:
    void report(PageNumber page, std::string_view what) {
        is_sound_ = false;
        walk_.report_(page == no_page ? fmt::format("Table `{}` {}", name_, what)
                                      : fmt::format("Page {} of table `{}` {}", page, name_, what));
    }

    void compare_counts() {
        const auto compare = [this](std::uint64_t promised, std::uint64_t found, const char* what) {
            if (promised != found)
                report(no_page, fmt::format("promises {} {}, has {}", promised, what, found));
        };
        compare(root_.entries, entries_, "entries");
        compare(root_.branch_pages, branch_pages_, "branch pages");
        compare(root_.leaf_pages, leaf_pages_, "leaf pages");
        if (walk_.reads_large_values_)
            compare(root_.overflow_pages, overflow_pages_, "pages of large values");
    }

    void walk_page(PageNumber number, std::uint16_t level) {
        const auto page = walk_.file_.page(number);
        if (page.empty()) return report(number, "lies beyond the end of the file");
        if (!walk_.mark(number, 1)) return report(number, "is in use twice");
        const auto header = read_at<PageHeader>(page, 0);
        const bool is_leaf = level == root_.depth;
        if (header.number != number || header.flags != (is_leaf ? leaf_page : branch_page))
            return report(number, "has the header of another page");
        if (!has_sound_bounds(page, header, is_leaf)) return report(number, "has wild offsets");
        use(page, 0, sizeof header.number);
        use(page, 10, header.lower - std::size_t{10});
        ++(is_leaf ? leaf_pages_ : branch_pages_);
        const auto count = (header.lower - sizeof header) / sizeof(std::uint16_t);
        for (std::size_t at = 0; at < count && is_sound_; ++at)
            is_leaf ? walk_leaf_node(number, page, at) : walk_branch_node(page, at, level);
    }

    // Do all nodes lie within the page, side by side and without gaps?
    bool has_sound_bounds(ByteView page, const PageHeader& header, bool is_leaf) const {
        if (header.lower < sizeof header + sizeof(std::uint16_t) || header.lower % 2 != 0 ||
            header.lower > header.upper || header.upper > page.size())
            return false;
        const auto count = (header.lower - sizeof header) / sizeof(std::uint16_t);
        if (!is_leaf && count < 2) return false;
        std::size_t total = 0;
        for (std::size_t at = 0; at < count; ++at) {
            const std::size_t offset = node_offset(page, at);
            if (offset % 2 != 0 || offset < header.upper ||
                offset + sizeof(NodeHeader) > page.size())
                return false;
            const auto size = node_bytes(read_at<NodeHeader>(page, offset), is_leaf);
            if (size > page.size() - offset) return false;
            total += even(size);
        }
        return total == page.size() - header.upper;
    }
    static std::size_t node_offset(ByteView page, std::size_t at) {
        return read_at<std::uint16_t>(page, sizeof(PageHeader) + at * sizeof(std::uint16_t));
    }
    static std::size_t node_bytes(const NodeHeader& node, bool is_leaf) {
        const std::size_t head = sizeof node + node.key_bytes;
        if (!is_leaf) return head;
        return head + (node.flags & big_value ? sizeof(PageNumber) : node.value_bytes());
    }

    void walk_branch_node(ByteView page, std::size_t at, std::uint16_t level) {
        const auto offset = node_offset(page, at);
        const auto node = read_at<NodeHeader>(page, offset);
        const auto key = page.subspan(offset + sizeof node, node.key_bytes);
        use(page, offset, sizeof node);
        // The first key of a branch page stands for all that are smaller; LMDB ignores it.
        if (at > 0 && !is_key(key)) return report(node.child(), "has a key of an impossible size");
        if (at > 0 && has_last_ && !less(last_key_, key, order_))
            return report(node.child(), "is out of order");
        if (at > 0) remember_separator(key);
        walk_page(node.child(), static_cast<std::uint16_t>(level + 1));
    }

    void walk_leaf_node(PageNumber number, ByteView page, std::size_t at) {
        const auto offset = node_offset(page, at);
        const auto node = read_at<NodeHeader>(page, offset);
        const auto key = page.subspan(offset + sizeof node, node.key_bytes);
        use(page, offset, sizeof node);
        // Pages were freed by some transaction; which one is of no interest to a closed file.
        if (order_ == KeyOrder::Bytes) use(page, offset + sizeof node, key.size());
        const auto value_at = sizeof node + key.size();
        use(page, offset + value_at, node_bytes(node, true) - value_at);
        if (!is_key(key)) return report(number, "has a key of an impossible size");
        if (!is_next(key)) return report(number, "has keys out of order");
        last_key_ = key;
        has_last_ = true;
        is_separator_ = false;
        ++entries_;
        const auto value = page.subspan(offset + sizeof node + key.size());
        if (node.flags == big_value) return walk_large_value(number, key, node, value);
        if (node.flags != 0 &&
            (node.flags != table_value || node.value_bytes() != sizeof(TreeRoot)))
            return report(number, "has an entry of an unknown kind");
        visit_({key, value.first(node.value_bytes()), node.flags == table_value});
    }

    void walk_large_value(PageNumber number, ByteView key, const NodeHeader& node, ByteView place) {
        const auto first = read_at<PageNumber>(place, 0);
        const auto run = large_value_run(first, node.value_bytes());
        const auto pages = walk_.file_.pages(first, run);
        if (run == 0 || pages.empty()) return report(number, "has a value that is cut short");
        if (!walk_.mark(first, run)) return report(number, "has a value on pages in use twice");
        overflow_pages_ += run;
        if (walk_.reads_large_values_) {
            use(pages, 0, sizeof(PageNumber));
            use(pages, 10, sizeof(PageHeader) - 10 + node.value_bytes());
        }
        visit_({key, pages.subspan(sizeof(PageHeader), node.value_bytes()), false});
    }

    // How many pages a value fills. An overwritten one may keep more than it needs, which only its
    // first page says. 0 if that is not the page of a large value.
    std::uint64_t large_value_run(PageNumber first, std::uint32_t value_bytes) const {
        const std::uint64_t needed =
            (sizeof(PageHeader) - 1 + value_bytes) / walk_.file_.page_bytes() + 1;
        if (!walk_.reads_large_values_) return needed;
        const auto page = walk_.file_.page(first);
        if (page.empty()) return 0;
        const auto header = read_at<PageHeader>(page, 0);
        if (header.number != first || header.flags != overflow_page || header.run() < needed)
            return 0;
        return header.run();
    }

    bool is_key(ByteView key) const {
        if (order_ == KeyOrder::Numbers) return key.size() == sizeof(std::uint64_t);
        return !key.empty() && key.size() <= largest_key;
    }
    // A branch page's key is the smallest that its child may hold.
    bool is_next(ByteView key) const {
        if (!has_last_) return true;
        return is_separator_ ? !less(key, last_key_, order_) : less(last_key_, key, order_);
    }
    void remember_separator(ByteView key) {
        last_key_ = key;
        has_last_ = is_separator_ = true;
    }

    void use(ByteView page, std::size_t offset, std::size_t length) {
        if (!walk_.used_) return;
        const auto begin = page.data() - walk_.file_.page(0).data();
        walk_.used_(static_cast<std::uint64_t>(begin) + offset, length);
    }

    PageWalk& walk_;
    const TreeRoot& root_;
    std::string_view name_;
    KeyOrder order_;
    const Visit& visit_;
    bool is_sound_ = true;
    ByteView last_key_;
    bool has_last_ = false;
    bool is_separator_ = false;
    std::uint64_t entries_ = 0;
    std::uint64_t branch_pages_ = 0;
    std::uint64_t leaf_pages_ = 0;
    std::uint64_t overflow_pages_ = 0;
};

PageWalk::PageWalk(const PageFile& file, const MetaPage& meta, bool reads_large_values,
                   Report report)
    : file_{file}, last_page_{meta.last_page},
      reads_large_values_{reads_large_values}, report_{std::move(report)} {}

bool PageWalk::walk(const TreeRoot& tree, std::string_view name, KeyOrder order,
                    const Visit& visit) {
    return Tree{*this, tree, name, order, visit}.run();
}

bool PageWalk::mark(PageNumber first, std::uint64_t count) {
    if (first < 2 || first > last_page_ || count > last_page_ - first + 1) return false;
    if (file_.pages(first, count).empty()) return false;
    if (seen_.size() < first + count) seen_.resize(first + count);
    for (auto page = first; page < first + count; ++page) {
        if (seen_[page]) return false;
        seen_[page] = true;
    }
    return true;
}

bool PageWalk::mark_free(PageNumber page) {
    if (!file_.page(page).empty()) return mark(page, 1);
    ++free_beyond_file_;
    return page >= 2 && page <= last_page_;
}

std::uint64_t PageWalk::missing() const {
    const auto promised = last_page_ + 1;
    const auto there = std::min(promised, file_.page_count());
    return promised - there - std::min(promised - there, free_beyond_file_);
}

std::vector<PageNumber> PageWalk::unseen() const {
    std::vector<PageNumber> pages;
    for (PageNumber page = 2; page <= last_page_ && !file_.page(page).empty(); ++page)
        if (page >= seen_.size() || !seen_[page]) pages.push_back(page);
    return pages;
}

} // namespace lintas::lmdb
