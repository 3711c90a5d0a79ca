/* A writer is killed at random moments, again and again, on one and the same queue: what it said
 * to be saved is there, once, and the file is whole. */
#include <errno.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>
#include <sodium.h>

#include "remove_folder.h"
#include "store/queue.h"

#define ROUNDS 120
#define HEX_SIZE ((size_t)2 * YT_ENTRY_ID_SIZE)
#define ACKED_MAX 65536

struct acked {
    size_t count;
    uint8_t id[ACKED_MAX][YT_ENTRY_ID_SIZE];
    int seen[ACKED_MAX];
    size_t unacked; /* in the queue, though the writer died before it could say so */
};

static int compare_ids(const void *a, const void *b)
{
    return memcmp(a, b, YT_ENTRY_ID_SIZE);
}

/* Starts the writer, kills it after `microseconds`, and notes what it had acknowledged. */
static void write_and_kill(const char *path, long microseconds, struct acked *acked)
{
    struct timespec wait = {.tv_sec = microseconds / 1000000,
                            .tv_nsec = microseconds % 1000000 * 1000};
    char line[128];
    int ends[2];
    FILE *said;
    pid_t writer;

    assert_int_equal(pipe(ends), 0);
    writer = fork();
    assert_true(writer >= 0);
    if (writer == 0) {
        dup2(ends[1], STDOUT_FILENO);
        close(ends[0]);
        close(ends[1]);
        execl(QUEUE_TOOL, "queue_tool", "write", path, "400", (char *)NULL);
        _exit(127);
    }
    close(ends[1]);
    nanosleep(&wait, NULL);
    kill(writer, SIGKILL);
    said = fdopen(ends[0], "r");
    assert_non_null(said);
    while (fgets(line, sizeof line, said)) {
        size_t size = 0;

        /* A line that death cut off acknowledged nothing. */
        if (strncmp(line, "ACK ", 4) != 0 || !strchr(line, '\n'))
            continue;
        line[4 + HEX_SIZE] = '\0';
        assert_true(acked->count < ACKED_MAX);
        assert_int_equal(sodium_hex2bin(acked->id[acked->count], YT_ENTRY_ID_SIZE, line + 4,
                                        HEX_SIZE, NULL, &size, NULL),
                         0);
        acked->count++;
    }
    fclose(said);
    assert_int_equal(waitpid(writer, NULL, 0), writer);
}

static bool tick_off(const struct yt_queue_row *row, void *context)
{
    struct acked *acked = context;
    const uint8_t(*found)[YT_ENTRY_ID_SIZE] =
        bsearch(row->id, acked->id, acked->count, YT_ENTRY_ID_SIZE, compare_ids);

    if (found)
        acked->seen[found - (const uint8_t(*)[YT_ENTRY_ID_SIZE])acked->id]++;
    else
        acked->unacked++;
    return true;
}

static void check(const char *path, struct acked *acked)
{
    const struct yt_db_options options = {.utc_offset_minutes = 540, .owner = true};
    struct yt_sqlite_report report;
    struct yt_err err;
    struct yt_db *db = yt_db_open(path, &options, &report, &err);

    assert_non_null(db);
    assert_string_equal(report.set_aside, ""); /* quick_check was content */
    qsort(acked->id, acked->count, YT_ENTRY_ID_SIZE, compare_ids);
    memset(acked->seen, 0, sizeof acked->seen);
    acked->unacked = 0;
    assert_true(yt_queue_each(db, tick_off, acked, &err));
    for (size_t i = 0; i < acked->count; i++)
        assert_int_equal(acked->seen[i], 1);
    yt_db_free(db);
}

static void nothing_acknowledged_is_lost(void **state)
{
    char folder[] = "/tmp/yotte-kill-XXXXXX";
    struct acked *acked = calloc(1, sizeof *acked);
    char path[64];

    (void)state;
    assert_non_null(acked);
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/queue.db", folder);
    for (int round = 0; round < ROUNDS; round++) {
        /* From before the file is opened to far into the writing. */
        write_and_kill(path, (long)randombytes_uniform(round % 4 ? 120000 : 25000), acked);
        if (round % 8 == 7)
            check(path, acked);
    }
    check(path, acked);
    print_message("%d kills: %zu acknowledged, none missing, none doubled; %zu more were saved "
                  "just before their writer died\n",
                  ROUNDS, acked->count, acked->unacked);
    assert_true(acked->count > ROUNDS);
    assert_true(acked->unacked <= ROUNDS);
    assert_int_equal(remove_folder(folder), 0);
    free(acked);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(nothing_acknowledged_is_lost)};

    if (sodium_init() < 0)
        return 1;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
