/* Puts DATA/catalogue.db together from what the site has: its own listings, the sheets of other
 * offices in SITE/imports/{listings,programmes,places}/ (each with an optional NAME.mapping.yaml
 * beside it), and what was imported by command on this box. Worker threads only: it takes as long
 * as the disk does. The catalogue that stands there stays usable until the new one takes its
 * place at once. */
#ifndef YT_KIOSK_CATALOGUE_BUILD_H
#define YT_KIOSK_CATALOGUE_BUILD_H

#include "base/attributes.h"
#include "base/err.h"
#include "domain/site_content.h"

#include <stdbool.h>

#define YT_CATALOGUE_FILE "catalogue.db" /* below the data folder */

/* Compares what the site's files look like with what the catalogue remembers, and builds anew where
 * they differ or where there is no catalogue, or a damaged one (which is set aside). `changed`:
 * a new one stands there. A row of a sheet that cannot be used is left out and a sheet that cannot
 * be read at all is left out whole, each with a line in the log; neither is a failure, for the rest
 * must be seen. On failure the old catalogue is as it was. */
YT_MUST_CHECK bool yt_catalogue_bring_up_to_date(const char *site_folder, const char *data_folder,
                                                 const struct yt_site_content *site, bool *changed,
                                                 struct yt_err *err);

/* Builds it in any case: for one whose stamp is right, and whose pages are not. */
YT_MUST_CHECK bool yt_catalogue_build_anew(const char *site_folder, const char *data_folder,
                                           const struct yt_site_content *site, struct yt_err *err);

#endif
