/* Measures a full-screen program from outside, by its pixels.
 *
 *   bench_screen FRAMEBUFFER PLAN MEASURE COUNT -- PROGRAM [ARGUMENT ...]
 *
 * PLAN is a file with three rectangles of the first screen and the second:
 *   tap  X Y WIDTH HEIGHT      something that looks different while a finger is on it
 *   next X Y WIDTH HEIGHT      a tap here shows the second screen
 *   back X Y WIDTH HEIGHT      a tap here, on the second, shows the first again
 * and, to measure a long list, with three more:
 *   open X Y WIDTH HEIGHT      a tap here, on the first, shows the list
 *   chip X Y WIDTH HEIGHT      a tap here, on the list, narrows it down; another one takes that
 * back rows X Y WIDTH HEIGHT      where its rows are MEASURE, each printed as "name<TAB>number"
 * once for each of the COUNT times: launch   painted: from fork until the whole first screen is
 * there; answers: until it has reacted to a tap, which is tried every 25 ms tap      touched: from
 * the press until a pixel of the rectangle changes page     page: from the release until the whole
 * second screen is there rest     pss, processes; and over COUNT seconds: wakes (a second), cpu
 * (percent) filter   filtered, and scroll   frame, late, frame-cpu: see on_list.h list list-pss: on
 * the list, after COUNT seconds */
#include "on_list.h"
#include "process.h"
#include "screen.h"

#include "base/fs.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LOOK_MS 0.05 /* between two looks at the screen */

struct plan {
    struct bench_rect tap;
    struct bench_rect next;
    struct bench_rect back;
    struct bench_rect open, chip, rows;
};

struct bench {
    struct bench_screen *screen;
    struct plan plan;
    char *const *program;
    const char *log;
    struct bench_picture blank; /* before it starts */
    struct bench_picture first;
    struct bench_picture second;
};

static bool read_plan(const char *path, struct plan *plan, struct yt_err *err)
{
    YT_SCOPED(yt_buf_done) struct yt_buf text = {.max = 4096};
    const struct {
        const char *name;
        struct bench_rect *rect;
        bool needed;
    } parts[] = {{"tap ", &plan->tap, true},    {"next ", &plan->next, true},
                 {"back ", &plan->back, true},  {"open ", &plan->open, false},
                 {"chip ", &plan->chip, false}, {"rows ", &plan->rows, false}};

    if (!yt_fs_read(path, &text, err))
        return false;
    for (size_t i = 0; i < YT_COUNT(parts); i++) {
        const char *at = strstr(yt_buf_string(&text), parts[i].name);
        int *numbers[] = {&parts[i].rect->x, &parts[i].rect->y, &parts[i].rect->width,
                          &parts[i].rect->height};

        if (!at && !parts[i].needed)
            continue;
        if (!at)
            return yt_err_set(err, YT_ERR_INVALID, "%s: no \"%s\"", path, parts[i].name);
        at += strlen(parts[i].name);
        for (size_t k = 0; k < YT_COUNT(numbers); k++) {
            char *end;

            *numbers[k] = (int)strtol(at, &end, 10);
            if (end == at)
                return yt_err_set(err, YT_ERR_INVALID, "%s: \"%s\" wants four numbers", path,
                                  parts[i].name);
            at = end;
        }
    }
    return true;
}

static void point_at(struct bench *bench, struct bench_rect rect)
{
    bench_screen_point(bench->screen, rect.x + rect.width / 2, rect.y + rect.height / 2);
}

/* Where the finger is of no consequence. */
static void point_away(struct bench *bench)
{
    bench_screen_point(bench->screen, bench_screen_width(bench->screen) - 1,
                       bench_screen_height(bench->screen) - 1);
}

static void tap(struct bench *bench, struct bench_rect rect)
{
    point_at(bench, rect);
    bench_sleep_ms(20);
    bench_screen_press(bench->screen, true);
    bench_sleep_ms(40);
    bench_screen_press(bench->screen, false);
}

/* Waits until `picture` is shown. Returns when that was seen first, or 0. */
static double wait_shown(const struct bench *bench, const struct bench_picture *picture,
                         pid_t process)
{
    double start = bench_now_ms();
    double now = start;

    while (now - start < 20000) {
        now = bench_now_ms();
        if (bench_picture_is_shown(picture, bench->screen))
            return now;
        if (bench_process_gone(process))
            return 0;
        bench_sleep_ms(LOOK_MS);
    }
    return 0;
}

static bool not_shown(const struct bench *bench, const char *what, struct yt_err *err)
{
    yt_err_set(err, YT_ERR_TIMEOUT, "%s: %s is not shown", bench->program[0], what);
    return yt_err_remedy(err, "Read what it said in %s.", bench->log);
}

