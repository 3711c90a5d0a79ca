#include "handoff/entry_offers.h"

#include "base/str.h"
#include "handoff/cbor_writer.h"

#include <string.h>

/* ---- is it what can be written? ---- */

bool yt_offer_id_valid(const char *id)
{
    size_t size = strnlen(id, YT_ENTRY_ID_TEXT_MAX);

    for (size_t i = 0; i < size; i++)
        if (id[i] < 0x20 || id[i] > 0x7e)
            return false;
    return size > 0 && size < YT_ENTRY_ID_TEXT_MAX;
}

static bool text_fits(const char *text, size_t capacity, size_t characters)
{
    size_t size = strnlen(text, capacity);

    if (size == capacity || !yt_str_valid(text, size) || yt_str_length(text) > characters)
        return false;
    while (*text)
        if (!yt_str_is_plain(yt_str_next(&text)))
            return false;
    return true;
}

static bool listing_fits(const struct yt_entry_listing *listing)
{
    return yt_offer_id_valid(listing->id) && listing->title[0] &&
           text_fits(listing->title, sizeof listing->title, YT_ENTRY_TITLE_MAX);
}

static bool programme_fits(const struct yt_entry_programme *programme)
{
    return yt_offer_id_valid(programme->id) && programme->title[0] &&
           text_fits(programme->title, sizeof programme->title, YT_ENTRY_TITLE_MAX) &&
           programme->day >= 0 && programme->day <= YT_ENTRY_DAY_MAX && programme->minute >= -1 &&
           programme->minute < YT_DAY_MINUTES && !(programme->firm && programme->waiting);
}

const char *yt_offers_misfit(const struct yt_entry *entry)
{
    const struct yt_entry_wish *wish = &entry->wish;
    size_t names = 0;

    if (entry->listing_count > YT_ENTRY_LISTINGS_MAX ||
        entry->programme_count > YT_ENTRY_PROGRAMMES_MAX)
        return "listings or programmes";
    for (size_t i = 0; i < entry->listing_count; i++) {
        if (!yt_entry_listing_handed(&entry->listings[i]))
            continue;
        if (!listing_fits(&entry->listings[i]))
            return "listings";
        names += strlen(entry->listings[i].id) + strlen(entry->listings[i].title);
    }
    for (size_t i = 0; i < entry->programme_count; i++) {
        if (!yt_entry_programme_handed(&entry->programmes[i]))
            continue;
        if (!programme_fits(&entry->programmes[i]))
            return "programmes";
        names += strlen(entry->programmes[i].id) + strlen(entry->programmes[i].title);
    }
    if (names > YT_ENTRY_NAMES_MAX)
        return "titles of listings and programmes";
    if (wish->made && (!text_fits(wish->place, sizeof wish->place, YT_ENTRY_WISH_MAX) ||
                       !text_fits(wish->draw, sizeof wish->draw, YT_ENTRY_WISH_MAX)))
        return "wish";
    return NULL;
}

/* ---- writing ---- */

static size_t listings_handed(const struct yt_entry *entry)
{
    size_t count = 0;

    for (size_t i = 0; i < entry->listing_count; i++)
        count += yt_entry_listing_handed(&entry->listings[i]);
    return count;
}

static size_t programmes_handed(const struct yt_entry *entry)
{
    size_t count = 0;

    for (size_t i = 0; i < entry->programme_count; i++)
        count += yt_entry_programme_handed(&entry->programmes[i]);
    return count;
}

/* A wish in which nothing was said is none. */
static size_t wish_pairs(const struct yt_entry_wish *wish)
{
    return wish->made ? (size_t)(wish->place[0] != '\0') + (wish->draw[0] != '\0') +
                            (wish->facts != 0) + (wish->kinds != 0)
                      : 0;
}

size_t yt_offers_pairs(const struct yt_entry *entry)
{
    return (size_t)(listings_handed(entry) != 0) + (programmes_handed(entry) != 0) +
           (wish_pairs(&entry->wish) != 0);
}

static void write_listing(const struct yt_entry_listing *listing, struct yt_buf *to)
{
    yt_cbor_write_text(to, listing->id);
    yt_cbor_write_text(to, listing->title);
    yt_cbor_write_uint(to, listing->ways & ~(unsigned)(YT_LISTING_MARKED | YT_LISTING_PAPER));
    yt_cbor_write_uint(to, listing->conditions);
}

static void write_programme(const struct yt_entry_programme *programme, struct yt_buf *to)
{
    yt_cbor_write_text(to, programme->id);
    yt_cbor_write_text(to, programme->title);
    yt_cbor_write_uint(to, (uint64_t)programme->day);
    yt_cbor_write_int(to, programme->minute);
    yt_cbor_write_uint(to, programme->firm      ? YT_JOIN_FIRM
                           : programme->waiting ? YT_JOIN_WAITING
                                                : YT_JOIN_ASKED);
}

void yt_offers_write(const struct yt_entry *entry, struct yt_buf *to)
{
    size_t wished = wish_pairs(&entry->wish);

    yt_cbor_pair_array(to, YT_KEY_LISTINGS, listings_handed(entry) * YT_LISTING_VALUES);
    for (size_t i = 0; i < entry->listing_count; i++)
        if (yt_entry_listing_handed(&entry->listings[i]))
            write_listing(&entry->listings[i], to);
    yt_cbor_pair_array(to, YT_KEY_PROGRAMMES, programmes_handed(entry) * YT_PROGRAMME_VALUES);
    for (size_t i = 0; i < entry->programme_count; i++)
        if (yt_entry_programme_handed(&entry->programmes[i]))
            write_programme(&entry->programmes[i], to);
    if (wished == 0)
        return;
    yt_cbor_write_uint(to, YT_KEY_WISH);
    yt_cbor_write_map(to, wished);
    yt_cbor_pair_text(to, YT_KEY_WISH_PLACE, entry->wish.place);
    yt_cbor_pair_text(to, YT_KEY_WISH_DRAW, entry->wish.draw);
    yt_cbor_pair_uint(to, YT_KEY_WISH_FACTS, entry->wish.facts);
    yt_cbor_pair_uint(to, YT_KEY_WISH_KINDS, entry->wish.kinds);
}
