#include "store/search_tokens.h"

#include "base/ruby.h"

#include <string.h>

static bool is_letter(const struct yt_fold *fold, size_t i)
{
    return fold->kind[i] == YT_FOLD_LETTER;
}

static bool is_gram(const struct yt_fold *fold, size_t i)
{
    return fold->kind[i] != YT_FOLD_BREAK && fold->kind[i] != YT_FOLD_LETTER;
}

/* Where the run of characters for which `same` holds ends. */
static size_t run_end(const struct yt_fold *fold, size_t from,
                      bool (*same)(const struct yt_fold *fold, size_t i))
{
    while (from < fold->count && same(fold, from))
        from++;
    return from;
}

static size_t shorter(size_t a, size_t b)
{
    return a < b ? a : b;
}

static bool three_kana(const uint32_t *points)
{
    return yt_fold_is_kana(points[0]) && yt_fold_is_kana(points[1]) && yt_fold_is_kana(points[2]);
}

/* --- Words ------------------------------------------------------------------------------------ */

/* Hiragana that stand between words rather than in one, as a first character. */
static bool is_particle(uint32_t point)
{
    static const uint32_t particles[] = {0x306E, 0x3092, 0x306B, 0x304C, 0x306F,
                                         0x3067, 0x3068, 0x3082, 0x3078, 0x3084};

    for (size_t i = 0; i < sizeof particles / sizeof *particles; i++)
        if (particles[i] == point)
            return true;
    return false;
}

struct words {
    const struct yt_fold *fold;
    yt_token_take *take;
    void *context;
};

static void word(const struct words *words, size_t from, size_t to)
{
    if (to - from >= 2 && to - from <= YT_TOKEN_POINTS_MAX)
        words->take(words->context, YT_TOKEN_WORD, words->fold->point + from, to - from);
    else if (to - from == 1 && words->fold->kind[from] == YT_FOLD_KANJI)
        words->take(words->context, YT_TOKEN_WORD, words->fold->point + from, 1);
}

static size_t same_kind_end(const struct yt_fold *fold, size_t from, size_t end)
{
    size_t at = from;

    while (at < end && fold->kind[at] == fold->kind[from])
        at++;
    return at;
}

/* Cuts where the script changes. Kana behind kanji may be their ending (洗いもの) or another word
 * (事務所のそうじ), so that both ways count. */
static void words_of_run(const struct words *words, size_t start, size_t end)
{
    size_t before = end; /* where kanji began right before */

    word(words, start, end);
    for (size_t at = start; at < end;) {
        const size_t next = same_kind_end(words->fold, at, end);
        const bool hiragana = words->fold->kind[at] == YT_FOLD_HIRAGANA;

        if (at != start || next != end)
            word(words, at, next);
        if (hiragana && next - at > 2 && is_particle(words->fold->point[at]))
            word(words, at + 1, next);
        else if (hiragana && before != end && (before != start || next != end))
            word(words, before, next);
        before = words->fold->kind[at] == YT_FOLD_KANJI || words->fold->kind[at] == YT_FOLD_READ
                     ? at
                     : end;
        at = next;
    }
}

void yt_tokens_words(const struct yt_fold *fold, yt_token_take *take, void *context)
{
    const struct words words = {fold, take, context};

    for (size_t at = 0; at < fold->count;) {
        const bool letter = is_letter(fold, at);
        const size_t end = run_end(fold, at, letter ? is_letter : is_gram);

        if (letter)
            word(&words, at, end);
        else if (end > at)
            words_of_run(&words, at, end);
        at = end > at ? end : at + 1;
    }
}

/* --- What a text stands under ----------------------------------------------------------------- */

struct both {
    bool title;
    yt_token_take *take;
    void *context;
};

static void give(const struct both *both, enum yt_token_kind kind, enum yt_token_kind title_kind,
                 const uint32_t *points, size_t count)
{
    both->take(both->context, kind, points, count);
    if (both->title)
        both->take(both->context, title_kind, points, count);
}

static void give_grams(const struct both *both, const struct yt_fold *fold, size_t from, size_t end)
{
    for (size_t i = from; i < end; i++) {
        const uint32_t *points = fold->point + i;

        if (yt_fold_is_kana(*points)) /* a single one in a title says nothing */
            both->take(both->context, YT_TOKEN_GRAM, points, 1);
        else
            give(both, YT_TOKEN_GRAM, YT_TOKEN_TITLE_GRAM, points, 1);
        if (i + 1 < end)
            give(both, YT_TOKEN_GRAM, YT_TOKEN_TITLE_GRAM, points, 2);
        if (i + 2 < end && three_kana(points))
            give(both, YT_TOKEN_GRAM, YT_TOKEN_TITLE_GRAM, points, 3);
    }
}

