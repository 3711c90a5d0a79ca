/* The words of a text that may be HTML: no tags, nothing of scripts and styles, entities as
 * characters. */
#ifndef YT_CONTENT_IMPORT_HTML_TEXT_H
#define YT_CONTENT_IMPORT_HTML_TEXT_H

#include "base/buf.h"

/* Appends them to `to`, as far as it has room. */
void yt_html_text(const char *html, struct yt_buf *to);

/* Cuts the text to whole sentences within so many characters, leaving out sentences with a
 * telephone number or an address in them. A first sentence that is too long is cut with "…". */
void yt_text_first_sentences(const char *text, size_t characters, struct yt_buf *to);

#endif
