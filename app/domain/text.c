#include "domain/text.h"

#include <string.h>

int yt_languages_find(const struct yt_languages *languages, const char *tag)
{
    for (size_t i = 0; i < languages->count; i++)
        if (strcmp(languages->tag[i], tag) == 0)
            return (int)i;
    return -1;
}

const char *yt_text_in(const struct yt_text *text, const struct yt_languages *languages,
                       int language)
{
    const int japanese = yt_languages_find(languages, "ja");
    const int order[] = {language < 0 ? japanese : language,
                         language == japanese ? -1 : yt_languages_find(languages, "ja-easy"),
                         japanese};

    for (size_t i = 0; i < sizeof order / sizeof order[0]; i++)
        if (order[i] >= 0 && text->in[order[i]])
            return text->in[order[i]];
    return "";
}
