#include "base/fs.h"
#include "base/str.h"
#include "handoff/key_text.h"
#include "handoff/keys.h"

#include <sodium.h>
#include <stdio.h>
#include <string.h>

#define KIND "yotte-desk-public"

enum { FIELD_NAME, FIELD_SEAL, FIELD_VERIFY, FIELDS };

void yt_desk_key_id(const uint8_t seal_key[static YT_SEAL_PUBLIC_SIZE],
                    uint8_t ret_id[static YT_KEY_ID_SIZE])
{
    uint8_t hash[crypto_generichash_BYTES];

    crypto_generichash(hash, sizeof hash, seal_key, YT_SEAL_PUBLIC_SIZE, NULL, 0);
    memcpy(ret_id, hash, YT_KEY_ID_SIZE);
}

static void name_fields(struct yt_key_field fields[FIELDS])
{
    memset(fields, 0, FIELDS * sizeof fields[0]);
    fields[FIELD_NAME].name = "name";
    fields[FIELD_SEAL].name = "seal-x25519";
    fields[FIELD_VERIFY].name = "verify-ed25519";
}

static bool name_valid(const char *name)
{
    size_t size = strnlen(name, YT_DESK_NAME_MAX);

    return size > 0 && size < YT_DESK_NAME_MAX && yt_str_valid(name, size) &&
           !strpbrk(name, "\r\n");
}

bool yt_desk_public_format(const struct yt_desk_public *desk, struct yt_buf *to, struct yt_err *err)
{
    struct yt_key_field fields[FIELDS];

    if (!name_valid(desk->name)) {
        yt_err_set(err, YT_ERR_INVALID, "the desk's name cannot be written");
        return yt_err_remedy(err, "Write 1 to %d bytes in one line.", YT_DESK_NAME_MAX - 1);
    }
    name_fields(fields);
    snprintf(fields[FIELD_NAME].value, sizeof fields[FIELD_NAME].value, "%s", desk->name);
    yt_key_field_set(&fields[FIELD_SEAL], desk->seal_key, sizeof desk->seal_key);
    yt_key_field_set(&fields[FIELD_VERIFY], desk->verify_key, sizeof desk->verify_key);
    return yt_key_text_write(KIND, fields, FIELDS, to, err);
}

bool yt_desk_public_parse(const char *text, struct yt_desk_public *ret_desk, struct yt_err *err)
{
    struct yt_key_field fields[FIELDS];

    *ret_desk = (struct yt_desk_public){0};
    name_fields(fields);
    if (!yt_key_text_read(text, KIND, fields, FIELDS, err))
        return false;
    if (name_valid(fields[FIELD_NAME].value) &&
        yt_key_field_get(&fields[FIELD_SEAL], ret_desk->seal_key, sizeof ret_desk->seal_key) &&
        yt_key_field_get(&fields[FIELD_VERIFY], ret_desk->verify_key, sizeof ret_desk->verify_key))
        return yt_str_copy(ret_desk->name, sizeof ret_desk->name, fields[FIELD_NAME].value);
    *ret_desk = (struct yt_desk_public){0};
    return yt_err_set(err, YT_ERR_DAMAGED, "the %s file is cut off or was changed", KIND);
}

bool yt_desk_public_read(const char *path, struct yt_desk_public *ret_desk, struct yt_err *err)
{
    YT_SCOPED(yt_buf_done) struct yt_buf text;

    *ret_desk = (struct yt_desk_public){0};
    yt_buf_init(&text, YT_KEY_TEXT_MAX);
    if (!yt_fs_read(path, &text, err))
        return false;
    if (yt_desk_public_parse(yt_buf_string(&text), ret_desk, err))
        return true;
    yt_err_context(err, "%s", path);
    return yt_err_remedy(err, "Copy desk.pub from the desk once more.");
}

bool yt_desk_public_write(const char *path, const struct yt_desk_public *desk, struct yt_err *err)
{
    YT_SCOPED(yt_buf_done) struct yt_buf text;

    yt_buf_init(&text, YT_KEY_TEXT_MAX);
    return yt_desk_public_format(desk, &text, err) &&
           yt_fs_write_durable(path, text.data, text.size, 0644, err);
}
