/* Slips come in by scanner and by photo; what is wrong with one is told, and nothing of it kept. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/str.h"
#include "handoff/raster.h"
#include "world.h"

/* `word` and the slip's number stand at the beginning of one of the lines that were said. */
static void assert_said(struct world *world, const char *word, bool numbered)
{
    char wanted[64];
    char number[YT_SLIP_NUMBER_MAX];
    const char *found;

    yt_slip_number(world->entry.id, number);
    snprintf(wanted, sizeof wanted, "%s %s ", word, numbered ? number : "-");
    found = strstr(world->said, wanted);
    if (!found || (found != world->said && found[-1] != '\n'))
        fail_msg("expected \"%s\" in: %s", wanted, world->said);
}

static void assert_refused(struct world *world, const char *word, bool numbered)
{
    assert_said(world, word, numbered);
    assert_int_equal(world->outcome.refused, 1);
    assert_int_equal(world->outcome.taken, 0);
    assert_int_equal(world_kept(world), 0);
    assert_false(world_holds(world, world->sealed.bytes + YT_ENVELOPE_HEAD_SIZE, 24));
}

static void scan_sealed(struct world *world)
{
    char *digits = world_digits(&world->sealed, 1, 1);

    world_scan_text(world, digits);
    free(digits);
}

static void a_slip_is_taken_in_once(void **state)
{
    struct world *world = *state;

    scan_sealed(world);
    assert_said(world, "taken", true);
    assert_int_equal(world_kept(world), 1);
    scan_sealed(world);
    assert_said(world, "again", true);
    assert_int_equal(world->outcome.refused, 0);
    assert_int_equal(world_kept(world), 1);
    world_reopen(world);
    assert_int_equal(world_kept(world), 1);
}

static void what_keyboards_make_of_a_code_is_forgiven(void **state)
{
    struct world *world = *state;
    char *digits = world_digits(&world->sealed, 1, 1);
    char *typed = calloc(1, 8 * strlen(digits) + 8);
    size_t used = 0;

    assert_non_null(typed);
    for (size_t i = 0; digits[i]; i++) {
        /* Full-width from an input method, with a space now and then. */
        if (i % 40 == 39)
            typed[used++] = ' ';
        if (i < 60)
            used += (size_t)sprintf(typed + used, "\xef\xbc%c", 0x90 + digits[i] - '0');
        else
            typed[used++] = digits[i];
    }
    memcpy(typed + used, "\r\n\r\n", 5);
    world_scan_text(world, typed);
    assert_said(world, "taken", true);
    assert_int_equal(world->outcome.refused, 0);
    free(typed);
    free(digits);
}

static void parts_come_in_any_order_among_others(void **state)
{
    struct world *world = *state;
    struct yt_sealed first = world->sealed;
    char *one[3];
    char *other[2];
    char *text = calloc(1, 16384);

    randombytes_buf(world->entry.id, sizeof world->entry.id);
    world_seal(world);
    for (int i = 0; i < 3; i++)
        one[i] = world_digits(&first, i + 1, 3);
    for (int i = 0; i < 2; i++)
        other[i] = world_digits(&world->sealed, i + 1, 2);
    snprintf(text, 16384, "%s\r%s\r%s\n%s\r\n%s", one[2], other[1], one[0], other[0], one[1]);
    world_scan_text(world, text);
    assert_int_equal(world->outcome.taken, 2);
    assert_int_equal(world->outcome.refused, 0);
    assert_int_equal(world->outcome.incomplete, 0);
    assert_int_equal(world_kept(world), 2);
    assert_non_null(strstr(world->said, "more - 3/3"));
    for (int i = 0; i < 3; i++)
        free(one[i]);
    for (int i = 0; i < 2; i++)
        free(other[i]);
    free(text);
}

static void a_missing_part_is_named(void **state)
{
    struct world *world = *state;
    char *first = world_digits(&world->sealed, 1, 3);
    char *last = world_digits(&world->sealed, 3, 3);
    char *text = calloc(1, 16384);

    snprintf(text, 16384, "%s\n%s\n", first, last);
    world_scan_text(world, text);
    assert_said(world, "incomplete", false);
    assert_non_null(strstr(world->said, "2/3"));
    assert_int_equal(world->outcome.incomplete, 1);
    assert_int_equal(world_kept(world), 0);
    free(first);
    free(last);
    free(text);
}

