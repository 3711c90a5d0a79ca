/* Listings, programmes and the wish in an entry: what goes to the desk, and in which bytes. */
#include "handoff/cbor_reader.h"
#include "handoff/entry_cbor.h"

#include "sample.h"

#include <setjmp.h>
#include <sodium.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* The seven pairs that every entry has; "ID" is spelt out. */
#define HEAD                                                                          \
    "0150000102030405060708090a0b0c0d0e0f 02626b31 03626a61 040c 051a01c86d19 071820" \
    " 0801 "

/* Zero between the fields too: entries are compared as memory below. */
static void plain(struct yt_entry *entry)
{
    memset(entry, 0, sizeof *entry);
    strcpy(entry->kiosk, "k1");
    strcpy(entry->language, "ja");
    entry->content_number = 12;
    entry->time_minutes = 29912345;
    entry->time_trusted = true;
    entry->kinds = YT_ENTRY_JOB;
    entry->consent = YT_CONSENT_ANONYMOUS;
    for (size_t i = 0; i < sizeof entry->id; i++)
        entry->id[i] = (uint8_t)i;
}

static size_t bytes_of(const char *hex, uint8_t *bytes, size_t capacity)
{
    size_t size = 0;

    assert_int_equal(sodium_hex2bin(bytes, capacity, hex, strlen(hex), " ", &size, NULL), 0);
    return size;
}

static bool decode(const char *hex, struct yt_entry *entry, struct yt_err *err)
{
    uint8_t bytes[1024];
    size_t size = bytes_of(hex, bytes, sizeof bytes);

    *err = (struct yt_err){0};
    return yt_entry_decode(bytes, size, entry, err);
}

static void assert_written(const struct yt_entry *entry, const char *hex)
{
    YT_SCOPED(yt_buf_done) struct yt_buf written;
    uint8_t bytes[1024];
    size_t size = bytes_of(hex, bytes, sizeof bytes);
    struct yt_err err = {0};

    yt_buf_init_secret(&written, YT_ENTRY_CBOR_MAX);
    assert_true(yt_entry_encode(entry, &written, &err));
    assert_int_equal(written.size, size);
    assert_memory_equal(written.data, bytes, size);
}

/* ---- the bytes ---- */

static void exact_bytes(void **state)
{
    static const char hex[] = "aa " HEAD "1084 634a3031 69e59381e587bae38197 0a 01"
                              " 1185 63503031 66e382abe38395 19512c 19032a 01"
                              " 12a3 0165e8b1862031 03190101 0402";
    struct yt_entry entry;
    struct yt_entry again;
    struct yt_err err;

    (void)state;
    plain(&entry);
    entry.listing_count = 1;
    entry.listings[0] =
        (struct yt_entry_listing){.id = "J01",
                                  .title = "品出し",
                                  .ways = YT_LISTING_MARKED | YT_LISTING_SEE | YT_LISTING_ASK,
                                  .conditions = YT_CONDITION_HALF_DAY};
    entry.programme_count = 1;
    entry.programmes[0] = (struct yt_entry_programme){
        .id = "P01", .title = "カフ", .day = 20780, .minute = 810, .firm = true};
    entry.wish = (struct yt_entry_wish){.made = true, .place = "豆 1", .facts = 0x101, .kinds = 2};
    assert_written(&entry, hex);
    assert_true(decode(hex, &again, &err));
    assert_string_equal(again.listings[0].id, "J01");
    assert_string_equal(again.listings[0].title, "品出し");
    assert_int_equal(again.listings[0].ways, YT_LISTING_SEE | YT_LISTING_ASK);
    assert_int_equal(again.listings[0].conditions, YT_CONDITION_HALF_DAY);
    assert_int_equal(again.programmes[0].day, 20780);
    assert_int_equal(again.programmes[0].minute, 13 * 60 + 30);
    assert_true(again.programmes[0].firm);
    assert_false(again.programmes[0].waiting);
    assert_true(again.wish.made);
    assert_string_equal(again.wish.place, "豆 1");
    assert_string_equal(again.wish.draw, "");
    assert_int_equal(again.wish.facts, 0x101);
    assert_int_equal(again.wish.kinds, 2);
}

static bool written_has(const struct yt_entry *entry, const char *text)
{
    YT_SCOPED(yt_buf_done) struct yt_buf written;
    struct yt_err err = {0};

    yt_buf_init_secret(&written, YT_ENTRY_CBOR_MAX);
    assert_true(yt_entry_encode(entry, &written, &err));
    return memmem(written.data, written.size, text, strlen(text)) != NULL;
}

