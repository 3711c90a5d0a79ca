#include "screens/frame.h"
#include "screens/offer_screens.h"

static void tray_declare(struct yt_app *app, struct yt_ui *ui)
{
    (void)ui;
    yt_frame_begin(app, &(struct yt_frame){.title = yt_say(app, "tray.title")});
    yt_frame_end(app, &(struct yt_frame_ways){.back = true});
}

const struct yt_screen_ops yt_screen_tray = {.name = "tray", .declare = tray_declare};
