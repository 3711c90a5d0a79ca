#include "base/arena.h"

#include <sodium.h>
#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define BLOCK_SIZE ((size_t)64 * 1024)

struct yt_arena_block {
    struct yt_arena_block *older;
    size_t used;
    size_t capacity;
    alignas(max_align_t) unsigned char data[];
};

void yt_arena_init(struct yt_arena *arena, size_t max)
{
    *arena = (struct yt_arena){.max = max};
}

static void wipe_block(struct yt_arena_block *block)
{
    sodium_memzero(block->data, block->used);
    block->used = 0;
}

void yt_arena_done(struct yt_arena *arena)
{
    while (arena->newest) {
        struct yt_arena_block *block = arena->newest;

        arena->newest = block->older;
        wipe_block(block);
        free(block);
    }
    arena->used = 0;
}

static struct yt_arena_block *add_block(struct yt_arena *arena, size_t size)
{
    size_t capacity = size > BLOCK_SIZE ? size : BLOCK_SIZE;
    struct yt_arena_block *block;

    if (capacity > SIZE_MAX - sizeof *block || !(block = malloc(sizeof *block + capacity)))
        return NULL;
    block->older = arena->newest;
    block->used = 0;
    block->capacity = capacity;
    arena->newest = block;
    return block;
}

void yt_arena_reset(struct yt_arena *arena)
{
    size_t used = arena->used;

    if (arena->newest && arena->newest->older) {
        yt_arena_done(arena);
        (void)add_block(arena, used); /* without it the next frame makes its own */
    } else if (arena->newest) {
        wipe_block(arena->newest);
    }
    arena->used = 0;
}

static struct yt_arena_block *block_with_room(struct yt_arena *arena, size_t size)
{
    struct yt_arena_block *block = arena->newest;

    if (block && size <= block->capacity - block->used)
        return block;
    return add_block(arena, size);
}

void *yt_arena_take(struct yt_arena *arena, size_t count, size_t size)
{
    struct yt_arena_block *block;
    size_t total;
    void *place;

    if (__builtin_mul_overflow(count, size, &total) || total > SIZE_MAX - alignof(max_align_t))
        return NULL;
    total = (total + alignof(max_align_t) - 1) & ~(alignof(max_align_t) - 1);
    if (total > arena->max - arena->used || !(block = block_with_room(arena, total)))
        return NULL;
    place = block->data + block->used;
    block->used += total;
    arena->used += total;
    return memset(place, 0, total);
}

char *yt_arena_text(struct yt_arena *arena, const char *text, size_t size)
{
    char *copy = size < SIZE_MAX ? yt_arena_take(arena, size + 1, 1) : NULL;

    if (copy && size)
        memcpy(copy, text, size);
    return copy;
}
