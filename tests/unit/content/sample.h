/* The sample site of this repository, for a group of tests. */
#ifndef YT_TESTS_SAMPLE_H
#define YT_TESTS_SAMPLE_H

#include "content/content.h"

#define SAMPLE YT_SOURCE_DIR "/kiosk-config"

/* What it offers, from sample_load to sample_release. */
extern const struct yt_site_content *site;

/* For cmocka; `*state` becomes its struct yt_content. -1 with a message when it cannot be read. */
int sample_load(void **state);
int sample_release(void **state);

#endif
