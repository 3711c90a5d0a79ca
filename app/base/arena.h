/* Memory for things that live and die together: a loaded site, one frame of widgets.
 * Nothing taken from an arena is freed by itself; all of it goes with the arena. Content is wiped
 * when it is forgotten: a frame shows what a resident typed. */
#ifndef YT_BASE_ARENA_H
#define YT_BASE_ARENA_H

#include <stddef.h>

struct yt_arena_block;

struct yt_arena {
    struct yt_arena_block *newest;
    size_t used; /* bytes given out since the last reset */
    size_t max;
};

void yt_arena_init(struct yt_arena *arena, size_t max);
/* Gives all memory back; the arena can be used again. A zeroed arena is harmless. */
void yt_arena_done(struct yt_arena *arena);
/* Forgets all content but keeps as much memory as it took, in one block, so that the next frame of
 * that size allocates nothing. */
void yt_arena_reset(struct yt_arena *arena);

/* `count` zeroed elements of `size` bytes, aligned for any type. NULL when the maximum would be
 * passed, the product overflows, or there is no memory. */
void *yt_arena_take(struct yt_arena *arena, size_t count, size_t size);
/* A copy with a NUL behind it, or NULL. */
char *yt_arena_text(struct yt_arena *arena, const char *text, size_t size);

#endif
