#include "courier/courier.h"
#include "store/queue_send.h"

#include <stdio.h>

static void print_day(const char *name, int32_t day)
{
    const struct yt_date date = yt_date_from_days(day);

    printf("%s %04d-%02d-%02d\n", name, date.year, date.month, date.day);
}

bool yt_courier_status(const struct yt_courier_setup *setup, bool *ret_well, struct yt_err *err)
{
    YT_SCOPED(yt_db_free_scoped) struct yt_db *db = yt_courier_open(setup, err);
    struct yt_queue_sending sending;

    if (!db || !yt_queue_sending(db, setup->desk_key_id, &sending, err))
        return false;
    printf("waiting %zu\n", sending.waiting);
    if (sending.waiting > 0)
        printf("oldest-days %d\n", sending.oldest_age_days);
    printf("refused %zu\n", sending.refused);
    printf("for-another-desk %zu\n", sending.other_desk);
    if (sending.receipt_day != 0)
        print_day("last-receipt", sending.receipt_day);
    else
        puts("last-receipt none");
    printf("trouble %s\n", sending.trouble[0] ? sending.trouble : "none");
    if (sending.trouble[0]) {
        print_day("trouble-since", sending.trouble_day);
        printf("%s\n", sending.detail);
    }
    *ret_well = !sending.trouble[0] && sending.refused == 0 && sending.other_desk == 0;
    return true;
}
