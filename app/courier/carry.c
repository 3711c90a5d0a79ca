#include "courier/carry.h"

#include "courier/courier.h"
#include "handoff/frame.h"
#include "handoff/receipt.h"
#include "handoff/stick.h"
#include "store/queue.h"
#include "store/queue_send.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Receipts whose entries are freed together. */
#define BATCH 64

/* What this kiosk is done with. It may go on lying there when the stick refuses: it is sealed, and
 * the desk keeps one of each. */
static void clear_stick(const struct yt_stick *stick, const uint8_t id[static YT_ENTRY_ID_SIZE])
{
    static const enum yt_stick_kind kinds[] = {YT_STICK_ENTRY, YT_STICK_RECEIPT};
    char name[YT_STICK_NAME_MAX];
    struct yt_err err;
    bool cleared = true;

    for (size_t i = 0; cleared && i < YT_COUNT(kinds); i++) {
        yt_stick_name(kinds[i], id, name);
        cleared = yt_stick_remove(stick, name, &err);
    }
}

/* ---- entries out ---- */

struct waiting {
    const struct yt_courier_setup *setup;
    const struct yt_stick *stick;
    uint8_t (*ids)[YT_ENTRY_ID_SIZE];
    size_t count, capacity;
    size_t other_desk;
    bool no_memory;
};

static void waiting_done(struct waiting *waiting)
{
    free(waiting->ids);
}

static bool note_waiting(const struct yt_queue_row *row, void *context)
{
    struct waiting *waiting = context;

    if (row->size == 0) {
        /* Delivered another way, or withdrawn: then it is to be gone on the way too. */
        clear_stick(waiting->stick, row->id);
        return true;
    }
    if (memcmp(row->desk_key_id, waiting->setup->desk_key_id, sizeof row->desk_key_id) != 0) {
        waiting->other_desk += row->state == YT_QUEUE_QUEUED;
        return true;
    }
    if (waiting->count == waiting->capacity) {
        size_t capacity = waiting->capacity ? waiting->capacity * 2 : 64;
        uint8_t(*ids)[YT_ENTRY_ID_SIZE] = reallocarray(waiting->ids, capacity, sizeof *ids);

        waiting->no_memory = !ids;
        if (!ids)
            return false;
        waiting->ids = ids;
        waiting->capacity = capacity;
    }
    memcpy(waiting->ids[waiting->count++], row->id, sizeof row->id);
    return true;
}

/* One that was freed or withdrawn since the list was made is not written any more. */
static bool export_one(struct yt_db *db, const struct yt_stick *stick,
                       const uint8_t id[static YT_ENTRY_ID_SIZE], size_t *written,
                       struct yt_err *err)
{
    struct yt_sealed sealed;
    uint8_t frame[YT_FRAME_MAX];
    char name[YT_STICK_NAME_MAX];
    size_t size;

    if (!yt_queue_load(db, id, &sealed, err))
        return err->code == YT_ERR_NOT_FOUND;
    size = yt_frame_write(&sealed, frame);
    yt_stick_name(YT_STICK_ENTRY, id, name);
    if (!yt_stick_write(stick, name, frame, size, err))
        return false;
    ++*written;
    return true;
}

bool yt_carry_export(const struct yt_courier_setup *setup, const char *folder,
                     struct yt_exported *ret_exported, struct yt_err *err)
{
    YT_SCOPED(yt_db_free_scoped) struct yt_db *db = yt_courier_open(setup, err);
    YT_SCOPED(yt_stick_close) struct yt_stick stick = {.folder = -1};
    YT_SCOPED(waiting_done) struct waiting waiting = {.setup = setup, .stick = &stick};

    *ret_exported = (struct yt_exported){0};
    if (!db || !yt_stick_open(&stick, folder, err) ||
        !yt_queue_each(db, note_waiting, &waiting, err))
        return false;
    if (waiting.no_memory)
        return yt_err_set(err, YT_ERR_NO_MEMORY, "no memory for what waits");
    ret_exported->other_desk = waiting.other_desk;
    ret_exported->removable = !yt_stick_shares_disk(&stick, setup->queue_path);
    for (size_t i = 0; i < waiting.count; i++) {
        if (!export_one(db, &stick, waiting.ids[i], &ret_exported->written, err))
            return false;
    }
    return yt_stick_flush(&stick, err);
}

/* ---- receipts back ---- */

struct importing {
    const struct yt_courier_setup *setup;
    struct yt_db *db;
    const struct yt_stick *stick;
    struct yt_imported *imported;
    struct yt_queue_receipt receipts[BATCH];
    size_t count;
    bool failed;
    struct yt_err *err;
};

