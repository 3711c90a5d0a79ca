/* Where a line may end: ICU's rules, with what they do not know about phrases. */
#ifndef YT_UI_TEXT_BREAKS_H
#define YT_UI_TEXT_BREAKS_H

#include "ui/text/source.h"

/* ICU's break iterators, opened when first needed and used again: opening one takes as long as
 * laying out ten labels. */
struct yt_breaker;

struct yt_breaker *yt_breaker_new(void); /* NULL when there is no memory */
void yt_breaker_free(struct yt_breaker *breaker);

/* Sets `brk` of every letter from the source's plain text. Where ICU fails, lines end at spaces.
 * `typed` says that a resident wrote it: ICU's dictionary, which copies, is then not asked. */
void yt_breaker_mark(struct yt_breaker *breaker, struct yt_source *source, enum yt_text_rules rules,
                     bool typed);

/* Overwrites what ICU remembers of the last text. */
void yt_breaker_forget(struct yt_breaker *breaker);

#endif