/* Anywhere only short words are wanted whole: longer ones seldom stand inside of others. */
static void give_word(void *context, enum yt_token_kind kind, const uint32_t *points, size_t count)
{
    const struct both *both = context;

    if (count <= YT_TOKEN_WORD_MAX)
        both->take(both->context, kind, points, count);
    if (both->title)
        both->take(both->context, YT_TOKEN_TITLE_WORD, points, count);
}

static void give_beginnings(const struct both *both, const uint32_t *points, size_t count)
{
    for (size_t n = 1; n <= shorter(count, YT_TOKEN_POINTS_MAX); n++) {
        both->take(both->context, YT_TOKEN_BEGIN, points, n);
        if (both->title && n >= YT_TOKEN_TITLE_BEGIN_LEAST)
            both->take(both->context, YT_TOKEN_TITLE_BEGIN, points, n);
    }
}

void yt_tokens_of(const struct yt_fold *fold, bool title, yt_token_take *take, void *context)
{
    struct both both = {title, take, context};

    for (size_t at = 0; at < fold->count;) {
        const bool letter = is_letter(fold, at);
        const size_t end = run_end(fold, at, letter ? is_letter : is_gram);

        if (letter)
            give_beginnings(&both, fold->point + at, end - at);
        else
            give_grams(&both, fold, at, end);
        at = end > at ? end : at + 1;
    }
    yt_tokens_words(fold, give_word, &both);
}

/* --- What a word asks for --------------------------------------------------------------------- */

static void ask_grams(const struct yt_fold *fold, size_t from, size_t end, enum yt_token_kind kind,
                      yt_token_take *take, void *context)
{
    const size_t count = end - from;

    if (count == 1)
        take(context, kind, fold->point + from, 1);
    for (size_t i = from; i + 1 < end; i++) {
        if (i + 2 < end && three_kana(fold->point + i))
            take(context, kind, fold->point + i, 3);
        else if (i == from || !three_kana(fold->point + i - 1))
            take(context, kind, fold->point + i, 2);
    }
}

void yt_tokens_ask(const struct yt_fold *fold, bool title, yt_token_take *take, void *context)
{
    for (size_t at = 0; at < fold->count;) {
        const bool letter = is_letter(fold, at);
        const size_t end = run_end(fold, at, letter ? is_letter : is_gram);

        if (letter)
            take(context, title ? YT_TOKEN_TITLE_BEGIN : YT_TOKEN_BEGIN, fold->point + at,
                 shorter(end - at, YT_TOKEN_POINTS_MAX));
        else
            ask_grams(fold, at, end, title ? YT_TOKEN_TITLE_GRAM : YT_TOKEN_GRAM, take, context);
        at = end > at ? end : at + 1;
    }
}

/* --- A token ---------------------------------------------------------------------------------- */

/* The kind by five bits, in which the letters differ. Up to two characters lie in it as they are;
 * longer ones by a hash. */
uint64_t yt_token_key(enum yt_token_kind kind, const uint32_t *points, size_t count)
{
    const uint64_t kind_bits = (uint64_t)(kind & 31) << 51;
    uint64_t hash = UINT64_C(0xCBF29CE484222325);

    count = shorter(count, YT_TOKEN_POINTS_MAX);
    if (count <= 2)
        return kind_bits | (uint64_t)count << 49 | (uint64_t)points[0] << 21 |
               (count > 1 ? points[1] : 0);
    for (size_t i = 0; i < count; i++)
        hash = ((hash ^ points[i]) * UINT64_C(0x9E3779B97F4A7C15)) ^ (hash >> 29);
    return kind_bits | UINT64_C(3) << 49 | hash >> 15;
}

/* --- Markup ----------------------------------------------------------------------------------- */

bool yt_fold_markup(const char *markup, struct yt_fold *written, struct yt_fold *read)
{
    struct yt_ruby_run run;
    bool ruby = false;

    written->count = read->count = 0;
    while (yt_ruby_next(&markup, &run)) {
        const size_t from = read->count;

        yt_fold_add(written, run.base, run.base_size);
        yt_fold_add(read, run.reading_size ? run.reading : run.base,
                    run.reading_size ? run.reading_size : run.base_size);
        for (size_t i = from; run.reading_size && i < read->count; i++)
            if (read->kind[i] != YT_FOLD_BREAK)
                read->kind[i] = YT_FOLD_READ;
        ruby = ruby || run.reading_size;
    }
    return ruby;
}
