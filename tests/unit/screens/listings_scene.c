#include "listings_scene.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

int scene_begin(void **state)
{
    *state = journey_new(site, "k2", 1080, 1920, 0);
    return *state ? 0 : -1;
}

int scene_end(void **state)
{
    journey_free(*state);
    return 0;
}

const struct yt_listing *sample(const char *id)
{
    const struct yt_offers *offers = &site->offers;

    for (size_t i = 0; i < offers->listing_count; i++)
        if (strcmp(offers->listings[i].id, id) == 0)
            return &offers->listings[i];
    fail_msg("no listing %s", id);
    return NULL;
}

const char *japanese(const struct yt_text *text)
{
    return yt_text_in(text, &site->site.languages, 0);
}

void to_the_list(struct journey *j)
{
    assert_true(journey_tap_id(j, "home.listings"));
    assert_string_equal(journey_screen(j), "listings");
}

void open_listing(struct journey *j, const char *id)
{
    assert_true(journey_tap(j, japanese(&sample(id)->title)));
    assert_string_equal(journey_screen(j), "listing");
}

const struct yt_browse *browse(struct journey *j)
{
    return yt_browse_look(&j->app);
}
