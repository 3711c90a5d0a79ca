#include "taker.h"

#include "base/attributes.h"

#include <dirent.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void keep_text(const struct taker *taker, const struct yt_text *text, const char *tag,
                      char *to, size_t capacity)
{
    const int language = yt_languages_find(&taker->languages, tag);
    const char *words = language >= 0 ? text->in[language] : NULL;

    (void)snprintf(to, capacity, "%s", words ? words : "");
}

static bool refuses(const struct taker *taker, const char *id, struct yt_err *err)
{
    return taker->conflict && strcmp(taker->conflict, id) == 0 &&
           !yt_err_set(err, YT_ERR_CONFLICT, "taken");
}

static struct taken *next(struct taker *taker, const char *id)
{
    struct taken *taken = &taker->taken[taker->count < TAKEN_MAX ? taker->count : TAKEN_MAX - 1];

    taker->count++;
    memset(taken, 0, sizeof *taken);
    (void)snprintf(taken->id, sizeof taken->id, "%s", id);
    return taken;
}

static bool take_listing(const struct yt_listing *listing, void *context, struct yt_err *err)
{
    struct taker *taker = context;
    struct taken *taken;

    if (refuses(taker, listing->id, err))
        return false;
    taken = next(taker, listing->id);
    taken->listing = *listing;
    keep_text(taker, &listing->title, "ja", taken->name, sizeof taken->name);
    keep_text(taker, &listing->note, "ja", taken->more, sizeof taken->more);
    keep_text(taker, &listing->area, "ja", taken->where, sizeof taken->where);
    for (size_t i = 0; i < listing->task_count; i++)
        keep_text(taker, &listing->tasks[i], "ja", taken->tasks[i], sizeof taken->tasks[i]);
    keep_text(taker, &listing->title, taker->other_language, taken->other, sizeof taken->other);
    return true;
}

static bool take_programme(const struct yt_programme *programme, void *context, struct yt_err *err)
{
    struct taker *taker = context;
    struct taken *taken;

    if (refuses(taker, programme->id, err))
        return false;
    taken = next(taker, programme->id);
    taken->programme = *programme;
    if (programme->days.date_count > 0)
        taken->date = programme->days.dates[0];
    keep_text(taker, &programme->name, "ja", taken->name, sizeof taken->name);
    keep_text(taker, &programme->text, "ja", taken->more, sizeof taken->more);
    keep_text(taker, &programme->where, "ja", taken->where, sizeof taken->where);
    return true;
}

static bool take_place(const struct yt_open_place *place, void *context, struct yt_err *err)
{
    struct taker *taker = context;
    struct taken *taken;

    if (refuses(taker, place->id, err))
        return false;
    taken = next(taker, place->id);
    taken->place = *place;
    keep_text(taker, &place->name, "ja", taken->name, sizeof taken->name);
    keep_text(taker, &place->hours, "ja", taken->more, sizeof taken->more);
    keep_text(taker, &place->where, "ja", taken->where, sizeof taken->where);
    return true;
}

static void take_fault(const struct yt_import_fault *fault, void *context)
{
    struct taker *taker = context;

    if (taker->fault_count < YT_COUNT(taker->faults))
        taker->faults[taker->fault_count] = *fault;
    taker->fault_count++;
}

static void take_notice(const char *text, void *context)
{
    struct taker *taker = context;
    const size_t used = strlen(taker->notices);

    (void)snprintf(taker->notices + used, sizeof taker->notices - used, "%s\n", text);
}

static bool take_progress(uint64_t bytes, uint64_t of_bytes, size_t rows, void *context)
{
    struct taker *taker = context;

    (void)rows;
    taker->progress_calls++;
    return bytes <= of_bytes;
}

void taker_begin(struct taker *taker, enum yt_import_kind kind)
{
    static const char *const tags[] = {"ja", "ja-easy", "en", "zh-Hans", "vi"};

    *taker = (struct taker){.kind = kind, .other_language = "en"};
    taker->languages.count = YT_COUNT(tags);
    for (size_t i = 0; i < YT_COUNT(tags); i++)
        (void)snprintf(taker->languages.tag[i], sizeof taker->languages.tag[i], "%s", tags[i]);
    taker->taken = calloc(TAKEN_MAX, sizeof *taker->taken);
    (void)strcpy(taker->folder, "/tmp/yotte-import-XXXXXX");
    if (!taker->taken || !mkdtemp(taker->folder))
        abort();
}

void taker_end(struct taker *taker)
{
    DIR *listing = opendir(taker->folder);
    const struct dirent *entry;
    char path[PATH_MAX];

    while (listing && (entry = readdir(listing)) != NULL) {
        (void)snprintf(path, sizeof path, "%s/%s", taker->folder, entry->d_name);
        (void)unlink(path);
    }
    if (listing)
        (void)closedir(listing);
    (void)rmdir(taker->folder);
    free(taker->taken);
}

const char *taker_write(struct taker *taker, const char *name, const void *bytes, size_t size)
{
    static char path[PATH_MAX];
    FILE *file;

    (void)snprintf(path, sizeof path, "%s/%s", taker->folder, name);
    file = fopen(path, "wb");
    if (!file || fwrite(bytes, 1, size, file) != size || fclose(file) != 0)
        abort();
    return path;
}

bool taker_import(struct taker *taker, const char *path)
{
    const struct yt_import_options options = {.kind = taker->kind,
                                              .file = path,
                                              .mapping = taker->mapping,
                                              .checked = taker->checked,
                                              .languages = &taker->languages};
    const struct yt_import_sink sink = {.listing = take_listing,
                                        .programme = take_programme,
                                        .place = take_place,
                                        .fault = take_fault,
                                        .notice = take_notice,
                                        .progress = take_progress,
                                        .context = taker};

    taker->count = taker->fault_count = taker->progress_calls = 0;
    taker->notices[0] = '\0';
    return yt_import_file(&options, &sink, &taker->counts, &taker->err);
}

bool taker_sheet(struct taker *taker, const char *text)
{
    return taker_import(taker, taker_write(taker, "sheet.csv", text, strlen(text)));
}

const char *taker_data(const char *name)
{
    static char path[PATH_MAX];

    (void)snprintf(path, sizeof path, "%s/tests/data/import/%s", YT_SOURCE_DIR, name);
    return path;
}
