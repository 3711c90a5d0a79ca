/* What our sender makes of a printer that misbehaves, by a printer that misbehaves on order. */
#include "handoff/printer.h"
#include "sim_process.h"

#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#define WIDTH 384
#define HEIGHT 900

/* Shorter than in the field, so that the tests are soon done; longer than a busy machine needs to
 * pass on a few bytes. */
static const struct yt_printer_limits limits = {
    .connect_ms = 2000, .answer_ms = 400, .stall_ms = 1500, .person_ms = 1200, .total_ms = 20000};

static void draw(struct yt_raster *slip)
{
    struct yt_err err = {0};

    assert_true(yt_raster_init(slip, WIDTH, HEIGHT, &err));
    for (int i = 0; i < 30; i++)
        if (i % 10 != 9)
            yt_raster_fill(slip, i * 11, i * 30, 40 + i, 22);
}

static void print(const struct sim_process *sim, struct yt_print_watch *watch,
                  struct yt_print_result *result)
{
    struct yt_err err = {0};
    struct yt_raster slip;
    YT_SCOPED(yt_printer_free_scoped) struct yt_printer *printer = NULL;

    assert_non_null(printer = yt_printer_open(sim->spec, &limits, &err));
    draw(&slip);
    yt_printer_print(printer, &slip, watch, result);
    yt_raster_done(&slip);
}

/* Waits for the picture: a printer that answers nothing may still be at it. */
static bool whole_slip(const struct sim_process *sim, const char *name)
{
    struct yt_raster slip;
    uint8_t *dots = NULL;
    bool same = true;
    int width;
    int height;

    for (int i = 0; i < 100 && !(dots = sim_picture(sim, name, &width, &height)); i++)
        usleep(20000);
    if (!dots)
        return false;
    draw(&slip);
    same = width == WIDTH && height == HEIGHT;
    for (int y = 0; y < HEIGHT && same; y++)
        for (int x = 0; x < WIDTH && same; x++)
            same = yt_raster_ink(&slip, x, y) == (dots[y * width + x] == 0);
    yt_raster_done(&slip);
    free(dots);
    return same;
}

struct expectation {
    bool terminal;
    const char *options[8]; /* NULL ends them */
    enum yt_print_outcome outcome;
    enum yt_err_code reason;
    bool whole; /* the paper came out whole */
    bool interrupted, low;
};

static void expect(const struct expectation *expected)
{
    struct yt_print_result result;
    struct sim_process sim;

    sim_start(&sim, expected->terminal, expected->options);
    print(&sim, NULL, &result);
    if (result.outcome != expected->outcome || result.reason.code != expected->reason)
        fail_msg("%s: %s (%s)", expected->options[1] ? expected->options[1] : "plain",
                 yt_print_outcome_name(result.outcome), result.reason.text);
    assert_int_equal(result.interrupted, expected->interrupted);
    assert_int_equal(result.paper_low, expected->low);
    if (expected->whole)
        assert_true(whole_slip(&sim, "slip-0001.png"));
    else
        assert_int_equal(sim_slips(&sim), 0);
    assert_false(sim_told(&sim, "unknown command"));
    assert_false(sim_told(&sim, "inside a picture"));
    assert_false(sim_told(&sim, "ink beyond"));
    sim_stop(&sim);
}

static void a_good_printer_prints(void **state)
{
    static const struct expectation all[] = {
        {.options = {NULL}, .outcome = YT_PRINT_DONE, .whole = true},
        {.terminal = true, .options = {NULL}, .outcome = YT_PRINT_DONE, .whole = true},
        {.options = {"--fault", "near-end"}, .outcome = YT_PRINT_DONE, .whole = true, .low = true},
        {.options = {"--fault", "garbage"}, .outcome = YT_PRINT_DONE, .whole = true},
        {.options = {"--fault", "no-mark"}, .outcome = YT_PRINT_DONE, .whole = true},
        {.options = {"--mm-a-second", "60", "--buffer", "4096"},
         .outcome = YT_PRINT_DONE,
         .whole = true},
        {.terminal = true,
         .options = {"--bytes-a-second", "11520", "--buffer", "4096"},
         .outcome = YT_PRINT_DONE,
         .whole = true},
    };

    (void)state;
    for (size_t i = 0; i < YT_COUNT(all); i++)
        expect(&all[i]);
}

