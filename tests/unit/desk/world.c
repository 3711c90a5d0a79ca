#include "world.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>
#include <dirent.h>
#include <jpeglib.h>

#include "base/fs.h"
#include "base/message.h"
#include "base/str.h"
#include "handoff/raster.h"
#include "remove_folder.h"

/* The least that libsodium allows: the tests are about desks, not about guessing. */
#define CHEAP ((struct yt_passphrase_cost){crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN})

static void passphrase_into(struct yt_buf *passphrase)
{
    yt_buf_init_secret(passphrase, YT_PASSPHRASE_MAX);
    yt_buf_text(passphrase, WORLD_PASSPHRASE);
}

static void fill_answers(struct yt_entry *entry)
{
    static const struct yt_entry_answer answers[] = {
        {.question = 1, .chosen = 1 << 1},          {.question = 2, .chosen = 1 << 3},
        {.question = 4, .chosen = 1 << 2 | 1 << 6}, {.question = 5, .skipped = true},
        {.question = 19, .chosen = 1 << 8},
    };

    memcpy(entry->answers, answers, sizeof answers);
    entry->answer_count = YT_COUNT(answers);
    entry->item_count = 2;
    entry->items[0] = (struct yt_entry_item){.item = 11, .ways = YT_WAY_ASK | YT_WAY_BOOK};
    entry->items[1] = (struct yt_entry_item){.item = 27, .ways = YT_WAY_MARKED};
    entry->lit_count = 2;
    entry->lit[0] = 13;
    entry->lit[1] = 15;
}

static void fill_entry(struct yt_entry *entry)
{
    memset(entry, 0, sizeof *entry);
    randombytes_buf(entry->id, sizeof entry->id);
    yt_str_copy(entry->kiosk, sizeof entry->kiosk, "k2");
    yt_str_copy(entry->language, sizeof entry->language, "ne");
    entry->content_number = 7;
    entry->time_minutes = 29927340; /* Wed 25 Nov 2026 21:00 UTC: 26 Nov, 6:00 in Japan */
    entry->time_trusted = true;
    entry->kinds = YT_ENTRY_CHECK | YT_ENTRY_ASK | YT_ENTRY_BOOK;
    entry->consent = YT_CONSENT_NAMED;
    entry->urgency = YT_URGENCY_TODAY;
    fill_answers(entry);
    entry->appointment = (struct yt_entry_appointment){
        .wanted = true,
        .firm = true,
        .type = 1,
        .place = 1,
        .time_count = 1,
        .time_minutes = {29928975}, /* Fri 27 Nov 2026 0:15 UTC: 9:15 in Japan */
        .length_minutes = 90,
        .companion = YT_COMPANION_INTERPRETER,
        .interpreter_language = "vi",
    };
    entry->contact = (struct yt_entry_contact){
        .reach = YT_REACH_PHONE,
        .parts = YT_PART_MORNING | YT_PART_EVENING,
        .message_ok = YT_NO,
        .office_name_ok = YT_YES,
    };
    yt_str_copy(entry->contact.name, sizeof entry->contact.name, WORLD_NAME);
    yt_str_copy(entry->contact.number, sizeof entry->contact.number, WORLD_PHONE);
    yt_str_copy(entry->own_words, sizeof entry->own_words, WORLD_OWN_WORDS);
}

struct yt_kiosk_key world_other_kiosk(const char *name)
{
    struct yt_kiosk_key key = {0};

    crypto_sign_keypair(key.known.verify_key, key.sign_key);
    yt_str_copy(key.known.kiosk, sizeof key.known.kiosk, name);
    return key;
}

void world_seal(struct world *world)
{
    assert_true(yt_envelope_seal(&world->entry, &world->kiosk, &world->desk.known, &world->sealed,
                                 &world->err));
}

int world_setup(void **state)
{
    struct world *world = calloc(1, sizeof *world);
    YT_SCOPED(yt_buf_done) struct yt_buf passphrase;
    int others = 0;

    *state = world;

    passphrase_into(&passphrase);
    yt_str_copy(world->folder, sizeof world->folder, "/tmp/yotte-desk-XXXXXX");
    if (sodium_init() < 0 || !mkdtemp(world->folder) ||
        !yt_message_open(YT_BINARY_DIR "/assets/messages", &world->err) ||
        !yt_desk_create(world->folder, "つむぎ市 くらし相談室", NULL, &passphrase, CHEAP,
                        &world->err) ||
        !yt_desk_open(&world->desk, world->folder, &world->err) ||
        !yt_desk_unlock(&world->desk, &passphrase, &world->err)) {
        fprintf(stderr, "%s\n", world->err.text);
        return -1;
    }
    world->kiosk = world_other_kiosk("k2");
    if (!yt_desk_store_enroll(world->desk.store, &world->kiosk.known, 0, &others, &world->err))
        return -1;
    fill_entry(&world->entry);
    world_seal(world);
    return 0;
}

