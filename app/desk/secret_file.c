#include "desk/secret_file.h"

#include "base/fs.h"

#include <sodium.h>
#include <string.h>

#define OPERATIONS_AT 8
#define MEMORY_AT 16
#define SALT_AT 24
#define NONCE_AT (SALT_AT + crypto_pwhash_SALTBYTES)
#define BOX_AT (NONCE_AT + crypto_secretbox_NONCEBYTES)
#define PLAIN_SIZE (YT_SEAL_SECRET_SIZE + YT_SIGN_KEY_SIZE)
#define FILE_SIZE (BOX_AT + crypto_secretbox_MACBYTES + PLAIN_SIZE)
/* A file that asks for more was not written by this program. */
#define OPERATIONS_MAX 64
#define MEMORY_MAX (UINT64_C(2) << 30)

static const uint8_t magic[8] = {'Y', 'T', 'D', 'E', 'S', 'K', 0, 1};

void yt_desk_secret_wipe(struct yt_desk_secret *secret)
{
    sodium_memzero(secret, sizeof *secret);
}

static void put_number(uint8_t *to, uint64_t number)
{
    for (int i = 7; i >= 0; i--, number >>= 8)
        to[i] = (uint8_t)number;
}

static uint64_t get_number(const uint8_t *from)
{
    uint64_t number = 0;

    for (int i = 0; i < 8; i++)
        number = number << 8 | from[i];
    return number;
}

static bool derive(uint8_t key[static crypto_secretbox_KEYBYTES], const struct yt_buf *passphrase,
                   const uint8_t *salt, struct yt_passphrase_cost cost, struct yt_err *err)
{
    if (crypto_pwhash(key, crypto_secretbox_KEYBYTES, yt_buf_string(passphrase), passphrase->size,
                      salt, cost.operations, (size_t)cost.memory_bytes,
                      crypto_pwhash_ALG_ARGON2ID13) == 0)
        return true;
    yt_err_set(err, YT_ERR_NO_MEMORY, "the passphrase needs %llu MB of memory",
               (unsigned long long)(cost.memory_bytes >> 20));
    return yt_err_remedy(err, "Close other programs, then try again.");
}

bool yt_desk_secret_write(const char *path, const struct yt_desk_secret *secret,
                          const struct yt_buf *passphrase, struct yt_passphrase_cost cost,
                          struct yt_err *err)
{
    uint8_t file[FILE_SIZE];
    uint8_t key[crypto_secretbox_KEYBYTES];
    uint8_t plain[PLAIN_SIZE];

    if (yt_fs_exists(path))
        return yt_err_set(err, YT_ERR_CONFLICT, "%s: is there already", path);
    memcpy(file, magic, sizeof magic);
    put_number(file + OPERATIONS_AT, cost.operations);
    put_number(file + MEMORY_AT, cost.memory_bytes);
    randombytes_buf(file + SALT_AT, crypto_pwhash_SALTBYTES);
    randombytes_buf(file + NONCE_AT, crypto_secretbox_NONCEBYTES);
    if (!derive(key, passphrase, file + SALT_AT, cost, err))
        return false;
    memcpy(plain, secret->seal_key, sizeof secret->seal_key);
    memcpy(plain + sizeof secret->seal_key, secret->sign_key, sizeof secret->sign_key);
    crypto_secretbox_easy(file + BOX_AT, plain, sizeof plain, file + NONCE_AT, key);
    sodium_memzero(plain, sizeof plain);
    sodium_memzero(key, sizeof key);
    return yt_fs_write_durable(path, file, sizeof file, 0600, err);
}

static bool check_file(const struct yt_buf *file, const char *path, struct yt_err *err)
{
    if (file->size < sizeof magic || memcmp(file->data, magic, sizeof magic - 1) != 0)
        return yt_err_set(err, YT_ERR_CORRUPT, "%s: is no key file of a desk", path);
    if (file->data[sizeof magic - 1] != magic[sizeof magic - 1]) {
        yt_err_set(err, YT_ERR_UNSUPPORTED, "%s: was made by a newer program", path);
        return yt_err_remedy(err, "Install the newer program again.");
    }
    if (file->size != FILE_SIZE || get_number(file->data + OPERATIONS_AT) > OPERATIONS_MAX ||
        get_number(file->data + MEMORY_AT) > MEMORY_MAX) {
        yt_err_set(err, YT_ERR_CORRUPT, "%s: is damaged", path);
        return yt_err_remedy(err, "Put back the copy of the desk's folder.");
    }
    return true;
}

bool yt_desk_secret_read(const char *path, const struct yt_buf *passphrase,
                         struct yt_desk_secret *secret, struct yt_err *err)
{
    YT_SCOPED(yt_buf_done) struct yt_buf file;
    uint8_t key[crypto_secretbox_KEYBYTES];
    uint8_t plain[PLAIN_SIZE];
    struct yt_passphrase_cost cost;
    bool opened;

    yt_desk_secret_wipe(secret);
    yt_buf_init(&file, FILE_SIZE + 1);
    if (!yt_fs_read(path, &file, err) || !check_file(&file, path, err))
        return false;
    cost.operations = get_number(file.data + OPERATIONS_AT);
    cost.memory_bytes = get_number(file.data + MEMORY_AT);
    if (!derive(key, passphrase, file.data + SALT_AT, cost, err))
        return false;
    opened = crypto_secretbox_open_easy(plain, file.data + BOX_AT, FILE_SIZE - BOX_AT,
                                        file.data + NONCE_AT, key) == 0;
    sodium_memzero(key, sizeof key);
    if (!opened) {
        yt_err_set(err, YT_ERR_WRONG_KEY, "the passphrase is not that of this desk");
        return yt_err_remedy(err, "Type it again; mind capitals and the input method.");
    }
    memcpy(secret->seal_key, plain, sizeof secret->seal_key);
    memcpy(secret->sign_key, plain + sizeof secret->seal_key, sizeof secret->sign_key);
    sodium_memzero(plain, sizeof plain);
    return true;
}
