/* An import is killed at random moments, and meets a disk that is full at any of its writes: the
 * listings that were there stay usable throughout, the next import succeeds, and nothing is left
 * over that grows. */
#include <dirent.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "remove_folder.h"
#include "store/catalogue.h"

#define ROUNDS 30
#define OLD_ROWS 200
#define NEW_ROWS 4000

struct place {
    char folder[64];
    char data[80];
    char old_sheet[80];
    char new_sheet[80];
};

static void write_sheet(const char *path, const char *prefix, int rows)
{
    FILE *file = fopen(path, "w");

    assert_non_null(file);
    (void)fputs("id,題名,種類,ひとこと,確認日\n", file);
    for (int i = 0; i < rows; i++)
        (void)fprintf(file, "%s%d,%d番目の品出し,求人,はじめての方も大丈夫です。,2026-11-01\n",
                      prefix, i, i);
    assert_int_equal(fclose(file), 0);
}

static void make_place(struct place *place)
{
    (void)strcpy(place->folder, "/tmp/yotte-import-kill-XXXXXX");
    assert_non_null(mkdtemp(place->folder));
    (void)snprintf(place->data, sizeof place->data, "%s/data", place->folder);
    (void)snprintf(place->old_sheet, sizeof place->old_sheet, "%s/old.csv", place->folder);
    (void)snprintf(place->new_sheet, sizeof place->new_sheet, "%s/new.csv", place->folder);
    write_sheet(place->old_sheet, "o", OLD_ROWS);
    write_sheet(place->new_sheet, "n", NEW_ROWS);
}

static pid_t start_import(const struct place *place, const char *sheet)
{
    const pid_t import = fork();
    int nowhere;

    assert_true(import >= 0);
    if (import > 0)
        return import;
    nowhere = open("/dev/null", O_WRONLY);
    (void)dup2(nowhere, STDOUT_FILENO);
    (void)dup2(nowhere, STDERR_FILENO);
    (void)execl(KIOSK, "yotte-kiosk", "listings", "import", sheet, "--site",
                YT_SOURCE_DIR "/kiosk-config", "--data", place->data, (char *)NULL);
    _exit(127);
}

