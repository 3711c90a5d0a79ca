#include "handoff/printer.h"

#include "base/fs.h"

#include <png.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static void specs(void **state)
{
    static const char *const good[] = {"png:/tmp/x",
                                       "escpos:/dev/usb/lp0",
                                       "escpos-serial:/dev/ttyUSB0",
                                       "escpos-serial:/dev/ttyUSB0:9600",
                                       "escpos-tcp:printer.local:9100",
                                       "escpos-tcp:[::1]:9100"};
    static const char *const bad[] = {"",
                                      "png:",
                                      "lp0",
                                      "escpos:lp0",
                                      "escpos-serial:/dev/ttyUSB0:12345",
                                      "escpos-serial:/dev/ttyUSB0:96x",
                                      "escpos-tcp:printer",
                                      "escpos-tcp::9100",
                                      "escpos-tcp:printer:99999",
                                      "escpos-tcp:printer:91 "};
    struct yt_err err = {0};

    (void)state;
    for (size_t i = 0; i < YT_COUNT(good); i++) {
        struct yt_printer *printer = yt_printer_open(good[i], NULL, &err);

        if (!printer)
            fail_msg("%s: %s", good[i], err.text);
        yt_printer_free(printer);
    }
    for (size_t i = 0; i < YT_COUNT(bad); i++) {
        assert_null(yt_printer_open(bad[i], NULL, &err));
        assert_int_equal(err.code, YT_ERR_INVALID);
        assert_true(err.remedy[0] != '\0');
    }
}

static void a_folder_takes_a_picture_for_each_slip(void **state)
{
    char folder[64] = "/tmp/yotte-png-XXXXXX";
    char spec[96];
    char path[128];
    uint8_t dots[100 * 50];
    png_image image = {.version = PNG_IMAGE_VERSION};
    struct yt_raster raster;
    struct yt_err err = {0};
    struct yt_printer *printer;
    struct yt_printer_status status;

    (void)state;
    assert_non_null(mkdtemp(folder));
    snprintf(spec, sizeof spec, "png:%s/a/b", folder);
    assert_non_null(printer = yt_printer_open(spec, NULL, &err));
    assert_true(yt_printer_status(printer, &status, &err));
    assert_true(status.answered && status.online);
    assert_true(yt_raster_init(&raster, 100, 50, &err));
    yt_raster_fill(&raster, 10, 20, 30, 5);
    for (int i = 1; i <= 2; i++) {
        struct yt_print_result result;

        yt_printer_print(printer, &raster, NULL, &result);
        assert_int_equal(result.outcome, YT_PRINT_DONE);
        snprintf(path, sizeof path, "%s/a/b/slip-%04d.png", folder, i);
        assert_true(png_image_begin_read_from_file(&image, path));
        assert_int_equal(image.width, 100);
        assert_int_equal(image.height, 50);
        image.format = PNG_FORMAT_GRAY;
        assert_true(png_image_finish_read(&image, NULL, dots, 0, NULL));
        for (int y = 0; y < 50; y++)
            for (int x = 0; x < 100; x++)
                assert_int_equal(dots[y * 100 + x],
                                 x >= 10 && x < 40 && y >= 20 && y < 25 ? 0 : 255);
        (void)unlink(path);
        if (i == 1)
            assert_true(yt_fs_write_durable(path, "", 0, 0644, &err)); /* its place is taken */
    }
    yt_raster_done(&raster);
    yt_printer_free(printer);
}

static void a_printer_that_is_not_there_is_off_line(void **state)
{
    struct yt_err err = {0};
    struct yt_printer *printer = yt_printer_open("escpos:/nowhere/lp0", NULL, &err);
    struct yt_printer_status status;
    struct yt_print_result result;
    struct yt_raster raster;

    (void)state;
    assert_non_null(printer);
    assert_false(yt_printer_status(printer, &status, &err));
    assert_int_equal(err.code, YT_ERR_OFFLINE);
    assert_true(yt_raster_init(&raster, 8, 8, &err));
    yt_printer_print(printer, &raster, NULL, &result);
    assert_int_equal(result.outcome, YT_PRINT_NOT);
    assert_int_equal(result.reason.code, YT_ERR_OFFLINE);
    yt_raster_done(&raster);
    yt_printer_free(printer);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(specs),
        cmocka_unit_test(a_folder_takes_a_picture_for_each_slip),
        cmocka_unit_test(a_printer_that_is_not_there_is_off_line),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
