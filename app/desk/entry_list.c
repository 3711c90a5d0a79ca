#include "desk/entry_list.h"

#include "base/arena.h"
#include "desk/intake.h"
#include "desk/words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What the list says of one entry; texts live in the list's memory and are wiped with it. */
struct line {
    char number[YT_SLIP_NUMBER_MAX];
    bool readable;
    enum yt_urgency urgency;
    int64_t time_minutes;
    const char *column[5]; /* day, urgency, kinds, for whom, appointment */
};

struct list {
    struct yt_desk *desk;
    struct line *lines;
    size_t count;
    size_t capacity;
    struct yt_buf texts; /* scratch */
    struct yt_arena arena;
    bool failed;
};

static void list_done(struct list *list)
{
    free(list->lines);
    yt_buf_done(&list->texts);
    yt_arena_done(&list->arena);
}

/* Takes what was written to the scratch buffer. */
static const char *keep(struct list *list)
{
    const char *kept = yt_arena_text(&list->arena, yt_buf_string(&list->texts), list->texts.size);

    yt_buf_clear(&list->texts);
    list->failed = list->failed || !kept;
    return kept ? kept : "";
}

static void write_day_of(struct list *list, int64_t wall_ms)
{
    const struct yt_site_content *site = yt_desk_site(list->desk);
    int offset = site ? site->site.utc_offset_minutes : 540;
    struct yt_local_time at = yt_local_time(wall_ms, offset);

    yt_buf_printf(&list->texts, "%d/%d/%d", at.date.year, at.date.month, at.date.day);
}

static void write_day(struct list *list, const struct yt_entry *entry)
{
    write_day_of(list, entry->time_minutes * YT_MINUTE_MS);
    if (!entry->time_trusted)
        yt_buf_text(&list->texts, "?");
}

static void write_booking(struct list *list, const struct yt_entry *entry)
{
    YT_SCOPED(yt_buf_done) struct yt_buf time;
    const struct yt_entry_appointment *appointment = &entry->appointment;

    yt_buf_init_secret(&time, 256);
    if (!appointment->wanted)
        return;
    if (appointment->time_count == 0) {
        yt_buf_text(&list->texts, yt_word("desk.list.wish_open"));
        return;
    }
    yt_words_time(yt_desk_site(list->desk), appointment->time_minutes[0], &time);
    yt_word_fill(&list->texts, appointment->firm ? "desk.list.firm" : "desk.list.wish",
                 yt_buf_string(&time));
}

static void fill_line(struct list *list, struct line *line, const struct yt_entry *entry)
{
    line->readable = true;
    line->urgency = entry->urgency;
    line->time_minutes = entry->time_minutes;
    write_day(list, entry);
    line->column[0] = keep(list);
    line->column[1] = yt_words_urgency(entry->urgency);
    yt_words_kinds(entry->kinds, &list->texts);
    line->column[2] = keep(list);
    yt_words_for_whom(yt_desk_site(list->desk), entry, &list->texts);
    line->column[3] = keep(list);
    write_booking(list, entry);
    line->column[4] = keep(list);
}

/* What is wrong with one that cannot be read, and which kiosk to look at. */
static void fill_unreadable(struct list *list, struct line *line, const struct yt_desk_kept *kept,
                            enum yt_err_code why)
{
    static const char *const reasons[] = {
        [YT_INTAKE_WRONG_DESK] = "desk.list.wrong_desk",
        [YT_INTAKE_BROKEN_SEAL] = "desk.list.broken_seal",
        [YT_INTAKE_NO_ENTRY] = "desk.list.no_entry",
        [YT_INTAKE_UNSUPPORTED] = "desk.list.unsupported",
        [YT_INTAKE_UNKNOWN_KIOSK] = "desk.list.unknown_kiosk",
        [YT_INTAKE_FORGED] = "desk.list.forged",
    };

    write_day_of(list, kept->arrived_ms);
    line->column[0] = keep(list);
    line->column[1] = yt_word("desk.list.unreadable");
    line->column[2] = yt_word(reasons[yt_intake_refusal(why)]);
    if (kept->kiosk)
        yt_words_kiosk(yt_desk_site(list->desk), kept->kiosk, &list->texts);
    line->column[3] = keep(list);
    line->column[4] = "";
}

