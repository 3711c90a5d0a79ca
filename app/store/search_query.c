#include "store/search_query.h"

#include <sodium.h>
#include <string.h>

#define ROMAJI_MAX 8
#define NEAR_MAX 6
/* Fewer characters than these stand inside of too many other words, where nobody typed them so. */
#define PART_LEAST 3

static bool has_kind(const struct yt_form *form, enum yt_fold_class kind)
{
    for (size_t i = 0; i < form->count; i++)
        if (form->kind[i] == kind)
            return true;
    return false;
}

static bool is_all_kana(const struct yt_form *form)
{
    for (size_t i = 0; i < form->count; i++)
        if (!yt_fold_is_kana(form->point[i]))
            return false;
    return form->count > 0;
}

static bool is_all_letters(const struct yt_form *form)
{
    for (size_t i = 0; i < form->count; i++)
        if (form->kind[i] != YT_FOLD_LETTER)
            return false;
    return form->count > 0;
}

/* Returns whether it is a new one. */
static bool put(struct yt_query_word *word, const struct yt_form *form)
{
    for (size_t i = 0; i < word->form_count; i++)
        if (yt_form_same(&word->forms[i], form))
            return false;
    if (word->form_count == YT_QUERY_FORMS_MAX || form->count == 0)
        return false;
    word->forms[word->form_count++] = *form;
    return true;
}

/* A form that nobody typed: it counts inside of other words only where it is long enough. */
static void derive(struct yt_query_word *word, const struct yt_form *from, struct yt_form form)
{
    form.whole = is_all_kana(&form) && form.count < PART_LEAST;
    form.other = form.other || from->other;
    (void)put(word, &form);
}

/* --- Readings --------------------------------------------------------------------------------- */

static struct yt_form kana_form(const struct yt_reading *reading)
{
    struct yt_form form = {.count = reading->kana_count};

    for (size_t i = 0; i < reading->kana_count; i++) {
        form.point[i] = reading->kana[i];
        form.kind[i] = YT_FOLD_HIRAGANA;
    }
    return form;
}

static void add_readings(struct yt_query_word *word, const struct yt_form *form,
                         const struct yt_readings *readings)
{
    size_t count;
    const struct yt_reading *known = yt_readings_of(readings, form->point, form->count, &count);
    struct yt_fold from;
    struct yt_fold to;

    for (size_t i = 0; i < count; i++)
        derive(word, form, kana_form(&known[i]));
    if (count || !has_kind(form, YT_FOLD_KANJI))
        return;
    yt_form_to_fold(form, &from);
    /* Kanji by kanji too: 紙袋 may be かみふくろ. A wrong guess finds nothing. */
    for (int single = 0; single <= 1; single++) {
        to.count = 0;
        if (yt_readings_apply(readings, &from, single, &to) && to.count <= YT_FORM_POINTS_MAX)
            derive(word, form, yt_form_of(&to, 0, to.count));
    }
}

/* Half in kanji, as schools teach it and forms avoid it: 介ご and かい護 are 介護《かいご》. */
static bool is_mixed(const struct yt_form *form, const struct yt_reading *reading)
{
    for (size_t kanji = 1; kanji < reading->base_count && kanji < form->count; kanji++) {
        const size_t kana = form->count - kanji;
        bool behind = kana < reading->kana_count; /* kanji, then kana */
        bool before = behind;                     /* kana, then kanji */

        for (size_t i = 0; i < kanji; i++) {
            behind = behind && form->point[i] == reading->base[i];
            before =
                before && form->point[kana + i] == reading->base[reading->base_count - kanji + i];
        }
        for (size_t i = 0; i < kana; i++) {
            behind =
                behind && form->point[kanji + i] == reading->kana[reading->kana_count - kana + i];
            before = before && form->point[i] == reading->kana[i];
        }
        if (behind || before)
            return true;
    }
    return false;
}

static void add_mixed(struct yt_query_word *word, const struct yt_form *form,
                      const struct yt_readings *readings)
{
    if (!has_kind(form, YT_FOLD_KANJI) || !has_kind(form, YT_FOLD_HIRAGANA))
        return;
    for (size_t i = 0; i < yt_readings_count(readings); i++) {
        const struct yt_reading *reading = yt_readings_at(readings, i);

        if (is_mixed(form, reading))
            derive(word, form, kana_form(reading));
    }
}

/* --- Words that mean the same ----------------------------------------------------------------- */

static void add_group(struct yt_query_word *word, const struct yt_form *form,
                      const struct yt_lexicon *lexicon)
{
    for (size_t i = 0; i < lexicon->group_count; i++) {
        const struct yt_form *words = lexicon->words + lexicon->groups[i].first;
        const size_t count = lexicon->groups[i].count;
        bool member = false;

        for (size_t k = 0; k < count && !member; k++)
            member = yt_form_same(&words[k], form);
        for (size_t k = 0; k < count && member; k++) {
            struct yt_form other = words[k];

            other.other = true;
            derive(word, form, other);
        }
    }
}

