#include "kiosk/catalogue_build.h"

#include "base/log.h"
#include "base/str.h"
#include "content/import/print.h"
#include "kiosk/catalogue_import.h"

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#define STAMP_BYTES 24
#define LOGGED_MAX 5 /* bad rows of one sheet that the log names */
#define SHEETS_MAX 200

/* One sheet of SITE/imports/KIND. */
struct sheet {
    enum yt_import_kind kind;
    char name[NAME_MAX + 1];
};

struct build {
    const char *site_folder;
    const struct yt_site_content *site;
    struct sheet *sheets; /* by kind and name */
    size_t sheet_count;
    char stamp[YT_CATALOGUE_STAMP];
};

/* --- What the site's files look like ---------------------------------------------------------- */

static bool is_sheet(const char *name)
{
    static const char *const ends[] = {".csv", ".tsv", ".json", ".jsonl", ".jsonld", ".ndjson"};
    const char *end = strrchr(name, '.');

    for (size_t i = 0; end && name[0] != '.' && i < YT_COUNT(ends); i++)
        if (strcasecmp(end, ends[i]) == 0)
            return true;
    return false;
}

static int by_kind_and_name(const void *a, const void *b)
{
    const struct sheet *first = a;
    const struct sheet *second = b;

    return first->kind != second->kind ? (int)first->kind - (int)second->kind
                                       : strcmp(first->name, second->name);
}

/* The rest must be seen, whatever is the matter with one folder. */
static void find_sheets_of(struct build *build, enum yt_import_kind kind)
{
    char folder[PATH_MAX];
    const struct dirent *entry;
    DIR *listing;

    (void)snprintf(folder, sizeof folder, "%s/imports/%s", build->site_folder,
                   yt_import_kind_name(kind));
    listing = opendir(folder);
    if (!listing) {
        if (errno != ENOENT)
            yt_log(YT_LOG_WARNING, "%s: %s; its sheets are left out", folder, strerror(errno));
        return;
    }
    while ((entry = readdir(listing)) != NULL) {
        if (!is_sheet(entry->d_name))
            continue;
        if (build->sheet_count == SHEETS_MAX) {
            yt_log(YT_LOG_WARNING, "%s: more than %d sheets; the rest is left out", folder,
                   SHEETS_MAX);
            break;
        }
        build->sheets[build->sheet_count].kind = kind;
        (void)snprintf(build->sheets[build->sheet_count].name,
                       sizeof build->sheets[build->sheet_count].name, "%s", entry->d_name);
        build->sheet_count++;
    }
    (void)closedir(listing); /* was only read */
}

static void sheet_path(const struct build *build, const struct sheet *sheet, char path[PATH_MAX])
{
    (void)snprintf(path, PATH_MAX, "%s/imports/%s/%s", build->site_folder,
                   yt_import_kind_name(sheet->kind), sheet->name);
}

/* NAME.mapping.yaml beside NAME.csv; "" when there is none. */
static void mapping_path(const struct build *build, const struct sheet *sheet, char path[PATH_MAX])
{
    struct stat status;

    (void)snprintf(path, PATH_MAX, "%s/imports/%s/%.*s.mapping.yaml", build->site_folder,
                   yt_import_kind_name(sheet->kind), (int)(strrchr(sheet->name, '.') - sheet->name),
                   sheet->name);
    if (stat(path, &status) != 0)
        path[0] = '\0';
}

static void add_file(crypto_generichash_state *hash, const char *path)
{
    struct stat status;
    char line[PATH_MAX + 96];
    int length;

    if (path[0] == '\0' || stat(path, &status) != 0)
        return;
    length = snprintf(line, sizeof line, "%s %lld %lld.%09ld\n", path, (long long)status.st_size,
                      (long long)status.st_mtim.tv_sec, status.st_mtim.tv_nsec);
    (void)crypto_generichash_update(hash, (const unsigned char *)line, (unsigned long long)length);
}

/* Content that a site's owner changed has another time; content that was published anew has
 * another number. Reading it all at every start would cost more than it could find. */
static void make_stamp(struct build *build)
{
    static const char *const own[] = {"site.yaml", "listings.yaml", "search-words.yaml"};
    crypto_generichash_state hash;
    unsigned char digest[STAMP_BYTES];
    char path[PATH_MAX];

    (void)crypto_generichash_init(&hash, NULL, 0, sizeof digest);
    (void)crypto_generichash_update(&hash, (const unsigned char *)&build->site->number,
                                    sizeof build->site->number);
    for (size_t i = 0; i < YT_COUNT(own); i++) {
        (void)snprintf(path, sizeof path, "%s/%s", build->site_folder, own[i]);
        add_file(&hash, path);
    }
    for (size_t i = 0; i < build->sheet_count; i++) {
        sheet_path(build, &build->sheets[i], path);
        add_file(&hash, path);
        mapping_path(build, &build->sheets[i], path);
        add_file(&hash, path);
    }
    (void)crypto_generichash_final(&hash, digest, sizeof digest);
    (void)sodium_bin2hex(build->stamp, sizeof build->stamp, digest, sizeof digest);
}

