/* What an author reads when something is wrong: where, what, and what to write instead. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "folder.h"

#include <stdio.h>
#include <stdlib.h>

/* One change to one file of the sample, and the fault that must come of it. */
struct slip {
    const char *file, *from, *to;
    const char *place, *wrong, *remedy;
};

static const struct slip slips[] = {
    /* YAML itself */
    {"site.yaml", "phone: 0000-00-0001\n", "phone: '0000\n", "site.yaml:", "", ""},
    {"self-check/who.yaml", "id: who\n", "\tid: who\n", "self-check/who.yaml:3:1", "a tab",
     "blanks"},
    {"self-check/who.yaml", "number: 1\n", "number: 1\nnumber: 2\n", "self-check/who.yaml:5:1",
     "\"number\" stands here twice", "Keep one"},
    {"self-check/who.yaml", "id: who\n", "id: &w who\n", "self-check/who.yaml:3:8", "& and *",
     "quotes"},
    {"self-check/who.yaml", "id: who\n", "id: *w\n", "self-check/who.yaml:3:5", "& and *",
     "quotes"},
    /* Keys */
    {"support-menu.yaml", "    actions: [paper, join, ask]\n", "    aktions: [paper, join, ask]\n",
     "support-menu.yaml:22:5", "no key \"aktions\"", "Did you mean \"actions\"?"},
    {"self-check/age.yaml", "type: single\n", "", "self-check/age.yaml:2:1",
     "a question needs \"type\"", "Add a line \"type: ...\""},
    {"theme.yaml", "normal:", "normall:", "theme.yaml:5:1", "normall", "normal"},
    /* Values */
    {"self-check/age.yaml", "type: single\n", "type: singel\n", "self-check/age.yaml:4:7",
     "\"singel\" is not possible", "Did you mean \"single\"?"},
    {"self-check/age.yaml", "number: 2\n", "number: two\n", "self-check/age.yaml:3:9",
     "\"two\" is not a number", "digits"},
    {"self-check/age.yaml", "    number: 1\n", "    number: 32\n", "self-check/age.yaml:32:13",
     "from 1 to 31", "digits"},
    {"site.yaml", "    from: 8:45\n", "    from: 25:00\n", "site.yaml:64:11",
     "\"25:00\" is not a time of day", "9:00"},
    {"site.yaml", "  idle_ask_seconds: 60", "  idle_ask_seconds: 5", "site.yaml:", "from 20 to 600",
     ""},
    {"site.yaml", "    until: 17:15\n", "    until: 8:00\n", "site.yaml:65:12",
     "closes before it opens", "later"},
    {"closed-days.yaml", "2026-02-11", "2026-02-30", "closed-days.yaml:22:10",
     "\"2026-02-30\" is not a day", "2026-11-26"},
    {"closed-days.yaml", "  - every_year_from: 12-29", "  - every_year_from: 12-32",
     "closed-days.yaml:15:22", "12-32", "12-29"},
    {"theme.yaml", "\"#1F2430\"", "\"#1F243\"", "theme.yaml:9:", "is not a colour", "#1F3A5F"},
    {"theme.yaml", "\"#1F2430\"", "\"#8F8F8F\"", "theme.yaml:9:", "contrast is only", "7.0:1"},
    {"appointments.yaml", "length: 60 min", "length: 60 lessons", "appointments.yaml:17:13",
     "is not a time", "30 min"},
    {"appointments.yaml", "times: [9:00, 10:30,", "times: [10:30, 9:00,",
     "appointments.yaml:", "does not come after", "in order"},
    {"appointments.yaml", "days: [月, 木]", "days: [月, 本]", "appointments.yaml:", "本",
     "月 or mon"},
    /* Texts and languages */
    {"self-check/who.yaml", "  ne: यो कसको बारेमा हो?\n", "", "self-check/who.yaml:8:1",
     "no text in ne", "\"ne: ...\""},
    {"self-check/who.yaml", "  ne: यो", "  np: यो", "self-check/who.yaml:17:3",
     "no language \"np\"", "Did you mean \"ne\"?"},
    {"self-check/who.yaml", "  ja: だれのことで使いますか\n", "  ja:\n", "self-check/who.yaml:9:6",
     "nothing stands behind \"ja\"", "the text"},
    {"self-check/who.yaml", "使《つか》いますか", "使《つかいますか", "self-check/who.yaml:10:21",
     "ruby", "漢字《かんじ》"},
    {"self-check/who.yaml", "使《つか》いますか", "つ《つか》いますか", "self-check/who.yaml:10:21",
     "ruby", "漢字《かんじ》"},
    {"site.yaml", "  - id: ja\n    name: 日本語\n", "", "site.yaml:10:3", "Japanese is missing",
     "id: ja"},
    /* Names of other things */
    {"self-check/today.yaml", "areas: [food]", "areas: [fod]", "self-check/today.yaml:33:13",
     "no area \"fod\"", "Did you mean \"food\"?"},
    {"self-check/today.yaml", "menu: [M13]", "menu: [M99]", "self-check/today.yaml:34:12",
     "no menu item \"M99\"", ""},
    {"self-check/today.yaml", "opens: [food]", "opens: [fire]", "self-check/today.yaml:36:13",
     "no help screen \"fire\"", ""},
    {"self-check/bills.yaml", "money: [tight, short", "money: [tigt, short",
     "self-check/bills.yaml:8:13", "\"money\" has no answer \"tigt\"", "Did you mean \"tight\"?"},
    {"self-check/bills.yaml", "    money: [", "    mony: [", "self-check/bills.yaml:8:5",
     "no question \"mony\"", "Did you mean \"money\"?"},
    {"self-check.yaml", "        today: [cash]", "        today: [gold]",
     "self-check.yaml:", "no answer \"gold\"", ""},
    {"help-screens.yaml", "      - line: police\n", "      - line: fire\n",
     "help-screens.yaml:", "no line \"fire\"", ""},
    {"appointments.yaml", "given_by: k1", "given_by: k9", "appointments.yaml:", "no kiosk \"k9\"",
     ""},
    {"appointments.yaml", "  - type: cafe\n    place: cafe\n",
     "  - type: cafe\n    place: library\n",
     "appointments.yaml:", "\"cafe\" is not held at \"library\"", "places"},
    /* Order of questions */
    {"self-check/age.yaml", "topic: core\n",
     "topic: core\nshow_if:\n  any_of:\n    signs: [none]\n", "self-check/age.yaml:8:5",
     "\"signs\" is asked after \"age\"", "earlier"},
    {"self-check/age.yaml", "topic: core\n", "topic: core\nshow_if:\n  any_of:\n    age: [u17]\n",
     "self-check/age.yaml:8:5", "very question", "earlier"},
    {"self-check/age.yaml", "topic: core\n", "topic: core\nshow_if:\n  anyof:\n    who: [me]\n",
     "self-check/age.yaml:7:3", "no part \"anyof\"", "Did you mean \"any_of\"?"},
    /* Twice */
    {"self-check/who.yaml", "  - id: family\n", "  - id: me\n", "self-check/who.yaml:46:9",
     "the id \"me\" is used twice", "another id"},
    {"self-check/who.yaml", "    number: 2\n", "    number: 1\n", "self-check/who.yaml:47:13",
     "the number 1 is used twice", "never used"},
    {"self-check/age.yaml", "number: 2\n", "number: 1\n", "self-check/age.yaml:3:9",
     "that of the question \"who\"", "never used"},
    {"self-check.yaml", "  - who\n  - age\n", "  - who\n  - who\n",
     "self-check.yaml:", "\"who\" stands here twice", "Keep one"},
    {"support-menu.yaml", "    number: 2\n", "    number: 1\n",
     "support-menu.yaml:", "the number 1 is used twice", "never used"},
    /* Sense */
    {"support-menu.yaml", "    books: [desk]\n", "", "support-menu.yaml:", "can be booked",
     "books: [desk]"},
    {"support-menu.yaml", "    always: yes\n", "", "support-menu.yaml:18:3", "every result page",
     "always: yes"},
    {"self-check/who.yaml", "id: who\n", "id: whom\n", "self-check/who.yaml:3:5",
     "the file is named \"who.yaml\"", "id: who"},
    {"texts.yaml", "\ntexts:", "\ntext:", "texts.yaml:11:1", "no key \"text\"", "texts:"},
    {"texts.yaml", "\ntexts:", "\ntexts:\n  UI Title:\n    ja: あ", "texts.yaml:12:3",
     "no name of a text", "ui.title"},
};

