#include "domain/listing_index.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

/* --- Making ----------------------------------------------------------------------------------- */

static int32_t last_day(const struct yt_listing *listing, int hide_days)
{
    int32_t last = INT32_MIN; /* never checked: never shown */

    if (listing->checked.year)
        last = yt_date_to_days(listing->checked) + hide_days;
    if (listing->until.year && yt_date_to_days(listing->until) < last)
        last = yt_date_to_days(listing->until);
    return last;
}

void yt_listing_key_fill(const struct yt_listing *listing, int hide_days,
                         struct yt_listing_key *key)
{
    const bool listed = listing->listed.year != 0;
    const int minutes = listing->day_minutes_min;

    key->facts = yt_listing_facts(listing);
    key->shown_from = listed ? yt_date_to_days(listing->listed) : INT32_MIN;
    key->shown_until = last_day(listing, hide_days);
    key->listed = key->shown_from;
    key->metres = listing->metres < 0 ? UINT32_MAX : (uint32_t)listing->metres;
    key->hourly_pay = (uint32_t)yt_listing_hourly_pay(listing);
    key->day_minutes = minutes < 0 || minutes >= UINT16_MAX ? UINT16_MAX : (uint16_t)minutes;
    key->kind = (uint8_t)listing->kind;
    key->trade = (uint8_t)listing->trade;
}

/* What an order goes by, smallest first, in one number. */
static uint32_t order_value(const struct yt_listing_key *key, enum yt_listing_order order)
{
    switch (order) {
    case YT_ORDER_NEAR:
        return key->metres;
    case YT_ORDER_SHORT:
        return key->day_minutes;
    case YT_ORDER_PAY:
        return UINT32_MAX - key->hourly_pay;
    case YT_ORDER_NEW:
        return UINT32_MAX - ((uint32_t)key->listed ^ UINT32_C(0x80000000));
    case YT_ORDER_USUAL:
    case YT_ORDERS:
        break;
    }
    return 0;
}

/* Value above, position below: equal ones stay in the usual order. */
static int compare_marks(const void *a, const void *b)
{
    const uint64_t left = *(const uint64_t *)a;
    const uint64_t right = *(const uint64_t *)b;

    return (left > right) - (left < right);
}

static uint32_t *make_order(const struct yt_listing_index *index, enum yt_listing_order order)
{
    uint64_t *marks = calloc(index->count + 1, sizeof *marks);
    uint32_t *positions = calloc(index->count + 1, sizeof *positions);

    if (marks && positions) {
        for (size_t i = 0; i < index->count; i++)
            marks[i] = (uint64_t)order_value(&index->keys[i], order) << 32 | i;
        qsort(marks, index->count, sizeof *marks, compare_marks);
        for (size_t i = 0; i < index->count; i++)
            positions[i] = (uint32_t)marks[i];
    } else {
        free(positions);
        positions = NULL;
    }
    free(marks);
    return positions;
}

struct yt_listing_index *yt_listing_index_new(struct yt_listing_key *keys, size_t count,
                                              uint64_t number)
{
    struct yt_listing_index *index = calloc(1, sizeof *index);

    if (!index)
        return NULL;
    index->count = count;
    index->keys = keys;
    index->number = number;
    for (int order = YT_ORDER_USUAL + 1; order < YT_ORDERS; order++) {
        index->orders[order] = make_order(index, (enum yt_listing_order)order);
        if (!index->orders[order]) {
            index->keys = NULL; /* stays the caller's */
            yt_listing_index_free(index);
            return NULL;
        }
    }
    return index;
}

void yt_listing_index_free(struct yt_listing_index *index)
{
    if (!index)
        return;
    for (int order = 0; order < YT_ORDERS; order++)
        free(index->orders[order]);
    free(index->keys);
    free(index);
}

int64_t yt_listing_index_find(const struct yt_listing_index *index, int64_t row)
{
    for (size_t i = 0; i < index->count; i++)
        if (index->keys[i].row == row)
            return (int64_t)i;
    return -1;
}

/* --- Choosing --------------------------------------------------------------------------------- */

static bool of_kind(const struct yt_listing_key *key, const struct yt_listing_filter *filter)
{
    return !filter->kinds || (filter->kinds >> key->kind & 1);
}

static bool of_trade(const struct yt_listing_key *key, const struct yt_listing_filter *filter)
{
    return !filter->trades || (filter->trades >> key->trade & 1);
}

static bool in_time(const struct yt_listing_key *key, int32_t today)
{
    return today == INT32_MIN || (key->shown_from <= today && today <= key->shown_until);
}

/* One pass: what the filter leaves, and what each further touch would. */
struct selection {
    const struct yt_listing_index *index;
    const struct yt_listing_filter *filter;
    int32_t today;
    uint32_t *to; /* NULL: only count */
    size_t count;
    struct yt_listing_counts *counts; /* NULL: only choose */
};

static void count_facts(struct yt_listing_counts *counts, uint64_t facts)
{
    for (; facts; facts &= facts - 1)
        counts->with_fact[__builtin_ctzll(facts)]++;
}

