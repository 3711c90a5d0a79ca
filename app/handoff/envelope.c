#include "handoff/envelope.h"

#include "handoff/entry_cbor.h"

#include <sodium.h>
#include <string.h>

/* What is signed begins with this and a NUL, so that the kiosk's key can never be made to sign an
 * entry while it signs something else. */
static const char signing_context[] = "yotte entry 1";

#define SIGNED_HEAD_SIZE (sizeof signing_context + YT_KEY_ID_SIZE)
#define KEY_ID_AT 1
#define ID_AT (KEY_ID_AT + YT_KEY_ID_SIZE)
#define LEAST_SIZE (YT_ENVELOPE_OVERHEAD + 1)

/* Appends what a signature covers up to the CBOR. */
static void append_signed_head(struct yt_buf *to, const uint8_t key_id[static YT_KEY_ID_SIZE])
{
    yt_buf_append(to, signing_context, sizeof signing_context);
    yt_buf_append(to, key_id, YT_KEY_ID_SIZE);
}

static bool sign(const struct yt_buf *message, const struct yt_kiosk_key *kiosk,
                 struct yt_buf *plain, struct yt_err *err)
{
    uint8_t signature[crypto_sign_BYTES];

    if (crypto_sign_detached(signature, NULL, message->data, message->size, kiosk->sign_key) != 0)
        return yt_err_set(err, YT_ERR_INVALID, "the kiosk's key cannot sign");
    yt_buf_append(plain, signature, sizeof signature);
    yt_buf_append(plain, message->data + SIGNED_HEAD_SIZE, message->size - SIGNED_HEAD_SIZE);
    return yt_buf_ok(plain, err);
}

static void write_head(struct yt_sealed *sealed)
{
    sealed->bytes[0] = YT_ENVELOPE_VERSION;
    memcpy(sealed->bytes + KEY_ID_AT, sealed->desk_key_id, YT_KEY_ID_SIZE);
    memcpy(sealed->bytes + ID_AT, sealed->id, YT_ENTRY_ID_SIZE);
}

bool yt_envelope_seal(const struct yt_entry *entry, const struct yt_kiosk_key *kiosk,
                      const struct yt_desk_public *desk, struct yt_sealed *ret_sealed,
                      struct yt_err *err)
{
    YT_SCOPED(yt_buf_done) struct yt_buf message;
    YT_SCOPED(yt_buf_done) struct yt_buf plain;

    *ret_sealed = (struct yt_sealed){0};
    yt_buf_init_secret(&message, SIGNED_HEAD_SIZE + YT_ENTRY_CBOR_MAX);
    yt_buf_init_secret(&plain, crypto_sign_BYTES + YT_ENTRY_CBOR_MAX);
    if (strcmp(entry->kiosk, kiosk->known.kiosk) != 0)
        return yt_err_set(err, YT_ERR_INVALID, "the entry names another kiosk than the key");
    yt_desk_key_id(desk->seal_key, ret_sealed->desk_key_id);
    append_signed_head(&message, ret_sealed->desk_key_id);
    if (!yt_entry_encode(entry, &message, err) || !sign(&message, kiosk, &plain, err))
        return yt_err_context(err, "seal");
    memcpy(ret_sealed->id, entry->id, YT_ENTRY_ID_SIZE);
    write_head(ret_sealed);
    ret_sealed->size = YT_ENVELOPE_HEAD_SIZE + crypto_box_SEALBYTES + plain.size;
    /* Fails for keys that no honest desk has (points of small order). */
    if (crypto_box_seal(ret_sealed->bytes + YT_ENVELOPE_HEAD_SIZE, plain.data, plain.size,
                        desk->seal_key) != 0) {
        *ret_sealed = (struct yt_sealed){0};
        return yt_err_set(err, YT_ERR_WRONG_KEY, "seal: the desk's key is no key");
    }
    return true;
}