static void trouble_that_is_put_right_in_time(void **state)
{
    static const struct expectation all[] = {
        {.options = {"--fault", "paper-out@500:0.6"},
         .outcome = YT_PRINT_DONE,
         .whole = true,
         .interrupted = true},
        {.terminal = true,
         .options = {"--fault", "cover@300:0.6"},
         .outcome = YT_PRINT_DONE,
         .whole = true,
         .interrupted = true},
        {.options = {"--fault", "offline@0:0.5"}, .outcome = YT_PRINT_DONE, .whole = true},
        {.options = {"--fault", "hang@300:0.8"}, .outcome = YT_PRINT_DONE, .whole = true},
    };

    (void)state;
    for (size_t i = 0; i < YT_COUNT(all); i++)
        expect(&all[i]);
}

static void trouble_that_stays_is_named(void **state)
{
    static const struct expectation all[] = {
        {.options = {"--fault", "paper-out"}, .reason = YT_ERR_PAPER_OUT},
        {.options = {"--fault", "paper-out@500"}, .reason = YT_ERR_PAPER_OUT},
        {.options = {"--fault", "paper-out@890"}, .reason = YT_ERR_PAPER_OUT},
        {.terminal = true, .options = {"--fault", "paper-out@500"}, .reason = YT_ERR_PAPER_OUT},
        {.options = {"--fault", "cover"}, .reason = YT_ERR_COVER_OPEN},
        {.options = {"--fault", "cover@200"}, .reason = YT_ERR_COVER_OPEN},
        {.options = {"--fault", "jam@300"}, .reason = YT_ERR_IO},
        {.options = {"--fault", "offline"}, .reason = YT_ERR_OFFLINE},
    };

    (void)state;
    for (size_t i = 0; i < YT_COUNT(all); i++) {
        struct expectation expected = all[i];

        expected.outcome = YT_PRINT_NOT;
        expect(&expected);
    }
}

static void what_is_not_known_is_not_said(void **state)
{
    static const struct expectation all[] = {
        {.options = {"--fault", "mute"}, .reason = YT_ERR_TIMEOUT, .whole = true},
        {.terminal = true, .options = {"--fault", "mute"}, .reason = YT_ERR_TIMEOUT, .whole = true},
        {.options = {"--fault", "hang@400"}, .reason = YT_ERR_TIMEOUT},
        {.options = {"--fault", "unplug@400"}, .reason = YT_ERR_IO},
        {.terminal = true, .options = {"--fault", "unplug@400"}, .reason = YT_ERR_IO},
        /* All of it is on paper, but nobody says so. */
        {.options = {"--fault", "mute@890"}, .reason = YT_ERR_TIMEOUT, .whole = true},
    };

    (void)state;
    for (size_t i = 0; i < YT_COUNT(all); i++) {
        struct expectation expected = all[i];

        expected.outcome = YT_PRINT_UNKNOWN;
        expect(&expected);
    }
}

