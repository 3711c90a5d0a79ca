/* A whole folder of which one file is damaged: it is loaded, or every fault has a place and a
 * remedy; and what was loaded can be assessed. The file that a sample came from is found by its
 * first line, which damage seldom hits. */
#include "content/content.h"

#include "base/fs.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define FILES_MAX 64
#define HEAD_SIZE 24

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
const char *__lsan_default_suppressions(void); /* NOLINT(bugprone-reserved-identifier) */

/* libfyaml 0.7 forgets one buffer of 4 KB for each text with very many quotes or escapes in it. */
const char *__lsan_default_suppressions(void)
{
    return "leak:libfyaml";
}

static struct {
    char name[64];
    char head[HEAD_SIZE];
} files[FILES_MAX];
static size_t file_count;
static char folder[128];

/* The sample site as links, in a folder of its own. */
static void link_folder(const char *from, const char *below)
{
    char path[512];
    char target[512];
    DIR *listing;
    const struct dirent *entry;

    snprintf(path, sizeof path, "%s/%s", from, below);
    listing = opendir(path);
    while (listing && (entry = readdir(listing)) != NULL) {
        FILE *file;

        if (!strstr(entry->d_name, ".yaml") || file_count == FILES_MAX)
            continue;
        snprintf(files[file_count].name, sizeof files[0].name, "%s%.40s", below, entry->d_name);
        snprintf(path, sizeof path, "%s/%s", from, files[file_count].name);
        snprintf(target, sizeof target, "%s/%s", folder, files[file_count].name);
        if (symlink(path, target) != 0 || !(file = fopen(path, "rb")))
            abort();
        if (fread(files[file_count].head, 1, HEAD_SIZE, file) != HEAD_SIZE)
            abort();
        fclose(file);
        file_count++;
    }
    if (listing)
        closedir(listing);
}

static void remove_folder(void)
{
    char path[512];

    for (size_t i = 0; i < file_count; i++) {
        snprintf(path, sizeof path, "%s/%.63s", folder, files[i].name);
        (void)unlink(path);
    }
    snprintf(path, sizeof path, "%s/self-check", folder);
    (void)rmdir(path);
    (void)rmdir(folder);
}

static void make_folder(void)
{
    const char *base = getenv("TMPDIR") ? getenv("TMPDIR") : "/tmp";
    char path[256];

    snprintf(folder, sizeof folder, "%.80s/yotte-content-XXXXXX", base);
    if (!mkdtemp(folder))
        abort();
    snprintf(path, sizeof path, "%s/self-check", folder);
    if (mkdir(path, 0700) != 0)
        abort();
    link_folder(YT_SOURCE_DIR "/kiosk-config", "");
    link_folder(YT_SOURCE_DIR "/kiosk-config", "self-check/");
    if (file_count == 0 || atexit(remove_folder) != 0)
        abort();
}

static size_t file_of(const uint8_t *data, size_t size)
{
    for (size_t i = 0; i < file_count; i++)
        if (size >= HEAD_SIZE && memcmp(files[i].head, data, HEAD_SIZE) == 0)
            return i;
    return file_count ? size % file_count : 0;
}

static void replace_file(size_t index, const uint8_t *data, size_t size)
{
    char path[512];
    FILE *file;

    snprintf(path, sizeof path, "%s/%.63s", folder, files[index].name);
    (void)unlink(path);
    if (!(file = fopen(path, "wb")) || fwrite(data, 1, size, file) != size)
        abort();
    fclose(file);
}

static void restore_file(size_t index)
{
    char path[512];
    char target[512];

    snprintf(path, sizeof path, "%s/%.63s", YT_SOURCE_DIR "/kiosk-config", files[index].name);
    snprintf(target, sizeof target, "%s/%.63s", folder, files[index].name);
    (void)unlink(target);
    if (symlink(path, target) != 0)
        abort();
}

/* A folder that was taken can be used. */
static void use(const struct yt_content *content)
{
    static struct yt_content_report warnings;
    static struct yt_occurrence_list list;
    const struct yt_site_content *site = yt_content_site(content);
    struct yt_buf text;
    struct yt_err err;

    warnings.count = warnings.more = 0;
    (void)yt_content_look_over(content, (struct yt_date){2026, 11, 21}, &warnings);
    yt_programmes_on(site->offers.programmes, site->offers.programme_count, &site->site,
                     (struct yt_date){2026, 11, 21}, 57, &list);
    for (size_t i = 0; i < list.count; i++)
        if (list.items[i].programme >= site->offers.programme_count)
            abort();
    yt_buf_init(&text, (size_t)64 * 1024);
    if (!yt_content_assess_print(site, "-", NULL, &text, &err))
        abort();
    yt_buf_done(&text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct yt_content_report report;
    struct yt_content *content;
    struct yt_err err;
    size_t index;

    if (!folder[0])
        make_folder();
    index = file_of(data, size);
    replace_file(index, data, size);
    content = yt_content_load(folder, &report, &err);
    if (content)
        use(content);
    else if (report.count == 0)
        abort();
    for (size_t i = 0; i < report.count; i++)
        if (!report.faults[i].place[0] || !report.faults[i].wrong[0] || !report.faults[i].remedy[0])
            abort();
    yt_content_free(content);
    restore_file(index);
    return 0;
}
