/* What it costs until an entry is on the disk for good, beside the least that a disk can do.
 *
 *   bench_save FOLDER COUNT
 *
 * Prints "name<TAB>number" COUNT times each: save (yt_queue_push of a kilobyte with a slot, in
 * milliseconds), flushes (of the disk, that it took), append (4 KB written behind a file and
 * fdatasync, the floor). FOLDER must lie on the disk in question. */
#include "../faults/slow_disk.h"

#include "store/queue.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static double now_ms(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static bool save(struct yt_db *db, int number, struct yt_err *err)
{
    const struct yt_slot_claim claim = {.type = 1,
                                        .place = 1,
                                        .start_minute = 40000000 + number * 60,
                                        .length_minutes = 50,
                                        .capacity = 1};
    struct yt_sealed sealed = {.size = 1000};
    double start;

    randombytes_buf(sealed.id, sizeof sealed.id);
    randombytes_buf(sealed.bytes, sealed.size);
    slow_disk_set("/", "");
    start = now_ms();
    if (!yt_queue_push(db, &sealed, &claim, err))
        return false;
    printf("save\t%.3f\nflushes\t%d\n", now_ms() - start, slow_disk_syncs());
    return yt_db_tidy(db, err); /* as the kiosk does between visits */
}

static bool append(int file, struct yt_err *err)
{
    static const uint8_t page[4096];
    double start = now_ms();

    if (write(file, page, sizeof page) != (ssize_t)sizeof page || fdatasync(file) != 0)
        return yt_err_errno(err, errno, "append");
    printf("append\t%.3f\n", now_ms() - start);
    return true;
}

static bool run(const char *folder, int count, struct yt_err *err)
{
    const struct yt_db_options options = {.utc_offset_minutes = 540, .owner = true};
    YT_SCOPED(yt_db_free_scoped) struct yt_db *db = NULL;
    char path[1024];
    bool done;
    int file;

    snprintf(path, sizeof path, "%s/bench-save.db", folder);
    if (!(db = yt_db_open(path, &options, NULL, err)))
        return false;
    snprintf(path, sizeof path, "%s/bench-save.append", folder);
    file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (file < 0)
        return yt_err_errno(err, errno, "%s", path);
    done = true;
    for (int i = 0; done && i < count; i++)
        done = save(db, i, err) && append(file, err);
    (void)close(file); /* thrown away with its folder */
    return done;
}

int main(int argc, char **argv)
{
    struct yt_err err = {0};

    if (argc != 3 || sodium_init() < 0) {
        (void)fprintf(stderr, "bench_save FOLDER COUNT\n");
        return 2;
    }
    if (run(argv[1], (int)strtol(argv[2], NULL, 10), &err))
        return 0;
    (void)fprintf(stderr, "bench_save: %s %s\n", err.text, err.remedy);
    return 1;
}
