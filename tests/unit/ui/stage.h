/* A toolkit without a window, a clock that stands still, and a finger. */
#ifndef YT_TESTS_STAGE_H
#define YT_TESTS_STAGE_H

#include "ui/text/text.h"
#include "ui/ui.h"

struct yt_stage {
    struct yt_ui *ui;
    struct yt_text_engine *text;
    struct yt_clock_virtual clock;
};

/* Fails the test when there are no fonts. */
void yt_stage_open(struct yt_stage *stage, int width, int height, int percent);
void yt_stage_close(struct yt_stage *stage);

/* One event of finger `finger` at (x, y) pixels. */
bool yt_stage_finger(struct yt_stage *stage, Uint32 type, SDL_FingerID finger, int x, int y,
                     struct yt_ui_action *action);
/* Down and up again in the middle of what has this label. */
bool yt_stage_tap(struct yt_stage *stage, const char *label, struct yt_ui_action *action);
bool yt_stage_key(struct yt_stage *stage, SDL_Keycode key, struct yt_ui_action *action);
/* The node, which must be there. */
struct yt_ui_node yt_stage_find(struct yt_stage *stage, const char *label);

#endif
