#include "stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

void yt_stage_open(struct yt_stage *stage, int width, int height, int percent)
{
    struct yt_err err = {0};
    struct yt_ui_setup setup = {.width = width,
                                .height = height,
                                .icon_folder = YT_BINARY_DIR "/assets/icons",
                                .clock = &stage->clock.clock,
                                .present = YT_UI_PRESENT_NONE};

    yt_clock_virtual_init(&stage->clock, 0);
    yt_clock_virtual_advance(&stage->clock, 1000000);
    stage->text = yt_text_engine_new(NULL, NULL, &err);
    if (!stage->text)
        fail_msg("%s %s", err.text, err.remedy);
    setup.text = stage->text;
    stage->ui = yt_ui_new(&setup, &err);
    if (!stage->ui)
        fail_msg("%s", err.text);
    yt_ui_set_text_scale(stage->ui, percent);
}

void yt_stage_close(struct yt_stage *stage)
{
    yt_ui_free(stage->ui);
    yt_text_engine_free(stage->text);
}

bool yt_stage_finger(struct yt_stage *stage, Uint32 type, SDL_FingerID finger, int x, int y,
                     struct yt_ui_action *action)
{
    SDL_Event event = {.tfinger = {.type = type,
                                   .fingerId = finger,
                                   .x = ((float)x + 0.5F) / (float)yt_ui_width(stage->ui),
                                   .y = ((float)y + 0.5F) / (float)yt_ui_height(stage->ui)}};

    return yt_ui_handle(stage->ui, &event, action);
}

struct yt_ui_node yt_stage_find(struct yt_stage *stage, const char *label)
{
    struct yt_ui_node node = {0};

    if (!yt_ui_find(stage->ui, label, YT_UI_ANY, &node))
        fail_msg("nothing on the screen is called %s", label);
    return node;
}

bool yt_stage_tap(struct yt_stage *stage, const char *label, struct yt_ui_action *action)
{
    struct yt_ui_node node = yt_stage_find(stage, label);
    int x = node.rect.x + node.rect.w / 2, y = node.rect.y + node.rect.h / 2;

    yt_stage_finger(stage, SDL_FINGERDOWN, 7, x, y, action);
    return yt_stage_finger(stage, SDL_FINGERUP, 7, x, y, action);
}

bool yt_stage_key(struct yt_stage *stage, SDL_Keycode key, struct yt_ui_action *action)
{
    SDL_Event event = {.key = {.type = SDL_KEYDOWN, .keysym = {.sym = key}}};

    return yt_ui_handle(stage->ui, &event, action);
}