static void slip_is_told_at_its_place(void **state)
{
    struct folder *folder = *state;
    size_t wrong = 0;

    for (size_t i = 0; i < sizeof slips / sizeof slips[0]; i++) {
        const struct slip *slip = &slips[i];
        const struct yt_content_fault *first = &folder->report.faults[0];
        char place[256];

        folder_change(folder, slip->file, slip->from, slip->to);
        if (folder_load(folder))
            fail_msg("slip %zu in %s was taken", i, slip->file);
        snprintf(place, sizeof place, "%s/%s", folder->path, slip->place);
        if (strncmp(first->place, place, strlen(place)) != 0 ||
            !strstr(first->wrong, slip->wrong) || !strstr(first->remedy, slip->remedy)) {
            print_error("slip %zu in %s: \"%s: %s. %s\"\n", i, slip->file, first->place,
                        first->wrong, first->remedy);
            wrong++;
        }
        assert_true(first->remedy[0] != '\0');
        /* Back to the sample for the next one. */
        folder_change(folder, slip->file, "\n", "\n");
    }
    assert_int_equal(wrong, 0);
    assert_non_null(folder_load(folder));
}

static void missing_file_is_named(void **state)
{
    struct folder *folder = *state;

    folder_remove(folder, "support-menu.yaml");
    folder_expect(folder, "support-menu.yaml:1:1", "missing", "sample site");
}

