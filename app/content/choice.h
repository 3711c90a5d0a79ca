/* Words of files for values of the domain: tables that end with a word NULL. */
#ifndef YT_CONTENT_CHOICE_H
#define YT_CONTENT_CHOICE_H

#include <stdbool.h>

struct yt_choice {
    const char *word;
    long long value;
};

/* The value of a word; false when the table has no such word. */
bool yt_choice_find(const struct yt_choice *choices, const char *word, long long *value);

#endif
