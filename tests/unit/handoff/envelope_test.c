#include "handoff/envelope.h"

#include "handoff/entry_cbor.h"
#include "sample.h"

#include <setjmp.h>
#include <sodium.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* A desk that has enrolled kiosk k1 with one or two keys. */
struct desk {
    struct yt_desk_public known;
    struct yt_desk_opener opener;
    struct yt_kiosk_key kiosk;
    size_t keys; /* how many the book finds; the right one is the last */
};

static size_t find(const char *kiosk, uint8_t keys[YT_KIOSK_KEYS_MAX][YT_VERIFY_KEY_SIZE],
                   void *context)
{
    const struct desk *desk = context;

    if (strcmp(kiosk, desk->kiosk.known.kiosk) != 0)
        return 0;
    memset(keys, 0x42, sizeof keys[0] * YT_KIOSK_KEYS_MAX);
    if (desk->keys > 0)
        memcpy(keys[desk->keys - 1], desk->kiosk.known.verify_key, sizeof keys[0]);
    return desk->keys;
}

static int set_up(void **state)
{
    static struct desk desk;

    desk = (struct desk){.keys = 1};
    sample_desk(&desk.known, &desk.opener);
    sample_kiosk_key(&desk.kiosk);
    *state = &desk;
    return sodium_init() < 0;
}

static enum yt_err_code open_at(struct desk *desk, const struct yt_sealed *sealed,
                                struct yt_entry *entry)
{
    const struct yt_kiosk_book book = {.find = find, .context = desk};
    struct yt_err err = {0};

    if (yt_envelope_open(sealed, &desk->opener, &book, entry, &err))
        return YT_OK;
    assert_true(sodium_is_zero((const uint8_t *)entry, sizeof *entry));
    return err.code;
}

static void seal(const struct desk *desk, struct yt_entry *entry, struct yt_sealed *sealed)
{
    struct yt_err err = {0};

    sample_entry(SAMPLE_TYPICAL, entry);
    assert_true(yt_envelope_seal(entry, &desk->kiosk, &desk->known, sealed, &err));
}

static void what_is_sealed_opens_at_the_desk(void **state)
{
    struct desk *desk = *state;
    struct yt_entry entry;
    struct yt_entry opened;
    struct yt_sealed sealed;
    struct yt_sealed read;
    uint8_t key_id[YT_KEY_ID_SIZE];
    struct yt_err err = {0};

    seal(desk, &entry, &sealed);
    assert_int_equal(sealed.bytes[0], 1);
    yt_desk_key_id(desk->known.seal_key, key_id);
    assert_memory_equal(sealed.bytes + 1, key_id, sizeof key_id);
    assert_memory_equal(sealed.bytes + 9, entry.id, sizeof entry.id);
    assert_true(yt_envelope_read(sealed.bytes, sealed.size, &read, &err));
    assert_memory_equal(&read, &sealed, sizeof read);
    assert_int_equal(open_at(desk, &read, &opened), YT_OK);
    assert_string_equal(opened.contact.name, entry.contact.name);
    assert_memory_equal(opened.id, entry.id, sizeof entry.id);
    /* A box that was replaced: an older key of the kiosk does not hide the newer. */
    desk->keys = YT_KIOSK_KEYS_MAX;
    assert_int_equal(open_at(desk, &read, &opened), YT_OK);
}

static bool contains(const uint8_t *data, size_t size, const char *text)
{
    return memmem(data, size, text, strlen(text)) != NULL;
}

static void the_outside_tells_nothing(void **state)
{
    struct desk *desk = *state;
    struct yt_entry entry;
    struct yt_sealed sealed;
    struct yt_sealed again;

    seal(desk, &entry, &sealed);
    seal(desk, &entry, &again);
    assert_false(contains(sealed.bytes, sealed.size, entry.contact.name));
    assert_false(contains(sealed.bytes, sealed.size, entry.contact.number));
    assert_false(contains(sealed.bytes, sealed.size, entry.kiosk));
    /* Two seals of one entry share nothing behind the head. */
    assert_memory_not_equal(sealed.bytes + YT_ENVELOPE_HEAD_SIZE,
                            again.bytes + YT_ENVELOPE_HEAD_SIZE, 32);
}

static void each_wrong_byte_is_noticed(void **state)
{
    struct desk *desk = *state;
    struct yt_entry entry;
    struct yt_sealed sealed;

    seal(desk, &entry, &sealed);
    for (size_t at = 0; at < sealed.size; at++) {
        struct yt_sealed bad = sealed;
        enum yt_err_code expected = at == 0                      ? YT_ERR_UNSUPPORTED
                                    : at < 9                     ? YT_ERR_WRONG_KEY
                                    : at < YT_ENVELOPE_HEAD_SIZE ? YT_ERR_FORGED
                                                                 : YT_ERR_DAMAGED;

        bad.bytes[at] ^= 1;
        assert_int_equal(open_at(desk, &bad, &entry), expected);
    }
    for (size_t size = 0; size < sealed.size; size++) {
        struct yt_sealed cut = sealed;

        cut.size = size;
        assert_int_equal(open_at(desk, &cut, &entry), YT_ERR_DAMAGED);
    }
    sealed.size = YT_SEALED_MAX + 1;
    assert_int_equal(open_at(desk, &sealed, &entry), YT_ERR_TOO_LARGE);
}

static void another_desk_cannot_open(void **state)
{
    struct desk *desk = *state;
    struct desk other = *desk;
    struct yt_entry entry;
    struct yt_sealed sealed;

    seal(desk, &entry, &sealed);
    crypto_box_keypair(other.opener.seal_key, other.opener.secret_key);
    assert_int_equal(open_at(&other, &sealed, &entry), YT_ERR_WRONG_KEY);
    /* The right public key with another secret one. */
    memcpy(other.opener.seal_key, desk->opener.seal_key, sizeof other.opener.seal_key);
    assert_int_equal(open_at(&other, &sealed, &entry), YT_ERR_DAMAGED);
}