/* What the resident kept to themselves does not even reach the seal. */
static void marks_and_papers_stay(void **state)
{
    struct yt_entry entry;

    (void)state;
    plain(&entry);
    entry.listing_count = 3;
    entry.listings[0] =
        (struct yt_entry_listing){.id = "J01", .title = "marked", .ways = YT_LISTING_MARKED};
    entry.listings[1] = (struct yt_entry_listing){
        .id = "J02", .title = "printed", .ways = YT_LISTING_MARKED | YT_LISTING_PAPER};
    entry.listings[2] = (struct yt_entry_listing){.id = "J03",
                                                  .title = "wanted",
                                                  .ways = YT_LISTING_MARKED | YT_LISTING_TRY,
                                                  .paper = "on paper",
                                                  .paper_ja = "paper in Japanese"};
    assert_true(written_has(&entry, "wanted"));
    assert_false(written_has(&entry, "marked"));
    assert_false(written_has(&entry, "printed"));
    assert_false(written_has(&entry, "paper"));
    entry.listing_count = 2;
    entry.programme_count = 1;
    entry.programmes[0] =
        (struct yt_entry_programme){.id = "P01", .title = "just come", .paper_only = true};
    assert_written(&entry, "a7 " HEAD);
    /* A wish in which nothing was said is none. */
    entry.wish.made = true;
    assert_written(&entry, "a7 " HEAD);
}

static void only_good_ones_are_read(void **state)
{
    static const char *const bad[] = {
        "a8 " HEAD "1080",                                /* an empty list */
        "a8 " HEAD "1083 624a31 6161 02",                 /* not all of a listing */
        "a8 " HEAD "1085 624a31 6161 02 00 624a32",       /* half of another */
        "a8 " HEAD "1084 60 6161 02 00",                  /* no id */
        "a8 " HEAD "1084 624a0a 6161 02 00",              /* an id with a line feed */
        "a8 " HEAD "1084 63e38182 6161 02 00",            /* an id in kana */
        "a8 " HEAD "1084 624a31 60 02 00",                /* no title */
        "a8 " HEAD "1084 624a31 61ff 02 00",              /* no UTF-8 */
        "a8 " HEAD "1084 624a31 621b5b 02 00",            /* an escape for a terminal */
        "a8 " HEAD "1084 624a31 63e280ae 02 00",          /* turns the direction of writing */
        "a8 " HEAD "1084 624a31 62c285 02 00",            /* a C1 control */
        "a8 " HEAD "1084 624a31 6161 00 00",              /* nothing is wanted */
        "a8 " HEAD "1084 624a31 6161 01 00",              /* a mere mark */
        "a8 " HEAD "1084 624a31 6161 12 00",              /* for paper */
        "a8 " HEAD "1084 624a31 6161 02 1a00010000",      /* too many conditions */
        "a8 " HEAD "1084 01 6161 02 00",                  /* a number for an id */
        "a8 " HEAD "109bffffffffffffffff",                /* claims much */
        "a8 " HEAD "1180",                                /* an empty list */
        "a8 " HEAD "1184 625031 6161 1864 1832",          /* not all of a programme */
        "a8 " HEAD "1185 625031 6161 20 1832 00",         /* before 1970 */
        "a8 " HEAD "1185 625031 6161 1a00100001 1832 00", /* after all time */
        "a8 " HEAD "1185 625031 6161 1864 1905a0 00",     /* 24 o'clock */
        "a8 " HEAD "1185 625031 6161 1864 21 00",         /* before the day */
        "a8 " HEAD "1185 625031 6161 1864 3b7fffffffffffffff 00", /* far before it */
        "a8 " HEAD "12a0",                                        /* an empty wish */
        "a8 " HEAD "12a1 0160",                                   /* an empty text */
        "a8 " HEAD "12a1 016109",                                 /* a tab */
        "a8 " HEAD "12a1 0300",                                   /* a default written out */
        "a8 " HEAD "12a1 041b0000000100000000",                   /* too many kinds */
        "a8 " HEAD "12a1 0001",                                   /* key 0 */
        "a9 " HEAD "1185 625031 6161 1864 1832 00 1084 624a31 6161 02 00", /* keys fall */
    };
    struct yt_entry entry;
    struct yt_err err;

    (void)state;
    for (size_t i = 0; i < YT_COUNT(bad); i++) {
        if (decode(bad[i], &entry, &err))
            fail_msg("was read: %s", bad[i]);
        assert_int_equal(err.code, YT_ERR_INVALID);
        assert_true(sodium_is_zero((const uint8_t *)&entry, sizeof entry));
    }
    assert_true(decode("a8 " HEAD "1084 624a31 6161 02 00", &entry, &err));
    assert_true(decode("a8 " HEAD "1185 625031 6161 00 20 02", &entry, &err));
    assert_int_equal(entry.programmes[0].minute, -1);
    assert_true(entry.programmes[0].waiting);
}

