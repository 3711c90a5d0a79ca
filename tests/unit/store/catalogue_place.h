/* A folder for one test, with a catalogue in it. */
#ifndef YT_TESTS_STORE_CATALOGUE_PLACE_H
#define YT_TESTS_STORE_CATALOGUE_PLACE_H

#include "base/buf.h"
#include "listings.h"
#include "store/catalogue.h"

#define HIDE_DAYS 30

struct place {
    char folder[64];
    char path[96]; /* of the catalogue */
    struct yt_arena arena;
    struct yt_err err;
};

/* Where the languages of four_languages are in themselves. */
extern const int same_order[YT_LANGUAGES_MAX];

int place_setup(void **state);
int place_teardown(void **state);
#define IN_A_PLACE(test) cmocka_unit_test_setup_teardown(test, place_setup, place_teardown)

/* Each fails the test when it cannot be done. */
struct yt_catalogue_builder *begin(struct place *place);
void add(struct place *place, struct yt_catalogue_builder *builder, const char *source,
         unsigned number);
void finish(struct place *place, struct yt_catalogue_builder *builder);
/* `count` listings of the site's, numbered from `first`. */
void build(struct place *place, unsigned first, unsigned count);
struct yt_catalogue *open_there(struct place *place, const struct yt_languages *languages);
struct yt_listing_index *index_of(struct place *place, struct yt_catalogue *catalogue);

void read_file(struct place *place, struct yt_buf *to);
void write_file(struct place *place, const uint8_t *data, size_t size);

#endif
