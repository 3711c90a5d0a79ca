#include "handoff/key_text.h"

#include "base/str.h"

#include <sodium.h>
#include <string.h>

#define VERSION "1"
#define CHECK_SIZE 8
#define CHECK_DIGITS ((size_t)2 * CHECK_SIZE)

static void append_check(struct yt_buf *to)
{
    uint8_t hash[crypto_generichash_BYTES];
    char hex[CHECK_DIGITS + 1];

    crypto_generichash(hash, sizeof hash, to->data, to->size, NULL, 0);
    sodium_bin2hex(hex, sizeof hex, hash, CHECK_SIZE);
    yt_buf_printf(to, "check: %s\n", hex);
}

bool yt_key_text_write(const char *kind, const struct yt_key_field *fields, size_t count,
                       struct yt_buf *to, struct yt_err *err)
{
    yt_buf_printf(to, "%s %s\n", kind, VERSION);
    for (size_t i = 0; i < count; i++)
        yt_buf_printf(to, "%s: %s\n", fields[i].name, fields[i].value);
    if (to->size > 0)
        append_check(to);
    return yt_buf_ok(to, err);
}

/* Takes a line without its end. False at the end of the text or when it is too long. */
static bool next_line(const char **text, char *line, size_t capacity)
{
    size_t size = strcspn(*text, "\r\n");

    if (**text == '\0' || size >= capacity)
        return false;
    memcpy(line, *text, size);
    line[size] = '\0';
    *text += size;
    *text += **text == '\r';
    *text += **text == '\n';
    return true;
}

static bool read_first_line(const char **text, const char *kind, struct yt_err *err)
{
    char line[YT_KEY_TEXT_VALUE_MAX];
    size_t size = strlen(kind);

    if (strncmp(*text, "\xEF\xBB\xBF", 3) == 0)
        *text += 3; /* a byte order mark, as some editors add it */
    if (!next_line(text, line, sizeof line) || strncmp(line, kind, size) != 0 || line[size] != ' ')
        return yt_err_set(err, YT_ERR_FOREIGN, "this is no %s file", kind);
    if (strcmp(line + size + 1, VERSION) != 0)
        return yt_err_set(err, YT_ERR_UNSUPPORTED, "a %s file of version %.8s", kind,
                          line + size + 1);
    return true;
}

static bool read_field(const char **text, struct yt_key_field *field)
{
    char line[YT_KEY_TEXT_VALUE_MAX + 32];
    size_t size = strlen(field->name);
    bool good = next_line(text, line, sizeof line) && strncmp(line, field->name, size) == 0 &&
                strncmp(line + size, ": ", 2) == 0 &&
                yt_str_copy(field->value, sizeof field->value, line + size + 2);

    sodium_memzero(line, sizeof line);
    return good;
}

bool yt_key_text_read(const char *text, const char *kind, struct yt_key_field *fields, size_t count,
                      struct yt_err *err)
{
    YT_SCOPED(yt_buf_done) struct yt_buf again;
    struct yt_key_field check = {.name = "check"};
    bool good = true;
    const char *written;

    yt_buf_init_secret(&again, YT_KEY_TEXT_MAX);
    if (!read_first_line(&text, kind, err))
        return false;
    for (size_t i = 0; i < count && good; i++)
        good = read_field(&text, &fields[i]);
    good = good && read_field(&text, &check) && text[strspn(text, "\r\n")] == '\0';
    if (!good || !yt_key_text_write(kind, fields, count, &again, err))
        return yt_err_set(err, YT_ERR_DAMAGED, "the %s file is cut off or was changed", kind);
    written = strstr(yt_buf_string(&again), "\ncheck: ");
    if (strncmp(written + 8, check.value, CHECK_DIGITS) != 0 || check.value[CHECK_DIGITS] != '\0')
        return yt_err_set(err, YT_ERR_DAMAGED, "the %s file was changed", kind);
    return true;
}

void yt_key_field_set(struct yt_key_field *field, const uint8_t *data, size_t size)
{
    sodium_bin2base64(field->value, sizeof field->value, data, size,
                      sodium_base64_VARIANT_ORIGINAL);
}

bool yt_key_field_get(const struct yt_key_field *field, uint8_t *data, size_t size)
{
    size_t length;

    return sodium_base642bin(data, size, field->value, strlen(field->value), NULL, &length, NULL,
                             sodium_base64_VARIANT_ORIGINAL) == 0 &&
           length == size;
}
