/* Receipts hold for one entry of one desk and for nothing else; frames hide lengths and no more. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/fs.h"
#include "handoff/envelope.h"
#include "handoff/frame.h"
#include "handoff/receipt.h"

struct desk {
    struct yt_desk_public known;
    uint8_t sign_key[YT_SIGN_KEY_SIZE];
    struct yt_receipt_signer signer;
};

static struct desk make_desk(void)
{
    struct desk desk = {.known.name = "desk"};
    uint8_t secret[YT_SEAL_SECRET_SIZE];
    struct yt_err err;

    crypto_box_keypair(desk.known.seal_key, secret);
    crypto_sign_keypair(desk.known.verify_key, desk.sign_key);
    assert_true(yt_receipt_signer_make(&desk.known, desk.sign_key, &desk.signer, &err));
    return desk;
}

/* As an envelope looks from outside. */
static struct yt_sealed make_sealed(size_t size)
{
    struct yt_sealed sealed = {.size = size};

    randombytes_buf(sealed.bytes, size);
    sealed.bytes[0] = YT_ENVELOPE_VERSION;
    memcpy(sealed.desk_key_id, sealed.bytes + 1, sizeof sealed.desk_key_id);
    memcpy(sealed.id, sealed.bytes + 1 + YT_KEY_ID_SIZE, sizeof sealed.id);
    return sealed;
}

static void sign_for(const struct desk *desk, const struct yt_sealed *sealed, uint8_t *bytes)
{
    struct yt_receipt receipt = {.outcome = YT_RECEIPT_KEPT, .day = 20778};

    memcpy(receipt.id, sealed->id, sizeof receipt.id);
    yt_receipt_digest(sealed, receipt.digest);
    yt_receipt_write(&receipt, &desk->signer, bytes);
}

static void holds_for_its_entry_alone(void **state)
{
    const struct desk desk = make_desk();
    const struct yt_sealed sealed = make_sealed(700);
    struct yt_sealed other = sealed;
    uint8_t bytes[YT_RECEIPT_SIZE];
    uint8_t again[YT_RECEIPT_SIZE];
    struct yt_receipt receipt;
    struct yt_err err;

    (void)state;
    sign_for(&desk, &sealed, bytes);
    sign_for(&desk, &sealed, again);
    assert_memory_equal(bytes, again, sizeof bytes); /* the same, however often it is asked for */
    assert_true(yt_receipt_read(bytes, sizeof bytes, &desk.known, &receipt, &err));
    assert_int_equal(receipt.day, 20778);
    assert_int_equal(receipt.outcome, YT_RECEIPT_KEPT);
    assert_true(yt_receipt_covers(&receipt, &sealed, &err));
    other.bytes[650] ^= 1;
    assert_false(yt_receipt_covers(&receipt, &other, &err));
    assert_int_equal(err.code, YT_ERR_FORGED);
    other = sealed;
    other.id[3] ^= 1;
    assert_false(yt_receipt_covers(&receipt, &other, &err));
}

static void one_wrong_bit_anywhere_is_noticed(void **state)
{
    const struct desk desk = make_desk();
    const struct yt_sealed sealed = make_sealed(300);
    uint8_t bytes[YT_RECEIPT_SIZE];
    struct yt_receipt receipt;
    struct yt_err err;

    (void)state;
    sign_for(&desk, &sealed, bytes);
    for (size_t bit = 0; bit < sizeof bytes * 8; bit++) {
        bytes[bit / 8] ^= (uint8_t)(1 << bit % 8);
        assert_false(yt_receipt_read(bytes, sizeof bytes, &desk.known, &receipt, &err));
        assert_int_equal(receipt.day, 0);
        bytes[bit / 8] ^= (uint8_t)(1 << bit % 8);
    }
    assert_true(yt_receipt_read(bytes, sizeof bytes, &desk.known, &receipt, &err));
}

static void what_another_desk_signed_is_forged(void **state)
{
    const struct desk desk = make_desk();
    const struct desk impostor = make_desk();
    struct desk half = make_desk();
    const struct yt_sealed sealed = make_sealed(300);
    uint8_t bytes[YT_RECEIPT_SIZE];
    struct yt_receipt receipt;
    struct yt_err err;

    (void)state;
    sign_for(&impostor, &sealed, bytes);
    assert_false(yt_receipt_read(bytes, sizeof bytes, &desk.known, &receipt, &err));
    assert_int_equal(err.code, YT_ERR_FORGED);
    /* A true warrant beside a key that it does not warrant. */
    memcpy(half.signer.warrant, desk.signer.warrant, sizeof half.signer.warrant);
    memcpy(half.signer.desk_key_id, desk.signer.desk_key_id, sizeof half.signer.desk_key_id);
    sign_for(&half, &sealed, bytes);
    assert_false(yt_receipt_read(bytes, sizeof bytes, &desk.known, &receipt, &err));
    assert_int_equal(err.code, YT_ERR_FORGED);
}

