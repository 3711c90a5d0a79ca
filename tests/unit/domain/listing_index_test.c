/* Narrowing down: against a slow and simple reckoning of the same thing. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/attributes.h"
#include "domain/listing_index.h"

#define TODAY 20778
#define MANY 500

static uint64_t random_state = 7;

static uint32_t any_below(uint32_t limit)
{
    random_state = random_state * UINT64_C(6364136223846793005) + 1442695040888963407U;
    return (uint32_t)(random_state >> 33) % limit;
}

static struct yt_listing_index *make_index(size_t count)
{
    struct yt_listing_key *keys = calloc(count + 1, sizeof *keys);
    struct yt_listing_index *index;

    for (size_t i = 0; i < count; i++)
        keys[i] = (struct yt_listing_key){
            .row = (int64_t)i + 1,
            .facts = (uint64_t)any_below(1U << 16) | (uint64_t)any_below(1U << 16) << 16,
            .shown_from = any_below(10) ? INT32_MIN : TODAY + 1,
            .shown_until = any_below(10) ? TODAY + 10 : TODAY - 1,
            .listed = TODAY - (int32_t)any_below(60),
            .metres = any_below(5) ? any_below(5000) : UINT32_MAX,
            .hourly_pay = any_below(4) ? 1000 + any_below(300) : 0,
            .day_minutes = (uint16_t)(60 * (1 + any_below(8))),
            .kind = (uint8_t)any_below(YT_LISTING_KINDS),
            .trade = (uint8_t)any_below(YT_TRADES),
        };
    index = yt_listing_index_new(keys, count, 1);
    assert_non_null(index);
    return index;
}

/* So many of 32, or fewer when one comes twice. */
static uint64_t any_facts(int count)
{
    uint64_t facts = 0;

    for (int i = 0; i < count; i++)
        facts |= yt_bit(any_below(32));
    return facts;
}

static bool fits(const struct yt_listing_key *key, const struct yt_listing_filter *filter)
{
    return (key->facts & filter->facts) == filter->facts &&
           (!filter->kinds || (filter->kinds & 1U << key->kind)) &&
           (!filter->trades || (filter->trades & 1U << key->trade)) && key->shown_from <= TODAY &&
           key->shown_until >= TODAY;
}

static size_t count_simply(const struct yt_listing_index *index,
                           const struct yt_listing_filter *filter)
{
    size_t count = 0;

    for (size_t i = 0; i < index->count; i++)
        count += fits(&index->keys[i], filter);
    return count;
}

static struct yt_listing_filter any_filter(void)
{
    return (struct yt_listing_filter){
        .facts = any_below(3) ? any_facts(2) : 0,
        .kinds = any_below(2) ? any_below(1U << YT_LISTING_KINDS) : 0,
        .trades = any_below(3) ? 0 : any_below(1U << YT_TRADES),
    };
}

static void test_chips_tell_what_the_next_touch_leaves(void **state)
{
    struct yt_listing_index *index = make_index(MANY);
    struct yt_listing_counts counts;
    uint32_t positions[MANY];

    (void)state;
    for (int round = 0; round < 200; round++) {
        const struct yt_listing_filter filter = any_filter();
        const size_t found =
            yt_listing_select(index, &filter, NULL, YT_ORDER_USUAL, TODAY, positions, &counts);

        assert_int_equal(found, count_simply(index, &filter));
        assert_int_equal(counts.found, found);
        for (size_t i = 0; i < found; i++)
            assert_true(fits(&index->keys[positions[i]], &filter));
        for (size_t fact = 0; fact < YT_FACTS; fact++) {
            struct yt_listing_filter more = filter;

            more.facts |= yt_bit(fact);
            assert_int_equal(counts.with_fact[fact], count_simply(index, &more));
        }
        for (size_t kind = 0; kind < YT_LISTING_KINDS; kind++) {
            struct yt_listing_filter other = filter;

            other.kinds = 1U << kind;
            assert_int_equal(counts.with_kind[kind], count_simply(index, &other));
        }
        for (size_t trade = 0; trade < YT_TRADES; trade++) {
            struct yt_listing_filter other = filter;

            other.trades = 1U << trade;
            assert_int_equal(counts.with_trade[trade], count_simply(index, &other));
        }
    }
    yt_listing_index_free(index);
}

static bool in_order(const struct yt_listing_key *a, const struct yt_listing_key *b,
                     enum yt_listing_order order)
{
    switch (order) {
    case YT_ORDER_NEAR:
        return a->metres <= b->metres;
    case YT_ORDER_SHORT:
        return a->day_minutes <= b->day_minutes;
    case YT_ORDER_PAY:
        return a->hourly_pay >= b->hourly_pay;
    case YT_ORDER_NEW:
        return a->listed >= b->listed;
    case YT_ORDER_USUAL:
        return a->row < b->row;
    case YT_ORDERS:
        break;
    }
    return false;
}

