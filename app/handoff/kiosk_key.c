#include "base/fs.h"
#include "handoff/key_text.h"
#include "handoff/keys.h"
#include "handoff/part_head.h"

#include <sodium.h>
#include <stdio.h>
#include <string.h>

#define KIND "yotte-kiosk-key"

bool yt_kiosk_name_valid(const char *kiosk)
{
    size_t size = strspn(kiosk, "abcdefghijklmnopqrstuvwxyz0123456789-");

    return size > 0 && size < YT_ENTRY_KIOSK_MAX && kiosk[size] == '\0';
}

void yt_kiosk_key_wipe(struct yt_kiosk_key *key)
{
    sodium_memzero(key, sizeof *key);
}

enum { FIELD_KIOSK, FIELD_SEED, FIELDS };

static void name_fields(struct yt_key_field fields[FIELDS])
{
    memset(fields, 0, FIELDS * sizeof fields[0]);
    fields[FIELD_KIOSK].name = "kiosk";
    fields[FIELD_SEED].name = "secret";
}

static bool make(const char *path, const char *kiosk, struct yt_kiosk_key *key, struct yt_err *err)
{
    YT_SCOPED(yt_buf_done) struct yt_buf text;
    struct yt_key_field fields[FIELDS];
    uint8_t seed[crypto_sign_SEEDBYTES];
    bool written;

    yt_buf_init_secret(&text, YT_KEY_TEXT_MAX);
    name_fields(fields);
    randombytes_buf(seed, sizeof seed);
    crypto_sign_seed_keypair(key->known.verify_key, key->sign_key, seed);
    snprintf(key->known.kiosk, sizeof key->known.kiosk, "%s", kiosk);
    snprintf(fields[FIELD_KIOSK].value, sizeof fields[FIELD_KIOSK].value, "%s", kiosk);
    yt_key_field_set(&fields[FIELD_SEED], seed, sizeof seed);
    written = yt_key_text_write(KIND, fields, FIELDS, &text, err) &&
              yt_fs_write_durable(path, text.data, text.size, 0600, err);
    sodium_memzero(seed, sizeof seed);
    sodium_memzero(fields, sizeof fields);
    return written;
}

static bool parse(const char *text, const char *kiosk, struct yt_kiosk_key *key, struct yt_err *err)
{
    struct yt_key_field fields[FIELDS];
    uint8_t seed[crypto_sign_SEEDBYTES];
    bool good;

    yt_err_clear(err);
    name_fields(fields);
    good = yt_key_text_read(text, KIND, fields, FIELDS, err) &&
           yt_key_field_get(&fields[FIELD_SEED], seed, sizeof seed) &&
           yt_kiosk_name_valid(fields[FIELD_KIOSK].value);
    if (!good && err->code != YT_ERR_UNSUPPORTED)
        yt_err_set(err, YT_ERR_CORRUPT, "the key file is damaged");
    if (good && strcmp(fields[FIELD_KIOSK].value, kiosk) != 0)
        good = yt_err_set(err, YT_ERR_CONFLICT, "the key belongs to kiosk %s, not to %s",
                          fields[FIELD_KIOSK].value, kiosk);
    if (good) {
        crypto_sign_seed_keypair(key->known.verify_key, key->sign_key, seed);
        snprintf(key->known.kiosk, sizeof key->known.kiosk, "%s", kiosk);
    }
    sodium_memzero(seed, sizeof seed);
    sodium_memzero(fields, sizeof fields);
    return good;
}

bool yt_kiosk_key_open(const char *path, const char *kiosk, struct yt_kiosk_key *ret_key,
                       struct yt_err *err)
{
    YT_SCOPED(yt_buf_done) struct yt_buf text;

    yt_buf_init_secret(&text, YT_KEY_TEXT_MAX);
    yt_kiosk_key_wipe(ret_key);
    if (!yt_kiosk_name_valid(kiosk)) {
        yt_err_set(err, YT_ERR_INVALID, "\"%s\" cannot be the name of a kiosk", kiosk);
        return yt_err_remedy(err, "Write 1 to 15 of the letters a to z, digits and hyphens.");
    }
    if (yt_fs_read(path, &text, err)) {
        if (parse(yt_buf_string(&text), kiosk, ret_key, err))
            return true;
        yt_kiosk_key_wipe(ret_key);
        yt_err_context(err, "%s", path);
        return yt_err_remedy(err, "Put the right file back, or set this one aside: a new key is "
                                  "made then, and has to be enrolled at the desk.");
    }
    /* Only where there is certainly none: a key that cannot be read just now is not replaced. */
    if (err->code == YT_ERR_NOT_FOUND && make(path, kiosk, ret_key, err)) {
        yt_err_clear(err);
        return true;
    }
    yt_kiosk_key_wipe(ret_key);
    return yt_err_context(err, "kiosk's key");
}