static bool start_program(struct bench *bench, pid_t *process, struct yt_err *err)
{
    if ((*process = bench_process_start(bench->program, bench->log, err)) < 0)
        return false;
    /* A browser shows an empty page for a while: nothing to tap is nothing yet. */
    for (double start = bench_now_ms(); !bench_screen_is_inked(bench->screen, bench->plan.tap);) {
        if (bench_now_ms() - start > 20000 || bench_process_gone(*process))
            return not_shown(bench, "the first screen", err);
        bench_sleep_ms(5);
    }
    return bench_screen_settle(bench->screen, 1500, 30000, err);
}

/* Starts the program and keeps pictures of the first and the second screen. The running program
 * stands at its first screen afterwards. */
static bool get_acquainted(struct bench *bench, pid_t *process, struct yt_err *err)
{
    point_away(bench);
    if (!bench_screen_settle(bench->screen, 200, 10000, err) ||
        !bench_picture_take(&bench->blank, bench->screen, err))
        return false;
    if (!start_program(bench, process, err) ||
        !bench_picture_take(&bench->first, bench->screen, err))
        return false;
    tap(bench, bench->plan.next);
    point_away(bench);
    if (!bench_screen_settle(bench->screen, 1000, 10000, err) ||
        !bench_picture_take(&bench->second, bench->screen, err))
        return false;
    if (bench_picture_choose_places(&bench->second, &bench->first, bench->screen) == 0)
        return not_shown(bench, "another screen after a tap on \"next\"", err);
    bench_picture_choose_places(&bench->first, &bench->second, bench->screen);
    tap(bench, bench->plan.back);
    point_away(bench);
    if (wait_shown(bench, &bench->first, *process) == 0)
        return not_shown(bench, "the first screen after a tap on \"back\"", err);
    bench_picture_choose_places(&bench->first, &bench->blank, bench->screen);
    return bench_screen_settle(bench->screen, 500, 10000, err);
}

/* Taps until something answers. Returns when, or 0. */
static double wait_answer(struct bench *bench)
{
    double start = bench_now_ms();
    double next_edge = start;
    double answered = 0;
    bool down = false;

    point_at(bench, bench->plan.tap);
    while (answered == 0 && bench_now_ms() - start < 20000) {
        if (bench_picture_differs_in(&bench->first, bench->screen, bench->plan.tap))
            answered = bench_now_ms();
        if (answered == 0 && bench_now_ms() >= next_edge) {
            down = !down;
            bench_screen_press(bench->screen, down);
            next_edge = bench_now_ms() + 25;
        }
        bench_sleep_ms(LOOK_MS);
    }
    point_away(bench); /* so that the release presses nothing */
    if (down)
        bench_screen_press(bench->screen, false);
    return answered;
}

static bool measure_launch(struct bench *bench, int count, struct yt_err *err)
{
    for (int i = 0; i < count; i++) {
        double start;
        double painted;
        double answered;
        pid_t process;

        point_away(bench);
        if (!bench_screen_settle(bench->screen, 500, 10000, err))
            return false;
        start = bench_now_ms();
        if ((process = bench_process_start(bench->program, bench->log, err)) < 0)
            return false;
        painted = wait_shown(bench, &bench->first, process);
        answered = painted > 0 ? wait_answer(bench) : 0;
        bench_sleep_ms(300);
        bench_process_stop(process);
        if (answered == 0)
            return not_shown(bench, painted > 0 ? "an answer to a tap" : "the first screen", err);
        printf("painted\t%.3f\nanswers\t%.3f\n", painted - start, answered - start);
    }
    return true;
}

static bool measure_tap(struct bench *bench, int count, struct yt_err *err)
{
    for (int i = 0; i < count; i++) {
        double start;
        double changed = 0;

        point_at(bench, bench->plan.tap);
        /* Of uneven length, so that no try falls into step with a refresh. */
        bench_sleep_ms(150 + (double)(rand() % 200));
        if (!bench_picture_take(&bench->first, bench->screen, err))
            return false;
        start = bench_now_ms();
        bench_screen_press(bench->screen, true);
        while (changed == 0 && bench_now_ms() - start < 2000) {
            if (bench_picture_differs_in(&bench->first, bench->screen, bench->plan.tap))
                changed = bench_now_ms();
            else
                bench_sleep_ms(LOOK_MS);
        }
        bench_sleep_ms(40);
        point_away(bench); /* a finger that slides off presses nothing */
        bench_sleep_ms(20);
        bench_screen_press(bench->screen, false);
        if (changed == 0)
            return not_shown(bench, "a change under the finger", err);
        printf("touched\t%.3f\n", changed - start);
        bench_sleep_ms(100);
    }
    return true;
}

