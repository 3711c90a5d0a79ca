#include "walk_all.h"

#include "../content/sample.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#define PRINTED_MAX 60

struct tally {
    int width, height;
    int percent;
    const char *language;
    const char *what;
    size_t faults;
    size_t screens;
};

static const struct walk_all *all;

static void report(enum yt_ui_fault fault, const struct yt_ui_node *node,
                   const struct yt_ui_node *other, void *context)
{
    struct tally *tally = context;

    if (tally->faults++ < PRINTED_MAX)
        fprintf(stderr, "%dx%d %d%% %s %s: %s: %s \"%s\" at %d,%d %dx%d%s%s\n", tally->width,
                tally->height, tally->percent, tally->language, tally->what,
                yt_ui_fault_name(fault), yt_ui_role_name(node->role), node->label, node->rect.x,
                node->rect.y, node->rect.w, node->rect.h, other ? " and " : "",
                other ? other->label : "");
}

static void look_for_faults(struct journey *journey, const char *what, void *context)
{
    struct tally *tally = context;

    tally->what = what;
    tally->screens++;
    yt_ui_faults(journey->app.ui, report, tally);
}

static struct journey *begin(int width, int height)
{
    struct journey *journey = journey_new(site, "k2", width, height, 0);

    if (journey && all->begin)
        all->begin(journey);
    return journey;
}

static void end(struct journey *journey)
{
    yt_app_end(&journey->app);
    journey_free(journey);
}

static void walk_in_all_languages(int width, int height)
{
    struct tally tally = {.width = width, .height = height};
    const struct yt_languages *languages = &site->site.languages;
    struct journey *journey = begin(width, height);

    assert_non_null(journey);
    for (size_t i = 0; i < languages->count; i++) {
        tally.language = languages->tag[i];
        tally.percent = 100;
        all->walk(journey, (int)i, YT_TEXT_SCALE_100, look_for_faults, &tally);
        tally.percent = 200;
        all->walk(journey, (int)i, YT_TEXT_SCALE_200, look_for_faults, &tally);
    }
    end(journey);
    assert_true(tally.screens > all->least_screens);
    assert_int_equal(tally.faults, 0);
}

static void portrait_1080x1920(void **state)
{
    (void)state;
    walk_in_all_languages(1080, 1920);
}

static void landscape_1920x1080(void **state)
{
    (void)state;
    walk_in_all_languages(1920, 1080);
}

static void tablet_1024x600(void **state)
{
    (void)state;
    walk_in_all_languages(1024, 600);
}

static void small_800x480(void **state)
{
    (void)state;
    walk_in_all_languages(800, 480);
}

/* --- Pictures --------------------------------------------------------------------------------- */

static void take_picture(struct journey *journey, const char *what, void *context)
{
    struct yt_err err = {0};
    char path[512];

    snprintf(path, sizeof path, "%s/%s.png", (const char *)context, what);
    if (!yt_ui_save_png(journey->app.ui, path, &err))
        fprintf(stderr, "%s\n", err.text);
}

static int pictures(char *folder, const char *size, const char *language, int percent)
{
    struct journey *journey;
    void *state;
    int width;
    int height;

    if (sample_load(&state) != 0 || sscanf(size, "%dx%d", &width, &height) != 2)
        return 1;
    journey = begin(width, height);
    if (!journey)
        return 1;
    all->walk(journey, yt_languages_find(&site->site.languages, language),
              percent == 200 ? YT_TEXT_SCALE_200 : YT_TEXT_SCALE_100, take_picture, folder);
    end(journey);
    return sample_release(&state);
}

int walk_all_main(const struct walk_all *what, int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(portrait_1080x1920),
        cmocka_unit_test(landscape_1920x1080),
        cmocka_unit_test(tablet_1024x600),
        cmocka_unit_test(small_800x480),
    };

    all = what;
    if (argc == 5)
        return pictures(argv[1], argv[2], argv[3], atoi(argv[4]));
    return cmocka_run_group_tests(tests, sample_load, sample_release);
}