static bool look(struct build *build, struct yt_err *err)
{
    build->sheets = calloc(SHEETS_MAX, sizeof *build->sheets);
    if (!build->sheets)
        return yt_err_set(err, YT_ERR_NO_MEMORY, "no memory for the list of sheets");
    for (int kind = YT_IMPORT_LISTINGS; kind <= YT_IMPORT_PLACES; kind++)
        find_sheets_of(build, (enum yt_import_kind)kind);
    qsort(build->sheets, build->sheet_count, sizeof *build->sheets, by_kind_and_name);
    make_stamp(build);
    return true;
}

static bool is_up_to_date(const struct build *build, const char *data_folder)
{
    char path[PATH_MAX];
    struct yt_err none = {0};
    struct yt_catalogue *catalogue;
    bool same;

    (void)snprintf(path, sizeof path, "%s/" YT_CATALOGUE_FILE, data_folder);
    catalogue = yt_catalogue_open(path, &build->site->site.languages, &none);
    same = catalogue && strcmp(yt_catalogue_stamp(catalogue), build->stamp) == 0;
    yt_catalogue_free(catalogue);
    return same;
}

/* --- Building --------------------------------------------------------------------------------- */

struct log_context {
    const char *file;
    size_t logged;
};

static void log_fault(const struct yt_import_fault *fault, void *context)
{
    struct log_context *log = context;
    char line[1024];

    if (log->logged++ >= LOGGED_MAX)
        return;
    yt_import_fault_line(fault, log->file, line, sizeof line);
    yt_log(YT_LOG_WARNING, "%s", line);
}

static void log_notice(const char *text, void *context)
{
    const struct log_context *log = context;

    yt_log(YT_LOG_INFO, "%s: %s", log->file, text);
}

/* Reads the sheet once to see whether it can be read to its end: half a sheet would look like
 * listings that were taken back. */
static bool can_be_read(const struct yt_import_options *options)
{
    struct log_context log = {.file = options->file};
    struct yt_import_sink sink = yt_import_trial;
    struct yt_import_counts counts;
    struct yt_err err = {0};

    sink.fault = log_fault;
    sink.notice = log_notice;
    sink.context = &log;
    if (!yt_import_file(options, &sink, &counts, &err)) {
        yt_log_err(YT_LOG_WARNING, "a sheet is left out", &err);
        return false;
    }
    if (counts.bad > 0)
        yt_log(YT_LOG_WARNING, "%s: %zu of %zu rows are left out", options->file, counts.bad,
               counts.rows);
    return true;
}

static bool add_sheet(const struct build *build, struct yt_catalogue_builder *builder,
                      const struct sheet *sheet, struct yt_err *err)
{
    char path[PATH_MAX];
    char mapping[PATH_MAX];
    char source[YT_SOURCE_MAX];
    struct yt_import_options options = {
        .kind = sheet->kind, .file = path, .languages = &build->site->site.languages};
    struct yt_catalogue_source_sink to;
    struct yt_import_counts counts;

    sheet_path(build, sheet, path);
    mapping_path(build, sheet, mapping);
    options.mapping = mapping[0] != '\0' ? mapping : NULL;
    (void)snprintf(source, sizeof source, YT_SOURCE_SITE "/%s/%.40s",
                   yt_import_kind_name(sheet->kind), sheet->name);
    yt_str_trim_partial(source);
    if (!can_be_read(&options))
        return true;
    yt_catalogue_source_sink_init(&to, builder, source, &build->site->offers);
    return yt_import_file(&options, &to.sink, &counts, err);
}

static bool add_listings(const struct build *build, struct yt_catalogue_builder *builder,
                         struct yt_err *err)
{
    const struct yt_offers *offers = &build->site->offers;

    for (size_t i = 0; i < offers->listing_count; i++)
        if (!yt_catalogue_builder_listing(builder, YT_SOURCE_SITE, &offers->listings[i], err)) {
            if (err->code != YT_ERR_CONFLICT)
                return false;
            yt_log_err(YT_LOG_WARNING, "a listing of the site is left out", err);
        }
    return true;
}

static bool build_all(const struct build *build, const char *data_folder, struct yt_err *err)
{
    YT_SCOPED(yt_catalogue_builder_free_scoped)
    struct yt_catalogue_builder *builder =
        yt_catalogue_begin(data_folder, build->site, YT_SOURCE_SITE, err);

    if (!builder || !add_listings(build, builder, err))
        return false;
    for (size_t i = 0; i < build->sheet_count; i++)
        if (!add_sheet(build, builder, &build->sheets[i], err)) {
            if (err->code != YT_ERR_TOO_LARGE)
                return false;
            yt_log_err(YT_LOG_WARNING, "the rest of a sheet is left out", err);
            yt_err_clear(err);
        }
    return yt_catalogue_builder_stamp(builder, build->stamp, err) &&
           yt_catalogue_builder_finish(builder, err);
}

bool yt_catalogue_bring_up_to_date(const char *site_folder, const char *data_folder,
                                   const struct yt_site_content *site, bool *changed,
                                   struct yt_err *err)
{
    struct build build = {.site_folder = site_folder, .site = site};
    bool good;

    *changed = false;
    good = look(&build, err);
    if (good && !is_up_to_date(&build, data_folder))
        good = *changed = build_all(&build, data_folder, err);
    free(build.sheets);
    return good;
}

bool yt_catalogue_build_anew(const char *site_folder, const char *data_folder,
                             const struct yt_site_content *site, struct yt_err *err)
{
    struct build build = {.site_folder = site_folder, .site = site};
    const bool good = look(&build, err) && build_all(&build, data_folder, err);

    free(build.sheets);
    return good;
}