static void test_each_order_holds_and_keeps_equals_as_they_were(void **state)
{
    struct yt_listing_index *index = make_index(MANY);
    const struct yt_listing_filter all = {0};
    uint32_t positions[MANY];

    (void)state;
    for (int order = 0; order < YT_ORDERS; order++) {
        const size_t found = yt_listing_select(index, &all, NULL, (enum yt_listing_order)order,
                                               TODAY, positions, NULL);

        assert_true(found > MANY / 2);
        for (size_t i = 1; i < found; i++) {
            const struct yt_listing_key *a = &index->keys[positions[i - 1]];
            const struct yt_listing_key *b = &index->keys[positions[i]];

            assert_true(in_order(a, b, (enum yt_listing_order)order));
            if (in_order(b, a, (enum yt_listing_order)order))
                assert_true(a->row < b->row);
        }
    }
    yt_listing_index_free(index);
}

static void test_words_keep_their_order_and_other_orders_their_own(void **state)
{
    struct yt_listing_index *index = make_index(MANY);
    const uint32_t found[] = {40, 3, 499, 17, 200, 1000000};
    const struct yt_listing_hits hits = {.count = YT_COUNT(found), .positions = found};
    const struct yt_listing_filter all = {0};
    uint32_t positions[MANY];
    size_t count;

    (void)state;
    count = yt_listing_select(index, &all, &hits, YT_ORDER_USUAL, INT32_MIN, positions, NULL);
    assert_int_equal(count, 5); /* the sixth is no position here */
    assert_memory_equal(positions, found, 5 * sizeof *found);
    count = yt_listing_select(index, &all, &hits, YT_ORDER_NEAR, INT32_MIN, positions, NULL);
    assert_int_equal(count, 5);
    for (size_t i = 1; i < count; i++)
        assert_true(index->keys[positions[i - 1]].metres <= index->keys[positions[i]].metres);
    yt_listing_index_free(index);
}

static void test_an_unknown_date_hides_nothing(void **state)
{
    struct yt_listing_index *index = make_index(MANY);
    const struct yt_listing_filter all = {0};

    (void)state;
    assert_int_equal(yt_listing_select(index, &all, NULL, YT_ORDER_USUAL, INT32_MIN, NULL, NULL),
                     MANY);
    assert_true(yt_listing_select(index, &all, NULL, YT_ORDER_USUAL, TODAY, NULL, NULL) < MANY);
    yt_listing_index_free(index);
}

static void test_loosening_tells_what_each_would_bring(void **state)
{
    struct yt_listing_index *index = make_index(MANY);
    const uint32_t none[] = {0};
    const struct yt_listing_hits no_hits = {.count = 0, .positions = none};
    size_t tried = 0;

    (void)state;
    for (int round = 0; round < 400; round++) {
        struct yt_listing_filter filter = any_filter();
        struct yt_listing_loosen loosen[YT_LOOSEN_MAX];
        size_t count;

        filter.facts |= any_facts(3);
        filter.kinds = filter.kinds ? filter.kinds & -filter.kinds : 1;
        count = yt_listing_loosen(index, &filter, NULL, TODAY, loosen);
        for (size_t i = 0; i < count; i++) {
            struct yt_listing_filter other = filter;

            if (loosen[i].what == YT_LOOSEN_FACT)
                other.facts &= ~yt_bit(loosen[i].fact);
            if (loosen[i].what == YT_LOOSEN_KINDS)
                other.kinds = 0;
            if (loosen[i].what == YT_LOOSEN_TRADES)
                other.trades = 0;
            assert_true(loosen[i].found > 0);
            assert_int_equal(loosen[i].found, count_simply(index, &other));
            assert_true(i == 0 || loosen[i - 1].found >= loosen[i].found);
            tried++;
        }
    }
    assert_true(tried > 100);
    {
        const struct yt_listing_filter all = {0};
        struct yt_listing_loosen loosen[YT_LOOSEN_MAX];

        assert_int_equal(yt_listing_loosen(index, &all, &no_hits, TODAY, loosen), 1);
        assert_int_equal(loosen[0].what, YT_LOOSEN_WORDS);
        assert_int_equal(loosen[0].found, count_simply(index, &all));
    }
    yt_listing_index_free(index);
}

/* Eight conditions, each of which alone keeps some away: the six that keep most are told. */
static void test_loosening_tells_the_best(void **state)
{
    enum { CONDITIONS = 8, KEYS = CONDITIONS * (CONDITIONS + 1) / 2 };
    const struct yt_listing_filter filter = {.facts = yt_bit(CONDITIONS) - 1};
    struct yt_listing_key *keys = calloc(KEYS, sizeof *keys);
    struct yt_listing_loosen loosen[YT_LOOSEN_MAX];
    struct yt_listing_index *index;
    size_t count = 0;

    (void)state;
    assert_non_null(keys);
    for (size_t missing = 0; missing < CONDITIONS; missing++)
        for (size_t i = 0; i <= missing; i++)
            keys[count++].facts = filter.facts & ~yt_bit(missing);
    index = yt_listing_index_new(keys, count, 1);
    assert_non_null(index);
    assert_int_equal(yt_listing_loosen(index, &filter, NULL, INT32_MIN, loosen), YT_LOOSEN_MAX);
    for (size_t i = 0; i < YT_LOOSEN_MAX; i++) {
        assert_int_equal(loosen[i].what, YT_LOOSEN_FACT);
        assert_int_equal(loosen[i].fact, CONDITIONS - 1 - i);
        assert_int_equal(loosen[i].found, CONDITIONS - i);
    }
    yt_listing_index_free(index);
}

