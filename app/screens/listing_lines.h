/* What a listing says about itself, in words: lines for its page, short facts for its card, a few
 * lines for the paper. Says what the listing says and nothing else. Pure functions but for the
 * visit's language. */
#ifndef YT_SCREENS_LISTING_LINES_H
#define YT_SCREENS_LISTING_LINES_H

#include "base/buf.h"
#include "domain/listing.h"
#include "screens/nav.h"

#include <stdbool.h>
#include <stddef.h>

/* In whose words: the visit's language, or Japanese for those who read the paper with them. */
struct yt_listing_words {
    const struct yt_app *app;
    bool japanese;
};

/* In the order in which they stand on the page. */
enum yt_listing_group {
    YT_LISTING_TASKS,
    YT_LISTING_TIME,
    YT_LISTING_MONEY,
    YT_LISTING_WAY,
    YT_LISTING_BODY,
    YT_LISTING_START,
    YT_LISTING_GROUPS
};

/* Ids of messages. */
const char *yt_listing_group_title(enum yt_listing_group group);
const char *yt_listing_kind_title(enum yt_listing_kind kind);
const char *yt_listing_trade_title(enum yt_trade trade);
const char *yt_listing_fact_title(enum yt_listing_fact fact);
/* `condition` is one bit. */
const char *yt_listing_condition_title(enum yt_listing_condition condition);
const char *yt_listing_order_title(enum yt_listing_order order);
/* Name of an icon; NULL: none. */
const char *yt_listing_trade_icon(enum yt_trade trade);

/* Appends all lines of the group, separated by line breaks; nothing where nothing was said. */
void yt_listing_lines(const struct yt_listing_words *words, const struct yt_listing *listing,
                      enum yt_listing_group group, struct yt_buf *to);

/* Single lines, for cards and paper. Each appends one piece without a line break, or nothing. */
void yt_listing_say_hours(const struct yt_listing_words *words, const struct yt_listing *listing,
                          struct yt_buf *to);
void yt_listing_say_days(const struct yt_listing_words *words, const struct yt_listing *listing,
                         struct yt_buf *to);
void yt_listing_say_pay(const struct yt_listing_words *words, const struct yt_listing *listing,
                        struct yt_buf *to);
void yt_listing_say_way(const struct yt_listing_words *words, const struct yt_listing *listing,
                        struct yt_buf *to);
/* The firm's name, or that staff tell it; nothing where neither is known. */
void yt_listing_say_employer(const struct yt_listing_words *words, const struct yt_listing *listing,
                             struct yt_buf *to);
/* 「確認した日：11月16日（月）」; nothing where nobody has checked. */
void yt_listing_say_checked(const struct yt_listing_words *words, const struct yt_listing *listing,
                            struct yt_buf *to);
/* The same for a card: 「11/16 確認」 */
void yt_listing_say_checked_short(const struct yt_listing_words *words,
                                  const struct yt_listing *listing, struct yt_buf *to);

/* Id, Japanese title without ruby, and the lines for the paper; no ways and no conditions. */
void yt_listing_entry(const struct yt_app *app, const struct yt_listing *listing,
                      struct yt_entry_listing *entry);

#endif
