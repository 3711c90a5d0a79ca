/* Taking over what another catalogue holds, and noting of each listing what lies beside it. */
#include "store/catalogue_file.h"

#include <limits.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

/* Enough for a record's texts; they are read one listing at a time. */
#define ARENA_MAX ((size_t)4 << 20)

/* --- Texts ------------------------------------------------------------------------------------ */

struct texts {
    void (*each)(void *context, const char *markup, bool title);
    void *context;
};

static void each_language(const struct texts *texts, const struct yt_text *text, bool title)
{
    for (size_t i = 0; i < YT_LANGUAGES_MAX; i++)
        if (text->in[i] && text->in[i][0])
            texts->each(texts->context, text->in[i], title);
}

void yt_listing_each_text(const struct yt_listing *listing,
                          void (*each)(void *context, const char *markup, bool title),
                          void *context)
{
    const struct texts texts = {each, context};

    each_language(&texts, &listing->title, true);
    each_language(&texts, &listing->note, false);
    for (size_t i = 0; i < listing->task_count; i++)
        each_language(&texts, &listing->tasks[i], false);
    each_language(&texts, &listing->area, false);
    each_language(&texts, &listing->access, false);
    each_language(&texts, &listing->licence, false);
    each_language(&texts, &listing->computer, false);
    /* A name that is not shown is not found either: it would be told by guessing. */
    if (listing->employer && !listing->hide_name)
        each(context, listing->employer, false);
}

/* --- Keys ------------------------------------------------------------------------------------- */

static int32_t days_of(struct yt_date date)
{
    return date.year ? yt_date_to_days(date) : INT32_MIN;
}

static struct yt_date date_of(int32_t days)
{
    const struct yt_date none = {0};

    return days == INT32_MIN ? none : yt_date_from_days(days);
}

void yt_key_pack(const struct yt_listing *listing, struct yt_buf *to)
{
    const int32_t days[3] = {days_of(listing->listed), days_of(listing->checked),
                             days_of(listing->until)};
    struct yt_listing_key key = {0};

    yt_listing_key_fill(listing, 0, &key);
    yt_buf_append(to, &key.facts, sizeof key.facts);
    yt_buf_append(to, days, sizeof days);
    yt_buf_append(to, &key.metres, sizeof key.metres);
    yt_buf_append(to, &key.hourly_pay, sizeof key.hourly_pay);
    yt_buf_append(to, &key.day_minutes, sizeof key.day_minutes);
    yt_buf_append(to, &key.kind, sizeof key.kind);
    yt_buf_append(to, &key.trade, sizeof key.trade);
}

void yt_key_unpack(const uint8_t bytes[static YT_KEY_SIZE], int hide_days,
                   struct yt_listing_key *key)
{
    struct yt_listing dates; /* of this listing only the dates are said */
    int32_t days[3];

    memcpy(days, bytes + 8, sizeof days);
    yt_listing_init(&dates);
    dates.listed = date_of(days[0]);
    dates.checked = date_of(days[1]);
    dates.until = date_of(days[2]);
    yt_listing_key_fill(&dates, hide_days, key);
    memcpy(&key->facts, bytes, sizeof key->facts);
    memcpy(&key->metres, bytes + 20, sizeof key->metres);
    memcpy(&key->hourly_pay, bytes + 24, sizeof key->hourly_pay);
    memcpy(&key->day_minutes, bytes + 28, sizeof key->day_minutes);
    key->kind = bytes[30];
    key->trade = bytes[31];
}

static bool flush_keys(struct yt_catalogue_builder *builder, struct yt_err *err)
{
    YT_SCOPED(yt_sqlite_finalize_scoped)
    struct sqlite3_stmt *insert = yt_sqlite_prepare(
        builder->sql, "INSERT INTO listing_keys (chunk, keys) VALUES (?1, ?2)", err);

    if (!insert)
        return false;
    yt_pack_seal(&builder->keys);
    if (!yt_buf_ok(&builder->keys, err))
        return false;
    sqlite3_bind_int64(insert, 1, builder->chunk++);
    sqlite3_bind_blob(insert, 2, builder->keys.data, (int)builder->keys.size, SQLITE_STATIC);
    if (!yt_sqlite_done(insert, err))
        return false;
    yt_buf_clear(&builder->keys);
    return true;
}