/* ---- the enrolment code: mark, format, check number, then key and name as digits ---- */

#define CODE_FORMAT '1'
#define CODE_CHECK_AT 5
#define CODE_BODY_AT (CODE_CHECK_AT + YT_PART_CHECK_DIGITS)
#define CODE_BYTES_MAX (YT_VERIFY_KEY_SIZE + YT_ENTRY_KIOSK_MAX - 1)
#define CODE_DIGITS_MAX (CODE_BODY_AT + YT_DIGITS_ROOM(CODE_BYTES_MAX) + 1)
#define CODE_GROUP 5

void yt_enrolment_code(const struct yt_kiosk_public *kiosk, char code[static YT_ENROLMENT_CODE_MAX])
{
    uint8_t bytes[CODE_BYTES_MAX];
    char digits[CODE_DIGITS_MAX];
    size_t name = strnlen(kiosk->kiosk, YT_ENTRY_KIOSK_MAX - 1);
    size_t length = 0;

    memcpy(bytes, kiosk->verify_key, YT_VERIFY_KEY_SIZE);
    memcpy(bytes + YT_VERIFY_KEY_SIZE, kiosk->kiosk, name);
    yt_digits_write(bytes, YT_VERIFY_KEY_SIZE + name, digits + CODE_BODY_AT);
    memcpy(digits, YT_ENROLMENT_MARK "1", CODE_CHECK_AT);
    snprintf(code, YT_ENROLMENT_CODE_MAX, "%05u",
             (unsigned)yt_digits_check(digits, CODE_CHECK_AT, digits + CODE_BODY_AT,
                                       strlen(digits + CODE_BODY_AT)));
    memcpy(digits + CODE_CHECK_AT, code, YT_PART_CHECK_DIGITS);
    for (size_t i = 0; digits[i] != '\0' && length + 2 < YT_ENROLMENT_CODE_MAX; i++) {
        if (i > 0 && i % CODE_GROUP == 0)
            code[length++] = ' ';
        code[length++] = digits[i];
    }
    code[length] = '\0';
}

bool yt_enrolment_parse(const char *text, struct yt_kiosk_public *ret_kiosk, struct yt_err *err)
{
    uint8_t bytes[CODE_BYTES_MAX];
    char digits[CODE_DIGITS_MAX + 1] = "";
    char check[YT_PART_CHECK_DIGITS + 1];
    bool clean = yt_digits_clean(text, strlen(text), digits, sizeof digits);
    size_t count = strlen(digits);
    size_t size = 0;

    *ret_kiosk = (struct yt_kiosk_public){0};
    if (strncmp(digits, YT_ENROLMENT_MARK, strlen(YT_ENROLMENT_MARK)) != 0)
        return yt_err_set(err, YT_ERR_FOREIGN, "this is no enrolment code");
    if (count > CODE_CHECK_AT && digits[CODE_CHECK_AT - 1] != CODE_FORMAT)
        return yt_err_set(err, YT_ERR_UNSUPPORTED, "an enrolment code of a later version");
    if (!clean || count <= CODE_BODY_AT)
        return yt_err_set(err, YT_ERR_DAMAGED, "the enrolment code is cut off or has other signs");
    snprintf(check, sizeof check, "%05u",
             (unsigned)yt_digits_check(digits, CODE_CHECK_AT, digits + CODE_BODY_AT,
                                       count - CODE_BODY_AT));
    if (strncmp(check, digits + CODE_CHECK_AT, YT_PART_CHECK_DIGITS) != 0 ||
        !yt_digits_read(digits + CODE_BODY_AT, count - CODE_BODY_AT, bytes, sizeof bytes, &size) ||
        size <= YT_VERIFY_KEY_SIZE)
        return yt_err_set(err, YT_ERR_DAMAGED, "a digit of the enrolment code is wrong");
    memcpy(ret_kiosk->verify_key, bytes, YT_VERIFY_KEY_SIZE);
    memcpy(ret_kiosk->kiosk, bytes + YT_VERIFY_KEY_SIZE, size - YT_VERIFY_KEY_SIZE);
    if (yt_kiosk_name_valid(ret_kiosk->kiosk))
        return true;
    *ret_kiosk = (struct yt_kiosk_public){0};
    return yt_err_set(err, YT_ERR_DAMAGED, "the enrolment code names no kiosk");
}
