/* How the page gets to the panel: through the window's own surface, or as a texture where the
 * video driver has only that (KMSDRM). */
#ifndef YT_UI_PRESENT_H
#define YT_UI_PRESENT_H

#include "base/err.h"
#include "ui/ui.h"

#include <SDL.h>
#include <stddef.h>

struct yt_presenter;

/* Opens the window; none with YT_UI_PRESENT_NONE. `setup->width` and height may be 0 where there
 * is a display. NULL on failure, with YT_ERR_UNSUPPORTED when there is no display. */
struct yt_presenter *yt_presenter_new(const struct yt_ui_setup *setup, struct yt_err *err);
void yt_presenter_free(struct yt_presenter *presenter);

void yt_presenter_size(const struct yt_presenter *presenter, int *width, int *height);
/* Frames a second of the display that the window is on; 0 when it does not tell. */
int yt_presenter_rate(const struct yt_presenter *presenter);
/* The window has another size now. */
void yt_presenter_resize(struct yt_presenter *presenter, int width, int height);
/* Something else was drawn over the window, or it has just been mapped. */
void yt_presenter_expose(struct yt_presenter *presenter);
void yt_presenter_show(struct yt_presenter *presenter, SDL_Surface *page, const SDL_Rect *damage,
                       size_t count);

#endif
