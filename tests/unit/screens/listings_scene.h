/* A visit at the sample site that looks through its listings. */
#ifndef YT_TESTS_LISTINGS_SCENE_H
#define YT_TESTS_LISTINGS_SCENE_H

#include "../content/sample.h"
#include "journey.h"
#include "screens/browse.h"

/* For cmocka: a journey in `*state` for each test; sample_load comes before the first. */
int scene_begin(void **state);
int scene_end(void **state);

/* The sample's listing of that id; fails the test where there is none. */
const struct yt_listing *sample(const char *id);
const char *japanese(const struct yt_text *text);

void to_the_list(struct journey *j);
/* From the list; its page is on top then. */
void open_listing(struct journey *j, const char *id);
const struct yt_browse *browse(struct journey *j);

#endif
