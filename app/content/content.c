#include "content/content.h"

#include "base/fs.h"
#include "content/reader.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct yt_content {
    struct yt_arena arena;
    struct yt_site_content site;
    const char *folder; /* in the arena */
};

static bool read_bytes(struct yt_reader *reader, const char *path, bool optional,
                       struct yt_buf *bytes)
{
    struct yt_err err;

    if (yt_fs_read(path, bytes, &err))
        return true;
    if (err.code == YT_ERR_NOT_FOUND && optional)
        return false;
    reader->incomplete = true;
    if (err.code == YT_ERR_NOT_FOUND)
        return yt_remedy(yt_fault_at(reader->report, path, 1, 1, "the file is missing"),
                         "Copy it from the sample site (kiosk-config) and adapt it.");
    if (err.code == YT_ERR_TOO_LARGE)
        return yt_remedy(yt_fault_at(reader->report, path, 1, 1,
                                     "the file is larger than %zu bytes", YT_CONTENT_FILE_MAX),
                         "Shorten it.");
    return yt_remedy(yt_fault_at(reader->report, path, 1, 1, "%s", err.text),
                     "Make sure that the file can be read.");
}

static const struct yt_yaml *load_tree(struct yt_reader *reader, const char *name, bool optional)
{
    YT_SCOPED(yt_buf_done) struct yt_buf bytes;
    struct yt_yaml_fault fault = {0};
    const struct yt_yaml *tree;
    const size_t path_size = strlen(reader->folder) + strlen(name) + 2;
    char *path = yt_arena_take(&reader->scratch, path_size, 1);

    yt_buf_init(&bytes, YT_CONTENT_FILE_MAX);
    if (!path) {
        reader->incomplete = true;
        return NULL;
    }
    snprintf(path, path_size, "%s/%s", reader->folder, name);
    if (!read_bytes(reader, path, optional, &bytes))
        return NULL;
    tree = yt_yaml_parse(path, yt_buf_string(&bytes), bytes.size, &reader->scratch, reader->kept,
                         &fault);
    if (!tree) {
        reader->incomplete = true;
        (void)yt_remedy(
            yt_fault_at(reader->report, path, fault.line, fault.column, "%s", fault.wrong), "%s",
            fault.remedy);
    }
    return tree;
}

const struct yt_yaml *yt_load_tree(struct yt_reader *reader, const char *name)
{
    return load_tree(reader, name, false);
}

bool yt_load_file(struct yt_reader *reader, const char *name, const struct yt_record *record,
                  void *target)
{
    const struct yt_yaml *tree = yt_load_tree(reader, name);

    reader->tree = tree;
    return tree && yt_read_record(reader, tree, record, target);
}

bool yt_load_optional_file(struct yt_reader *reader, const char *name,
                           const struct yt_record *record, void *target)
{
    const struct yt_yaml *tree = load_tree(reader, name, true);

    reader->tree = tree;
    return !tree || yt_read_record(reader, tree, record, target);
}

static void load_offers(struct yt_reader *reader)
{
    yt_load_listings(reader);
    yt_load_programmes(reader);
    yt_load_open_places(reader);
    yt_load_voices(reader);
    yt_load_talk_cards(reader);
    yt_load_search_words(reader);
}

static void load_all(struct yt_reader *reader)
{
    const struct yt_languages *languages = &reader->site->site.languages;

    yt_load_site(reader);
    if (yt_languages_find(languages, "ja") < 0)
        return; /* no text can be judged without its languages */
    yt_load_closed_days(reader);
    yt_load_theme(reader);
    yt_load_self_check(reader);
    yt_load_menu(reader);
    yt_load_help(reader);
    yt_load_appointments(reader);
    yt_load_wordings(reader);
    load_offers(reader);
    /* Where a list could not be read, every name in it would seem unknown. */
    if (reader->incomplete)
        return;
    yt_read_what_waited(reader);
    if (reader->report->count == 0)
        yt_check_across(reader);
}

static bool tell_first(const struct yt_content_report *report, const char *folder,
                       struct yt_err *err)
{
    const struct yt_content_fault *first = &report->faults[0];

    if (report->count == 0)
        return yt_err_set(err, YT_ERR_NO_MEMORY, "%s: no memory", folder);
    if (report->count + report->more == 1)
        (void)yt_err_set(err, YT_ERR_INVALID, "%s: %s", first->place, first->wrong);
    else
        (void)yt_err_set(err, YT_ERR_INVALID, "%s: %s (and %zu more)", first->place, first->wrong,
                         report->count + report->more - 1);
    return yt_err_remedy(err, "%s", first->remedy);
}

struct yt_content *yt_content_load(const char *folder, struct yt_content_report *report,
                                   struct yt_err *err)
{
    struct yt_content *content = calloc(1, sizeof *content);
    struct yt_content_report *own = report ? report : calloc(1, sizeof *own);
    struct yt_reader reader = {.folder = folder, .report = own};

    if (content && own) {
        *own = (struct yt_content_report){0};
        yt_arena_init(&content->arena, YT_CONTENT_MEMORY_MAX / 2);
        yt_arena_init(&reader.scratch, YT_CONTENT_MEMORY_MAX / 2);
        reader.kept = &content->arena;
        reader.site = &content->site;
        load_all(&reader);
        content->folder = yt_arena_text(&content->arena, folder, strlen(folder));
        yt_arena_done(&reader.scratch);
    }
    if (!content || !own || own->count > 0 || reader.incomplete || !content->folder) {
        if (own)
            (void)tell_first(own, folder, err);
        else
            (void)yt_err_set(err, YT_ERR_NO_MEMORY, "%s: no memory", folder);
        yt_content_free(content);
        content = NULL;
    }
    if (own != report)
        free(own);
    return content;
}

void yt_content_free(struct yt_content *content)
{
    if (!content)
        return;
    yt_arena_done(&content->arena);
    free(content);
}

const struct yt_site_content *yt_content_site(const struct yt_content *content)
{
    return &content->site;
}

size_t yt_content_look_over(const struct yt_content *content, struct yt_date today,
                            struct yt_content_report *warnings)
{
    const size_t before = warnings->count + warnings->more;

    yt_content_look_over_site(&content->site, content->folder, today, warnings);
    return warnings->count + warnings->more - before;
}
