/* The listings that are shown stay, whatever becomes of the file; and a damaged file is mended. */
#include "kiosk/catalogue_jobs.h"

#include "content/content.h"
#include "kiosk/catalogue_build.h"
#include "remove_folder.h"

#include <pthread.h>
#include <setjmp.h>
#include <sodium.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include <cmocka.h>

#define STACK ((size_t)1 << 20)
#define SITE YT_SOURCE_DIR "/kiosk-config"

struct box {
    struct yt_content *content;
    struct yt_catalogue_side side;
    struct yt_catalogue_job *shown; /* the last one that brought something */
};

static int set_up(void **state)
{
    struct box *box = calloc(1, sizeof *box);
    struct yt_err err = {0};

    if (!box || sodium_init() < 0)
        return -1;
    box->content = yt_content_load(SITE, NULL, &err);
    (void)strcpy(box->side.folder, "/tmp/yotte-jobs-XXXXXX");
    if (!box->content || !mkdtemp(box->side.folder))
        return -1;
    box->side.site_folder = SITE;
    box->side.content = yt_content_site(box->content);
    *state = box;
    return 0;
}

static int tear_down(void **state)
{
    struct box *box = *state;

    yt_catalogue_side_done(&box->side);
    if (box->shown)
        yt_catalogue_job_release(&box->shown->job);
    yt_content_free(box->content);
    (void)remove_folder(box->side.folder);
    free(box);
    return 0;
}

static void build(struct box *box, bool anew)
{
    struct yt_build_job *job = calloc(1, sizeof *job);

    assert_non_null(job);
    job->site_folder = SITE;
    job->content = box->side.content;
    job->anew = anew;
    (void)strcpy(job->folder, box->side.folder);
    yt_build_job_run(&job->job, NULL);
    assert_true(job->built);
    assert_false(job->passing);
    free(job);
}

/* What came of it: changed, damaged, or neither. */
static struct yt_catalogue_job look(struct box *box)
{
    struct yt_catalogue_job *job = calloc(1, sizeof *job);
    struct yt_catalogue_job told;

    assert_non_null(job);
    yt_catalogue_job_run(&job->job, &box->side);
    told = *job;
    if (!job->changed) {
        yt_catalogue_job_release(&job->job);
        return told;
    }
    if (box->shown)
        yt_catalogue_job_release(&box->shown->job);
    box->shown = job;
    return told;
}

static bool can_read(struct box *box)
{
    struct yt_texts_job *job = calloc(1, sizeof *job);
    bool read;

    assert_non_null(job);
    job->index_number = box->side.index ? box->side.index->number : 0;
    job->count = 1;
    yt_texts_job_run(&job->job, &box->side);
    read = job->listings != NULL;
    assert_true(read || job->damaged);
    yt_texts_job_release(&job->job);
    return read;
}

static void damage(const struct box *box, const char *statement)
{
    char path[PATH_MAX + 16];
    sqlite3 *file = NULL;

    (void)snprintf(path, sizeof path, "%s/" YT_CATALOGUE_FILE, box->side.folder);
    assert_int_equal(sqlite3_open(path, &file), SQLITE_OK);
    assert_int_equal(sqlite3_exec(file, statement, NULL, NULL, NULL), SQLITE_OK);
    (void)sqlite3_close(file);
}

static void keeps_what_is_shown_while_the_next_is_damaged(void **state)
{
    struct box *box = *state;

    build(box, false);
    assert_true(look(box).changed);
    assert_true(can_read(box));
    build(box, true); /* another file in its place */
    damage(box, "UPDATE listing_keys SET keys = zeroblob(length(keys))");
    assert_true(look(box).damaged);
    assert_true(can_read(box)); /* from the one before */
    build(box, true);
    assert_true(look(box).changed);
    assert_true(can_read(box));
    assert_false(look(box).changed);
}

static void builds_anew_what_has_the_right_stamp_and_damaged_pages(void **state)
{
    struct box *box = *state;

    build(box, false);
    damage(box, "UPDATE listing SET record = zeroblob(length(record))");
    build(box, false); /* its stamp is right: taken for good */
    assert_true(look(box).changed);
    assert_false(can_read(box));
    build(box, true);
    assert_true(look(box).changed);
    assert_true(can_read(box));
}

struct search {
    struct box *box;
    struct yt_search_job *job;
};

static void *search(void *argument)
{
    struct search *search = argument;

    yt_search_job_run(&search->job->job, &search->box->side);
    return NULL;
}

/* The letters as the search takes them apart. */
static bool holds(const uint8_t *memory, size_t size)
{
    static const uint32_t letters[] = {0x306C, 0x3070, 0x305F, 0x307E}; /* ぬばたま */

    for (size_t i = 0; i + sizeof letters <= size; i += sizeof letters[0])
        if (memcmp(memory + i, letters, sizeof letters) == 0)
            return true;
    return false;
}

/* The thread lives as long as the kiosk; what somebody looked for does not. */
static void forgets_the_words_of_a_search(void **state)
{
    struct search one = {.box = *state, .job = calloc(1, sizeof *one.job)};
    uint8_t *stack = aligned_alloc(4096, STACK);
    pthread_attr_t attributes;
    pthread_t thread;

    build(one.box, false);
    assert_true(look(one.box).changed);
    assert_non_null(one.job);
    assert_non_null(stack);
    memset(stack, 0, STACK);
    (void)strcpy(one.job->words, "ぬばたまの");
    assert_int_equal(pthread_attr_init(&attributes), 0);
    assert_int_equal(pthread_attr_setstack(&attributes, stack, STACK), 0);
    assert_int_equal(pthread_create(&thread, &attributes, search, &one), 0);
    assert_int_equal(pthread_join(thread, NULL), 0);
    (void)pthread_attr_destroy(&attributes);
    assert_int_equal(one.job->err.code, YT_OK);
    assert_false(holds(stack, STACK));
    yt_search_job_release(&one.job->job);
    free(stack);
}

static void lets_the_screen_go_first(void **state)
{
    build(*state, false);
    assert_true(getpriority(PRIO_PROCESS, 0) >= 10);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(keeps_what_is_shown_while_the_next_is_damaged, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(builds_anew_what_has_the_right_stamp_and_damaged_pages,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(forgets_the_words_of_a_search, set_up, tear_down),
        cmocka_unit_test_setup_teardown(lets_the_screen_go_first, set_up, tear_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
