/* Taking in an envelope: opened, its kiosk's signature checked, and only then kept, once. */
#ifndef YT_DESK_INTAKE_H
#define YT_DESK_INTAKE_H

#include "desk/desk.h"

enum yt_intake {
    YT_INTAKE_TAKEN,         /* kept now, and on the disk */
    YT_INTAKE_AGAIN,         /* was kept before, byte for byte */
    YT_INTAKE_WITHDRAWN,     /* the resident withdrew it */
    YT_INTAKE_WRONG_DESK,    /* sealed for another desk, or an older key */
    YT_INTAKE_BROKEN_SEAL,   /* for this desk, but a byte is wrong */
    YT_INTAKE_NO_ENTRY,      /* opened, but there is no proper entry inside */
    YT_INTAKE_UNSUPPORTED,   /* a later version's */
    YT_INTAKE_UNKNOWN_KIOSK, /* from a kiosk that is not enrolled, or was revoked */
    YT_INTAKE_FORGED,        /* the signature does not hold */
    YT_INTAKE_REPLAYED,      /* the id is kept already, with other bytes */
};

struct yt_intake_result {
    enum yt_intake intake;
    char number[YT_SLIP_NUMBER_MAX];
    char detail[160]; /* of UNKNOWN_KIOSK: what the envelope says of itself */
    /* For the receipt of TAKEN, AGAIN and WITHDRAWN; points to what was taken in. */
    struct yt_desk_arrival arrival;
};

/* Opens the envelope with the unlocked desk, checks it and keeps it. False only when the store
 * fails; everything that is wrong with the envelope is a result, and nothing is kept then. */
YT_MUST_CHECK bool yt_intake_take(struct yt_desk *desk, const struct yt_sealed *sealed,
                                  int64_t now_ms, struct yt_intake_result *ret_result,
                                  struct yt_err *err);

/* What it means that yt_envelope_open fails with this code. */
enum yt_intake yt_intake_refusal(enum yt_err_code code);
/* True for TAKEN and AGAIN. */
bool yt_intake_is_kept(enum yt_intake intake);
/* A stable lower-case name ("taken", "forged"), for tools. */
const char *yt_intake_name(enum yt_intake intake);
/* The catalogue's id of the sentence for staff. */
const char *yt_intake_message(enum yt_intake intake);

#endif
