/* What counts as delivered: a receipt of the pinned desk for these bytes, and nothing else. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "courier/answer.h"

struct desk {
    struct yt_desk_public known;
    struct yt_receipt_signer signer;
};

static struct desk make_desk(void)
{
    struct desk desk = {0};
    uint8_t secret[YT_SIGN_KEY_SIZE];
    struct yt_err err;

    randombytes_buf(desk.known.seal_key, sizeof desk.known.seal_key);
    crypto_sign_keypair(desk.known.verify_key, secret);
    assert_true(yt_receipt_signer_make(&desk.known, secret, &desk.signer, &err));
    return desk;
}

static struct yt_sealed make_sealed(void)
{
    struct yt_sealed sealed = {.size = 400};

    randombytes_buf(sealed.bytes, sealed.size);
    randombytes_buf(sealed.id, sizeof sealed.id);
    return sealed;
}

static struct yt_answer receipt_answer(const struct desk *desk, const struct yt_sealed *sealed,
                                       enum yt_receipt_outcome outcome, long status)
{
    struct yt_answer answer = {.status = status, .size = YT_RECEIPT_SIZE};
    struct yt_receipt receipt = {.outcome = outcome, .day = 20000};

    memcpy(receipt.id, sealed->id, sizeof receipt.id);
    yt_receipt_digest(sealed, receipt.digest);
    yt_receipt_write(&receipt, &desk->signer, answer.body);
    return answer;
}

static struct yt_answer text_answer(long status, const char *text)
{
    struct yt_answer answer = {.status = status, .size = strlen(text)};

    memcpy(answer.body, text, answer.size);
    return answer;
}

static enum yt_trouble judge(const struct yt_answer *answer, const struct yt_sealed *sealed,
                             const struct desk *desk)
{
    return yt_answer_judge(answer, sealed, &desk->known).trouble;
}

static void receipts_deliver(void **state)
{
    const struct desk desk = make_desk();
    const struct yt_sealed sealed = make_sealed();
    struct yt_answer answer = receipt_answer(&desk, &sealed, YT_RECEIPT_KEPT, 201);
    struct yt_verdict verdict = yt_answer_judge(&answer, &sealed, &desk.known);

    (void)state;
    assert_int_equal(verdict.trouble, YT_TROUBLE_NONE);
    assert_false(verdict.withdrawn);
    answer = receipt_answer(&desk, &sealed, YT_RECEIPT_WITHDRAWN, 200);
    verdict = yt_answer_judge(&answer, &sealed, &desk.known);
    assert_int_equal(verdict.trouble, YT_TROUBLE_NONE);
    assert_true(verdict.withdrawn);
}

static void no_other_receipt_does(void **state)
{
    const struct desk desk = make_desk();
    const struct desk impostor = make_desk();
    const struct yt_sealed sealed = make_sealed();
    const struct yt_sealed other = make_sealed();
    struct yt_answer answer = receipt_answer(&impostor, &sealed, YT_RECEIPT_KEPT, 201);

    (void)state;
    assert_int_equal(judge(&answer, &sealed, &desk), YT_TROUBLE_FORGED);
    answer = receipt_answer(&desk, &other, YT_RECEIPT_KEPT, 200);
    assert_int_equal(judge(&answer, &sealed, &desk), YT_TROUBLE_FORGED);
    answer = receipt_answer(&desk, &sealed, YT_RECEIPT_KEPT, 201);
    answer.size--;
    assert_int_equal(judge(&answer, &sealed, &desk), YT_TROUBLE_PORTAL);
    /* A true receipt with a status that does not go with it. */
    answer = receipt_answer(&desk, &sealed, YT_RECEIPT_KEPT, 302);
    assert_int_equal(judge(&answer, &sealed, &desk), YT_TROUBLE_PORTAL);
    answer.status = 0;
    assert_int_equal(judge(&answer, &sealed, &desk), YT_TROUBLE_PORTAL);
}

static void every_status_has_its_meaning(void **state)
{
    static const char ours[] = "{\"type\":\"urn:yotte:problem:x\",\"status\":1}";
    static const char theirs[] = "<html>no</html>";
    static const struct {
        long status;
        const char *body;
        enum yt_trouble trouble;
    } cases[] = {
        {200, theirs, YT_TROUBLE_PORTAL},       {204, "", YT_TROUBLE_PORTAL},
        {302, "", YT_TROUBLE_PORTAL},           {307, ours, YT_TROUBLE_PORTAL},
        {511, theirs, YT_TROUBLE_PORTAL},       {404, theirs, YT_TROUBLE_PORTAL},
        {401, ours, YT_TROUBLE_UNAUTHORIZED},   {401, theirs, YT_TROUBLE_PORTAL},
        {403, theirs, YT_TROUBLE_PORTAL},       {407, theirs, YT_TROUBLE_PORTAL},
        {409, ours, YT_TROUBLE_REFUSED},        {409, theirs, YT_TROUBLE_PORTAL},
        {413, ours, YT_TROUBLE_REFUSED},        {413, theirs, YT_TROUBLE_PORTAL},
        {422, ours, YT_TROUBLE_REFUSED},        {400, ours, YT_TROUBLE_REFUSED},
        {400, theirs, YT_TROUBLE_PORTAL},       {408, "", YT_TROUBLE_SILENT},
        {429, ours, YT_TROUBLE_BUSY},           {503, ours, YT_TROUBLE_DESK_FAILING},
        {502, theirs, YT_TROUBLE_DESK_FAILING}, {507, ours, YT_TROUBLE_DESK_FAILING},
    };
    const struct desk desk = make_desk();
    const struct yt_sealed sealed = make_sealed();

    (void)state;
    for (size_t i = 0; i < YT_COUNT(cases); i++) {
        struct yt_answer answer = text_answer(cases[i].status, cases[i].body);

        if (judge(&answer, &sealed, &desk) != cases[i].trouble)
            fail_msg("%ld with %s: %s", cases[i].status, cases[i].body,
                     yt_trouble_name(judge(&answer, &sealed, &desk)));
    }
}

static void every_trouble_can_be_told(void **state)
{
    (void)state;
    for (int i = YT_TROUBLE_NONE + 1; i <= YT_TROUBLE_STOPPED; i++) {
        assert_true(strlen(yt_trouble_name((enum yt_trouble)i)) > 0);
        assert_true(strlen(yt_trouble_sentence((enum yt_trouble)i)) > 0);
        for (int j = 0; j < i; j++)
            assert_string_not_equal(yt_trouble_name((enum yt_trouble)i),
                                    yt_trouble_name((enum yt_trouble)j));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(receipts_deliver),
        cmocka_unit_test(no_other_receipt_does),
        cmocka_unit_test(every_status_has_its_meaning),
        cmocka_unit_test(every_trouble_can_be_told),
    };

    if (sodium_init() < 0)
        return 1;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
