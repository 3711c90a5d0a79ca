/* The envelope: an entry signed by the kiosk and sealed for the desk. The same bytes travel on
 * paper, by network and by USB stick.
 *
 *   byte 0        version, 1
 *   bytes 1-8     key id of the desk (yt_desk_key_id)
 *   bytes 9-24    id of the entry; the same as inside
 *   bytes 25-     crypto_box_seal(signature (64) || entry as CBOR): 48 bytes more than its content
 *
 * The signature is Ed25519 over "yotte entry 1" and a NUL, the desk's key id, then the CBOR: a
 * signed entry cannot be passed on to another desk as if it had been meant for it.
 *
 * An envelope has no padding: its length tells how much was said, and on paper each byte costs
 * dots. Where it travels by network it goes inside a frame whose length is a multiple of 256
 * (handoff/frame.h).
 *
 * Replays are not noticed here: whoever stores entries keeps one for each id. */
#ifndef YT_HANDOFF_ENVELOPE_H
#define YT_HANDOFF_ENVELOPE_H

#include "domain/entry.h"
#include "domain/sealed.h"
#include "handoff/keys.h"

#define YT_ENVELOPE_VERSION 1
#define YT_ENVELOPE_HEAD_SIZE (1 + YT_KEY_ID_SIZE + YT_ENTRY_ID_SIZE)
/* What an envelope adds to the entry's CBOR: head, seal, signature. */
#define YT_ENVELOPE_OVERHEAD (YT_ENVELOPE_HEAD_SIZE + crypto_box_SEALBYTES + crypto_sign_BYTES)

/* Kiosk: signs and seals. The key's kiosk and entry->kiosk must be the same (YT_ERR_INVALID).
 * On failure nothing readable of the entry is left in `ret_sealed`. Any thread. */
YT_MUST_CHECK bool yt_envelope_seal(const struct yt_entry *entry, const struct yt_kiosk_key *kiosk,
                                    const struct yt_desk_public *desk, struct yt_sealed *ret_sealed,
                                    struct yt_err *err);

/* Anyone: takes bytes that arrived for an envelope, and reads what is outside the seal.
 * YT_ERR_UNSUPPORTED for another version, YT_ERR_DAMAGED when too short, YT_ERR_TOO_LARGE. */
YT_MUST_CHECK bool yt_envelope_read(const uint8_t *bytes, size_t size, struct yt_sealed *ret_sealed,
                                    struct yt_err *err);

/* The desk's key pair, as it lies in memory while the desk is unlocked. */
struct yt_desk_opener {
    uint8_t seal_key[YT_SEAL_PUBLIC_SIZE];
    uint8_t secret_key[YT_SEAL_SECRET_SIZE];
};

/* A kiosk may have had several keys (a box was replaced): all that are still believed. */
#define YT_KIOSK_KEYS_MAX 4

/* Where the desk looks up the enrolled keys of a kiosk. */
struct yt_kiosk_book {
    /* Writes up to YT_KIOSK_KEYS_MAX keys of that kiosk to `ret_keys` and returns how many; 0 when
     * it is not enrolled. Mandatory. */
    size_t (*find)(const char *kiosk, uint8_t ret_keys[YT_KIOSK_KEYS_MAX][YT_VERIFY_KEY_SIZE],
                   void *context);
    void *context;
};

/* Desk: opens, checks the kiosk's signature and that the ids inside and outside agree. Only what
 * passed all of it comes out. On failure `ret_entry` is wiped and err->code says which:
 *   YT_ERR_WRONG_KEY    sealed for another desk, or an older key of this one
 *   YT_ERR_DAMAGED      for this desk, but the seal does not open: a byte is wrong
 *   YT_ERR_INVALID      opened, but there is no proper entry inside
 *   YT_ERR_UNSUPPORTED  a later version's entry or envelope
 *   YT_ERR_FOREIGN      from a kiosk that is not enrolled (err->text names it)
 *   YT_ERR_FORGED       the signature does not hold, or the id outside was exchanged
 * The caller wipes `ret_entry` (yt_entry_wipe) when done with it. */
YT_MUST_CHECK bool yt_envelope_open(const struct yt_sealed *sealed,
                                    const struct yt_desk_opener *opener,
                                    const struct yt_kiosk_book *book, struct yt_entry *ret_entry,
                                    struct yt_err *err);

#endif
