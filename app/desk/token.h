/* The token by which a kiosk is let in by network, as its bearer shows it (RFC 6750):
 * "KIOSK.SECRET", the kiosk's name and 32 random bytes in base64url. The desk keeps a hash alone,
 * so that a copy of desk.db lets nobody in. */
#ifndef YT_DESK_TOKEN_H
#define YT_DESK_TOKEN_H

#include "base/err.h"
#include "desk/store.h"

/* With the NUL: a name of 15, a dot, 43 characters. */
#define YT_TOKEN_MAX (YT_ENTRY_KIOSK_MAX + 1 + 43)

/* A new token, and what the desk keeps of it. */
void yt_token_make(const char *kiosk, char ret_token[static YT_TOKEN_MAX],
                   uint8_t ret_hash[static YT_TOKEN_HASH_SIZE]);

/* Takes a token apart: whose it claims to be, and its hash. False for what is no token. */
bool yt_token_read(const char *token, char ret_kiosk[static YT_ENTRY_KIOSK_MAX],
                   uint8_t ret_hash[static YT_TOKEN_HASH_SIZE]);

/* Writes the token as a file of one line: mode 0600, durable. */
YT_MUST_CHECK bool yt_token_write(const char *path, const char *token, struct yt_err *err);

#endif
