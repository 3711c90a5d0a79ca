/* Sheets of other offices within a site's folder:
 * SITE/imports/{listings,programmes,places}/NAME.csv and NAME.mapping.yaml beside it. Kiosks read
 * them with the rest of the site. */
#ifndef YT_DESK_IMPORT_FILES_H
#define YT_DESK_IMPORT_FILES_H

#include "content/import/import.h"

/* Copies the sheet, and the mapping if there is one, under that name: both are on the disk before
 * either replaces what was there, and a sheet of that name in another format goes. A kiosk that
 * reads in between finds whole files. On failure the old ones are as they were. */
YT_MUST_CHECK bool yt_import_files_put(const char *site_folder,
                                       const struct yt_import_options *import, const char *name,
                                       struct yt_err *err);

#endif
