/* An entry: one thing a resident handed over at the end of a visit. Plain text, so it lives in
 * memory only, is wiped with yt_entry_wipe, and never reaches the disk before it is sealed.
 *
 * Everything is held by number and value, not by pointer: an entry read at the desk ten years
 * later does not need the content that was loaded then. Numbers of questions, answers, menu items
 * and so on are the `number` fields of the content files, which are never reused. */
#ifndef YT_DOMAIN_ENTRY_H
#define YT_DOMAIN_ENTRY_H

#include "domain/sealed.h"
#include "domain/text.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define YT_ENTRY_ANSWERS_MAX 64
#define YT_ENTRY_ITEMS_MAX 64
#define YT_ENTRY_TIMES_MAX 3
#define YT_ENTRY_OWN_WORDS_MAX 60 /* characters */
#define YT_ENTRY_NAME_MAX 30      /* characters */
#define YT_ENTRY_REACH_MAX 40     /* characters: a phone number or an address of some kind */
#define YT_ENTRY_KIOSK_MAX 16     /* bytes with the NUL */
#define YT_ENTRY_LISTINGS_MAX 12
#define YT_ENTRY_PROGRAMMES_MAX 8
#define YT_ENTRY_TITLE_MAX 40   /* characters of a listing's or programme's Japanese title */
#define YT_ENTRY_ID_TEXT_MAX 32 /* bytes with the NUL: YT_LISTING_ID_MAX */
#define YT_ENTRY_WISH_MAX 40    /* characters */
#define YT_ENTRY_PAPER_MAX 400  /* bytes with the NUL */
/* Bytes of all ids and titles of listings and programmes that are handed over, taken together: what
 * is handed over must fit a slip. */
#define YT_ENTRY_NAMES_MAX 1000
#define YT_ENTRY_DAY_MAX (1 << 20) /* days since 1970 */

/* A bit each; one visit may hand over several things at once, sealed together. */
enum yt_entry_kind {
    YT_ENTRY_CHECK = 1 << 0,
    YT_ENTRY_ASK = 1 << 1,
    YT_ENTRY_BOOK = 1 << 2,
    YT_ENTRY_JOIN = 1 << 3,
    YT_ENTRY_GOODS = 1 << 4,
    YT_ENTRY_JOB = 1 << 5,
    YT_ENTRY_WISH = 1 << 6,
    YT_ENTRY_CALLBACK = 1 << 7,
    YT_ENTRY_RECORD = 1 << 8,
    YT_ENTRY_CANCEL = 1 << 9,
};

enum yt_urgency { YT_URGENCY_NONE, YT_URGENCY_SOON, YT_URGENCY_TODAY, YT_URGENCY_NOW };

/* One question that was shown. */
struct yt_entry_answer {
    uint16_t question; /* number in the content */
    bool skipped;
    /* Bit n: answer number n was chosen (numbers start at 1; a single choice has one bit). */
    uint32_t chosen;
};

/* What the resident wants of a menu item: a bit each. */
enum yt_entry_way {
    YT_WAY_MARKED = 1 << 0, /* touched, nothing more said */
    YT_WAY_ASK = 1 << 1,    /* would like to hear more */
    YT_WAY_BOOK = 1 << 2,   /* asks for a date and time */
    YT_WAY_PAPER = 1 << 3,  /* takes the paper only */
    YT_WAY_JOIN = 1 << 4,   /* would like to take part in a programme */
};

struct yt_entry_item {
    uint16_t item; /* number in the content */
    uint8_t ways;
};

enum yt_companion {
    YT_COMPANION_NOT_SAID,
    YT_COMPANION_ALONE,
    YT_COMPANION_FAMILY,
    YT_COMPANION_FRIEND,
    YT_COMPANION_SUPPORTER,
    YT_COMPANION_INTERPRETER,
    YT_COMPANION_SIGN_LANGUAGE,
};

/* A booking, or a wish for one. */
struct yt_entry_appointment {
    bool wanted;
    bool firm;      /* 予約: a slot that only this kiosk could give; otherwise 希望 */
    uint16_t type;  /* number in the content */
    uint16_t place; /* number in the content; 0 when it is for the desk to say */
    size_t time_count;
    int64_t time_minutes[YT_ENTRY_TIMES_MAX]; /* since 1970 UTC; none means any time */
    uint16_t length_minutes;
    uint8_t any_parts; /* bits of yt_part_of_day, when no slot was picked */
    enum yt_companion companion;
    char interpreter_language[YT_LANGUAGE_TAG_MAX];
};

enum yt_part_of_day { YT_PART_MORNING = 1, YT_PART_DAYTIME = 2, YT_PART_EVENING = 4 };

enum yt_reach {
    YT_REACH_NOT_SAID,
    YT_REACH_PHONE,
    YT_REACH_MESSAGE, /* text message */
    YT_REACH_LETTER,
    YT_REACH_COME_AGAIN, /* "I will come again" */
    YT_REACH_THROUGH,    /* through someone */
};

enum yt_yes_no { YT_NOT_SAID, YT_YES, YT_NO };