/* A slip that was given up does not come out later for somebody else, and the next one is whole. */
static void after_trouble_the_next_slip_is_clean(void **state)
{
    static const char *const options[] = {"--fault", "paper-out@500", "--mm-a-second", "200", NULL};
    struct yt_err err = {0};
    struct yt_print_result result;
    struct yt_printer *printer;
    struct sim_process sim;
    struct yt_raster slip;

    (void)state;
    sim_start(&sim, false, options);
    assert_non_null(printer = yt_printer_open(sim.spec, &limits, &err));
    draw(&slip);
    yt_printer_print(printer, &slip, NULL, &result);
    assert_int_equal(result.outcome, YT_PRINT_NOT);
    sim_order(&sim, "ok");
    usleep(300000);
    assert_int_equal(sim_slips(&sim), 0);
    assert_true(sim_told(&sim, "buffers cleared"));
    for (int i = 0; i < 2; i++) {
        yt_printer_print(printer, &slip, NULL, &result);
        assert_int_equal(result.outcome, YT_PRINT_DONE);
    }
    /* First the piece that hung out, cut off by itself; then two whole ones. */
    assert_int_equal(sim_slips(&sim), 3);
    assert_true(whole_slip(&sim, "slip-0002.png"));
    assert_true(whole_slip(&sim, "slip-0003.png"));
    yt_raster_done(&slip);
    yt_printer_free(printer);
    sim_stop(&sim);
}

static void status_is_known_before_printing(void **state)
{
    static const struct {
        const char *fault;
        struct yt_printer_status status;
    } all[] = {
        {"near-end", {.answered = true, .online = true, .paper_low = true}},
        {"paper-out", {.answered = true, .paper_out = true}},
        {"cover", {.answered = true, .cover_open = true}},
        {"jam", {.answered = true, .error = true}},
        {"offline", {.answered = true}},
        {"mute", {.answered = false}},
        {"no-mark", {.answered = true, .online = true}},
    };

    (void)state;
    for (size_t i = 0; i < YT_COUNT(all); i++) {
        const char *const options[] = {"--fault", all[i].fault, NULL};
        struct yt_printer_status status;
        struct yt_err err = {0};
        struct sim_process sim;

        sim_start(&sim, i % 2, options);
        YT_SCOPED(yt_printer_free_scoped)
        struct yt_printer *printer = yt_printer_open(sim.spec, &limits, &err);
        assert_true(yt_printer_status(printer, &status, &err));
        assert_int_equal(status.answered, all[i].status.answered);
        assert_int_equal(status.online, all[i].status.online);
        assert_int_equal(status.paper_out, all[i].status.paper_out);
        assert_int_equal(status.paper_low, all[i].status.paper_low);
        assert_int_equal(status.cover_open, all[i].status.cover_open);
        assert_int_equal(status.error, all[i].status.error);
        sim_stop(&sim);
        if (i % 2 == 0) { /* TCP: now nobody is there */
            assert_false(yt_printer_status(printer, &status, &err));
            assert_int_equal(err.code, YT_ERR_OFFLINE);
        }
    }
}

static void *stop_soon(void *context)
{
    struct yt_print_watch *watch = context;

    /* As the screen's thread does: sees what it waits for, then the resident leaves. */
    while (atomic_load(&watch->waiting_for) != YT_ERR_PAPER_OUT)
        usleep(10000);
    atomic_store(&watch->stop, true);
    return NULL;
}

static void printing_can_be_given_up(void **state)
{
    static const char *const options[] = {"--fault", "paper-out@300", NULL};
    struct yt_print_watch watch = {0};
    struct yt_print_result result;
    struct sim_process sim;
    pthread_t thread;

    (void)state;
    sim_start(&sim, false, options);
    assert_int_equal(pthread_create(&thread, NULL, stop_soon, &watch), 0);
    print(&sim, &watch, &result);
    pthread_join(thread, NULL);
    assert_int_equal(result.outcome, YT_PRINT_NOT);
    assert_int_equal(result.reason.code, YT_ERR_PAPER_OUT);
    assert_int_equal(atomic_load(&watch.waiting_for), YT_OK);
    sim_stop(&sim);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_good_printer_prints),
        cmocka_unit_test(trouble_that_is_put_right_in_time),
        cmocka_unit_test(trouble_that_stays_is_named),
        cmocka_unit_test(what_is_not_known_is_not_said),
        cmocka_unit_test(after_trouble_the_next_slip_is_clean),
        cmocka_unit_test(status_is_known_before_printing),
        cmocka_unit_test(printing_can_be_given_up),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
