/* The self-check (くらしのメモ): what a site asks, what a resident answers, and what the answers
 * light up. It is no test: there is no score, no total and no type of person, only menu items that
 * may relate to what was touched, and help that cannot wait.
 *
 * Everything is held by index into the arrays of `struct yt_check` and walked in the site's order;
 * nothing here compares strings. `number` is what an entry carries: it never changes and is never
 * used again, so that an entry can be read after the site has moved its questions about.
 * Pure functions, any thread; a `struct yt_check_answers` belongs to one visit. */
#ifndef YT_DOMAIN_SELF_CHECK_H
#define YT_DOMAIN_SELF_CHECK_H

#include "domain/bits.h"
#include "domain/entry.h"
#include "domain/text.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define YT_QUESTIONS_MAX YT_ENTRY_ANSWERS_MAX
#define YT_OPTIONS_MAX 10       /* answers to one question: two columns of five */
#define YT_OPTION_NUMBER_MAX 31 /* they are bits of yt_entry_answer.chosen, from 1 */
#define YT_TOPICS_MAX 16

/* --- Content -------------------------------------------------------------------------------- */

/* One of the named answers to a question is chosen. */
struct yt_condition_term {
    uint16_t question; /* index */
    uint16_t options;  /* bits, by index of the option in that question */
};

/* Terms joined by "or"; with `denied` the clause holds when none of them does. */
struct yt_condition_clause {
    const struct yt_condition_term *terms;
    size_t term_count;
    bool denied;
};

/* Clauses joined by "and". No clause: always true. Terms of a question's own condition name only
 * earlier questions; the loader sees to it. */
struct yt_condition {
    const struct yt_condition_clause *clauses;
    size_t clause_count;
};

/* What makes it easier to talk or to be here; a bit each. SAME_GENDER and STEP_FREE are conditions
 * for a slot, the others are told to the desk. */
enum yt_ease {
    YT_EASE_QUIET = 1 << 0,
    YT_EASE_WRITING = 1 << 1,
    YT_EASE_SLOW = 1 << 2,
    YT_EASE_SAME_GENDER = 1 << 3,
    YT_EASE_STEP_FREE = 1 << 4,
    YT_EASE_SHORT = 1 << 5,
    YT_EASE_SENSES = 1 << 6,   /* hard to see or hear, sign language */
    YT_EASE_LANGUAGE = 1 << 7, /* an interpreter would help */
};

struct yt_check_option {
    const char *id;
    uint16_t number; /* 1 to YT_OPTION_NUMBER_MAX, within the question */
    struct yt_text text;
    const char *picture; /* name of an icon, for a scale; NULL when there is none */
    bool exclusive;      /* clears the others and is cleared by them */
    bool about_other;    /* whoever chooses this answers for another person */
    bool child;          /* the person concerned is a child (17 or younger) */
    uint64_t areas;      /* bits of yt_check.areas */
    uint64_t items;      /* bits of the menu; where 0 the areas' own items are lit */
    enum yt_urgency urgency;
    uint64_t screens;       /* bits of the help screens it opens at once */
    uint64_t blocked_areas; /* areas that stay dark while this is chosen, with their items */
    uint64_t notes;         /* bits of yt_check.notes, for the desk */
    uint32_t ease;          /* bits of yt_ease */
};

enum yt_question_type {
    YT_QUESTION_SINGLE, /* one answer, touched again it is taken back */
    YT_QUESTION_SCALE,  /* the same, drawn as large pictures */
    YT_QUESTION_MULTI,  /* any number */
};

struct yt_check_question {
    const char *id;
    uint16_t number;
    enum yt_question_type type;
    uint16_t topic; /* index */
    struct yt_text text;
    struct yt_text help; /* may have no text */
    bool has_help;
    struct yt_condition show_if;
    const struct yt_check_option *options;
    size_t option_count;
};

struct yt_check_topic {
    const char *id;
    uint16_t number;
    struct yt_text text;
    const char *picture; /* name of an icon, or NULL */
    bool always;         /* asked even when only chosen topics are looked at */
};

struct yt_check_area {
    const char *id;
    uint16_t number;
    struct yt_text text;
    uint64_t items;     /* lit when an answer points here and names no items of its own */
    uint64_t own_items; /* menu items that belong to this area alone: dark while it is blocked */
};

/* Answers that weigh more together than each by itself. */
struct yt_check_rule {
    const char *id;
    uint16_t number;
    struct yt_condition when;
    enum yt_urgency urgency; /* at least this */
    uint64_t lines;          /* bits of the helplines that are then shown on the result page */
    struct yt_text why;      /* for staff, Japanese */
};

/* A note to the desk that goes with an answer ("do-not-raise"). */
struct yt_check_note {
    const char *id;
    uint16_t number;
    struct yt_text text; /* for staff, Japanese */
};

/* A line that stays at the top of every question while its condition holds. */
struct yt_check_reminder {
    const char *id;
    uint16_t number;
    struct yt_condition when;
    struct yt_text text;
    bool offer_easy; /* easy Japanese with ruby is offered, once */
};

