// A Sink onto a file descriptor, for standard output: what cannot be written is noticed, be it that
// the disk is full or that nobody reads any more.
//
// Invariant: after flush() returned, everything has been handed to the system. The destructor
// writes nothing. REQUIRES: SIGPIPE is ignored.
#pragma once

#include "server/output/sink.h"

namespace lintas::server {

class DescriptorSink final : public Sink {
public:
    // The descriptor is borrowed and stays open.
    explicit DescriptorSink(int descriptor) : descriptor_{descriptor} {}

    // Storage error when the system refuses the text.
    void write(std::string_view text) override;
    void flush() override;

    // Did the last error come of a reader that went away, as `head` does?
    bool reader_is_gone() const { return reader_is_gone_; }

private:
    int descriptor_;
    std::string buffer_;
    bool reader_is_gone_ = false;
};

} // namespace lintas::server
