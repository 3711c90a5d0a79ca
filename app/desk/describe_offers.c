#include "desk/describe.h"

#include "desk/words.h"

#include <string.h>

static void heading(const char *id, struct yt_buf *to)
{
    yt_buf_printf(to, "\n■ %s\n", yt_word(id));
}

static void named(const char *title, const char *id, struct yt_buf *to)
{
    yt_buf_text(to, "  - ");
    yt_words_typed(title, to);
    yt_buf_text(to, "［");
    yt_words_typed(id, to);
    yt_buf_text(to, "］\n");
}

static void labelled(const char *id, struct yt_buf *to)
{
    yt_buf_printf(to, "    %s: ", yt_word(id));
}

/* The firm, where this desk's own sheet still has the listing: staff are who asks there, also where
 * residents are not told its name. */
static const char *employer_of(const struct yt_site_content *site, const char *id)
{
    for (size_t i = 0; site && i < site->offers.listing_count; i++)
        if (strcmp(site->offers.listings[i].id, id) == 0)
            return site->offers.listings[i].employer;
    return NULL;
}

static void describe_listing(const struct yt_entry_listing *listing,
                             const struct yt_site_content *site, struct yt_buf *to)
{
    const char *employer = employer_of(site, listing->id);

    named(listing->title, listing->id, to);
    if (employer) {
        labelled("desk.listing.employer", to);
        yt_buf_printf(to, "%s\n", employer);
    }
    labelled("desk.listing.wanted", to);
    yt_words_listing_ways(listing->ways, to);
    yt_buf_text(to, "\n");
    if (!listing->conditions)
        return;
    labelled("desk.listing.conditions", to);
    yt_words_conditions(listing->conditions, to);
    yt_buf_text(to, "\n");
}

static void describe_programme(const struct yt_entry_programme *programme, struct yt_buf *to)
{
    named(programme->title, programme->id, to);
    labelled("desk.programme.day", to);
    yt_words_programme_day(programme, to);
    yt_buf_text(to, "\n");
    labelled("desk.programme.place", to);
    yt_buf_printf(to, "%s\n", yt_words_join(programme));
}

static void describe_wish(const struct yt_entry_wish *wish, struct yt_buf *to)
{
    heading("desk.wish.title", to);
    if (wish->place[0]) {
        yt_describe_label("desk.wish.place", to);
        yt_words_typed(wish->place, to);
        yt_buf_text(to, "\n");
    }
    if (wish->draw[0]) {
        yt_describe_label("desk.wish.draw", to);
        yt_words_typed(wish->draw, to);
        yt_buf_text(to, "\n");
    }
    if (wish->kinds) {
        yt_describe_label("desk.wish.kinds", to);
        yt_words_listing_kinds(wish->kinds, to);
        yt_buf_text(to, "\n");
    }
    if (wish->facts) {
        yt_describe_label("desk.wish.facts", to);
        yt_words_facts(wish->facts, to);
        yt_buf_text(to, "\n");
    }
}

void yt_describe_offers(const struct yt_entry *entry, const struct yt_site_content *site,
                        struct yt_buf *to)
{
    if (entry->listing_count > 0)
        heading("desk.listing.title", to);
    for (size_t i = 0; i < entry->listing_count; i++)
        describe_listing(&entry->listings[i], site, to);
    if (entry->programme_count > 0)
        heading("desk.programme.title", to);
    for (size_t i = 0; i < entry->programme_count; i++)
        describe_programme(&entry->programmes[i], to);
    if (entry->wish.made)
        describe_wish(&entry->wish, to);
}
