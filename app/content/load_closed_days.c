#include "content/reader.h"

#define CLOSURES_MAX 400

struct closed_days {
    struct yt_date kept_until;
    const struct written_closure *closures;
    size_t count;
};

/* A closure as it is written: one day, a span, or a span of every year. */
struct written_closure {
    struct yt_closure closure;
    bool has_day, has_from, has_until, has_yearly_from, has_yearly_until;
    struct yt_date day, from, until, yearly_from, yearly_until;
};

#define CLOSURE(member) offsetof(struct written_closure, member)

static bool finish_closure(struct yt_reader *reader, const struct yt_yaml *node, void *target)
{
    struct written_closure *written = target;
    struct yt_closure *closure = &written->closure;
    const bool span = written->has_from && written->has_until;
    const bool yearly = written->has_yearly_from && written->has_yearly_until;

    if (written->has_from != written->has_until ||
        written->has_yearly_from != written->has_yearly_until ||
        (int)written->has_day + (int)span + (int)yearly != 1)
        return yt_remedy(yt_fault(reader->report, node, "the days are not clear"),
                         "Write \"day\", or \"from\" and \"until\", or \"every_year_from\" and "
                         "\"every_year_until\".");
    closure->every_year = yearly;
    closure->from = yearly ? written->yearly_from : span ? written->from : written->day;
    closure->until = yearly ? written->yearly_until : span ? written->until : written->day;
    if (!yearly && yt_date_compare(closure->from, closure->until) > 0)
        return yt_remedy(yt_fault(reader->report, node, "it ends before it begins"),
                         "Write \"until\" on or after \"from\".");
    return true;
}

static const struct yt_field closure_fields[] = {
    {.key = "day", .read = yt_read_date, .offset = CLOSURE(day), .has_offset = CLOSURE(has_day)},
    {.key = "from", .read = yt_read_date, .offset = CLOSURE(from), .has_offset = CLOSURE(has_from)},
    {.key = "until",
     .read = yt_read_date,
     .offset = CLOSURE(until),
     .has_offset = CLOSURE(has_until)},
    {.key = "every_year_from",
     .read = yt_read_yearly,
     .offset = CLOSURE(yearly_from),
     .has_offset = CLOSURE(has_yearly_from)},
    {.key = "every_year_until",
     .read = yt_read_yearly,
     .offset = CLOSURE(yearly_until),
     .has_offset = CLOSURE(has_yearly_until)},
    {.key = "places",
     .read = yt_read_refs,
     .offset = CLOSURE(closure.places),
     .set = YT_SET_PLACES},
    {.key = "name",
     .read = yt_read_staff_text,
     .offset = CLOSURE(closure.name),
     .required = true,
     .max = 40},
};

static const struct yt_record closure_record = {
    .what = "a closed day",
    .size = sizeof(struct written_closure),
    .fields = closure_fields,
    .field_count = YT_COUNT(closure_fields),
    .finish = finish_closure,
};

/* The references of places point into what was written, so the copy is made when they are known. */
static bool copy_closures(struct yt_reader *reader, const struct yt_yaml *node,
                          const struct yt_field *field, void *target)
{
    struct yt_site *site = &reader->site->site;
    const struct written_closure *written = target;
    struct yt_closure *closures = yt_take(reader, node, site->closure_count, sizeof *closures);

    (void)field;
    if (!closures)
        return false;
    for (size_t i = 0; i < site->closure_count; i++)
        closures[i] = written[i].closure;
    site->closures = closures;
    return true;
}

static bool read_closures(struct yt_reader *reader, const struct yt_yaml *node,
                          const struct yt_field *field, void *target)
{
    const struct closed_days *days;

    if (!yt_read_list(reader, node, field, target))
        return false;
    days = (const struct closed_days *)((char *)target - field->offset);
    reader->site->site.closure_count = days->count;
    return yt_read_later(reader, copy_closures, node, field, (void *)days->closures);
}

static const struct yt_field closed_days_fields[] = {
    {.key = "kept_until",
     .read = yt_read_date,
     .offset = offsetof(struct closed_days, kept_until),
     .required = true},
    {.key = "closed_days",
     .read = read_closures,
     .offset = offsetof(struct closed_days, closures),
     .required = true,
     .max = CLOSURES_MAX,
     .record = &closure_record,
     .count_offset = offsetof(struct closed_days, count)},
};

static const struct yt_record closed_days_record = {
    .what = "closed-days.yaml",
    .size = sizeof(struct closed_days),
    .fields = closed_days_fields,
    .field_count = YT_COUNT(closed_days_fields),
};

void yt_load_closed_days(struct yt_reader *reader)
{
    struct closed_days days = {0};

    (void)yt_load_file(reader, "closed-days.yaml", &closed_days_record, &days);
    reader->site->site.holidays_until = days.kept_until;
}
