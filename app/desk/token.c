#include "desk/token.h"

#include "base/fs.h"

#include <sodium.h>
#include <stdio.h>
#include <string.h>

#define SECRET_SIZE 32
#define SECRET_TEXT_MAX \
    sodium_base64_ENCODED_LEN(SECRET_SIZE, sodium_base64_VARIANT_URLSAFE_NO_PADDING)

/* The secret is random and long: a plain hash is as good as a slow one, and costs no time at each
 * request. */
static void hash_token(const char *token, uint8_t hash[static YT_TOKEN_HASH_SIZE])
{
    static const uint8_t key[] = "yotte token 1: hash";

    crypto_generichash(hash, YT_TOKEN_HASH_SIZE, (const uint8_t *)token, strlen(token), key,
                       sizeof key);
}

void yt_token_make(const char *kiosk, char ret_token[static YT_TOKEN_MAX],
                   uint8_t ret_hash[static YT_TOKEN_HASH_SIZE])
{
    uint8_t secret[SECRET_SIZE];
    char text[SECRET_TEXT_MAX];

    randombytes_buf(secret, sizeof secret);
    sodium_bin2base64(text, sizeof text, secret, sizeof secret,
                      sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    snprintf(ret_token, YT_TOKEN_MAX, "%s.%s", kiosk, text);
    hash_token(ret_token, ret_hash);
    sodium_memzero(secret, sizeof secret);
    sodium_memzero(text, sizeof text);
}

bool yt_token_read(const char *token, char ret_kiosk[static YT_ENTRY_KIOSK_MAX],
                   uint8_t ret_hash[static YT_TOKEN_HASH_SIZE])
{
    size_t name = strcspn(token, ".");

    if (name == 0 || name >= YT_ENTRY_KIOSK_MAX ||
        strnlen(token, YT_TOKEN_MAX) != name + SECRET_TEXT_MAX)
        return false;
    memcpy(ret_kiosk, token, name);
    ret_kiosk[name] = '\0';
    hash_token(token, ret_hash);
    return yt_kiosk_name_valid(ret_kiosk);
}

bool yt_token_write(const char *path, const char *token, struct yt_err *err)
{
    char line[YT_TOKEN_MAX + 1];
    int size = snprintf(line, sizeof line, "%s\n", token);
    bool written = yt_fs_write_durable(path, line, (size_t)size, 0600, err);

    sodium_memzero(line, sizeof line);
    return written;
}
