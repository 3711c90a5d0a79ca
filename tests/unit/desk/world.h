/* A desk with one enrolled kiosk in a folder of its own, and an entry with every field filled. */
#ifndef YT_TESTS_DESK_WORLD_H
#define YT_TESTS_DESK_WORLD_H

#include "desk/desk.h"
#include "desk/scan.h"
#include "handoff/part.h"
#include "handoff/symbol.h"

struct world {
    char folder[64];
    struct yt_desk desk; /* unlocked */
    struct yt_kiosk_key kiosk;
    struct yt_entry entry;
    struct yt_sealed sealed;
    char *said; /* what the last scan wrote */
    struct yt_scan_outcome outcome;
    struct yt_err err;
};

#define WORLD_PASSPHRASE "ふるい時計と青い傘"
#define WORLD_OWN_WORDS "夕方なら来られます。階段がつらいです。"
#define WORLD_NAME "やまだ はなこ"
#define WORLD_PHONE "0000-00-1234"

int world_setup(void **state);
int world_teardown(void **state);

/* Seals world->entry anew. */
void world_seal(struct world *world);
/* A key pair of a kiosk that the desk does not know. */
struct yt_kiosk_key world_other_kiosk(const char *name);

/* The whole envelope as the digits of one code. The caller frees. */
char *world_digits(const struct yt_sealed *sealed, int part, int parts);
/* Scans text as if a keyboard scanner typed it; or files. Fills said and outcome. */
void world_scan_text(struct world *world, const char *text);
void world_scan_files(struct world *world, char *const *files, size_t count);
size_t world_kept(struct world *world); /* entries in the store */

/* Closes the desk and opens and unlocks it again. */
void world_reopen(struct world *world);

/* Draws symbols one below the other, `dots` a module, and writes them as PNG or JPEG into the
 * world's folder. `path` receives the name. */
void world_draw(struct world *world, const struct yt_symbol *const *symbols, size_t count, int dots,
                const char *name, char path[static 128]);

/* Does any file of the folder hold these bytes? */
bool world_holds(const struct world *world, const void *bytes, size_t size);

#endif