struct yt_check {
    const struct yt_check_topic *topics;
    size_t topic_count;
    const struct yt_check_question *questions; /* in the order they are asked */
    size_t question_count;
    const struct yt_check_area *areas;
    size_t area_count;
    const struct yt_check_rule *rules;
    size_t rule_count;
    const struct yt_check_note *notes;
    size_t note_count;
    const struct yt_check_reminder *reminders;
    size_t reminder_count;
};

/* Index, or -1. For files, tests and entries; the screens keep indexes. */
int yt_check_question_find(const struct yt_check *check, const char *id);
int yt_check_question_numbered(const struct yt_check *check, uint16_t number);
int yt_check_option_find(const struct yt_check_question *question, const char *id);
int yt_check_option_numbered(const struct yt_check_question *question, uint16_t number);

/* --- One visit's answers --------------------------------------------------------------------- */

enum yt_check_pace {
    YT_PACE_ALL,    /* go through everything */
    YT_PACE_TOPICS, /* only chosen topics, and those that are always asked */
    YT_PACE_MENU,   /* no questions at all */
};

/* Fixed size, no pointers: copied by value, wiped with yt_check_answers_wipe. Zeroed it is a visit
 * that goes through everything and has answered nothing. */
struct yt_check_answers {
    enum yt_check_pace pace;
    uint64_t topics;                   /* bits, with YT_PACE_TOPICS */
    uint64_t skipped;                  /* bits by index of the question */
    uint16_t chosen[YT_QUESTIONS_MAX]; /* bits by index of the option */
    uint64_t screens_shown;            /* bits: a help screen is shown once a visit */
};

void yt_check_answers_wipe(struct yt_check_answers *answers);

/* Chooses the pace. Answers to questions that are no longer asked are dropped. */
void yt_check_set_pace(const struct yt_check *check, struct yt_check_answers *answers,
                       enum yt_check_pace pace, uint64_t topics);

/* An answer is touched. A single one replaces the one before and is taken back when touched again;
 * an exclusive one clears the others and is cleared by them. Answering ends a skip. Afterwards the
 * answers of questions that no longer apply are gone for good: they do not come back when the
 * condition holds again. Touching an option of a question that is not asked does nothing. */
void yt_check_touch(const struct yt_check *check, struct yt_check_answers *answers, size_t question,
                    size_t option);

/* Skips the question: what was chosen there is dropped, and what followed from it. */
void yt_check_skip(const struct yt_check *check, struct yt_check_answers *answers, size_t question);

bool yt_check_is_chosen(const struct yt_check_answers *answers, size_t question, size_t option);
bool yt_check_is_skipped(const struct yt_check_answers *answers, size_t question);

/* Is the question asked, given pace, topics and the answers before it? */
bool yt_check_is_asked(const struct yt_check *check, const struct yt_check_answers *answers,
                       size_t question);

/* The questions that are asked as things stand, as bits by index. */
uint64_t yt_check_asked(const struct yt_check *check, const struct yt_check_answers *answers);

/* Index of the first question, or of the one after or before `question`; -1 at the ends. */
int yt_check_first(const struct yt_check *check, const struct yt_check_answers *answers);
int yt_check_next(const struct yt_check *check, const struct yt_check_answers *answers,
                  size_t question);
int yt_check_previous(const struct yt_check *check, const struct yt_check_answers *answers,
                      size_t question);

/* How many questions come after `question` as things stand ("{n} left"). */
size_t yt_check_left(const struct yt_check *check, const struct yt_check_answers *answers,
                     size_t question);

/* The help screens that the answers to `question` open and that this visit has not seen yet, in
 * the order in which they are shown. Mark each with yt_check_screen_shown when it comes up. */
uint64_t yt_check_screens_due(const struct yt_check *check, const struct yt_check_answers *answers,
                              size_t question);
void yt_check_screen_shown(struct yt_check_answers *answers, size_t screen);

bool yt_condition_holds(const struct yt_condition *condition,
                        const struct yt_check_answers *answers);

/* --- What the answers show -------------------------------------------------------------------- */

/* A skip never lights, raises or opens anything. All sets are bits in the site's order. */
struct yt_check_result {
    uint64_t shown;                         /* questions that were asked */
    uint64_t areas;                         /* areas pointed to, without blocked ones */
    enum yt_urgency urgency;                /* highest of answers and rules */
    uint64_t screens;                       /* help screens opened */
    uint64_t rules;                         /* rules that hold */
    uint64_t items;                         /* menu items lit */
    uint64_t items_of_topic[YT_TOPICS_MAX]; /* the same by the topic whose questions lit them; an
                                               item may be in several */
    uint64_t notes;                         /* notes to the desk */
    uint64_t lines;                         /* helplines that rules ask to show */
    uint64_t reminders;                     /* lines that stay at the top */
    uint32_t ease;                          /* bits of yt_ease */
    bool about_other;                       /* answered for another person */
    bool child;                             /* the person concerned is 17 or younger */
};

/* Works it all out anew; a few microseconds. */
struct yt_check_result yt_check_evaluate(const struct yt_check *check,
                                         const struct yt_check_answers *answers);

/* Copies what was asked and answered into the entry by number, with urgency and lit items.
 * `item_numbers` maps indexes of the menu to numbers. */
void yt_check_to_entry(const struct yt_check *check, const struct yt_check_answers *answers,
                       const uint16_t *item_numbers, size_t item_count, struct yt_entry *entry);

#endif