static void a_page_of_the_wifi_is_no_receipt(void **state)
{
    static const char page[] = "<html><body>Welcome to free wifi, please log in</body></html>";
    const struct desk desk = make_desk();
    uint8_t zeros[YT_RECEIPT_SIZE] = {0};
    struct yt_receipt receipt;
    struct yt_err err;

    (void)state;
    assert_false(yt_receipt_read((const uint8_t *)page, sizeof page, &desk.known, &receipt, &err));
    assert_int_equal(err.code, YT_ERR_FOREIGN);
    assert_false(yt_receipt_read(zeros, sizeof zeros, &desk.known, &receipt, &err));
    assert_int_equal(err.code, YT_ERR_FOREIGN);
    assert_false(yt_receipt_read(zeros, 0, &desk.known, &receipt, &err));
}

static void signer_survives_as_a_file(void **state)
{
    char path[] = "/tmp/yotte-receipts-XXXXXX";
    const struct desk desk = make_desk();
    const struct desk other = make_desk();
    struct yt_receipt_signer signer;
    YT_SCOPED(yt_buf_done) struct yt_buf text;
    struct stat status;
    struct yt_err err;

    (void)state;
    yt_buf_init_secret(&text, 4096);
    close(mkstemp(path));
    assert_true(yt_receipt_signer_write(path, &desk.signer, &err));
    assert_int_equal(stat(path, &status), 0);
    assert_int_equal(status.st_mode & 0777, 0600);
    assert_true(yt_receipt_signer_read(path, &desk.known, &signer, &err));
    assert_memory_equal(&signer, &desk.signer, sizeof signer);
    assert_false(yt_receipt_signer_read(path, &other.known, &signer, &err));
    assert_int_equal(err.code, YT_ERR_WRONG_KEY);
    assert_true(sodium_is_zero((const uint8_t *)&signer, sizeof signer));
    assert_true(yt_fs_read(path, &text, &err));
    assert_int_equal(truncate(path, (off_t)text.size - 20), 0);
    assert_false(yt_receipt_signer_read(path, &desk.known, &signer, &err));
    assert_int_equal(err.code, YT_ERR_CORRUPT);
    assert_int_equal(unlink(path), 0);
    assert_false(yt_receipt_signer_read(path, &desk.known, &signer, &err));
    assert_int_equal(err.code, YT_ERR_NOT_FOUND);
}

static void another_desks_key_warrants_nothing(void **state)
{
    const struct desk desk = make_desk();
    const struct desk other = make_desk();
    struct yt_receipt_signer signer;
    struct yt_err err;

    (void)state;
    assert_false(yt_receipt_signer_make(&desk.known, other.sign_key, &signer, &err));
    assert_int_equal(err.code, YT_ERR_WRONG_KEY);
    assert_true(sodium_is_zero((const uint8_t *)&signer, sizeof signer));
}

static void frames_have_few_lengths_and_come_off_again(void **state)
{
    static const size_t sizes[] = {200, 252, 253, 254, 509, 510, 1000, YT_SEALED_MAX};

    (void)state;
    for (size_t i = 0; i < YT_COUNT(sizes); i++) {
        const struct yt_sealed sealed = make_sealed(sizes[i]);
        uint8_t frame[YT_FRAME_MAX];
        size_t size = yt_frame_write(&sealed, frame);
        struct yt_sealed read;
        struct yt_err err;

        assert_int_equal(size % 256, 0);
        assert_true(size - sizes[i] < 256 + YT_FRAME_HEAD_SIZE);
        assert_true(yt_frame_read(frame, size, &read, &err));
        assert_memory_equal(&read, &sealed, sizeof read);
        assert_true(yt_frame_read(sealed.bytes, sealed.size, &read, &err)); /* without its frame */
        assert_memory_equal(&read, &sealed, sizeof read);
    }
}

static void broken_frames_are_refused(void **state)
{
    const struct yt_sealed sealed = make_sealed(400);
    uint8_t frame[2 * YT_FRAME_MAX] = {0};
    size_t size = yt_frame_write(&sealed, frame);
    struct yt_sealed read;
    struct yt_err err;

    (void)state;
    for (size_t cut = 0; cut < size; cut++)
        assert_false(yt_frame_read(frame, cut, &read, &err));
    assert_false(yt_frame_read(frame, size + 256, &read, &err)); /* a step too long */
    frame[size - 1] = 1;
    assert_false(yt_frame_read(frame, size, &read, &err)); /* something hides in the padding */
    assert_int_equal(err.code, YT_ERR_DAMAGED);
    frame[size - 1] = 0;
    frame[1] = 0xFF; /* claims more than any envelope has */
    assert_false(yt_frame_read(frame, size, &read, &err));
    frame[0] = 130;
    assert_false(yt_frame_read(frame, size, &read, &err));
    assert_int_equal(err.code, YT_ERR_UNSUPPORTED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(holds_for_its_entry_alone),
        cmocka_unit_test(one_wrong_bit_anywhere_is_noticed),
        cmocka_unit_test(what_another_desk_signed_is_forged),
        cmocka_unit_test(a_page_of_the_wifi_is_no_receipt),
        cmocka_unit_test(signer_survives_as_a_file),
        cmocka_unit_test(another_desks_key_warrants_nothing),
        cmocka_unit_test(frames_have_few_lengths_and_come_off_again),
        cmocka_unit_test(broken_frames_are_refused),
    };

    if (sodium_init() < 0)
        return 1;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
