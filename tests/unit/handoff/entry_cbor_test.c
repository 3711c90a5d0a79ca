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

static const char id_hex[] = "000102030405060708090a0b0c0d0e0f";

static void smallest(struct yt_entry *entry)
{
    *entry = (struct yt_entry){.kiosk = "k1",
                               .language = "ja",
                               .content_number = 12,
                               .time_minutes = 29912345,
                               .time_trusted = true,
                               .kinds = YT_ENTRY_CHECK,
                               .consent = YT_CONSENT_ANONYMOUS};
    for (size_t i = 0; i < sizeof entry->id; i++)
        entry->id[i] = (uint8_t)i;
}

static void assert_hex(const struct yt_entry *entry, const char *expected)
{
    YT_SCOPED(yt_buf_done) struct yt_buf bytes;
    char hex[2 * YT_ENTRY_CBOR_MAX + 1];
    struct yt_err err = {0};

    yt_buf_init_secret(&bytes, YT_ENTRY_CBOR_MAX);
    assert_true(yt_entry_encode(entry, &bytes, &err));
    sodium_bin2hex(hex, sizeof hex, bytes.data, bytes.size);
    assert_string_equal(hex, expected);
}

static void exact_bytes(void **state)
{
    struct yt_entry entry;
    char expected[512];

    (void)state;
    smallest(&entry);
    snprintf(expected, sizeof expected, "a70150%s02626b3103626a61040c051a%08x07010801", id_hex,
             29912345U);
    assert_hex(&entry, expected);

    entry.time_trusted = false;
    entry.time_minutes = -1;
    entry.urgency = YT_URGENCY_NOW;
    entry.answer_count = 4;
    entry.answers[0] = (struct yt_entry_answer){.question = 1, .chosen = 1U << 3};
    entry.answers[1] = (struct yt_entry_answer){.question = 24, .skipped = true};
    entry.answers[2] = (struct yt_entry_answer){.question = 300, .chosen = 1U << 1 | 1U << 31};
    entry.answers[3] = (struct yt_entry_answer){.question = 4};
    entry.item_count = 1;
    entry.items[0] = (struct yt_entry_item){.item = 11, .ways = YT_WAY_ASK | YT_WAY_BOOK};
    entry.lit_count = 2;
    entry.lit[0] = 2;
    entry.lit[1] = 11;
    entry.appointment = (struct yt_entry_appointment){
        .wanted = true, .firm = true, .type = 1, .time_count = 1, .time_minutes = {29914680}};
    entry.contact = (struct yt_entry_contact){.name = "桜", .message_ok = YT_NO};
    snprintf(expected, sizeof expected,
             "ae0150%s02626b3103626a61040c052006f507010801"
             "09030a8801031818f619012c3a800000020400"
             "0b820b060c82020b"
             "0da301f5020104811a%08x0ea20163e6a19c0502",
             id_hex, 29914680U);
    assert_hex(&entry, expected);
}

static bool same_entry(const struct yt_entry *a, const struct yt_entry *b)
{
    YT_SCOPED(yt_buf_done) struct yt_buf one;
    YT_SCOPED(yt_buf_done) struct yt_buf other;
    struct yt_err err = {0};

    yt_buf_init_secret(&one, YT_ENTRY_CBOR_MAX);
    yt_buf_init_secret(&other, YT_ENTRY_CBOR_MAX);
    return yt_entry_encode(a, &one, &err) && yt_entry_encode(b, &other, &err) &&
           one.size == other.size && memcmp(one.data, other.data, one.size) == 0;
}

static void every_size_comes_back(void **state)
{
    static const enum sample_size sizes[] = {SAMPLE_TYPICAL, SAMPLE_JOB, SAMPLE_FULL,
                                             SAMPLE_FULLEST};
    struct yt_err err = {0};

    (void)state;
    for (size_t i = 0; i < YT_COUNT(sizes); i++) {
        YT_SCOPED(yt_buf_done) struct yt_buf bytes;
        struct yt_entry entry;
        struct yt_entry again;

        sample_entry(sizes[i], &entry);
        yt_buf_init_secret(&bytes, YT_ENTRY_CBOR_MAX);
        assert_true(yt_entry_encode(&entry, &bytes, &err));
        assert_true(yt_entry_decode(bytes.data, bytes.size, &again, &err));
        assert_true(same_entry(&entry, &again));
        assert_memory_equal(again.answers, entry.answers, sizeof entry.answers);
        assert_memory_equal(again.items, entry.items, sizeof entry.items);
        assert_memory_equal(again.lit, entry.lit, sizeof entry.lit);
        assert_string_equal(again.own_words, entry.own_words);
        assert_string_equal(again.contact.name, entry.contact.name);
        assert_string_equal(again.contact.number, entry.contact.number);
        assert_int_equal(again.appointment.companion, entry.appointment.companion);
        assert_int_equal(again.time_trusted, entry.time_trusted);
        if (sizes[i] == SAMPLE_TYPICAL)
            assert_in_range(bytes.size, 100, 160); /* one symbol of version 13 */
        if (sizes[i] == SAMPLE_JOB) /* one of version 17, the most for 58 mm: 490 sealed bytes */
            assert_in_range(bytes.size, 200, 490 - YT_ENVELOPE_OVERHEAD);
    }
}