/* Adds a form and what it means in turn: its reading, what it claims, other words for it. */
static void add(struct yt_query_word *word, const struct yt_form *form,
                const struct yt_lexicon *lexicon)
{
    const size_t first = word->form_count;
    struct yt_form kana[ROMAJI_MAX];
    size_t spellings = 0;

    if (!put(word, form))
        return;
    if (is_all_letters(form))
        spellings = yt_romaji(form, kana, ROMAJI_MAX);
    for (size_t i = 0; i < spellings; i++)
        derive(word, form, kana[i]);
    add_mixed(word, form, lexicon->readings);
    for (size_t i = first, end = word->form_count; i < end; i++)
        add_readings(word, &word->forms[i], lexicon->readings);
    for (size_t i = first; i < word->form_count; i++)
        yt_claims_of(lexicon->claims, lexicon->claim_count, &word->forms[i], &word->claims);
    for (size_t i = first, end = word->form_count; i < end; i++)
        add_group(word, &word->forms[i], lexicon);
}

/* --- What was meant --------------------------------------------------------------------------- */

static void add_near_words(struct yt_query_word *word, const struct yt_form *form,
                           const struct yt_lexicon *lexicon)
{
    struct yt_near_word near[NEAR_MAX];
    const size_t count =
        yt_vocabulary_near(lexicon->vocabulary, form->point, form->count, near, NEAR_MAX);

    for (size_t i = 0; i < count; i++) {
        struct yt_form meant = {.count = near[i].count};

        /* A nearer one leaves no doubt. */
        if (near[i].slips > near[0].slips + 1)
            break;
        for (size_t k = 0; k < near[i].count; k++) {
            meant.point[k] = near[i].points[k];
            meant.kind[k] = yt_fold_is_kana(meant.point[k]) ? YT_FOLD_HIRAGANA
                            : meant.point[k] < 0x3000       ? YT_FOLD_LETTER
                                                            : YT_FOLD_KANJI;
        }
        add(word, &meant, lexicon);
    }
    sodium_memzero(near, sizeof near);
}

/* そうじの仕事 means そうじ. */
static void add_without_ending(struct yt_query_word *word, const struct yt_form *form,
                               const struct yt_lexicon *lexicon)
{
    static const char *const endings[] = {"の仕事",   "のしごと", "仕事",   "しごと",
                                          "のバイト", "のパート", "バイト", "パート",
                                          "求人",     "がしたい", "したい", "の"};

    for (size_t i = 0; i < YT_COUNT(endings); i++) {
        struct yt_fold ending;
        struct yt_form left = *form;

        ending.count = 0;
        yt_fold_add(&ending, endings[i], strlen(endings[i]));
        if (form->count < ending.count + 2)
            continue;
        left.count = (uint8_t)(form->count - ending.count);
        if (memcmp(form->point + left.count, ending.point, ending.count * sizeof *ending.point) !=
            0)
            continue;
        add(word, &left, lexicon);
        return;
    }
}

bool yt_query_add_near(struct yt_query *query, const struct yt_lexicon *lexicon)
{
    bool more = false;

    for (size_t i = 0; i < query->count; i++) {
        struct yt_query_word *word = &query->words[i];
        const size_t before = word->form_count;

        for (size_t k = 0; k < before; k++) {
            const struct yt_form form = word->forms[k];

            if (form.other)
                continue;
            add_without_ending(word, &form, lexicon);
            add_near_words(word, &form, lexicon);
        }
        more = more || word->form_count > before;
    }
    return more;
}

/* --- What was typed --------------------------------------------------------------------------- */

static bool means_something(const struct yt_form *whole, const struct yt_lexicon *lexicon)
{
    struct yt_query_claims claims = {0};

    for (size_t i = 0; i < lexicon->word_count; i++)
        if (yt_form_same(&lexicon->words[i], whole))
            return true;
    yt_claims_of(lexicon->claims, lexicon->claim_count, whole, &claims);
    return claims.facts || claims.kinds || claims.trades || claims.weekdays;
}

void yt_query_read(const char *typed, const struct yt_lexicon *lexicon, struct yt_query *query)
{
    struct yt_fold fold;
    struct yt_form whole;

    query->count = fold.count = 0;
    yt_fold_add(&fold, typed, strlen(typed));
    whole = yt_form_of(&fold, 0, fold.count);
    /* "half day" is one thing. */
    if (has_kind(&whole, YT_FOLD_BREAK) && means_something(&whole, lexicon)) {
        query->words[query->count++] = (struct yt_query_word){0};
        add(&query->words[0], &whole, lexicon);
        return;
    }
    for (size_t at = 0; at < fold.count && query->count < YT_QUERY_WORDS_MAX;) {
        size_t end = at;
        struct yt_form form;

        while (end < fold.count && fold.kind[end] != YT_FOLD_BREAK)
            end++;
        form = yt_form_of(&fold, at, end - at);
        if (form.count) {
            query->words[query->count] = (struct yt_query_word){0};
            add(&query->words[query->count++], &form, lexicon);
        }
        at = end + 1;
    }
}
