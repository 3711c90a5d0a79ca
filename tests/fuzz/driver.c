/* Runs a fuzz target without an engine: every file of the named folders as it is, and then so many
 * damaged copies of each. The damage is the same in every run, so a failure can be repeated.
 *
 *   TARGET COPIES FOLDER... */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define INPUT_MAX ((size_t)256 * 1024)
#define FILES_MAX 256

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static uint8_t *files[FILES_MAX];
static size_t sizes[FILES_MAX];
static size_t file_count;
static uint64_t state = UINT64_C(0x9E3779B97F4A7C15);

static size_t random_below(size_t limit)
{
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return limit ? (size_t)(state % limit) : 0;
}

static void read_file(const char *path)
{
    FILE *file = fopen(path, "rb");

    if (!file || file_count == FILES_MAX)
        abort();
    files[file_count] = malloc(INPUT_MAX);
    sizes[file_count] = fread(files[file_count], 1, INPUT_MAX / 2, file);
    file_count++;
    fclose(file);
}

static void read_folder(const char *folder)
{
    DIR *listing = opendir(folder);
    const struct dirent *entry;
    char path[4096];
    struct stat status;

    if (!listing) {
        fprintf(stderr, "cannot open %s\n", folder);
        exit(2);
    }
    while ((entry = readdir(listing)) != NULL) {
        snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        if (entry->d_name[0] != '.' && stat(path, &status) == 0 && S_ISREG(status.st_mode))
            read_file(path);
    }
    closedir(listing);
}

/* Puts `piece` at a random place, over what is there or between. */
static size_t splice(uint8_t *data, size_t size, const void *piece, size_t piece_size, int over)
{
    const size_t at = random_below(size + 1);

    if (over) {
        const size_t room = size - at < piece_size ? size - at : piece_size;

        memmove(data + at, piece, room);
        return size;
    }
    if (size + piece_size > INPUT_MAX)
        return size;
    memmove(data + at + piece_size, data + at, size - at);
    memcpy(data + at, piece, piece_size);
    return size + piece_size;
}

static size_t damage(uint8_t *data, size_t size)
{
    static const char *const tokens[] = {
        ": ",       "- ",      "[",           "]",
        "{",        "}",       "&a ",         "*a",
        "\"",       "'",       "|\n",         ">\n",
        "---\n",    "...\n",   "\t",          "? ",
        "!!map ",   "%YAML",   "#",           "\n",
        "    ",     "\\x00",   "\xff",        "《",
        "》",       "漢字",    "99999999999", "-1",
        "null",     "<<: ",    "ja: ",        "id: ",
        "number: ", "when:\n", "\r\n",        "\xEF\xBB\xBF",
        ",",        "@",       "`",           "[[[[[[[[[[[[",
    };
    uint8_t piece[64];
    size_t from;
    size_t length;

    switch (random_below(6)) {
    case 0: /* one byte */
        if (size)
            data[random_below(size)] = (uint8_t)random_below(256);
        return size;
    case 1: /* a piece gone */
        from = random_below(size + 1);
        length = random_below(size - from + 1) % 200;
        memmove(data + from, data + from + length, size - from - length);
        return size - length;
    case 2: /* cut off */
        return random_below(size + 1);
    case 3: /* a piece from elsewhere */
        from = random_below(size + 1);
        length = random_below(sizeof piece);
        length = size - from < length ? size - from : length;
        memcpy(piece, data + from, length);
        return splice(data, size, piece, length, (int)random_below(2));
    default: {
        const char *token = tokens[random_below(sizeof tokens / sizeof tokens[0])];

        return splice(data, size, token, strlen(token), (int)random_below(2));
    }
    }
}

int main(int count, char **arguments)
{
    uint8_t *copy = malloc(INPUT_MAX);
    long copies;
    size_t runs = 0;

    if (count < 3 || !copy) {
        free(copy);
        return 2;
    }
    copies = strtol(arguments[1], NULL, 10);
    for (int i = 2; i < count; i++)
        read_folder(arguments[i]);
    for (size_t i = 0; i < file_count; i++) {
        (void)LLVMFuzzerTestOneInput(files[i], sizes[i]);
        for (long n = 0; n < copies; n++, runs++) {
            size_t size = sizes[i];

            memcpy(copy, files[i], size);
            for (size_t times = random_below(4) + 1; times > 0; times--)
                size = damage(copy, size);
            (void)LLVMFuzzerTestOneInput(copy, size);
        }
        free(files[i]);
    }
    free(copy);
    printf("%zu files, %zu damaged copies\n", file_count, runs);
    return file_count ? 0 : 2;
}
