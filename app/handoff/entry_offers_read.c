#include "handoff/entry_offers.h"

#include <string.h>

/* How many things of `values` values each the list holds; half a thing is a fault. */
static size_t group_count(struct yt_cbor_reader *reader, size_t values, size_t max)
{
    uint64_t count = yt_cbor_array(reader, values, max * values);

    if (count % values != 0)
        (void)yt_cbor_fail(reader, YT_ERR_INVALID, "has not all of the last one");
    return reader->fault == YT_OK ? (size_t)(count / values) : 0;
}

static void read_id(struct yt_cbor_reader *reader, char id[static YT_ENTRY_ID_TEXT_MAX])
{
    yt_cbor_text(reader, id, YT_ENTRY_ID_TEXT_MAX, YT_ENTRY_ID_TEXT_MAX);
    if (!yt_offer_id_valid(id))
        (void)yt_cbor_fail(reader, YT_ERR_INVALID, "is no id");
}

/* Ids and titles have one limit together, and are read in two lists. */
static void check_names(struct yt_cbor_reader *reader, const struct yt_entry *entry)
{
    size_t names = 0;

    for (size_t i = 0; i < entry->listing_count; i++)
        names += strlen(entry->listings[i].id) + strlen(entry->listings[i].title);
    for (size_t i = 0; i < entry->programme_count; i++)
        names += strlen(entry->programmes[i].id) + strlen(entry->programmes[i].title);
    if (names > YT_ENTRY_NAMES_MAX)
        (void)yt_cbor_fail(reader, YT_ERR_INVALID, "makes the titles too long together");
}

static void read_listings(struct yt_cbor_reader *reader, struct yt_entry *to)
{
    to->listing_count = group_count(reader, YT_LISTING_VALUES, YT_ENTRY_LISTINGS_MAX);
    for (size_t i = 0; i < to->listing_count; i++) {
        struct yt_entry_listing *listing = &to->listings[i];

        read_id(reader, listing->id);
        yt_cbor_plain_text(reader, listing->title, sizeof listing->title, YT_ENTRY_TITLE_MAX);
        listing->ways = (uint8_t)yt_cbor_uint(reader, 1, UINT8_MAX);
        if (listing->ways & (YT_LISTING_MARKED | YT_LISTING_PAPER))
            (void)yt_cbor_fail(reader, YT_ERR_INVALID, "is nothing that is handed over");
        listing->conditions = (uint16_t)yt_cbor_uint(reader, 0, UINT16_MAX);
    }
    check_names(reader, to);
}

static void read_minute(struct yt_cbor_reader *reader, struct yt_entry_programme *to)
{
    int64_t minute = yt_cbor_int(reader, YT_DAY_MINUTES);

    if (minute < -1 || minute >= YT_DAY_MINUTES)
        (void)yt_cbor_fail(reader, YT_ERR_INVALID, "is no minute of a day");
    to->minute = (int16_t)minute;
}

static void read_programmes(struct yt_cbor_reader *reader, struct yt_entry *to)
{
    to->programme_count = group_count(reader, YT_PROGRAMME_VALUES, YT_ENTRY_PROGRAMMES_MAX);
    for (size_t i = 0; i < to->programme_count; i++) {
        struct yt_entry_programme *programme = &to->programmes[i];
        uint64_t join;

        read_id(reader, programme->id);
        yt_cbor_plain_text(reader, programme->title, sizeof programme->title, YT_ENTRY_TITLE_MAX);
        programme->day = (int32_t)yt_cbor_uint(reader, 0, YT_ENTRY_DAY_MAX);
        read_minute(reader, programme);
        join = yt_cbor_enum(reader, YT_JOIN_ASKED, YT_JOIN_WAITING);
        programme->firm = join == YT_JOIN_FIRM;
        programme->waiting = join == YT_JOIN_WAITING;
    }
    check_names(reader, to);
}

static void read_wish_field(struct yt_cbor_reader *reader, uint64_t key, void *place)
{
    struct yt_entry_wish *to = place;

    switch ((enum yt_wish_key)key) {
    case YT_KEY_WISH_PLACE:
        yt_cbor_plain_text(reader, to->place, sizeof to->place, YT_ENTRY_WISH_MAX);
        break;
    case YT_KEY_WISH_DRAW:
        yt_cbor_plain_text(reader, to->draw, sizeof to->draw, YT_ENTRY_WISH_MAX);
        break;
    case YT_KEY_WISH_FACTS:
        to->facts = yt_cbor_uint(reader, 1, UINT64_MAX);
        break;
    case YT_KEY_WISH_KINDS:
        to->kinds = (uint32_t)yt_cbor_uint(reader, 1, UINT32_MAX);
        break;
    }
}

static void read_wish(struct yt_cbor_reader *reader, struct yt_entry_wish *to)
{
    size_t before = reader->at;

    to->made = true;
    (void)yt_cbor_map(reader, YT_KEY_WISH_KINDS, read_wish_field, to);
    if (reader->at == before + 1)
        (void)yt_cbor_fail(reader, YT_ERR_INVALID, "is empty and should not be there");
}

void yt_offers_read(struct yt_cbor_reader *reader, enum yt_entry_key key, struct yt_entry *to)
{
    if (key == YT_KEY_LISTINGS)
        read_listings(reader, to);
    else if (key == YT_KEY_PROGRAMMES)
        read_programmes(reader, to);
    else
        read_wish(reader, &to->wish);
}
