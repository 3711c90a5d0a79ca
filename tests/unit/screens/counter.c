#include "counter.h"
#include "shelf.h"

#include "base/str.h"

#include <stdlib.h>
#include <string.h>

static void save(void *context, uint64_t visit, const struct yt_entry *entry, const char *slot)
{
    struct counter *counter = context;
    counter->saves++;
    counter->visit = visit;
    counter->saved = *entry;
    (void)yt_str_copy(counter->slot, sizeof(counter->slot), slot ? slot : "");
}

static void print(void *context, uint64_t visit, const struct yt_entry *entry, bool with_code)
{
    struct counter *counter = context;
    counter->prints++;
    counter->visit = visit;
    counter->saved = *entry;
    counter->with_code = with_code;
}

static void hold(void *context, uint64_t visit, const char *slot)
{
    struct counter *counter = context;
    (void)visit;
    counter->holds++;
    (void)yt_str_copy(counter->held, sizeof(counter->held), slot ? slot : "");
}

static void nothing(void *context, uint64_t visit)
{
    (void)context;
    (void)visit;
}

static bool staff_call(void *context, uint64_t visit, bool quiet)
{
    (void)visit;
    ((struct counter *)context)->staff_calls += !quiet;
    return true;
}

static const struct yt_listing_index *listings(void *context)
{
    (void)context;
    return NULL;
}

static const struct yt_offers *offers(void *context)
{
    return &((struct counter *)context)->journey->app.content->offers;
}

static void visit_ended(void *context, uint64_t visit)
{
    (void)visit;
    ((struct counter *)context)->visits_ended++;
}

void counter_open(struct counter *counter, struct journey *journey)
{
    memset(counter, 0, sizeof(*counter));
    counter->journey = journey;
    journey->services = (struct yt_services){
        .context = counter,
        .save = save,
        .print = print,
        .printer_status = nothing,
        .taken_slots = nothing,
        .hold_slot = hold,
        .staff_call = staff_call,
        .staff_cancel = nothing,
        .listings = listings,
        .offers = offers,
        .visit_ended = visit_ended,
    };
    shelf_open(&journey->services, journey->app.content);
}

static void answer(struct counter *counter, const struct yt_result *result)
{
    yt_app_result(&counter->journey->app, result);
    yt_app_show(&counter->journey->app);
}

/* A code of 21 modules, as a small symbol has. */
static struct yt_code *make_code(void)
{
    struct yt_code *code = calloc(1, sizeof(*code));
    if (!code)
        abort();
    code->count = 1;
    code->symbols[0].width = 21;
    for (size_t i = 0; i < 21 * 21 / 8; i++)
        code->symbols[0].modules[i] = (uint8_t)(i * 37);
    return code;
}

void counter_saved(struct counter *counter)
{
    struct yt_code *code = make_code();
    answer(counter,
           &(struct yt_result){.kind = YT_RESULT_SAVED, .visit = counter->visit, .code = code});
    free(code);
}

void counter_not_saved(struct counter *counter, enum yt_err_code reason, bool with_code)
{
    struct yt_err err = {.code = reason};
    struct yt_code *code = make_code();
    answer(counter, &(struct yt_result){.kind = YT_RESULT_NOT_SAVED,
                                        .visit = counter->visit,
                                        .err = &err,
                                        .code = with_code ? code : NULL});
    free(code);
}

void counter_refused(struct counter *counter, const char *text)
{
    struct yt_err err = {0};
    (void)yt_err_set(&err, YT_ERR_CONFLICT, "%s", text);
    answer(counter,
           &(struct yt_result){.kind = YT_RESULT_NOT_SAVED, .visit = counter->visit, .err = &err});
}

void counter_printed(struct counter *counter)
{
    answer(counter, &(struct yt_result){.kind = YT_RESULT_PRINTED, .visit = counter->visit});
}

void counter_not_printed(struct counter *counter, enum yt_err_code reason)
{
    struct yt_err err = {.code = reason};
    answer(counter, &(struct yt_result){
                        .kind = YT_RESULT_NOT_PRINTED, .visit = counter->visit, .err = &err});
}

void counter_taken(struct counter *counter, uint16_t type, uint16_t place, int64_t start_minute)
{
    static struct yt_taken_slots taken;
    taken.count = 1;
    taken.slots[0] = (struct yt_slot_taken){
        .type = type, .place = place, .start_minute = start_minute, .count = 1};
    answer(counter, &(struct yt_result){.kind = YT_RESULT_TAKEN_SLOTS,
                                        .visit = counter->journey->app.visit.number,
                                        .taken = &taken});
}
