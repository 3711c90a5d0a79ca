#include "store/search_lexicon.h"

#include "base/sqlite.h"
#include "store/catalogue_file.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#define GROUPS_MAX 4096
#define WORDS_MAX 65536

/* --- Forms ------------------------------------------------------------------------------------ */

struct yt_form yt_form_of(const struct yt_fold *fold, size_t from, size_t count)
{
    struct yt_form form = {0};

    while (count && fold->kind[from + count - 1] == YT_FOLD_BREAK)
        count--;
    if (count > YT_FORM_POINTS_MAX)
        count = YT_FORM_POINTS_MAX;
    memcpy(form.point, fold->point + from, count * sizeof *form.point);
    memcpy(form.kind, fold->kind + from, count);
    form.count = (uint8_t)count;
    return form;
}

void yt_form_to_fold(const struct yt_form *form, struct yt_fold *fold)
{
    fold->count = form->count;
    memcpy(fold->point, form->point, form->count * sizeof *form->point);
    memcpy(fold->kind, form->kind, form->count);
}

bool yt_form_same(const struct yt_form *a, const struct yt_form *b)
{
    return a->count == b->count && memcmp(a->point, b->point, a->count * sizeof *a->point) == 0;
}

/* --- In the file ------------------------------------------------------------------------------ */

static bool put(struct sqlite3 *sql, const char *name, const struct yt_buf *bytes,
                struct yt_err *err)
{
    YT_SCOPED(yt_sqlite_finalize_scoped)
    struct sqlite3_stmt *insert =
        yt_sqlite_prepare(sql, "INSERT INTO lexicon (name, bytes) VALUES (?1, ?2)", err);

    if (!insert || !yt_buf_ok(bytes, err))
        return false;
    sqlite3_bind_text(insert, 1, name, -1, SQLITE_STATIC);
    sqlite3_bind_blob(insert, 2, bytes->data, (int)bytes->size, SQLITE_STATIC);
    return yt_sqlite_done(insert, err);
}

static bool get(struct sqlite3 *sql, const char *name, struct yt_buf *to, struct yt_err *err)
{
    YT_SCOPED(yt_sqlite_finalize_scoped)
    struct sqlite3_stmt *find =
        yt_sqlite_prepare(sql, "SELECT bytes FROM lexicon WHERE name = ?1", err);
    bool row = false;

    yt_buf_clear(to);
    if (!find)
        return false;
    sqlite3_bind_text(find, 1, name, -1, SQLITE_STATIC);
    if (!yt_sqlite_step(find, &row, err))
        return false;
    if (!row)
        return yt_catalogue_damaged(err, "the lexicon");
    yt_buf_append(to, sqlite3_column_blob(find, 0), (size_t)sqlite3_column_bytes(find, 0));
    return yt_buf_ok(to, err);
}

/* --- Words that mean the same ----------------------------------------------------------------- */

static void pack_form(struct yt_buf *to, const struct yt_fold *fold)
{
    const struct yt_form form = yt_form_of(fold, 0, fold->count);

    yt_pack_number(to, form.count);
    for (size_t i = 0; i < form.count; i++) {
        yt_pack_number(to, form.point[i]);
        yt_pack_number(to, form.kind[i]);
    }
}

/* A word with its reading counts as two. */
static void pack_group(struct yt_buf *to, const struct yt_search_group *group)
{
    struct yt_fold written;
    struct yt_fold read;
    size_t count = group->count;

    for (size_t i = 0; i < group->count; i++)
        count += yt_fold_markup(group->words[i], &written, &read);
    yt_pack_number(to, count);
    for (size_t i = 0; i < group->count; i++) {
        const bool ruby = yt_fold_markup(group->words[i], &written, &read);

        pack_form(to, &written);
        if (ruby)
            pack_form(to, &read);
    }
}

static void unpack_form(struct yt_unpack *unpack, struct yt_form *form)
{
    form->count = (uint8_t)yt_unpack_number(unpack, YT_FORM_POINTS_MAX);
    for (size_t i = 0; i < form->count; i++) {
        form->point[i] = (uint32_t)yt_unpack_number(unpack, 0x10FFFF);
        form->kind[i] = (uint8_t)yt_unpack_number(unpack, YT_FOLD_LETTER);
    }
}

