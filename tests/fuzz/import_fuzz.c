/* Any bytes as a sheet or as JSON: rows and faults that add up, texts that can be shown. */
#include "content/import/import.h"

#include "base/str.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static size_t taken;

/* What a resident would see has no control characters, and is not longer than its field. */
static void check_text(const struct yt_text *text)
{
    for (size_t i = 0; i < YT_LANGUAGES_MAX; i++) {
        const char *words = text->in[i];

        if (!words)
            continue;
        if (strlen(words) > (size_t)4 * YT_LISTING_TEXT_MAX || !yt_str_valid(words, strlen(words)))
            abort();
        for (; *words != '\0'; words++)
            if ((unsigned char)*words < ' ' || *words == 0x7F)
                abort();
    }
}

static void check_id(const char *id)
{
    if (id[0] == '\0' || strlen(id) >= YT_LISTING_ID_MAX)
        abort();
    taken++;
}

static bool take_listing(const struct yt_listing *listing, void *context, struct yt_err *err)
{
    (void)context;
    (void)err;
    check_id(listing->id);
    check_text(&listing->title);
    check_text(&listing->note);
    check_text(&listing->area);
    if (listing->task_count > YT_LISTING_TASKS_MAX || listing->pay < 0 ||
        (listing->pay_max && listing->pay_max < listing->pay))
        abort();
    return true;
}

static bool take_programme(const struct yt_programme *programme, void *context, struct yt_err *err)
{
    (void)context;
    (void)err;
    check_id(programme->id);
    check_text(&programme->name);
    check_text(&programme->where);
    if (programme->from_minute > 1440 || programme->until_minute > 1440)
        abort();
    return true;
}

static bool take_place(const struct yt_open_place *place, void *context, struct yt_err *err)
{
    (void)context;
    (void)err;
    check_id(place->id);
    check_text(&place->name);
    if (place->has_position && (place->latitude < -90 || place->latitude > 90))
        abort();
    return true;
}

static void take_fault(const struct yt_import_fault *fault, void *context)
{
    (void)context;
    if (fault->row == 0 || fault->line == 0 || fault->wrong[0] == '\0' || fault->remedy[0] == '\0')
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const struct yt_languages languages = {.count = 3, .tag = {"ja", "ja-easy", "en"}};
    const struct yt_import_sink sink = {.listing = take_listing,
                                        .programme = take_programme,
                                        .place = take_place,
                                        .fault = take_fault};
    char path[64];
    FILE *file;

    (void)snprintf(path, sizeof path, "/tmp/yotte-import-fuzz-%ld", (long)getpid());
    file = fopen(path, "wb");
    if (!file || fwrite(data, 1, size, file) != size || fclose(file) != 0)
        abort();
    for (int kind = YT_IMPORT_LISTINGS; kind <= YT_IMPORT_PLACES; kind++) {
        const struct yt_import_options options = {
            .kind = (enum yt_import_kind)kind, .file = path, .languages = &languages};
        struct yt_import_counts counts;
        struct yt_err err = {0};

        taken = 0;
        if (!yt_import_file(&options, &sink, &counts, &err) &&
            (err.code == YT_OK || err.text[0] == '\0'))
            abort();
        if (taken != counts.good || counts.good + counts.bad > counts.rows)
            abort();
    }
    (void)unlink(path);
    return 0;
}
