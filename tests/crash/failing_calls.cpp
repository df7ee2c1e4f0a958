// The system's calls that write to files, in front of the system's own: they can kill the process
// or fail. The environment says which:
//
//   LINTAS_CALL    which call, counted from 1; 0 or absent: none
//   LINTAS_DEATH   1: the process is killed in that call, after half of a write
//   LINTAS_ERRNO   else the error with which the call fails
//   LINTAS_ALWAYS  1: and all that follow
//   LINTAS_COUNT   a file that is given the number of calls when the process ends
//
// Calls to descriptors 1 and 2 are left alone.
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <dlfcn.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

namespace {

std::atomic<long> calls = 0;

long number(const char* name) {
    const char* text = std::getenv(name);
    return text == nullptr ? 0 : std::atol(text);
}

template <typename Function> Function real(const char* name) {
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

[[noreturn]] void die() {
    ::kill(::getpid(), SIGKILL);
    std::abort();
}

// 0: go on. Otherwise the error to fail with; -1: die.
int verdict() {
    static const long chosen = number("LINTAS_CALL");
    static const bool dies = number("LINTAS_DEATH") == 1;
    static const bool stays = number("LINTAS_ALWAYS") == 1;
    static const int error = static_cast<int>(number("LINTAS_ERRNO"));
    const long call = ++calls;
    if (chosen == 0 || call < chosen || (call > chosen && !stays)) return 0;
    return dies ? -1 : error;
}

bool fails() {
    const int error = verdict();
    if (error < 0) die();
    if (error > 0) errno = error;
    return error > 0;
}

struct WriteCount {
    ~WriteCount() {
        const char* path = std::getenv("LINTAS_COUNT");
        if (path == nullptr) return;
        if (std::FILE* file = std::fopen(path, "w")) {
            std::fprintf(file, "%ld\n", calls.load());
            std::fclose(file);
        }
    }
} write_count;

using Writev = ssize_t (*)(int, const struct iovec*, int);
using Pwrite = ssize_t (*)(int, const void*, size_t, off_t);

} // namespace

extern "C" {

ssize_t pwrite(int descriptor, const void* bytes, size_t size, off_t offset) {
    const auto call = real<Pwrite>("pwrite");
    const int error = verdict();
    if (error == 0) return call(descriptor, bytes, size, offset);
    if (size > 1) call(descriptor, bytes, size / 2, offset);
    if (error < 0) die();
    errno = error;
    return -1;
}

ssize_t pwrite64(int descriptor, const void* bytes, size_t size, off_t offset) {
    return pwrite(descriptor, bytes, size, offset);
}

ssize_t pwritev(int descriptor, const struct iovec* parts, int count, off_t offset) {
    if (fails()) return -1;
    return real<ssize_t (*)(int, const struct iovec*, int, off_t)>("pwritev")(descriptor, parts,
                                                                              count, offset);
}

ssize_t writev(int descriptor, const struct iovec* parts, int count) {
    if (descriptor <= 2) return real<Writev>("writev")(descriptor, parts, count);
    const int error = verdict();
    if (error == 0) return real<Writev>("writev")(descriptor, parts, count);
    if (count > 1) real<Writev>("writev")(descriptor, parts, count / 2);
    if (error < 0) die();
    errno = error;
    return -1;
}

ssize_t write(int descriptor, const void* bytes, size_t size) {
    if (descriptor > 2 && fails()) return -1;
    return real<ssize_t (*)(int, const void*, size_t)>("write")(descriptor, bytes, size);
}

int fdatasync(int descriptor) { return fails() ? -1 : real<int (*)(int)>("fdatasync")(descriptor); }

int fsync(int descriptor) { return fails() ? -1 : real<int (*)(int)>("fsync")(descriptor); }

int ftruncate(int descriptor, off_t size) noexcept {
    return fails() ? -1 : real<int (*)(int, off_t)>("ftruncate")(descriptor, size);
}

int rename(const char* from, const char* to) noexcept {
    return fails() ? -1 : real<int (*)(const char*, const char*)>("rename")(from, to);
}
}
