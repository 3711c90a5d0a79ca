/* The desk's secret keys at rest: one file, encrypted under a passphrase.
 *
 *   bytes 0-7     "YTDESK" 0 1
 *   bytes 8-15    Argon2id operations, big-endian     16-23  its memory in bytes, big-endian
 *   bytes 24-39   salt                                 40-63  nonce
 *   bytes 64-     crypto_secretbox of the X25519 and the Ed25519 secret key */
#ifndef YT_DESK_SECRET_FILE_H
#define YT_DESK_SECRET_FILE_H

#include "base/buf.h"
#include "base/err.h"
#include "handoff/keys.h"

#include <stddef.h>
#include <stdint.h>

#define YT_PASSPHRASE_MAX 1024
#define YT_PASSPHRASE_MIN 8 /* characters */

struct yt_desk_secret {
    uint8_t seal_key[YT_SEAL_SECRET_SIZE];
    uint8_t sign_key[YT_SIGN_KEY_SIZE];
};
void yt_desk_secret_wipe(struct yt_desk_secret *secret);

/* What guessing one passphrase costs (libsodium's crypto_pwhash). */
struct yt_passphrase_cost {
    uint64_t operations;
    uint64_t memory_bytes;
};
/* About a second and 256 MB on an office machine. */
#define YT_PASSPHRASE_COST \
    ((struct yt_passphrase_cost){crypto_pwhash_OPSLIMIT_MODERATE, crypto_pwhash_MEMLIMIT_MODERATE})

/* Makes the file, mode 0600, durable. YT_ERR_CONFLICT when there is one already. */
YT_MUST_CHECK bool yt_desk_secret_write(const char *path, const struct yt_desk_secret *secret,
                                        const struct yt_buf *passphrase,
                                        struct yt_passphrase_cost cost, struct yt_err *err);

/* YT_ERR_WRONG_KEY for another passphrase (or a file that was tampered with), YT_ERR_CORRUPT for
 * what is no such file, YT_ERR_UNSUPPORTED for a later version's. On failure `secret` is wiped. */
YT_MUST_CHECK bool yt_desk_secret_read(const char *path, const struct yt_buf *passphrase,
                                       struct yt_desk_secret *secret, struct yt_err *err);

#endif
