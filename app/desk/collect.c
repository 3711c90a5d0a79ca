#include "desk/collect.h"

#include "base/clock.h"
#include "desk/acknowledge.h"
#include "desk/intake.h"
#include "desk/words.h"
#include "handoff/frame.h"
#include "handoff/stick.h"

#include <string.h>

struct collecting {
    struct yt_desk *desk;
    const struct yt_receipt_signer *signer;
    const struct yt_stick *stick;
    FILE *to;
    struct yt_collected *collected;
    bool store_failed;
    bool stick_failed; /* takes no receipts; `err` says why */
    struct yt_err *err;
};

/* One line; `name` of the file for what is refused, otherwise NULL. */
static void report(const struct collecting *collecting, const char *word, const char *number,
                   const char *sentence, const char *name)
{
    char shown[YT_STICK_SHOWN_MAX] = "";

    if (name)
        yt_stick_shown(name, shown);
    fprintf(collecting->to, "%s %s %s%s%s\n", word, number, sentence, name ? "  " : "", shown);
}

static void refuse(struct collecting *collecting, const char *word, const char *message,
                   const char *name)
{
    report(collecting, word, "-", yt_word(message), name);
    collecting->collected->refused++;
}

static bool read_entry(struct collecting *collecting, const char *name, struct yt_sealed *sealed)
{
    YT_SCOPED(yt_buf_done) struct yt_buf bytes;
    uint8_t id[YT_ENTRY_ID_SIZE];
    struct yt_err why;

    yt_buf_init(&bytes, YT_FRAME_MAX);
    if (!yt_stick_read(collecting->stick, name, &bytes, &why)) {
        if (why.code == YT_ERR_FOREIGN)
            refuse(collecting, "no-file", "desk.collect.no_file", name);
        else if (why.code == YT_ERR_TOO_LARGE)
            refuse(collecting, "damaged", "desk.collect.damaged", name);
        else
            refuse(collecting, "unreadable", "desk.collect.unreadable", name);
        return false;
    }
    if (!yt_frame_read(bytes.data, bytes.size, sealed, &why)) {
        if (why.code == YT_ERR_UNSUPPORTED)
            refuse(collecting, "unsupported", "desk.scan.unsupported", name);
        else
            refuse(collecting, "damaged", "desk.collect.damaged", name);
        return false;
    }
    if (yt_stick_name_read(YT_STICK_ENTRY, name, id) && memcmp(id, sealed->id, sizeof id) == 0)
        return true;
    refuse(collecting, "misnamed", "desk.collect.misnamed", name);
    return false;
}

static void write_receipt(struct collecting *collecting, const struct yt_desk_arrival *arrival)
{
    uint8_t receipt[YT_RECEIPT_SIZE];
    char name[YT_STICK_NAME_MAX];

    if (collecting->stick_failed)
        return;
    yt_acknowledge(arrival, collecting->signer, receipt);
    yt_stick_name(YT_STICK_RECEIPT, arrival->sealed->id, name);
    if (yt_stick_write(collecting->stick, name, receipt, sizeof receipt, collecting->err))
        collecting->collected->receipts++;
    else
        collecting->stick_failed = true;
}

static bool take_one(const char *name, void *context)
{
    struct collecting *collecting = context;
    YT_SCOPED(yt_buf_done) struct yt_buf sentence;
    struct yt_sealed sealed;
    struct yt_intake_result result;
    bool good;

    yt_buf_init(&sentence, 2048);
    if (!read_entry(collecting, name, &sealed))
        return true;
    if (!yt_intake_take(collecting->desk, &sealed, yt_clock_wall_ms(yt_clock_system()), &result,
                        collecting->err)) {
        collecting->store_failed = true;
        return false;
    }
    good = yt_intake_is_kept(result.intake) || result.intake == YT_INTAKE_WITHDRAWN;
    yt_word_fill(&sentence, yt_intake_message(result.intake), result.detail);
    report(collecting, yt_intake_name(result.intake), result.number, yt_buf_string(&sentence),
           good ? NULL : name);
    collecting->collected->taken += result.intake == YT_INTAKE_TAKEN;
    collecting->collected->again += good && result.intake != YT_INTAKE_TAKEN;
    collecting->collected->refused += !good;
    if (good)
        write_receipt(collecting, &result.arrival);
    return true;
}

bool yt_collect(struct yt_desk *desk, const struct yt_receipt_signer *signer, const char *folder,
                FILE *to, struct yt_collected *ret_collected, struct yt_err *err)
{
    YT_SCOPED(yt_stick_close) struct yt_stick stick = {.folder = -1};
    struct yt_err later;
    struct collecting collecting = {.desk = desk,
                                    .signer = signer,
                                    .stick = &stick,
                                    .to = to,
                                    .collected = ret_collected,
                                    .err = err};

    *ret_collected = (struct yt_collected){0};
    if (!yt_stick_open(&stick, folder, err))
        return false;
    ret_collected->removable = !yt_stick_shares_disk(&stick, desk->folder);
    if (!yt_stick_each(&stick, YT_STICK_ENTRY, take_one, &collecting, &later)) {
        *err = later;
        return false;
    }
    if (collecting.store_failed)
        return false;
    if (collecting.stick_failed || !yt_stick_flush(&stick, err))
        return yt_err_context(err, "what came is safe here, but not every receipt is on the stick");
    return true;
}