static void forgeries_are_told(void **state)
{
    struct desk *desk = *state;
    struct desk stranger = *desk;
    struct yt_entry entry;
    struct yt_sealed sealed;
    struct yt_err err = {0};

    /* Anyone has the desk's public key; not the kiosk's. */
    crypto_sign_keypair(stranger.kiosk.known.verify_key, stranger.kiosk.sign_key);
    sample_entry(SAMPLE_TYPICAL, &entry);
    assert_true(yt_envelope_seal(&entry, &stranger.kiosk, &desk->known, &sealed, &err));
    assert_int_equal(open_at(desk, &sealed, &entry), YT_ERR_FORGED);
    /* A kiosk that is not enrolled. */
    sample_entry(SAMPLE_TYPICAL, &entry);
    strcpy(entry.kiosk, "k9");
    strcpy(stranger.kiosk.known.kiosk, "k9");
    assert_true(yt_envelope_seal(&entry, &stranger.kiosk, &desk->known, &sealed, &err));
    assert_int_equal(open_at(desk, &sealed, &entry), YT_ERR_FOREIGN);
    /* A key that was struck off. */
    seal(desk, &entry, &sealed);
    desk->keys = 0;
    assert_int_equal(open_at(desk, &sealed, &entry), YT_ERR_FOREIGN);
}

/* An honest entry, opened by a dishonest desk and sealed anew for another one. */
static void a_signed_entry_cannot_be_passed_on(void **state)
{
    struct desk *desk = *state;
    struct desk other = *desk;
    struct yt_entry entry;
    struct yt_sealed sealed;
    uint8_t plain[YT_SEALED_MAX];
    size_t size;

    seal(desk, &entry, &sealed);
    size = sealed.size - YT_ENVELOPE_HEAD_SIZE - crypto_box_SEALBYTES;
    assert_int_equal(crypto_box_seal_open(plain, sealed.bytes + YT_ENVELOPE_HEAD_SIZE,
                                          sealed.size - YT_ENVELOPE_HEAD_SIZE,
                                          desk->opener.seal_key, desk->opener.secret_key),
                     0);
    crypto_box_keypair(other.opener.seal_key, other.opener.secret_key);
    yt_desk_key_id(other.opener.seal_key, sealed.bytes + 1);
    assert_int_equal(
        crypto_box_seal(sealed.bytes + YT_ENVELOPE_HEAD_SIZE, plain, size, other.opener.seal_key),
        0);
    assert_int_equal(open_at(&other, &sealed, &entry), YT_ERR_FORGED);
}

static void a_seal_around_something_else_is_invalid(void **state)
{
    struct desk *desk = *state;
    struct yt_entry entry;
    struct yt_sealed sealed;
    const uint8_t plain[80] = {0};

    seal(desk, &entry, &sealed);
    assert_int_equal(crypto_box_seal(sealed.bytes + YT_ENVELOPE_HEAD_SIZE, plain, sizeof plain,
                                     desk->known.seal_key),
                     0);
    sealed.size = YT_ENVELOPE_HEAD_SIZE + crypto_box_SEALBYTES + sizeof plain;
    assert_int_equal(open_at(desk, &sealed, &entry), YT_ERR_INVALID);
}

static void the_fullest_entry_fits(void **state)
{
    struct desk *desk = *state;
    struct yt_entry entry;
    struct yt_sealed sealed;
    struct yt_err err = {0};

    sample_entry(SAMPLE_FULLEST, &entry);
    strcpy(desk->kiosk.known.kiosk, entry.kiosk);
    assert_true(yt_envelope_seal(&entry, &desk->kiosk, &desk->known, &sealed, &err));
    assert_true(sealed.size <= YT_SEALED_MAX);
    assert_int_equal(open_at(desk, &sealed, &entry), YT_OK);
}

static void nothing_is_sealed_in_error(void **state)
{
    struct desk *desk = *state;
    struct yt_entry entry;
    struct yt_sealed sealed;
    struct yt_err err = {0};

    sample_entry(SAMPLE_TYPICAL, &entry);
    strcpy(entry.kiosk, "k2"); /* not the key's */
    assert_false(yt_envelope_seal(&entry, &desk->kiosk, &desk->known, &sealed, &err));
    assert_int_equal(err.code, YT_ERR_INVALID);
    sample_entry(SAMPLE_TYPICAL, &entry);
    memset(desk->known.seal_key, 0, sizeof desk->known.seal_key); /* not a point to seal to */
    assert_false(yt_envelope_seal(&entry, &desk->kiosk, &desk->known, &sealed, &err));
    assert_int_equal(err.code, YT_ERR_WRONG_KEY);
    assert_true(sodium_is_zero((const uint8_t *)&sealed, sizeof sealed));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(what_is_sealed_opens_at_the_desk, set_up),
        cmocka_unit_test_setup(the_outside_tells_nothing, set_up),
        cmocka_unit_test_setup(each_wrong_byte_is_noticed, set_up),
        cmocka_unit_test_setup(another_desk_cannot_open, set_up),
        cmocka_unit_test_setup(forgeries_are_told, set_up),
        cmocka_unit_test_setup(a_signed_entry_cannot_be_passed_on, set_up),
        cmocka_unit_test_setup(a_seal_around_something_else_is_invalid, set_up),
        cmocka_unit_test_setup(the_fullest_entry_fits, set_up),
        cmocka_unit_test_setup(nothing_is_sealed_in_error, set_up),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
