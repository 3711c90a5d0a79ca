#include "handoff/receipt.h"

#include <string.h>

/* Each begins with words of its own and a NUL, so that no signature can be taken for another. */
static const char warrant_context[] = "yotte receipt key 1";
static const char receipt_context[] = "yotte receipt 1";

#define OUTCOME_AT 1
#define ID_AT 2
#define DIGEST_AT (ID_AT + YT_ENTRY_ID_SIZE)
#define DAY_AT (DIGEST_AT + YT_DIGEST_SIZE)
#define KEY_AT (DAY_AT + 4)
#define WARRANT_AT (KEY_AT + YT_VERIFY_KEY_SIZE)
#define SIGNATURE_AT (WARRANT_AT + crypto_sign_BYTES)
#define CLAIM_SIZE (KEY_AT - OUTCOME_AT) /* what the signature covers of the receipt */

_Static_assert(SIGNATURE_AT + crypto_sign_BYTES == YT_RECEIPT_SIZE, "the layout of the header");

struct warranted {
    uint8_t bytes[sizeof warrant_context + YT_KEY_ID_SIZE + YT_VERIFY_KEY_SIZE];
};

struct signed_part {
    uint8_t bytes[sizeof receipt_context + YT_KEY_ID_SIZE + CLAIM_SIZE];
};

static struct warranted to_warrant(const uint8_t *desk_key_id, const uint8_t *key)
{
    struct warranted text;

    memcpy(text.bytes, warrant_context, sizeof warrant_context);
    memcpy(text.bytes + sizeof warrant_context, desk_key_id, YT_KEY_ID_SIZE);
    memcpy(text.bytes + sizeof warrant_context + YT_KEY_ID_SIZE, key, YT_VERIFY_KEY_SIZE);
    return text;
}

static struct signed_part to_sign(const uint8_t *desk_key_id, const uint8_t *receipt)
{
    struct signed_part text;

    memcpy(text.bytes, receipt_context, sizeof receipt_context);
    memcpy(text.bytes + sizeof receipt_context, desk_key_id, YT_KEY_ID_SIZE);
    memcpy(text.bytes + sizeof receipt_context + YT_KEY_ID_SIZE, receipt + OUTCOME_AT, CLAIM_SIZE);
    return text;
}

bool yt_receipt_signer_make(const struct yt_desk_public *desk,
                            const uint8_t desk_sign_key[static YT_SIGN_KEY_SIZE],
                            struct yt_receipt_signer *ret_signer, struct yt_err *err)
{
    struct warranted text;

    yt_desk_key_id(desk->seal_key, ret_signer->desk_key_id);
    crypto_sign_keypair(ret_signer->verify_key, ret_signer->sign_key);
    text = to_warrant(ret_signer->desk_key_id, ret_signer->verify_key);
    if (crypto_sign_detached(ret_signer->warrant, NULL, text.bytes, sizeof text.bytes,
                             desk_sign_key) == 0 &&
        crypto_sign_verify_detached(ret_signer->warrant, text.bytes, sizeof text.bytes,
                                    desk->verify_key) == 0)
        return true;
    yt_receipt_signer_wipe(ret_signer);
    return yt_err_set(err, YT_ERR_WRONG_KEY, "the desk's signing key and desk.pub are no pair");
}

void yt_receipt_signer_wipe(struct yt_receipt_signer *signer)
{
    sodium_memzero(signer, sizeof *signer);
}

void yt_receipt_digest(const struct yt_sealed *sealed, uint8_t ret_digest[static YT_DIGEST_SIZE])
{
    crypto_generichash(ret_digest, YT_DIGEST_SIZE, sealed->bytes, sealed->size, NULL, 0);
}

void yt_receipt_write(const struct yt_receipt *receipt, const struct yt_receipt_signer *signer,
                      uint8_t ret_bytes[static YT_RECEIPT_SIZE])
{
    struct signed_part text;

    ret_bytes[0] = YT_RECEIPT_VERSION;
    ret_bytes[OUTCOME_AT] = (uint8_t)receipt->outcome;
    memcpy(ret_bytes + ID_AT, receipt->id, YT_ENTRY_ID_SIZE);
    memcpy(ret_bytes + DIGEST_AT, receipt->digest, YT_DIGEST_SIZE);
    for (int i = 0; i < 4; i++)
        ret_bytes[DAY_AT + i] = (uint8_t)(receipt->day >> (24 - 8 * i));
    memcpy(ret_bytes + KEY_AT, signer->verify_key, YT_VERIFY_KEY_SIZE);
    memcpy(ret_bytes + WARRANT_AT, signer->warrant, crypto_sign_BYTES);
    text = to_sign(signer->desk_key_id, ret_bytes);
    crypto_sign_detached(ret_bytes + SIGNATURE_AT, NULL, text.bytes, sizeof text.bytes,
                         signer->sign_key);
}

static void read_claim(const uint8_t *bytes, struct yt_receipt *receipt)
{
    receipt->outcome = (enum yt_receipt_outcome)bytes[OUTCOME_AT];
    memcpy(receipt->id, bytes + ID_AT, YT_ENTRY_ID_SIZE);
    memcpy(receipt->digest, bytes + DIGEST_AT, YT_DIGEST_SIZE);
    for (int i = 0; i < 4; i++)
        receipt->day = receipt->day << 8 | bytes[DAY_AT + i];
}

bool yt_receipt_read(const uint8_t *bytes, size_t size, const struct yt_desk_public *desk,
                     struct yt_receipt *ret_receipt, struct yt_err *err)
{
    uint8_t key_id[YT_KEY_ID_SIZE];
    struct signed_part text;
    struct warranted warrant;

    *ret_receipt = (struct yt_receipt){0};
    if (size != YT_RECEIPT_SIZE || bytes[0] == 0)
        return yt_err_set(err, YT_ERR_FOREIGN, "this is no receipt");
    if (bytes[0] != YT_RECEIPT_VERSION || bytes[OUTCOME_AT] > YT_RECEIPT_WITHDRAWN)
        return yt_err_set(err, YT_ERR_UNSUPPORTED, "a receipt of version %d", bytes[0]);
    yt_desk_key_id(desk->seal_key, key_id);
    warrant = to_warrant(key_id, bytes + KEY_AT);
    text = to_sign(key_id, bytes);
    if (crypto_sign_verify_detached(bytes + WARRANT_AT, warrant.bytes, sizeof warrant.bytes,
                                    desk->verify_key) != 0)
        return yt_err_set(err, YT_ERR_FORGED, "the receipt is not of this desk");
    if (crypto_sign_verify_detached(bytes + SIGNATURE_AT, text.bytes, sizeof text.bytes,
                                    bytes + KEY_AT) != 0)
        return yt_err_set(err, YT_ERR_FORGED, "the receipt's signature does not hold");
    read_claim(bytes, ret_receipt);
    return true;
}

bool yt_receipt_covers(const struct yt_receipt *receipt, const struct yt_sealed *sealed,
                       struct yt_err *err)
{
    uint8_t digest[YT_DIGEST_SIZE];

    yt_receipt_digest(sealed, digest);
    return (memcmp(receipt->id, sealed->id, sizeof receipt->id) == 0 &&
            memcmp(receipt->digest, digest, sizeof digest) == 0) ||
           yt_err_set(err, YT_ERR_FORGED, "the receipt is for another entry");
}
