/* What is no fault of a row, and yet not what its sender meant: told once, at the end of the file,
 * with how many and where the first ones stand. */
#ifndef YT_CONTENT_IMPORT_ODDITIES_H
#define YT_CONTENT_IMPORT_ODDITIES_H

#include <stddef.h>
#include <stdint.h>

#define YT_ODDITY_ROWS_SHOWN 5

struct yt_importer;
struct yt_row;

struct yt_oddity {
    size_t count;
    uint32_t lines[YT_ODDITY_ROWS_SHOWN]; /* in the file, of the first ones */
};

struct yt_oddities {
    struct yt_oddity unchecked; /* listings that say no day on which they were checked */
    struct yt_oddity pay;       /* of another currency, or for another span than is shown */
    struct yt_oddity tasks;     /* more than there are places for */
    struct yt_oddity cancelled; /* programmes that do not take place */
};

/* Notes what is odd about a row that was taken. */
void yt_oddities_note(struct yt_oddities *oddities, const struct yt_row *row);
/* Tells it all to the sink. */
void yt_oddities_tell(struct yt_importer *importer);

#endif
