#include "desk/words.h"

#include "base/clock.h"
#include "domain/listing.h"

#include <stdio.h>

static void join(struct yt_buf *to, const char *word)
{
    if (to->size > 0)
        yt_buf_text(to, "・");
    yt_buf_text(to, word);
}

/* Names of the bits below `count`; `name` gives the end of the message's id. */
static void add_bits(uint64_t bits, unsigned count, const char *prefix,
                     const char *(*name)(unsigned bit), struct yt_buf *to)
{
    YT_SCOPED(yt_buf_done) struct yt_buf words;
    char id[64];

    yt_buf_init_secret(&words, 4096);
    for (unsigned bit = 0; bit < count; bit++) {
        if (!(bits >> bit & 1))
            continue;
        snprintf(id, sizeof id, "%s%s", prefix, name(bit));
        join(&words, yt_word(id));
    }
    if (count < 64 && bits >> count)
        join(&words, yt_word("desk.unknown.more"));
    yt_buf_text(to, yt_buf_string(&words));
}

static const char *way_name(unsigned bit)
{
    static const char *const names[] = {"marked", "see", "try", "ask", "paper"};

    return names[bit];
}

void yt_words_listing_ways(uint8_t ways, struct yt_buf *to)
{
    add_bits(ways, 5, "desk.listing.way.", way_name, to);
}

static const char *condition_name(unsigned bit)
{
    static const char *const names[YT_CONDITIONS] = {"half-day",  "two-days",     "school-hours",
                                                     "no-resume", "staff-beside", "pay-weekly"};

    return names[bit];
}

void yt_words_conditions(uint16_t conditions, struct yt_buf *to)
{
    add_bits(conditions, YT_CONDITIONS, "desk.condition.", condition_name, to);
}

static const char *fact_name(unsigned bit)
{
    return yt_listing_fact_name((enum yt_listing_fact)bit);
}

void yt_words_facts(uint64_t facts, struct yt_buf *to)
{
    add_bits(facts, YT_FACTS, "listing.fact.", fact_name, to);
}

static const char *kind_name(unsigned bit)
{
    return yt_listing_kind_name((enum yt_listing_kind)bit);
}

void yt_words_listing_kinds(uint32_t kinds, struct yt_buf *to)
{
    add_bits(kinds, YT_LISTING_KINDS, "listing.kind.", kind_name, to);
}

void yt_words_programme_day(const struct yt_entry_programme *programme, struct yt_buf *to)
{
    if (programme->day == 0)
        yt_buf_text(to, yt_word("desk.programme.any_day"));
    else
        yt_words_date(yt_date_from_days(programme->day), to);
    if (programme->minute >= 0)
        yt_buf_printf(to, "%d:%02d", programme->minute / 60, programme->minute % 60);
}

const char *yt_words_join(const struct yt_entry_programme *programme)
{
    if (programme->waiting)
        return yt_word("desk.programme.waiting");
    return yt_word(programme->firm ? "desk.programme.firm" : "desk.programme.asked");
}