static bool add_line(const struct yt_desk_kept *kept, void *context)
{
    const struct yt_sealed *sealed = kept->sealed;
    struct list *list = context;
    YT_SCOPED(yt_entry_wipe) struct yt_entry entry;
    struct yt_kiosk_book book = yt_desk_store_book(list->desk->store, true);
    struct yt_err why;
    struct line *line;

    if (list->count == list->capacity) {
        size_t capacity = list->capacity ? list->capacity * 2 : 64;
        struct line *lines = reallocarray(list->lines, capacity, sizeof *lines);

        if (!lines) {
            list->failed = true;
            memset(&entry, 0, sizeof entry);
            return false;
        }
        list->lines = lines;
        list->capacity = capacity;
    }
    line = &list->lines[list->count++];
    *line = (struct line){.time_minutes = kept->arrived_ms / YT_MINUTE_MS};
    yt_slip_number(sealed->id, line->number);
    if (yt_envelope_open(sealed, &list->desk->opener, &book, &entry, &why))
        fill_line(list, line, &entry);
    else
        fill_unreadable(list, line, kept, why.code);
    return true;
}

/* What cannot be read stands below everything that people wait for. */
static int compare_lines(const void *left, const void *right)
{
    const struct line *a = left;
    const struct line *b = right;

    if (a->readable != b->readable)
        return a->readable ? -1 : 1;
    if (a->urgency != b->urgency)
        return a->urgency > b->urgency ? -1 : 1;
    if (a->time_minutes != b->time_minutes)
        return a->time_minutes > b->time_minutes ? -1 : 1;
    return strcmp(a->number, b->number);
}

static void append_padded(struct yt_buf *to, const char *text, size_t columns)
{
    yt_buf_text(to, text);
    for (size_t width = yt_words_columns(text); width < columns; width++)
        yt_buf_byte(to, ' ');
    yt_buf_text(to, "  ");
}

static void append_advice(const struct list *list, struct yt_buf *to)
{
    char count[24];
    size_t unreadable = 0;

    for (size_t i = 0; i < list->count; i++)
        unreadable += !list->lines[i].readable;
    snprintf(count, sizeof count, "%zu", unreadable);
    if (unreadable > 0) {
        yt_word_fill(to, "desk.list.advice", count);
        yt_buf_text(to, "\n");
    }
}

static void append_table(const struct list *list, struct yt_buf *to)
{
    static const char *const heads[] = {"desk.list.day", "desk.list.urgency", "desk.list.kinds",
                                        "desk.list.whom", "desk.list.booking"};
    size_t width[YT_COUNT(heads)];

    for (size_t i = 0; i < YT_COUNT(heads); i++) {
        width[i] = yt_words_columns(yt_word(heads[i]));
        for (size_t j = 0; j < list->count; j++) {
            size_t columns = yt_words_columns(list->lines[j].column[i]);

            width[i] = columns > width[i] ? columns : width[i];
        }
    }
    append_padded(to, yt_word("desk.list.number"), 11);
    for (size_t i = 0; i < YT_COUNT(heads); i++)
        append_padded(to, yt_word(heads[i]), width[i]);
    yt_buf_text(to, "\n");
    for (size_t j = 0; j < list->count; j++) {
        append_padded(to, list->lines[j].number, 11);
        for (size_t i = 0; i < YT_COUNT(heads); i++)
            append_padded(to, list->lines[j].column[i], width[i]);
        yt_buf_text(to, "\n");
    }
    append_advice(list, to);
}

bool yt_entry_list(struct yt_desk *desk, bool numbers_only, struct yt_buf *to, struct yt_err *err)
{
    YT_SCOPED(list_done) struct list list = {.desk = desk};

    yt_buf_init_secret(&list.texts, 4096);
    yt_arena_init(&list.arena, YT_ENTRY_LIST_MAX);
    if (!yt_desk_store_each(desk->store, add_line, &list, err))
        return false;
    if (list.failed)
        return yt_err_set(err, YT_ERR_NO_MEMORY, "no memory for the list");
    if (list.count > 0)
        qsort(list.lines, list.count, sizeof *list.lines, compare_lines);
    for (size_t i = 0; numbers_only && i < list.count; i++)
        yt_buf_printf(to, "%s\n", list.lines[i].number);
    if (!numbers_only && list.count == 0)
        yt_buf_printf(to, "%s\n", yt_word("desk.list.empty"));
    else if (!numbers_only)
        append_table(&list, to);
    return yt_buf_ok(to, err);
}
