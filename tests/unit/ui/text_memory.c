#include "text_memory.h"

#include "base/str.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define LETTERS 10
#define WINDOW 6
#define CHUNK (1U << 20)
#define FORMS 3

static uint32_t letter(uint32_t first, int index)
{
    return first + (uint32_t)(index * index * 3 + index * 5) % 23;
}

void text_memory_marker(char text[64], uint32_t first)
{
    size_t size = 0;

    for (int i = 0; i < LETTERS; i++)
        size += yt_str_put(text + size, letter(first, i));
    text[size] = '\0';
}

/* What is looked for is kept turned over, so that it is not found in this very buffer. */
struct needle {
    uint8_t bytes[WINDOW * 4];
    size_t size;
};

static struct needle needle_of(uint32_t first, int start, int form)
{
    struct needle needle = {.size = 0};

    for (int i = start; i < start + WINDOW; i++) {
        uint32_t code = letter(first, i);
        char utf8[4];
        size_t size = form == 0 ? yt_str_put(utf8, code) : form == 1 ? 2 : 4;

        for (size_t k = 0; k < size; k++) {
            uint8_t byte = form == 0 ? (uint8_t)utf8[k] : (uint8_t)(code >> (8 * k));

            needle.bytes[needle.size++] = (uint8_t)~byte;
        }
        memset(utf8, 0, sizeof utf8);
    }
    return needle;
}

static bool buffer_has(const uint8_t *data, size_t size, const struct needle *needle)
{
    const uint8_t *at = data;
    const uint8_t *end = data + size - (size >= needle->size ? needle->size : size);

    while (at < end && (at = memchr(at, 0xFF ^ needle->bytes[0], (size_t)(end - at))) != NULL) {
        size_t same = 1;

        while (same < needle->size && (at[same] ^ needle->bytes[same]) == 0xFF)
            same++;
        if (same == needle->size)
            return true;
        at++;
    }
    return false;
}

static bool has_letters(const uint8_t *data, size_t size, const void *first)
{
    for (int form = 0; form < FORMS; form++) {
        for (int start = 0; start + WINDOW <= LETTERS; start++) {
            struct needle needle = needle_of(*(const uint32_t *)first, start, form);

            if (buffer_has(data, size, &needle))
                return true;
        }
    }
    return false;
}

#define GLYPH_STEP 20

static bool has_glyphs(const uint8_t *data, size_t size, const void *glyphs)
{
    const uint32_t *wanted = glyphs;

    for (size_t at = 0; at + (size_t)TEXT_MEMORY_GLYPHS * GLYPH_STEP <= size;
         at += sizeof *wanted) {
        int same = 0;

        while (same < TEXT_MEMORY_GLYPHS &&
               memcmp(data + at + (size_t)same * GLYPH_STEP, &wanted[same], sizeof *wanted) == 0)
            same++;
        if (same == TEXT_MEMORY_GLYPHS)
            return true;
    }
    return false;
}

typedef bool search(const uint8_t *data, size_t size, const void *wanted);

/* The chunk itself is memory too: it lies outside of what is read. */
static bool range_has(int memory, uint64_t from, uint64_t to, uint8_t *chunk, search *has,
                      const void *wanted)
{
    for (uint64_t at = from; at < to; at += CHUNK - 128) {
        size_t size = to - at < CHUNK ? (size_t)(to - at) : CHUNK;
        ssize_t got = pread(memory, chunk, size, (off_t)at);

        if (got > 0 && has(chunk, (size_t)got, wanted))
            return true;
    }
    return false;
}

static bool memory_has(search *has, const void *wanted)
{
    static uint8_t chunk[CHUNK + 4096];
    uint64_t own = (uint64_t)(uintptr_t)chunk;
    FILE *maps = fopen("/proc/self/maps", "r");
    int memory = open("/proc/self/mem", O_RDONLY);
    char line[512];
    bool found = false;

    while (maps && !found && fgets(line, sizeof line, maps)) {
        unsigned long long from;
        unsigned long long to;
        char rights[8];

        if (sscanf(line, "%llx-%llx %7s", &from, &to, rights) != 3 || rights[1] != 'w' ||
            to - from > (UINT64_C(1) << 30))
            continue;
        if (own >= from && own < to) {
            found = range_has(memory, from, own, chunk, has, wanted) ||
                    range_has(memory, own + sizeof chunk, to, chunk, has, wanted);
            continue;
        }
        found = range_has(memory, from, to, chunk, has, wanted);
    }
    if (maps)
        fclose(maps);
    close(memory);
    memset(chunk, 0, sizeof chunk);
    return found;
}

bool text_memory_holds(uint32_t first)
{
    return memory_has(has_letters, &first);
}

bool text_memory_holds_glyphs(const uint32_t glyphs[static TEXT_MEMORY_GLYPHS])
{
    return memory_has(has_glyphs, glyphs);
}