static void what_cannot_be_written_is_refused(void **state)
{
    YT_SCOPED(yt_buf_done) struct yt_buf bytes;
    struct yt_err err = {0};
    struct yt_entry entry;

    (void)state;
    yt_buf_init_secret(&bytes, YT_ENTRY_CBOR_MAX);
    smallest(&entry);
    entry.kinds = 0;
    assert_false(yt_entry_encode(&entry, &bytes, &err));
    assert_int_equal(err.code, YT_ERR_INVALID);
    smallest(&entry);
    strcpy(entry.kiosk, "K1");
    assert_false(yt_entry_encode(&entry, &bytes, &err));
    smallest(&entry);
    strcpy(entry.own_words, "\xFF");
    assert_false(yt_entry_encode(&entry, &bytes, &err));
    smallest(&entry);
    memset(entry.own_words, 'a', YT_ENTRY_OWN_WORDS_MAX + 1); /* a character too many */
    assert_false(yt_entry_encode(&entry, &bytes, &err));
    smallest(&entry);
    entry.answer_count = 1;
    entry.answers[0].chosen = 1; /* there is no answer number 0 */
    assert_false(yt_entry_encode(&entry, &bytes, &err));
    smallest(&entry);
    entry.answer_count = YT_ENTRY_ANSWERS_MAX + 1;
    assert_false(yt_entry_encode(&entry, &bytes, &err));
}

/* Decodes hex, with "ID" standing for the sixteen bytes of an id. */
static bool decode(const char *text, struct yt_entry *entry, struct yt_err *err)
{
    char hex[1024] = "";
    uint8_t bytes[512];
    size_t size;
    const char *id = strstr(text, "ID");

    snprintf(hex, sizeof hex, "%.*s%s%s", id ? (int)(id - text) : (int)strlen(text), text,
             id ? id_hex : "", id ? id + 2 : "");
    assert_int_equal(sodium_hex2bin(bytes, sizeof bytes, hex, strlen(hex), " ", &size, NULL), 0);
    return yt_entry_decode(bytes, size, entry, err);
}

#define HEAD "0150ID 02626b31 03626a61 040c 051a01c86d19 0701 0801 "

static void only_the_one_form_is_read(void **state)
{
    static const char *const bad[] = {
        "",
        "a7",
        "a7 0150ID 02626b31 03626a61 040c 051a01c86d19 0701",      /* ends too soon */
        "a7 " HEAD "00",                                           /* a byte behind the end */
        "a6 0150ID 02626b31 03626a61 040c 051a01c86d19 0801",      /* no kinds */
        "a8 " HEAD "0900",                                         /* a default written out */
        "a8 " HEAD "0a80",                                         /* an empty list */
        "a8 " HEAD "0ea0",                                         /* an empty map */
        "a8 " HEAD "0f60",                                         /* an empty text */
        "a8 " HEAD "06f4",                                         /* false is the default */
        "a8 " HEAD "0a8101",                                       /* half an answer */
        "a8 " HEAD "0a82011820",                                   /* answer number 32 */
        "a8 " HEAD "0a820121",                                     /* several, but one bit */
        "a8 " HEAD "0a820122",                                     /* with answer number 0 */
        "a8 " HEAD "0801",                                         /* a key twice */
        "a7 02626b31 0150ID 03626a61 040c 051a01c86d19 0701 0801", /* keys fall */
        "a7 0150ID 02626b31 03626a61 040c 051b0000000001c86d19 0701 0801", /* long number */
        "a7 0150ID 02626b31 03626a61 04180c 051a01c86d19 0701 0801",       /* long number */
        "a7 0150ID 0278026b31 03626a61 040c 051a01c86d19 0701 0801",       /* long length */
        "b807 " HEAD,                                                      /* long count */
        "bf " HEAD "ff",                                                   /* without a length */
        "a7 0150ID 027f626b31ff 03626a61 040c 051a01c86d19 0701 0801",     /* in pieces */
        "a7 0150ID 02626b31 03426a61 040c 051a01c86d19 0701 0801",         /* bytes for text */
        "a7 0150ID 02626b31 0362ff61 040c 051a01c86d19 0701 0801",         /* no UTF-8 */
        "a7 0150ID 02626b31 03626100 040c 051a01c86d19 0701 0801",         /* a NUL */
        "a7 0150ID 02624b31 03626a61 040c 051a01c86d19 0701 0801",         /* kiosk "K1" */
        "a7 014f000102030405060708090a0b0c0d0e 02626b31 03626a61 040c 051a01c86d19 0701 0801",
        "c0a7 " HEAD,                         /* tagged */
        "a8 " HEAD "18 64f93c00",             /* a float, even under a later key */
        "a8 " HEAD "1864c001",                /* a tag */
        "a8 " HEAD "1864 8181818181 01",      /* too deep */
        "a8 " HEAD "1864 a2 0201 0101",       /* keys fall, under a later key */
        "a8 " HEAD "1864 a1 616101",          /* a key that is no number */
        "a8 " HEAD "1864 9bffffffffffffffff", /* claims much */
        "a8 " HEAD "1864 5bffffffffffffffff", /* claims much */
        "a8 " HEAD "0b9b7fffffffffffffff",    /* claims much */
        "a7 0150ID 02626b31 03626a61 040c 053b7fffffffffffffff 0701 0801", /* beyond all time */
        "a8 0001 " HEAD,                                                   /* key 0 */
    };
    struct yt_entry entry;
    struct yt_err err;

    (void)state;
    for (size_t i = 0; i < YT_COUNT(bad); i++) {
        err = (struct yt_err){0};
        if (decode(bad[i], &entry, &err))
            fail_msg("was read: %s", bad[i]);
        assert_int_equal(err.code, YT_ERR_INVALID);
        assert_true(sodium_is_zero((const uint8_t *)&entry, sizeof entry));
    }
}

