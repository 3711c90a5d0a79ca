/* What the paper says, in the resident's language and in Japanese: who it is from, the neutral
 * names of what was chosen, date and time, listings and programmes, the number. Never the answers,
 * areas, urgency or name, nor what was asked about a listing.
 * Whoever finds the paper learns that somebody was at the desk's kiosk, and no more.
 *
 * The texts are resolved here, from the entry and the site's content alone, so that a reprint says
 * the same. Pure but for the message catalogues; any thread. The struct is large (some 80 KB): not
 * for a small stack. */
#ifndef YT_SCREENS_SLIP_TEXT_H
#define YT_SCREENS_SLIP_TEXT_H

#include "domain/entry.h"
#include "domain/sealed.h"
#include "domain/site_content.h"

#include <stdbool.h>
#include <stddef.h>

/* Bytes with the NUL; longer ones are cut at a character. */
#define YT_SLIP_PHRASE_MAX YT_ENTRY_PAPER_MAX
#define YT_SLIP_WORDS_ITEMS_MAX 24 /* more are counted in the last line */
#define YT_SLIP_WORDS_WHEN_MAX 4
#define YT_SLIP_WORDS_NOTES_MAX 4
#define YT_SLIP_WORDS_OFFERS_MAX YT_ENTRY_LISTINGS_MAX

/* One thing said twice. `ja` is "" where `own` says it in Japanese already. May carry ruby. */
struct yt_slip_phrase {
    char own[YT_SLIP_PHRASE_MAX];
    char ja[YT_SLIP_PHRASE_MAX];
};

/* A listing or a programme. What the resident asked about it is not on the paper. */
struct yt_slip_words_offer {
    struct yt_slip_phrase name;
    struct yt_slip_phrase state; /* of a place in a programme; "" for none */
    struct yt_slip_phrase lines; /* separated by newlines */
};

struct yt_slip_words_group {
    struct yt_slip_phrase heading;
    size_t count; /* 0: the group is not on the paper */
    struct yt_slip_words_offer offers[YT_SLIP_WORDS_OFFERS_MAX];
    struct yt_slip_phrase note; /* may be "" */
};

struct yt_slip_words {
    char language[YT_LANGUAGE_TAG_MAX]; /* of what is called `own` */
    struct yt_slip_phrase site;
    char phone[32];
    bool booking;                 /* is there an appointment, or a wish for one? */
    bool firm;                    /* 予約; otherwise 希望 */
    struct yt_slip_phrase status; /* the word itself */
    struct yt_slip_phrase what;   /* 相談の時間 */
    size_t when_count;
    struct yt_slip_phrase when[YT_SLIP_WORDS_WHEN_MAX];
    struct yt_slip_phrase where; /* "" where the desk has still to say it */
    struct yt_slip_phrase heading;
    size_t item_count;
    struct yt_slip_phrase items[YT_SLIP_WORDS_ITEMS_MAX];
    struct yt_slip_phrase number_label;
    char number[YT_SLIP_NUMBER_MAX]; /* "" on paper without a code */
    struct yt_slip_phrase code_note; /* "" on paper without a code */
    struct yt_slip_words_group programmes, listings;
    size_t note_count;
    struct yt_slip_phrase notes[YT_SLIP_WORDS_NOTES_MAX];
};

/* `entry` as yt_visit_entry made it. `with_code`: the paper carries the sealed entry; otherwise it
 * has neither code nor number. `kept`: the queue holds the entry; otherwise the paper asks to be
 * handed to staff, because it is the only copy. */
void yt_slip_words_make(const struct yt_site_content *content, const struct yt_entry *entry,
                        bool with_code, bool kept, struct yt_slip_words *words);

/* Overwrites it in a way that the compiler cannot leave out. */
void yt_slip_words_wipe(struct yt_slip_words *words);

#endif