static void later_versions_can_add(void **state)
{
    struct yt_entry entry;
    struct yt_err err;

    (void)state;
    /* Another way, another condition: kept, so that the desk can say that there is more. */
    assert_true(decode("a8 " HEAD "1084 624a31 6161 1820 198000", &entry, &err));
    assert_int_equal(entry.listings[0].ways, 32);
    assert_int_equal(entry.listings[0].conditions, 0x8000);
    assert_true(decode("a8 " HEAD "12a2 0301 0581f6", &entry, &err));
    /* Another way to hold a place must not be taken for one that we know. */
    assert_false(decode("a8 " HEAD "1185 625031 6161 1864 1832 03", &entry, &err));
    assert_int_equal(err.code, YT_ERR_UNSUPPORTED);
}

static void skip_field(struct yt_cbor_reader *reader, uint64_t key, void *to)
{
    (void)key;
    (void)to;
    yt_cbor_skip(reader);
}

/* A desk that knows nothing of listings reads the rest of the entry. */
static void older_readers_pass_over(void **state)
{
    YT_SCOPED(yt_buf_done) struct yt_buf written;
    struct yt_cbor_reader reader;
    struct yt_entry entry;
    struct yt_err err = {0};
    const uint32_t own_words = 15;
    uint32_t seen;

    (void)state;
    sample_entry(SAMPLE_FULLEST, &entry);
    yt_buf_init_secret(&written, YT_ENTRY_CBOR_MAX);
    assert_true(yt_entry_encode(&entry, &written, &err));
    yt_cbor_reader_init(&reader, written.data, written.size);
    seen = yt_cbor_map(&reader, own_words, skip_field, NULL);
    assert_int_equal(reader.fault, YT_OK);
    assert_int_equal(reader.at, written.size);
    assert_int_equal(seen >> 7, (1U << (own_words - 6)) - 1);
}

/* ---- what cannot be written ---- */

static void assert_refused(const struct yt_entry *entry, const char *part)
{
    YT_SCOPED(yt_buf_done) struct yt_buf written;
    struct yt_err err = {0};

    yt_buf_init_secret(&written, YT_ENTRY_CBOR_MAX);
    assert_false(yt_entry_encode(entry, &written, &err));
    assert_int_equal(err.code, YT_ERR_INVALID);
    if (!strstr(err.text, part))
        fail_msg("\"%s\" does not name %s", err.text, part);
}

static void what_cannot_be_written_is_refused(void **state)
{
    struct yt_entry entry;

    (void)state;
    sample_entry(SAMPLE_JOB, &entry);
    strcpy(entry.listings[0].id, "");
    assert_refused(&entry, "listings");
    sample_entry(SAMPLE_JOB, &entry);
    strcpy(entry.listings[1].title, "a\nb");
    assert_refused(&entry, "listings");
    sample_entry(SAMPLE_JOB, &entry);
    memset(entry.listings[1].title, 'a', YT_ENTRY_TITLE_MAX + 1);
    assert_refused(&entry, "listings");
    sample_entry(SAMPLE_JOB, &entry);
    entry.listing_count = YT_ENTRY_LISTINGS_MAX + 1;
    assert_refused(&entry, "listings");
    sample_entry(SAMPLE_JOB, &entry);
    entry.programmes[0].minute = 1440;
    assert_refused(&entry, "programmes");
    sample_entry(SAMPLE_JOB, &entry);
    entry.programmes[0].waiting = true; /* nobody has a place and waits for it */
    assert_refused(&entry, "programmes");
    sample_entry(SAMPLE_JOB, &entry);
    entry.wish = (struct yt_entry_wish){.made = true, .place = "\xFF"};
    assert_refused(&entry, "wish");
    sample_entry(SAMPLE_FULLEST, &entry);
    strcat(entry.listings[0].title, "t");
    assert_refused(&entry, "titles");
}