struct yt_entry_contact {
    char name[YT_ENTRY_NAME_MAX * 4 + 1]; /* any name or none */
    enum yt_reach reach;
    char number[YT_ENTRY_REACH_MAX * 4 + 1];
    uint8_t parts;                 /* bits of yt_part_of_day when it is safe; 0: not said */
    enum yt_yes_no message_ok;     /* may a message be left? */
    enum yt_yes_no office_name_ok; /* may the caller say where they call from? */
};

/* What the resident agreed to hand over. "Nothing" makes no entry at all. */
enum yt_consent { YT_CONSENT_NONE, YT_CONSENT_ANONYMOUS, YT_CONSENT_NAMED };

/* What the resident would like to do with a listing: a bit each. */
enum yt_listing_way {
    YT_LISTING_MARKED = 1 << 0, /* kept in mind, nothing more said */
    YT_LISTING_SEE = 1 << 1,    /* to look first */
    YT_LISTING_TRY = 1 << 2,
    YT_LISTING_ASK = 1 << 3,   /* to hear more, or to ask for a condition */
    YT_LISTING_PAPER = 1 << 4, /* on paper only; never in what is handed over */
};

/* Ready sentences: what staff are to ask the employer. A bit each; append only. */
enum yt_listing_condition {
    YT_CONDITION_HALF_DAY = 1 << 0,
    YT_CONDITION_TWO_DAYS = 1 << 1,
    YT_CONDITION_SCHOOL_HOURS = 1 << 2,
    YT_CONDITION_NO_RESUME = 1 << 3,
    YT_CONDITION_STAFF_BESIDE = 1 << 4,
    YT_CONDITION_PAY_WEEKLY = 1 << 5,
};
#define YT_CONDITIONS 6

/* The title goes along: an imported listing may be gone when the desk opens the entry. */
struct yt_entry_listing {
    char id[YT_ENTRY_ID_TEXT_MAX];
    char title[YT_ENTRY_TITLE_MAX * 4 + 1]; /* Japanese, without ruby */
    uint8_t ways;                           /* bits of yt_listing_way */
    uint16_t conditions;                    /* bits of yt_listing_condition */
    /* Lines for the paper, in the resident's language, and the same in Japanese; not handed over:
     * the desk has the listing itself. The first line is the name. Separated by newlines; "" for
     * none, and in `paper_ja` where the first says it in Japanese already. */
    char paper[YT_ENTRY_PAPER_MAX];
    char paper_ja[YT_ENTRY_PAPER_MAX];
};

struct yt_entry_programme {
    char id[YT_ENTRY_ID_TEXT_MAX];
    char title[YT_ENTRY_TITLE_MAX * 4 + 1];
    int32_t day;     /* since 1970, at the place; 0: any day */
    int16_t minute;  /* it begins at, of the day; -1: not said */
    bool firm;       /* this kiosk gave the place; otherwise the desk confirms it */
    bool waiting;    /* it was full: on the waiting list */
    bool paper_only; /* needs no sign-up: on the paper, never in what is handed over */
    char paper[YT_ENTRY_PAPER_MAX]; /* as of a listing */
    char paper_ja[YT_ENTRY_PAPER_MAX];
};

/* 「ここで働いてみたい」: a place that is on no list, or what a fitting listing would be like. */
struct yt_entry_wish {
    bool made;
    char place[YT_ENTRY_WISH_MAX * 4 + 1]; /* a shop, a firm, an advert; "" when not said */
    char draw[YT_ENTRY_WISH_MAX * 4 + 1];  /* what draws the resident there; "" when not said */
    uint64_t facts;                        /* bits of yt_listing_fact that would matter */
    uint32_t kinds;                        /* bits of yt_listing_kind */
};

struct yt_entry {
    uint8_t id[YT_ENTRY_ID_SIZE];
    char kiosk[YT_ENTRY_KIOSK_MAX];
    char language[YT_LANGUAGE_TAG_MAX];
    uint32_t content_number;
    int64_t time_minutes; /* since 1970 UTC */
    bool time_trusted;
    uint32_t kinds; /* bits of yt_entry_kind */
    enum yt_consent consent;
    enum yt_urgency urgency;
    size_t answer_count;
    struct yt_entry_answer answers[YT_ENTRY_ANSWERS_MAX];
    size_t item_count; /* chosen by the resident */
    struct yt_entry_item items[YT_ENTRY_ITEMS_MAX];
    size_t lit_count; /* lit by the answers; never mixed with the chosen ones */
    uint16_t lit[YT_ENTRY_ITEMS_MAX];
    struct yt_entry_appointment appointment;
    size_t listing_count;
    struct yt_entry_listing listings[YT_ENTRY_LISTINGS_MAX];
    size_t programme_count;
    struct yt_entry_programme programmes[YT_ENTRY_PROGRAMMES_MAX];
    struct yt_entry_wish wish;
    struct yt_entry_contact contact;
    char own_words[YT_ENTRY_OWN_WORDS_MAX * 4 + 1];
};

/* Does the listing go to the desk? Only where something is asked with it: to look, to try, to hear
 * more. A mark alone is the resident's own note, and paper is for the pocket. */
bool yt_entry_listing_handed(const struct yt_entry_listing *listing);
/* Does the programme? Wherever there is something to sign up for. */
bool yt_entry_programme_handed(const struct yt_entry_programme *programme);

/* Overwrites the whole entry in a way the compiler cannot leave out. */
void yt_entry_wipe(struct yt_entry *entry);

#endif
