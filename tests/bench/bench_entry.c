/* From an entry in memory to the bytes that go to the printer, as the kiosk's workers do it: sign
 * and seal, make the code, compose the slip, encode it.
 *
 *   bench_entry COUNT
 *
 * Prints "name<TAB>milliseconds" COUNT times each: entry-58 and entry-80 (all of it, by the paper's
 * width in millimetres), seal, symbol, slip, escpos (its parts, on 58 mm). */
#include "handoff/envelope.h"
#include "handoff/escpos_encode.h"
#include "handoff/raster.h"
#include "handoff/slip.h"
#include "handoff/symbol.h"
#include "kiosk/slip_painter.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static double now_ms(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

/* All twenty questions answered, eight things chosen, a booking, a name, a number, own words. */
static void fill_entry(struct yt_entry *entry)
{
    *entry = (struct yt_entry){
        .kiosk = "k1",
        .language = "ja",
        .content_number = 1,
        .time_minutes = 29900000,
        .time_trusted = true,
        .kinds = YT_ENTRY_CHECK | YT_ENTRY_ASK | YT_ENTRY_BOOK,
        .consent = YT_CONSENT_NAMED,
        .urgency = YT_URGENCY_SOON,
        .answer_count = 20,
        .item_count = 8,
        .lit_count = 10,
        .appointment = {.wanted = true,
                        .firm = true,
                        .type = 1,
                        .place = 1,
                        .time_count = 1,
                        .time_minutes = {29905000},
                        .length_minutes = 50},
        .contact = {.name = "さくら",
                    .reach = YT_REACH_PHONE,
                    .number = "090-0000-0000",
                    .parts = YT_PART_DAYTIME,
                    .message_ok = YT_YES,
                    .office_name_ok = YT_NO},
        .own_words = "しごとのことと、家賃のことを、ゆっくり話したいです。",
    };
    randombytes_buf(entry->id, sizeof entry->id);
    for (uint16_t i = 0; i < 20; i++)
        entry->answers[i] =
            (struct yt_entry_answer){.question = (uint16_t)(i + 1), .chosen = 2u << i % 6};
    for (uint16_t i = 0; i < 8; i++)
        entry->items[i] =
            (struct yt_entry_item){.item = (uint16_t)(i + 1), .ways = YT_WAY_MARKED | YT_WAY_ASK};
    for (uint16_t i = 0; i < 10; i++)
        entry->lit[i] = (uint16_t)(i + 1);
}

static const struct yt_slip_text chosen[] = {
    {"家賃《やちん》のこと", "家賃のこと"},
    {"しごとを さがす", "仕事を探す"},
    {"お金《かね》の やりくり", "家計の見直し"},
    {"こころと からだ", "心と体の健康"},
    {"家族《かぞく》の 世話《せわ》", "家族の世話"},
    {"食《た》べものの 支援《しえん》", "食料の支援"},
    {"手続《てつづ》きの 手伝《てつだ》い", "手続きの手伝い"},
    {"居場所《いばしょ》", "居場所"},
};

static void fill_slip(struct yt_slip *slip, int paper_dots, const struct yt_symbols *symbols)
{
    *slip = (struct yt_slip){
        .paper_dots = paper_dots,
        .language = "ja-easy",
        .site = {"つむぎ市《し》 くらしと しごとの 相談《そうだん》",
                 "つむぎ市 くらしと仕事の相談"},
        .phone = "0120-000-000",
        .status = {"予約《よやく》", "予約"},
        .firm = true,
        .what = {"相談《そうだん》の時間《じかん》", "相談の時間"},
        .when = {{"1月《がつ》15日《にち》（木《もく》） 10:00", "1月15日（木）10:00"}},
        .where = {"市役所《しやくしょ》 1階《かい》", "市役所 1階"},
        .heading = {"えらんだもの", "選んだもの"},
        .line_count = YT_COUNT(chosen),
        .number_label = {"受付番号《うけつけばんごう》", "受付番号"},
        .number = "123 456 789",
        .code_note = {"この コードは 相談《そうだん》の 人《ひと》だけが 読《よ》めます。", ""},
        .note_count = 1,
        .notes = {{"やめたい ときは、番号《ばんごう》を 言《い》ってください。", ""}},
        .symbols = symbols,
    };
    memcpy(slip->lines, chosen, sizeof chosen);
}

