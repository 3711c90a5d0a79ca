#include "handoff/symbol.h"

#include <errno.h>
#include <qrencode.h>
#include <string.h>

#define ALPHANUMERIC "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"

static void free_input(QRinput **input)
{
    if (*input)
        QRinput_free(*input);
}

static void free_code(QRcode **code)
{
    if (*code)
        QRcode_free(*code);
}

bool yt_symbol_url_valid(const char *url)
{
    size_t size = strlen(url);

    return size < YT_SYMBOL_URL_MAX && strspn(url, ALPHANUMERIC) == size &&
           strncmp(url, "HTTPS://", 8) == 0 && size > 11 && strcmp(url + size - 3, "/S/") == 0;
}

/* What a symbol holds: a first part and a second, either of which may be NULL. */
struct payload {
    const char *url;    /* alphanumeric mode */
    const char *digits; /* numeric mode */
    const char *text;   /* byte mode */
};

static bool append(QRinput *input, QRencodeMode mode, const char *text)
{
    return !text || QRinput_append(input, mode, (int)strlen(text), (const uint8_t *)text) == 0;
}

/* NULL, with errno, when it does not fit; ERANGE: the version has no room. */
static QRcode *encode(const struct payload *payload, int version, QRecLevel level)
{
    YT_SCOPED(free_input) QRinput *input = QRinput_new2(version, level);

    if (!input || !append(input, QR_MODE_AN, payload->url) ||
        !append(input, QR_MODE_NUM, payload->digits) || !append(input, QR_MODE_8, payload->text))
        return NULL;
    return QRcode_encodeInput(input);
}

/* The best level that the version has room for. */
static QRcode *encode_best(const struct payload *payload, int version, char *level)
{
    static const struct {
        QRecLevel level;
        char name;
    } levels[] = {{QR_ECLEVEL_H, 'H'}, {QR_ECLEVEL_Q, 'Q'}, {QR_ECLEVEL_M, 'M'}};

    for (size_t i = 0; i < YT_COUNT(levels); i++) {
        QRcode *code = encode(payload, version, levels[i].level);

        if (code && code->version == version) {
            *level = levels[i].name;
            return code;
        }
        free_code(&code);
    }
    return NULL;
}

static bool make(const struct payload *payload, int version_max, struct yt_symbol *symbol,
                 struct yt_err *err)
{
    /* libqrencode takes a version as the least one and goes up as far as needed. */
    YT_SCOPED(free_code) QRcode *smallest = encode(payload, 1, QR_ECLEVEL_M);
    YT_SCOPED(free_code) QRcode *code = NULL;

    *symbol = (struct yt_symbol){0};
    if (!smallest && errno != ERANGE)
        return yt_err_set(err, errno == ENOMEM ? YT_ERR_NO_MEMORY : YT_ERR_INVALID,
                          "a QR symbol cannot hold this");
    if (!smallest || smallest->version > version_max)
        return yt_err_set(err, YT_ERR_TOO_LARGE, "%zu characters need more than QR version %d",
                          strlen(payload->text ? payload->text : payload->digits), version_max);
    if (!(code = encode_best(payload, smallest->version, &symbol->level)))
        return yt_err_set(err, YT_ERR_NO_MEMORY, "a QR symbol");
    symbol->version = code->version;
    symbol->side = code->width;
    for (int i = 0; i < code->width * code->width; i++)
        symbol->dark[i] = code->data[i] & 1;
    return true;
}

static int bounded_version(int version)
{
    return version > YT_SYMBOL_VERSION_MAX ? YT_SYMBOL_VERSION_MAX : version;
}

bool yt_symbol_from_digits(const char *digits, int version_max, struct yt_symbol *ret_symbol,
                           struct yt_err *err)
{
    return make(&(struct payload){.digits = digits}, bounded_version(version_max), ret_symbol, err);
}

bool yt_symbol_from_text(const char *text, int version_max, struct yt_symbol *ret_symbol,
                         struct yt_err *err)
{
    return make(&(struct payload){.text = text}, bounded_version(version_max), ret_symbol, err);
}

static int version_for(int paper_dots)
{
    int modules = paper_dots / YT_SYMBOL_MODULE_DOTS_MIN - 2 * YT_SYMBOL_QUIET_MODULES;

    return bounded_version((modules - 17) / 4);
}

bool yt_symbols_make(const struct yt_sealed *sealed, int paper_dots, const char *url,
                     struct yt_symbols *ret_symbols, struct yt_err *err)
{
    int version_max = version_for(paper_dots);
    char digits[YT_PART_MAX];

    if (url && !url[0])
        url = NULL;
    ret_symbols->count = 0;
    if (url && !yt_symbol_url_valid(url)) {
        yt_err_set(err, YT_ERR_INVALID, "the address before the code cannot be used");
        return yt_err_remedy(err, "Write it in capitals: HTTPS://, the desk's name, and /S/ at the "
                                  "end.");
    }
    for (int parts = 1; parts <= YT_PARTS_MAX; parts++) {
        int part = 1;

        for (; part <= parts; part++) {
            yt_part_write(sealed, part, parts, digits);
            if (!make(&(struct payload){.url = url, .digits = digits}, version_max,
                      &ret_symbols->symbol[part - 1], err))
                break;
        }
        if (part > parts) {
            ret_symbols->count = parts;
            return true;
        }
        if (err->code != YT_ERR_TOO_LARGE)
            return false;
    }
    return yt_err_set(err, YT_ERR_TOO_LARGE, "%zu bytes do not fit %d symbols on %d dots",
                      sealed->size, YT_PARTS_MAX, paper_dots);
}

int yt_symbol_module_dots(const struct yt_symbol *symbol, int dots)
{
    return dots / (symbol->side + 2 * YT_SYMBOL_QUIET_MODULES);
}