/* Both limits are one: what is written is read, and one byte more is not. */
static void too_long_titles_are_not_read(void **state)
{
    YT_SCOPED(yt_buf_done) struct yt_buf written;
    YT_SCOPED(yt_buf_done) struct yt_buf longer;
    struct yt_entry entry;
    struct yt_err err = {0};
    const uint8_t *title;
    size_t before;

    (void)state;
    sample_entry(SAMPLE_FULLEST, &entry);
    yt_buf_init_secret(&written, YT_ENTRY_CBOR_MAX);
    yt_buf_init_secret(&longer, YT_ENTRY_CBOR_MAX);
    assert_true(yt_entry_encode(&entry, &written, &err));
    assert_true(yt_entry_decode(written.data, written.size, &entry, &err));
    title = memmem(written.data, written.size, "ttt", 3);
    assert_non_null(title);
    before = (size_t)(title - written.data);
    assert_int_equal(title[-1], 0x60 + 19); /* a text of 19 bytes */
    yt_buf_append(&longer, written.data, before - 1);
    yt_buf_text(&longer, "\x74t");
    yt_buf_append(&longer, title, written.size - before);
    assert_false(yt_entry_decode(longer.data, longer.size, &entry, &err));
    assert_int_equal(err.code, YT_ERR_INVALID);
    assert_non_null(strstr(err.text, "too long together"));
}

/* ---- any entry comes back ---- */

/* xorshift: the same on every run. */
static uint32_t chance(uint32_t below)
{
    static uint64_t seed = 88172645463325252ULL;

    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return (uint32_t)(seed >> 32) % below;
}

static void any_title(char *to, size_t characters)
{
    static const char *const letters[] = {"a", "し", "ご", "と", "é", "𠮷", "（", " ", "नि", "~"};
    size_t count = 1 + chance((uint32_t)characters);

    to[0] = '\0';
    strcat(to, "x");
    for (size_t i = 1; i < count / 2; i++)
        strcat(to, letters[chance(YT_COUNT(letters))]);
}

static void any_id(char *to)
{
    size_t size = 1 + chance(YT_ENTRY_ID_TEXT_MAX - 1);

    for (size_t i = 0; i < size; i++)
        to[i] = (char)(0x20 + chance(0x5f));
    to[size] = '\0';
}

static void any_offers(struct yt_entry *entry)
{
    plain(entry);
    entry->listing_count = chance(8);
    for (size_t i = 0; i < entry->listing_count; i++) {
        any_id(entry->listings[i].id);
        any_title(entry->listings[i].title, 24);
        entry->listings[i].ways = (uint8_t)(chance(7) + 1) << 1 & 0xe;
        entry->listings[i].conditions = (uint16_t)chance(1U << YT_CONDITIONS);
    }
    entry->programme_count = chance(5);
    for (size_t i = 0; i < entry->programme_count; i++) {
        any_id(entry->programmes[i].id);
        any_title(entry->programmes[i].title, 24);
        entry->programmes[i].day = (int32_t)chance(YT_ENTRY_DAY_MAX + 1);
        entry->programmes[i].minute = (int16_t)((int)chance(1441) - 1);
        entry->programmes[i].firm = chance(3) == 0;
        entry->programmes[i].waiting = !entry->programmes[i].firm && chance(2) == 0;
    }
    entry->wish.made = chance(2) == 0;
    if (!entry->wish.made)
        return;
    entry->wish.facts = chance(2) ? (uint64_t)chance(UINT32_MAX) << chance(32) : 0;
    entry->wish.kinds = chance(256);
    any_title(entry->wish.place, 40); /* never empty: something was said */
}

static void any_entry_comes_back(void **state)
{
    struct yt_entry entry;
    struct yt_entry again;
    struct yt_err err = {0};

    (void)state;
    for (int round = 0; round < 3000; round++) {
        YT_SCOPED(yt_buf_done) struct yt_buf written;

        any_offers(&entry);
        yt_buf_init_secret(&written, YT_ENTRY_CBOR_MAX);
        assert_true(yt_entry_encode(&entry, &written, &err));
        assert_true(yt_entry_decode(written.data, written.size, &again, &err));
        /* Field by field: all that was set is in the struct, and nothing else is. */
        assert_memory_equal(again.listings, entry.listings, sizeof entry.listings);
        assert_memory_equal(again.programmes, entry.programmes, sizeof entry.programmes);
        assert_memory_equal(&again.wish, &entry.wish, sizeof entry.wish);
        assert_int_equal(again.listing_count, entry.listing_count);
        assert_int_equal(again.programme_count, entry.programme_count);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(exact_bytes),
        cmocka_unit_test(marks_and_papers_stay),
        cmocka_unit_test(only_good_ones_are_read),
        cmocka_unit_test(later_versions_can_add),
        cmocka_unit_test(older_readers_pass_over),
        cmocka_unit_test(what_cannot_be_written_is_refused),
        cmocka_unit_test(too_long_titles_are_not_read),
        cmocka_unit_test(any_entry_comes_back),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
