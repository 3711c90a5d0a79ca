/* QR symbols (ISO/IEC 18004) for slips and screens, by libqrencode. */
#ifndef YT_HANDOFF_SYMBOL_H
#define YT_HANDOFF_SYMBOL_H

#include "base/err.h"
#include "domain/sealed.h"
#include "handoff/part.h"

#include <stddef.h>
#include <stdint.h>

#define YT_PAPER_58_DOTS 384
#define YT_PAPER_80_DOTS 576
#define YT_SYMBOL_QUIET_MODULES 4
#define YT_SYMBOL_MODULE_DOTS_MIN 4 /* 0.5 mm at 203 dpi; with 2, worn slips are not read */
#define YT_SYMBOL_VERSION_MAX 29
#define YT_SYMBOL_SIDE_MAX (17 + 4 * YT_SYMBOL_VERSION_MAX)
#define YT_SYMBOL_URL_MAX 120 /* bytes with the NUL */

struct yt_symbol {
    int version;
    int side;   /* modules, without the quiet zone */
    char level; /* 'M', 'Q' or 'H': the best that this version has room for */
    uint8_t dark[YT_SYMBOL_SIDE_MAX * YT_SYMBOL_SIDE_MAX]; /* row by row; 1 is dark */
};

struct yt_symbols {
    int count; /* 1 is the rule */
    struct yt_symbol symbol[YT_PARTS_MAX];
};

/* The symbols of an envelope for paper `paper_dots` wide: one if it can, of the smallest version at
 * level M; several only when one would need modules under YT_SYMBOL_MODULE_DOTS_MIN dots (version
 * 17 at 384 dots, 29 at 576).
 * `url` is NULL, or an address that stands before the digits, of the characters of QR's
 * alphanumeric mode ("HTTPS://DESK.EXAMPLE/S/"); YT_ERR_INVALID when it is not. */
YT_MUST_CHECK bool yt_symbols_make(const struct yt_sealed *sealed, int paper_dots, const char *url,
                                   struct yt_symbols *ret_symbols, struct yt_err *err);

/* True for an address that may stand before the digits: upper case, https, ends with "/S/". */
bool yt_symbol_url_valid(const char *url);

/* One symbol with only digits (an enrolment code without its spaces). YT_ERR_TOO_LARGE when no
 * version up to `version_max` has room. */
YT_MUST_CHECK bool yt_symbol_from_digits(const char *digits, int version_max,
                                         struct yt_symbol *ret_symbol, struct yt_err *err);

/* One symbol with any UTF-8 text, bytewise (a calendar event for somebody's phone). Errors as
 * above. */
YT_MUST_CHECK bool yt_symbol_from_text(const char *text, int version_max,
                                       struct yt_symbol *ret_symbol, struct yt_err *err);

/* Whole dots a module may have so that symbol and quiet zone fit into `dots`. 0 when none fits. */
int yt_symbol_module_dots(const struct yt_symbol *symbol, int dots);

#endif