static void weigh(struct selection *selection, uint32_t position)
{
    const struct yt_listing_key *key = &selection->index->keys[position];
    const bool kind = of_kind(key, selection->filter);
    const bool trade = of_trade(key, selection->filter);

    if ((key->facts & selection->filter->facts) != selection->filter->facts ||
        !in_time(key, selection->today))
        return;
    if (selection->counts && trade)
        selection->counts->with_kind[key->kind]++;
    if (selection->counts && kind)
        selection->counts->with_trade[key->trade]++;
    if (!kind || !trade)
        return;
    if (selection->counts)
        count_facts(selection->counts, key->facts);
    if (selection->to)
        selection->to[selection->count] = position;
    selection->count++;
}

/* Which positions the words found: a bit each. NULL when there is no memory. */
static uint8_t *hit_bits(const struct yt_listing_index *index, const struct yt_listing_hits *hits)
{
    uint8_t *bits = calloc(index->count / 8 + 1, 1);

    for (size_t i = 0; bits && i < hits->count; i++)
        if (hits->positions[i] < index->count)
            bits[hits->positions[i] / 8] |= (uint8_t)(1U << hits->positions[i] % 8);
    return bits;
}

static void weigh_in_order(struct selection *selection, const struct yt_listing_hits *hits,
                           const uint32_t *order)
{
    const struct yt_listing_index *index = selection->index;
    uint8_t *bits = hits ? hit_bits(index, hits) : NULL;

    if (hits && !bits)
        return; /* no memory: nothing is found, which the screen can tell */
    for (size_t i = 0; i < index->count; i++) {
        const uint32_t position = order ? order[i] : (uint32_t)i;

        if (!bits || (bits[position / 8] >> position % 8 & 1))
            weigh(selection, position);
    }
    free(bits);
}

static void weigh_hits(struct selection *selection, const struct yt_listing_hits *hits)
{
    for (size_t i = 0; i < hits->count; i++)
        if (hits->positions[i] < selection->index->count)
            weigh(selection, hits->positions[i]);
}

size_t yt_listing_select(const struct yt_listing_index *index,
                         const struct yt_listing_filter *filter, const struct yt_listing_hits *hits,
                         enum yt_listing_order order, int32_t today, uint32_t *to,
                         struct yt_listing_counts *counts)
{
    struct selection selection = {
        .index = index, .filter = filter, .today = today, .to = to, .counts = counts};

    if (counts)
        memset(counts, 0, sizeof *counts);
    if (hits && order == YT_ORDER_USUAL)
        weigh_hits(&selection, hits);
    else
        weigh_in_order(&selection, hits, index->orders[order]);
    if (counts)
        counts->found = selection.count;
    return selection.count;
}

/* --- Letting go ------------------------------------------------------------------------------- */

static size_t found_by(const struct yt_listing_index *index, const struct yt_listing_filter *filter,
                       const struct yt_listing_hits *hits, int32_t today)
{
    return yt_listing_select(index, filter, hits, YT_ORDER_USUAL, today, NULL, NULL);
}

/* Keeps the best ones, most first. */
static size_t keep_best(struct yt_listing_loosen *to, size_t count, struct yt_listing_loosen found)
{
    size_t place = count;

    if (found.found == 0)
        return count;
    while (place > 0 && to[place - 1].found < found.found)
        place--;
    if (place == YT_LOOSEN_MAX)
        return count;
    if (count == YT_LOOSEN_MAX)
        count--;
    memmove(&to[place + 1], &to[place], (count - place) * sizeof *to);
    to[place] = found;
    return count + 1;
}

size_t yt_listing_loosen(const struct yt_listing_index *index,
                         const struct yt_listing_filter *filter, const struct yt_listing_hits *hits,
                         int32_t today, struct yt_listing_loosen to[static YT_LOOSEN_MAX])
{
    struct yt_listing_filter other = *filter;
    size_t count = 0;

    for (size_t i = yt_next_bit(filter->facts, 0); i < YT_FACTS;
         i = yt_next_bit(filter->facts, i + 1)) {
        other.facts = filter->facts & ~yt_bit(i);
        count =
            keep_best(to, count,
                      (struct yt_listing_loosen){.what = YT_LOOSEN_FACT,
                                                 .fact = (enum yt_listing_fact)i,
                                                 .found = found_by(index, &other, hits, today)});
    }
    other = *filter;
    if (filter->kinds) {
        other.kinds = 0;
        count =
            keep_best(to, count,
                      (struct yt_listing_loosen){.what = YT_LOOSEN_KINDS,
                                                 .found = found_by(index, &other, hits, today)});
    }
    other = *filter;
    if (filter->trades) {
        other.trades = 0;
        count =
            keep_best(to, count,
                      (struct yt_listing_loosen){.what = YT_LOOSEN_TRADES,
                                                 .found = found_by(index, &other, hits, today)});
    }
    if (hits)
        count =
            keep_best(to, count,
                      (struct yt_listing_loosen){.what = YT_LOOSEN_WORDS,
                                                 .found = found_by(index, filter, NULL, today)});
    return count;
}
