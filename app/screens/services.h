/* What the resident's journey asks of the program around it: saving, printing, calling staff.
 *
 * The screens own no disk, no printer and no wire. They ask through this table, which the kiosk
 * program fills; every request returns at once, and its answer comes later as a `struct yt_result`
 * through yt_app_result (nav.h), on the UI thread, with the number of the visit that asked. An
 * answer for a visit that has ended is dropped. */
#ifndef YT_SCREENS_SERVICES_H
#define YT_SCREENS_SERVICES_H

#include "base/err.h"
#include "domain/appointment.h"
#include "domain/entry.h"
#include "domain/listing_index.h"
#include "domain/programme.h"
#include "domain/sealed.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A QR symbol of version 29 has 133 modules a side; version 40, 177. */
#define YT_CODE_MODULES_MAX 177
#define YT_CODE_SYMBOLS_MAX 9 /* YT_PARTS_MAX of handoff/part.h */
#define YT_TAKEN_SLOTS_MAX 512

/* One QR symbol without its quiet zone. Module (x, y) is dark when bit `y * width + x` is set,
 * counted from the lowest bit of the first byte. */
struct yt_code_symbol {
    uint8_t width; /* modules a side */
    uint8_t modules[(YT_CODE_MODULES_MAX * YT_CODE_MODULES_MAX + 7) / 8];
};

/* The sealed entry as codes to show on the screen; empty where nothing was handed over. */
struct yt_code {
    size_t count;
    struct yt_code_symbol symbols[YT_CODE_SYMBOLS_MAX];
};

/* Slots of which something is taken or held at this moment. */
struct yt_taken_slots {
    size_t count;
    struct yt_slot_taken slots[YT_TAKEN_SLOTS_MAX];
};

/* How many have joined at this kiosk, by programme and day; what the desk knows besides is not in
 * it. */
#define YT_JOINED_MAX 128
struct yt_joined {
    char programme[YT_PROGRAMME_ID_MAX];
    int32_t day; /* since 1970 */
    uint16_t count;
};
struct yt_joined_list {
    size_t count;
    struct yt_joined items[YT_JOINED_MAX];
};

/* At most so many texts of listings are kept in memory; a screen wants fewer at once. */
#define YT_LISTINGS_WANTED_MAX 128

enum yt_printer_state {
    YT_PRINTER_UNKNOWN,
    YT_PRINTER_READY,
    YT_PRINTER_PAPER_LOW,
    YT_PRINTER_PAPER_OUT,
    YT_PRINTER_COVER_OPEN,
    YT_PRINTER_OFFLINE, /* unplugged, switched off, or silent */
    YT_PRINTER_NONE,    /* this box has no printer */
};

struct yt_services {
    void *context;

    /* Seals the entry and puts it into the queue, durably; in the same step the slot with the id
     * `slot` is given (yt_slot_id; NULL: none, or only a wish). Both are copied. Answer:
     * YT_RESULT_SAVED or YT_RESULT_NOT_SAVED. Asking again with the same entry id is harmless: it
     * is one entry. */
    void (*save)(void *context, uint64_t visit, const struct yt_entry *entry, const char *slot);

    /* Prints the slip of the entry: what may be read on it, and, when `with_code`, the code. An
     * entry that is only printed (consent: none) has no code and is never written anywhere.
     * Printing again is the same entry. Answer: YT_RESULT_PRINTED or YT_RESULT_NOT_PRINTED. */
    void (*print)(void *context, uint64_t visit, const struct yt_entry *entry, bool with_code);

    /* Answer: YT_RESULT_PRINTER. Also sent by itself when the state changes. */
    void (*printer_status)(void *context, uint64_t visit);

    /* Which slots cannot be given. Answer: YT_RESULT_TAKEN_SLOTS. */
    void (*taken_slots)(void *context, uint64_t visit);

    /* Keeps a slot (yt_slot_id) from others while a booking is being made, for the site's
     * hold_minutes at most. A later call replaces the former; NULL lets go. */
    void (*hold_slot)(void *context, uint64_t visit, const char *slot);

