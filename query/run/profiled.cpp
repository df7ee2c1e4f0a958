#include "query/run/profiled.h"

namespace lintas::query {

namespace {

class Entered {
public:
    Entered(Profile& profile, StepProfile& step)
        : profile_{profile}, before_{profile.enter(&step)} {}
    ~Entered() { profile_.enter(before_); }
    Entered(const Entered&) = delete;
    Entered& operator=(const Entered&) = delete;

private:
    Profile& profile_;
    StepProfile* before_;
};

} // namespace

bool Profiled::next(Batch& out) {
    const Entered entered{profile_, step_};
    if (!measured_->next(out)) return false;
    step_.rows += out.rows();
    return true;
}

} // namespace lintas::query
