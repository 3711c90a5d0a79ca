# Samples ("program<TAB>what<TAB>number[<TAB>note]") to tables. `programs` names the columns.
BEGIN { FS = "\t" }

{
    values[$1, $2, ++count[$1, $2]] = $3
    if ($3 + 0 >= most[$1, $2] + 0) {
        most[$1, $2] = $3
        where[$1, $2] = $4
    }
}

# The value at `share` of the sorted samples (nearest rank); "" when there are none.
function rank(program, what, share,    n, i, k, sorted, moved) {
    n = count[program, what]
    if (!n)
        return ""
    for (i = 1; i <= n; i++) {
        moved = values[program, what, i] + 0
        for (k = i - 1; k >= 1 && sorted[k] > moved; k--)
            sorted[k + 1] = sorted[k]
        sorted[k + 1] = moved
    }
    i = int(share * n + 0.999999)
    return sorted[i < 1 ? 1 : i]
}

function shown(number) {
    return number == "" ? "" : number >= 100 ? sprintf("%.0f", number) : sprintf("%.3g", number)
}

function ratio(what,    ours, theirs) {
    ours = rank("yotte", what, 0.5)
    theirs = rank("chromium", what, 0.5)
    return ours == "" || theirs + 0 == 0 ? "" : sprintf("%.2f", ours / theirs)
}

function row(title, what, wanted, with_p95,    i, line, cell) {
    line = "| " title " |"
    for (i = 1; i <= n_programs; i++) {
        cell = shown(rank(name[i], what, 0.5))
        if (with_p95 && cell != "")
            cell = cell " (p95 " shown(rank(name[i], what, 0.95)) ")"
        line = line " " cell " |"
    }
    print line " " ratio(what) " | " wanted " |"
}

function single(title, what, wanted, share) {
    if (count["yotte", what])
        print "| " title " | " shown(rank("yotte", what, share)) " | " wanted " |"
}

# Memory after the last of many visits, and what came to it since the hundredth: of its own, because
# its share of what libraries and fonts take depends on who else runs.
function visits_rows(    key, parts, n, last, tenth) {
    for (key in count) {
        split(key, parts, SUBSEP)
        if (parts[2] !~ /^pss-after-/)
            continue
        n = substr(parts[2], 11) + 0
        if (n > last)
            last = n
    }
    if (!last)
        return
    tenth = last >= 200 ? 100 : 10
    single("memory (PSS) after one visit in each language, MB", "pss-after-10", "at most 64", 0.5)
    single("memory after " last " visits, MB", "pss-after-" last, "at most 64", 0.5)
    printf "| growth of its own memory from visit %d to visit %d, MB | %.2f | none |\n", tenth, last,
        values["yotte", "own-after-" last, 1] - values["yotte", "own-after-" tenth, 1]
}

END {
    n_programs = split(programs, name, " ")
    title["bare"] = "bare SDL2"
    title["yotte"] = "Yotte"
    title["chromium"] = "Chromium"
    if (count["yotte", "painted"]) {
        line = "| what |"
        rule = "|---|"
        for (i = 1; i <= n_programs; i++) {
            line = line " " title[name[i]] " |"
            rule = rule "---|"
        }
        print line " Yotte : Chromium | wanted |"
        print rule "---|---|"
        row("launch to the whole first screen, ms", "painted", "")
        row("launch to first accepted tap, ms", "answers", "0.17")
        row("memory (PSS), home, MB", "pss", "0.125")
        row("tap to changed pixel, ms", "touched", "0.33; p95 under 16", 1)
        row("next screen complete, ms", "page", "0.67", 1)
        row("idle: wake-ups a second", "wakes", "0")
        row("idle: CPU, %", "cpu", "0")
        row("filter chip to changed list, 10,000, ms", "filtered@10000", "under 10", 1)
        row("the same, 100,000, ms", "filtered@100000", "under 25", 1)
        row("CPU it takes, 100,000, ms", "filter-cpu@100000", "")
        row("scrolling, 10,000: between two frames, ms", "frame@10000", "16.7", 1)
        row("CPU a frame, ms", "frame-cpu@10000", "under 4.5")
        row("frames later than 25 ms, %", "late@10000", "0")
        row("scrolling, 100,000: between two frames, ms", "frame@100000", "16.7", 1)
        row("CPU a frame, ms", "frame-cpu@100000", "under 4.5")
        row("frames later than 25 ms, %", "late@100000", "0")
        row("memory (PSS) on the list, 10,000, MB", "list-pss@10000", "at most 64")
        row("the same, 100,000, MB", "list-pss@100000", "at most 96")
        print ""
    }
    print "| Yotte by itself | | wanted |"
    print "|---|---|---|"
    visits_rows()
    single("import of 100,000 listings, s", "import@100000", "at most 10", 0.5)
    single("memory it takes, MB", "import-peak@100000", "at most 128", 1)
    single("meanwhile: tap to changed pixel, ms", "touched@import", "as before", 0.5)
    single("the same, p95, ms", "touched@import", "under 16", 0.95)
    single("meanwhile: filter chip to changed list, ms", "filtered@import", "under 25", 0.5)
    single("meanwhile: CPU a frame of scrolling, ms", "frame-cpu@import", "under 4.5", 0.5)
    single("meanwhile: frames later than 25 ms, %", "late@import", "as before", 0.5)
    single("next screen drawn, any screen and language, median, ms", "next", "", 0.5)
    single("the slowest (" where["yotte", "next"] "), ms", "next", "under 33", 1)
    single("entry to printable bytes, 58 mm, ms", "entry-58", "under 50", 0.5)
    single("the same, slowest, ms", "entry-58", "under 50", 1)
    single("entry to printable bytes, 80 mm, ms", "entry-80", "under 50", 0.5)
    single("durable save, ms", "save", "", 0.5)
    single("disk flushes it takes, at most", "flushes", "1", 1)
    single("one 4 KB append and flush by itself, ms", "append", "", 0.5)
}
