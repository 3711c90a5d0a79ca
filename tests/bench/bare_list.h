/* The long list of bare_sdl: rows of a title and two lines with everything in memory, chips that
 * narrow it down and tell how many each would leave, and a finger that drags and flings. */
#ifndef YT_BENCH_BARE_LIST_H
#define YT_BENCH_BARE_LIST_H

#include <SDL.h>
#include <SDL_ttf.h>
#include <stdbool.h>
#include <stddef.h>

struct bare_list;

/* NULL without memory. `window` outlives it. */
struct bare_list *bare_list_new(SDL_Window *window, const char *font, size_t count);
void bare_list_free(struct bare_list *list);
void bare_list_draw(struct bare_list *list);
void bare_list_press(struct bare_list *list, int x, int y);
void bare_list_move(struct bare_list *list, int y);
void bare_list_release(struct bare_list *list, int x, int y);
/* One frame of a fling. False when it has come to rest. */
bool bare_list_glide(struct bare_list *list);

#endif