static void a_misread_code_is_damaged(void **state)
{
    struct world *world = *state;
    char *digits = world_digits(&world->sealed, 1, 1);

    digits[100] = digits[100] == '9' ? '0' : '9';
    world_scan_text(world, digits);
    assert_refused(world, "damaged", false);
    free(digits);
}

static void a_code_that_ends_too_soon_is_damaged(void **state)
{
    struct world *world = *state;
    char *digits = world_digits(&world->sealed, 1, 1);

    digits[strlen(digits) - 17] = '\0';
    world_scan_text(world, digits);
    assert_refused(world, "damaged", false);
    free(digits);
}

static void other_codes_are_foreign(void **state)
{
    struct world *world = *state;

    world_scan_text(world, "4901234567894\n");
    assert_refused(world, "foreign", false);
    world_scan_text(world, "https://example.org/menu\n");
    assert_refused(world, "foreign", false);
}

static void an_enrolment_code_is_no_entry(void **state)
{
    struct world *world = *state;
    char code[YT_ENROLMENT_CODE_MAX];

    yt_enrolment_code(&world->kiosk.known, code);
    world_scan_text(world, code);
    assert_refused(world, "enrolment", false);
}

static void a_byte_wrong_under_the_seal_is_told(void **state)
{
    struct world *world = *state;

    /* With check numbers that fit: somebody made the code anew. */
    world->sealed.bytes[world->sealed.size - 5] ^= 0x10;
    scan_sealed(world);
    assert_refused(world, "broken-seal", true);
}

static void an_entry_for_another_desk_stays_shut(void **state)
{
    struct world *world = *state;
    struct yt_desk_public other = world->desk.known;
    uint8_t secret[YT_SEAL_SECRET_SIZE];

    crypto_box_keypair(other.seal_key, secret);
    assert_true(
        yt_envelope_seal(&world->entry, &world->kiosk, &other, &world->sealed, &world->err));
    scan_sealed(world);
    assert_refused(world, "wrong-desk", true);
}

static void a_kiosk_that_was_never_enrolled_is_not_believed(void **state)
{
    struct world *world = *state;

    world->kiosk = world_other_kiosk("k9");
    yt_str_copy(world->entry.kiosk, sizeof world->entry.kiosk, "k9");
    world_seal(world);
    scan_sealed(world);
    assert_refused(world, "unknown-kiosk", true);
    assert_non_null(strstr(world->said, "k9"));
}

static void a_revoked_kiosk_is_not_believed_any_more(void **state)
{
    struct world *world = *state;
    int revoked = 0;

    scan_sealed(world);
    assert_said(world, "taken", true);
    assert_true(yt_desk_store_revoke(world->desk.store, "k2", "", &revoked, &world->err));
    assert_int_equal(revoked, 1);
    randombytes_buf(world->entry.id, sizeof world->entry.id);
    world_seal(world);
    scan_sealed(world);
    assert_said(world, "unknown-kiosk", true);
    assert_int_equal(world_kept(world), 1);
}

static void a_signature_by_somebody_else_is_forged(void **state)
{
    struct world *world = *state;

    world->kiosk = world_other_kiosk("k2"); /* says it is k2, with another key */
    world_seal(world);
    scan_sealed(world);
    assert_refused(world, "forged", true);
}

static void the_id_with_other_bytes_is_refused(void **state)
{
    struct world *world = *state;
    struct yt_sealed first = world->sealed;
    struct yt_sealed kept[2];
    char number[YT_SLIP_NUMBER_MAX];
    size_t count = 0;

    scan_sealed(world);
    yt_str_copy(world->entry.own_words, sizeof world->entry.own_words, "別のこと");
    world_seal(world);
    scan_sealed(world);
    assert_said(world, "replayed", true);
    assert_int_equal(world->outcome.refused, 1);
    assert_int_equal(world_kept(world), 1);
    yt_slip_number(world->entry.id, number);
    assert_true(yt_desk_store_find(world->desk.store, number, kept, 2, &count, &world->err));
    assert_int_equal(kept[0].size, first.size);
    assert_memory_equal(kept[0].bytes, first.bytes, first.size);
}

