#include "kiosk/catalogue_commands.h"

#include "base/str.h"
#include "content/content.h"
#include "content/import/print.h"
#include "kiosk/catalogue_build.h"
#include "kiosk/catalogue_import.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#define LISTING_MEMORY_MAX ((size_t)1 << 20)
#define NICE 10 /* a kiosk beside it goes first */

/* The file's name without folder and end, where no source was named. */
static void default_source(const char *file, char source[YT_SOURCE_MAX])
{
    const char *name = strrchr(file, '/');
    const char *end;

    name = name ? name + 1 : file;
    end = strrchr(name, '.');
    (void)snprintf(source, YT_SOURCE_MAX / 2, "%.*s", (int)(end && end > name ? end - name : 31),
                   name);
    yt_str_trim_partial(source);
}

static void print_counts(const char *file, const char *source,
                         const struct yt_import_counts *counts, enum yt_import_kind kind)
{
    printf("%s: %zu rows read, %zu %s taken, %zu rows left out (source %s)\n", file, counts->rows,
           counts->good, yt_import_kind_name(kind), counts->bad, source);
}

static bool refuse_bad(const struct yt_kiosk_options *options,
                       const struct yt_import_counts *counts, struct yt_err *err)
{
    if (counts->good == 0)
        yt_err_set(err, YT_ERR_INVALID, "%s: none of the %zu rows can be used; nothing was changed",
                   options->file, counts->rows);
    else
        yt_err_set(err, YT_ERR_INVALID, "%s: %zu of %zu rows are bad; nothing was changed",
                   options->file, counts->bad, counts->rows);
    return yt_err_remedy(err, counts->good == 0
                                  ? "Correct the sheet, or say in a mapping what its words mean."
                                  : "Correct them, or import without --strict.");
}

static bool read_checked(const struct yt_kiosk_options *options, struct yt_date *checked,
                         struct yt_err *err)
{
    *checked = (struct yt_date){0};
    if (!options->checked || yt_date_parse(options->checked, checked))
        return true;
    yt_err_set(err, YT_ERR_INVALID, "--checked: \"%.40s\" is no date", options->checked);
    return yt_err_remedy(err, "Write year, month and day as in 2026-11-20.");
}

static bool import_into(const struct yt_kiosk_options *options, const struct yt_site_content *site,
                        const char *source, struct yt_import_counts *counts, struct yt_err *err)
{
    struct yt_import_options what = {.kind = options->import_kind,
                                     .file = options->file,
                                     .mapping = options->mapping,
                                     .languages = &site->site.languages};
    YT_SCOPED(yt_catalogue_builder_free_scoped) struct yt_catalogue_builder *builder = NULL;
    struct yt_catalogue_source_sink to;
    struct yt_import_print print;
    bool changed;
    bool read;

    if (!read_checked(options, &what.checked, err))
        return false;
    if (!options->dry_run) {
        /* The site's own first: otherwise the kiosk's next start would build all of it anew. */
        if (!yt_catalogue_bring_up_to_date(options->site_folder, options->data_folder, site,
                                           &changed, err))
            return false;
        builder = yt_catalogue_begin(options->data_folder, site, source, err);
        if (!builder)
            return false;
    }
    yt_catalogue_source_sink_init(&to, builder, source, &site->offers);
    yt_import_print_init(&print, options->file, stderr,
                         options->progress || isatty(STDERR_FILENO) == 1,
                         builder ? &to.sink : &yt_import_trial);
    read = yt_import_file(&what, &print.sink, counts, err);
    yt_import_print_end(&print);
    if (!read)
        return false;
    if (counts->good == 0 || (options->strict && counts->bad > 0))
        return refuse_bad(options, counts, err);
    return !builder || yt_catalogue_builder_finish(builder, err);
}

bool yt_catalogue_command_import(const struct yt_kiosk_options *options, struct yt_err *err)
{
    YT_SCOPED(yt_content_free_scoped) struct yt_content *content = NULL;
    char source[YT_SOURCE_MAX];
    struct yt_import_counts counts;

    (void)setpriority(PRIO_PROCESS, 0, NICE); /* no more than a kindness */
    if (options->source)
        (void)yt_str_copy(source, sizeof source, options->source);
    else
        default_source(options->file, source);
    if (!yt_catalogue_source_name(source, err) ||
        !(content = yt_content_load(options->site_folder, NULL, err)) ||
        !import_into(options, yt_content_site(content), source, &counts, err))
        return false;
    print_counts(options->file, source, &counts, options->import_kind);
    if (options->dry_run)
        puts("This was a trial: nothing was changed.");
    return true;
}

/* --- What is there ---------------------------------------------------------------------------- */

static struct yt_catalogue *open_catalogue(const struct yt_kiosk_options *options,
                                           const struct yt_languages *languages, struct yt_err *err)
{
    char path[PATH_MAX];
    struct yt_catalogue *catalogue;

    (void)snprintf(path, sizeof path, "%s/" YT_CATALOGUE_FILE, options->data_folder);
    catalogue = yt_catalogue_open(path, languages, err);
    if (!catalogue && err->code == YT_ERR_NOT_FOUND)
        yt_err_remedy(err, "Start the kiosk once, or import something; --data names the folder.");
    return catalogue;
}

static bool print_source(const struct yt_catalogue_source *source, void *context)
{
    struct yt_catalogue_source *sum = context;

    printf("%-40s %8zu listings %6zu programmes %6zu places\n", source->name, source->listings,
           source->programmes, source->places);
    sum->listings += source->listings;
    sum->programmes += source->programmes;
    sum->places += source->places;
    return true;
}

