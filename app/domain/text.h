/* Texts in several languages, as a site's content holds them. */
#ifndef YT_DOMAIN_TEXT_H
#define YT_DOMAIN_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#define YT_LANGUAGES_MAX 16
#define YT_LANGUAGE_TAG_MAX 12

/* The languages a site offers, in its order. Tags are BCP 47, with "ja-easy" for easy Japanese. */
struct yt_languages {
    size_t count;
    char tag[YT_LANGUAGES_MAX][YT_LANGUAGE_TAG_MAX];
    const char *own_name[YT_LANGUAGES_MAX]; /* as its speakers write it; lives with the content */
};

/* One text; NULL where a language has none. May carry ruby (base/ruby.h) and {places}. */
struct yt_text {
    const char *in[YT_LANGUAGES_MAX]; /* by index into yt_languages */
};

/* Index of the tag, or -1. */
int yt_languages_find(const struct yt_languages *languages, const char *tag);

/* The text in that language, else in easy Japanese, else in Japanese, else "". `language` is an
 * index; -1 means Japanese. Lives with the content. */
const char *yt_text_in(const struct yt_text *text, const struct yt_languages *languages,
                       int language);

#endif