void world_reopen(struct world *world)
{
    YT_SCOPED(yt_buf_done) struct yt_buf passphrase;

    passphrase_into(&passphrase);
    yt_desk_done(&world->desk);
    assert_true(yt_desk_open(&world->desk, world->folder, &world->err));
    assert_true(yt_desk_unlock(&world->desk, &passphrase, &world->err));
}

int world_teardown(void **state)
{
    struct world *world = *state;
    int removed;

    yt_desk_done(&world->desk);
    removed = remove_folder(world->folder);
    free(world->said);
    free(world);
    return removed;
}

char *world_digits(const struct yt_sealed *sealed, int part, int parts)
{
    char *digits = malloc(YT_PART_MAX);

    assert_non_null(digits);
    yt_part_write(sealed, part, parts, digits);
    return digits;
}

static void scan(struct world *world, char *const *files, size_t count, FILE *from)
{
    size_t size = 0;
    FILE *to;

    free(world->said);
    world->said = NULL;
    to = open_memstream(&world->said, &size);
    assert_non_null(to);
    assert_true(yt_scan(&world->desk, files, count, from, to, &world->outcome, &world->err));
    fclose(to);
}

void world_scan_text(struct world *world, const char *text)
{
    FILE *from = fmemopen((void *)(uintptr_t)text, strlen(text), "r");

    assert_non_null(from);
    scan(world, NULL, 0, from);
    fclose(from);
}

void world_scan_files(struct world *world, char *const *files, size_t count)
{
    scan(world, files, count, stdin);
}

static bool count_one(const struct yt_desk_kept *kept, void *context)
{
    size_t *count = context;

    (void)kept;
    ++*count;
    return true;
}

size_t world_kept(struct world *world)
{
    size_t count = 0;

    assert_true(yt_desk_store_each(world->desk.store, count_one, &count, &world->err));
    return count;
}

static void write_jpeg(const struct yt_raster *raster, const char *path)
{
    struct jpeg_compress_struct encoder;
    struct jpeg_error_mgr trouble;
    FILE *file = fopen(path, "wb");
    JSAMPLE line[4096];
    JSAMPROW row = line;

    assert_non_null(file);
    encoder.err = jpeg_std_error(&trouble);
    jpeg_create_compress(&encoder);
    jpeg_stdio_dest(&encoder, file);
    encoder.image_width = (JDIMENSION)raster->width;
    encoder.image_height = (JDIMENSION)raster->height;
    encoder.input_components = 1;
    encoder.in_color_space = JCS_GRAYSCALE;
    jpeg_set_defaults(&encoder);
    jpeg_set_quality(&encoder, 60, TRUE);
    jpeg_start_compress(&encoder, TRUE);
    for (int y = 0; y < raster->height; y++) {
        for (int x = 0; x < raster->width; x++)
            line[x] = yt_raster_ink(raster, x, y) ? 30 : 220;
        jpeg_write_scanlines(&encoder, &row, 1);
    }
    jpeg_finish_compress(&encoder);
    jpeg_destroy_compress(&encoder);
    fclose(file);
}

void world_draw(struct world *world, const struct yt_symbol *const *symbols, size_t count, int dots,
                const char *name, char path[static 128])
{
    struct yt_raster raster;
    int side = 0;
    int top = 0;

    for (size_t i = 0; i < count; i++)
        side = symbols[i]->side > side ? symbols[i]->side : side;
    side = (side + 2 * YT_SYMBOL_QUIET_MODULES) * dots;
    assert_true(yt_raster_init(&raster, side, side * (int)count, &world->err));
    for (size_t i = 0; i < count; i++, top += side) {
        const struct yt_symbol *symbol = symbols[i];

        for (int y = 0; y < symbol->side; y++) {
            for (int x = 0; x < symbol->side; x++) {
                if (symbol->dark[y * symbol->side + x])
                    yt_raster_fill(&raster, (x + YT_SYMBOL_QUIET_MODULES) * dots,
                                   top + (y + YT_SYMBOL_QUIET_MODULES) * dots, dots, dots);
            }
        }
    }
    snprintf(path, 128, "/tmp/%s-%s", strrchr(world->folder, '/') + 1, name);
    if (strstr(name, ".jpg"))
        write_jpeg(&raster, path);
    else
        assert_true(yt_raster_write_png(&raster, path, &world->err));
    yt_raster_done(&raster);
}

bool world_holds(const struct world *world, const void *bytes, size_t size)
{
    DIR *folder = opendir(world->folder);
    bool found = false;

    assert_non_null(folder);
    for (struct dirent *file; (file = readdir(folder));) {
        char path[400];
        struct yt_buf content;
        struct yt_err err;

        if (file->d_name[0] == '.')
            continue;
        snprintf(path, sizeof path, "%s/%s", world->folder, file->d_name);
        yt_buf_init(&content, (size_t)64 << 20);
        assert_true(yt_fs_read(path, &content, &err));
        found = found || (content.size > 0 && memmem(content.data, content.size, bytes, size));
        yt_buf_done(&content);
    }
    closedir(folder);
    return found;
}
