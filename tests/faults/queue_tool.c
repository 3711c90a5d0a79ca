/* Writes to a queue, and lists one, for tests that kill the writer or cut its power.
 *
 *   queue_tool write FILE COUNT   pushes entries; after each, once it is durable: "ACK <id>"
 *   queue_tool list FILE          the ids that are in the queue, one a line */
#include "store/queue.h"

#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void print_id(const char *before, const uint8_t *id)
{
    char hex[2 * YT_ENTRY_ID_SIZE + 1];

    printf("%s%s\n", before, sodium_bin2hex(hex, sizeof hex, id, YT_ENTRY_ID_SIZE));
    fflush(stdout);
}

static bool print_row(const struct yt_queue_row *row, void *context)
{
    (void)context;
    print_id("", row->id);
    return true;
}

/* Every second entry takes a slot of its own, and now and then the journal is tidied. */
static bool push(struct yt_db *db, int number, struct yt_err *err)
{
    struct yt_sealed sealed = {.size = 200 + randombytes_uniform(400)};
    struct yt_slot_claim claim = {.type = 1, .place = 1, .capacity = 1};

    randombytes_buf(sealed.id, sizeof sealed.id);
    randombytes_buf(sealed.bytes, sealed.size);
    claim.start_minute = 30000000 + (int64_t)randombytes_random();
    if (!yt_queue_push(db, &sealed, number % 2 ? &claim : NULL, err))
        return false;
    print_id("ACK ", sealed.id);
    return number % 25 != 24 || yt_db_tidy(db, err);
}

int main(int argc, char **argv)
{
    const bool list = argc == 3 && strcmp(argv[1], "list") == 0;
    const bool write = argc == 4 && strcmp(argv[1], "write") == 0;
    const struct yt_db_options options = {.utc_offset_minutes = 540, .owner = true};
    struct yt_sqlite_report report;
    struct yt_err err = {0};
    struct yt_db *db;
    bool good = true;

    if (!list && !write)
        return 2;
    db = yt_db_open(argv[2], &options, &report, &err);
    if (!db) {
        fprintf(stderr, "%s: %s\n", yt_err_name(err.code), err.text);
        return 1;
    }
    if (report.set_aside[0] != '\0')
        fprintf(stderr, "set aside: %s\n", report.set_aside_reason);
    for (int i = 0; write && good && i < strtol(argv[3], NULL, 10); i++)
        good = push(db, i, &err);
    if (list)
        good = yt_queue_each(db, print_row, NULL, &err);
    if (!good)
        fprintf(stderr, "%s: %s\n", yt_err_name(err.code), err.text);
    yt_db_free(db);
    return good && (write || report.set_aside[0] == '\0') ? 0 : 1;
}