bool yt_envelope_read(const uint8_t *bytes, size_t size, struct yt_sealed *ret_sealed,
                      struct yt_err *err)
{
    *ret_sealed = (struct yt_sealed){0};
    if (size > sizeof ret_sealed->bytes)
        return yt_err_set(err, YT_ERR_TOO_LARGE, "an envelope of %zu bytes", size);
    if (size > 0 && bytes[0] != YT_ENVELOPE_VERSION)
        return yt_err_set(err, YT_ERR_UNSUPPORTED, "an envelope of version %d", bytes[0]);
    if (size < LEAST_SIZE)
        return yt_err_set(err, YT_ERR_DAMAGED, "an envelope of only %zu bytes", size);
    memcpy(ret_sealed->desk_key_id, bytes + KEY_ID_AT, YT_KEY_ID_SIZE);
    memcpy(ret_sealed->id, bytes + ID_AT, YT_ENTRY_ID_SIZE);
    memcpy(ret_sealed->bytes, bytes, size);
    ret_sealed->size = size;
    return true;
}

static bool unseal(const struct yt_sealed *sealed, const struct yt_desk_opener *opener,
                   struct yt_buf *plain, struct yt_err *err)
{
    uint8_t key_id[YT_KEY_ID_SIZE];
    uint8_t *to;

    yt_desk_key_id(opener->seal_key, key_id);
    if (memcmp(key_id, sealed->desk_key_id, sizeof key_id) != 0)
        return yt_err_set(err, YT_ERR_WRONG_KEY, "sealed for another desk's key");
    if (!(to = yt_buf_extend(plain, sealed->size - YT_ENVELOPE_HEAD_SIZE - crypto_box_SEALBYTES)))
        return yt_buf_ok(plain, err);
    if (crypto_box_seal_open(to, sealed->bytes + YT_ENVELOPE_HEAD_SIZE,
                             sealed->size - YT_ENVELOPE_HEAD_SIZE, opener->seal_key,
                             opener->secret_key) != 0)
        return yt_err_set(err, YT_ERR_DAMAGED, "the seal does not open: bytes are wrong");
    return true;
}

static bool verify(const struct yt_sealed *sealed, const struct yt_buf *plain,
                   const struct yt_entry *entry, const struct yt_kiosk_book *book,
                   struct yt_err *err)
{
    uint8_t keys[YT_KIOSK_KEYS_MAX][YT_VERIFY_KEY_SIZE];
    size_t count = book->find(entry->kiosk, keys, book->context);
    YT_SCOPED(yt_buf_done) struct yt_buf message;

    yt_buf_init_secret(&message, SIGNED_HEAD_SIZE + YT_SEALED_MAX);
    if (count == 0)
        return yt_err_set(err, YT_ERR_FOREIGN, "kiosk %s is not enrolled at this desk",
                          entry->kiosk);
    append_signed_head(&message, sealed->desk_key_id);
    yt_buf_append(&message, plain->data + crypto_sign_BYTES, plain->size - crypto_sign_BYTES);
    if (!yt_buf_ok(&message, err))
        return false;
    for (size_t i = 0; i < count && i < YT_KIOSK_KEYS_MAX; i++)
        if (crypto_sign_verify_detached(plain->data, message.data, message.size, keys[i]) == 0)
            return memcmp(sealed->id, entry->id, YT_ENTRY_ID_SIZE) == 0 ||
                   yt_err_set(err, YT_ERR_FORGED, "the id outside the seal was exchanged");
    return yt_err_set(err, YT_ERR_FORGED, "not signed by kiosk %s", entry->kiosk);
}

bool yt_envelope_open(const struct yt_sealed *sealed, const struct yt_desk_opener *opener,
                      const struct yt_kiosk_book *book, struct yt_entry *ret_entry,
                      struct yt_err *err)
{
    YT_SCOPED(yt_buf_done) struct yt_buf plain;
    struct yt_sealed read; /* what the bytes say, whatever the caller's fields say */

    yt_buf_init_secret(&plain, YT_SEALED_MAX);
    yt_entry_wipe(ret_entry);
    if (!yt_envelope_read(sealed->bytes, sealed->size, &read, err) ||
        !unseal(&read, opener, &plain, err))
        return false;
    if (yt_entry_decode(plain.data + crypto_sign_BYTES, plain.size - crypto_sign_BYTES, ret_entry,
                        err) &&
        verify(&read, &plain, ret_entry, book, err))
        return true;
    yt_entry_wipe(ret_entry);
    return false;
}
