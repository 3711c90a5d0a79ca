/* The catalogues: every language says everything, with the same places to fill in. */
#include "base/message.h"
#include "base/ruby.h"
#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define IDS_MAX 1024

static const char *const languages[] = {"ja", "ja-easy", "en", "zh-Hans", "ko",
                                        "vi", "pt-BR",   "es", "ne",      "fil"};
/* What residents read; the desk's words are Japanese only. */
static const char *const areas[] = {"screens", "booking", "slip", "programmes"};

static char ids[IDS_MAX][64];
static size_t id_count;

static void read_ids(const char *area)
{
    char path[512];
    char line[1024];
    FILE *file;

    snprintf(path, sizeof path, "%s/assets/messages/ja/%s.po", YT_SOURCE_DIR, area);
    file = fopen(path, "r");
    if (!file)
        return;
    while (fgets(line, sizeof line, file) && id_count < IDS_MAX)
        if (sscanf(line, "msgid \"%63[^\"]\"", ids[id_count]) == 1)
            id_count++;
    fclose(file);
}

static int open_catalogues(void **state)
{
    struct yt_err err = {0};

    (void)state;
    for (size_t i = 0; i < YT_COUNT(areas); i++)
        read_ids(areas[i]);
    return yt_message_open(YT_BINARY_DIR "/assets/messages", &err) ? 0 : -1;
}

static void every_language_says_everything(void **state)
{
    (void)state;
    assert_true(id_count > 50);
    for (size_t l = 0; l < YT_COUNT(languages); l++)
        for (size_t i = 0; i < id_count; i++)
            if (!yt_message_has(languages[l], ids[i]))
                fail_msg("%s: %s is missing", languages[l], ids[i]);
}

static void no_id_is_said_twice(void **state)
{
    (void)state;
    for (size_t i = 0; i < id_count; i++)
        for (size_t k = i + 1; k < id_count; k++)
            if (strcmp(ids[i], ids[k]) == 0)
                fail_msg("%s stands in two files", ids[i]);
}

/* The names between braces in their order of appearance do not matter; each must be there. */
static bool has_places_of(const char *text, const char *model)
{
    for (const char *open = model; (open = strchr(open, '{')) != NULL; open++) {
        const char *close = strchr(open, '}');
        char place[32];

        if (!close)
            return false;
        snprintf(place, sizeof place, "%.*s", (int)(close - open + 1), open);
        if (!strstr(text, place))
            return false;
    }
    return true;
}

static void places_to_fill_in_are_the_same_everywhere(void **state)
{
    (void)state;
    for (size_t l = 0; l < YT_COUNT(languages); l++)
        for (size_t i = 0; i < id_count; i++) {
            const char *model = yt_message("ja", ids[i]);
            const char *text = yt_message(languages[l], ids[i]);

            if (!has_places_of(text, model) || !has_places_of(model, text))
                fail_msg("%s: %s has other places: %s", languages[l], ids[i], text);
        }
}

static void ruby_is_well_formed_and_only_where_it_is_read(void **state)
{
    (void)state;
    for (size_t l = 0; l < YT_COUNT(languages); l++)
        for (size_t i = 0; i < id_count; i++) {
            const char *text = yt_message(languages[l], ids[i]);
            size_t column;

            if (!yt_ruby_well_formed(text, &column))
                fail_msg("%s: %s: ruby at %zu: %s", languages[l], ids[i], column, text);
            if (strcmp(languages[l], "ja-easy") != 0 && strstr(text, "《"))
                fail_msg("%s: %s has ruby: %s", languages[l], ids[i], text);
        }
}

/* In easy Japanese no kanji stands without its reading. */
static void easy_japanese_has_a_reading_for_every_kanji(void **state)
{
    (void)state;
    for (size_t i = 0; i < id_count; i++) {
        const char *text = yt_message("ja-easy", ids[i]);
        struct yt_ruby_run run;

        while (yt_ruby_next(&text, &run)) {
            const char *at = run.base;
            uint32_t letter;

            while (run.reading_size == 0 && at < run.base + run.base_size &&
                   (letter = yt_str_next(&at)) != 0)
                if (yt_str_is_kanji(letter))
                    fail_msg("%s: a kanji without reading: %.*s", ids[i], (int)run.base_size,
                             run.base);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_language_says_everything),
        cmocka_unit_test(no_id_is_said_twice),
        cmocka_unit_test(places_to_fill_in_are_the_same_everywhere),
        cmocka_unit_test(ruby_is_well_formed_and_only_where_it_is_read),
        cmocka_unit_test(easy_japanese_has_a_reading_for_every_kanji),
    };

    return cmocka_run_group_tests(tests, open_catalogues, NULL);
}
