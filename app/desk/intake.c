#include "desk/intake.h"

#include "base/str.h"

#include <string.h>

static const struct {
    const char *name, *message;
} words[] = {
    [YT_INTAKE_TAKEN] = {"taken", "desk.scan.taken"},
    [YT_INTAKE_AGAIN] = {"again", "desk.scan.again"},
    [YT_INTAKE_WITHDRAWN] = {"withdrawn", "desk.scan.withdrawn"},
    [YT_INTAKE_WRONG_DESK] = {"wrong-desk", "desk.scan.wrong_desk"},
    [YT_INTAKE_BROKEN_SEAL] = {"broken-seal", "desk.scan.broken_seal"},
    [YT_INTAKE_NO_ENTRY] = {"no-entry", "desk.scan.no_entry"},
    [YT_INTAKE_UNSUPPORTED] = {"unsupported", "desk.scan.unsupported"},
    [YT_INTAKE_UNKNOWN_KIOSK] = {"unknown-kiosk", "desk.scan.unknown_kiosk"},
    [YT_INTAKE_FORGED] = {"forged", "desk.scan.forged"},
    [YT_INTAKE_REPLAYED] = {"replayed", "desk.scan.replayed"},
};

const char *yt_intake_name(enum yt_intake intake)
{
    return words[intake].name;
}

const char *yt_intake_message(enum yt_intake intake)
{
    return words[intake].message;
}

bool yt_intake_is_kept(enum yt_intake intake)
{
    return intake == YT_INTAKE_TAKEN || intake == YT_INTAKE_AGAIN;
}

enum yt_intake yt_intake_refusal(enum yt_err_code code)
{
    switch (code) {
    case YT_ERR_WRONG_KEY:
        return YT_INTAKE_WRONG_DESK;
    case YT_ERR_DAMAGED:
        return YT_INTAKE_BROKEN_SEAL;
    case YT_ERR_UNSUPPORTED:
        return YT_INTAKE_UNSUPPORTED;
    case YT_ERR_FOREIGN:
        return YT_INTAKE_UNKNOWN_KIOSK;
    case YT_ERR_FORGED:
        return YT_INTAKE_FORGED;
    default:
        return YT_INTAKE_NO_ENTRY;
    }
}

static enum yt_intake outcome(enum yt_desk_put put)
{
    switch (put) {
    case YT_DESK_PUT_NEW:
        return YT_INTAKE_TAKEN;
    case YT_DESK_PUT_AGAIN:
        return YT_INTAKE_AGAIN;
    case YT_DESK_PUT_WITHDRAWN:
        return YT_INTAKE_WITHDRAWN;
    case YT_DESK_PUT_OTHER:
    default:
        return YT_INTAKE_REPLAYED;
    }
}

bool yt_intake_take(struct yt_desk *desk, const struct yt_sealed *sealed, int64_t now_ms,
                    struct yt_intake_result *ret_result, struct yt_err *err)
{
    YT_SCOPED(yt_entry_wipe) struct yt_entry entry;
    struct yt_kiosk_book book = yt_desk_store_book(desk->store, false);
    struct yt_err why;

    memset(ret_result, 0, sizeof *ret_result);
    yt_slip_number(sealed->id, ret_result->number);
    if (!yt_envelope_open(sealed, &desk->opener, &book, &entry, &why)) {
        ret_result->intake = yt_intake_refusal(why.code);
        yt_str_copy(ret_result->detail, sizeof ret_result->detail, why.text);
        return true;
    }
    ret_result->arrival.sealed = sealed;
    if (!yt_desk_store_put_all(desk->store, &ret_result->arrival, 1, now_ms, err))
        return false;
    ret_result->intake = outcome(ret_result->arrival.put);
    return true;
}