static void later_versions_can_add(void **state)
{
    struct yt_entry entry;
    struct yt_err err = {0};

    (void)state;
    assert_true(decode("a7 " HEAD, &entry, &err));
    assert_int_equal(entry.content_number, 12);
    assert_true(decode("a9 " HEAD "13 83 01 6161 a1 01f6  1864 f5", &entry, &err));
    assert_true(decode("a8 " HEAD "0e a2 0163e6a19c 07 4101", &entry, &err));
    assert_string_equal(entry.contact.name, "桜");
    assert_true(decode("a8 " HEAD "0d a1 0920", &entry, &err));
    assert_true(entry.appointment.wanted);
    /* A value that says something else than we know must not be taken for nothing. */
    assert_false(decode("a8 " HEAD "0904", &entry, &err));
    assert_int_equal(err.code, YT_ERR_UNSUPPORTED);
}

/* Everything that is one damage away from a good entry is refused, or is another good entry that
 * is written exactly as it was read; and nothing is read outside the bytes. Returns how many had a
 * key that became a later version's. */
static size_t damage(const struct yt_entry *whole)
{
    YT_SCOPED(yt_buf_done) struct yt_buf good;
    struct yt_entry entry;
    struct yt_err err = {0};
    size_t read = 0;
    size_t refused = 0;
    size_t later = 0;

    yt_buf_init_secret(&good, YT_ENTRY_CBOR_MAX);
    assert_true(yt_entry_encode(whole, &good, &err));
    for (size_t at = 0; at < good.size; at++) {
        for (int value = 0; value < 256; value++) {
            YT_SCOPED(yt_buf_done) struct yt_buf again;
            uint8_t *bytes = malloc(good.size); /* exact, so that the sanitizer sees its end */

            memcpy(bytes, good.data, good.size);
            bytes[at] = (uint8_t)value;
            yt_buf_init_secret(&again, YT_ENTRY_CBOR_MAX);
            if (yt_entry_decode(bytes, good.size, &entry, &err)) {
                read++;
                assert_true(yt_entry_encode(&entry, &again, &err));
                /* Only a key that became a later version's is not written again. */
                if (again.size < good.size)
                    later++;
                else
                    assert_memory_equal(again.data, bytes, good.size);
            } else {
                refused++;
            }
            free(bytes);
        }
        assert_false(yt_entry_decode(good.data, at, &entry, &err)); /* cut off */
    }
    assert_true(read > 1000 && refused > 1000);
    return later;
}

/* The last keys of entry, appointment, contact and wish can become one of up to 23 in one byte. */
static void damage_never_harms(void **state)
{
    struct yt_entry entry;

    (void)state;
    sample_entry(SAMPLE_FULL, &entry);
    assert_int_equal(damage(&entry), (23 - 18) + (23 - 8) + (23 - 6));
    sample_entry(SAMPLE_JOB, &entry);
    entry.wish =
        (struct yt_entry_wish){.made = true, .place = "パン屋", .facts = 5, .kinds = 1 << 4};
    assert_int_equal(damage(&entry), (23 - 18) + (23 - 8) + (23 - 6) + (23 - 4));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(exact_bytes),
        cmocka_unit_test(every_size_comes_back),
        cmocka_unit_test(what_cannot_be_written_is_refused),
        cmocka_unit_test(only_the_one_form_is_read),
        cmocka_unit_test(later_versions_can_add),
        cmocka_unit_test(damage_never_harms),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
