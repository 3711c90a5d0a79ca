/* What may stand in a text that residents read. Pure functions, any thread. */
#ifndef YT_CONTENT_IMPORT_CHECK_TEXT_H
#define YT_CONTENT_IMPORT_CHECK_TEXT_H

#include <stdbool.h>

/* Takes line ends as blanks and leaves invisible marks (BOM, zero-width blank, soft hyphen) out, in
 * place. False when a control character stands there, or one that turns the direction of writing.
 */
bool yt_text_tidy(char *text);

/* A telephone number, an address of the web or of e-mail: those of employers stay with staff. */
bool yt_text_has_contact(const char *text);

#endif