static bool measure_page(struct bench *bench, int count, pid_t process, struct yt_err *err)
{
    bench_picture_choose_places(&bench->first, &bench->second, bench->screen);
    for (int i = 0; i < count; i++) {
        double start;
        double shown;

        point_at(bench, bench->plan.next);
        bench_sleep_ms(150 + (double)(rand() % 200));
        bench_screen_press(bench->screen, true);
        bench_sleep_ms(60);
        start = bench_now_ms();
        bench_screen_press(bench->screen, false);
        shown = wait_shown(bench, &bench->second, process);
        if (shown == 0)
            return not_shown(bench, "the second screen", err);
        printf("page\t%.3f\n", shown - start);
        bench_sleep_ms(100);
        tap(bench, bench->plan.back);
        if (wait_shown(bench, &bench->first, process) == 0)
            return not_shown(bench, "the first screen after a tap on \"back\"", err);
    }
    return true;
}

static void measure_rest(int seconds)
{
    struct bench_usage before;
    struct bench_usage after;
    double start;
    double took;

    bench_sleep_ms(3000);
    before = bench_usage_now();
    start = bench_now_ms();
    bench_sleep_ms(seconds * 1e3);
    after = bench_usage_now();
    took = bench_now_ms() - start;
    printf("pss\t%.2f\nprocesses\t%d\nwakes\t%.2f\ncpu\t%.3f\n", after.pss_mb, after.processes,
           (after.switches - before.switches) / took * 1e3,
           (after.cpu_ms - before.cpu_ms) / took * 100);
}

static bool measure_list(struct bench *bench, const char *what, int count, struct yt_err *err)
{
    pid_t process = -1;
    bool done = start_program(bench, &process, err) &&
                bench_picture_take(&bench->first, bench->screen, err);

    if (done) {
        bench_sleep_ms(1500); /* for the listings to be read */
        tap(bench, bench->plan.open);
        done = bench_screen_settle(bench->screen, 1500, 30000, err);
    }
    if (done && !bench_picture_differs_in(&bench->first, bench->screen, bench->plan.rows))
        done = not_shown(bench, "the list after a tap on \"open\"", err);
    if (done && strcmp(what, "filter") == 0) {
        done = bench_on_list_filter(bench->screen, bench->plan.chip, bench->plan.rows, count, err);
    } else if (done && strcmp(what, "scroll") == 0) {
        done = bench_on_list_scroll(bench->screen, bench->plan.rows, count, err);
    } else if (done) {
        bench_sleep_ms(count * 1e3);
        printf("list-pss\t%.2f\n", bench_usage_now().pss_mb);
    }
    if (process > 0)
        bench_process_stop(process);
    return done;
}

static bool is_of_list(const char *what)
{
    return strcmp(what, "filter") == 0 || strcmp(what, "scroll") == 0 || strcmp(what, "list") == 0;
}

static bool measure(struct bench *bench, const char *what, int count, struct yt_err *err)
{
    pid_t process = -1;
    bool done = get_acquainted(bench, &process, err);

    if (done && strcmp(what, "launch") == 0) {
        bench_process_stop(process);
        process = -1;
        done = measure_launch(bench, count, err);
    } else if (done && strcmp(what, "tap") == 0) {
        done = measure_tap(bench, count, err);
    } else if (done && strcmp(what, "page") == 0) {
        done = measure_page(bench, count, process, err);
    } else if (done && strcmp(what, "rest") == 0) {
        measure_rest(count);
    } else if (done) {
        done = yt_err_set(err, YT_ERR_INVALID, "%s: no such measure", what);
    }
    if (process > 0)
        bench_process_stop(process);
    return done;
}

int main(int argc, char **argv)
{
    struct bench bench = {.log = "/dev/null"};
    struct yt_err err = {0};
    bool done;

    if (argc < 7 || strcmp(argv[5], "--") != 0) {
        (void)fprintf(stderr,
                      "bench_screen FRAMEBUFFER PLAN "
                      "launch|tap|page|rest|filter|scroll|list COUNT -- PROGRAM [ARGUMENT ...]\n");
        return 2;
    }
    bench.program = argv + 6;
    if (getenv("BENCH_LOG"))
        bench.log = getenv("BENCH_LOG");
    done = (bench.screen = bench_screen_open(argv[1], &err)) != NULL &&
           read_plan(argv[2], &bench.plan, &err) &&
           (is_of_list(argv[3]) ? measure_list : measure)(&bench, argv[3],
                                                          (int)strtol(argv[4], NULL, 10), &err);
    bench_picture_done(&bench.blank);
    bench_picture_done(&bench.first);
    bench_picture_done(&bench.second);
    if (!done)
        (void)fprintf(stderr, "bench_screen: %s%s%s\n", err.text, err.remedy[0] ? ". " : "",
                      err.remedy);
    return done ? 0 : 1;
}