static int finish_import(pid_t import)
{
    int status;

    assert_int_equal(waitpid(import, &status, 0), import);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static int import_whole(const struct place *place, const char *sheet)
{
    return finish_import(start_import(place, sheet));
}

struct found {
    size_t old_listings, new_listings, site_listings;
};

static bool note_source(const struct yt_catalogue_source *source, void *context)
{
    struct found *found = context;

    if (strcmp(source->name, "old") == 0)
        found->old_listings = source->listings;
    if (strcmp(source->name, "new") == 0)
        found->new_listings = source->listings;
    if (strcmp(source->name, YT_SOURCE_SITE) == 0)
        found->site_listings = source->listings;
    return true;
}

/* Opens the catalogue as the kiosk does, and reads all of it. */
static struct found read_catalogue(const struct place *place)
{
    static const struct yt_languages languages = {.count = 1, .tag = {"ja"}};
    struct found found = {0};
    struct yt_err err = {0};
    struct yt_catalogue *catalogue;
    struct yt_listing_index *index;
    char path[128];

    (void)snprintf(path, sizeof path, "%s/catalogue.db", place->data);
    catalogue = yt_catalogue_open(path, &languages, &err);
    if (!catalogue)
        fail_msg("%s", err.text);
    assert_true(yt_catalogue_sources(catalogue, note_source, &found, &err));
    index = yt_catalogue_index(catalogue, 30, &err);
    assert_non_null(index);
    assert_true(found.site_listings > 0);
    assert_int_equal(index->count, found.old_listings + found.new_listings + found.site_listings);
    yt_listing_index_free(index);
    yt_catalogue_free(catalogue);
    return found;
}

/* Files of the data folder that are neither the catalogue nor its (empty) lock. */
static size_t count_others(const struct place *place)
{
    DIR *listing = opendir(place->data);
    const struct dirent *entry;
    size_t count = 0;

    assert_non_null(listing);
    while ((entry = readdir(listing)) != NULL)
        count += entry->d_name[0] != '.' && strcmp(entry->d_name, "catalogue.db") != 0 &&
                 strcmp(entry->d_name, "catalogue.db.lock") != 0;
    (void)closedir(listing);
    return count;
}

static int64_t now_us(void)
{
    struct timespec now;

    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * INT64_C(1000000) + now.tv_nsec / 1000;
}

static void a_killed_import_leaves_the_listings_as_they_were(void **state)
{
    struct place place;
    int64_t duration;
    size_t whole = 0;

    (void)state;
    make_place(&place);
    duration = now_us();
    assert_int_equal(import_whole(&place, place.old_sheet), 0);
    assert_int_equal(import_whole(&place, place.new_sheet), 0);
    duration = (now_us() - duration) / 2;
    assert_int_equal(import_whole(&place, place.old_sheet), 0);
    for (int round = 0; round < ROUNDS; round++) {
        const int64_t after = duration * (round + 1) / ROUNDS;
        const struct timespec wait = {.tv_sec = after / 1000000, .tv_nsec = after % 1000000 * 1000};
        struct found found;
        pid_t import;

        /* Each round the new sheet has another length, so that it shows which one is there. */
        write_sheet(place.new_sheet, "n", NEW_ROWS + round + 1);
        import = start_import(&place, place.new_sheet);
        (void)nanosleep(&wait, NULL);
        (void)kill(import, SIGKILL);
        (void)finish_import(import);
        found = read_catalogue(&place);
        assert_int_equal(found.old_listings, OLD_ROWS);
        assert_true(found.new_listings >= NEW_ROWS &&
                    found.new_listings <= (size_t)(NEW_ROWS + round + 1));
        whole += found.new_listings == (size_t)(NEW_ROWS + round + 1);
        assert_true(count_others(&place) <= 1); /* what the killed one was writing */
    }
    assert_true(whole < ROUNDS); /* some were killed before their end */
    write_sheet(place.new_sheet, "n", NEW_ROWS);
    assert_int_equal(import_whole(&place, place.new_sheet), 0);
    assert_int_equal(read_catalogue(&place).new_listings, NEW_ROWS);
    assert_int_equal(count_others(&place), 0);
    assert_int_equal(remove_folder(place.folder), 0);
}

static int import_on_a_bad_disk(const struct place *place, const char *fault)
{
    const char *options = getenv("ASAN_OPTIONS");
    char sanitizer[512];
    int status;

    /* With a preloaded library the sanitizer is not the first one loaded. */
    (void)snprintf(sanitizer, sizeof sanitizer, "%s:verify_asan_link_order=0",
                   options ? options : "");
    (void)setenv("ASAN_OPTIONS", sanitizer, 1);
    (void)setenv("LD_PRELOAD", SLOW_DISK, 1);
    (void)setenv("YT_DISK_UNDER", place->data, 1);
    (void)setenv("YT_DISK", fault, 1);
    status = import_whole(place, place->new_sheet);
    (void)unsetenv("LD_PRELOAD");
    return status;
}

static void a_bad_disk_leaves_the_listings_as_they_were(void **state)
{
    static const char *const faults[] = {
        "fail=enospc",           "fail=enospc after=1",
        "fail=enospc after=5",   "fail=enospc after=20",
        "fail=enospc after=100", "fail=eio after=3",
        "fail=eio after=60",     "fail=erofs",
    };
    struct place place;

    (void)state;
    make_place(&place);
    assert_int_equal(import_whole(&place, place.old_sheet), 0);
    for (size_t i = 0; i < sizeof faults / sizeof faults[0]; i++) {
        assert_int_equal(import_on_a_bad_disk(&place, faults[i]), 1);
        assert_int_equal(read_catalogue(&place).old_listings, OLD_ROWS);
        assert_int_equal(read_catalogue(&place).new_listings, 0);
        assert_true(count_others(&place) <= 1);
    }
    assert_int_equal(import_whole(&place, place.new_sheet), 0);
    assert_int_equal(read_catalogue(&place).new_listings, NEW_ROWS);
    assert_int_equal(count_others(&place), 0);
    assert_int_equal(remove_folder(place.folder), 0);
}

static void a_bad_sheet_leaves_the_listings_as_they_were(void **state)
{
    struct place place;
    FILE *file;

    (void)state;
    make_place(&place);
    assert_int_equal(import_whole(&place, place.old_sheet), 0);
    assert_int_equal(import_whole(&place, place.new_sheet), 0);
    file = fopen(place.new_sheet, "a");
    assert_non_null(file);
    (void)fputs("x1,\"not closed,求人,,2026-11-01\n", file);
    assert_int_equal(fclose(file), 0);
    assert_int_equal(import_whole(&place, place.new_sheet), 1);
    assert_int_equal(read_catalogue(&place).new_listings, NEW_ROWS);
    assert_int_equal(count_others(&place), 0);
    assert_int_equal(remove_folder(place.folder), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_killed_import_leaves_the_listings_as_they_were),
        cmocka_unit_test(a_bad_disk_leaves_the_listings_as_they_were),
        cmocka_unit_test(a_bad_sheet_leaves_the_listings_as_they_were),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
