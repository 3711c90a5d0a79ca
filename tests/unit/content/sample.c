#include "sample.h"

#include <stdio.h>

const struct yt_site_content *site;

int sample_load(void **state)
{
    struct yt_err err;

    *state = yt_content_load(SAMPLE, NULL, &err);
    if (!*state) {
        fprintf(stderr, "%s. %s\n", err.text, err.remedy);
        return -1;
    }
    site = yt_content_site(*state);
    return 0;
}

int sample_release(void **state)
{
    yt_content_free(*state);
    site = NULL;
    return 0;
}
