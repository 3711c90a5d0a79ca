#include "handoff/part.h"

#include "sample.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct yt_part_reading reading; /* of the latest add */

static enum yt_part_verdict add(struct yt_part_collector *collector, const char *text)
{
    yt_part_collector_add(collector, text, strlen(text), &reading);
    return reading.verdict;
}

/* An envelope whose bytes are plain to see; to the parts it is only bytes. */
static void envelope(struct yt_sealed *sealed, size_t size, uint8_t seed)
{
    *sealed = (struct yt_sealed){.size = size};
    for (size_t i = 0; i < size; i++)
        sealed->bytes[i] = (uint8_t)(i * 7 + seed);
    sealed->bytes[0] = 1;
    memcpy(sealed->desk_key_id, sealed->bytes + 1, YT_KEY_ID_SIZE);
    memcpy(sealed->id, sealed->bytes + 9, YT_ENTRY_ID_SIZE);
}

static void exact_digits(void **state)
{
    struct yt_sealed sealed;
    char digits[YT_PART_MAX];

    (void)state;
    envelope(&sealed, 140, 0);
    yt_part_write(&sealed, 1, 1, digits);
    assert_int_equal(strlen(digits), YT_PART_HEADER_DIGITS + 340);
    /* mark, format, 1 of 1, key id 070e as a number, then tag and check */
    assert_memory_equal(digits,
                        "8984"
                        "1"
                        "1"
                        "1"
                        "01806",
                        12);
    assert_memory_equal(digits + YT_PART_HEADER_DIGITS, "00289232041812778", 17);
}

static void one_symbol_is_whole(void **state)
{
    YT_SCOPED(yt_part_collector_free_scoped)
    struct yt_part_collector *collector = yt_part_collector_new(4);
    struct yt_sealed sealed;
    char digits[YT_PART_MAX];

    (void)state;
    envelope(&sealed, 291, 3);
    yt_part_write(&sealed, 1, 1, digits);
    assert_int_equal(add(collector, digits), YT_PART_COMPLETE);
    assert_true(reading.whole);
    assert_memory_equal(&reading.sealed, &sealed, sizeof sealed);
    /* Read twice: told, and still of use when the first time was not stored. */
    assert_int_equal(add(collector, digits), YT_PART_DUPLICATE);
    assert_true(reading.whole);
    assert_memory_equal(&reading.sealed, &sealed, sizeof sealed);
}

static void every_split_joins(void **state)
{
    YT_SCOPED(yt_part_collector_free_scoped)
    struct yt_part_collector *collector = yt_part_collector_new(2);
    struct yt_sealed sealed;
    char digits[YT_PART_MAX];

    (void)state;
    for (size_t size = 138; size <= YT_SEALED_MAX; size += 191)
        for (int parts = 1; parts <= YT_PARTS_MAX; parts++) {
            envelope(&sealed, size, (uint8_t)(parts * 16 + (int)(size % 16)));
            for (int part = parts; part >= 1; part--) { /* backwards */
                yt_part_write(&sealed, part, parts, digits);
                assert_int_equal(add(collector, digits),
                                 part == 1 ? YT_PART_COMPLETE : YT_PART_MORE);
                assert_int_equal(reading.part, part);
                assert_int_equal(reading.parts, parts);
            }
            assert_memory_equal(&reading.sealed, &sealed, sizeof sealed);
        }
}

static void parts_of_several_entries_mix(void **state)
{
    YT_SCOPED(yt_part_collector_free_scoped)
    struct yt_part_collector *collector = yt_part_collector_new(3);
    struct yt_sealed a;
    struct yt_sealed b;
    char digits[YT_PART_MAX];
    int parts = 0;
    uint16_t missing = 0;

    (void)state;
    envelope(&a, 900, 1);
    envelope(&b, 900, 2);
    yt_part_write(&a, 2, 3, digits);
    assert_int_equal(add(collector, digits), YT_PART_MORE);
    assert_int_equal(reading.missing, 1U << 1 | 1U << 3);
    assert_int_equal(add(collector, digits), YT_PART_DUPLICATE);
    assert_false(reading.whole);
    yt_part_write(&b, 1, 2, digits);
    assert_int_equal(add(collector, digits), YT_PART_MORE);
    assert_int_equal(yt_part_collector_open(collector), 2);
    assert_true(yt_part_collector_missing(collector, 1, &parts, &missing));
    assert_int_equal(parts, 2);
    assert_int_equal(missing, 1U << 2);
    assert_false(yt_part_collector_missing(collector, 2, &parts, &missing));
    yt_part_write(&a, 3, 3, digits);
    assert_int_equal(add(collector, digits), YT_PART_MORE);
    yt_part_write(&b, 2, 2, digits);
    assert_int_equal(add(collector, digits), YT_PART_COMPLETE);
    assert_memory_equal(&reading.sealed, &b, sizeof b);
    yt_part_write(&a, 1, 3, digits);
    assert_int_equal(add(collector, digits), YT_PART_COMPLETE);
    assert_memory_equal(&reading.sealed, &a, sizeof a);
    assert_int_equal(yt_part_collector_open(collector), 0);
}

