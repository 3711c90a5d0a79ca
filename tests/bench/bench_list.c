/* What a long list costs on a real window: bench_list WHAT [ROWS [WIDTHxHEIGHT [LANGUAGE]]]
 *
 *   show    runs until it is told to end, for whoever measures from outside
 *   scroll  flings up and down: processor time a frame with all of presenting, and late frames
 *   filter  touches filters: from the touch to the changed list in the window
 *
 * Prints one line of figures, milliseconds of the processor and of the clock. */
#include "sample_list.h"
#include "ui/text/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define FLINGS 24
#define FILTERS 200
#define FRAMES_MAX 20000
#define LATE_MS 25.0

struct bench {
    struct yt_ui *ui;
    struct sample_list list;
    double *costs, *gaps;
    size_t count;
    double shown_ms;
    bool quit;
};

static double clock_ms(clockid_t clock)
{
    struct timespec now;

    clock_gettime(clock, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static void take(struct bench *bench, const SDL_Event *event)
{
    struct yt_ui_action action;

    bench->quit |= event->type == SDL_QUIT;
    if (!yt_ui_handle(bench->ui, event, &action) || action.id != SAMPLE_LIST_CHIP)
        return;
    bench->list.chosen ^= 1u << action.value;
    sample_list_show(bench->ui, &bench->list);
}

/* One turn of a program's loop; a frame that was shown is counted. */
static void turn(struct bench *bench)
{
    int wake = yt_ui_next_wake_ms(bench->ui);
    SDL_Event event;
    int got = wake < 0 ? SDL_WaitEventTimeout(&event, 200) : SDL_WaitEventTimeout(&event, wake);
    double start = clock_ms(CLOCK_PROCESS_CPUTIME_ID), now;
    size_t drawn = 0;

    for (; got; got = SDL_PollEvent(&event)) {
        take(bench, &event);
        drawn += sample_list_draw(bench->ui, &bench->list);
    }
    drawn += sample_list_draw(bench->ui, &bench->list);
    if (!drawn || bench->count >= FRAMES_MAX)
        return;
    now = clock_ms(CLOCK_MONOTONIC);
    bench->costs[bench->count] = clock_ms(CLOCK_PROCESS_CPUTIME_ID) - start;
    bench->gaps[bench->count++] = now - bench->shown_ms;
    bench->shown_ms = now;
}

static void finger(struct bench *bench, Uint32 type, float y)
{
    SDL_Event event = {.tfinger = {.type = type, .touchId = 1, .fingerId = 1, .x = 0.4F, .y = y}};

    take(bench, &event);
    sample_list_draw(bench->ui, &bench->list);
}

static int ascending(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;

    return x < y ? -1 : x > y;
}

static double share(double *values, size_t count, double part)
{
    qsort(values, count, sizeof *values, ascending);
    return count ? values[(size_t)((double)(count - 1) * part)] : 0;
}

static void scroll(struct bench *bench)
{
    double whole = clock_ms(CLOCK_PROCESS_CPUTIME_ID), sum = 0;
    size_t late = 0;

    for (int i = 0; i < FLINGS; i++) {
        float step = i % 8 < 6 ? -0.04F : 0.04F;

        finger(bench, SDL_FINGERDOWN, 0.6F);
        for (int k = 1; k <= 6; k++) {
            SDL_Delay(16);
            finger(bench, SDL_FINGERMOTION, 0.6F + step * (float)k);
        }
        finger(bench, SDL_FINGERUP, 0.6F + step * 6);
        bench->shown_ms = clock_ms(CLOCK_MONOTONIC);
        while (yt_ui_moving(bench->ui) && !bench->quit)
            turn(bench);
    }
    whole = clock_ms(CLOCK_PROCESS_CPUTIME_ID) - whole;
    for (size_t i = 0; i < bench->count; i++) {
        sum += bench->costs[i];
        late += bench->gaps[i] > LATE_MS;
    }
    printf("scroll: %zu frames, CPU a frame mean %.2f p95 %.2f max %.2f (all turns %.2f), "
           "interval p50 %.1f p95 %.1f max %.1f, later than 25 ms %zu, declared %d times\n",
           bench->count, sum / (double)(bench->count ? bench->count : 1),
           share(bench->costs, bench->count, 0.95), share(bench->costs, bench->count, 1),
           whole / (double)(bench->count ? bench->count : 1), share(bench->gaps, bench->count, 0.5),
           share(bench->gaps, bench->count, 0.95), share(bench->gaps, bench->count, 1), late,
           bench->list.declared);
}

static void filter(struct bench *bench)
{
    for (int i = 0; i < FILTERS; i++) {
        struct yt_ui_node chip;
        double cpu, start;
        SDL_Event event = {.tfinger = {.type = SDL_FINGERDOWN, .touchId = 1, .fingerId = 1}};

        SDL_Delay(20);
        if (!yt_ui_find_action(bench->ui, (struct yt_ui_action){SAMPLE_LIST_CHIP, i % 9}, &chip))
            continue;
        event.tfinger.x = ((float)chip.visible.x + 20) / (float)yt_ui_width(bench->ui);
        event.tfinger.y = ((float)chip.visible.y + 20) / (float)yt_ui_height(bench->ui);
        take(bench, &event);
        sample_list_draw(bench->ui, &bench->list);
        event.tfinger.type = SDL_FINGERUP;
        cpu = clock_ms(CLOCK_PROCESS_CPUTIME_ID);
        start = clock_ms(CLOCK_MONOTONIC);
        take(bench, &event);
        sample_list_draw(bench->ui, &bench->list);
        bench->costs[bench->count] = clock_ms(CLOCK_PROCESS_CPUTIME_ID) - cpu;
        bench->gaps[bench->count++] = clock_ms(CLOCK_MONOTONIC) - start;
    }
    printf(
        "filter: %zu touches, CPU p50 %.2f p95 %.2f max %.2f, clock p50 %.2f p95 %.2f max %.2f\n",
        bench->count, share(bench->costs, bench->count, 0.5),
        share(bench->costs, bench->count, 0.95), share(bench->costs, bench->count, 1),
        share(bench->gaps, bench->count, 0.5), share(bench->gaps, bench->count, 0.95),
        share(bench->gaps, bench->count, 1));
}

int main(int argc, char **argv)
{
    struct yt_err err = {0};
    struct yt_text_engine *text = yt_text_engine_new(NULL, NULL, &err);
    struct yt_ui_setup setup = {.title = "bench_list",
                                .width = 1920,
                                .height = 1080,
                                .icon_folder = YT_BINARY_DIR "/assets/icons",
                                .text = text};
    static double costs[FRAMES_MAX], gaps[FRAMES_MAX];
    struct bench bench = {.list = {.count = 10000}, .costs = costs, .gaps = gaps};
    const char *what = argc > 1 ? argv[1] : "show";

    if (argc > 2)
        bench.list.count = strtoul(argv[2], NULL, 10);
    if (argc > 3 && sscanf(argv[3], "%dx%d", &setup.width, &setup.height) != 2)
        return 2;
    bench.list.language = argc > 4 ? argv[4] : "ja";
    if (!text || !(bench.ui = yt_ui_new(&setup, &err))) {
        fprintf(stderr, "%s %s\n", err.text, err.remedy);
        return 1;
    }
    sample_list_show(bench.ui, &bench.list);
    sample_list_draw(bench.ui, &bench.list);
    for (int i = 0; i < 5; i++)
        turn(&bench);
    bench.count = 0;
    if (!strcmp(what, "scroll"))
        scroll(&bench);
    else if (!strcmp(what, "filter"))
        filter(&bench);
    else
        while (!bench.quit)
            turn(&bench);
    yt_ui_free(bench.ui);
    yt_text_engine_free(text);
    return 0;
}
