/* `yotte-kiosk listings|programmes|places ...`: imports by hand, and what staff want to know of the
 * catalogue. A running kiosk keeps working meanwhile and notices at its next look. */
#ifndef YT_KIOSK_CATALOGUE_COMMANDS_H
#define YT_KIOSK_CATALOGUE_COMMANDS_H

#include "content/import/import.h"
#include "kiosk/options.h"

/* Imports options->file as one source; says on standard output what was taken, on standard error
 * what was not. YT_ERR_INVALID, with nothing changed, when rows are bad (--strict) or none is
 * good. */
YT_MUST_CHECK bool yt_catalogue_command_import(const struct yt_kiosk_options *options,
                                               struct yt_err *err);
/* Sources and how much each has. */
YT_MUST_CHECK bool yt_catalogue_command_list(const struct yt_kiosk_options *options,
                                             struct yt_err *err);
/* Listings that residents do not see today, and why. */
YT_MUST_CHECK bool yt_catalogue_command_hidden(const struct yt_kiosk_options *options,
                                               struct yt_err *err);
/* Takes the source options->source out. */
YT_MUST_CHECK bool yt_catalogue_command_remove(const struct yt_kiosk_options *options,
                                               struct yt_err *err);

#endif