static void other_codes_are_told_apart(void **state)
{
    YT_SCOPED(yt_part_collector_free_scoped)
    struct yt_part_collector *collector = yt_part_collector_new(2);
    struct yt_kiosk_key key;
    struct yt_sealed sealed;
    char digits[YT_PART_MAX];
    char code[YT_ENROLMENT_CODE_MAX];

    (void)state;
    assert_int_equal(add(collector, "4901777018686"), YT_PART_FOREIGN); /* a bottle of tea */
    assert_int_equal(add(collector, "https://example.org/"), YT_PART_FOREIGN);
    assert_int_equal(add(collector, ""), YT_PART_FOREIGN);
    sample_kiosk_key(&key);
    yt_enrolment_code(&key.known, code);
    assert_int_equal(add(collector, code), YT_PART_ENROLMENT);
    envelope(&sealed, 200, 5);
    yt_part_write(&sealed, 1, 1, digits);
    digits[4] = '2';
    assert_int_equal(add(collector, digits), YT_PART_UNSUPPORTED);
    sealed.bytes[0] = 2; /* this format, but an envelope of a later version in it */
    yt_part_write(&sealed, 1, 1, digits);
    assert_int_equal(add(collector, digits), YT_PART_UNSUPPORTED);
    assert_false(reading.whole);
}

/* Any one digit wrong, lost or doubled, and any end cut off, is noticed. */
static void misreadings_are_noticed(void **state)
{
    YT_SCOPED(yt_part_collector_free_scoped)
    struct yt_part_collector *collector = yt_part_collector_new(2);
    struct yt_sealed sealed;
    char good[YT_PART_MAX];
    char bad[YT_PART_MAX + 1];
    size_t count;

    (void)state;
    envelope(&sealed, 160, 8);
    yt_part_write(&sealed, 1, 1, good);
    count = strlen(good);
    for (size_t at = 0; at < count; at++) {
        strcpy(bad, good);
        bad[at] = bad[at] == '9' ? '0' : (char)(bad[at] + 1);
        assert_true(add(collector, bad) != YT_PART_COMPLETE && !reading.whole);
        snprintf(bad, sizeof bad, "%.*s%s", (int)at, good, good + at + 1);
        assert_true(add(collector, bad) != YT_PART_COMPLETE && !reading.whole);
        snprintf(bad, sizeof bad, "%.*s%s", (int)at + 1, good, good + at);
        assert_true(add(collector, bad) != YT_PART_COMPLETE && !reading.whole);
        snprintf(bad, sizeof bad, "%.*s", (int)at, good);
        assert_int_equal(add(collector, bad), at < 4 ? YT_PART_FOREIGN : YT_PART_DAMAGED);
        strcpy(bad, good);
        bad[at] = 'o';
        assert_int_equal(add(collector, bad), at < 4 ? YT_PART_FOREIGN : YT_PART_DAMAGED);
    }
    assert_int_equal(add(collector, good), YT_PART_COMPLETE);
}

/* Parts that pass their own check but do not belong together. */
static void mixed_up_parts_do_no_harm(void **state)
{
    YT_SCOPED(yt_part_collector_free_scoped)
    struct yt_part_collector *collector = yt_part_collector_new(2);
    struct yt_sealed a;
    char first[YT_PART_MAX];
    char second[YT_PART_MAX];
    char other[YT_PART_MAX];
    char check[6];

    (void)state;
    envelope(&a, 700, 1);
    yt_part_write(&a, 1, 2, first);
    yt_part_write(&a, 2, 2, second);
    strcpy(other, second); /* another body under the same tag, its own check made right */
    other[YT_PART_HEADER_DIGITS + 16] = other[YT_PART_HEADER_DIGITS + 16] == '0' ? '1' : '0';
    snprintf(check, sizeof check, "%05u",
             (unsigned)yt_digits_check(other, 17, other + YT_PART_HEADER_DIGITS,
                                       strlen(other + YT_PART_HEADER_DIGITS)) %
                 100000);
    memcpy(other + 17, check, 5);

    assert_int_equal(add(collector, other), YT_PART_MORE);
    assert_int_equal(add(collector, second), YT_PART_MIXED_UP); /* the first stays */
    assert_int_equal(add(collector, first), YT_PART_MIXED_UP);  /* and the whole is wrong */
    assert_false(reading.whole);
    assert_int_equal(reading.missing, 1U << 1 | 1U << 2);
    assert_int_equal(yt_part_collector_open(collector), 0);
    assert_int_equal(add(collector, first), YT_PART_MORE); /* so all over again */
    assert_int_equal(add(collector, second), YT_PART_COMPLETE);
    assert_memory_equal(&reading.sealed, &a, sizeof a);
}

static void the_collector_has_an_end(void **state)
{
    YT_SCOPED(yt_part_collector_free_scoped)
    struct yt_part_collector *collector = yt_part_collector_new(2);
    struct yt_sealed sealed;
    char digits[YT_PART_MAX];

    (void)state;
    for (int i = 0; i < 3; i++) {
        envelope(&sealed, 300, (uint8_t)(40 + i));
        yt_part_write(&sealed, 1, 2, digits);
        assert_int_equal(add(collector, digits), i < 2 ? YT_PART_MORE : YT_PART_TOO_MANY);
    }
    envelope(&sealed, 300, 40);
    yt_part_write(&sealed, 2, 2, digits);
    assert_int_equal(add(collector, digits), YT_PART_COMPLETE);
    /* A whole one makes way for the next. */
    envelope(&sealed, 300, 42);
    yt_part_write(&sealed, 1, 2, digits);
    assert_int_equal(add(collector, digits), YT_PART_MORE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(exact_digits),
        cmocka_unit_test(one_symbol_is_whole),
        cmocka_unit_test(every_split_joins),
        cmocka_unit_test(parts_of_several_entries_mix),
        cmocka_unit_test(other_codes_are_told_apart),
        cmocka_unit_test(misreadings_are_noticed),
        cmocka_unit_test(mixed_up_parts_do_no_harm),
        cmocka_unit_test(the_collector_has_an_end),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
