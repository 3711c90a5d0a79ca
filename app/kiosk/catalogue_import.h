/* Sources of the catalogue: one import, one sheet of the site. What is here fills a builder; it
 * knows nothing of when. Worker threads, or a command of its own. */
#ifndef YT_KIOSK_CATALOGUE_IMPORT_H
#define YT_KIOSK_CATALOGUE_IMPORT_H

#include "base/err.h"
#include "content/import/import.h"
#include "domain/site_content.h"
#include "store/catalogue.h"

/* Where the rows of one source go. */
struct yt_catalogue_source_sink {
    struct yt_import_sink sink; /* give this one to yt_import_file, or behind yt_import_print */
    struct yt_catalogue_builder *builder;
    const char *source;
    const struct yt_offers *own; /* of the site: its ids are taken */
};
void yt_catalogue_source_sink_init(struct yt_catalogue_source_sink *to,
                                   struct yt_catalogue_builder *builder, const char *source,
                                   const struct yt_offers *own);

/* A builder for DATA/catalogue.db that has taken over what stands there but for `except`, with its
 * stamp. A catalogue that is damaged, or of another version, is set aside first, with a line in the
 * log. NULL on failure. */
struct yt_catalogue_builder *yt_catalogue_begin(const char *data_folder,
                                                const struct yt_site_content *site,
                                                const char *except, struct yt_err *err);

/* Can it name a source: no folder in it, not "site", not too long. */
YT_MUST_CHECK bool yt_catalogue_source_name(const char *name, struct yt_err *err);

#endif
