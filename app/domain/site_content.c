#include "domain/site_content.h"

#include <stdlib.h>
#include <string.h>

static int compare_id(const void *id, const void *wording)
{
    return strcmp(id, ((const struct yt_site_wording *)wording)->id);
}

const char *yt_site_wording(const char *language, const char *id, void *content)
{
    const struct yt_site_content *site = content;
    const int index = yt_languages_find(&site->site.languages, language);
    const struct yt_site_wording *wording;

    if (index < 0 || !site->wording_count)
        return NULL;
    wording = bsearch(id, site->wordings, site->wording_count, sizeof *site->wordings, compare_id);
    return wording ? wording->text.in[index] : NULL;
}
