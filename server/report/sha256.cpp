#include "server/report/sha256.h"

#include "graph/expect.h"

#include <fmt/format.h>
#include <openssl/evp.h>

#include <array>

namespace lintas::report {

std::string sha256(std::string_view bytes) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    const auto done =
        EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, EVP_sha256(), nullptr);
    expect(done == 1, "SHA-256 can be computed");
    std::string text;
    for (unsigned int at = 0; at < size; ++at) text += fmt::format("{:02x}", digest[at]);
    return text;
}

} // namespace lintas::report