bool yt_catalogue_command_list(const struct yt_kiosk_options *options, struct yt_err *err)
{
    YT_SCOPED(yt_content_free_scoped)
    struct yt_content *content = yt_content_load(options->site_folder, NULL, err);
    YT_SCOPED(yt_catalogue_free_scoped) struct yt_catalogue *catalogue = NULL;
    struct yt_catalogue_source sum = {.name = "together"};

    if (!content ||
        !(catalogue = open_catalogue(options, &yt_content_site(content)->site.languages, err)) ||
        !yt_catalogue_sources(catalogue, print_source, &sum, err))
        return false;
    printf("%-40s %8zu listings %6zu programmes %6zu places\n", sum.name, sum.listings,
           sum.programmes, sum.places);
    return true;
}

static void print_date(const char *before, struct yt_date date)
{
    if (date.year)
        printf("%s %04d-%02d-%02d", before, date.year, date.month, date.day);
    else
        printf("%s never", before);
}

static void print_hidden(const struct yt_listing *listing, const struct yt_languages *languages,
                         enum yt_listing_hidden why, int hide_days)
{
    printf("%-31s  ", listing->id);
    switch (why) {
    case YT_LISTING_OVER:
        print_date("over: its last day was", listing->until);
        break;
    case YT_LISTING_UNCHECKED:
        print_date("unchecked: last checked", listing->checked);
        printf(", more than %d days ago", hide_days);
        break;
    case YT_LISTING_NOT_YET:
        print_date("not yet: listed from", listing->listed);
        break;
    default:
        break;
    }
    printf("  %s\n", yt_text_in(&listing->title, languages, yt_languages_find(languages, "ja")));
}

static bool print_if_hidden(struct yt_catalogue *catalogue, int64_t row, const struct yt_site *site,
                            struct yt_date today, struct yt_arena *arena, size_t *count,
                            struct yt_err *err)
{
    const int hide_days = site->settings.listing_hide_days;
    enum yt_listing_hidden why;
    struct yt_listing listing;

    yt_arena_reset(arena);
    if (!yt_catalogue_listing(catalogue, row, arena, &listing, err))
        return false;
    why = yt_listing_hidden(&listing, today, hide_days);
    if (why != YT_LISTING_SHOWN) {
        print_hidden(&listing, &site->languages, why, hide_days);
        ++*count;
    }
    return true;
}

static bool print_all_hidden(struct yt_catalogue *catalogue, const struct yt_site *site,
                             struct yt_err *err)
{
    const struct yt_local_time now =
        yt_local_time(yt_clock_wall_ms(yt_clock_system()), site->utc_offset_minutes);
    const int32_t today = yt_date_to_days(now.date);
    YT_SCOPED(yt_arena_done) struct yt_arena arena;
    struct yt_listing_index *index =
        yt_catalogue_index(catalogue, site->settings.listing_hide_days, err);
    size_t count = 0;
    bool good = index != NULL;

    yt_arena_init(&arena, LISTING_MEMORY_MAX);
    for (size_t i = 0; good && i < index->count; i++)
        if (index->keys[i].shown_from > today || index->keys[i].shown_until < today)
            good =
                print_if_hidden(catalogue, index->keys[i].row, site, now.date, &arena, &count, err);
    if (good)
        printf("%zu of %zu listings are hidden today\n", count, index->count);
    yt_listing_index_free(index);
    return good;
}

bool yt_catalogue_command_hidden(const struct yt_kiosk_options *options, struct yt_err *err)
{
    YT_SCOPED(yt_content_free_scoped)
    struct yt_content *content = yt_content_load(options->site_folder, NULL, err);
    YT_SCOPED(yt_catalogue_free_scoped) struct yt_catalogue *catalogue = NULL;

    return content &&
           (catalogue = open_catalogue(options, &yt_content_site(content)->site.languages, err)) &&
           print_all_hidden(catalogue, &yt_content_site(content)->site, err);
}

/* --- Taking out ------------------------------------------------------------------------------- */

struct finding {
    const char *name;
    bool found;
};

static bool find_source(const struct yt_catalogue_source *source, void *context)
{
    struct finding *finding = context;

    finding->found |= strcmp(source->name, finding->name) == 0;
    return true;
}

static bool has_source(const struct yt_kiosk_options *options, const struct yt_site_content *site,
                       struct yt_err *err)
{
    struct finding finding = {.name = options->file};
    YT_SCOPED(yt_catalogue_free_scoped)
    struct yt_catalogue *catalogue = open_catalogue(options, &site->site.languages, err);

    if (!catalogue || !yt_catalogue_sources(catalogue, find_source, &finding, err))
        return false;
    if (finding.found)
        return true;
    yt_err_set(err, YT_ERR_NOT_FOUND, "there is no source \"%.60s\"", options->file);
    return yt_err_remedy(err, "yotte-kiosk listings list names them all.");
}

bool yt_catalogue_command_remove(const struct yt_kiosk_options *options, struct yt_err *err)
{
    YT_SCOPED(yt_content_free_scoped) struct yt_content *content = NULL;
    YT_SCOPED(yt_catalogue_builder_free_scoped) struct yt_catalogue_builder *builder = NULL;

    (void)setpriority(PRIO_PROCESS, 0, NICE); /* as above */
    if (!yt_catalogue_source_name(options->file, err) ||
        !(content = yt_content_load(options->site_folder, NULL, err)) ||
        !has_source(options, yt_content_site(content), err) ||
        !(builder = yt_catalogue_begin(options->data_folder, yt_content_site(content),
                                       options->file, err)) ||
        !yt_catalogue_builder_finish(builder, err))
        return false;
    printf("%s: taken out\n", options->file);
    return true;
}
