# Shared by the scripts that make a report: what holds of each.

# check_report STORE FOLDER [once]: `once` asks each query again for one member only.
check_report() {
    local store=$1 folder=$2 times=${3:-all} html=$2/report.html
    [[ $(stat -c %s "$html") -lt 2000000 ]] || fault "the page has 2 MB or more"
    grep -Eq '(src|href)="(https?:)?//|@import|url\(["'\'']?http' "$html" && fault "the page asks for something outside"
    ! grep -Eo '\{[a-zA-Z]+\}' "$html" || fault "a text of the page has a name that was not filled in"
    for file in report.md report.json; do
        [[ -s $folder/$file ]] || fault "there is no $file"
    done
    local tables=0 table
    for table in "$folder"/tables/*.csv; do
        tables=$((tables + 1))
        grep -q "$(sha256sum <"$table" | cut -d' ' -f1)" "$html" || fault "the hash of $table is not printed"
    done
    [[ $tables -ge 10 ]] || fault "there are only $tables tables"
    check_queries "$store" "$folder" "$times"
}

# Runs each command that the page prints, and compares the hash that is printed beside it.
check_queries() {
    local store=$1 folder=$2 times=${3:-all} checked=0 command expected found file
    local -A asked=()
    while IFS=$'\t' read -r command expected; do
        file=${command##*<}
        [[ $times == once && -n ${asked[$file]:-} ]] && continue
        asked[$file]=yes
        command=${command/#lintas query STORE/\"\$LINTAS\" query \"$store\"}
        found=$(cd "$folder" && eval "$command" 2>"$work/notices" | cut -d' ' -f1)
        checked=$((checked + 1))
        [[ $found == "$expected" ]] || fault "‘$command’ gives $found in place of $expected"
    done < <(printed_queries "$folder/report.html")
    [[ $checked -ge 10 ]] || fault "only $checked queries are printed"
}

# named_persons STORE FOLDER: the names, ids and ORCIDs of researchers of the store that stand in any
# file of the report.
named_persons() {
    "$LINTAS" query "$1" --format csv \
        'MATCH (r:Researcher) UNWIND [r.displayName, r.name, r.id, r.orcid] AS said WITH said
         WHERE said IS NOT NULL RETURN DISTINCT toString(said) AS said' | sed -e 1d -e 's,[\r"],,g' >"$work/persons"
    [[ -s $work/persons ]] || fault "the store has no researchers to look for"
    grep -rohwFf "$work/persons" "$2" | sort -u || true
}

# Each printed command and its hash, a tab between them.
printed_queries() {
    sed -n -e 's,.*<code>\(lintas query STORE .*\)</code>.*,command \1,p' \
        -e 's,^<dt>SHA-256</dt><dd><code>\([0-9a-f]*\)</code>.*,hash \1,p' "$1" |
        sed -e 's/&quot;/"/g' -e "s/&#39;/'/g" -e 's/&lt;/</g' -e 's/&gt;/>/g' -e 's/&amp;/\&/g' |
        awk '/^command /{command = substr($0, 9)} /^hash /{print command "\t" substr($0, 6)}'
}
