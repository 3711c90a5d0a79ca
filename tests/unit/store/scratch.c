#include "scratch.h"

#include "remove_folder.h"
#include "slow_disk.h"

#include <dirent.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/fs.h"

int scratch_setup(void **state)
{
    struct scratch *scratch = calloc(1, sizeof *scratch);

    *state = scratch;
    if (!scratch)
        return -1;
    snprintf(scratch->folder, sizeof scratch->folder, "/tmp/yotte-store-XXXXXX");
    if (!mkdtemp(scratch->folder))
        return -1;
    snprintf(scratch->path, sizeof scratch->path, "%s/queue.db", scratch->folder);
    yt_clock_virtual_init(&scratch->clock, SCRATCH_NOW_MS);
    scratch->clock.is_trusted = true;
    if (!scratch_reopen(scratch)) {
        fprintf(stderr, "%s\n", scratch->err.text);
        return -1;
    }
    return 0;
}

bool scratch_reopen(struct scratch *scratch)
{
    const struct yt_db_options options = {
        .clock = &scratch->clock.clock, .utc_offset_minutes = 540, .owner = true};

    yt_db_free(scratch->db);
    scratch->db = yt_db_open(scratch->path, &options, &scratch->report, &scratch->err);
    return scratch->db != NULL;
}

int scratch_teardown(void **state)
{
    struct scratch *scratch = *state;
    int removed;

    slow_disk_set("", "");
    yt_db_free(scratch->db);
    removed = remove_folder(scratch->folder);
    free(scratch);
    return removed;
}

struct yt_sealed scratch_sealed(unsigned number)
{
    struct yt_sealed sealed = {.size = 300};
    uint8_t seed[randombytes_SEEDBYTES] = {0};

    memcpy(seed, &number, sizeof number);
    randombytes_buf_deterministic(sealed.bytes, sealed.size, seed);
    seed[31] = 1;
    randombytes_buf_deterministic(sealed.id, sizeof sealed.id, seed);
    memset(sealed.desk_key_id, 0xde, sizeof sealed.desk_key_id);
    sealed.bytes[0] = 1;
    return sealed;
}

bool scratch_deliver(struct yt_db *db, const struct yt_sealed *sealed, struct yt_err *err)
{
    struct yt_queue_receipt receipt = {.size = 1};

    memcpy(receipt.id, sealed->id, sizeof receipt.id);
    return yt_queue_settle(db, &receipt, 1, err);
}

void scratch_days(struct scratch *scratch, int days)
{
    yt_clock_virtual_advance(&scratch->clock, days * YT_DAY_MS);
}

bool scratch_holds(const struct scratch *scratch, const void *bytes, size_t size)
{
    DIR *folder = opendir(scratch->folder);
    bool found = false;

    for (struct dirent *file; folder && (file = readdir(folder));) {
        char path[400];
        struct yt_buf content;
        struct yt_err err;

        if (file->d_name[0] == '.')
            continue;
        snprintf(path, sizeof path, "%s/%s", scratch->folder, file->d_name);
        yt_buf_init(&content, (size_t)64 << 20);
        if (yt_fs_read(path, &content, &err) && content.size > 0 &&
            memmem(content.data, content.size, bytes, size))
            found = true;
        yt_buf_done(&content);
    }
    if (folder)
        closedir(folder);
    return found;
}
