/* JobPosting in every wrapping, and JSON that is none. */
#include "taker.h"

#include "base/attributes.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define POSTING(id) "{\"@type\":\"JobPosting\",\"identifier\":\"" id "\",\"title\":\"掃除\"}"

static bool import_text(struct taker *taker, const char *text)
{
    return taker_import(taker, taker_write(taker, "jobs.json", text, strlen(text)));
}

static void reads_what_a_page_carries(void **state)
{
    static const char *const files[] = {"job-postings.jsonld", "job-postings.jsonl"};
    struct taker taker;

    (void)state;
    taker_begin(&taker, YT_IMPORT_LISTINGS);
    for (size_t i = 0; i < YT_COUNT(files); i++) {
        const struct taken *first = &taker.taken[0];
        const struct taken *second = &taker.taken[1];

        assert_true(taker_import(&taker, taker_data(files[i])));
        assert_int_equal(taker.counts.good, 2);
        assert_string_equal(first->id, "minamo-7");
        assert_string_equal(first->name, "オフィスの清掃スタッフ");
        /* No markup, no script, no telephone number. */
        assert_string_equal(first->more, "夕方に、ひとりで静かに掃除します。");
        assert_string_equal(first->where, "つむぎ県つむぎ市本町1-2");
        assert_int_equal(first->listing.pay, 1200);
        assert_int_equal(first->listing.pay_max, 1300);
        assert_int_equal(first->listing.pay_kind, YT_PAY_HOUR);
        assert_int_equal(first->listing.experience, YT_EXPERIENCE_NONE);
        assert_int_equal(first->listing.places, 2);
        assert_int_equal(first->listing.until.month, 12);
        assert_int_equal(first->listing.checked.day, 10);
        assert_int_equal(second->listing.kind, YT_LISTING_VOLUNTEER);
        assert_string_equal(second->other, "Farm helper");
        assert_string_equal(second->name, "");
    }
    taker_end(&taker);
}

static void finds_postings_in_every_wrapping(void **state)
{
    static const char *const texts[] = {
        POSTING("a"),
        "[" POSTING("a") "]",
        " [ " POSTING("a") " , " POSTING("b") " ] \n",
        POSTING("a") "\n" POSTING("b") "\n",
        "{\"@graph\":[" POSTING("a") "]}",
        "{\"@type\":\"ItemList\",\"itemListElement\":[{\"@type\":\"ListItem\",\"item\":" POSTING(
            "a") "}]}",
        "[[" POSTING("a") "]]",
        "{\"@type\":[\"Thing\",\"http://schema.org/JobPosting\"],\"title\":\"掃除\"}",
        "[{\"id\":\"a\",\"題名\":\"掃除\",\"kind\":\"job\"}]",
    };
    struct taker taker;

    (void)state;
    taker_begin(&taker, YT_IMPORT_LISTINGS);
    for (size_t i = 0; i < YT_COUNT(texts); i++) {
        assert_true(import_text(&taker, texts[i]));
        assert_true(taker.counts.good >= 1);
        assert_int_equal(taker.counts.bad, 0);
        assert_string_equal(taker.taken[0].name, "掃除");
    }
    taker_end(&taker);
}

static void refuses_what_is_no_json(void **state)
{
    static const char *const texts[] = {
        "{",
        "[",
        "[" POSTING("a"),
        "[" POSTING("a") ",]",
        "[" POSTING("a") "]]",
        "[,]",
        "[1 2]",
        "[" POSTING("a") "] x",
        "[}",
        "{\"a\":\"b",
    };
    struct taker taker;

    (void)state;
    taker_begin(&taker, YT_IMPORT_LISTINGS);
    for (size_t i = 0; i < YT_COUNT(texts); i++) {
        assert_false(import_text(&taker, texts[i]));
        assert_int_equal(taker.err.code, YT_ERR_INVALID);
        assert_non_null(strstr(taker.err.text, "line 1"));
    }
    taker_end(&taker);
}

static void keeps_the_good_ones_beside_a_broken_one(void **state)
{
    struct taker taker;

    (void)state;
    taker_begin(&taker, YT_IMPORT_LISTINGS);
    assert_true(import_text(&taker, "[" POSTING("a") ",\n{\"title\": },\n" POSTING("b") ",\n42]"));
    assert_int_equal(taker.counts.good, 2);
    assert_int_equal(taker.counts.bad, 2);
    assert_int_equal(taker.faults[0].line, 2);
    assert_non_null(strstr(taker.faults[1].wrong, "bare value"));
    taker_end(&taker);
}

static void refuses_ten_thousand_brackets(void **state)
{
    enum { DEEP = 10000 };
    struct taker taker;
    char *text = malloc(2UL * DEEP + 64);

    (void)state;
    assert_non_null(text);
    taker_begin(&taker, YT_IMPORT_LISTINGS);
    for (int object = 0; object < 2; object++) {
        char *at = text;

        for (int i = 0; i < DEEP; i++) {
            if (object)
                at = stpcpy(at, i % 2 ? "[" : "{\"a\":");
            else
                *at++ = '[';
            if (at - text > 2L * DEEP)
                break;
        }
        *at = '\0';
        assert_false(import_text(&taker, text));
        assert_non_null(strstr(taker.err.text, "nested more than 64 deep"));
        assert_true(taker.err.remedy[0] != '\0');
    }
    taker_end(&taker);
    free(text);
}

static void refuses_one_object_that_is_too_large(void **state)
{
    const size_t size = YT_IMPORT_JSON_MAX + 100;
    struct taker taker;
    char *text = malloc(size + 1);

    (void)state;
    assert_non_null(text);
    memset(text, 'x', size);
    text[size] = '\0';
    memcpy(text, "{\"a\":\"", 6);
    taker_begin(&taker, YT_IMPORT_LISTINGS);
    assert_false(import_text(&taker, text));
    assert_int_equal(taker.err.code, YT_ERR_TOO_LARGE);
    assert_non_null(strstr(taker.err.remedy, "one object a line"));
    taker_end(&taker);
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_what_a_page_carries),
        cmocka_unit_test(finds_postings_in_every_wrapping),
        cmocka_unit_test(refuses_what_is_no_json),
        cmocka_unit_test(keeps_the_good_ones_beside_a_broken_one),
        cmocka_unit_test(refuses_ten_thousand_brackets),
        cmocka_unit_test(refuses_one_object_that_is_too_large),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