static void unpack_groups(struct yt_unpack *unpack, struct yt_lexicon *lexicon)
{
    const size_t words = (size_t)yt_unpack_number(unpack, WORDS_MAX);
    const size_t groups = (size_t)yt_unpack_number(unpack, GROUPS_MAX);

    lexicon->words = calloc(words + 1, sizeof *lexicon->words);
    lexicon->groups = calloc(groups + 1, sizeof *lexicon->groups);
    unpack->failed = unpack->failed || !lexicon->words || !lexicon->groups;
    for (size_t i = 0; i < groups && !unpack->failed; i++) {
        struct yt_lexicon_group *group = &lexicon->groups[lexicon->group_count++];

        *group = (struct yt_lexicon_group){
            .first = (uint32_t)lexicon->word_count,
            .count = (uint32_t)yt_unpack_number(unpack, words - lexicon->word_count),
        };
        for (size_t k = 0; k < group->count; k++)
            unpack_form(unpack, &lexicon->words[lexicon->word_count++]);
    }
}

/* --- Whole ------------------------------------------------------------------------------------ */

bool yt_lexicon_write(struct sqlite3 *sql, const struct yt_readings *readings,
                      const struct yt_vocabulary *vocabulary, const struct yt_search_group *groups,
                      size_t group_count, struct yt_err *err)
{
    YT_SCOPED(yt_buf_done) struct yt_buf bytes;
    struct yt_fold written;
    struct yt_fold read;
    size_t words = 0;

    if (group_count > GROUPS_MAX)
        group_count = GROUPS_MAX;
    yt_buf_init(&bytes, YT_PACK_LEXICON_MAX);
    yt_readings_pack(readings, &bytes);
    if (!put(sql, "readings", &bytes, err))
        return false;
    yt_buf_clear(&bytes);
    yt_vocabulary_pack(vocabulary, &bytes);
    if (!put(sql, "vocabulary", &bytes, err))
        return false;
    yt_buf_clear(&bytes);
    for (size_t i = 0; i < group_count; i++)
        for (size_t k = 0; k < groups[i].count; k++)
            words += 1 + (size_t)yt_fold_markup(groups[i].words[k], &written, &read);
    if (words > WORDS_MAX)
        return yt_err_set(err, YT_ERR_TOO_LARGE, "%zu words that mean the same", words);
    yt_pack_number(&bytes, words);
    yt_pack_number(&bytes, group_count);
    for (size_t i = 0; i < group_count; i++)
        pack_group(&bytes, &groups[i]);
    yt_pack_seal(&bytes);
    return put(sql, "groups", &bytes, err);
}

static bool read_parts(struct sqlite3 *sql, struct yt_lexicon *lexicon, struct yt_err *err)
{
    YT_SCOPED(yt_buf_done) struct yt_buf bytes;
    struct yt_unpack unpack;

    yt_buf_init(&bytes, YT_PACK_LEXICON_MAX);
    if (!get(sql, "readings", &bytes, err) ||
        !(lexicon->readings = yt_readings_unpack(bytes.data, bytes.size, err)) ||
        !get(sql, "vocabulary", &bytes, err) ||
        !(lexicon->vocabulary = yt_vocabulary_unpack(bytes.data, bytes.size, err)) ||
        !get(sql, "groups", &bytes, err))
        return false;
    yt_unpack_begin(&unpack, bytes.data, bytes.size, NULL);
    unpack_groups(&unpack, lexicon);
    lexicon->claims = yt_claims_new(&lexicon->claim_count);
    if (!lexicon->claims)
        return yt_err_set(err, YT_ERR_NO_MEMORY, "no memory to search");
    return yt_unpack_end(&unpack, err);
}

struct yt_lexicon *yt_lexicon_read(struct sqlite3 *sql, struct yt_err *err)
{
    struct yt_lexicon *lexicon = calloc(1, sizeof *lexicon);

    if (!lexicon) {
        yt_err_set(err, YT_ERR_NO_MEMORY, "no memory to search");
        return NULL;
    }
    if (read_parts(sql, lexicon, err))
        return lexicon;
    yt_lexicon_free(lexicon);
    return NULL;
}

void yt_lexicon_free(struct yt_lexicon *lexicon)
{
    if (!lexicon)
        return;
    yt_readings_free(lexicon->readings);
    yt_vocabulary_free(lexicon->vocabulary);
    free(lexicon->words);
    free(lexicon->groups);
    free(lexicon->claims);
    free(lexicon);
}
