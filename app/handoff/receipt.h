/* The receipt: what the desk answers for an entry that it has on its disk. Only a receipt that
 * verifies against the pinned keys of the desk (desk.pub) frees the kiosk's copy.
 *
 *   byte 0        version, 1
 *   byte 1        outcome (enum yt_receipt_outcome)
 *   bytes 2-17    id of the entry
 *   bytes 18-49   digest: BLAKE2b-256, without a key, of the envelope's bytes. Never of a frame
 *                 around them (handoff/frame.h): padded or not, it is the same entry
 *   bytes 50-53   day on which the desk took it in: days since 1970-01-01 in UTC, big-endian.
 *                 A day and no more, since kiosks keep receipts, and a stolen kiosk is not to
 *                 tell when somebody sat there
 *   bytes 54-85   receipt key: an Ed25519 public key
 *   bytes 86-149  warrant: the desk's own Ed25519 signature over "yotte receipt key 1" and a NUL,
 *                 the desk's key id, the receipt key
 *   bytes 150-213 signature with the receipt key over "yotte receipt 1" and a NUL, the desk's key
 *                 id, bytes 1 to 53
 *
 * So the desk's own signing key stays under its passphrase: the program that takes entries in day
 * and night holds nothing but a receipt key, which can sign receipts and nothing else. Signing is
 * deterministic (RFC 8032): the same entry gets the same receipt however often it comes. */
#ifndef YT_HANDOFF_RECEIPT_H
#define YT_HANDOFF_RECEIPT_H

#include "domain/sealed.h"
#include "handoff/keys.h"

#define YT_RECEIPT_VERSION 1
#define YT_RECEIPT_SIZE 214
#define YT_DIGEST_SIZE 32

/* Numbers are in the format; never change one. */
enum yt_receipt_outcome {
    YT_RECEIPT_KEPT = 0,      /* the desk has it */
    YT_RECEIPT_WITHDRAWN = 1, /* its resident withdrew it at the desk: erase it everywhere */
};

struct yt_receipt {
    enum yt_receipt_outcome outcome;
    uint8_t id[YT_ENTRY_ID_SIZE];
    uint8_t digest[YT_DIGEST_SIZE];
    uint32_t day; /* since 1970-01-01, UTC */
};

/* What signs: in the memory of the desk's server, and in the file desk.receipts. */
struct yt_receipt_signer {
    uint8_t desk_key_id[YT_KEY_ID_SIZE];
    uint8_t sign_key[YT_SIGN_KEY_SIZE];
    uint8_t verify_key[YT_VERIFY_KEY_SIZE];
    uint8_t warrant[crypto_sign_BYTES];
};

/* Makes a new receipt key and warrants it with the desk's secret signing key, which must be the
 * one that `desk` tells the public half of (YT_ERR_WRONG_KEY). */
YT_MUST_CHECK bool yt_receipt_signer_make(const struct yt_desk_public *desk,
                                          const uint8_t desk_sign_key[static YT_SIGN_KEY_SIZE],
                                          struct yt_receipt_signer *ret_signer, struct yt_err *err);
void yt_receipt_signer_wipe(struct yt_receipt_signer *signer);

/* The signer as a file: mode 0600, durable. */
YT_MUST_CHECK bool yt_receipt_signer_write(const char *path, const struct yt_receipt_signer *signer,
                                           struct yt_err *err);
/* YT_ERR_NOT_FOUND, YT_ERR_CORRUPT, or YT_ERR_WRONG_KEY when its warrant is not of this desk. On
 * failure `ret_signer` is wiped. */
YT_MUST_CHECK bool yt_receipt_signer_read(const char *path, const struct yt_desk_public *desk,
                                          struct yt_receipt_signer *ret_signer, struct yt_err *err);

/* The digest of an envelope, as it stands in its receipt. */
void yt_receipt_digest(const struct yt_sealed *sealed, uint8_t ret_digest[static YT_DIGEST_SIZE]);

/* Desk: signs. */
void yt_receipt_write(const struct yt_receipt *receipt, const struct yt_receipt_signer *signer,
                      uint8_t ret_bytes[static YT_RECEIPT_SIZE]);

/* Kiosk: reads what claims to be a receipt of the pinned desk. YT_ERR_FOREIGN when it is none at
 * all (the page of somebody's Wi-Fi), YT_ERR_UNSUPPORTED for a later version's, YT_ERR_FORGED when
 * warrant or signature do not hold. */
YT_MUST_CHECK bool yt_receipt_read(const uint8_t *bytes, size_t size,
                                   const struct yt_desk_public *desk,
                                   struct yt_receipt *ret_receipt, struct yt_err *err);

/* Is it the receipt for exactly these bytes? YT_ERR_FORGED otherwise. */
YT_MUST_CHECK bool yt_receipt_covers(const struct yt_receipt *receipt,
                                     const struct yt_sealed *sealed, struct yt_err *err);

#endif