struct maker {
    struct yt_kiosk_key kiosk;
    struct yt_desk_public desk;
    struct yt_text_engine *text;
};

/* Milliseconds at which each part was done. */
struct times {
    double begun;
    double sealed;
    double symbols;
    double composed;
    double encoded;
};

static bool encode(const struct yt_raster *raster, struct yt_err *err)
{
    YT_SCOPED(yt_buf_done) struct yt_buf bytes = {.max = (size_t)1 << 20};

    yt_escpos_begin(&bytes);
    for (int row = 0; row < raster->height;)
        row = yt_escpos_block(raster, row, &bytes);
    yt_escpos_cut(&bytes);
    return yt_buf_ok(&bytes, err);
}

static bool make(struct maker *maker, int paper_dots, struct times *times, struct yt_err *err)
{
    static struct yt_symbols symbols;
    YT_SCOPED(yt_raster_done) struct yt_raster raster = {0};
    struct yt_slip_painter painter = yt_slip_painter(maker->text);
    struct yt_sealed sealed;
    struct yt_entry entry;
    struct yt_slip slip;

    fill_entry(&entry);
    times->begun = now_ms();
    if (!yt_envelope_seal(&entry, &maker->kiosk, &maker->desk, &sealed, err))
        return false;
    times->sealed = now_ms();
    if (!yt_symbols_make(&sealed, paper_dots, NULL, &symbols, err))
        return false;
    times->symbols = now_ms();
    fill_slip(&slip, paper_dots, &symbols);
    if (!yt_slip_compose(&slip, &painter, &raster, err))
        return false;
    yt_text_forget(maker->text); /* as after each slip: nobody's words are kept */
    times->composed = now_ms();
    if (!encode(&raster, err))
        return false;
    times->encoded = now_ms();
    return true;
}

static bool run(struct maker *maker, int count, struct yt_err *err)
{
    for (int i = 0; i < count; i++) {
        struct times times;

        if (!make(maker, YT_PAPER_58_DOTS, &times, err))
            return false;
        printf("entry-58\t%.3f\nseal\t%.3f\nsymbol\t%.3f\nslip\t%.3f\nescpos\t%.3f\n",
               times.encoded - times.begun, times.sealed - times.begun,
               times.symbols - times.sealed, times.composed - times.symbols,
               times.encoded - times.composed);
        if (!make(maker, YT_PAPER_80_DOTS, &times, err))
            return false;
        printf("entry-80\t%.3f\n", times.encoded - times.begun);
    }
    return true;
}

int main(int argc, char **argv)
{
    struct maker maker = {.kiosk = {.known = {.kiosk = "k1"}}};
    uint8_t desk_secret[YT_SEAL_SECRET_SIZE];
    struct yt_err err = {0};
    bool done;

    if (argc != 2 || sodium_init() < 0) {
        (void)fprintf(stderr, "bench_entry COUNT\n");
        return 2;
    }
    crypto_sign_keypair(maker.kiosk.known.verify_key, maker.kiosk.sign_key);
    crypto_box_keypair(maker.desk.seal_key, desk_secret);
    done = (maker.text = yt_text_engine_new(NULL, NULL, &err)) != NULL &&
           run(&maker, (int)strtol(argv[1], NULL, 10), &err);
    if (!done)
        (void)fprintf(stderr, "bench_entry: %s %s\n", err.text, err.remedy);
    yt_text_engine_free(maker.text);
    return done ? 0 : 1;
}
