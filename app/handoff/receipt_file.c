#include "base/fs.h"
#include "handoff/key_text.h"
#include "handoff/receipt.h"

#include <string.h>

#define KIND "yotte-desk-receipts"

enum { FIELD_SECRET, FIELD_WARRANT, FIELDS };

static void name_fields(struct yt_key_field fields[FIELDS])
{
    memset(fields, 0, FIELDS * sizeof fields[0]);
    fields[FIELD_SECRET].name = "secret";
    fields[FIELD_WARRANT].name = "warrant";
}

bool yt_receipt_signer_write(const char *path, const struct yt_receipt_signer *signer,
                             struct yt_err *err)
{
    YT_SCOPED(yt_buf_done) struct yt_buf text;
    struct yt_key_field fields[FIELDS];
    bool written;

    yt_buf_init_secret(&text, YT_KEY_TEXT_MAX);
    name_fields(fields);
    yt_key_field_set(&fields[FIELD_SECRET], signer->sign_key, sizeof signer->sign_key);
    yt_key_field_set(&fields[FIELD_WARRANT], signer->warrant, sizeof signer->warrant);
    written = yt_key_text_write(KIND, fields, FIELDS, &text, err) &&
              yt_fs_write_durable(path, text.data, text.size, 0600, err);
    sodium_memzero(fields, sizeof fields);
    return written;
}

/* A receipt of its own tells whether key and warrant fit each other and the desk. */
static bool try_out(const struct yt_receipt_signer *signer, const struct yt_desk_public *desk,
                    struct yt_err *err)
{
    const struct yt_receipt sample = {.day = 1};
    struct yt_receipt read;
    uint8_t bytes[YT_RECEIPT_SIZE];

    yt_receipt_write(&sample, signer, bytes);
    if (yt_receipt_read(bytes, sizeof bytes, desk, &read, err))
        return true;
    return yt_err_set(err, YT_ERR_WRONG_KEY, "the receipt key is not warranted by this desk");
}

bool yt_receipt_signer_read(const char *path, const struct yt_desk_public *desk,
                            struct yt_receipt_signer *ret_signer, struct yt_err *err)
{
    YT_SCOPED(yt_buf_done) struct yt_buf text;
    struct yt_key_field fields[FIELDS];
    bool good;

    yt_buf_init_secret(&text, YT_KEY_TEXT_MAX);
    yt_receipt_signer_wipe(ret_signer);
    if (!yt_fs_read(path, &text, err))
        return false;
    name_fields(fields);
    good =
        yt_key_text_read(yt_buf_string(&text), KIND, fields, FIELDS, err) &&
        yt_key_field_get(&fields[FIELD_SECRET], ret_signer->sign_key,
                         sizeof ret_signer->sign_key) &&
        yt_key_field_get(&fields[FIELD_WARRANT], ret_signer->warrant, sizeof ret_signer->warrant);
    sodium_memzero(fields, sizeof fields);
    if (good) {
        crypto_sign_ed25519_sk_to_pk(ret_signer->verify_key, ret_signer->sign_key);
        yt_desk_key_id(desk->seal_key, ret_signer->desk_key_id);
        good = try_out(ret_signer, desk, err);
    } else {
        yt_err_set(err, YT_ERR_CORRUPT, "the file is damaged");
    }
    if (good)
        return true;
    yt_receipt_signer_wipe(ret_signer);
    yt_err_context(err, "%s", path);
    return yt_err_remedy(err, "Set the file aside: a new one is made under the passphrase.");
}