static void missing_question_is_named(void **state)
{
    struct folder *folder = *state;

    folder_remove(folder, "self-check/home.yaml");
    folder_expect(folder, "self-check/home.yaml:1:1", "missing", "sample site");
}

static void missing_folder_is_refused(void **state)
{
    struct folder *folder = *state;

    assert_null(yt_content_load("/nowhere/at-all", &folder->report, &folder->err));
    assert_int_equal(folder->report.count, 1);
    assert_non_null(strstr(folder->err.text, "/nowhere/at-all/site.yaml:1:1"));
}

static void folder_instead_of_file_is_refused(void **state)
{
    struct folder *folder = *state;

    folder_change(folder, "self-check.yaml", "  - who\n", "  - ../self-check\n");
    folder_expect(folder, "self-check.yaml:144:5", "cannot be an id", "letters");
}

static void foreign_encoding_is_told(void **state)
{
    static const char shift_jis[] = "name: \x82\xc2\x82\xde\x82\xac\n";
    struct folder *folder = *state;

    folder_write(folder, "theme.yaml", shift_jis, sizeof shift_jis - 1);
    folder_expect(folder, "theme.yaml:1:7", "not UTF-8", "UTF-8");
    folder_write(folder, "theme.yaml", "a: b\0c", 6);
    folder_expect(folder, "theme.yaml:1:1", "zero bytes", "UTF-8");
    folder_write(folder, "theme.yaml", "", 0);
    folder_expect(folder, "theme.yaml:1:1", "empty", "sample");
}

static void byte_order_mark_and_crlf_do_no_harm(void **state)
{
    static const char texts[] = "\xEF\xBB\xBFtexts:\r\n  ui.title:\r\n    ja: 寄ってメモ\r\n";
    struct folder *folder = *state;
    const struct yt_site_content *site;

    folder_write(folder, "texts.yaml", texts, sizeof texts - 1);
    site = folder_load(folder);
    assert_non_null(site);
    assert_string_equal(yt_site_wording("ja", "ui.title", (void *)site), "寄ってメモ");
    assert_null(yt_site_wording("en", "ui.title", (void *)site));
    assert_null(yt_site_wording("ja", "ui.lead", (void *)site));
}