static void learn(void *context, const char *markup, bool title)
{
    (void)title;
    yt_readings_learn(context, markup);
}

bool yt_builder_note(struct yt_catalogue_builder *builder, const struct yt_listing *listing,
                     struct yt_err *err)
{
    yt_key_pack(listing, &builder->keys);
    yt_listing_each_text(listing, learn, builder->readings);
    return builder->keys.size < (size_t)YT_KEYS_CHUNK * YT_KEY_SIZE || flush_keys(builder, err);
}

bool yt_builder_flush_keys(struct yt_catalogue_builder *builder, struct yt_err *err)
{
    return builder->keys.size == 0 || flush_keys(builder, err);
}

/* --- Copying ---------------------------------------------------------------------------------- */

/* A damaged record must not come along: what is in the new file is whole. */
static bool copy_record(struct yt_catalogue_builder *builder, enum yt_catalogue_table table,
                        struct sqlite3_stmt *from, struct yt_arena *arena, struct yt_err *err)
{
    const char *id = (const char *)sqlite3_column_text(from, 0);
    const char *source = (const char *)sqlite3_column_text(from, 1);
    const void *record = sqlite3_column_blob(from, 2);
    size_t size = (size_t)sqlite3_column_bytes(from, 2);
    struct yt_languages own;
    struct yt_listing listing;
    struct yt_unpack unpack;

    if (table == YT_TABLE_LISTING &&
        !yt_squeeze_unpack(builder->old->squeeze, record, size, &record, &size, err))
        return false;
    yt_arena_reset(arena);
    yt_unpack_begin(&unpack, record, size, arena);
    if (!id || !source || unpack.failed)
        return yt_catalogue_damaged(err, "a record");
    if (!yt_builder_insert(builder, table, source, id, record, size, err))
        return false;
    return table != YT_TABLE_LISTING ||
           (yt_unpack_listing(record, size, NULL, &own, arena, &listing, err) &&
            yt_builder_note(builder, &listing, err));
}

static bool copy_table(struct yt_catalogue_builder *builder, enum yt_catalogue_table table,
                       bool site, struct yt_arena *arena, struct yt_err *err)
{
    static const char *const names[YT_TABLES] = {"listing", "programme", "place"};
    YT_SCOPED(yt_sqlite_finalize_scoped) struct sqlite3_stmt *from = NULL;
    char text[256];
    bool row = true;

    sqlite3_snprintf(sizeof text, text,
                     "SELECT id, name, record FROM %s JOIN source ON number = source"
                     " WHERE (name = '" YT_SOURCE_SITE "') = ?1 AND name <> ?2"
                     " AND substr(name, 1, length(?2) + 1) <> ?2 || '/' ORDER BY row",
                     names[table]);
    from = yt_sqlite_prepare(builder->old->sql, text, err);
    if (!from)
        return false;
    sqlite3_bind_int(from, 1, site);
    sqlite3_bind_text(from, 2, builder->except, -1, SQLITE_STATIC);
    while (row) {
        if (!yt_sqlite_step(from, &row, err) ||
            (row && !copy_record(builder, table, from, arena, err)))
            return yt_err_context(err, "take over what %s holds", builder->path);
    }
    return true;
}

bool yt_builder_copy(struct yt_catalogue_builder *builder, bool site, struct yt_err *err)
{
    YT_SCOPED(yt_arena_done) struct yt_arena arena;

    yt_arena_init(&arena, ARENA_MAX);
    for (int table = 0; builder->old && table < YT_TABLES; table++)
        if (!copy_table(builder, (enum yt_catalogue_table)table, site, &arena, err))
            return false;
    return true;
}
