/* What waits for the desk, as far as the kiosk can tell: it cannot read its own queue. */
#include "kiosk/kiosk.h"

#include <sodium.h>
#include <stdio.h>

static struct yt_db *open_as_reader(const char *data_folder, struct yt_err *err)
{
    const struct yt_db_options options = {.utc_offset_minutes = 9 * 60}; /* days of Japan */
    char path[PATH_MAX];

    if (sodium_init() < 0 ||
        snprintf(path, sizeof path, "%s/queue.db", data_folder) >= (int)sizeof path) {
        yt_err_set(err, YT_ERR_INVALID, "%s: cannot be used", data_folder);
        return NULL;
    }
    return yt_db_open(path, &options, NULL, err);
}

static bool print_row(const struct yt_queue_row *row, void *context)
{
    const struct yt_date day = yt_date_from_days(row->day);

    (void)context;
    printf("%s  %04d-%02d-%02d  %-9s  %4zu bytes\n", row->number, day.year, day.month, day.day,
           yt_queue_state_name(row->state), row->size);
    return true;
}

bool yt_kiosk_print_queue(const char *data_folder, struct yt_err *err)
{
    YT_SCOPED(yt_db_free_scoped) struct yt_db *db = open_as_reader(data_folder, err);
    struct yt_queue_summary summary;

    if (!db || !yt_queue_each(db, print_row, NULL, err) || !yt_queue_summarise(db, &summary, err))
        return false;
    printf("%zu waiting, %zu of them for 14 days or more\n", summary.waiting, summary.past_warning);
    return true;
}

bool yt_kiosk_count_queue(const char *data_folder, size_t *count, struct yt_err *err)
{
    YT_SCOPED(yt_db_free_scoped) struct yt_db *db = open_as_reader(data_folder, err);
    struct yt_queue_summary summary;

    if (!db || !yt_queue_summarise(db, &summary, err))
        return false;
    *count = summary.waiting;
    return true;
}
