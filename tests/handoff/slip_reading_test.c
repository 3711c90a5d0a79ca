/* The whole way: an entry is sealed, printed through the ESC/POS driver on the simulated printer,
 * its paper worn, read by two readers that know nothing of us, and opened again. */
#include "handoff/part.h"
#include "handoff/printer.h"
#include "sample.h"
#include "sim_process.h"
#include "ui/text/text.h"
#include "worn.h"

#include <png.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zbar.h>

#include <cmocka.h>

#define READ_MAX 9

/* What a reader found: the texts of QR symbols. */
struct reading {
    int count;
    char text[READ_MAX][YT_PART_MAX + YT_SYMBOL_URL_MAX];
};

static void note(struct reading *reading, const char *text, size_t size)
{
    if (reading->count < READ_MAX && size < sizeof reading->text[0]) {
        memcpy(reading->text[reading->count], text, size);
        reading->text[reading->count++][size] = '\0';
    }
}

static void read_by_zbar(const uint8_t *picture, int width, int height, struct reading *reading)
{
    zbar_image_scanner_t *scanner = zbar_image_scanner_create();
    zbar_image_t *image = zbar_image_create();

    *reading = (struct reading){0};
    zbar_image_scanner_set_config(scanner, ZBAR_NONE, ZBAR_CFG_ENABLE, 0);
    zbar_image_scanner_set_config(scanner, ZBAR_QRCODE, ZBAR_CFG_ENABLE, 1);
    zbar_image_set_format(image, *(const int *)"Y800");
    zbar_image_set_size(image, (unsigned)width, (unsigned)height);
    zbar_image_set_data(image, picture, (size_t)width * (size_t)height, NULL);
    zbar_scan_image(scanner, image);
    for (const zbar_symbol_t *symbol = zbar_image_first_symbol(image); symbol;
         symbol = zbar_symbol_next(symbol))
        note(reading, zbar_symbol_get_data(symbol), zbar_symbol_get_data_length(symbol));
    zbar_image_destroy(image);
    zbar_image_scanner_destroy(scanner);
}

/* ZXing-C++ by its program: `Text: "..."` for each symbol. It reads one symbol of a picture. */
static void read_by_zxing(const char *path, struct reading *reading)
{
    char command[256];
    char line[2 * YT_PART_MAX];
    FILE *output;

    *reading = (struct reading){0};
    snprintf(command, sizeof command, "ZXingReader -format QRCode '%s' 2>&1", path);
    assert_non_null(output = popen(command, "r"));
    while (fgets(line, sizeof line, output)) {
        char *from = strchr(line, '"');
        char *to = strrchr(line, '"');

        if (strncmp(line, "Text:", 5) == 0 && from && to > from)
            note(reading, from + 1, (size_t)(to - from - 1));
    }
    if (pclose(output) == 127 << 8)
        fail_msg("ZXingReader is not installed (package zxing-cpp-tools)");
}

static bool has(const struct reading *reading, const char *text)
{
    for (int i = 0; i < reading->count; i++)
        if (strcmp(reading->text[i], text) == 0)
            return true;
    return false;
}

struct slip_case {
    enum sample_size size;
    int paper_dots;
    const char *language;
    const char *url;
    struct worn worn;
};

static void print(const struct slip_case *slip_case, const struct sim_process *sim,
                  const struct yt_symbols *symbols, const struct yt_sealed *sealed)
{
    const struct yt_printer_limits limits = YT_PRINTER_LIMITS_DEFAULT;
    struct yt_print_result result;
    struct yt_raster raster;
    struct yt_slip slip;
    struct yt_err err = {0};
    char number[YT_SLIP_NUMBER_MAX];
    YT_SCOPED(yt_text_engine_free_scoped) struct yt_text_engine *engine = sample_text(&err);
    YT_SCOPED(yt_printer_free_scoped)
    struct yt_printer *printer = yt_printer_open(sim->spec, &limits, &err);
    struct yt_slip_painter painter = sample_painter(engine);

    if (!engine)
        fail_msg("%s %s", err.text, err.remedy);
    assert_non_null(printer);
    yt_slip_number(sealed->id, number);
    sample_slip(slip_case->language, slip_case->paper_dots, symbols, number, &slip);
    assert_true(yt_slip_compose(&slip, &painter, &raster, &err));
    yt_printer_print(printer, &raster, NULL, &result);
    assert_int_equal(result.outcome, YT_PRINT_DONE);
    yt_raster_done(&raster);
}

/* The part of a picture that a person would hold before the reader: the symbol numbered `index` of
 * `count`, which stand one below the other. */
static void write_part(const uint8_t *dots, int width, int from, int to, const struct worn *worn,
                       const char *path, struct reading *zbar)
{
    png_image image = {.version = PNG_IMAGE_VERSION, .format = PNG_FORMAT_GRAY};
    int wide;
    int high;
    uint8_t *picture =
        worn_picture(dots + (size_t)from * (size_t)width, width, to - from, worn, &wide, &high);

    image.width = (png_uint_32)wide;
    image.height = (png_uint_32)high;
    assert_true(png_image_write_to_file(&image, path, 0, picture, 0, NULL));
    read_by_zbar(picture, wide, high, zbar);
    free(picture);
}

