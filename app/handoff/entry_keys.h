/* The integer keys of entry.cddl; between what writes and what reads an entry. */
#ifndef YT_HANDOFF_ENTRY_KEYS_H
#define YT_HANDOFF_ENTRY_KEYS_H

#include <stdint.h>

enum yt_entry_key {
    YT_KEY_ID = 1,
    YT_KEY_KIOSK,
    YT_KEY_LANGUAGE,
    YT_KEY_CONTENT,
    YT_KEY_TIME,
    YT_KEY_UNTRUSTED,
    YT_KEY_KINDS,
    YT_KEY_CONSENT,
    YT_KEY_URGENCY,
    YT_KEY_ANSWERS,
    YT_KEY_ITEMS,
    YT_KEY_LIT,
    YT_KEY_APPOINTMENT,
    YT_KEY_CONTACT,
    YT_KEY_OWN_WORDS,
    YT_KEY_LISTINGS,
    YT_KEY_PROGRAMMES,
    YT_KEY_WISH,
};

enum yt_appointment_key {
    YT_KEY_FIRM = 1,
    YT_KEY_TYPE,
    YT_KEY_PLACE,
    YT_KEY_TIMES,
    YT_KEY_LENGTH,
    YT_KEY_ANY_PARTS,
    YT_KEY_COMPANION,
    YT_KEY_INTERPRETER,
};

enum yt_contact_key {
    YT_KEY_NAME = 1,
    YT_KEY_REACH,
    YT_KEY_NUMBER,
    YT_KEY_PARTS,
    YT_KEY_MESSAGE_OK,
    YT_KEY_OFFICE_NAME_OK,
};

enum yt_wish_key {
    YT_KEY_WISH_PLACE = 1,
    YT_KEY_WISH_DRAW,
    YT_KEY_WISH_FACTS,
    YT_KEY_WISH_KINDS,
};

/* How a place in a programme stands. */
enum yt_join_state { YT_JOIN_ASKED, YT_JOIN_FIRM, YT_JOIN_WAITING };

/* Values of a listing and of a programme, which stand in their lists one after the other. */
#define YT_LISTING_VALUES 4
#define YT_PROGRAMME_VALUES 5

/* Minutes since 1970, to both sides: far beyond any clock, and safe to multiply to milliseconds. */
#define YT_ENTRY_MINUTES_LIMIT (INT64_C(1) << 40)

#endif
