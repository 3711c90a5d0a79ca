/* The catalogue: listings, imported programmes and places, and the index that finds listings by
 * words. One SQLite file beside the queue (catalogue.db). It holds nothing of any resident.
 *
 * It is never changed in place: a new one is built whole under another name, flushed, and put in
 * place at once; readers go on with the old file until they open anew. A build that is killed
 * leaves a file that the next build removes. Texts are kept by language tag, so that a site may
 * reorder its languages.
 *
 * What is in it comes from sources: "site" (the site's own listings.yaml) and one for each import.
 * Every call may take as long as the disk does: worker threads only; one struct belongs to one
 * thread. Errors as in store/db.h. */
#ifndef YT_STORE_CATALOGUE_H
#define YT_STORE_CATALOGUE_H

#include "base/arena.h"
#include "base/attributes.h"
#include "base/err.h"
#include "domain/listing_index.h"
#include "domain/programme.h"
#include "domain/text.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define YT_SOURCE_SITE "site"
#define YT_SOURCE_MAX 64      /* bytes of a source's name with the NUL */
#define YT_CATALOGUE_STAMP 64 /* bytes with the NUL: what the site's files looked like */

/* --- Building -------------------------------------------------------------------------------- */

struct yt_catalogue_builder;

/* `groups`: words that mean the same, for the index. Both must outlive the builder. */
struct yt_catalogue_builder *yt_catalogue_builder_new(const char *path,
                                                      const struct yt_languages *languages,
                                                      const struct yt_search_group *groups,
                                                      size_t group_count, struct yt_err *err);
/* Takes over every source of the catalogue that stands at the path now, but `except` and those
 * below it ("site": also "site/listings/jobs"; NULL: none is left out). No catalogue there: nothing
 * to do. */
YT_MUST_CHECK bool yt_catalogue_builder_keep(struct yt_catalogue_builder *builder,
                                             const char *except, struct yt_err *err);
/* The order in which listings are added within a source is the usual one. YT_ERR_CONFLICT when the
 * id is there already, from this or another source; nothing is added then, and building goes on. */
YT_MUST_CHECK bool yt_catalogue_builder_listing(struct yt_catalogue_builder *builder,
                                                const char *source,
                                                const struct yt_listing *listing,
                                                struct yt_err *err);
YT_MUST_CHECK bool yt_catalogue_builder_programme(struct yt_catalogue_builder *builder,
                                                  const char *source,
                                                  const struct yt_programme *programme,
                                                  struct yt_err *err);
YT_MUST_CHECK bool yt_catalogue_builder_place(struct yt_catalogue_builder *builder,
                                              const char *source, const struct yt_open_place *place,
                                              struct yt_err *err);
/* Remembers what the site's files looked like, for yt_catalogue_stamp. */
YT_MUST_CHECK bool yt_catalogue_builder_stamp(struct yt_catalogue_builder *builder,
                                              const char *stamp, struct yt_err *err);
/* Builds the index, flushes, and puts the file in place. Afterwards only _free. */
YT_MUST_CHECK bool yt_catalogue_builder_finish(struct yt_catalogue_builder *builder,
                                               struct yt_err *err);
/* Removes what was not finished. NULL is harmless. */
void yt_catalogue_builder_free(struct yt_catalogue_builder *builder);
YT_DEFINE_SCOPED(struct yt_catalogue_builder, yt_catalogue_builder_free)

/* --- Reading --------------------------------------------------------------------------------- */

struct yt_catalogue;

/* YT_ERR_NOT_FOUND when there is none; YT_ERR_CORRUPT when it is damaged: build it anew. NULL on
 * failure. */
struct yt_catalogue *yt_catalogue_open(const char *path, const struct yt_languages *languages,
                                       struct yt_err *err);
void yt_catalogue_free(struct yt_catalogue *catalogue);
YT_DEFINE_SCOPED(struct yt_catalogue, yt_catalogue_free)

/* Is it still the file that stands at its path? Costs one stat. */
bool yt_catalogue_in_place(const struct yt_catalogue *catalogue);
/* What yt_catalogue_builder_stamp remembered; "" for none. Lives with the catalogue. */
const char *yt_catalogue_stamp(const struct yt_catalogue *catalogue);

/* Everything that filters need, for memory. The caller's to free. NULL on failure. */
struct yt_listing_index *yt_catalogue_index(struct yt_catalogue *catalogue, int hide_days,
                                            struct yt_err *err);
/* One listing whole; its texts are in the arena. YT_ERR_NOT_FOUND. */
YT_MUST_CHECK bool yt_catalogue_listing(struct yt_catalogue *catalogue, int64_t row,
                                        struct yt_arena *arena, struct yt_listing *listing,
                                        struct yt_err *err);
/* Imported programmes and places, in the arena. */
YT_MUST_CHECK bool yt_catalogue_programmes(struct yt_catalogue *catalogue, struct yt_arena *arena,
                                           const struct yt_programme **programmes, size_t *count,
                                           struct yt_err *err);
YT_MUST_CHECK bool yt_catalogue_places(struct yt_catalogue *catalogue, struct yt_arena *arena,
                                       const struct yt_open_place **places, size_t *count,
                                       struct yt_err *err);

/* Positions in `index` (made from this catalogue) whose listings have all the words, the likeliest
 * first; where hardly any has, those that come near are behind them. Words as a person types them:
 * kana finds kanji and katakana and the reverse, Latin letters find kana, small slips are forgiven.
 * `positions` is allocated with malloc; the caller frees it. Words of nothing but spaces find
 * nothing. Only the first eight words count.
 * Words of four and more characters are found by their pieces of two and
 * three, wherever those stand in a listing: よんよんよん also finds よんよん.
 *
 * What was typed is wiped, and so is what it found. SQLite never sees it: it is asked for numbers
 * that stand for one to three characters each, and lets go of them after every question. What
 * stays until the catalogue is closed are pages of the file that were read, as a cache. */
YT_MUST_CHECK bool yt_catalogue_search(struct yt_catalogue *catalogue,
                                       const struct yt_listing_index *index, const char *words,
                                       uint32_t **positions, size_t *count, struct yt_err *err);

/* --- For staff ------------------------------------------------------------------------------- */

struct yt_catalogue_source {
    char name[YT_SOURCE_MAX];
    size_t listings, programmes, places;
};
YT_MUST_CHECK bool yt_catalogue_sources(struct yt_catalogue *catalogue,
                                        bool (*each)(const struct yt_catalogue_source *source,
                                                     void *context),
                                        void *context, struct yt_err *err);

#endif