    /* Calls staff. A quiet call asks them to stay near, and rings nowhere. Neither says who calls
     * or why. Answers, none of them where there is no wire to staff and the sound alone calls:
     * YT_RESULT_STAFF_TOLD once a quiet call stands on somebody's screen, YT_RESULT_STAFF_COMING
     * once somebody has taken a call. False where nothing was set off, not even a sound: the
     * screen then asks to be shown to somebody. */
    bool (*staff_call)(void *context, uint64_t visit, bool quiet);
    void (*staff_cancel)(void *context, uint64_t visit);

    /* --- Listings, programmes, places. What is read lives in memory; what is wanted is fetched by
     * a worker. Pointers live until the next event is handled, unless said otherwise. --- */

    /* All listings as they stand now; NULL while they are being read for the first time. Another
     * one only after YT_RESULT_LISTINGS_CHANGED, at which the old one is gone. */
    const struct yt_listing_index *(*listings)(void *context);
    /* Sees to it that the texts of these positions come into memory (at most
     * YT_LISTINGS_WANTED_MAX of them, the most wanted first). Answer: YT_RESULT_LISTINGS_READ as
     * soon as any that was missing is there. */
    void (*want_listings)(void *context, uint64_t visit, const uint32_t *positions, size_t count);
    /* The listing at that position; NULL while it is not in memory. */
    const struct yt_listing *(*listing)(void *context, uint32_t position);
    /* Looks for words as somebody typed them, in any script. A later search replaces the former.
     * Answer: YT_RESULT_FOUND. */
    void (*search)(void *context, uint64_t visit, const char *words);

    /* Programmes and places, the site's own and those that were imported. Never NULL; another one
     * only after YT_RESULT_LISTINGS_CHANGED. Voices and cards are in it too. */
    const struct yt_offers *(*offers)(void *context);
    /* Answer: YT_RESULT_JOINED. NULL where no places are given out here. */
    void (*joined)(void *context, uint64_t visit);

    /* Makes a QR code of a short text (an iCalendar event); at once. False when it is too long. */
    bool (*make_code)(void *context, const char *text, struct yt_code_symbol *symbol);

    /* The visit is over: pending answers are of no use, what was kept for it is to be wiped
     * (the codes on the screen, a held slot). Saves that are under way still finish. */
    void (*visit_ended)(void *context, uint64_t visit);
};

enum yt_result_kind {
    YT_RESULT_SAVED,     /* `code` */
    YT_RESULT_NOT_SAVED, /* `err`; YT_ERR_CONFLICT: the slot is gone, choose another; where its text
                            begins with "join", a place in a programme. `code` is there all the same
                            unless something is gone: the slip carries it */
    YT_RESULT_PRINTED,
    YT_RESULT_NOT_PRINTED,      /* `err`: YT_ERR_PAPER_OUT, _COVER_OPEN, _OFFLINE, _TIMEOUT;
                                   YT_ERR_UNKNOWN when it may have been printed */
    YT_RESULT_PRINTER,          /* `printer` */
    YT_RESULT_TAKEN_SLOTS,      /* `taken` */
    YT_RESULT_STAFF_TOLD,       /* the quiet call has reached somebody */
    YT_RESULT_STAFF_COMING,     /* somebody took the call */
    YT_RESULT_LISTINGS_CHANGED, /* there is another index (a first one, or after an import):
                                   positions of the old one mean nothing. For every visit */
    YT_RESULT_LISTINGS_READ,    /* more texts are in memory */
    YT_RESULT_FOUND,            /* `hits`; they live until the next search or the visit's end */
    YT_RESULT_JOINED,           /* `joined` */
};

/* An answer. Borrowed for the call; what a screen wants to keep it copies. */
struct yt_result {
    enum yt_result_kind kind;
    uint64_t visit;
    const struct yt_err *err;
    const struct yt_code *code;
    const struct yt_taken_slots *taken;
    enum yt_printer_state printer;
    const struct yt_listing_hits *hits;
    const struct yt_joined_list *joined;
};

#endif