static void nothing_from_outside_grows_without_end(void **state)
{
    static const struct {
        const char *unit, *wrong;
        size_t times;
    } bombs[] = {
        {"[", "nested", 100000},
        {"{a: ", "nested", 100000},
        {"- ", "nested", 100000},
        {"k: v\n", "twice", 1000},
        {"aaaaaaaaaaaaaaaa", "longer", 10000},
        {"- x\n", "a list", 100000},
        {"# comment\n", "larger", 300000},
    };
    struct folder *folder = *state;

    for (size_t i = 0; i < sizeof bombs / sizeof bombs[0]; i++) {
        const size_t unit = strlen(bombs[i].unit);
        char *bytes = malloc(unit * bombs[i].times);

        assert_non_null(bytes);
        for (size_t n = 0; n < bombs[i].times; n++)
            memcpy(bytes + n * unit, bombs[i].unit, unit);
        folder_write(folder, "theme.yaml", bytes, unit * bombs[i].times);
        free(bytes);
        assert_null(folder_load(folder));
        if (!strstr(folder->report.faults[0].wrong, bombs[i].wrong))
            fail_msg("bomb %zu: %s", i, folder->report.faults[0].wrong);
    }
}

static void all_faults_are_told_up_to_fifty(void **state)
{
    struct folder *folder = *state;
    struct yt_buf text;

    /* No Nepali any more: every text that was complete now has a key too many. */
    folder_change(folder, "site.yaml", "  - id: ne\n    name: नेपाली\n", "");
    assert_null(folder_load(folder));
    assert_int_equal(folder->report.count, YT_CONTENT_REPORT_MAX);
    assert_true(folder->report.more > 100);
    assert_non_null(strstr(folder->err.text, "more)"));
    yt_buf_init(&text, 1 << 20);
    assert_false(yt_content_check_print(folder->path, (struct yt_date){2026, 11, 21}, &text));
    assert_non_null(strstr(yt_buf_string(&text), "... and "));
    yt_buf_done(&text);
}

static void unfinished_language_may_fall_back(void **state)
{
    struct folder *folder = *state;
    const struct yt_site_content *site;
    int nepali;

    folder_change(folder, "site.yaml", "    name: नेपाली\n", "    name: नेपाली\n    complete: no\n");
    folder_change(folder, "self-check/who.yaml", "  ne: यो कसको बारेमा हो?\n", "");
    site = folder_load(folder);
    assert_non_null(site);
    nepali = yt_languages_find(&site->site.languages, "ne");
    assert_string_equal(yt_text_in(&site->check.questions[0].text, &site->site.languages, nepali),
                        "だれの ことで 使《つか》いますか");
}

static void two_faults_in_two_files_are_both_told(void **state)
{
    struct folder *folder = *state;

    folder_change(folder, "self-check/who.yaml", "type: single", "type: one");
    folder_change(folder, "theme.yaml", "corner_tenths_mm: 34", "corner_tenths_mm: wide");
    assert_null(folder_load(folder));
    assert_int_equal(folder->report.count, 2);
    assert_int_equal(folder->report.more, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define WITH_FOLDER(test) cmocka_unit_test_setup_teardown(test, folder_set_up, folder_tear_down)
        WITH_FOLDER(slip_is_told_at_its_place),
        WITH_FOLDER(missing_file_is_named),
        WITH_FOLDER(missing_question_is_named),
        WITH_FOLDER(missing_folder_is_refused),
        WITH_FOLDER(folder_instead_of_file_is_refused),
        WITH_FOLDER(foreign_encoding_is_told),
        WITH_FOLDER(byte_order_mark_and_crlf_do_no_harm),
        WITH_FOLDER(nothing_from_outside_grows_without_end),
        WITH_FOLDER(all_faults_are_told_up_to_fifty),
        WITH_FOLDER(unfinished_language_may_fall_back),
        WITH_FOLDER(two_faults_in_two_files_are_both_told),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
