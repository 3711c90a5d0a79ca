/* Draws every sample screen in usual sizes, text sizes and themes, for looking at:
 * ui_gallery FOLDER [NAME [WIDTHxHEIGHT [PERCENT [contrast]]]]. Prints the faults it finds. */
#include "sample_screens.h"
#include "ui/text/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static void print_fault(enum yt_ui_fault fault, const struct yt_ui_node *node,
                        const struct yt_ui_node *other, void *context)
{
    printf("%s: %s %s \"%s\" %d,%d %dx%d%s%s\n", (const char *)context, yt_ui_fault_name(fault),
           yt_ui_role_name(node->role), node->label, node->rect.x, node->rect.y, node->rect.w,
           node->rect.h, other ? " with " : "", other ? other->label : "");
}

static double now_ms(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static size_t draw_one(const char *folder, const struct yt_sample *sample, struct yt_ui *ui,
                       const char *suffix)
{
    char path[512];
    struct yt_err err;
    double start = now_ms(), laid_out, drawn, again;
    size_t faults;

    yt_sample_show(ui, sample);
    laid_out = now_ms();
    yt_ui_draw(ui);
    drawn = now_ms();
    yt_ui_forget(ui);
    yt_sample_show(ui, sample);
    yt_ui_draw(ui);
    again = now_ms();
    yt_sample_show(ui, sample);
    yt_ui_draw(ui);
    snprintf(path, sizeof path, "%s/%s-%s.png", folder, sample->name, suffix);
    if (!yt_ui_save_png(ui, path, &err))
        fprintf(stderr, "%s\n", err.text);
    faults = yt_ui_faults(ui, print_fault, path);
    printf("%s: layout %.1f ms, draw %.1f ms, forget and again %.1f ms, same %.1f ms\n", path,
           laid_out - start, drawn - laid_out, again - drawn, now_ms() - again);
    return faults;
}

static size_t draw_size(const char *folder, const char *only, struct yt_text_engine *text,
                        int width, int height, int percent, bool contrast)
{
    struct yt_err err;
    struct yt_clock_virtual clock;
    struct yt_ui_setup setup = {.width = width,
                                .height = height,
                                .icon_folder = YT_BINARY_DIR "/assets/icons",
                                .text = text,
                                .clock = &clock.clock,
                                .present = YT_UI_PRESENT_NONE};
    struct yt_ui_theme theme;
    struct yt_ui *ui;
    char suffix[64];
    size_t faults = 0;

    yt_clock_virtual_init(&clock, 1000000);
    clock.now_mono_ms = 1000000;
    if (!(ui = yt_ui_new(&setup, &err))) {
        fprintf(stderr, "%s\n", err.text);
        return 1;
    }
    yt_ui_theme_default(&theme, contrast);
    yt_ui_set_theme(ui, &theme);
    yt_ui_set_text_scale(ui, percent);
    snprintf(suffix, sizeof suffix, "%dx%d-%d%s", width, height, percent,
             contrast ? "-contrast" : "");
    for (size_t i = 0; i < yt_sample_count; i++)
        if (!only || !strcmp(only, "all") || !strcmp(only, yt_samples[i].name))
            faults += draw_one(folder, &yt_samples[i], ui, suffix);
    yt_ui_free(ui);
    return faults;
}

int main(int argc, char **argv)
{
    static const int sizes[][2] = {{800, 480},   {1024, 600}, {1080, 1920},
                                   {1920, 1080}, {480, 800},  {3840, 2160}};
    struct yt_err err;
    struct yt_text_engine *text;
    const char *only = argc > 2 ? argv[2] : NULL;
    int width = 0, height = 0;
    int percent = argc > 4 ? (int)strtol(argv[4], NULL, 10) : 0;
    size_t faults = 0;

    if (argc < 2) {
        fprintf(stderr, "usage: ui_gallery FOLDER [NAME [WIDTHxHEIGHT [PERCENT [contrast]]]]\n");
        return 2;
    }
    if (!(text = yt_text_engine_new(NULL, NULL, &err))) {
        fprintf(stderr, "%s %s\n", err.text, err.remedy);
        return 1;
    }
    if (argc > 3) {
        char *rest = argv[3];

        width = (int)strtol(rest, &rest, 10);
        height = *rest ? (int)strtol(rest + 1, NULL, 10) : 0;
    }
    for (size_t i = 0; i < YT_COUNT(sizes); i++)
        for (int scale = 100; scale <= 200; scale += 50)
            if ((!width || (width == sizes[i][0] && height == sizes[i][1])) &&
                (!percent || percent == scale))
                faults += draw_size(argv[1], only, text, sizes[i][0], sizes[i][1], scale, argc > 5);
    yt_text_engine_free(text);
    printf("%zu faults\n", faults);
    return faults ? 1 : 0;
}