static void refuse(struct importing *importing, const char *name, const char *why)
{
    char shown[YT_STICK_SHOWN_MAX];

    yt_stick_shown(name, shown);
    fprintf(stderr, "yotte-courier: %s: %s\n", shown, why);
    importing->imported->refused++;
}

static const char *sentence_of(enum yt_err_code code)
{
    switch (code) {
    case YT_ERR_FORGED:
        return "does not hold. Nothing was freed. See that desk.pub is that of the desk.";
    case YT_ERR_UNSUPPORTED:
        return "is of a later version. Update this kiosk.";
    case YT_ERR_FOREIGN:
    case YT_ERR_TOO_LARGE:
        return "is no receipt. Have the desk collect once more.";
    default:
        return "cannot be read. Put the stick in again, or have the desk collect once more.";
    }
}

/* Reads one; with what is wrong a code for `sentence_of`. */
static bool read_receipt(const struct importing *importing, const char *name, struct yt_buf *bytes,
                         struct yt_receipt *receipt, struct yt_err *err)
{
    uint8_t id[YT_ENTRY_ID_SIZE];

    if (!yt_stick_read(importing->stick, name, bytes, err) ||
        !yt_receipt_read(bytes->data, bytes->size, &importing->setup->desk, receipt, err))
        return false;
    return (yt_stick_name_read(YT_STICK_RECEIPT, name, id) &&
            memcmp(id, receipt->id, sizeof id) == 0) ||
           yt_err_set(err, YT_ERR_FOREIGN, "its name is not that of its entry");
}

static bool settle(struct importing *importing)
{
    if (importing->count == 0)
        return true;
    if (!yt_queue_settle(importing->db, importing->receipts, importing->count, importing->err)) {
        importing->failed = true;
        return false;
    }
    for (size_t i = 0; i < importing->count; i++)
        clear_stick(importing->stick, importing->receipts[i].id);
    importing->imported->freed += importing->count;
    importing->count = 0;
    return true;
}

/* The queue has nothing left to free by it: it is of another kiosk, or came another way before. */
static bool pass_over(struct importing *importing, const uint8_t id[static YT_ENTRY_ID_SIZE])
{
    enum yt_queue_state state;

    importing->imported->known++;
    if (yt_queue_find_state(importing->db, id, &state, importing->err)) {
        clear_stick(importing->stick, id);
        return true;
    }
    importing->failed = importing->err->code != YT_ERR_NOT_FOUND;
    return !importing->failed;
}

static bool import_one(const char *name, void *context)
{
    struct importing *importing = context;
    YT_SCOPED(yt_buf_done) struct yt_buf bytes;
    struct yt_queue_receipt *next = &importing->receipts[importing->count];
    struct yt_receipt receipt;
    struct yt_sealed sealed;
    struct yt_err why;

    yt_buf_init(&bytes, YT_RECEIPT_SIZE + 1);
    if (!read_receipt(importing, name, &bytes, &receipt, &why)) {
        refuse(importing, name, sentence_of(why.code));
        return true;
    }
    if (!yt_queue_load(importing->db, receipt.id, &sealed, importing->err)) {
        importing->failed = importing->err->code != YT_ERR_NOT_FOUND;
        return !importing->failed && pass_over(importing, receipt.id);
    }
    if (!yt_receipt_covers(&receipt, &sealed, &why)) {
        refuse(importing, name, sentence_of(why.code));
        return true;
    }
    *next = (struct yt_queue_receipt){.withdrawn = receipt.outcome == YT_RECEIPT_WITHDRAWN,
                                      .size = YT_RECEIPT_SIZE};
    memcpy(next->id, receipt.id, sizeof next->id);
    memcpy(next->bytes, bytes.data, YT_RECEIPT_SIZE);
    return ++importing->count < BATCH || settle(importing);
}

bool yt_carry_receipts(const struct yt_courier_setup *setup, const char *folder,
                       struct yt_imported *ret_imported, struct yt_err *err)
{
    YT_SCOPED(yt_db_free_scoped) struct yt_db *db = yt_courier_open(setup, err);
    YT_SCOPED(yt_stick_close) struct yt_stick stick = {.folder = -1};
    struct importing importing = {
        .setup = setup, .db = db, .stick = &stick, .imported = ret_imported, .err = err};

    *ret_imported = (struct yt_imported){0};
    if (!db || !yt_stick_open(&stick, folder, err) ||
        !yt_stick_each(&stick, YT_STICK_RECEIPT, import_one, &importing, err) || importing.failed ||
        !settle(&importing))
        return false;
    /* Erased bytes are not to linger in the journal. */
    return ret_imported->freed == 0 || yt_db_tidy(db, err);
}
