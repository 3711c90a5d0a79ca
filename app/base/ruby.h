/* Text with ruby as site owners write it: 漢字《かんじ》, the base being the run of kanji right
 * before the mark. Used by what draws, what speaks and what checks. */
#ifndef YT_BASE_RUBY_H
#define YT_BASE_RUBY_H

#include "base/buf.h"

#include <stdbool.h>
#include <stddef.h>

/* A piece of marked-up text: either plain (reading_size 0) or a base with its reading. */
struct yt_ruby_run {
    const char *base;
    size_t base_size; /* bytes */
    const char *reading;
    size_t reading_size; /* bytes; 0 for plain text */
};

/* Takes the next run from *markup. False at the end. A mark without kanji before it, or without
 * its end, is taken as plain text, so that nothing a site wrote is lost on the screen. */
bool yt_ruby_next(const char **markup, struct yt_ruby_run *run);

/* Appends the text without its readings. */
bool yt_ruby_strip(const char *markup, struct yt_buf *to);

/* Appends the text with each base replaced by its reading, as it is spoken. */
bool yt_ruby_reading(const char *markup, struct yt_buf *to);

/* False when a mark is not closed, has no kanji before it or an empty reading; *column then is the
 * code point at which it stands, counted from 1. */
bool yt_ruby_well_formed(const char *markup, size_t *column);

#endif