static void test_one_that_brings_a_single_listing_is_told(void **state)
{
    struct yt_listing_key *keys = calloc(1, sizeof *keys);
    const struct yt_listing_filter filter = {.kinds = 1U << YT_LISTING_TRIAL, .trades = 1};
    struct yt_listing_loosen loosen[YT_LOOSEN_MAX];
    struct yt_listing_index *index = keys ? yt_listing_index_new(keys, 1, 1) : NULL;

    (void)state;
    assert_non_null(index);
    assert_int_equal(yt_listing_loosen(index, &filter, NULL, INT32_MIN, loosen), 1);
    assert_int_equal(loosen[0].what, YT_LOOSEN_KINDS);
    assert_int_equal(loosen[0].found, 1);
    yt_listing_index_free(index);
}

/* --- Keys ------------------------------------------------------------------------------------- */

static struct yt_date any_date(void)
{
    const struct yt_date none = {0};

    return any_below(4) ? yt_date_from_days(TODAY - 20 + (int32_t)any_below(40)) : none;
}

/* The list and what staff are told of hidden listings must not disagree on any day. */
static void test_keys_hide_what_is_hidden(void **state)
{
    const struct yt_listing_filter all = {0};
    size_t shown = 0;

    (void)state;
    for (int round = 0; round < 300; round++) {
        struct yt_listing_key *key = calloc(1, sizeof *key);
        struct yt_listing listing;
        struct yt_listing_index *index;

        assert_non_null(key);
        yt_listing_init(&listing);
        listing.listed = any_date();
        listing.checked = any_date();
        listing.until = any_date();
        yt_listing_key_fill(&listing, 10, key);
        index = yt_listing_index_new(key, 1, 1);
        assert_non_null(index);
        for (int32_t day = TODAY - 40; day < TODAY + 40; day++) {
            const bool is_shown =
                yt_listing_hidden(&listing, yt_date_from_days(day), 10) == YT_LISTING_SHOWN;

            assert_int_equal(yt_listing_select(index, &all, NULL, YT_ORDER_USUAL, day, NULL, NULL),
                             is_shown);
            shown += is_shown;
        }
        yt_listing_index_free(index);
    }
    assert_true(shown > 0);
}

static void test_keys_take_over_what_orders_need(void **state)
{
    struct yt_listing_key key = {0};
    struct yt_listing listing;

    (void)state;
    yt_listing_init(&listing);
    yt_listing_key_fill(&listing, 30, &key);
    assert_int_equal(key.metres, UINT32_MAX);
    assert_int_equal(key.day_minutes, UINT16_MAX);
    assert_int_equal(key.hourly_pay, 0);
    assert_int_equal(key.listed, INT32_MIN);
    listing.metres = 700;
    listing.day_minutes_min = 90;
    listing.pay_kind = YT_PAY_HOUR;
    listing.pay = 1180;
    listing.listed = yt_date_from_days(TODAY);
    listing.kind = YT_LISTING_TRIAL;
    listing.trade = YT_TRADE_SHOP;
    yt_listing_key_fill(&listing, 30, &key);
    assert_int_equal(key.metres, 700);
    assert_int_equal(key.day_minutes, 90);
    assert_int_equal(key.hourly_pay, 1180);
    assert_int_equal(key.listed, TODAY);
    assert_int_equal(key.kind, YT_LISTING_TRIAL);
    assert_int_equal(key.trade, YT_TRADE_SHOP);
    assert_int_equal(key.facts, yt_listing_facts(&listing));
}

static void test_none_at_all(void **state)
{
    struct yt_listing_index *index = make_index(0);
    const struct yt_listing_filter all = {0};
    struct yt_listing_counts counts;

    (void)state;
    assert_int_equal(yt_listing_select(index, &all, NULL, YT_ORDER_PAY, TODAY, NULL, &counts), 0);
    assert_int_equal(yt_listing_index_find(index, 1), -1);
    yt_listing_index_free(index);
    yt_listing_index_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_chips_tell_what_the_next_touch_leaves),
        cmocka_unit_test(test_each_order_holds_and_keeps_equals_as_they_were),
        cmocka_unit_test(test_words_keep_their_order_and_other_orders_their_own),
        cmocka_unit_test(test_an_unknown_date_hides_nothing),
        cmocka_unit_test(test_loosening_tells_what_each_would_bring),
        cmocka_unit_test(test_loosening_tells_the_best),
        cmocka_unit_test(test_one_that_brings_a_single_listing_is_told),
        cmocka_unit_test(test_keys_hide_what_is_hidden),
        cmocka_unit_test(test_keys_take_over_what_orders_need),
        cmocka_unit_test(test_none_at_all),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
