/* Everything about one visit: from the first touch on the home screen to the wipe.
 *
 * It lives in memory only, in this one struct, and holds no pointer to memory of its own: wiping
 * the struct wipes the visit. Nothing of it is written or logged; what the resident hands over at
 * the end is built from it by yt_visit_entry and then sealed. UI thread only. */
#ifndef YT_SCREENS_VISIT_H
#define YT_SCREENS_VISIT_H

#include "base/clock.h"
#include "domain/entry.h"
#include "domain/listing_index.h"
#include "domain/site_content.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define YT_SEARCH_WORDS_MAX 30 /* characters */

enum yt_text_scale { YT_TEXT_SCALE_100, YT_TEXT_SCALE_150, YT_TEXT_SCALE_200 };

/* How a visit begins at this kiosk: the first language of the site, say, or large text. */
struct yt_visit_start {
    int language; /* index into the site's languages */
    enum yt_text_scale text_scale;
    bool high_contrast;
};

struct yt_visit {
    uint64_t number;                    /* rises with each visit, never 0; jobs carry it */
    uint8_t entry_id[YT_ENTRY_ID_SIZE]; /* random, fixed at the beginning: a second try to save or
                                           print is the same entry */
    struct yt_visit_start start;        /* what the next three were at first */
    int language;                       /* index into the site's languages */
    enum yt_text_scale text_scale;
    bool high_contrast;

    struct yt_check_answers answers; /* pace, topics, answers, help screens that were shown */
    bool check_begun;                /* a pace was chosen: questions belong into the entry */
    int question;                    /* the one on the screen, index into the check; -1: none */
    bool easy_offered;               /* easy Japanese was offered already */
    bool quiet_call_made;            /* a quiet call went out by itself ... */
    bool quiet_call_told;            /* ... and is known to have reached somebody */

    uint8_t ways[YT_MENU_ITEMS_MAX]; /* by index into the menu: bits of yt_entry_way; 0: unmarked */

    /* The tray: what was marked of listings and programmes, and what would fit if nothing did. */
    size_t listing_count;
    struct yt_entry_listing listings[YT_ENTRY_LISTINGS_MAX];
    size_t programme_count;
    struct yt_entry_programme programmes[YT_ENTRY_PROGRAMMES_MAX];
    struct yt_entry_wish wish;

    /* How the listings were narrowed down; never handed over. */
    struct yt_listing_filter filter;
    enum yt_listing_order order;
    char search[YT_SEARCH_WORDS_MAX * 4 + 1];

    /* Filled by the screens after the result; they are what an entry carries. */
    bool answers_withheld; /* the resident took the answers out of what is handed over */
    struct yt_entry_appointment appointment;
    char slot[YT_SLOT_ID_MAX]; /* the firm one (yt_slot_id), "" where it is only a wish */
    bool slot_lost;            /* somebody else was given it meanwhile: choose another */
    bool join_lost;            /* a place in a programme was gone: it is asked for instead */
    struct yt_entry_contact contact;
    char own_words[YT_ENTRY_OWN_WORDS_MAX * 4 + 1];
    enum yt_consent consent;
    bool consent_said; /* `consent` was chosen by touch; nothing is chosen beforehand */
    bool saved;        /* the queue holds the entry; said only when known */
};

/* Gives a visit that has just begun another beginning than the site's first language, 100 %, normal
 * contrast. */
void yt_visit_start_with(struct yt_visit *visit, const struct yt_visit_start *start);

/* A new visit in the site's first language with a fresh number and a fresh random entry id. What
 * the struct held before is wiped; `number` goes on from there. */
void yt_visit_begin(struct yt_visit *visit);

/* Overwrites everything but the running number, in a way that the compiler cannot leave out. */
void yt_visit_wipe(struct yt_visit *visit);

/* Was anything chosen or typed, language and text size included? Otherwise there is nothing to
 * wipe and nothing to ask about. */
bool yt_visit_touched(const struct yt_visit *visit);

/* --- What is marked on the result page ------------------------------------------------------- */

bool yt_visit_is_marked(const struct yt_visit *visit, size_t item);
/* Marks, or takes the mark off with everything that was chosen for the item. Unmarking the last
 * item that asks for a date drops the appointment. */
void yt_visit_toggle_mark(struct yt_visit *visit, size_t item);
/* Switches one way (one bit of yt_entry_way) of a marked item. "Paper only" and the others exclude
 * each other. */
void yt_visit_toggle_way(struct yt_visit *visit, size_t item, uint8_t way);
/* Items with at least one of these ways, as bits by index; ways 0 means: all that are marked. */
uint64_t yt_visit_items(const struct yt_visit *visit, uint8_t ways);
/* Does the resident ask for a date and time with any item? Then the booking screens come. */
bool yt_visit_wants_date(const struct yt_visit *visit);
/* Does anything chosen need the desk to answer (ask, book, join)? Otherwise paper alone will do. */
bool yt_visit_wants_answer(const struct yt_visit *visit);

/* Is there anything to hand over or to print: from the menu, or in the tray more than mere marks? A
 * visit that only marked listings ends well without. */
bool yt_visit_has_outcome(const struct yt_visit *visit);
/* Was nothing asked for but paper? Then nothing is handed over, and nothing is asked. */
bool yt_visit_paper_only(const struct yt_visit *visit);

/* --- What is handed over --------------------------------------------------------------------- */

/* Builds the entry from what was chosen, as the consent allows: YT_CONSENT_NONE carries the chosen
 * items, the tray and the appointment for the slip only (no answers, lit items, urgency, wish,
 * contact or words); YT_CONSENT_ANONYMOUS leaves out the name and the way of being reached. Of the
 * tray's listings come those with which something is asked, and those wanted on paper; a mere mark
 * stays with the resident. Titles are shortened so that all of them fit (YT_ENTRY_NAMES_MAX).
 * `kiosk` is the id of this box; times are those of `clock`. The caller wipes the entry. */
void yt_visit_entry(const struct yt_visit *visit, const struct yt_site_content *content,
                    const char *kiosk, const struct yt_clock *clock, struct yt_entry *entry);

#endif
