/* What staff are told of an entry, and what stands in it. */
#ifndef YT_TESTS_DESK_TOLD_H
#define YT_TESTS_DESK_TOLD_H

#include "world.h"

/* The world's entry in words; until the next call. NULL for `content`: no site is at hand. */
const char *told(struct world *world, const struct yt_site_content *content);

/* Fail the test with the whole text. */
void assert_has(const char *text, const char *wanted);
void assert_has_not(const char *text, const char *unwanted);

#endif
