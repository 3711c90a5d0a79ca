/* Inside of the catalogue: one way to write a word that is looked for. */
#ifndef YT_STORE_SEARCH_FORM_H
#define YT_STORE_SEARCH_FORM_H

#include "store/search_fold.h"

#define YT_FORM_POINTS_MAX 40 /* characters; what is typed behind them is not looked at */

struct yt_form {
    uint8_t count;
    bool whole; /* only as a whole word: too short to be looked for inside of others */
    bool other; /* another word that means the same */
    uint32_t point[YT_FORM_POINTS_MAX];
    uint8_t kind[YT_FORM_POINTS_MAX];
};

/* From part of a folded text, without breaks at its ends. */
struct yt_form yt_form_of(const struct yt_fold *fold, size_t from, size_t count);
void yt_form_to_fold(const struct yt_form *form, struct yt_fold *fold);
bool yt_form_same(const struct yt_form *a, const struct yt_form *b); /* the same characters */

#endif
