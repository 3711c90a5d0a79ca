/* A site's folder to damage: the sample site as links, single files replaced. */
#ifndef YT_TESTS_CONTENT_FOLDER_H
#define YT_TESTS_CONTENT_FOLDER_H

#include "content/content.h"

#include <stddef.h>

struct folder {
    char path[64];
    struct yt_content_report report;
    struct yt_content *content; /* of the last folder_load */
    struct yt_err err;
};

/* cmocka's set-up and tear-down; *state is a struct folder. */
int folder_set_up(void **state);
int folder_tear_down(void **state);

/* Writes the file instead of the sample's. */
void folder_write(struct folder *folder, const char *name, const char *bytes, size_t size);
/* The sample's file with the one place of `from` replaced by `to`. */
void folder_change(struct folder *folder, const char *name, const char *from, const char *to);
void folder_remove(struct folder *folder, const char *name);

/* Loads it; the report holds what was found. */
const struct yt_site_content *folder_load(struct folder *folder);

/* Fails unless the folder was refused with exactly this fault first. */
void folder_expect(struct folder *folder, const char *place, const char *wrong, const char *remedy);

#endif