static void what_was_withdrawn_does_not_come_back(void **state)
{
    struct world *world = *state;

    scan_sealed(world);
    assert_true(yt_desk_store_withdraw(world->desk.store, world->entry.id, 0, &world->err));
    assert_int_equal(world_kept(world), 0);
    assert_false(world_holds(world, world->sealed.bytes + YT_ENVELOPE_HEAD_SIZE, 24));
    scan_sealed(world);
    assert_refused(world, "withdrawn", true);
}

static void photos_are_read(void **state)
{
    struct world *world = *state;
    struct yt_symbols symbols;
    const struct yt_symbol *drawn[1];
    char path[2][128];
    char *files[2] = {path[0], path[1]};

    assert_true(yt_symbols_make(&world->sealed, YT_PAPER_80_DOTS, NULL, &symbols, &world->err));
    assert_int_equal(symbols.count, 1);
    drawn[0] = &symbols.symbol[0];
    world_draw(world, drawn, 1, 4, "slip.png", path[0]);
    world_draw(world, drawn, 1, 5, "slip.jpg", path[1]);
    world_scan_files(world, files, 2);
    assert_said(world, "taken", true);
    assert_said(world, "again", true);
    assert_int_equal(world_kept(world), 1);
    unlink(path[0]);
    unlink(path[1]);
}

static void one_photo_may_hold_several_symbols(void **state)
{
    struct world *world = *state;
    struct yt_symbols first;
    struct yt_symbols second;
    const struct yt_symbol *drawn[4];
    size_t count = 0;
    char path[128];
    char *files[1] = {path};

    assert_true(yt_symbols_make(&world->sealed, YT_PAPER_80_DOTS, NULL, &first, &world->err));
    randombytes_buf(world->entry.id, sizeof world->entry.id);
    world_seal(world);
    assert_true(yt_symbols_make(&world->sealed, YT_PAPER_80_DOTS, "HTTPS://DESK.EXAMPLE/S/",
                                &second, &world->err));
    for (int i = 0; i < second.count; i++)
        drawn[count++] = &second.symbol[second.count - 1 - i];
    drawn[count++] = &first.symbol[0];
    world_draw(world, drawn, count, 4, "stack.png", path);
    world_scan_files(world, files, 1);
    assert_int_equal(world->outcome.taken, 2);
    assert_int_equal(world_kept(world), 2);
    unlink(path);
}

static void pictures_without_a_code_and_broken_ones_are_told(void **state)
{
    struct world *world = *state;
    struct yt_raster blank;
    char path[2][128];
    char *files[2] = {path[0], path[1]};
    FILE *broken;

    snprintf(path[0], sizeof path[0], "/tmp/%s-blank.png", strrchr(world->folder, '/') + 1);
    snprintf(path[1], sizeof path[1], "/tmp/%s-broken.png", strrchr(world->folder, '/') + 1);
    assert_true(yt_raster_init(&blank, 300, 300, &world->err));
    assert_true(yt_raster_write_png(&blank, path[0], &world->err));
    yt_raster_done(&blank);
    broken = fopen(path[1], "wb");
    assert_non_null(broken);
    fputs("\x89PNG\r\n\x1a\nthis is no picture", broken);
    fclose(broken);
    world_scan_files(world, files, 2);
    assert_said(world, "no-code", false);
    assert_said(world, "unreadable", false);
    assert_int_equal(world->outcome.refused, 2);
    unlink(path[0]);
    unlink(path[1]);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, world_setup, world_teardown)
    const struct CMUnitTest tests[] = {
        TEST(a_slip_is_taken_in_once),
        TEST(what_keyboards_make_of_a_code_is_forgiven),
        TEST(parts_come_in_any_order_among_others),
        TEST(a_missing_part_is_named),
        TEST(a_misread_code_is_damaged),
        TEST(a_code_that_ends_too_soon_is_damaged),
        TEST(other_codes_are_foreign),
        TEST(an_enrolment_code_is_no_entry),
        TEST(a_byte_wrong_under_the_seal_is_told),
        TEST(an_entry_for_another_desk_stays_shut),
        TEST(a_kiosk_that_was_never_enrolled_is_not_believed),
        TEST(a_revoked_kiosk_is_not_believed_any_more),
        TEST(a_signature_by_somebody_else_is_forged),
        TEST(the_id_with_other_bytes_is_refused),
        TEST(what_was_withdrawn_does_not_come_back),
        TEST(photos_are_read),
        TEST(one_photo_may_hold_several_symbols),
        TEST(pictures_without_a_code_and_broken_ones_are_told),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
