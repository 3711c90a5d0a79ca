/* What the files that turn items into things to paint share. */
#ifndef YT_UI_RENDER_H
#define YT_UI_RENDER_H

#include "ui/state.h"

SDL_Rect yt_render_grown(SDL_Rect rect, int by);
/* A thing to paint with all bytes zero but these. */
struct yt_draw yt_render_blank(enum yt_draw_kind kind, SDL_Rect rect, SDL_Color colour);
void yt_render_fill(struct yt_ui *ui, SDL_Rect rect, int radius, SDL_Color colour, SDL_Rect clip);
void yt_render_ring(struct yt_ui *ui, SDL_Rect rect, int radius, int width, SDL_Color colour,
                    SDL_Rect clip);
void yt_render_icon(struct yt_ui *ui, const char *name, SDL_Rect rect, SDL_Color colour,
                    SDL_Rect clip);
void yt_render_leaf(struct yt_ui *ui, const struct yt_item *item, bool pressed, SDL_Rect clip);

#endif
