/* The keys of hand-off: the kiosk signs (Ed25519), the desk opens (X25519) and signs receipts
 * (Ed25519). The kiosk's key pair is a file on the kiosk; the desk's public keys are a text file
 * that is put on every kiosk; the desk's secret keys are the desk's own affair. */
#ifndef YT_HANDOFF_KEYS_H
#define YT_HANDOFF_KEYS_H

#include "base/buf.h"
#include "base/err.h"
#include "domain/entry.h"

#include <sodium.h>

#define YT_SEAL_PUBLIC_SIZE crypto_box_PUBLICKEYBYTES /* X25519 */
#define YT_SEAL_SECRET_SIZE crypto_box_SECRETKEYBYTES /* X25519 */
#define YT_VERIFY_KEY_SIZE crypto_sign_PUBLICKEYBYTES /* Ed25519 */
#define YT_SIGN_KEY_SIZE crypto_sign_SECRETKEYBYTES   /* Ed25519, seed and public key */
#define YT_DESK_NAME_MAX 121                          /* bytes with the NUL: 40 characters */

/* ---- the kiosk ---- */

/* What the desk keeps of a kiosk. */
struct yt_kiosk_public {
    char kiosk[YT_ENTRY_KIOSK_MAX]; /* a to z, 0 to 9 and "-"; 1 to 15 of them */
    uint8_t verify_key[YT_VERIFY_KEY_SIZE];
};

struct yt_kiosk_key {
    struct yt_kiosk_public known; /* what may be told */
    uint8_t sign_key[YT_SIGN_KEY_SIZE];
};

/* True for a name that a kiosk may have. */
bool yt_kiosk_name_valid(const char *kiosk);

/* Reads the key file at `path`, or, where there is none, makes a key pair for `kiosk` and writes it
 * (mode 0600, durable). A file that cannot be read is never replaced. YT_ERR_CORRUPT for a damaged
 * file, YT_ERR_CONFLICT when it belongs to a kiosk of another name, YT_ERR_INVALID for a name that
 * no kiosk may have, or what the disk said. On failure `ret_key` is wiped. */
YT_MUST_CHECK bool yt_kiosk_key_open(const char *path, const char *kiosk,
                                     struct yt_kiosk_key *ret_key, struct yt_err *err);
void yt_kiosk_key_wipe(struct yt_kiosk_key *key);

/* The enrolment code: digits in groups of five with spaces, which tell the desk the kiosk's name
 * and key. For the screen, a printed paper and, without the spaces, a QR code. Ends with a NUL. */
#define YT_ENROLMENT_CODE_MAX 176
void yt_enrolment_code(const struct yt_kiosk_public *kiosk,
                       char code[static YT_ENROLMENT_CODE_MAX]);

/* Reads a code as typed or scanned: full-width digits, spaces, hyphens and line ends are fine.
 * YT_ERR_FOREIGN when it is no enrolment code, YT_ERR_UNSUPPORTED for a later version's,
 * YT_ERR_DAMAGED when its check number does not hold (a mistyped digit). */
YT_MUST_CHECK bool yt_enrolment_parse(const char *text, struct yt_kiosk_public *ret_kiosk,
                                      struct yt_err *err);

/* ---- the desk ---- */

/* The desk as kiosks know it: the content of `desk.pub`. */
struct yt_desk_public {
    char name[YT_DESK_NAME_MAX];            /* for people: つむぎ市 くらし相談室 */
    uint8_t seal_key[YT_SEAL_PUBLIC_SIZE];  /* entries are sealed to it */
    uint8_t verify_key[YT_VERIFY_KEY_SIZE]; /* receipts are checked with it */
};

/* First 8 bytes of the BLAKE2b-256 of the desk's X25519 public key. */
void yt_desk_key_id(const uint8_t seal_key[static YT_SEAL_PUBLIC_SIZE],
                    uint8_t ret_id[static YT_KEY_ID_SIZE]);

/* The file's text: a line each for name and keys (base64), and a check over them. */
YT_MUST_CHECK bool yt_desk_public_format(const struct yt_desk_public *desk, struct yt_buf *to,
                                         struct yt_err *err);
/* `text` ends with a NUL. YT_ERR_FOREIGN when it is something else, YT_ERR_UNSUPPORTED for a later
 * version's, YT_ERR_DAMAGED when its check does not hold. */
YT_MUST_CHECK bool yt_desk_public_parse(const char *text, struct yt_desk_public *ret_desk,
                                        struct yt_err *err);
YT_MUST_CHECK bool yt_desk_public_read(const char *path, struct yt_desk_public *ret_desk,
                                       struct yt_err *err);
/* Mode 0644, durable. */
YT_MUST_CHECK bool yt_desk_public_write(const char *path, const struct yt_desk_public *desk,
                                        struct yt_err *err);

#endif
