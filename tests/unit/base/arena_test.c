#include "base/arena.h"

#include <setjmp.h>
#include <stdalign.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* A request for all memory is refused, as it is without the sanitizer, not reported. */
const char *__asan_default_options(void);
const char *__asan_default_options(void)
{
    return "allocator_may_return_null=1";
}

/* The linker sends every malloc() and free() of the library here (--wrap). */
void *__real_malloc(size_t size);
void *__wrap_malloc(size_t size);
void __real_free(void *memory);
void __wrap_free(void *memory);
static size_t allocations;
static const char *sought; /* must not be found in memory that is given back */
static bool found;

void *__wrap_malloc(size_t size)
{
    allocations++;
    return __real_malloc(size);
}

void __wrap_free(void *memory)
{
    /* Every block of an arena is larger than this. */
    if (memory && sought && memmem(memory, 4096, sought, strlen(sought)))
        found = true;
    __real_free(memory);
}

static void memory_is_zeroed_aligned_and_apart(void **state)
{
    struct yt_arena arena;
    unsigned char *before = NULL;

    (void)state;
    yt_arena_init(&arena, 1000000);
    for (size_t size = 1; size < 300; size++) {
        unsigned char *memory = yt_arena_take(&arena, 1, size);

        assert_non_null(memory);
        assert_int_equal((uintptr_t)memory % alignof(max_align_t), 0);
        for (size_t i = 0; i < size; i++)
            assert_int_equal(memory[i], 0);
        memset(memory, 0xAA, size);
        if (before)
            assert_int_equal(before[size - 2], 0xAA); /* the one before is untouched */
        before = memory;
    }
    yt_arena_done(&arena);
}

static void the_maximum_is_kept(void **state)
{
    struct yt_arena arena;

    (void)state;
    yt_arena_init(&arena, 1024);
    assert_non_null(yt_arena_take(&arena, 1, 1000));
    assert_null(yt_arena_take(&arena, 1, 100));
    assert_non_null(yt_arena_take(&arena, 1, 16));
    assert_null(yt_arena_take(&arena, 1, 1));
    yt_arena_reset(&arena);
    assert_non_null(yt_arena_take(&arena, 1, 1024));
    yt_arena_done(&arena);
}

static void products_that_wrap_are_refused(void **state)
{
    struct yt_arena arena;

    (void)state;
    yt_arena_init(&arena, SIZE_MAX);
    assert_null(yt_arena_take(&arena, SIZE_MAX / 2, 3));
    assert_null(yt_arena_take(&arena, SIZE_MAX, 1));
    assert_null(yt_arena_take(&arena, SIZE_MAX - 64, 1)); /* wraps with the block's own head */
    assert_null(yt_arena_text(&arena, "a", SIZE_MAX));
    assert_non_null(yt_arena_take(&arena, 1, 1));
    yt_arena_done(&arena);
}

static void texts_are_copied_with_an_end(void **state)
{
    struct yt_arena arena;
    char *copy;

    (void)state;
    yt_arena_init(&arena, 1000);
    copy = yt_arena_text(&arena, "寄って行く", 9);
    assert_string_equal(copy, "寄って");
    assert_string_equal(yt_arena_text(&arena, NULL, 0), "");
    yt_arena_done(&arena);
}

static void more_than_a_block_is_no_matter(void **state)
{
    struct yt_arena arena;
    char *texts[50];

    (void)state;
    yt_arena_init(&arena, (size_t)16 << 20);
    for (size_t i = 0; i < 50; i++) {
        texts[i] = yt_arena_take(&arena, 1, 10000 * (i + 1) % 150000 + 1);
        assert_non_null(texts[i]);
        texts[i][0] = (char)i;
    }
    for (size_t i = 0; i < 50; i++)
        assert_int_equal(texts[i][0], (char)i);
    yt_arena_done(&arena);
}

/* What a frame does: the same amount, again and again. */
static void a_frame_of_any_size_allocates_nothing(void **state)
{
    static const size_t frames[] = {1000, 60000, 500000};

    (void)state;
    for (size_t i = 0; i < sizeof frames / sizeof frames[0]; i++) {
        struct yt_arena arena;
        size_t before = 0;

        yt_arena_init(&arena, (size_t)16 << 20);
        for (int frame = 0; frame < 10; frame++) {
            if (frame == 2)
                before = allocations;
            yt_arena_reset(&arena);
            for (size_t taken = 0; taken < frames[i]; taken += 1000)
                assert_non_null(yt_arena_take(&arena, 1, 1000));
        }
        assert_int_equal(allocations, before);
        yt_arena_done(&arena);
    }
}

static void what_a_frame_showed_is_wiped(void **state)
{
    struct yt_arena arena;
    char *text;

    (void)state;
    yt_arena_init(&arena, 1000000);
    sought = "さくら";
    found = false;
    text = yt_arena_text(&arena, sought, strlen(sought));
    yt_arena_reset(&arena);
    assert_int_equal(text[0], 0); /* the block is kept, the text is not */
    yt_arena_text(&arena, sought, strlen(sought));
    yt_arena_take(&arena, 1, 300000); /* a second block */
    yt_arena_text(&arena, sought, strlen(sought));
    yt_arena_reset(&arena);
    yt_arena_text(&arena, sought, strlen(sought));
    yt_arena_done(&arena);
    assert_false(found);
    sought = NULL;
}

static void nothing_is_harmless(void **state)
{
    struct yt_arena arena = {0};

    (void)state;
    yt_arena_reset(&arena);
    yt_arena_done(&arena);
    assert_null(yt_arena_take(&arena, 1, 1));
    yt_arena_init(&arena, 100);
    assert_non_null(yt_arena_take(&arena, 1, 100 - 100 % 16));
    yt_arena_done(&arena);
    yt_arena_done(&arena);
    assert_non_null(yt_arena_take(&arena, 1, 1));
    yt_arena_done(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(memory_is_zeroed_aligned_and_apart),
        cmocka_unit_test(the_maximum_is_kept),
        cmocka_unit_test(products_that_wrap_are_refused),
        cmocka_unit_test(texts_are_copied_with_an_end),
        cmocka_unit_test(more_than_a_block_is_no_matter),
        cmocka_unit_test(a_frame_of_any_size_allocates_nothing),
        cmocka_unit_test(what_a_frame_showed_is_wiped),
        cmocka_unit_test(nothing_is_harmless),
    };

    return cmocka_run_group_tests_name("arena", tests, NULL, NULL);
}