static size_t find_key(const char *kiosk, uint8_t keys[YT_KIOSK_KEYS_MAX][YT_VERIFY_KEY_SIZE],
                       void *context)
{
    struct yt_kiosk_key key;

    (void)context;
    (void)kiosk;
    sample_kiosk_key(&key);
    memcpy(keys[0], key.known.verify_key, sizeof keys[0]);
    return 1;
}

static void assert_opens(const struct yt_sealed *sealed, enum sample_size size)
{
    const struct yt_kiosk_book book = {.find = find_key};
    struct yt_desk_public desk;
    struct yt_desk_opener opener;
    struct yt_entry expected;
    struct yt_entry entry;
    struct yt_err err = {0};

    sample_desk(&desk, &opener);
    sample_entry(size, &expected);
    if (!yt_envelope_open(sealed, &opener, &book, &entry, &err))
        fail_msg("%s", err.text);
    assert_memory_equal(entry.answers, expected.answers, sizeof entry.answers);
    assert_string_equal(entry.contact.number, expected.contact.number);
    assert_string_equal(entry.own_words, expected.own_words);
    assert_memory_equal(&entry.appointment.time_minutes, &expected.appointment.time_minutes,
                        sizeof entry.appointment.time_minutes);
}

static void read_back(const struct slip_case *slip_case)
{
    static struct yt_symbols symbols;
    static struct yt_part_reading reading;
    static struct reading zbar;
    static struct reading zxing;
    const char *const options[] = {"--width", slip_case->paper_dots == 576 ? "576" : "384",
                                   "--mm-a-second", "400", NULL};
    YT_SCOPED(yt_part_collector_free_scoped)
    struct yt_part_collector *collector = yt_part_collector_new(2);
    struct yt_sealed sealed;
    struct sim_process sim;
    struct yt_err err = {0};
    char path[128];
    char digits[YT_PART_MAX];
    char expected[YT_PART_MAX + YT_SYMBOL_URL_MAX];
    uint8_t *dots;
    int width;
    int height;

    assert_true(sample_seal(slip_case->size, &sealed, &err));
    assert_true(yt_symbols_make(&sealed, slip_case->paper_dots, slip_case->url, &symbols, &err));
    sim_start(&sim, false, options);
    print(slip_case, &sim, &symbols, &sealed);
    assert_non_null(dots = sim_picture(&sim, "slip-0001.png", &width, &height));
    snprintf(path, sizeof path, "%s/slip-worn.png", sim.folder);
    for (int part = 1; part <= symbols.count; part++) {
        /* Several are shown to the reader one by one: half a slip, moved down by a symbol. */
        int window = symbols.count == 1 ? height : height / 2;
        int from = symbols.count == 1 ? 0 : (height - window) * (part - 1) / (symbols.count - 1);

        write_part(dots, width, from, from + window, &slip_case->worn, path, &zbar);
        read_by_zxing(path, &zxing);
        yt_part_write(&sealed, part, symbols.count, digits);
        snprintf(expected, sizeof expected, "%s%s", slip_case->url ? slip_case->url : "", digits);
        if (!has(&zbar, expected))
            fail_msg("zbar does not read part %d of %d", part, symbols.count);
        if (symbols.count == 1 && !has(&zxing, expected))
            fail_msg("ZXing does not read it");
        yt_part_collector_add(collector, expected, strlen(expected), &reading);
    }
    assert_int_equal(reading.verdict, YT_PART_COMPLETE);
    assert_memory_equal(&reading.sealed, &sealed, sizeof sealed);
    if (slip_case->size != SAMPLE_FULLEST)
        assert_opens(&reading.sealed, slip_case->size);
    free(dots);
    sim_stop(&sim);
}

static const struct worn as_printed = {0};
static const struct worn worn = {.turn_degrees = 3, .blur_dots = 0.67, .noise_percent = 2};

static void a_slip_on_58_mm_paper(void **state)
{
    (void)state;
    read_back(&(struct slip_case){SAMPLE_TYPICAL, 384, "ja", NULL, as_printed});
    read_back(&(struct slip_case){SAMPLE_TYPICAL, 384, "ne", NULL, worn});
}

static void the_largest_single_symbols(void **state)
{
    (void)state;
    read_back(&(struct slip_case){SAMPLE_FULL, 384, "ja-easy", NULL, worn});
    read_back(&(struct slip_case){SAMPLE_FULL, 576, "en", NULL, worn});
}

static void a_slip_with_an_address(void **state)
{
    (void)state;
    read_back(&(struct slip_case){SAMPLE_FULL, 384, "ja", "HTTPS://DESK.EXAMPLE/S/", worn});
}

static void a_slip_with_several_symbols(void **state)
{
    (void)state;
    read_back(&(struct slip_case){SAMPLE_FULLEST, 384, "ja", NULL, as_printed});
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_slip_on_58_mm_paper),
        cmocka_unit_test(the_largest_single_symbols),
        cmocka_unit_test(a_slip_with_an_address),
        cmocka_unit_test(a_slip_with_several_symbols),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
