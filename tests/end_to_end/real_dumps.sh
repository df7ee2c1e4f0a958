# Shared by the scripts over real dumps: skips where these are not at hand, and names them.
data=${LINTAS_REAL_DATA:-$root/../shared/data}
[[ -d $data/ror && -d $data/cordis ]] || skip "no real data at $data"
store=$work/real.lintas
registry=("ror=$data/ror/ror-all-v2-2026-06-23_schema_v2.zip")
older_projects=("cordis=$data/cordis/h2020-eunets" "cordis=$data/cordis/pic_names_derived.csv")
newer_projects=("cordis=$data/cordis/horizon-hopon")

# load_dumps SOURCE...: into the store; what does not fit is left in rejects.csv.
load_dumps() {
    run load "$store" "$@" --reject "$work/rejects.csv"
    expect_code 0
}
